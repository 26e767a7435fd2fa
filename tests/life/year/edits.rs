//! What people do to a desk in a year, an edit a function. Each does one thing, if it can be done now,
//! and says what; what the desk must tell of it is held here too.

use std::collections::BTreeSet;
use std::fs;

use toml_edit::{Array, DocumentMut, Item, Table, value};

use super::random::Random;
use super::world::{CATEGORIES, Shown, TOPICS, World, all, host, names, source, tables, text};

/// What was done, what the command said, and what the next run must say.
pub(crate) struct Edit {
    pub(crate) what: String,
    pub(crate) said: String,
    pub(crate) to_be_told: Option<String>,
    /// The source that gets a key by the word of that run.
    pub(crate) advised: Option<String>,
}

type Kind = fn(&mut World, &mut Random) -> Option<Edit>;

/// Every kind.
pub(crate) const KINDS: &[(&str, Kind)] = &[
    ("section added", section_added),
    ("section renamed by command", section_renamed),
    ("section renamed by hand", section_renamed_by_hand),
    ("section removed", section_removed),
    ("sections of a source", sections_of_a_source),
    ("keywords of a section", |world, random| words_of_a_section(world, random, "keywords", &TOPICS)),
    ("categories of a section", |world, random| words_of_a_section(world, random, "categories", &CATEGORIES)),
    ("languages of a section", |world, random| words_of_a_section(world, random, "languages", &["en", "de"])),
    ("source added", source_added),
    ("source renamed by command", source_renamed),
    ("source renamed by hand", source_renamed_by_hand),
    ("source moved", source_moved),
    ("source paused or resumed", source_paused),
    ("source removed", source_removed),
    ("source added again", source_added_again),
    ("section of an article", section_of_an_article),
    ("article renamed", article_renamed),
    ("article corrected", article_corrected),
    ("article deleted", article_deleted),
    ("article put back", article_put_back),
    ("rights", rights),
    ("limit", limit),
    ("withdrawal", withdrawal),
    ("withdrawal taken back", withdrawal_taken_back),
    ("ruling", ruling),
    ("purge", purge),
];

/// One edit that can be made now.
pub(crate) fn one(world: &mut World, random: &mut Random) -> (&'static str, Edit) {
    loop {
        let (name, kind) = random.one(KINDS);
        if let Some(edit) = kind(world, random) {
            return (name, edit);
        }
    }
}

fn by_hand(what: String) -> Edit {
    Edit { what, said: String::new(), to_be_told: None, advised: None }
}

fn by_command(world: &World, arguments: &[&str]) -> Edit {
    let (code, said) = world.command(arguments);
    assert_eq!(code, Some(0), "copydesk {}: {said}", arguments.join(" "));
    Edit { what: format!("copydesk {}", arguments.join(" ")), said, to_be_told: None, advised: None }
}

/// Changes one of the tables.
fn change(world: &World, name: &str, is_meant: impl Fn(&Table) -> bool, with: impl Fn(&mut Table)) {
    world.edit(|document| all(document, name).iter_mut().filter(|table| is_meant(table)).for_each(with));
}

fn list(words: &[String]) -> Item {
    value(words.iter().map(String::as_str).collect::<Array>())
}

/// One of a list, if there is one.
fn some<T: Clone>(random: &mut Random, list: &[T]) -> Option<T> {
    (!list.is_empty()).then(|| random.one(list).clone())
}

/// A slug or name that nothing had before.
fn fresh(world: &World, random: &mut Random, stem: &str) -> String {
    let known = world.configuration().to_string();
    loop {
        let name = format!("{stem}{}", random.below(1000));
        if !known.contains(&name) {
            return name;
        }
    }
}

fn section_added(world: &mut World, random: &mut Random) -> Option<Edit> {
    let slug = (world.sections().len() < 6).then(|| fresh(world, random, "part"))?;
    let mut table = Table::new();
    table.insert("slug", value(&slug));
    table.insert("title", value(format!("Part {slug}")));
    match random.below(2) {
        0 => table.insert("keywords", list(&[random.one(&TOPICS).to_lowercase()])),
        _ => table.insert("categories", list(&[(*random.one(&CATEGORIES)).to_owned()])),
    };
    let what = table.to_string();
    world.edit(|document| all(document, "sections").push(table));
    Some(by_hand(what))
}

