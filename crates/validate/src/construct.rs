//! Atom text constructs and content (RFC 4287, 3.1 and 4.1.3), and XHTML wherever it stands.

use super::check;
use super::element::Content;
use super::html;
use super::namespaces::Ns;
use super::rules::{self, Rule};
use super::values::uri::{self, Form};
use super::values::{is_mime, quote};
use super::walk::{Family, Frame, Walk};

/// The kind of a construct: its `type`, `text` without one, nothing when it refers elsewhere.
fn kind<'f>(frame: &'f Frame<'_>) -> &'f str {
    match frame.attribute(Ns::Core, "type") {
        Some(kind) => &kind.value,
        None if frame.attribute(Ns::Core, "src").is_some() => "",
        None => "text",
    }
}

fn is_xml(kind: &str) -> bool {
    kind.ends_with("+xml") || kind.ends_with("/xml")
}

/// Whether content of this media type is text that stands in the document as it is.
pub(super) fn is_textual(kind: &str) -> bool {
    !kind.contains('/') || is_xml(kind) || kind.starts_with("text/")
}

/// Looks at the start tag of a construct.
pub(super) fn begin(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let Content::Construct { media } = frame.content else { return };
    let subject = format!("<{} type>", frame.title());
    let (kind, src) = (kind(frame), frame.attribute(Ns::Core, "src"));
    let at = frame.attribute(Ns::Core, "type").map_or(frame.at, |kind| kind.at);
    if src.is_none() && walk.family == Family::Rss && (frame.ns, frame.name) != (Ns::Atom, "summary") {
        walk.note(
            rules::DUPLICATE_DESCRIPTION_SEMANTICS,
            frame.at,
            format!("<{}> repeats what RSS has its own element for", frame.title()),
        );
    }
    if kind.is_empty() && frame.attribute(Ns::Core, "type").is_some() {
        walk.note(rules::ATTR_NOT_BLANK, at, format!("{subject} is empty"));
    }
    if kind.contains('/') && !media {
        walk.note(
            rules::INVALID_TEXT_TYPE,
            at,
            format!("{subject}: {} is none of text, html, xhtml", quote(kind)),
        );
    }
    if let Some(src) = src {
        let verdict = uri::check(&src.value, Form::Reference, rules::INVALID_URI_ATTRIBUTE);
        walk.note_fault(&format!("<{} src>", frame.title()), src.at, verdict);
        if frame.attribute(Ns::Core, "type").is_none() {
            walk.note(
                rules::MISSING_TYPE_ATTR,
                frame.at,
                format!("<{}> with src has no type", frame.title()),
            );
        }
    }
    let word = matches!(kind, "text" | "html" | "xhtml") && src.is_none();
    let composite = media && kind == "multipart/alternative";
    if !word && !kind.is_empty() && (composite || !is_mime(kind)) {
        walk.note(
            rules::INVALID_MIME_TYPE,
            at,
            format!("{subject}: {} is no media type of a single thing", quote(kind)),
        );
    }
}

/// Text that is not all white space, in the construct at `index` of the stack.
pub(super) fn text(walk: &mut Walk<'_>, index: usize, at: usize) {
    let frame = walk.frame(index);
    if matches!(frame.content, Content::Construct { .. }) && kind(frame) == "xhtml" && !frame.inked {
        let title = frame.title();
        walk.note(rules::MISSING_XHTML_DIV, at, format!("<{title}> begins with text, not with a div"));
    }
}

