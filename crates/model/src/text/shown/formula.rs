//! Formulas and drawings in words.

use super::tag::{self, Tag};
use crate::text::escape::push_attribute;
use crate::text::plain;

/// Elements of a formula inside each other that are read; what is deeper is left out.
const DEEPEST: usize = 64;

/// The words of `<math>`, given its inside, as HTML: powers and indices raised and lowered, fractions with a
/// stroke. Where it has none of its own, what stands for it.
pub(super) fn of_math(math: &Tag<'_>, inside: &str) -> String {
    let words = Reader { html: inside, at: 0 }.children("", 0).concat();
    let words = words.trim();
    if !words.is_empty() {
        return words.to_owned();
    }
    let label = ["alttext", "aria-label", "title"].iter().find_map(|name| math.said(name));
    let mut out = String::new();
    push_attribute(&label.unwrap_or_default(), &mut out);
    out
}

/// The words of a formula that stands in a script, as HTML: what wrote it, without the comments and marks that
/// only keep it from other programs.
pub(super) fn of_script(inside: &str) -> String {
    let lines = inside.lines().map(str::trim).filter(|line| !line.starts_with('%'));
    let words = folded(&lines.collect::<Vec<_>>().join(" "));
    let words = words.strip_prefix("<![CDATA[").unwrap_or(&words);
    let words = words.strip_suffix("]]>").unwrap_or(words);
    let mut out = String::new();
    push_attribute(words.trim_end_matches("%").trim(), &mut out);
    out
}

/// Reads the inside of a formula, child by child.
struct Reader<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Reader<'h> {
    /// The children of an element as HTML each, up to its end tag or the end of the text.
    fn children(&mut self, of: &str, depth: usize) -> Vec<String> {
        let mut all = Vec::new();
        while self.at < self.html.len() {
            let rest = &self.html[self.at..];
            let length = rest.find('<').unwrap_or(rest.len());
            let text = folded(&rest[..length]);
            if !text.is_empty() {
                all.push(text);
            }
            self.at += length;
            if self.at == self.html.len() {
                break;
            }
            match Tag::at(self.html, self.at) {
                Some(tag) if tag.closes => {
                    self.at = tag.end;
                    if tag.is(of) {
                        break;
                    }
                }
                Some(tag) => {
                    self.at = tag.end;
                    all.extend(self.element(&tag, depth));
                }
                None if tag::begins(self.html, self.at) => self.at = self.html.len(),
                None if self.html[self.at..].starts_with("<!") => {
                    self.at = tag::behind_comment(self.html, self.at);
                }
                None => self.at += 1,
            }
        }
        all
    }

    fn element(&mut self, tag: &Tag<'h>, depth: usize) -> Option<String> {
        if tag.is_empty() {
            return (tag.is("mspace")).then(|| " ".to_owned());
        }
        let name = tag.name.to_ascii_lowercase();
        if depth == DEEPEST || ["annotation", "annotation-xml", "mphantom", "none"].contains(&name.as_str()) {
            self.at = tag::behind(self.html, self.at, tag.name);
            return None;
        }
        let parts = self.children(tag.name, depth + 1);
        let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
        Some(match name.as_str() {
            "mo" => operator(&parts.concat()),
            "mfrac" => format!("{}/{}", grouped(part(0)), grouped(part(1))),
            "msup" | "mover" => format!("{}<sup>{}</sup>", part(0), part(1)),
            "msub" | "munder" => format!("{}<sub>{}</sub>", part(0), part(1)),
            "msubsup" | "munderover" => format!("{}<sub>{}</sub><sup>{}</sup>", part(0), part(1), part(2)),
            "msqrt" => format!("\u{221a}{}", grouped(&parts.concat())),
            "mroot" => format!("<sup>{}</sup>\u{221a}{}", part(1), grouped(part(0))),
            "mfenced" => {
                let sign = |name: &str, usual: &str| {
                    let mut out = String::new();
                    push_attribute(&tag.attribute(name).unwrap_or(usual.into()), &mut out);
                    out
                };
                format!("{}{}{}", sign("open", "("), parts.join(", "), sign("close", ")"))
            }
            "mtable" => parts.join("; "),
            "mtr" => parts.join(" "),
            "semantics" => part(0).to_owned(),
            _ => parts.concat(),
        })
    }
}

/// An operator between blanks, unless it is a bracket, a sign or invisible.
fn operator(sign: &str) -> String {
    let sign = sign.trim_matches(|c: char| matches!(c, '\u{2061}'..='\u{2064}'));
    match sign {
        "&InvisibleTimes;" | "&ApplyFunction;" | "&it;" | "&af;" => String::new(),
        "(" | ")" | "[" | "]" | "{" | "}" | "|" | "!" | "/" | "'" | "\u{2032}" | "." | "\u{af}" | "^"
        | "\u{2211}" | "\u{222b}" | "\u{220f}" | "" => sign.to_owned(),
        "," | ";" => format!("{sign} "),
        _ => format!(" {sign} "),
    }
}

/// In brackets, unless it is one thing.
fn grouped(part: &str) -> String {
    let part = part.trim();
    let one = !part.contains(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    if one || part.starts_with('(') && part.ends_with(')') { part.to_owned() } else { format!("({part})") }
}

/// What a drawing says, as HTML: its name, else its title, else the words in it. One that is there for
/// decoration says nothing.
pub(super) fn of_drawing(svg: &Tag<'_>, inside: &str) -> String {
    if svg.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true")) {
        return String::new();
    }
    let mut out = String::new();
    if let Some(label) = svg.said("aria-label") {
        push_attribute(&label, &mut out);
        return out;
    }
    let (mut title, mut words) = (String::new(), String::new());
    let mut at = 0;
    while let Some(found) = inside[at..].find('<') {
        let start = at + found;
        let Some(tag) = Tag::at(inside, start) else {
            at = match inside[start..].starts_with("<!") {
                true => tag::behind_comment(inside, start),
                false if tag::begins(inside, start) => break,
                false => start + 1,
            };
            continue;
        };
        at = tag.end;
        let said = ["title", "text", "foreignobject"].iter().any(|name| tag.is(name));
        if tag.closes || !said && !tag.is("style") && !tag.is("script") {
            continue;
        }
        let (to, behind) = tag::inside(inside, tag.end, tag.name);
        at = behind;
        let line = plain::line_of_html(&inside[tag.end..to]);
        match said {
            true if tag.is("title") && title.is_empty() => title = line,
            true if !tag.is("title") && !line.is_empty() => {
                words.extend((!words.is_empty()).then_some(' '));
                words.push_str(&line);
            }
            _ => {}
        }
    }
    push_attribute(if title.is_empty() { &words } else { &title }, &mut out);
    out
}

/// White space folded to single blanks, none at the ends.
fn folded(text: &str) -> String {
    plain::one_line(text)
}
