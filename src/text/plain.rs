//! Plain text of HTML, for reading by machines: matching, crediting, cutting. Never published as HTML.

/// The text of an HTML fragment: tags dropped, the common entities decoded, block elements
/// divided by a newline, white space folded.
pub fn of_html(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else { break };
        let name = rest[at + 1..at + end].trim_start_matches('/');
        let block = ["p", "br", "div", "li", "h1", "h2", "h3", "blockquote", "tr", "ul", "ol"];
        let word = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        if block.contains(&word.to_ascii_lowercase().as_str()) {
            out.push('\n');
        }
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    let decoded = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    let decoded = decoded.replace("&nbsp;", " ").replace("&amp;", "&");
    let lines = decoded.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
