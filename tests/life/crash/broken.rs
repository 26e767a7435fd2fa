//! A disk that is full, folders that can't be written, a database that another program holds, a
//! publish folder that vanishes: said in words, nothing half done, and mended by the next run.

use std::fs;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::crash::world::{Desk, Origin, said};
use crate::crash::{Documents, must_be_old_or_new, must_be_the_same};

/// Two desks that have published round 0, and what round 1 makes of the one that nothing befalls.
fn at_round_1() -> (Origin, Desk, Desk, Documents, Documents) {
    let origin = Origin::start();
    origin.pause.store(0, Ordering::SeqCst);
    let (robbed, spared) = (Desk::new(&origin), Desk::new(&origin));
    for desk in [&robbed, &spared] {
        desk.write_article(0);
        desk.run(0);
        desk.write_article(1);
    }
    origin.turn_to(1);
    let old = spared.published();
    spared.run(1);
    let new = spared.published();
    assert!(old != new);
    (origin, robbed, spared, old, new)
}

/// Runs a script in a mount namespace of its own, with `$copydesk` set; `None` where the system
/// gives no such namespaces.
#[expect(clippy::print_stderr, reason = "a test says what it left out")]
fn with_mounts(desk: &Desk, script: &str) -> Option<Output> {
    let allowed = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    if !allowed.is_ok_and(|output| output.status.success()) {
        eprintln!("left out: this system lets no test mount a file system");
        return None;
    }
    let run = desk.command(1);
    let mut shell = Command::new("unshare");
    shell.args(["-rm", "sh", "-ec", script]).current_dir(desk.0.path()).env("copydesk", run.get_program());
    for (name, value) in run.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    Some(shell.output().unwrap())
}

#[test]
fn full_disk_is_said_and_costs_nothing_once_there_is_room() {
    let (_origin, desk, spared, old, new) = at_round_1();
    let mut failed = 0;
    // From a disk on which nothing fits to one that takes the database but not every document.
    for room in [0, 40, 150, 300, 600, 900] {
        // The run works on a small file system that holds the desk; what it leaves is copied back,
        // and a log that it is done with may not stay beside its database.
        let script = format!(
            "size=$(( $(du -sk --apparent-size . | cut -f1) + $(find . | wc -l) * 4 + {room} ))
             mount -t tmpfs -o size=${{size}}k none /mnt && cp -a . /mnt && code=0
             $copydesk --config /mnt/copydesk.toml run || code=$?
             find /mnt -name '.copydesk-*' | grep . && echo left a temporary file
             rm -f copydesk.db-*; cp -a /mnt/. . && exit $code"
        );
        let Some(output) = with_mounts(&desk, &script) else { return };
        let said = said(&output);
        assert!(desk.database().is_whole(), "{room}: {said}");
        must_be_old_or_new(&desk.published(), &old, &new);
        match output.status.code() {
            Some(0) => break,
            // Told once, if the runs before failed for the same reason.
            Some(1 | 2) => assert!(said.contains("full") || failed > 0, "{room}: {said}"),
            other => panic!("{room}: {other:?} {said}"),
        }
        failed += 1;
    }
    assert!(failed >= 2, "only {failed} runs met a full disk");
    desk.recover(1);
    must_be_the_same(&desk, &spared, &new, 1);
}

#[test]
fn publish_folder_that_cannot_be_written_is_said_and_the_next_run_publishes() {
    let (_origin, desk, spared, old, new) = at_round_1();
    let script = "mount --bind feeds feeds && mount -o remount,bind,ro feeds && $copydesk run";
    let Some(output) = with_mounts(&desk, script) else { return };
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("read-only: remount it"), "{}", said(&output));
    assert!(desk.published() == old);
    desk.recover(1);
    must_be_the_same(&desk, &spared, &new, 1);
}

#[test]
fn folder_of_the_database_that_cannot_be_written_is_said_before_anybody_is_asked() {
    let (origin, desk, spared, old, new) = at_round_1();
    origin.asked();
    let script = "mount --bind . . && mount -o remount,bind,ro . && cd . && $copydesk run";
    let Some(output) = with_mounts(&desk, script) else { return };
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("must be writable"), "{}", said(&output));
    assert_eq!(origin.asked(), Vec::<String>::new());
    assert!(desk.published() == old);
    desk.recover(1);
    must_be_the_same(&desk, &spared, &new, 1);
}

#[test]
fn database_that_another_program_holds_is_said_and_the_next_run_goes_on() {
    let (_origin, desk, spared, old, new) = at_round_1();
    let holder = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let output = desk.command(1).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("another program has been writing to it"), "{}", said(&output));
    assert!(desk.published() == old);
    holder.execute_batch("ROLLBACK").unwrap();
    drop(holder);
    desk.recover(1);
    must_be_the_same(&desk, &spared, &new, 1);
}

#[test]
fn publish_folder_that_vanishes_again_and_again_stops_nobody() {
    let (_origin, desk, spared, _, new) = at_round_1();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::SeqCst) {
                // It may be gone already.
                let _ = fs::remove_dir_all(desk.path("feeds"));
                std::thread::sleep(std::time::Duration::from_millis(3));
            }
        });
        for _ in 0..5 {
            let output = desk.command(1).output().unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
            assert!(!said(&output).contains("panicked"), "{}", said(&output));
        }
        done.store(true, Ordering::SeqCst);
    });
    desk.recover(1);
    must_be_the_same(&desk, &spared, &new, 1);
}
