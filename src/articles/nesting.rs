//! How deep a page's elements lie inside each other. An HTML parser takes time by the square of
//! it, so a page that is nested without end would hang a run.

/// Elements that never hold another, or that end by themselves where their next begins.
const FLAT: [&str; 26] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "rp", "rt",
];

/// The deepest nesting of elements, as far as counting start and end tags tells.
pub(super) fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        let name = tag.trim_start_matches('/');
        let length = name.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count();
        let name = name[..length].to_ascii_lowercase();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        open = if tag.starts_with('/') { open.saturating_sub(1) } else { open + 1 };
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn depth_counts_open_elements_and_passes_over_those_that_end_by_themselves() {
        assert_eq!(depth("<div><p>a<p>b<br><b>c</b></div><div></div>"), 2);
        assert_eq!(depth(&"<li>x".repeat(5000)), 0);
        assert_eq!(depth(&"<DIV class='x'>".repeat(700)), 700);
        assert_eq!(depth("1 < 2 </>"), 0);
    }
}