/// An element directly inside a construct.
pub(super) fn place<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, uri: &str) {
    let Some(parent) = walk.parent() else { return };
    let (kind, subject) = (kind(parent).to_owned(), parent.title());
    let escaped = parent.plain("mode") == "escaped";
    let empty = !parent.inked;
    let xhtml = frame.ns == Ns::Xhtml;
    let div = xhtml && frame.name == "div";
    let mut broken: Vec<(&'static Rule, String)> = Vec::new();
    if kind != "xhtml" && !is_xml(&kind) {
        broken.push((
            rules::UNDEFINED_ELEMENT,
            format!("<{subject}> of type {kind} holds no elements such as <{}>", frame.title()),
        ));
    }
    if kind == "xhtml" {
        if !div && empty {
            broken.push((
                rules::MISSING_XHTML_DIV,
                format!("<{subject}> begins with <{}>, not with a div of XHTML", frame.title()),
            ));
        }
        if !xhtml && (!empty || frame.name == "div") {
            broken.push((rules::NOT_HTML, format!("<{}> is in {}, not in XHTML", frame.name, quote(uri))));
        }
    }
    if kind == "application/xhtml+xml" {
        if frame.name != "html" {
            broken.push((
                rules::HTML_FRAGMENT,
                format!("<{subject}> of type {kind} begins with <{}>, not with <html>", frame.title()),
            ));
        } else if !xhtml {
            broken.push((rules::NOT_HTML, format!("<html> is in {}, not in XHTML", quote(uri))));
        }
    }
    if escaped {
        broken.push((rules::NOT_ESCAPED, format!("<{subject}> holds <{}> unescaped", frame.title())));
    }
    for (rule, message) in broken {
        walk.note(rule, frame.at, message);
    }
    walk.judge_attribute_characters(frame);
    frame.content = if div { Content::Div(false) } else { Content::Anything };
    if let Some(parent) = walk.parent_mut() {
        parent.mix(frame.ns, frame.name);
    }
}

/// An element inside a div of XHTML.
pub(super) fn place_in_div<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, uri: &str) {
    let in_metadata = walk.parent().is_some_and(|parent| parent.name == "metadata");
    if uri.is_empty() {
        walk.note(
            rules::MISSING_NAMESPACE,
            frame.at,
            format!("<{}> inside XHTML is in no namespace", frame.name),
        );
    } else {
        match frame.ns {
            Ns::Xhtml => judge_xhtml(walk, frame),
            Ns::Svg => judge_foreign(walk, frame, html::is_svg, html::svg_attribute),
            Ns::MathMl => judge_foreign(walk, frame, html::is_mathml, html::mathml_attribute),
            Ns::Unknown => {}
            _ => {
                if !in_metadata {
                    walk.note(
                        rules::UNDEFINED_ELEMENT,
                        frame.at,
                        format!("<{}> inside XHTML", frame.title()),
                    );
                }
                return;
            }
        }
    }
    walk.judge_attribute_characters(frame);
    frame.content = Content::Div(false);
    if let Some(parent) = walk.parent_mut() {
        parent.content = Content::Div(true);
    }
}

fn judge_xhtml(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !html::is_html(frame.name) {
        walk.note(rules::NOT_HTML, frame.at, format!("XHTML has no element <{}>", frame.name));
    } else if !html::is_safe(frame.name) {
        walk.note(rules::SECURITY_RISK, frame.at, format!("<{}> is removed by feed readers", frame.name));
    }
    judge_html_attributes(walk, frame);
}

fn judge_html_attributes(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    for attribute in frame.attributes.iter().filter(|attribute| attribute.ns == Ns::Core) {
        if attribute.name.eq_ignore_ascii_case("style") {
            for part in html::unsafe_parts(&attribute.value) {
                walk.note(
                    rules::DANGEROUS_STYLE_ATTR,
                    attribute.at,
                    format!("the style {} of <{}> is removed by feed readers", quote(&part), frame.name),
                );
            }
        } else if attribute.name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) {
            walk.note(
                rules::SECURITY_RISK_ATTR,
                attribute.at,
                format!("the attribute {} of <{}> runs script", attribute.name, frame.name),
            );
        }
    }
}

fn judge_foreign(walk: &mut Walk<'_>, frame: &Frame<'_>, element: fn(&str) -> bool, known: fn(&str) -> bool) {
    if !element(frame.name) {
        walk.note(rules::SECURITY_RISK, frame.at, format!("<{}> is removed by feed readers", frame.title()));
    }
    for attribute in
        frame.attributes.iter().filter(|attribute| attribute.ns == Ns::Core && !known(attribute.name))
    {
        walk.note(
            rules::SECURITY_RISK_ATTR,
            attribute.at,
            format!("the attribute {} of <{}> is removed by feed readers", attribute.name, frame.title()),
        );
    }
}

