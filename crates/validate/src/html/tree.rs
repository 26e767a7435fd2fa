//! Tree construction of WHATWG HTML 13.2.6, as far as it goes without a parse error.
//!
//! Where nothing is misnested, the tree is the stack of open elements; so a stack and a few
//! sets of names decide what a browser would have to repair.

use std::borrow::Cow;

use super::kinds::{
    closes_p, closes_what_is_implied, in_table, is_formatting, is_heading, is_scope, is_special, is_void,
};
use super::tokens::{Flawed, Tag, Token, Tokens};
use super::{Flaw, FlawKind, css, names, references};

/// Nesting beyond this is refused rather than followed.
const DEPTH: usize = 512;
/// So many flaws wait for the end of the fragment; for more of them it is read again.
const KEPT: usize = 64;

/// Everything wrong with a fragment. A parse error stands alone: what comes after it, or was seen
/// before, depends on the repair.
pub(crate) fn fragment(html: &str, note: &mut dyn FnMut(Flaw)) {
    let (mut kept, mut count) = (Vec::new(), 0usize);
    let built = Tree::new(html, &mut |flaw| {
        count += 1;
        if kept.len() < KEPT {
            kept.push(flaw);
        }
    })
    .build();
    match built {
        Err((at, message)) => note(Flaw { at, kind: FlawKind::NotHtml, message }),
        Ok(()) if count <= KEPT => kept.into_iter().for_each(note),
        // Now that no parse error can come, they need not wait for the end.
        Ok(()) => {
            let _ = Tree::new(html, note).build();
        }
    }
}

struct Tree<'a, 'n> {
    tokens: Tokens<'a>,
    open: Vec<Cow<'a, str>>,
    form: bool,
    /// How many SVG or MathML elements are open.
    foreign: usize,
    note: &'n mut dyn FnMut(Flaw),
}

type Built = Result<(), Flawed>;

fn flawed(at: usize, what: String) -> Built {
    Err((at, what))
}

impl<'a, 'n> Tree<'a, 'n> {
    fn new(html: &'a str, note: &'n mut dyn FnMut(Flaw)) -> Self {
        Self { tokens: Tokens::new(html), open: Vec::new(), form: false, foreign: 0, note }
    }

    fn build(&mut self) -> Built {
        loop {
            match self.tokens.next()? {
                Token::Eof => return self.finish(),
                Token::Text(at) => self.text(at)?,
                Token::Tag(tag) => {
                    let name = lower(tag.name);
                    if self.foreign > 0 {
                        self.foreign_tag(&tag, name)?;
                    } else if tag.end {
                        self.end(tag.at, &name)?;
                    } else {
                        self.judge(&tag, &name);
                        self.start(&tag, name)?;
                    }
                }
            }
            if self.open.len() > DEPTH {
                return flawed(self.tokens.at, format!("elements nested deeper than {DEPTH}"));
            }
        }
    }

    fn current(&self) -> &str {
        self.open.last().map_or("", |name| name)
    }

    fn finish(&self) -> Built {
        const MAY_STAY: &[&str] = &["dd", "dt", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr"];
        match self.open.iter().rev().find(|name| !MAY_STAY.contains(&name.as_ref())) {
            Some(name) => flawed(self.tokens.at, format!("<{name}> is never closed")),
            None => Ok(()),
        }
    }

    fn text(&self, at: usize) -> Built {
        if in_table(self.current()) {
            return flawed(at, format!("text directly in <{}>", self.current()));
        }
        Ok(())
    }

    /// Notes what readers would strip.
    fn judge(&mut self, tag: &Tag<'_>, name: &str) {
        let mut note = |kind, message| (self.note)(Flaw { at: tag.at, kind, message });
        if !names::is_html(name) {
            return note(FlawKind::NotHtml, format!("HTML has no element <{name}>"));
        }
        if !names::is_safe(name) {
            return note(FlawKind::UnsafeElement, format!("<{name}> is removed by feed readers"));
        }
        for (attribute, value) in &tag.attributes {
            if attribute.eq_ignore_ascii_case("style") {
                for part in css::unsafe_parts(&references::decode(value)) {
                    note(
                        FlawKind::UnsafeStyle,
                        format!("the style \"{}\" of <{name}> is removed by feed readers", clip(&part)),
                    );
                }
            } else if attribute.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) {
                note(FlawKind::UnsafeAttribute, format!("the attribute {attribute} of <{name}> runs script"));
            }
        }
    }

