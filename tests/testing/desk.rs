//! A whole desk made up from a seed: configuration, own articles and four upstream feeds, with
//! the story told by four outlets among news that is not the story.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, Duration, Utc};
use copydesk::articles::{self, Rule};
use copydesk::model::Article;

use super::facts::{Expected, Report};
use super::random::Random;
use super::upstream::{Format, Item, Outlet};
use super::words;

/// A desk in a folder of its own, and what a run must publish.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    pub(crate) expected: Expected,
    now: DateTime<Utc>,
}

/// Roles of the four outlets.
const CREDITED: usize = 0;
const COPIES: usize = 1;
const REWRITES: usize = 2;

/// Everybody and everything that the sentences have places for.
struct Cast {
    outlets: Vec<String>,
    places: Vec<(&'static str, String)>,
}

impl Desk {
    /// The desk of a seed.
    pub(crate) fn of(seed: u64) -> Self {
        let mut random = Random::of(seed);
        let cast = Cast::of(&mut random);
        let start = DateTime::from_timestamp(1_400_000_000, 0).unwrap();
        let told = start + Duration::hours(i64::try_from(random.below(40_000)).unwrap());
        let (outlets, expected, page) = cast.tell(&mut random, told);
        let folder = tempfile::tempdir().unwrap();
        write_desk(folder.path(), &mut random, &outlets, &page, told + Duration::hours(9));
        Self { folder, expected, now: told + Duration::days(2) }
    }

    /// One `copydesk run`, with the clock that many days after the story.
    pub(crate) fn run(&self, days: i64) -> Output {
        let epoch = (self.now + Duration::days(days)).timestamp().to_string();
        Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(["--config", self.folder.path().join("copydesk.toml").to_str().unwrap(), "run"])
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap()
    }

    /// The desk's own article, as the room of articles reads it. No outlet is known to it, so that
    /// the credit of the text itself must tell where its name ends.
    pub(crate) fn own_article(&self) -> Article {
        let rule = Rule { pattern: "articles/**/*".into(), ..Rule::default() };
        let mut found = articles::load(self.folder.path(), &[rule], &[]);
        assert_eq!(found.len(), 1);
        found.remove(0).unwrap_or_else(|bad| panic!("{bad}"))
    }

    /// Where the run publishes.
    pub(crate) fn published(&self) -> PathBuf {
        self.folder.path().join("feeds")
    }

    /// Removes everything that the run remembers.
    pub(crate) fn forget(&self) {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let store = entries.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("desk.db"));
        let removed = store.map(|path| fs::remove_file(path).unwrap()).count();
        assert!(removed > 0, "the store lies elsewhere");
    }
}

impl Cast {
    fn of(random: &mut Random) -> Self {
        let names: Vec<String> = {
            let (first, last) = (random.some(&words::FIRST, 5), random.some(&words::LAST, 5));
            first.iter().zip(last).map(|(first, last)| format!("{first} {last}")).collect()
        };
        let series = random.some(&words::SERIES, 2);
        let month = random.one(&["March", "June", "September", "November"]);
        let date = format!("{} {month}", 1 + random.below(28));
        let mut places = vec![
            ("{actress}", names[0].clone()),
            ("{costar}", names[1].clone()),
            ("{writer}", names[2].clone()),
            ("{minor}", names[3].clone()),
            ("{series}", series[0].to_owned()),
            ("{second_series}", series[1].to_owned()),
            ("{date}", date),
        ];
        for (place, list) in [
            ("{crossover}", &words::CROSSOVERS[..]),
            ("{platform}", &words::PLATFORMS),
            ("{city}", &words::CITIES),
            ("{first}", &words::FIRST_QUOTES),
            ("{second}", &words::SECOND_QUOTES),
            ("{third}", &words::THIRD_QUOTES),
        ] {
            places.push((place, (*random.one(list)).to_owned()));
        }
        let outlets: Vec<String> = random.some(&words::OUTLETS, 4).into_iter().map(str::to_owned).collect();
        places.push(("{credited}", outlets[CREDITED].clone()));
        Self { outlets, places }
    }

    fn fill(&self, sentence: &str) -> String {
        self.places.iter().fold(sentence.to_owned(), |text, (place, value)| text.replace(place, value))
    }

    /// One sentence of each list.
    fn pick(&self, random: &mut Random, lists: &[[&str; 3]]) -> Vec<String> {
        lists.iter().map(|list| self.fill(random.one::<&str>(list))).collect()
    }

