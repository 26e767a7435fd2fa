//! A fingerprint of the program's own source: documents that an earlier build made are made anew,
//! since a writer or cleaner may have been mended. And one of what finds credits, so that those of
//! stored entries are found anew where it changes.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    // In a packed crate the others are not beside it: their versions stand in the lock file.
    let rooms = ["src", "crates"].map(Path::new).into_iter().filter(|folder| folder.exists());
    for folder in rooms {
        collect(folder, &mut files)?;
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    files.sort();
    let print = |all: &dyn Fn(&Path) -> bool| -> io::Result<u64> {
        let mut hash = DefaultHasher::new();
        for file in files.iter().filter(|file| file.exists() && all(file)) {
            hash.write(file.to_string_lossy().as_bytes());
            hash.write(&fs::read(file)?);
        }
        Ok(hash.finish())
    };
    let credits = |file: &Path| ["src/credits", "crates/languages"].iter().any(|room| file.starts_with(room));
    println!("cargo::rustc-env=COPYDESK_BUILD={:016x}", print(&|_| true)?);
    println!("cargo::rustc-env=COPYDESK_CREDITS={:016x}", print(&credits)?);
    println!("cargo::rerun-if-changed=Cargo.lock");
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