    /// SVG and MathML: balanced is all we ask, for HTML in feeds may not hold them anyway.
    fn foreign_tag(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        if !tag.end {
            (self.note)(Flaw {
                at: tag.at,
                kind: FlawKind::NotHtml,
                message: format!("HTML has no element <{name}>"),
            });
            if !tag.self_closing {
                self.foreign += 1;
                self.open.push(name);
            }
            return Ok(());
        }
        if self.current() != name {
            return flawed(tag.at, format!("</{name}> where <{}> is open", self.current()));
        }
        self.foreign -= 1;
        self.open.pop();
        Ok(())
    }

    fn start(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        let at = tag.at;
        if in_table(self.current()) {
            return self.start_in_table(tag, name);
        }
        if self.in_select() {
            return self.start_in_select(tag, name);
        }
        if closes_p(&name) {
            self.close_p(at, &name)?;
        }
        match name.as_ref() {
            "html" | "body" | "head" | "frameset" | "frame" | "image" | "isindex" | "plaintext" => {
                return flawed(at, format!("<{name}> inside a fragment"));
            }
            "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => {
                return self.start_table_part(tag, name);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if is_heading(self.current()) => {
                return flawed(at, format!("<{name}> inside <{}>", self.current()));
            }
            "form" if self.form => return flawed(at, "a form inside a form".to_owned()),
            "form" => self.form = true,
            "a" | "nobr" if self.has_formatting(&name) => {
                return flawed(at, format!("<{name}> inside <{name}>"));
            }
            "button" if self.in_scope(&name, &[]) => {
                return flawed(at, "a button inside a button".to_owned());
            }
            "li" | "dd" | "dt" => self.start_list_item(at, &name)?,
            "option" | "optgroup" if self.current() == "option" => {
                self.open.pop();
            }
            "rp" | "rt" if self.in_scope("ruby", &[]) => {
                self.close_implied("");
                if self.current() != "ruby" {
                    return flawed(at, format!("<{name}> where <{}> is open", self.current()));
                }
            }
            "svg" | "math" => {
                if !tag.self_closing {
                    self.foreign = 1;
                    self.open.push(name);
                }
                return Ok(());
            }
            _ => {}
        }
        self.push(tag, name)
    }

