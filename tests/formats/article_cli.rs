//! `copydesk article` as scripts meet it: one line a record, in order, and its exit code.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const DUMP: &str = "The harbour museum opens a second hall\n\n\
    The new hall shows ships that were raised from the bay last spring, and the nets they were found in.\n\n\
    Visitors may touch most of what they see, the keeper told Harbour Gazette on Monday.\n\n\
    Source: Tide Weekly\n\nMore in Culture\n";

struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("copydesk-article-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).unwrap();
        name.to_owned()
    }

    fn article(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(&self.0).arg("article").args(args).output().unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_line_a_record_in_the_order_given_and_one_that_is_bad_costs_the_others_nothing() {
    let desk = Desk::new("order");
    let dump = desk.file("a.txt", DUMP);
    let bad = desk.file("b.json", "{\"title\": ");
    let two = desk
        .file("c.ndjson", "{\"title\": \"One\", \"text\": \"x\"}\n{\"title\": \"Two\", \"text\": \"y\"}\n");
    let output = desk.article(&[&dump, &bad, "none.txt", &two]);
    let lines = lines(&output);
    let told: Vec<_> =
        lines.iter().map(|line| (line["file"].as_str().unwrap(), line["ok"] == true)).collect();
    let expected =
        [("a.txt", true), ("b.json", false), ("none.txt", false), ("c.ndjson", true), ("c.ndjson", true)];
    assert_eq!(told, expected);
    assert_eq!(lines[0]["title"], "The harbour museum opens a second hall");
    assert_eq!(lines[0]["section"], "Culture");
    assert_eq!(lines[0]["text"].as_str().unwrap().lines().count(), 2);
    assert!(lines[0].get("summary").is_none() && lines[0].get("published").is_none());
    assert!(lines[1]["error"].as_str().unwrap().contains("b.json"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(desk.article(&[&dump]).status.code(), Some(0));
}

#[test]
fn the_credits_are_those_of_a_run_and_an_own_address_makes_none_of_the_site_itself() {
    let desk = Desk::new("credits");
    let dump = desk.file("a.dump", DUMP);
    let names = |args: &[&str]| -> Vec<String> {
        let lines = lines(&desk.article(args));
        let credits = lines[0]["credits"].as_array().unwrap().clone();
        credits.iter().map(|credit| credit["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["--format", "page-text", &dump]), ["Tide Weekly", "Harbour Gazette"]);
    let own = ["--format", "page-text", "--url", "https://www.harbourgazette.example/culture/hall", &dump];
    assert_eq!(names(&own), ["Tide Weekly"]);
    assert_eq!(desk.article(&["--format", "novel", &dump]).status.code(), Some(2));
    assert_eq!(desk.article(&["--url", "harbour", &dump]).status.code(), Some(2));
}

#[test]
fn a_configuration_gives_its_outlets_and_the_defaults_of_its_rule() {
    let desk = Desk::new("rule");
    let dump = desk.file("a.txt", &DUMP.replace("Tide Weekly", "tide weekly"));
    desk.file(
        "copydesk.toml",
        "[site]\ntitle = \"T\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\nlanguage = \"en\"\n\
         contact = \"https://desk.example/about\"\n[[articles]]\npath = \"*.txt\"\nurl = \"https://desk.example/{slug}\"\nauthor = \"Jo Winter\"\n\
         [[sources]]\nname = \"Tide Weekly\"\nfeed = \"https://tide.example/rss\"\nhome = \"https://tide.example/\"\n",
    );
    let output = desk.article(&[&dump]);
    let lines = lines(&output);
    assert_eq!(lines[0]["authors"][0], "Jo Winter", "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(lines[0]["credits"][0]["name"], "Tide Weekly");
    let table = String::from_utf8(desk.article(&["--table", &dump]).stdout).unwrap();
    assert!(table.contains("The harbour museum") && table.contains("Tide Weekly (source)"), "{table}");
}

const CONFIG: &str = "[site]\ntitle = \"T\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\nlanguage = \"en\"\n\
    contact = \"https://desk.example/about\"\n[[articles]]\npath = \"*.txt\"\nurl = \"https://desk.example/{slug}\"\n";

impl Desk {
    /// A run long before any file of this test was written.
    fn command(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(&self.0).args(args).env("SOURCE_DATE_EPOCH", "1700000000").output().unwrap()
    }
}

#[test]
fn a_file_from_the_future_is_published_now_and_only_a_written_date_embargoes() {
    let desk = Desk::new("future");
    desk.file("copydesk.toml", CONFIG);
    desk.file("a.txt", DUMP);
    desk.file("b.txt", &DUMP.replace("museum", "lighthouse"));
    desk.file("b.toml", "published = \"2024-01-01T00:00:00Z\"\n");
    let output = desk.command(&["run", "-v"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("a.txt: nobody wrote when it was published"), "{said}");
    assert!(said.contains("b.txt: waits until 2024-01-01T00:00:00+00:00"), "{said}");
    let feed = fs::read_to_string(desk.0.join("feeds/all/feed.json")).unwrap();
    assert!(feed.contains("harbour museum") && !feed.contains("harbour lighthouse"), "{feed}");
    assert!(feed.contains("2023-11-14T22:13:20"), "the run's own time: {feed}");
}

#[test]
fn a_new_outlet_is_credited_by_articles_that_were_read_before() {
    let desk = Desk::new("anew");
    desk.file("copydesk.toml", CONFIG);
    desk.file("a.txt", &DUMP.replace("told Harbour Gazette", "told Quayside"));
    let credits = || {
        let output =
            desk.command(&["why", "--json", "https://desk.example/the-harbour-museum-opens-a-second-hall"]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(desk.command(&["run"]).status.success());
    assert!(credits().contains("Tide Weekly") && !credits().contains("Quayside"), "{}", credits());
    fs::write(desk.0.join("none.xml"), "<rss version='2.0'><channel><title>Quayside</title><link>https://quayside.example/</link><description/></channel></rss>").unwrap();
    let source = "[[sources]]\nname = \"Quayside\"\nfeed = \"none.xml\"\nurl = \"https://quayside.example/rss\"\nhome = \"https://quayside.example/\"\n";
    desk.file("copydesk.toml", &format!("{CONFIG}{source}"));
    assert!(desk.command(&["run"]).status.success());
    assert!(credits().contains("Quayside"), "{}", credits());
}
