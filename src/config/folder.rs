//! Where documents may be published: into a folder of their own. Whatever lies in the publish folder is
//! served, so nothing of the desk itself may lie there.

use std::path::{Component, Path, PathBuf};

use toml::Spanned;

use super::flaw::Flaw;

/// The publish folder, unless something of the desk would be published with it.
pub(super) fn publish_folder(
    to: &Spanned<PathBuf>,
    root: &Path,
    database: &Path,
    patterns: &[&str],
) -> Result<PathBuf, Flaw> {
    let folder = root.join(to.get_ref());
    let own = real(&folder);
    let holds = |place: &Path| real(place).starts_with(&own);
    let articles = patterns.iter().map(|pattern| base(&root.join(pattern))).find(|base| holds(base));
    let what = match () {
        () if own.parent().is_none() => "is the root of the file system".to_owned(),
        () if holds(root) => "holds the configuration".to_owned(),
        () if holds(database) => format!("holds the database {}", database.display()),
        () => match articles {
            Some(base) => format!("holds article records ({})", base.display()),
            None => return Ok(folder),
        },
    };
    let shown = to.get_ref().display();
    Err(Flaw::of(
        to,
        format!(
            "[publish] to = \"{shown}\" {what}, and all that lies in it would be published; give it a folder of its own, e.g. to = \"feeds\""
        ),
    ))
}

/// The folder or file that a pattern begins with, before its first wildcard.
fn base(pattern: &Path) -> PathBuf {
    let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    pattern.components().take_while(is_plain).collect()
}

/// Where a path leads, links and `..` followed, also where its end is not there yet.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut real = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            other => {
                real.push(other);
                real = real.canonicalize().unwrap_or(real);
            }
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_holds_something_of_the_desk_is_refused_by_whatever_name() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("desk");
        for name in ["desk/store", "desk/articles", "desk/feeds", "www"] {
            std::fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(".", root.join("link")).unwrap();
        let ask = |to: &str| {
            let to = Spanned::new(7..9, PathBuf::from(to));
            publish_folder(&to, &root, &root.join("store/x.db"), &["articles/**/*.md", "more/one.md"])
        };
        for to in
            ["/", ".", "", "..", "feeds/..", "feeds/../store", "store", "articles", "articles/", "more", "./"]
        {
            let flaw = ask(to).unwrap_err();
            assert!(
                flaw.at == Some(7) && flaw.message.contains("all that lies in it"),
                "{to}: {}",
                flaw.message
            );
        }
        #[cfg(unix)]
        assert!(ask("link").is_err());
        for to in ["feeds", "new/deep", "../www", "articles-out", "/srv/www/feeds"] {
            assert!(ask(to).is_ok(), "{to}");
        }
    }
}
