//! How many files and connections this process may have open: asked for before it matters, so that too
//! few are a sentence and not a failure somewhere inside.

use std::fs::File;
use std::io;

/// What is taken for the limit where the system does not say.
#[cfg(feature = "serve")]
const USUAL: usize = 256;

/// Those that a command opens before it fetches anything: without them the runtime would panic.
pub(super) const NEEDED: usize = 16;

/// Whether so many more can be opened; otherwise an error that says what to do.
pub(super) fn need(count: usize) -> io::Result<()> {
    let Some(somewhere) = std::env::current_exe().ok().filter(|_| cfg!(unix)) else { return Ok(()) };
    let mut open = Vec::new();
    for _ in 0..count {
        match File::open(&somewhere) {
            Ok(file) => open.push(file),
            Err(error) if is_lack(&error) => return Err(lack(open.len(), count)),
            // It can't be tried here.
            Err(_) => return Ok(()),
        }
    }
    Ok(())
}

/// `EMFILE` and `ENFILE`, which have no kind of their own.
fn is_lack(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(23 | 24))
}

fn lack(free: usize, count: usize) -> io::Error {
    io::Error::other(format!(
        "only {free} more files or connections may be open at once, and {count} are needed; raise the limit: `ulimit -n 1024`, or LimitNOFILE=1024 with systemd"
    ))
}

/// How many may be open at once.
#[cfg(feature = "serve")]
pub(super) fn limit() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    soft_limit(&limits).unwrap_or(USUAL)
}

#[cfg(feature = "serve")]
fn soft_limit(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    match line.split_whitespace().next()? {
        "unlimited" => Some(usize::MAX),
        number => number.parse().ok(),
    }
}

#[cfg(all(test, feature = "serve"))]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_the_first_number_of_its_line() {
        let text = "Limit  Soft Limit  Hard Limit  Units\nMax processes 7 8 processes\nMax open files            1024                 524288               files\n";
        assert_eq!(soft_limit(text), Some(1024));
        assert_eq!(soft_limit("Max open files unlimited unlimited files"), Some(usize::MAX));
        assert_eq!(soft_limit("Max open files\n"), None);
        assert!(limit() >= 64 && need(8).is_ok());
    }
}
