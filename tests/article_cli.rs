//! `copydesk article` as scripts meet it: one line a record, in order, and its exit code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

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
