//! From a list of feeds to sources: which are new, which sections their folders mean, and which
//! lines are left out and why. Decides only; nothing is written or asked.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::convert::Infallible;

use url::Url;

use super::edit::{NewSection, NewSource, canonical, known};
use super::sense::is_tag;
use super::{ALL, Desk};
use crate::model::{Rights, Section, Subscription, Subscriptions};
use crate::text;
use crate::text::numbered::first_free;
use crate::text::slug::slug;
use crate::text::url::{subscribed, take_login};
use xxhash_rust::xxh3::xxh3_64;

/// What is said of all feeds of a list, whatever the list says.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Their sections; empty to take the list's folders.
    pub sections: Vec<String>,
    /// What may be shown of them.
    pub rights: Option<Rights>,
}

/// What importing a list would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Sections that folders ask for and the desk lacks.
    pub sections: Vec<NewSection>,
    /// Sources that the desk lacks.
    pub sources: Vec<NewSource>,
    /// What is left out.
    pub skipped: Vec<Skipped>,
}

/// A line of a list that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// What the list calls it.
    pub name: String,
    /// Why it is left out.
    pub why: String,
}

/// Plans the import of lists into a desk.
pub fn plan(desk: &Desk, lists: &[Subscriptions], terms: &Terms) -> Plan {
    let (mut plan, mut asked) = (Plan::default(), Asked::default());
    let known = known(&desk.sources);
    // Each feed of the list: its place among the sources, and its sections so far.
    let mut taken: BTreeMap<String, (usize, HashSet<String>)> = BTreeMap::new();
    for list in lists {
        for other in &list.others {
            plan.skipped.push(Skipped { name: other.clone(), why: "it names no feed".to_owned() });
        }
        for line in &list.feeds {
            let name = name(line);
            let place = canonical(&line.feed);
            let its_sections = match terms.sections.as_slice() {
                [] => sections(line, &desk.sections, &mut asked),
                fixed => fixed.to_vec(),
            };
            // A feed in several folders belongs to the section of each.
            if let Some((at, has)) = taken.get_mut(&place)
                && let Some(before) = plan.sources.get_mut(*at)
            {
                let more: Vec<String> =
                    its_sections.into_iter().filter(|slug| has.insert(slug.clone())).collect();
                let why = match more.as_slice() {
                    [] => format!("it stands in the list before, as \"{}\"", before.name),
                    more => format!(
                        "it stands in the list before, as \"{}\", which now belongs to {} too",
                        before.name,
                        more.join(", ")
                    ),
                };
                before.sections.extend(more);
                plan.skipped.push(Skipped { name, why });
                continue;
            }
            let address = address(line).and_then(|address| match known.get(&place) {
                Some(name) => Err(format!("it is there already, as \"{name}\"")),
                None => Ok(address),
            });
            let mut address = match address {
                Ok(address) => address,
                Err(why) => {
                    plan.skipped.push(Skipped { name, why });
                    continue;
                }
            };
            taken.insert(place, (plan.sources.len(), its_sections.iter().cloned().collect()));
            let login = take_login(&mut address);
            plan.sources.push(NewSource {
                name,
                feed: address.into(),
                login,
                home: line.page.as_deref().and_then(|page| subscribed(page).ok()).map(without_login),
                sections: its_sections,
                rights: terms.rights,
                // A list comes from outside: what is no tag is left out.
                language: line.language.clone().filter(|tag| is_tag(tag)),
            });
        }
    }
    plan.sections = asked.sections;
    plan
}

/// Sections that lists ask for and the desk lacks.
#[derive(Default)]
struct Asked {
    sections: Vec<NewSection>,
    slugs: HashSet<String>,
    by_words: HashMap<String, String>,
}

/// The address of a line. A list comes from outside: what it names is on the web, or is refused.
///
/// # Errors
/// Why the line can't be a source, for a person.
pub fn address(line: &Subscription) -> Result<Url, String> {
    subscribed(&line.feed)
}

fn without_login(mut url: Url) -> String {
    take_login(&mut url);
    url.into()
}

/// The slugs of the sections that a line's folders and categories mean among those of a desk.
pub fn known_sections(line: &Subscription, known: &[Section]) -> Vec<String> {
    let mut seen = HashSet::new();
    let named = folders(line).chain(words(line)).filter_map(|name| section(name, known));
    named.filter(|slug| seen.insert(slug.clone())).collect()
}

