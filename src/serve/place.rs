//! From the path of a request to a file in the folder, or to nothing.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// This document.
    Document(PathBuf),
    /// A folder that was asked for without the slash at its end: its last part.
    Folder(String),
    /// Nothing that is given out.
    Nothing,
}

/// Looks for a document by the [`name`] of it. `root` is canonical.
pub(super) fn find(root: &Path, name: &str) -> Place {
    let wants_folder = name.ends_with('/');
    let inner = name.trim_matches('/');
    let Ok(found) = root.join(inner).canonicalize() else { return Place::Nothing };
    if !is_given_out(root, &found) {
        return Place::Nothing;
    }
    match (found.is_dir(), wants_folder) {
        (true, true) => match find_index(root, &found) {
            Some(index) => Place::Document(index),
            None => Place::Nothing,
        },
        (true, false) => Place::Folder(inner.rsplit('/').next().unwrap_or_default().to_owned()),
        (false, false) if found.is_file() => Place::Document(found),
        _ => Place::Nothing,
    }
}

/// The one name of a document under whatever spelling it is asked for: decoded, as `/tv/rss.xml`. `None` where
/// the path can lead to nothing that is given out.
pub(super) fn name(path: &str) -> Option<Cow<'_, str>> {
    let parts = parts(path)?;
    if !path.contains('%') {
        return Some(Cow::Borrowed(path));
    }
    let end = if path.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    Some(Cow::Owned(format!("/{}{end}", parts.join("/"))))
}

/// Where a named document lies, links not resolved.
pub(super) fn plain(root: &Path, name: &str) -> PathBuf {
    let file = root.join(name.trim_matches('/'));
    if name.ends_with('/') { file.join("index.html") } else { file }
}

fn find_index(root: &Path, folder: &Path) -> Option<PathBuf> {
    let index = folder.join("index.html").canonicalize().ok()?;
    (is_given_out(root, &index) && index.is_file()).then_some(index)
}

/// Inside the folder, links resolved, and not hidden.
fn is_given_out(root: &Path, found: &Path) -> bool {
    let inside = found.strip_prefix(root);
    inside.is_ok_and(|rest| rest.iter().all(|part| !part.to_string_lossy().starts_with('.')))
}

/// The decoded parts of a path; `None` where one is hidden, empty, or could mean another folder.
fn parts(path: &str) -> Option<Vec<String>> {
    let inner = path.strip_prefix('/')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner.is_empty() {
        // "//" is not the root.
        return (path == "/").then(Vec::new);
    }
    inner.split('/').map(part).collect()
}

fn part(raw: &str) -> Option<String> {
    let part = decoded(raw)?;
    let plain = !part.is_empty() && !part.starts_with('.') && !part.contains(['/', '\\', '\0']);
    plain.then_some(part)
}

/// Percent-decoded, if that gives UTF-8; a `%` that begins no escape is a mistake.
fn decoded(raw: &str) -> Option<String> {
    let is_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let decoded = percent_decode_str(raw).decode_utf8().ok()?;
    raw.split('%').skip(1).all(is_escape).then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_could_mean_another_folder_is_none() {
        for path in [
            "",
            "tv",
            "//",
            "/a//b",
            "/..",
            "/../a",
            "/a/%2e%2e/b",
            "/%2e%2e%2fa",
            "/a%2fb",
            "/a%5cb",
            "/a%00b",
            "/.git/config",
            "/%ff",
            "/%zz",
            "/%e",
            "/./a",
        ] {
            assert_eq!(parts(path), None, "{path}");
        }
    }

    #[test]
    fn a_document_has_one_name_however_it_is_spelt() {
        for path in ["/us tv/a.xml", "/us%20tv/a.xml", "/%75s%20tv/%61.xml"] {
            assert_eq!(name(path).unwrap(), "/us tv/a.xml");
        }
        for (path, decoded) in
            [("/", "/"), ("/tv/", "/tv/"), ("/%74v/", "/tv/"), ("/100%25/a%253f", "/100%/a%3f")]
        {
            assert_eq!(name(path).unwrap(), decoded);
        }
        assert_eq!(name("/a/%2e%2e/b"), None);
    }

    #[test]
    fn plain_parts_are_decoded() {
        assert_eq!(parts("/").unwrap(), Vec::<String>::new());
        assert_eq!(parts("/tv/").unwrap(), ["tv"]);
        assert_eq!(parts("/us%20tv/caf%C3%A9.xml").unwrap(), ["us tv", "café.xml"]);
    }
}
