//! The one line with which a run ends that a person watches.

use crate::cli::counted;
use crate::config::Desk;
use crate::pipeline::{Answered, Published, Report};

/// How many new, in how many stories, what was published, where; and how to look at it, the first time.
pub(super) fn ending(report: &Report, desk: &Desk, is_first: bool) -> String {
    let taken = &report.taken_in;
    let (mut new, mut revised, mut failed) = (taken.articles.new, taken.articles.revised, 0);
    let (mut behind, mut held) = (0, 0);
    for note in &taken.sources {
        match &note.answered {
            Answered::Feed { filed, .. } => {
                (new, revised) = (new + filed.new - filed.held, revised + filed.revised);
                (behind, held) = (behind + filed.behind, held + filed.held);
            }
            Answered::Failed(_) | Answered::Offline(_) => failed += 1,
            _ => {}
        }
    }
    let stories = counted(report.settled.led, "story", "stories");
    let mut line = match (new, revised) {
        (0, 0) => "nothing new".to_owned(),
        (new, 0) => format!("{new} new in {stories}"),
        (0, revised) => format!("{revised} revised in {stories}"),
        (new, revised) => format!("{new} new and {revised} revised in {stories}"),
    };
    let of = |wanted: &dyn Fn(&Published) -> bool| {
        report.put_out.documents.iter().filter(|(_, published)| wanted(published)).count()
    };
    let publish = desk.publish.strip_prefix(".").unwrap_or(&desk.publish);
    let folder = publish.display();
    line += &match of(&|published| *published == Published::Written) {
        0 => format!("; {folder} is as it was"),
        written => format!("; {} published in {folder}", counted(written, "document", "documents")),
    };
    let filtered: usize = report.settled.filtered.values().sum::<usize>() + report.settled.rerouted.kept_out;
    for (count, what) in [
        (filtered, format!("{} kept out by filters", counted(filtered, "entry", "entries"))),
        (behind, format!("{behind} of new sources went straight to the archives")),
        (held, counted(held, "entry waits for you", "entries wait for you")),
        (failed, counted(failed, "source gave nothing", "sources gave nothing")),
        (taken.unreadable.len(), counted(taken.unreadable.len(), "article left out", "articles left out")),
        (
            of(&|published| matches!(published, Published::HeldBack(_))),
            counted(
                of(&|published| matches!(published, Published::HeldBack(_))),
                "document held back",
                "documents held back",
            ),
        ),
    ] {
        if count > 0 {
            line += &format!("; {what}");
        }
    }
    if is_first {
        line += &format!(
            "\nthe pages are in {folder}: open {} in a browser, or run `copydesk serve` and look at http://127.0.0.1:8080/",
            publish.join("index.html").display()
        );
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{TEMPLATE, desk};

    #[test]
    fn a_run_ends_with_what_is_new_and_where_it_is() {
        let desk = desk(TEMPLATE, "c", "/srv".into()).unwrap();
        let mut report = Report::default();
        assert_eq!(ending(&report, &desk, false), "nothing new; /srv/feeds is as it was");
        report.taken_in.articles.new = 3;
        report.taken_in.unreadable = vec!["x".to_owned()];
        report.settled.led = 1;
        report.put_out.documents = vec![("all/rss.xml".to_owned(), Published::Written)];
        assert_eq!(
            ending(&report, &desk, false),
            "3 new in 1 story; 1 document published in /srv/feeds; 1 article left out"
        );
        assert!(ending(&report, &desk, true).contains("open /srv/feeds/index.html in a browser"));
    }
}