/// What a line is called.
pub fn name(line: &Subscription) -> String {
    let host = || {
        let address = subscribed(&line.feed).ok().and_then(|url| text::url::domain(url.as_str()));
        address.unwrap_or_else(|| text::url::shown(&line.feed))
    };
    line.name.clone().unwrap_or_else(host)
}

/// The sections of a line; a folder that the desk has no section for asks for one.
fn sections(line: &Subscription, known: &[Section], new: &mut Asked) -> Vec<String> {
    let mut slugs = known_sections(line, known);
    let mut seen: HashSet<String> = slugs.iter().cloned().collect();
    for folder in folders(line) {
        if section(folder, known).is_some() || slug_of(folder) == ALL {
            continue;
        }
        let its = new.slug(folder, known);
        if seen.insert(its.clone()) {
            slugs.push(its);
        }
    }
    slugs
}

impl Asked {
    /// The slug of a folder's section. Folders whose names differ in signs alone (`C`, `C++`) have one each.
    fn slug(&mut self, folder: &str, known: &[Section]) -> String {
        let words = words_of(folder);
        if let Some(slug) = self.by_words.get(&words) {
            return slug.clone();
        }
        let is_free = |slug: &str| {
            slug != ALL && !self.slugs.contains(slug) && known.iter().all(|section| section.slug != slug)
        };
        let base = slug_of(folder);
        let numbered = |number: u32| if number < 2 { base.clone() } else { format!("{base}-{number}") };
        let Ok(number) = first_free(1, |number| Ok::<_, Infallible>(!is_free(&numbered(number))));
        let slug = numbered(number);
        self.sections.push(NewSection { slug: slug.clone(), title: folder.to_owned() });
        self.slugs.insert(slug.clone());
        self.by_words.insert(words, slug.clone());
        slug
    }
}

/// The slug that a folder's name gives. Folders of sections are named in plain letters.
fn slug_of(folder: &str) -> String {
    let spelled = folder.replace('+', " plus ").replace('#', " sharp ");
    match slug(&spelled) {
        empty if empty.is_empty() => format!("section-{:08x}", xxh3_64(folder.as_bytes()) >> 32),
        its => its,
    }
}

/// A name without case and the marks between words.
fn words_of(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| !c.is_whitespace() && !"-_./".contains(*c)).collect()
}

/// The folders of a line: those it lies in, and those of categories that are paths.
fn folders(line: &Subscription) -> impl Iterator<Item = &str> {
    let paths = line.categories.iter().filter(|category| category.starts_with('/'));
    let parts = paths.flat_map(|path| path.split('/')).map(str::trim).filter(|part| !part.is_empty());
    line.folders.iter().map(String::as_str).chain(parts)
}

/// Categories that are words, not paths. They ask for nothing that is not there.
fn words(line: &Subscription) -> impl Iterator<Item = &str> {
    line.categories.iter().map(String::as_str).filter(|category| !category.starts_with('/'))
}

