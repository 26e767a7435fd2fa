//! What a desk knows of itself, judged once: the commands print it, pages will show it.
//!
//! Reads what runs wrote down and changes nothing.

mod account;
mod unmatched;

pub use account::{Account, CreditAccount, StoryAccount, account, find};
pub use unmatched::{Unmatched, unmatched};
