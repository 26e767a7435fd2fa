//! The sets of elements that WHATWG HTML 13.2.4 and 13.2.6 treat alike.

pub(super) fn in_table(current: &str) -> bool {
    matches!(current, "table" | "tbody" | "thead" | "tfoot" | "tr" | "colgroup")
}

pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "command"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

pub(super) fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Elements whose end tag closes open list items and paragraphs inside.
pub(super) fn closes_what_is_implied(name: &str) -> bool {
    let paragraph = closes_p(name) && !matches!(name, "hr" | "plaintext" | "table" | "xmp");
    paragraph || matches!(name, "applet" | "button" | "dd" | "dialog" | "dt" | "li" | "marquee" | "object")
}

pub(super) fn is_scope(name: &str) -> bool {
    matches!(name, "applet" | "caption" | "marquee" | "object" | "table" | "td" | "th")
}

/// Elements whose start tag ends an open paragraph.
pub(super) fn closes_p(name: &str) -> bool {
    is_heading(name)
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "center"
                | "details"
                | "dir"
                | "div"
                | "dl"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "header"
                | "hgroup"
                | "hr"
                | "listing"
                | "main"
                | "menu"
                | "nav"
                | "ol"
                | "p"
                | "plaintext"
                | "pre"
                | "section"
                | "summary"
                | "table"
                | "ul"
                | "xmp"
        )
}

/// Elements that an end tag of another name does not reach across.
pub(super) fn is_special(name: &str) -> bool {
    closes_p(name)
        || is_void(name)
        || is_scope(name)
        || matches!(
            name,
            "button"
                | "colgroup"
                | "dd"
                | "dt"
                | "iframe"
                | "li"
                | "noembed"
                | "noframes"
                | "noscript"
                | "script"
                | "select"
                | "style"
                | "tbody"
                | "textarea"
                | "tfoot"
                | "thead"
                | "title"
                | "tr"
        )
}