/// An element inside an `xhtml:body` of RSS.
pub(super) fn place_in_body<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>) {
    frame.content = Content::HtmlBody;
    if !html::is_safe(&frame.name.to_lowercase()) {
        walk.note(rules::SECURITY_RISK, frame.at, format!("<{}> is removed by feed readers", frame.name));
    }
    judge_html_attributes(walk, frame);
}

/// Looks at a whole div; what is only text counts as the text of what holds it.
pub(super) fn finish_div(walk: &mut Walk<'_>, frame: &Frame<'_>, mixed: bool) {
    if !mixed && let Some(parent) = walk.parent_mut() {
        parent.value.to_mut().push_str(&frame.value);
        parent.inked |= frame.inked;
    }
}

/// Looks at a whole construct.
pub(super) fn finish(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (kind, subject, at) = (kind(frame), frame.subject(), frame.value_place());
    let src = frame.attribute(Ns::Core, "src").is_some();
    let mut value = frame.value.as_ref();
    let decoded;
    match kind {
        "text" => check::plain_text(walk, frame, rules::CONTAINS_UNDECLARED_HTML, &subject, value, at),
        "xhtml" => check::plain_text(walk, frame, rules::NOT_INLINE, &subject, value, at),
        _ => {
            let mut html = kind == "html" || kind.ends_with("/html");
            let mut whole = kind.ends_with("/html");
            if !is_textual(kind) {
                match base64(value) {
                    Some(bytes) => {
                        decoded = String::from_utf8_lossy(&bytes).into_owned();
                        value = &decoded;
                        html = kind.ends_with("/html");
                        whole = false;
                    }
                    None => {
                        walk.note(rules::NOT_BASE64, at, format!("{subject} of type {kind} is not in base64"))
                    }
                }
            }
            if html {
                check::body(walk, &subject, value, at, false);
                if whole && !value.contains("<html") && !src {
                    walk.note(rules::HTML_FRAGMENT, at, format!("{subject} of type {kind} holds no <html>"));
                }
            } else {
                check::plain_text(walk, frame, rules::CONTAINS_UNDECLARED_HTML, &subject, value, at);
            }
        }
    }
    if value.is_empty() && frame.seen.is_empty() && !src {
        walk.note(rules::NOT_BLANK, frame.at, format!("{subject} is empty"));
    }
}

/// The bytes of base64 (RFC 4648, 4); characters outside the alphabet are passed over.
fn base64(text: &str) -> Option<Vec<u8>> {
    let digit = |b: u8| match b {
        b'A'..=b'Z' => Some(b - b'A'),
        b'a'..=b'z' => Some(b - b'a' + 26),
        b'0'..=b'9' => Some(b - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    if !text.is_ascii() {
        return None;
    }
    let digits: Vec<u8> = text.bytes().take_while(|&b| b != b'=').filter_map(digit).collect();
    let padding = text.bytes().filter(|&b| b == b'=').count();
    let odd = digits.len() % 4;
    if odd == 1 || (odd > 1 && padding < 4 - odd) {
        return None;
    }
    let bytes = digits.chunks(4).flat_map(|group| {
        let bits =
            group.iter().fold(0u32, |bits, &digit| bits << 6 | u32::from(digit)) << (6 * (4 - group.len()));
        bits.to_be_bytes().into_iter().skip(1).take(group.len() - 1)
    });
    Some(bytes.collect())
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_decoded_and_its_padding_checked() {
        assert_eq!(base64("SGVsbG8=").as_deref(), Some(&b"Hello"[..]));
        assert_eq!(base64("SGVs\nbG8h").as_deref(), Some(&b"Hello!"[..]));
        assert_eq!(base64("SGVsbG8"), None);
    }
}
