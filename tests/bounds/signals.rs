//! SIGTERM and SIGINT end any command within five seconds, whatever it is at.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A command has so long to end.
const SOON: Duration = Duration::from_secs(5);

const SITE: &str = "[site]\ntitle = \"D\"\nhome = \"https://d.example/\"\nbase_url = \"https://d.example/f/\"\n[publish]\nto = \"feeds\"\n";

struct Desk(tempfile::TempDir);

impl Desk {
    fn new(extra: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::write(desk.0.path().join("copydesk.toml"), format!("{SITE}{extra}")).unwrap();
        fs::create_dir(desk.0.path().join("feeds")).unwrap();
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The command at work; its standard input stays open and says nothing.
    fn start(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.args(arguments).current_dir(self.path()).env("SOURCE_DATE_EPOCH", "1472000000");
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    }
}

/// Ends the command by a signal; how long it took.
fn signalled(child: &mut Child, signal: &str) -> Duration {
    assert!(child.try_wait().unwrap().is_none(), "it ended before the signal");
    let began = Instant::now();
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    while child.try_wait().unwrap().is_none() && began.elapsed() < 4 * SOON {
        std::thread::sleep(Duration::from_millis(20));
    }
    let took = began.elapsed();
    // It has ended, or never will.
    let _ = child.kill();
    took
}

/// CPU seconds that a process has used; zero where the system does not tell.
fn at_work(child: &Child) -> f64 {
    let told = fs::read_to_string(format!("/proc/{}/schedstat", child.id())).unwrap_or_default();
    told.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn wait_until_at_work(child: &Child, seconds: f64) {
    let began = Instant::now();
    while at_work(child) < seconds && began.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_run_ends_whatever_record_it_is_at() {
    for (signal, name) in [("-TERM", "SIGTERM"), ("-INT", "SIGINT")] {
        let desk = Desk::new("[[articles]]\npath = \"own/*\"\n");
        fs::create_dir(desk.path().join("own")).unwrap();
        for number in 0..8 {
            let text = format!("Headline {number}\n\n{}", "Ann Lee told Variety of it. ".repeat(170_000));
            fs::write(desk.path().join(format!("own/{number}.txt")), text).unwrap();
        }
        let mut child = desk.start(&["run"]);
        wait_until_at_work(&child, 1.0);
        let took = signalled(&mut child, signal);
        let told = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
        assert!(took < SOON, "{signal}: {took:?}");
        assert!(told.contains(name), "{told}");
        // The lock is free, and nothing was lost that was there.
        fs::remove_dir_all(desk.path().join("own")).unwrap();
        fs::create_dir(desk.path().join("own")).unwrap();
        let again = desk.start(&["run"]).wait_with_output().unwrap();
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    }
}

#[test]
fn a_run_ends_whatever_feed_it_is_at() {
    let item = |number: usize| {
        format!(
            "<item><guid>{number}</guid><title>T {number}</title><description>{}</description></item>",
            "Ann Lee told Variety of it, and then the Riverton Herald reported more. ".repeat(2_000)
        )
    };
    let mut desk = String::new();
    for number in 0..20 {
        desk += &format!(
            "[[sources]]\nname = \"S {number}\"\nfeed = \"{number}.xml\"\nurl = \"https://s{number}.example/\"\n"
        );
    }
    let desk = Desk::new(&desk);
    let items: String = (0..20).map(item).collect();
    for number in 0..20 {
        let feed = format!("<rss version='2.0'><channel><title>T</title>{items}</channel></rss>");
        fs::write(desk.path().join(format!("{number}.xml")), feed).unwrap();
    }
    let mut child = desk.start(&["run"]);
    wait_until_at_work(&child, 1.5);
    assert!(signalled(&mut child, "-TERM") < SOON);
}

#[test]
fn a_link_to_everything_ends_nothing() {
    let desk = Desk::new("[[articles]]\npath = \"own/**/*.md\"\nurl = \"https://d.example/{slug}\"\n");
    fs::create_dir_all(desk.path().join("own/a")).unwrap();
    fs::write(
        desk.path().join("own/a/x.md"),
        "+++\npublished = \"2016-08-20T10:00:00Z\"\n+++\n# T\n\nText of it.\n",
    )
    .unwrap();
    for (to, name) in [("/", "all"), ("..", "up"), ("a", "twice")] {
        std::os::unix::fs::symlink(to, desk.path().join("own").join(name)).unwrap();
    }
    let began = Instant::now();
    let out = desk.start(&["run", "--json", "--verbose"]).wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{told}");
    assert!(began.elapsed() < Duration::from_secs(20));
    for link in ["own/all", "own/up"] {
        assert!(told.contains(&format!("{link}: a link to a folder that it lies in itself")), "{told}");
    }
    assert!(!told.contains("own/twice"), "{told}");
}

#[test]
fn commands_that_wait_for_their_input_end() {
    let desk = Desk::new("");
    for arguments in [
        &["run", "--articles", "-"][..],
        &["parse", "-"],
        &["validate", "-"],
        &["stories", "-"],
        &["credits", "-"],
        &["import", "-"],
        &["serve", "--listen", "127.0.0.1:0"],
        &["serve", "--listen", "127.0.0.1:0", "--refresh", "1"],
    ] {
        for signal in ["-TERM", "-INT"] {
            let mut child = desk.start(arguments);
            // Whatever it listens to, it does by then.
            std::thread::sleep(Duration::from_millis(700));
            let took = signalled(&mut child, signal);
            assert!(took < SOON, "{arguments:?} {signal}: {took:?}");
        }
    }
}

#[test]
fn commands_that_wait_for_a_page_end() {
    let origin = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", origin.local_addr().unwrap());
    let desk = Desk::new("[fetch]\nallow_addresses = [\"127.0.0.0/8\"]\n");
    for arguments in [["add", &address], ["import", &address], ["validate", &address]] {
        let mut child = desk.start(&arguments);
        std::thread::sleep(Duration::from_millis(700));
        let took = signalled(&mut child, "-TERM");
        assert!(took < SOON, "{arguments:?}: {took:?}");
    }
}

#[test]
fn commands_that_read_the_desk_end() {
    let desk = Desk::new("");
    let pipe = desk.path().join("pipe.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    for arguments in [
        &["status"][..],
        &["why", "https://a.example/1"],
        &["export"],
        &["backup", "copy.db"],
        &["vacuum"],
        &["run"],
        &["serve"],
        &["add", "https://a.example/"],
    ] {
        let mut child = desk.start(&[&["--config", pipe], arguments].concat());
        std::thread::sleep(Duration::from_millis(400));
        let took = signalled(&mut child, "-TERM");
        assert!(took < SOON, "{arguments:?}: {took:?}");
    }
}

/// The deadline ends the asking, whatever comes in meanwhile: trickles, endless heads, texts that cost much.
#[test]
fn a_run_ends_at_its_deadline_whatever_it_is_at() {
    use std::io::{Read, Write};
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = server.local_addr().unwrap();
    std::thread::spawn(move || {
        for (number, stream) in server.incoming().flatten().enumerate() {
            std::thread::spawn(move || trickle(number, stream));
        }
    });
    fn trickle(number: usize, mut stream: std::net::TcpStream) -> Option<()> {
        stream.read(&mut [0; 4096]).ok().filter(|read| *read > 0)?;
        let text = "Ann Lee told Variety of it, and then the Riverton Herald reported more. ".repeat(2_000);
        let item = |id: &str| format!("<item><guid>{id}</guid><description>{text}</description></item>");
        stream.write_all(b"HTTP/1.1 200 OK\r\n").ok()?;
        for turn in 0.. {
            match number % 3 {
                0 => stream.write_all(format!("X-{turn}: x\r\n").as_bytes()).ok()?,
                1 if turn == 0 => stream.write_all(b"\r\n<rss version='2.0'><channel>").ok()?,
                1 => stream.write_all(item(&turn.to_string()).as_bytes()).ok()?,
                _ if turn == 0 => {
                    let items: String = (0..10).map(|id| item(&id.to_string())).collect();
                    let feed = format!("\r\n<rss version='2.0'><channel>{items}</channel></rss>");
                    return stream.write_all(feed.as_bytes()).ok();
                }
                _ => return None,
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        None
    }
    let mut desk =
        "[fetch]\ndeadline_seconds = 2\ngap_seconds = 0\nallow_addresses = [\"127.0.0.0/8\"]\n".to_owned();
    for number in 0..12 {
        desk += &format!("[[sources]]\nname = \"S {number}\"\nfeed = \"http://{address}/{number}\"\n");
    }
    let desk = Desk::new(&desk);
    let began = Instant::now();
    desk.start(&["run"]).wait_with_output().unwrap();
    // Two seconds of asking, and what had come by then is read, in a debug build beside other tests.
    assert!(began.elapsed() < 4 * SOON, "{:?}", began.elapsed());
}
