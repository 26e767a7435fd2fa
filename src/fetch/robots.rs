//! robots.txt (RFC 9309): what a site asks of those who read its pages without a person asking. Pure.
//!
//! Of a file the group for `copydesk` counts, else the one for everybody; the longest rule that fits an
//! address decides, and of two as long the one that allows. `*` and `$` mean what they mean there.

use url::Url;

/// Bytes of a file that are read (RFC 9309 2.5 asks for this many at least).
const LONGEST: usize = 512 * 1024;
/// Rules of a group that are kept; what comes behind is not obeyed, and nobody writes as many.
const MOST_RULES: usize = 2_000;
/// The name that rules for us begin with.
const OURS: &str = "copydesk";
/// Seconds between two requests that are kept at most where a site asks for them.
const LONGEST_DELAY: f64 = 60.0;

/// What a site asks of us.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Robots {
    /// Whether what fits is allowed, and the pattern.
    rules: Vec<(bool, String)>,
    /// Seconds between two requests (`Crawl-delay`, no part of the standard).
    pub delay: Option<f64>,
}

/// A group of rules, and whom it is for.
#[derive(Default)]
struct Group {
    ours: bool,
    everybody: bool,
    robots: Robots,
}

impl Robots {
    /// Nothing may be asked: what counts while nobody knows the rules.
    pub fn closed() -> Self {
        Self { rules: vec![(false, "/".to_owned())], delay: None }
    }

    /// The rules of a file, whatever else it holds.
    pub fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST)]);
        let mut groups: Vec<Group> = Vec::new();
        let mut names_end = true;
        for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            match key.as_str() {
                "user-agent" => {
                    if names_end {
                        groups.push(Group::default());
                    }
                    names_end = false;
                    if let Some(group) = groups.last_mut() {
                        group.everybody |= value == "*";
                        group.ours |= is_ours(value);
                    }
                }
                "allow" | "disallow" => {
                    names_end = true;
                    if let Some(group) = groups.last_mut()
                        && !value.is_empty()
                        && group.robots.rules.len() < MOST_RULES
                    {
                        group.robots.rules.push((key == "allow", encoded(value)));
                    }
                }
                "crawl-delay" => {
                    names_end = true;
                    let seconds = value.parse::<f64>().ok().filter(|seconds| *seconds >= 0.0);
                    if let (Some(group), Some(seconds)) = (groups.last_mut(), seconds) {
                        group.robots.delay = Some(seconds.min(LONGEST_DELAY));
                    }
                }
                // Other lines belong to no group (2.2.4).
                _ => {}
            }
        }
        // Groups for one name are one (2.2.1).
        let is_named = groups.iter().any(|group| group.ours);
        let mut whole = Self::default();
        for group in groups.into_iter().filter(|group| if is_named { group.ours } else { group.everybody }) {
            whole.rules.extend(group.robots.rules);
            whole.delay = whole.delay.or(group.robots.delay);
        }
        whole
    }

    /// Whether an address may be asked.
    pub fn allows(&self, url: &Url) -> bool {
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let path = encoded(&path);
        if path == "/robots.txt" {
            return true;
        }
        let fitting = self.rules.iter().filter(|(_, pattern)| fits(pattern, &path));
        fitting.max_by_key(|(allowed, pattern)| (pattern.len(), *allowed)).is_none_or(|(allowed, _)| *allowed)
    }

    /// As text that [`Robots::read`] reads again: what is kept of a file.
    pub fn kept(&self) -> String {
        let mut text = String::from("user-agent: *\n");
        for (allowed, pattern) in &self.rules {
            text.push_str(if *allowed { "allow: " } else { "disallow: " });
            text.push_str(pattern);
            text.push('\n');
        }
        if let Some(delay) = self.delay {
            text.push_str(&format!("crawl-delay: {delay}\n"));
        }
        text
    }
}

/// Whether a name in a file is ours: the part before a stroke or a blank, in any case.
fn is_ours(name: &str) -> bool {
    let token = name.split(['/', ' ']).next().unwrap_or_default();
    token.eq_ignore_ascii_case(OURS)
}