fn section_renamed(world: &mut World, random: &mut Random) -> Option<Edit> {
    let old = random.one(&world.sections()).clone();
    let new = fresh(world, random, "desk");
    let days = ["3", "30", "400"][random.below(3)];
    let edit = by_command(world, &["section", "rename", &old, &new, "--days", days]);
    Some(Edit { to_be_told: Some(format!("the section \"{old}\" is called \"{new}\" now")), ..edit })
}

fn section_renamed_by_hand(world: &mut World, random: &mut Random) -> Option<Edit> {
    let old = random.one(&world.sections()).clone();
    let new = fresh(world, random, "hand");
    let renamed = |slugs: Vec<String>| -> Vec<String> {
        slugs.into_iter().map(|slug| if slug == old { new.clone() } else { slug }).collect()
    };
    world.edit(|document| {
        for table in all(document, "sections").iter_mut().filter(|table| text(table, "slug") == old) {
            let mut former = names(table, "formerly");
            former.push(old.clone());
            table.insert("slug", value(&new));
            table.insert("formerly", list(&former));
        }
        for table in all(document, "sources").iter_mut() {
            table.insert("sections", list(&renamed(names(table, "sections"))));
        }
        for table in all(document, "articles").iter_mut() {
            table.insert("section", value(&renamed(vec![text(table, "section")])[0]));
        }
    });
    let to_be_told = Some(format!("the section \"{old}\" is called \"{new}\" now"));
    Some(Edit { to_be_told, ..by_hand(format!("{old} is {new}, formerly {old}")) })
}

fn section_removed(world: &mut World, random: &mut Random) -> Option<Edit> {
    // The one of the desk's own articles stays, as they would have none.
    let ours = text(&tables(&world.configuration(), "articles")[0], "section");
    let named: Vec<_> = world.own.iter().filter_map(|own| own.section.clone()).collect();
    let is_used = |table: &Table| {
        let slugs = [names(table, "formerly"), vec![text(table, "slug")]].concat();
        slugs.contains(&ours) || slugs.iter().any(|slug| named.contains(slug))
    };
    let document = world.configuration();
    let others: Vec<_> = tables(&document, "sections").into_iter().filter(|table| !is_used(table)).collect();
    let gone = text(&some(random, &others)?, "slug");
    let to_be_told = Some(format!("the section \"{gone}\" is not in the configuration any more"));
    let edit = by_command(world, &["section", "remove", &gone]);
    // A source in no section is in all; it is given one again.
    Some(Edit { to_be_told, ..edit })
}

fn sections_of_a_source(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (meant, ..) = some(random, &world.sources())?;
    let slugs = world.sections();
    let count = 1 + random.below(slugs.len().min(2));
    let slugs = random.some(&slugs, count);
    change(
        world,
        "sources",
        |table| host(table) == meant,
        |table| {
            table.insert("sections", list(&slugs));
        },
    );
    Some(by_hand(format!("{meant} is in {slugs:?}")))
}

/// Other keywords, categories or languages, or none.
fn words_of_a_section(world: &mut World, random: &mut Random, key: &str, words: &[&str]) -> Option<Edit> {
    let slug = random.one(&world.sections()).clone();
    let count = random.below(words.len().min(3));
    let words: Vec<String> = random.some(words, count).iter().map(|word| word.to_lowercase()).collect();
    change(
        world,
        "sections",
        |table| text(table, "slug") == slug,
        |table| {
            table.insert(key, list(&words));
        },
    );
    Some(by_hand(format!("{slug}: {key} = {words:?}")))
}

fn source_added(world: &mut World, random: &mut Random) -> Option<Edit> {
    let new = some(random, &world.unknown_hosts())?;
    let table: DocumentMut = source(new).parse().unwrap();
    let mut table = tables(&table, "sources").remove(0);
    let slug = random.one(&world.sections()).clone();
    table.insert("sections", list(&[slug]));
    world.edit(|document| all(document, "sources").push(table));
    Some(by_hand(format!("{new} is new")))
}

fn source_renamed(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (_, name, _) = some(random, &world.sources())?;
    let new = fresh(world, random, "Courier ");
    Some(by_command(world, &["source", "rename", &name, &new]))
}

