//! Which entries tell the same story.
//!
//! Online and stable: records are settled in order of publication, each against what came before
//! it. A story bears the id of the record that opened it, for ever; a later record may join it or
//! show two stories to be one, and none is ever split. Pure: no input or output, no clock.

mod days;
mod decide;
mod evidence;
mod forms;
mod furniture;
mod gather;
pub mod lead;
mod learning;
mod marks;
mod odds;
mod postings;
mod print;
mod settings;
mod window;

pub use decide::JOINED;
pub use learning::Compared;
pub use odds::{Sign, Weights};
pub use print::Print;
pub use settings::Settings;
pub use window::Window;

#[cfg(test)]
mod tests;