/// Characters beyond ASCII as octets in per cent, and such octets in one case: so both sides compare
/// (2.2.2). What need not be written so is written plainly.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let octet = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match octet.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| byte == b'%') {
            Some(meant) if meant.is_ascii_alphanumeric() || b"-._~".contains(&meant) => {
                out.push(meant as char);
                at += 3;
            }
            Some(meant) => {
                out.push_str(&format!("%{meant:02X}"));
                at += 3;
            }
            None if byte.is_ascii_graphic() => {
                out.push(byte as char);
                at += 1;
            }
            None => {
                out.push_str(&format!("%{byte:02X}"));
                at += 1;
            }
        }
    }
    out
}

/// Whether a pattern fits the beginning of a path.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, ends) = pattern.strip_suffix('$').map_or((pattern, false), |pattern| (pattern, true));
    // The first place that a part fits is as good as any: so it takes one pass.
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    for (nth, part) in parts.iter().enumerate() {
        let is_last = nth + 1 == parts.len();
        if is_last && ends {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    !ends || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::Robots;
    use url::Url;

    fn allows(file: &str, path: &str) -> bool {
        let robots = Robots::read(file.as_bytes());
        let allowed = robots.allows(&Url::parse("https://a.example").unwrap().join(path).unwrap());
        let again = Robots::read(robots.kept().as_bytes());
        assert_eq!(again, robots);
        allowed
    }

    #[test]
    fn the_longest_rule_decides_and_of_two_as_long_the_one_that_allows() {
        let file = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nallow: /c\n";
        for (path, expected) in
            [("/", true), ("/a", false), ("/ab", false), ("/a/b", true), ("/a/bc", true), ("/c/d", true)]
        {
            assert_eq!(allows(file, path), expected, "{path}");
        }
        assert!(
            !allows("user-agent:*\ndisallow:/", "/x") && allows("user-agent:*\ndisallow:/", "/robots.txt")
        );
        assert!(allows("User-agent: *\nDisallow:\n", "/x") && allows("", "/x") && allows("<html>", "/x"));
    }

    #[test]
    fn our_own_group_counts_alone_and_groups_of_one_name_are_one() {
        let file = "User-agent: *\nDisallow: /\n\nUser-agent: CopyDesk/1.0\nuser-agent: other\nDisallow: /a\nSitemap: x\n\nUser-Agent: copydesk\nDisallow: /b\n";
        assert!(allows(file, "/x") && !allows(file, "/a") && !allows(file, "/b"));
        assert!(!allows("User-agent: copydeskbot\nAllow: /\nUser-agent: *\nDisallow: /", "/x"));
        assert!(allows("Disallow: /\nUser-agent: *\nDisallow: /a", "/x"));
    }

    #[test]
    fn stars_ends_comments_and_octets_mean_what_they_mean() {
        let file = "User-agent: * # everybody\nDisallow: /*.gif$ # no pictures\nDisallow: /*?print=\nDisallow: /fo%6f\nDisallow: /\u{e4}\n";
        for (path, expected) in [
            ("/a/b.gif", false),
            ("/a.gif?x", true),
            ("/a?print=1", false),
            ("/foo", false),
            ("/%c3%a4b", false),
            ("/a", true),
        ] {
            assert_eq!(allows(file, path), expected, "{path}");
        }
        let stars = format!("User-agent: *\nDisallow: /{}x$\n", "*a".repeat(5_000));
        assert!(allows(&stars, &format!("/{}", "a".repeat(9_000))));
    }

    #[test]
    fn a_delay_is_kept_within_reason() {
        let delay = |text: &str| Robots::read(format!("user-agent: *\ncrawl-delay: {text}").as_bytes()).delay;
        assert_eq!(
            [delay("5"), delay("9999"), delay("soon"), delay("-1")],
            [Some(5.0), Some(60.0), None, None]
        );
        assert!(!Robots::closed().allows(&Url::parse("https://a.example/").unwrap()));
    }
}
