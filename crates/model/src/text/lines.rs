//! The lines of plain text as HTML.

use super::escape;

/// So many characters a line has that was broken to fit a width.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;
/// So many ends of lines show whether they were.
const TELLING: usize = 3;
/// Longer is no word.
const LONGEST_WORD: usize = 25;

/// Plain text as HTML: its characters escaped, its lines kept. Blank lines part paragraphs; lines that were
/// only broken to fit a width are joined.
///
/// ```
/// use copydesk_model::text::lines;
/// assert_eq!(lines::html("1 < 2"), "1 &lt; 2");
/// assert_eq!(lines::html("Mon: 9\nTue: 10\n\nEnd"), "<p>Mon: 9<br>Tue: 10</p><p>End</p>");
/// ```
pub fn html(text: &str) -> String {
    if !text.trim().contains(is_end) {
        return escape::text(text.trim_matches(is_end)).into_owned();
    }
    let mut out = String::with_capacity(text.len() + 64);
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{85}'], "\n").replace('\u{2029}', "\n\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let between = if is_wrapped(&lines) { " " } else { "<br>" };
    for paragraph in lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()) {
        out.push_str("<p>");
        for (at, line) in paragraph.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { between });
            escape::push_text(line.trim(), &mut out);
        }
        out.push_str("</p>");
    }
    out
}

fn is_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the ends of lines only fit the text to a width: no first word of the next line would have had room
/// in the line before; or all further lines are set in, as XML is laid out.
fn is_wrapped(lines: &[&str]) -> bool {
    let length = |line: &str| line.trim().chars().count();
    let widest = lines.iter().map(|line| length(line)).max().unwrap_or_default();
    let pairs = || lines.windows(2).filter(|pair| pair.iter().all(|line| !line.trim().is_empty()));
    let count = pairs().count();
    let first = |line: &str| line.split_whitespace().next().map_or(0, |word| word.chars().count());
    // Languages without blanks have no words that could have stood in the line before.
    let full =
        |pair: &&[&str]| first(pair[1]) <= LONGEST_WORD && length(pair[0]) + 1 + first(pair[1]) > widest;
    let set_in = |pair: &&[&str]| pair[1].starts_with("    ") || pair[1].starts_with('\t');
    count > 0 && pairs().all(|pair| set_in(&pair))
        || count >= TELLING && WRAPPED.contains(&widest) && pairs().all(|pair| full(&pair))
}
