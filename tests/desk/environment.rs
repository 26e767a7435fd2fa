//! Settings and secrets from the environment, as a container or systemd gives them.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const FEED: &str = "<rss version=\"2.0\"><channel><title>W</title><link>https://w.example/</link><description>d</description>\
    <item><title>One</title><link>https://w.example/1</link><pubDate>20 Aug 2016 09:00:00 GMT</pubDate></item></channel></rss>";

fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    let text = "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
        [[sources]]\nname = \"Wire\"\nfeed = \"up.xml\"\nurl = \"https://w.example/f\"\n";
    fs::write(desk.path().join("desk.toml"), text).unwrap();
    fs::write(desk.path().join("up.xml"), FEED).unwrap();
    desk
}

fn run(desk: &TempDir, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.current_dir(desk.path()).args(arguments).envs(variables.iter().copied());
    command.env("SOURCE_DATE_EPOCH", "1472000000").output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn environment_names_the_configuration_and_stands_above_it() {
    let desk = desk();
    fs::write(desk.path().join("title"), "From a file\n").unwrap();
    let title = desk.path().join("title");
    let output = run(
        &desk,
        &["run"],
        &[
            ("COPYDESK_CONFIG", "desk.toml"),
            ("COPYDESK_SITE_TITLE_FILE", title.to_str().unwrap()),
            ("COPYDESK_PUBLISH_TO", "out"),
            ("COPYDESK_PUBLISH_FORMATS", "rss,json"),
            ("COPYDESK_STORE_URL", "sqlite:state/x.db"),
        ],
    );
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let feed = fs::read_to_string(desk.path().join("out/all/feed.json")).unwrap();
    assert!(feed.contains("From a file"), "{feed}");
    assert!(!desk.path().join("out/all/atom.xml").exists() && desk.path().join("state/x.db").exists());
}

#[test]
fn name_that_means_nothing_is_warned_about_and_the_run_goes_on() {
    let desk = desk();
    let mistyped = [("COPYDESK_CONFIG", "desk.toml"), ("COPYDESK_PUBLSIH_TO", "x")];
    let output = run(&desk, &["run"], &mistyped);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("did you mean COPYDESK_PUBLISH_TO?"), "{}", said(&output));
    assert_eq!(said(&run(&desk, &["--quiet", "run"], &mistyped)), "");
}

#[test]
fn value_of_the_wrong_kind_is_refused_before_anything_is_done() {
    let desk = desk();
    let output =
        run(&desk, &["run"], &[("COPYDESK_CONFIG", "desk.toml"), ("COPYDESK_FETCH_PER_HOST", "few")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("COPYDESK_FETCH_PER_HOST=\"few\" is no whole number"),
        "{}",
        said(&output)
    );
    assert!(!desk.path().join("copydesk.db").exists());
}

#[test]
fn secret_of_a_source_is_never_said() {
    let desk = desk();
    fs::write(desk.path().join("token"), "s3cret-token\n").unwrap();
    let variables = [
        ("COPYDESK_CONFIG", "desk.toml"),
        ("COPYDESK_SOURCE_WIRE_TOKEN_FILE", "token"),
        ("COPYDESK_SOURCE_WIRE_COOKIE", "s3cret-cookie"),
    ];
    for arguments in
        [&["run", "-v"][..], &["status"], &["status", "--json"], &["export"], &["why", "https://w.example/1"]]
    {
        let output = run(&desk, arguments, &variables);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        assert!(!said(&output).contains("s3cret"), "{arguments:?}: {}", said(&output));
    }
    let mut command = Command::new("grep");
    let found =
        command.args(["-rl", "s3cret", "feeds", "copydesk.db"]).current_dir(desk.path()).output().unwrap();
    assert_eq!(said(&found), "");
    let missing = [("COPYDESK_CONFIG", "desk.toml"), ("COPYDESK_SOURCE_WIRE_TOKEN_FILE", "nowhere")];
    assert_eq!(run(&desk, &["run"], &missing).status.code(), Some(2));
}

#[test]
fn clock_of_the_environment_must_be_a_number() {
    let desk = desk();
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    let output = command
        .current_dir(desk.path())
        .args(["--config", "desk.toml", "run"])
        .env("SOURCE_DATE_EPOCH", "today")
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("SOURCE_DATE_EPOCH=\"today\" is no number of seconds"),
        "{}",
        said(&output)
    );
}