fn section(name: &str, known: &[Section]) -> Option<String> {
    let (its, words) = (slug_of(name), words_of(name));
    let same = |section: &&Section| {
        section.slug == its || words_of(&section.title) == words || section.formerly.contains(&its)
    };
    known.iter().find(same).map(|section| section.slug.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: &str = "[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n\
        [[sources]]\nname = \"A\"\nfeed = \"https://a.example/f\"\n[[sections]]\nslug = \"tv\"\ntitle = \"TV News\"\n";

    fn plan_of(lines: &[(&str, &str, &[&str], &[&str])], terms: &Terms) -> Plan {
        let owned = |list: &[&str]| list.iter().map(|&one| one.to_owned()).collect();
        let line = |&(name, feed, folders, categories): &(&str, &str, &[&str], &[&str])| Subscription {
            name: Some(name.to_owned()),
            feed: feed.to_owned(),
            folders: owned(folders),
            categories: owned(categories),
            ..Subscription::default()
        };
        let feeds = lines.iter().map(line).collect();
        let desk = super::super::desk(DESK, "t", ".".into()).unwrap();
        plan(&desk, &[Subscriptions { feeds, ..Subscriptions::default() }], terms)
    }

    #[test]
    fn folders_become_sections_and_words_only_those_that_are_there() {
        let lines: &[(&str, &str, &[&str], &[&str])] = &[
            ("B", "https://b.example/f", &["Culture", "tv news"], &["TV", "sports"]),
            ("C", "https://c.example/f", &[], &["/Culture/Film", "all"]),
        ];
        let plan = plan_of(lines, &Terms::default());
        assert_eq!(plan.sources[0].sections, ["tv", "culture"]);
        assert_eq!(plan.sources[1].sections, ["culture", "film"]);
        let titles: Vec<&str> = plan.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["Culture", "Film"]);
    }

    #[test]
    fn duplicates_and_unusable_lines_are_left_out_with_the_reason() {
        let lines: &[(&str, &str, &[&str], &[&str])] = &[
            ("Again", "http://www.a.example/f", &[], &[]),
            ("B", "https://b.example/f", &[], &[]),
            ("B too", "feed:https://b.example/f#x", &[], &[]),
            ("File", "file:///etc/passwd", &[], &[]),
            ("Path", "feed:///etc/passwd", &[], &[]),
            ("Name", "operators.atom", &[], &[]),
        ];
        let plan = plan_of(lines, &Terms::default());
        assert_eq!(plan.sources.len(), 1);
        let whys: Vec<&str> = plan.skipped.iter().map(|skipped| skipped.why.as_str()).collect();
        assert_eq!(whys[0], "it is there already, as \"A\"");
        assert_eq!(whys[1], "it stands in the list before, as \"B\"");
        assert!(whys[2..].iter().all(|why| why.contains("no http or https address")), "{whys:?}");
        assert!(whys.len() == 5 && whys[3].contains("feed:///etc/passwd"), "{whys:?}");
    }

    #[test]
    fn feed_addresses_of_a_list_mean_their_web_address_and_logins_go_apart() {
        let lines: &[(&str, &str, &[&str], &[&str])] =
            &[("B", "feed://b.example/f", &[], &[]), ("C", "https://ann:secret@c.example/f", &[], &[])];
        let plan = plan_of(lines, &Terms::default());
        assert_eq!(plan.sources[0].feed, "http://b.example/f");
        assert_eq!(plan.sources[1].feed, "https://c.example/f");
        assert_eq!(plan.sources[1].login.as_deref(), Some("ann:secret"));
    }

    #[test]
    fn a_feed_in_several_folders_belongs_to_all_of_them_and_folders_differ_in_signs_too() {
        let lines: &[(&str, &str, &[&str], &[&str])] = &[
            ("B", "https://b.example/f", &[], &[]),
            ("B", "https://b.example/f", &["C++"], &[]),
            ("B", "http://b.example/f/", &["C#"], &[]),
            ("C", "itpc://c.example/f", &["C"], &[]),
            ("D", "www.d.example/f", &["\u{65b0}\u{95fb}"], &[]),
            ("E", "//e.example/f", &["\u{2605}\u{2605}\u{2605}"], &[]),
            ("F", "pcast:https://f.example/f", &["\u{2606}"], &[]),
            ("G", "podcast://g.example/f", &["TV-News"], &[]),
        ];
        let plan = plan_of(lines, &Terms::default());
        let feeds: Vec<&str> = plan.sources.iter().map(|source| source.feed.as_str()).collect();
        assert_eq!(
            feeds,
            [
                "https://b.example/f",
                "http://c.example/f",
                "https://www.d.example/f",
                "https://e.example/f",
                "https://f.example/f",
                "http://g.example/f"
            ]
        );
        assert_eq!(plan.sources[0].sections, ["c-plus-plus", "c-sharp"]);
        assert_eq!(plan.sources[1].sections, ["c"]);
        assert_eq!(plan.sources[5].sections, ["tv"]);
        let slugs: HashSet<&str> = plan.sections.iter().map(|section| section.slug.as_str()).collect();
        assert_eq!(slugs.len(), 6, "{:?}", plan.sections);
        assert!(plan.skipped[0].why.contains("which now belongs to c-plus-plus too"), "{:?}", plan.skipped);
    }

    #[test]
    fn terms_of_the_person_who_imports_stand_above_the_list() {
        let terms = Terms { sections: vec!["tv".into()], rights: Some(Rights::Headline) };
        let plan = plan_of(&[("B", "https://b.example/f", &["Else"], &[])], &terms);
        assert_eq!((plan.sections.len(), plan.sources[0].sections[0].as_str()), (0, "tv"));
        assert_eq!(plan.sources[0].rights, Some(Rights::Headline));
    }
}
