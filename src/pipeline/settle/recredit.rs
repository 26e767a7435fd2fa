//! Changed outlets, or words of crediting, reach what is stored: credits of foreign entries are found
//! anew. Nothing becomes unread by that: ids, dates, stories and published leads stay, and whom a
//! text credits is no edit of it.
//!
//! The newest come first, so many a run; what is left, or interrupted, the next run goes on with. Our own
//! articles are read at every run anyway.

use xxhash_rust::xxh3::xxh3_64;

use super::credits;
use crate::config::Desk;
use crate::credits::Names;
use crate::pipeline::{Broken, Halt, rewritten};
use crate::store::Store;

/// Entries held at once.
const BATCH: usize = 500;
/// Batches of one run, which are one transaction: a second's work, and more than all fronts hold.
const A_RUN: usize = 8;

/// Finds the credits anew of what was settled by other outlets or words; of how many they changed.
pub(super) fn recredit(desk: &Desk, store: &mut Store, halt: &Halt) -> Result<usize, Broken> {
    let print = print(desk);
    if store.is_credited(print)? {
        return Ok(0);
    }
    let names = Names::new(&desk.outlets());
    let mut changed = 0;
    store.begin_batch()?;
    for _ in 0..A_RUN {
        if halt.is_told() {
            break;
        }
        let batch = store.to_credit(print, BATCH)?;
        let mut credited = Vec::new();
        for mut entry in store.entries(&batch)? {
            let (row, before) = (entry.row, std::mem::take(&mut entry.credits));
            let found = credits(desk, &rewritten::entry(desk, entry.with_page()), &names);
            if found != before {
                credited.push((row, found));
            }
        }
        changed += credited.len();
        let last = batch.last().copied();
        store.credit(print, &credited, last)?;
        if last.is_none() {
            break;
        }
    }
    store.end_batch()?;
    Ok(changed)
}

/// A print of what decides who is credited: the program's words and tables, the outlets of the desk, and the
/// addresses that are not named.
fn print(desk: &Desk) -> i64 {
    let outlets = desk.outlets();
    let withdrawn: Vec<&str> = desk.withdrawals.iter().map(|one| one.entry.as_str()).collect();
    let said = format!("{} {outlets:?} {withdrawn:?}", env!("COPYDESK_CREDITS"));
    xxh3_64(said.as_bytes()).cast_signed()
}
