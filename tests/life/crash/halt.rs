//! SIGTERM and SIGINT end a run at the next safe point.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crate::crash::must_be_the_same;
use crate::crash::world::{Desk, Origin, SOURCES, said};

#[test]
fn signal_ends_a_run_within_seconds_and_what_was_filed_is_not_asked_for_again() {
    let origin = Origin::start();
    let (told, never_told) = (Desk::new(&origin), Desk::new(&origin));
    never_told.run(0);
    for (signal, code) in [("TERM", 143), ("INT", 130)] {
        // The whole run would take half a minute or more.
        origin.pause.store(6_000, Ordering::SeqCst);
        let run = told.start(0);
        std::thread::sleep(Duration::from_millis(7_000));
        let began = Instant::now();
        send(signal, run.id());
        let output = run.wait_with_output().unwrap();
        assert!(began.elapsed() < Duration::from_secs(5), "{signal}: {:?}", began.elapsed());
        assert_eq!(output.status.code(), Some(code), "{signal}: {}", said(&output));
        assert!(said(&output).contains(&format!("SIG{signal} ended the run early")), "{}", said(&output));
    }
    let filed = told.database().filed(0);
    assert!((1..SOURCES).contains(&filed.len()), "{filed:?}");
    origin.pause.store(0, Ordering::SeqCst);
    origin.asked();
    told.run(0);
    assert!(origin.asked().iter().all(|path| !filed.contains(path)), "asked again although filed");
    must_be_the_same(&told, &never_told, &never_told.published(), 0);
}

#[test]
fn second_run_ends_at_once_while_the_first_waits_for_the_network() {
    let origin = Origin::start();
    origin.pause.store(20_000, Ordering::SeqCst);
    let desk = Desk::new(&origin);
    let mut first = desk.start(0);
    while origin.asked().is_empty() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let began = Instant::now();
    let second = desk.command(0).output().unwrap();
    assert_eq!((second.status.code(), said(&second).as_str()), (Some(75), ""));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    first.kill().unwrap();
    first.wait().unwrap();
}

fn send(signal: &str, process: u32) {
    let sent = std::process::Command::new("kill").args(["-s", signal, &process.to_string()]).status();
    assert!(sent.unwrap().success());
}