    /// Puts an element on the stack, or passes over it if it is empty or its content is raw.
    fn push(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        if is_void(&name) {
            return Ok(());
        }
        if tag.self_closing {
            return flawed(tag.at, format!("<{name}/>: only void elements may end with \"/>\""));
        }
        match name.as_ref() {
            "textarea" | "title" => self.tokens.raw_text(&name, true)?,
            "style" | "script" | "xmp" | "iframe" | "noembed" | "noframes" => {
                self.tokens.raw_text(&name, false)?
            }
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn start_list_item(&mut self, at: usize, name: &str) -> Built {
        let same: &[&str] = if name == "li" { &["li"] } else { &["dd", "dt"] };
        let found = self.open.iter().rev().find(|open| {
            same.contains(&open.as_ref())
                || (is_special(open) && !matches!(open.as_ref(), "address" | "div" | "p"))
        });
        if let Some(item) = found.filter(|open| same.contains(&open.as_ref())).cloned() {
            self.end(at, &item)?;
        }
        self.close_p(at, name)
    }

    /// What opens in a table closes what is implied; anything that a browser would move out is a flaw.
    fn start_in_table(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        let at = tag.at;
        let wrong = |current: &str| flawed(at, format!("<{name}> directly in <{current}>"));
        loop {
            let current = self.current().to_owned();
            match (current.as_str(), name.as_ref()) {
                (_, "style" | "script" | "template") if current != "colgroup" => return self.push(tag, name),
                ("table", "caption" | "colgroup" | "tbody" | "thead" | "tfoot") => {
                    return self.push(tag, name);
                }
                ("table", "tr") => self.open.push("tbody".into()),
                ("table", "col") => self.open.push("colgroup".into()),
                ("colgroup", "col") => return self.push(tag, name),
                ("colgroup", _) => {
                    self.open.pop();
                }
                ("tbody" | "thead" | "tfoot", "tr") => return self.push(tag, name),
                ("tr", "td" | "th") => return self.push(tag, name),
                ("tr", "tr")
                | (
                    "tbody" | "thead" | "tfoot" | "tr",
                    "caption" | "col" | "colgroup" | "tbody" | "thead" | "tfoot",
                ) => {
                    self.open.pop();
                }
                (current, _) => return wrong(current),
            }
        }
    }

    /// A part of a table that opens inside a cell closes the cell.
    fn start_table_part(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        let cell = self.open.iter().rposition(|open| matches!(open.as_ref(), "td" | "th"));
        let table = self.open.iter().rposition(|open| open == "table");
        let (Some(cell), Some(table)) = (cell, table) else {
            return flawed(tag.at, format!("<{name}> outside a table"));
        };
        if cell < table {
            return flawed(tag.at, format!("<{name}> directly in <{}>", self.current()));
        }
        let open = self.open[cell].clone();
        self.end(tag.at, &open)?;
        self.start_in_table(tag, name)
    }

    fn in_select(&self) -> bool {
        match self.current() {
            "select" => true,
            "option" | "optgroup" => self.open.iter().any(|open| open == "select"),
            _ => false,
        }
    }

    fn start_in_select(&mut self, tag: &Tag<'a>, name: Cow<'a, str>) -> Built {
        if !matches!(name.as_ref(), "option" | "optgroup" | "script") {
            return flawed(tag.at, format!("<{name}> inside <select>"));
        }
        if name != "script" && self.current() == "option" {
            self.open.pop();
        }
        if name == "optgroup" && self.current() == "optgroup" {
            self.open.pop();
        }
        self.push(tag, name)
    }

    fn end(&mut self, at: usize, name: &str) -> Built {
        match name {
            "html" => return Ok(()),
            "br" | "body" | "head" => return flawed(at, format!("</{name}> closes nothing")),
            _ if is_void(name) => return flawed(at, format!("</{name}>: <{name}> has no end tag")),
            _ => {}
        }
        if in_table(self.current())
            || matches!(
                name,
                "table" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "colgroup"
            )
        {
            return self.end_table_part(at, name);
        }
        if self.in_select() {
            return self.end_in_select(at, name);
        }
        match name {
            "p" if !self.in_scope("p", &["button"]) => return flawed(at, "</p> closes nothing".to_owned()),
            "li" if !self.in_scope("li", &["ol", "ul"]) => {
                return flawed(at, "</li> closes nothing".to_owned());
            }
            "form" => self.form = false,
            _ => {}
        }
        // Formatting elements close only when they are innermost; blocks close all that is implied;
        // all others close what is implied and not special.
        if closes_what_is_implied(name) {
            self.close_implied(name);
        } else if !is_formatting(name) {
            while matches!(self.current(), "option" | "optgroup" | "rp" | "rt") && self.current() != name {
                self.open.pop();
            }
        }
        self.pop(at, name)
    }

    fn pop(&mut self, at: usize, name: &str) -> Built {
        if self.current() == name {
            self.open.pop();
            return Ok(());
        }
        if self.open.iter().any(|open| open == name) {
            return flawed(at, format!("</{name}> where <{}> is still open", self.current()));
        }
        flawed(at, format!("</{name}> closes nothing"))
    }

    fn end_table_part(&mut self, at: usize, name: &str) -> Built {
        match name {
            "td" | "th" | "caption" => self.close_implied(name),
            "style" | "script" | "template" => {}
            "table" | "tr" | "tbody" | "thead" | "tfoot" | "colgroup" => {
                let cell = self
                    .open
                    .iter()
                    .rposition(|open| matches!(open.as_ref(), "td" | "th" | "table" | "caption"));
                if let Some(cell) =
                    cell.map(|i| self.open[i].clone()).filter(|open| matches!(open.as_ref(), "td" | "th"))
                {
                    self.close_implied(&cell);
                    self.pop(at, &cell)?;
                }
                while self.current() != name
                    && matches!(self.current(), "tr" | "tbody" | "thead" | "tfoot" | "colgroup")
                {
                    self.open.pop();
                }
            }
            _ => return flawed(at, format!("</{name}> directly in <{}>", self.current())),
        }
        self.pop(at, name)
    }

    fn end_in_select(&mut self, at: usize, name: &str) -> Built {
        if name == "optgroup" && self.current() == "option" {
            self.open.pop();
        }
        if name == "select" {
            while matches!(self.current(), "option" | "optgroup") {
                self.open.pop();
            }
        }
        self.pop(at, name)
    }

    /// A block closes an open paragraph, which must be innermost but for implied ends.
    fn close_p(&mut self, at: usize, by: &str) -> Built {
        if !self.in_scope("p", &["button"]) {
            return Ok(());
        }
        self.close_implied("p");
        if self.current() == "p" {
            self.open.pop();
            return Ok(());
        }
        flawed(at, format!("<{by}> in a paragraph where <{}> is still open", self.current()))
    }

    fn close_implied(&mut self, except: &str) {
        while matches!(self.current(), "dd" | "dt" | "li" | "option" | "optgroup" | "p" | "rp" | "rt")
            && self.current() != except
        {
            self.open.pop();
        }
    }

    fn in_scope(&self, name: &str, also: &[&str]) -> bool {
        for open in self.open.iter().rev() {
            if open == name {
                return true;
            }
            if is_scope(open) || also.contains(&open.as_ref()) {
                return false;
            }
        }
        false
    }

    /// Whether a formatting element is open since the last cell, caption or object.
    fn has_formatting(&self, name: &str) -> bool {
        let markers = ["applet", "marquee", "object", "td", "th", "caption"];
        self.open.iter().rev().take_while(|open| !markers.contains(&open.as_ref())).any(|open| open == name)
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

fn clip(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &text[..cut]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Flaw, FlawKind};

    fn fragment(html: &str) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        super::fragment(html, &mut |flaw| flaws.push(flaw));
        flaws
    }

    #[test]
    fn what_a_browser_builds_without_repair_is_clean() {
        for html in [
            "",
            "Plain text, AT&amp;T and R & B",
            "<p>One<p>Two<ul><li>a<li>b</ul><br/><img src=a alt=''>",
            "<table><caption>c</caption><tr><td><p>x<th>y<tr><td></table>",
            "<p><a href=\"https://a.example/?a=1&amp;b=2\">x</a> &hellip;</p><!-- note -->",
            "<select><optgroup label=x><option>1<option>2</select>",
            "<dl><dt>t<dd>d</dl><ruby>x<rp>(<rt>y<rp>)</ruby><textarea><p></textarea>",
            "<P>upper</P>",
        ] {
            assert_eq!(fragment(html), [], "{html}");
        }
    }

    #[test]
    fn every_repair_a_browser_makes_is_a_flaw() {
        for html in [
            "<b><i>x</b></i>",
            "<p>x</div>",
            "<div>",
            "x < y",
            "AT&T",
            "&nbsp",
            "<p/>",
            "<a href=x><a href=y></a></a>",
            "<p>x<div>y</div></p>",
            "<table><p>x</p></table>",
            "<td>x</td>",
            "<a href=\"x\"class=y></a>",
            "&#0;",
            "<!doctype html>",
            "<![CDATA[x]]>",
            "<a href='?a=1&b=2'>x</a>",
            "<html><p>x</p>",
            "<img alt=a alt=b>",
            "<!-- a -- b -->",
            "<?php ?>",
            "<b>x",
        ] {
            assert!(matches!(fragment(html).as_slice(), [flaw] if flaw.kind == FlawKind::NotHtml), "{html}");
        }
    }

    #[test]
    fn unsafe_parts_are_named_by_kind() {
        let kinds = |html: &str| fragment(html).into_iter().map(|flaw| flaw.kind).collect::<Vec<_>>();
        assert_eq!(kinds("<script>1 < 2</script>"), [FlawKind::UnsafeElement]);
        assert_eq!(kinds("<p onclick='x()'>x</p>"), [FlawKind::UnsafeAttribute]);
        assert_eq!(kinds("<p style='position:fixed'>x</p>"), [FlawKind::UnsafeStyle]);
        assert_eq!(kinds("<o:p>x</o:p>"), [FlawKind::NotHtml]);
    }
}
