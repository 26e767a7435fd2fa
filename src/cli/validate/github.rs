//! Findings as workflow commands of GitHub Actions, which show them beside the lines of a change.

use std::io::{self, Write};

use super::sarif::is_file;
use crate::model::{Finding, Level, Report};

/// `::error file=…,line=…,col=…,title=…::…` for each finding.
pub(super) fn write(out: &mut impl Write, name: &str, report: &Report) -> io::Result<()> {
    for Finding { level, code, message, line, column } in &report.findings {
        let command = if *level == Level::Error { "error" } else { "warning" };
        if is_file(name) {
            let file = property(name);
            writeln!(
                out,
                "::{command} file={file},line={line},col={column},title={code}::{}",
                text(message)
            )?;
        } else {
            // What is no file of the repository has no line there; the message says where.
            let whole = format!("{name}:{line}:{column}: {message}");
            writeln!(out, "::{command} title={code}::{}", text(&whole))?;
        }
    }
    if report.omitted > 0 {
        let whole = format!("{name}: {} more findings were counted but not kept", report.omitted);
        writeln!(out, "::notice ::{}", text(&whole))?;
    }
    Ok(())
}

/// A feed that could not be read.
pub(super) fn write_unread(out: &mut impl Write, name: &str, trouble: &str) -> io::Result<()> {
    writeln!(out, "::error title=unreadable::{}", text(&format!("{name}: {trouble}")))
}

/// Escaped as GitHub's toolkit does.
fn text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}