/// The name alone, without the key that says who it is.
fn source_renamed_by_hand(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (meant, name, _) = some(random, &world.sources())?;
    let new = fresh(world, random, "Herald ");
    let had_key = tables(&world.configuration(), "sources")
        .iter()
        .any(|table| host(table) == meant && table.contains_key("key"));
    change(
        world,
        "sources",
        |table| host(table) == meant,
        |table| {
            table.insert("name", value(&new));
        },
    );
    let to_be_told =
        (!had_key).then(|| format!("the source \"{new}\" is the one that was called \"{name}\""));
    Some(Edit { to_be_told, advised: Some(meant), ..by_hand(format!("{name} is {new}")) })
}

fn source_moved(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (meant, name, _) = some(random, &world.sources())?;
    let (old, new) = (world.file_of(&meant)?, format!("{meant}{}.xml", random.below(1000)));
    if old == new {
        return None;
    }
    fs::rename(world.path(&old), world.path(&new)).unwrap();
    if random.below(2) == 0 {
        return Some(by_command(world, &["source", "move", &name, &new]));
    }
    change(
        world,
        "sources",
        |table| host(table) == meant,
        |table| {
            table.insert("feed", value(&new));
        },
    );
    Some(by_hand(format!("{name} is asked at {new}")))
}

fn source_paused(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (_, name, is_asked) = some(random, &world.sources())?;
    Some(by_command(world, &["source", if is_asked { "pause" } else { "resume" }, &name]))
}

fn source_removed(world: &mut World, random: &mut Random) -> Option<Edit> {
    let sources = world.sources();
    let (meant, name, _) = some(random, &sources).filter(|_| sources.len() > 3)?;
    let document = world.configuration();
    world.attic.push(tables(&document, "sources").into_iter().find(|table| host(table) == meant)?);
    let told = world.told_by(&meant);
    world.leaving.extend(&told);
    world.disturbed.extend(told);
    let edit = match random.below(2) {
        0 => by_command(world, &["source", "remove", &name]),
        _ => {
            world.edit(|document| all(document, "sources").retain(|table| host(table) != meant));
            by_hand(format!("{name} is gone"))
        }
    };
    let known = world.has_answered(&meant);
    Some(Edit {
        to_be_told: known.then(|| format!("the source \"{name}\" is not in the configuration any more")),
        ..edit
    })
}

fn source_added_again(world: &mut World, random: &mut Random) -> Option<Edit> {
    let at = (!world.attic.is_empty()).then(|| random.below(world.attic.len()))?;
    let mut table = world.attic.remove(at);
    // Its sections may have gone meanwhile.
    let slugs = world.sections();
    let mut its = names(&table, "sections");
    its.retain(|slug| slugs.contains(slug));
    if its.is_empty() {
        its.push(random.one(&slugs).clone());
    }
    table.insert("sections", list(&its));
    let meant = host(&table);
    let told = world.told_by(&meant);
    world.leaving.retain(|event| !told.contains(event));
    world.edit(|document| all(document, "sources").push(table));
    Some(by_hand(format!("{meant} is there again")))
}

/// An article whose file is there, by its place.
fn article(world: &World, random: &mut Random) -> Option<usize> {
    let there: Vec<usize> = (0..world.own.len()).filter(|at| world.own[*at].is_there).collect();
    some(random, &there)
}

fn section_of_an_article(world: &mut World, random: &mut Random) -> Option<Edit> {
    let at = article(world, random)?;
    let slug = random.one(&world.sections()).clone();
    world.own[at].section = Some(slug.clone());
    world.moving.insert(world.own[at].piece.event);
    world.save(&world.own[at]);
    Some(by_hand(format!("{} is in {slug}", world.own[at].file)))
}

fn article_renamed(world: &mut World, random: &mut Random) -> Option<Edit> {
    let at = article(world, random)?;
    let old = world.own[at].file.clone();
    let new = format!("own/{}/moved-{}.md", random.below(3), random.below(10_000));
    world.own[at].file.clone_from(&new);
    world.moved.insert(world.own[at].piece.event);
    fs::remove_file(world.path(&old)).unwrap();
    let mut what = format!("{old} is {new}");
    if random.below(2) == 0 {
        what.push_str(" and corrected");
        World::revise(&mut world.own[at]);
        world.revised.insert(world.own[at].piece.event, world.runs);
    }
    world.save(&world.own[at]);
    Some(by_hand(what))
}

fn article_corrected(world: &mut World, random: &mut Random) -> Option<Edit> {
    let at = article(world, random)?;
    World::revise(&mut world.own[at]);
    world.revised.insert(world.own[at].piece.event, world.runs);
    world.save(&world.own[at]);
    Some(by_hand(format!("{} is corrected", world.own[at].file)))
}