    fn tell(&self, random: &mut Random, told: DateTime<Utc>) -> (Vec<Outlet>, Expected, Vec<String>) {
        let mut outlets: Vec<Outlet> = self.outlets.iter().map(|name| outlet(name)).collect();
        let headlines = [
            "{series} season 2 follows {crossover}, {actress} reveals",
            "{actress}: no {series} before we have made {crossover}",
            "{crossover} pushes {series} further down the road",
        ];
        let interview = self.pick(random, &words::INTERVIEW);
        let link = format!("{}story/interview", outlets[CREDITED].home);
        let mut copy: Vec<String> = interview[..5].to_vec();
        copy[0] = copy[0].replace(&format!(" has told {}", outlets[CREDITED].name), " has let it be known");
        let rewrite: Vec<String> =
            self.pick(random, &words::REWRITE).iter().map(|text| text.replace("{link}", &link)).collect();
        for (role, paragraphs, minutes) in
            [(CREDITED, interview, 0), (COPIES, copy, 95), (REWRITES, rewrite, 370)]
        {
            let html = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect::<Vec<_>>().join("\n");
            let name = ["interview", "no-return-yet", "further-down-the-road"][role];
            let url = format!("{}story/{name}", outlets[role].home);
            let title = self.fill(headlines[role]);
            outlets[role].items.push(Item { url, title, html, published: told + Duration::minutes(minutes) });
        }
        let reports = outlets[..3].iter().map(|outlet| Report {
            source: outlet.name.clone(),
            url: outlet.items[0].url.clone(),
            title: outlet.items[0].title.clone(),
        });
        let mut reports: Vec<Report> = reports.collect();
        let separate = self.other_news(random, &mut outlets, told);
        let page: Vec<String> =
            self.pick(random, &words::PAGE).into_iter().filter(|line| !line.is_empty()).collect();
        let credited = reports.remove(CREDITED);
        let expected = Expected { headline: page[0].clone(), credited, also: reports, separate };
        (outlets, expected, page)
    }

    /// Fourteen items of other news, dealt out to the outlets; their titles.
    fn other_news(&self, random: &mut Random, outlets: &mut [Outlet], told: DateTime<Utc>) -> Vec<String> {
        // Those on the same people and series are always among them.
        let mut news = words::OTHERS[..7].to_vec();
        news.extend(random.some(&words::OTHERS[7..], 7));
        let mut titles = Vec::new();
        for (index, (title, text)) in news.into_iter().enumerate() {
            let outlet = &mut outlets[index % 4];
            let title = self.fill(title);
            let minutes = i64::try_from(random.below(4 * 24 * 60)).unwrap() - 3 * 24 * 60;
            let url = format!("{}news/{}", outlet.home, 1000 + index);
            let html = format!("<p>{}</p>", self.fill(text));
            outlet.items.push(Item {
                url,
                title: title.clone(),
                html,
                published: told + Duration::minutes(minutes),
            });
            titles.push(title);
        }
        titles
    }
}

fn outlet(name: &str) -> Outlet {
    let host: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    Outlet { name: name.to_owned(), home: format!("https://www.{host}.example/"), items: Vec::new() }
}

fn write_desk(
    folder: &Path,
    random: &mut Random,
    outlets: &[Outlet],
    page: &[String],
    published: DateTime<Utc>,
) {
    for name in ["upstream", "articles"] {
        fs::create_dir(folder.join(name)).unwrap();
    }
    let mut config = "[site]\ntitle = \"The Copy Table\"\nhome = \"https://copytable.example/\"\n\
        base_url = \"https://copytable.example/feeds/\"\nlanguage = \"en\"\n\n\
        [store]\nurl = \"sqlite:desk.db\"\n\n\
        [publish]\nto = \"feeds\"\nformats = [\"rss\", \"atom\", \"json\", \"html\"]\n\n\
        [[articles]]\npath = \"articles/**/*\"\nurl = \"https://copytable.example/{section}/{slug}\"\nsection = \"tv\"\n\n\
        [[sections]]\nslug = \"tv\"\ntitle = \"TV News\"\nlimit = 50\n\n"
        .to_owned();
    // Which format carries which role is chance too.
    for (index, (outlet, format)) in outlets.iter().zip(random.some(&Format::ALL, 4)).enumerate() {
        let file = format!("upstream/{index}.{}", format.ending());
        fs::write(folder.join(&file), format.document(outlet)).unwrap();
        config.push_str(&format!(
            "[[sources]]\nname = \"{}\"\nfeed = \"{file}\"\nurl = \"{home}feed.{}\"\nhome = \"{home}\"\nsections = [\"tv\"]\nrights = \"summary\"\n\n",
            outlet.name,
            format.ending(),
            home = outlet.home,
        ));
    }
    fs::write(folder.join("copydesk.toml"), config).unwrap();
    let mut text = page.join("\n");
    text.push_str("\nMore in TV News");
    if random.below(2) == 0 {
        text.push('\n');
    }
    fs::write(folder.join("articles/own.txt"), text).unwrap();
    let sidecar = format!("published = \"{}\"\nauthors = [\"Our Own Reporter\"]\n", published.to_rfc3339());
    fs::write(folder.join("articles/own.toml"), sidecar).unwrap();
}
