//! `copydesk run`: one pass. Silent on a pipe when all is well, so that cron sends no mail.

use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use comfy_table::{Table, presets};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::{Common, Outcome, Stop, code, counted, now, signals};
use crate::config::{self, Desk};
use crate::model::{Condition, Event, LIST};
use crate::pipeline::{self, Answered, Care, ListNote, Published, Report, Scope, Shrink};
use crate::store::{self, Store};

mod ending;
mod trial;

/// One pass: take in articles and what is due, settle, publish
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Ask every source now, still conditionally
    #[arg(long)]
    all: bool,
    /// Ask only this source (name or key)
    #[arg(long, value_name = "NAME", conflicts_with = "all")]
    source: Option<String>,
    /// Ask without condition, past every cache: every source, or the one named; once a day each
    #[arg(long)]
    force: bool,
    /// More article records: NDJSON from a file, or - for standard input
    #[arg(long, value_name = "FILE")]
    articles: Option<String>,
    /// Let this section lose most of its stories at once, or every section
    #[arg(long, value_name = "SECTION", num_args = 0..=1, default_missing_value = ALL_SECTIONS)]
    allow_shrink: Vec<String>,
    /// Drop every feed that a followed list lacks, even if it lacks many
    #[arg(long)]
    drop_listed: bool,
    /// Withdraw our own articles whose files are gone, even if they are many
    #[arg(long)]
    allow_deleted: bool,
    /// Ask nobody and write nothing: show what would come, go, move or change in each section
    #[arg(long, conflicts_with_all = ["all", "source", "force", "drop_listed"])]
    dry_run: bool,
    /// Exit with 3 if a source failed
    #[arg(long)]
    strict: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

/// Lines that cron mails at once at most: a mail is to be read.
const LINES: usize = 30;
/// What `--allow-shrink` without a section means; no slug has a star.
const ALL_SECTIONS: &str = "*";

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    refuse_template(&desk, &common.config)?;
    let care = Care { shrink: shrink(args, &desk)?, ..Care::default() };
    if args.dry_run {
        let allow_deleted = args.allow_deleted;
        let scope = Scope { records: records(args)?, allow_deleted, ..Scope::default() };
        return trial::run(&mut desk, &scope, &care, common, args.json, now()?);
    }
    let watched = common.verbose || args.source.is_some() || io::stderr().is_terminal();
    let mut lock = store::lock(&desk.database).map_err(|error| match error {
        store::Error::Locked(path) if watched && !common.quiet => held_by_another(&path),
        other => stop_for(other),
    })?;
    let now = now()?;
    match pass(args, common, &mut desk, &care, watched && !common.quiet, now) {
        Ok(code) => {
            if let Some(since) = lock.succeeded() {
                writeln!(
                    io::stderr(),
                    "copydesk: runs succeed again, after {}",
                    crate::sources::life::lasted(since, now)
                )?;
            }
            Ok(code)
        }
        Err(stop) if !watched && matches!(stop.code, code::FAILED | code::UNUSABLE) => {
            // Cron would mail the same words every ten minutes.
            let is_news = lock.failed(&stop.message, now);
            Err(if is_news { stop } else { Stop { message: String::new(), ..stop } })
        }
        Err(stop) => Err(stop),
    }
}

