//! Rulings from the command line: checked against the store, written into the configuration.

use std::io::{self, Write};

use super::super::{Common, Outcome, Stop, code, now};
use super::Args;
use crate::config::{self, Desk, edit};
use crate::model::{Decision, Ruling, Stored, Text, Withdrawal};
use crate::pipeline;
use crate::store::Store;

/// Writes the ruling that the arguments ask for.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = config::load(&common.config).map_err(Stop::unusable)?;
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let entry = |wanted: &str| known(&desk, &store, wanted);
    let reason = args.reason.clone();
    if let Some(wanted) = &args.withdraw {
        let entry = entry(wanted)?;
        let withdrawal = Withdrawal {
            entry: entry.id.clone(),
            reason,
            whole_story: args.whole_story,
            notice: args.notice.clone(),
        };
        edit::withdraw(&common.config, &withdrawal, &headline(&entry)).map_err(Stop::unusable)?;
        return told("withdrawn", &[entry], common);
    }
    let (decision, entries) = match (&args.split, &args.lead) {
        (Some(wanted), _) => {
            let entry = entry(wanted)?;
            (Decision::Split(entry.id.clone()), vec![entry])
        }
        (None, Some(wanted)) => {
            let entry = entry(wanted)?;
            (Decision::Lead(entry.id.clone()), vec![entry])
        }
        (None, None) => {
            let entries: Vec<Stored> =
                args.join.iter().map(|wanted| entry(wanted)).collect::<Result<_, _>>()?;
            (Decision::Join(entries.iter().map(|entry| entry.id.clone()).collect()), entries)
        }
    };
    let remark = entries.iter().map(headline).collect::<Vec<_>>().join(" + ");
    let what = decision.name();
    edit::rule(&common.config, &Ruling { decision, reason }, &remark).map_err(Stop::unusable)?;
    told(what, &entries, common)
}

/// The one entry that is meant.
fn known(desk: &Desk, store: &Store, wanted: &str) -> Result<Stored, Stop> {
    let mut found = crate::desk::find(desk, store, wanted, now()?).map_err(Stop::failed)?;
    // An id may be the address of another entry too; and one id is one entry, whoever brings it.
    if found.iter().any(|entry| entry.id == wanted) {
        found.retain(|entry| entry.id == wanted);
    }
    found.dedup_by(|one, other| one.id == other.id);
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(Stop::failed(format!(
            "no entry has the address or id \"{wanted}\"; nothing was written. `copydesk why` finds entries"
        ))),
        _ => {
            let one = |entry: &Stored| {
                let source = desk.source(&entry.source).map_or(&*entry.source, |source| &*source.name);
                format!("\n  {}  ({source}: {})", entry.id, headline(entry))
            };
            let all: String = found.iter().map(one).collect();
            let example = &found[0].id;
            Err(Stop::failed(format!(
                "\"{wanted}\" is the address of {} entries; nothing was written. Name one by its id, e.g. \"{example}\":{all}",
                found.len()
            )))
        }
    }
}

fn headline(entry: &Stored) -> String {
    entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_else(|| entry.id.clone())
}

fn told(what: &str, entries: &[Stored], common: &Common) -> Outcome {
    if !common.quiet {
        let mut out = io::stdout().lock();
        for entry in entries {
            writeln!(out, "{what}: {} ({})", headline(entry), entry.id)?;
        }
        writeln!(out, "written to {}; it holds from the next run on", common.config.display())?;
    }
    Ok(code::DONE)
}
