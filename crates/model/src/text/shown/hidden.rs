//! Elements that a browser does not show, and where they end.

use super::tag::{self, Tag};
use crate::text::blocks::is_block;
use crate::text::entities::unescape;

/// Elements open inside a hidden one that are followed; what is deeper belongs to the deepest.
const DEEPEST: usize = 256;

/// Whether an element is not shown. `html` is the whole, since what only waits for a script to fade it
/// in is told by the pictures in it; that is looked at so many times.
pub(super) fn is_hidden(html: &str, tag: &Tag<'_>, looks: &mut usize) -> bool {
    if tag.hidden || tag.is("template") || tag.is("datalist") {
        return true;
    }
    if tag.is("dialog") {
        return tag.attribute("open").is_none();
    }
    let Some(style) = tag.style else { return false };
    match Style::of(&unescape(style)) {
        Style::Shown => false,
        Style::Hidden => true,
        Style::Faded if *looks == 0 => false,
        Style::Faded => {
            !["img", "picture", "video", "figure", "iframe", "svg"].iter().any(|one| tag.is(one)) && {
                *looks -= 1;
                let inside = &html[tag.end..end(html, tag)];
                !["<img", "<picture", "<video", "<iframe"].iter().any(|media| inside.contains(media))
            }
        }
    }
}

/// What an attribute `style` makes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Shown,
    Hidden,
    /// It cannot be seen, perhaps only until a script moves it in.
    Faded,
}

impl Style {
    fn of(style: &str) -> Self {
        // What nearly all styles say needs no further look.
        if style.len() < 9 {
            return Self::Shown;
        }
        let mut known = Declared::default();
        style.split(';').filter_map(|one| one.split_once(':')).for_each(|(name, value)| {
            let value = value.trim().to_ascii_lowercase();
            let value = value.strip_suffix("!important").unwrap_or(&value).trim_end();
            known.take(name.trim().to_ascii_lowercase().as_str(), value);
        });
        known.verdict()
    }
}

/// What matters of a style's declarations; a later one counts before an earlier one.
#[derive(Default)]
struct Declared {
    none: bool,
    invisible: bool,
    clear: bool,
    moves: bool,
    /// No letter has any size.
    sizeless: bool,
    /// Nothing of it has room, and what is beyond is cut off.
    flat: bool,
    cut: bool,
    away: bool,
    placed: bool,
    clipped: bool,
}

impl Declared {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "display" => self.none = value == "none",
            "visibility" => self.invisible = matches!(value, "hidden" | "collapse"),
            "opacity" => self.clear = number(value) == Some(0.0),
            "transition" | "animation" | "animation-name" => self.moves = value != "none",
            "font-size" => self.sizeless = number(value) == Some(0.0),
            "height" | "max-height" | "width" | "max-width" => self.flat |= number(value) == Some(0.0),
            "overflow" | "overflow-x" | "overflow-y" => self.cut = matches!(value, "hidden" | "clip"),
            "left" | "top" | "right" | "bottom" | "text-indent" => {
                self.away |= number(value).is_some_and(|length| length <= -999.0);
                self.placed |= name == "text-indent";
            }
            "position" => self.placed |= matches!(value, "absolute" | "fixed"),
            "clip" | "clip-path" => {
                let shape: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                self.clipped = shape.starts_with("rect(0") && !shape.contains("auto")
                    || shape.starts_with("rect(1px,1px,1px,1px")
                    || shape.starts_with("inset(50%")
                    || shape.starts_with("inset(100%");
            }
            _ => {}
        }
    }

    fn verdict(&self) -> Style {
        let out_of_sight = self.sizeless || self.clipped || self.away && self.placed || self.flat && self.cut;
        if self.none || self.invisible || out_of_sight {
            Style::Hidden
        } else if self.clear && !self.moves {
            Style::Faded
        } else {
            Style::Shown
        }
    }
}

/// The number that a length begins with: `0`, `0px`, `-9999px`, `0.0`.
fn number(value: &str) -> Option<f64> {
    let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
    value[..end].parse().ok()
}

/// Behind an element: its end tag, or where what follows shows that it has ended.
pub(super) fn end(html: &str, tag: &Tag<'_>) -> usize {
    if tag.is_void() {
        return tag.end;
    }
    let bytes = html.as_bytes();
    let mut open: Vec<&str> = vec![tag.name];
    let mut at = tag.end;
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + found;
        match bytes.get(start + 1) {
            Some(b'!' | b'?') => at = tag::behind_comment(html, start),
            _ if tag::begins(html, start) => {
                let Some(inner) = Tag::at(html, start) else { break };
                at = inner.end;
                if inner.closes {
                    match open.iter().rposition(|name| inner.is(name)) {
                        Some(0) => return inner.end,
                        Some(place) => open.truncate(place),
                        // It ends the element around the hidden one, unless it is nobody's.
                        None if is_block(inner.name) && !inner.is("p") && !inner.is("br") => {
                            return start;
                        }
                        None => {}
                    }
                } else {
                    while open.last().is_some_and(|last| is_ended(last, &inner)) {
                        open.pop();
                    }
                    if open.is_empty() {
                        return start;
                    }
                    if is_raw(&inner) {
                        at = tag::behind(html, inner.end, inner.name);
                    } else if !inner.is_void() && open.len() < DEEPEST {
                        open.push(inner.name);
                    }
                }
            }
            _ => at = start + 1,
        }
    }
    html.len()
}

/// Elements whose inside is text alone.
pub(super) fn is_raw(tag: &Tag<'_>) -> bool {
    ["script", "style", "textarea", "title", "xmp", "noembed", "noframes"].iter().any(|raw| tag.is(raw))
}

/// Whether an open element ends where another begins, without an end tag (WHATWG HTML 13.1.2.4).
fn is_ended(open: &str, next: &Tag<'_>) -> bool {
    let one_of = |names: &[&str]| names.iter().any(|name| next.is(name));
    match open.to_ascii_lowercase().as_str() {
        "p" => {
            is_block(next.name)
                && !one_of(&[
                    "br", "caption", "option", "legend", "tbody", "td", "tfoot", "th", "thead", "tr",
                ])
        }
        "li" => one_of(&["li"]),
        "dd" | "dt" => one_of(&["dd", "dt"]),
        "td" | "th" => one_of(&["td", "th", "tr", "tbody", "tfoot"]),
        "tr" => one_of(&["tr", "tbody", "tfoot"]),
        "thead" | "tbody" | "tfoot" => one_of(&["tbody", "tfoot"]),
        _ => false,
    }
}