/// A run under its lock. `watched`: by a person, who is told everything.
fn pass(
    args: &Args,
    common: &Common,
    desk: &mut Desk,
    care: &Care,
    watched: bool,
    now: DateTime<Utc>,
) -> Outcome {
    let (halt, signal) = signals::listen().map_err(Stop::failed)?;
    let mut store = Store::open(&desk.database).map_err(stop_for)?;
    if let Some(only) = &args.source {
        pipeline::join_lists(desk, &store).map_err(Stop::failed)?;
        if !desk.sources.iter().any(|source| source.key == *only || source.name == *only) {
            let names = desk.sources.iter().flat_map(|source| [source.name.as_str(), source.key.as_str()]);
            let hint = super::meant(only, names, "`copydesk status` lists them");
            return Err(Stop::unusable(format!("no source is called \"{only}\"; {hint}")));
        }
        let mut meant = desk.sources.iter().filter(|source| source.key == *only || source.name == *only);
        if meant.all(|source| source.paused) {
            return Err(Stop::unusable(format!(
                "\"{only}\" is paused and not asked; `copydesk source resume \"{only}\"` ends that"
            )));
        }
    }
    let is_first = store.runs().map_err(Stop::failed)?.is_empty();
    let scope = Scope {
        all: args.all,
        only: args.source.clone(),
        force: args.force,
        records: records(args)?,
        drop_listed: args.drop_listed,
        allow_deleted: args.allow_deleted,
    };
    let bar = bar(common, desk.sources.len());
    let report = pipeline::run(desk, &mut store, &scope, care, now, &halt, &|note| {
        bar.set_message(note.name.clone());
        bar.inc(1);
    });
    bar.finish_and_clear();
    let report = report.map_err(Stop::failed)?;
    complain(&report, &store, watched)?;
    store.all_is_said().map_err(Stop::failed)?;
    if watched {
        warn_of_insecure(desk)?;
    }
    if let Some(count) = nothing_read(&report).filter(|_| watched) {
        writeln!(io::stderr(), "copydesk: no article could be read: {count} left out; see above for each")?;
    }
    if common.verbose {
        for failed in &report.pages.failed {
            writeln!(io::stderr(), "copydesk: no full text from {failed}")?;
        }
        for repaired in &report.taken_in.repaired {
            writeln!(io::stderr(), "copydesk: {repaired}")?;
        }
        for (filter, count) in &report.settled.filtered {
            let entries = counted(*count, "entry", "entries");
            writeln!(io::stderr(), "copydesk: {filter} kept out {entries}")?;
        }
        for moved in report.settled.rerouted.in_words() {
            writeln!(io::stderr(), "copydesk: {moved}")?;
        }
        match report.settled.credited {
            0 => {}
            1 => writeln!(io::stderr(), "copydesk: 1 stored entry credits others by what changed")?,
            count => {
                writeln!(io::stderr(), "copydesk: {count} stored entries credit others by what changed")?;
            }
        }
    }
    if args.json {
        writeln!(io::stdout(), "{}", as_json(&report))?;
    } else if common.verbose {
        writeln!(io::stdout(), "{}", as_table(&report))?;
    }
    if io::stderr().is_terminal() && !common.quiet && !args.json {
        writeln!(io::stderr(), "copydesk: {}", ending::ending(&report, desk, is_first))?;
    }
    match signal.code().filter(|_| report.halted) {
        Some((code, name)) => Err(Stop { code, message: ended_early(&report, name, common) }),
        None => Ok(exit_code(&report, args.strict)),
    }
}

/// A run of what is due, for `copydesk serve --refresh`: complains, and prints nothing else.
#[cfg(feature = "serve")]
pub(super) fn once(config: &Path) -> Result<(), Stop> {
    let mut desk = config::load(config).map_err(Stop::unusable)?;
    refuse_template(&desk, config)?;
    let _lock = store::lock(&desk.database).map_err(stop_for)?;
    let mut store = Store::open(&desk.database).map_err(stop_for)?;
    let (scope, care, halt) = (Scope::default(), Care::default(), pipeline::Halt::default());
    let report =
        pipeline::run(&mut desk, &mut store, &scope, &care, now()?, &halt, &|_| {}).map_err(Stop::failed)?;
    complain(&report, &store, false)?;
    store.all_is_said().map_err(Stop::failed)
}

/// Whoever sent the signal knows; but a time limit that cuts every run short must not go unseen.
fn ended_early(report: &Report, signal: &str, common: &Common) -> String {
    if common.quiet {
        return String::new();
    }
    let reached = report.taken_in.sources.len();
    format!(
        "{signal} ended the run early, after {} had answered; all of it is kept, and the next run goes on from there",
        counted(reached, "source", "sources")
    )
}

/// What nobody filled in would be published, and sent to every publisher.
fn refuse_template(desk: &Desk, path: &Path) -> Result<(), Stop> {
    let path = path.display();
    config::check::is_template(desk)
        .map_or(Ok(()), |why| Err(Stop::unusable(format!("{path}: {why}; `copydesk check` shows each line"))))
}

/// A person who runs copydesk is told why nothing happens.
fn held_by_another(lock: &Path) -> Stop {
    let who = store::holder(lock).map_or_else(String::new, |process| format!(" (process {process})"));
    let lock = lock.display();
    Stop {
        code: code::LOCKED,
        message: format!("another run is under way{who} and holds the lock {lock}; wait until it is done"),
    }
}

fn stop_for(error: store::Error) -> Stop {
    match error {
        // The other run does the work; cron need not hear of it.
        store::Error::Locked(_) => Stop { code: code::LOCKED, message: String::new() },
        store::Error::Newer { .. } | store::Error::Unopenable { .. } => Stop::unusable(error),
        other => Stop::failed(other),
    }
}

