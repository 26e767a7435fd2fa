//! `copydesk credits`: the sources that a text names.
//!
//! Reads records line by line and answers each as it comes. Reads no configuration: the same
//! record gets the same answer everywhere.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Common, Outcome, Stop, code};
use crate::credits::{Names, Passage};
use crate::model::Credit;
use crate::text::plainly::plainly;

/// The sources that a text names.
///
/// Records in, one JSON object a line: {"id", "text" or "html", "link", "title"}. One line out for
/// each: {"id", "credits": [{"name", "url", "kind", "evidence"}]}.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Records, one JSON object a line; - for standard input
    #[arg(value_name = "FILE.ndjson|-")]
    file: PathBuf,
}

#[derive(Debug, Deserialize)]
struct Record {
    id: serde_json::Value,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    link: Option<String>,
}

#[derive(Debug, Serialize)]
struct Answer<'r> {
    id: &'r serde_json::Value,
    credits: Vec<Credit>,
}

/// Runs the command.
pub(super) fn run(args: &Args, _common: &Common) -> Outcome {
    let records = open(&args.file)?;
    let out = BufWriter::new(io::stdout().lock());
    answer_all(records, out, &mut io::stderr().lock())
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Stop> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    match File::open(path) {
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(error) => Err(Stop::unusable(format!("cannot read {}: {error}", path.display()))),
    }
}

/// Answers every record that can be read; the others are reported, and make the exit code 2.
fn answer_all(mut records: impl BufRead, mut out: impl Write, talk: &mut impl Write) -> Outcome {
    let names = Names::new(&[]);
    let mut outcome = code::DONE;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = records.read_until(b'\n', &mut line);
        match read {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => match serde_json::from_slice::<Record>(&line) {
                Ok(record) => answer(&names, &record, &mut out)?,
                Err(error) => {
                    outcome = code::UNUSABLE;
                    // A closed stderr leaves nobody to tell.
                    let _ = writeln!(
                        talk,
                        "copydesk: line {number}: no record of the form {{\"id\", \"text\" or \"html\", \"link\"}}: {}; left out",
                        plainly(&error.to_string())
                    );
                }
            },
            Err(error) => return Err(Stop::unusable(format!("cannot read line {number}: {error}"))),
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn answer(names: &Names, record: &Record, out: &mut impl Write) -> io::Result<()> {
    let passage = Passage {
        title: record.title.as_deref(),
        text: record.text.as_deref().unwrap_or_default(),
        html: record.html.as_deref(),
        link: record.link.as_deref(),
    };
    serde_json::to_writer(&mut *out, &Answer { id: &record.id, credits: names.find(&passage) })?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::{answer_all, code};

    #[test]
    fn a_bad_line_is_reported_by_number_and_the_others_are_answered() {
        let records = "{\"id\":1,\"text\":\"Source: Variety\"}\n\nnonsense\n{\"id\":\"b\",\"text\":\"\"}\n";
        let (mut out, mut talk) = (Vec::new(), Vec::new());
        let outcome = answer_all(records.as_bytes(), &mut out, &mut talk).unwrap();
        assert_eq!(outcome, code::UNUSABLE);
        let out = String::from_utf8(out).unwrap();
        assert_eq!(
            out,
            "{\"id\":1,\"credits\":[{\"name\":\"Variety\",\"kind\":\"source\",\"evidence\":\"Source: Variety\"}]}\n\
             {\"id\":\"b\",\"credits\":[]}\n"
        );
        assert!(String::from_utf8(talk).unwrap().contains("line 3"));
    }
}