fn article_deleted(world: &mut World, random: &mut Random) -> Option<Edit> {
    let at = article(world, random)?;
    let own = &mut world.own[at];
    own.is_there = false;
    let (file, event) = (own.file.clone(), own.piece.event);
    fs::remove_file(world.path(&file)).unwrap();
    world.leaving.insert(event);
    Some(Edit { to_be_told: Some(format!("{file} is gone")), ..by_hand(format!("{file} is deleted")) })
}

fn article_put_back(world: &mut World, random: &mut Random) -> Option<Edit> {
    let gone: Vec<usize> = (0..world.own.len()).filter(|at| !world.own[*at].is_there).collect();
    let at = some(random, &gone)?;
    world.own[at].is_there = true;
    let event = world.own[at].piece.event;
    world.leaving.remove(&event);
    world.save(&world.own[at]);
    Some(by_hand(format!("{} is back", world.own[at].file)))
}

fn rights(world: &mut World, random: &mut Random) -> Option<Edit> {
    let (meant, ..) = some(random, &world.sources())?;
    let (key, with) = [
        ("rights", value(*random.one(&["headline", "summary", "full"]))),
        ("rights_days", value(i64::try_from(1 + random.below(60)).unwrap())),
        ("holder", value("© the outlet")),
    ][random.below(3)]
    .clone();
    change(
        world,
        "sources",
        |table| host(table) == meant,
        |table| {
            table.insert(key, with.clone());
        },
    );
    Some(by_hand(format!("{meant}: {key} = {with}")))
}

fn limit(world: &mut World, random: &mut Random) -> Option<Edit> {
    let slug = random.one(&world.sections()).clone();
    let limit = *random.one(&[8, 15, 30, 60]);
    change(
        world,
        "sections",
        |table| text(table, "slug") == slug,
        |table| {
            table.insert("limit", value(limit));
        },
    );
    Some(by_hand(format!("{slug}: limit = {limit}")))
}

/// Something that stands in the feed of all.
fn shown(world: &World, random: &mut Random) -> Option<Shown> {
    some(random, world.fronts().get("all")?)
}

fn withdrawal(world: &mut World, random: &mut Random) -> Option<Edit> {
    let Shown { id, event, .. } = shown(world, random)?;
    world.leaving.insert(event);
    world.disturbed.insert(event);
    Some(by_command(world, &["stories", "--withdraw", &id]))
}

fn withdrawal_taken_back(world: &mut World, random: &mut Random) -> Option<Edit> {
    let count = tables(&world.configuration(), "withdrawals").len();
    let at = (count > 0).then(|| random.below(count))?;
    let taken = tables(&world.configuration(), "withdrawals").remove(at);
    world.edit(|document| {
        if count == 1 {
            document.remove("withdrawals");
        } else {
            all(document, "withdrawals").remove(at);
        }
    });
    Some(by_hand(format!("{} may be shown again", text(&taken, "entry"))))
}

fn ruling(world: &mut World, random: &mut Random) -> Option<Edit> {
    let one = shown(world, random)?;
    if random.below(2) == 0 {
        world.disturbed.insert(one.event);
        // It may contradict one of before, and then nothing is written.
        let (_, said) = world.command(&["stories", "--split", &one.id]);
        return Some(Edit {
            what: format!("copydesk stories --split {}", one.id),
            said,
            to_be_told: None,
            advised: None,
        });
    }
    let other = shown(world, random).filter(|other| other.event != one.event)?;
    let both = BTreeSet::from([one.event, other.event]);
    world.leaving.extend(&both);
    world.joined.extend(&both);
    world.disturbed.extend(both);
    let (_, said) = world.command(&["stories", "--join", &one.id, &other.id]);
    Some(Edit {
        what: format!("copydesk stories --join {} {}", one.id, other.id),
        said,
        to_be_told: None,
        advised: None,
    })
}

fn purge(world: &mut World, random: &mut Random) -> Option<Edit> {
    let Shown { id, event, .. } = shown(world, random)?;
    world.leaving.insert(event);
    world.disturbed.insert(event);
    world.purged.insert(id.clone());
    // Two entries of one address cannot be here: an id names one.
    Some(by_command(world, &["purge", "--entry", &id, "--yes"]))
}
