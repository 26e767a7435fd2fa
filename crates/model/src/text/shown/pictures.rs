//! Pictures that wait for a script to fetch them: where they are.

use crate::text::escape::push_attribute;
use std::borrow::Cow;

use super::tag::Tag;

/// Where scripts look for the address, the surest first. The last ones only count for a picture that has
/// none of its own, or a stand-in's.
const WAITING: [&str; 6] =
    ["data-src", "data-lazy-src", "data-original", "data-lazy", "data-actualsrc", "data-echo"];
const BESIDE: [&str; 6] =
    ["data-orig-file", "data-large-file", "data-image", "data-full", "data-url", "data-img"];
/// Where they look for several.
const SEVERAL: [&str; 3] = ["data-srcset", "data-lazy-srcset", "data-original-set"];

/// What is known of a picture's addresses.
#[derive(Debug, Default)]
pub(super) struct Picture<'h> {
    /// Where it is.
    pub(super) address: Option<Cow<'h, str>>,
    /// It in several sizes.
    pub(super) sizes: Option<Cow<'h, str>>,
    /// It stands where a script looks for it.
    pub(super) named: bool,
    /// So it does, or what the tag has for it is a stand-in.
    pub(super) waits: bool,
}

impl<'h> Picture<'h> {
    /// The picture that a tag shows.
    pub(super) fn of(tag: &Tag<'h>) -> Self {
        let own = tag.said("src");
        let usable = own.as_deref().is_some_and(is_usable);
        let plain = own.as_deref().is_some_and(|src| usable && !is_stand_in(src));
        let named = |names: &[&str]| names.iter().find_map(|name| tag.said(name).filter(|it| is_address(it)));
        let several = SEVERAL.iter().find_map(|name| tag.said(name).filter(|set| first_of(set).is_some()));
        let waiting = named(&WAITING).or_else(|| if plain { None } else { named(&BESIDE) });
        let named = waiting.is_some() || several.is_some();
        let sizes = several.or_else(|| tag.said("srcset").filter(|set| first_of(set).is_some()));
        let of_set = || sizes.as_deref().and_then(first_of).map(|first| Cow::Owned(first.to_owned()));
        let address = match waiting {
            Some(address) => Some(address),
            None if plain => own,
            None => of_set().or(own.filter(|_| usable)),
        };
        Self { address, sizes, named, waits: named || !plain }
    }

    /// Whether what stands in the tag is what it means.
    pub(super) fn is_plain(&self, tag: &Tag<'h>) -> bool {
        !self.waits && tag.said("src") == self.address
    }

    /// The tag as a browser needs it, as an element of this name.
    pub(super) fn written(&self, name: &str, tag: &Tag<'h>, out: &mut String) {
        out.push('<');
        out.push_str(name);
        let mut put = |name: &str, value: &str| {
            out.extend([" ", name, "=\""]);
            push_attribute(value, out);
            out.push('"');
        };
        if let Some(address) = &self.address {
            put("src", address);
        }
        if let Some(sizes) = &self.sizes {
            put("srcset", sizes);
        }
        for kept in [
            "alt", "title", "width", "height", "sizes", "type", "media", "align", "longdesc", "poster",
            "lang", "dir",
        ] {
            if let Some(value) = tag.attribute(kept) {
                put(kept, &value);
            }
        }
        out.push('>');
    }
}

/// An address that an element other than a picture has, at once or for a script.
pub(super) fn address<'h>(tag: &Tag<'h>) -> Option<Cow<'h, str>> {
    let own = tag.said("src").filter(|src| is_usable(src));
    own.or_else(|| WAITING.iter().find_map(|name| tag.said(name).filter(|it| is_address(it))))
}

/// The address of a `srcset` for those who take one alone: the largest up to a page's width, else the
/// smallest; without widths the first.
pub(super) fn first_of(set: &str) -> Option<&str> {
    const PAGE: u32 = 1_200;
    let mut best: Option<(&str, u32)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            return best.map(|(address, _)| address);
        }
        let (address, after) = rest.split_at(end);
        let descriptor =
            if address.ends_with(',') { "" } else { after.split(',').next().unwrap_or_default() };
        rest = &after[descriptor.len()..];
        let address = address.trim_end_matches(',');
        let width = descriptor.trim().strip_suffix('w').and_then(|width| width.parse().ok()).unwrap_or(0);
        let better = match best {
            None => true,
            Some((_, known)) => known < width && width <= PAGE || width < known && known > PAGE,
        };
        if better && is_address(address) {
            best = Some((address, width));
        }
    }
}

/// Whether an address can be fetched: of the web, or relative.
pub(super) fn is_usable(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#', '.']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"),
        None => !address.is_empty() && !address.starts_with('#'),
    }
}

/// Whether what a script's attribute says is an address and nothing else: `7`, `{"id": 7}` are none.
fn is_address(value: &str) -> bool {
    is_usable(value)
        && value.contains(['/', '.'])
        && !value.contains(|c: char| c.is_whitespace() || matches!(c, '{' | '"' | '<' | '>'))
        && value.contains(|c: char| c.is_alphabetic())
}

/// Whether an address is that of a picture that only keeps the place, by its name.
fn is_stand_in(address: &str) -> bool {
    const NAMES: [&str; 15] = [
        "1x1",
        "blank",
        "clear",
        "dot",
        "empty",
        "grey",
        "gray",
        "lazy",
        "lazyload",
        "loader",
        "loading",
        "pixel",
        "placeholder",
        "spacer",
        "transparent",
    ];
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let Some((stem, _)) = name.rsplit_once('.') else { return false };
    let mut words = stem.split(['-', '_', '.']).filter(|word| !word.is_empty());
    words.clone().count() <= 3 && words.any(|word| NAMES.contains(&word))
}