fn shrink(args: &Args, desk: &Desk) -> Result<Shrink, Stop> {
    let is_known = |slug: &String| *slug == desk.all.slug || desk.sections.iter().any(|s| s.slug == *slug);
    match args.allow_shrink.as_slice() {
        [] => Ok(Shrink::Guarded),
        slugs if slugs.iter().any(|slug| slug == ALL_SECTIONS) => Ok(Shrink::Allowed),
        slugs => match slugs.iter().find(|slug| !is_known(slug)) {
            Some(unknown) => {
                let known = desk.sections.iter().map(|section| section.slug.as_str());
                let hint = super::meant(unknown, known, "`copydesk check` lists them");
                Err(Stop::unusable(format!("--allow-shrink: there is no section \"{unknown}\"; {hint}")))
            }
            None => Ok(Shrink::AllowedIn(slugs.to_vec())),
        },
    }
}

fn records(args: &Args) -> Result<Option<Vec<u8>>, Stop> {
    let Some(name) = &args.articles else { return Ok(None) };
    let mut bytes = Vec::new();
    let read = match name.as_str() {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
        path => std::fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|error| Stop::unusable(format!("cannot read the article records {name}: {error}")))?;
    Ok(Some(bytes))
}

fn bar(common: &Common, sources: usize) -> ProgressBar {
    if common.quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(sources as u64);
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What a person must look at, a line each, on stderr. Cron mails it, so a source that fails is a
/// line when that begins to matter and one when it is over; `all` tells every failure of this run.
fn complain(report: &Report, store: &Store, all: bool) -> Result<(), Stop> {
    let mut stderr = io::stderr().lock();
    if let Some(ahead) = report.healed {
        writeln!(
            stderr,
            "copydesk: the clock of an earlier run was ahead ({}); what it dated was put right",
            ahead.format("%-d %B %Y")
        )?;
    }
    let listed = if report.lists.is_empty() { Vec::new() } else { store.listed().map_err(Stop::failed)? };
    for list in &report.lists {
        complain_of_list(&mut stderr, list, !listed.is_empty(), all)?;
    }
    for message in &report.taken_in.piped {
        writeln!(stderr, "copydesk: article left out: {message}")?;
    }
    let urgent = |event: &&Event| event.condition.is_urgent();
    let states = store.sources().map_err(Stop::failed)?;
    // What a source never gave cannot stay.
    let gave = |key: &str| states.get(key).is_some_and(|state| state.entries > 0);
    let in_words = |event: &Event| in_words(event, gave(&event.source));
    let mut lines: Vec<String> = report.events.iter().filter(urgent).map(in_words).collect();
    if all {
        for condition in Condition::OURS {
            let standing = store.complaints(condition).map_err(Stop::failed)?;
            let known = standing.iter().map(|one| complaint(condition, &one.message));
            lines.extend(
                known
                    .filter(|known| !report.events.iter().any(|event| in_words(event) == *known))
                    .collect::<Vec<_>>(),
            );
        }
    }
    let most = if all { usize::MAX } else { LINES };
    for line in lines.iter().take(most) {
        writeln!(stderr, "copydesk: {line}")?;
    }
    if lines.len() > most {
        writeln!(
            stderr,
            "copydesk: and {} more of this kind; `copydesk status` has them all",
            lines.len() - most
        )?;
    }
    let is_told = |key: &str| report.events.iter().any(|event| event.source == key && urgent(&event));
    for note in report.taken_in.sources.iter().filter(|note| all && !is_told(&note.key)) {
        let name = &note.name;
        match &note.answered {
            Answered::Failed(reason) | Answered::Offline(reason) => {
                writeln!(
                    stderr,
                    "copydesk: source \"{name}\" {}",
                    if gave(&note.key) {
                        format!("gave nothing new: {reason}; what it gave before stays")
                    } else {
                        format!("has given nothing yet: {reason}")
                    }
                )?;
            }
            Answered::Waiting(until) => writeln!(
                stderr,
                "copydesk: source \"{name}\" was not asked: it or its host asked to be left alone until {}",
                until.format("%Y-%m-%d %H:%M UTC")
            )?,
            _ => {}
        }
    }
    for note in &report.taken_in.sources {
        let Answered::Feed { noticed, .. } = &note.answered else { continue };
        for event in noticed {
            writeln!(stderr, "copydesk: source \"{}\": {event}", note.name)?;
        }
    }
    Ok(())
}

/// What is wrong on our own side, in words.
pub(super) fn complaint(condition: Condition, message: &str) -> String {
    match condition {
        Condition::Unreadable => format!("article left out: {message}"),
        _ => message.to_owned(),
    }
}

fn in_words(event: &Event, gave_before: bool) -> String {
    let word = event.condition.word();
    match (event.condition, event.over) {
        (Condition::Offline, _) => {}
        (condition, false) if condition.is_ours() => return complaint(condition, &event.message),
        (condition, true) if condition.is_ours() => return format!("no longer {word}: {}", event.message),
        _ => {}
    }
    let whose = match event.source.starts_with(LIST) {
        true => "list",
        false => "source",
    };
    let what = match (event.name.is_empty(), event.over) {
        (true, false) => format!("{word}: "),
        (true, true) => format!("no longer {word}: "),
        (false, true) => format!("{whose} \"{}\" is no longer {word}: ", event.name),
        (false, false) if event.condition.is_bad() => {
            let stays =
                if gave_before { "; what it gave before stays" } else { "; it has given nothing yet" };
            return format!("{whose} \"{}\" is {word}: {}{stays}", event.name, event.message);
        }
        (false, false) => format!("{whose} \"{}\" is {word}: ", event.name),
    };
    format!("{what}{}", event.message)
}

/// Rule 8.8. On a terminal only: under cron it would be a mail every ten minutes; `status` has it.
fn warn_of_insecure(desk: &config::Desk) -> Result<(), Stop> {
    for source in desk.sources.iter().filter(|source| source.switches.insecure) {
        writeln!(
            io::stderr(),
            "copydesk: source \"{}\" is asked without a look at its certificate (insecure)",
            source.name
        )?;
    }
    Ok(())
}

/// A list changes what is published: a person should know, once.
fn complain_of_list(out: &mut impl Write, list: &ListNote, named: bool, all: bool) -> io::Result<()> {
    let ListNote { name, added, dropped, held_back, refused, failed } = list;
    if !added.is_empty() {
        writeln!(out, "copydesk: the list \"{name}\" brings new sources: {}", added.join(", "))?;
    }
    if !dropped.is_empty() {
        writeln!(out, "copydesk: the list \"{name}\" dropped sources: {}", dropped.join(", "))?;
    }
    if !held_back.is_empty() {
        writeln!(
            out,
            "copydesk: the list \"{name}\" lacks {} at once, so none was dropped ({}); if that is meant, `copydesk run --drop-listed` drops what is lacking",
            counted(held_back.len(), "source", "of its sources"),
            held_back.join(", ")
        )?;
    }
    for line in refused.iter().filter(|_| all) {
        writeln!(out, "copydesk: the list \"{name}\": left out {line}")?;
    }
    if let Some(why) = failed.as_ref().filter(|_| all) {
        let stays = if named { "; the sources it named stay" } else { "" };
        writeln!(out, "copydesk: the list \"{name}\" gave nothing: {why}{stays}")?;
    }
    Ok(())
}

/// The article records of a run that could read none of them.
fn nothing_read(report: &Report) -> Option<usize> {
    let store::Filed { new, revised, unchanged, .. } = report.taken_in.articles;
    Some(report.taken_in.unreadable.len()).filter(|count| *count > 0 && new + revised + unchanged == 0)
}

fn exit_code(report: &Report, strict: bool) -> u8 {
    let held_back = |published: &Published| matches!(published, Published::HeldBack(_));
    let failed = |answered: &Answered| matches!(answered, Answered::Failed(_));
    if report.put_out.documents.iter().any(|(_, published)| held_back(published)) {
        return code::FAILED;
    }
    if !report.put_out.held.is_empty() {
        return code::HELD_BACK;
    }
    // A desk of articles alone of which none can be read publishes nothing: that is no success.
    if nothing_read(report).is_some() && report.taken_in.sources.is_empty() && report.taken_in.not_due == 0 {
        return code::FAILED;
    }
    if strict && report.taken_in.sources.iter().any(|note| failed(&note.answered)) {
        return code::SOURCE_FAILED;
    }
    code::DONE
}

fn as_table(report: &Report) -> String {
    let mut sources = Table::new();
    sources
        .load_style(presets::NOTHING)
        .set_header(["Source", "Answer", "New", "Revised", "Known", "Repairs", "Left out"]);
    let own = report.taken_in.articles;
    let row = |name: &str, answer: &str, counts: [usize; 3], repairs: usize| {
        let mut cells = vec![name.to_owned(), answer.to_owned()];
        cells.extend(counts.iter().chain([&repairs]).map(ToString::to_string));
        cells
    };
    let unreadable = report.taken_in.unreadable.len();
    let answer = match (own.new + own.revised + own.unchanged, unreadable) {
        (0, 1..) => "unreadable",
        _ => "records",
    };
    let mut ours = row(
        "our own articles",
        answer,
        [own.new, own.revised, own.unchanged],
        report.taken_in.repaired.len(),
    );
    ours.push(unreadable.to_string());
    sources.add_row(ours);
    for note in &report.taken_in.sources {
        sources.add_row(match &note.answered {
            Answered::Feed { format, filed, repairs, .. } => {
                row(&note.name, format, [filed.new, filed.revised, filed.unchanged], repairs.len())
            }
            Answered::NotModified => row(&note.name, "not modified", [0; 3], 0),
            Answered::Failed(_) => row(&note.name, "failed", [0; 3], 0),
            Answered::NotReached => row(&note.name, "not reached", [0; 3], 0),
            Answered::Waiting(_) => row(&note.name, "wants quiet", [0; 3], 0),
            Answered::Offline(_) => row(&note.name, "offline", [0; 3], 0),
        });
    }
    if report.pages != pipeline::Pages::default() {
        let pipeline::Pages { asked, read, waiting, .. } = report.pages;
        sources.add_row([format!("pages for full text: {asked} asked, {read} read, {waiting} wait")]);
    }
    let mut sections = Table::new();
    sections.load_style(presets::NOTHING).set_header([
        "Section",
        "Stories",
        "Written",
        "Unchanged",
        "Held back",
    ]);
    for (slug, stories) in &report.put_out.stories {
        let of = |wanted: &dyn Fn(&Published) -> bool| {
            let prefix = format!("{slug}/");
            let documents = report.put_out.documents.iter();
            documents
                .filter(|(path, published)| path.starts_with(&prefix) && wanted(published))
                .count()
                .to_string()
        };
        sections.add_row([
            slug.clone(),
            stories.to_string(),
            of(&|published| *published == Published::Written),
            of(&|published| *published == Published::Unchanged),
            of(&|published| matches!(published, Published::HeldBack(_))),
        ]);
    }
    let settled = &report.settled;
    format!(
        "{sources}\n\n{sections}\n\n{} settled, {} of them joined a story others had told; {} not due.",
        counted(settled.entries, "entry", "entries"),
        settled.joined,
        counted(report.taken_in.not_due, "source was", "sources were")
    )
}

fn as_json(report: &Report) -> serde_json::Value {
    let filed = |filed: &store::Filed| json!({"new": filed.new, "revised": filed.revised, "unchanged": filed.unchanged, "to_archives": filed.behind, "held": filed.held});
    let sources = report.taken_in.sources.iter().map(|note| {
        let mut one = json!({"key": note.key, "name": note.name});
        let more = match &note.answered {
            Answered::Feed { format, filed: counts, repairs, noticed } => {
                json!({"answer": "feed", "format": format, "entries": filed(counts), "repairs": repairs, "noticed": noticed})
            }
            Answered::NotModified => json!({"answer": "not-modified"}),
            Answered::Failed(reason) => json!({"answer": "failed", "reason": reason}),
            Answered::NotReached => json!({"answer": "not-reached"}),
            Answered::Waiting(until) => json!({"answer": "waiting", "until": until}),
            Answered::Offline(reason) => json!({"answer": "offline", "reason": reason}),
        };
        if let (Some(one), serde_json::Value::Object(more)) = (one.as_object_mut(), more) {
            one.extend(more);
        }
        one
    });
    let documents = report.put_out.documents.iter().map(|(path, published)| match published {
        Published::Unchanged => json!({"path": path, "published": "unchanged"}),
        Published::Written => json!({"path": path, "published": "written"}),
        Published::HeldBack(reason) => json!({"path": path, "published": "held-back", "reason": reason}),
    });
    let held = report.put_out.held.iter();
    let held = held.map(
        |held| json!({"section": held.section, "had": held.had, "has": held.has, "may_lose": held.share}),
    );
    json!({
        "lists": report.lists.iter().map(|list| json!({
            "name": list.name, "added": list.added, "dropped": list.dropped, "held_back": list.held_back,
            "failed": list.failed,
        })).collect::<Vec<_>>(),
        "articles": filed(&report.taken_in.articles),
        "unreadable": report.taken_in.unreadable,
        "repaired": report.taken_in.repaired,
        "sources": sources.collect::<Vec<_>>(),
        "not_due": report.taken_in.not_due,
        "events": report.events,
        "pages": {
            "asked": report.pages.asked, "read": report.pages.read, "waiting": report.pages.waiting,
            "failed": report.pages.failed,
        },
        "settled": {"entries": report.settled.entries, "joined": report.settled.joined, "filtered": report.settled.filtered},
        "sections": report.put_out.stories.iter().map(|(slug, stories)| json!({"slug": slug, "stories": stories})).collect::<Vec<_>>(),
        "held_back": held.collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
    })
}
