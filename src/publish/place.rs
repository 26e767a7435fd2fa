//! Where a document goes: a relative path that stays inside the folder, links considered.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The absolute place of `relative` under `root`, with the folders on the way made where they
/// are missing.
pub(super) fn prepared(root: &Path, relative: &str) -> io::Result<PathBuf> {
    walked(root, relative, make)
}

/// The same, but a missing folder is an error of kind `NotFound`.
pub(super) fn existing(root: &Path, relative: &str) -> io::Result<PathBuf> {
    walked(root, relative, |_| Err(io::ErrorKind::NotFound.into()))
}

/// The folders on the way may not be symbolic links: a link could lead outside.
fn walked(root: &Path, relative: &str, missing: impl Fn(&Path) -> io::Result<()>) -> io::Result<PathBuf> {
    let path = checked(root, relative)?;
    let parent = path.parent().unwrap_or(root);
    let mut folder = root.to_path_buf();
    for part in parent.strip_prefix(root).unwrap_or(Path::new("")).components() {
        folder.push(part);
        match folder.symlink_metadata() {
            Ok(there) if there.is_dir() => {}
            Ok(there) if there.is_symlink() => {
                return Err(refused(&format!("{} is a symbolic link", folder.display())));
            }
            Ok(_) => return Err(refused(&format!("{} is not a folder", folder.display()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing(&folder)?,
            Err(error) => return Err(error),
        }
    }
    Ok(path)
}

/// Another run may have made it in the meantime: that is fine.
fn make(folder: &Path) -> io::Result<()> {
    std::fs::create_dir(folder).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Ok(()),
        _ => Err(error),
    })
}

fn checked(root: &Path, relative: &str) -> io::Result<PathBuf> {
    let plain = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
    if relative.is_empty() || relative.ends_with('/') || relative.contains(['\\', '\0']) || !plain {
        return Err(refused(&format!("{relative:?} is no path inside the publish folder")));
    }
    Ok(root.join(relative))
}

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why)
}
