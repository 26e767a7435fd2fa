//! When a source is asked, and what becomes of it: values in, values out.
//!
//! [`schedule`] says when, [`moves`] whether it lives elsewhere now, [`visits`] what an answer changes in what
//! is known of it, [`life`] what operators are told, [`soft`] which answers look fine and are not. Nothing here
//! asks the network, the store or a clock. Rule numbers are those of docs/fetch-rules.md.

pub mod life;
pub mod moves;
pub mod schedule;
pub mod soft;
pub mod visits;
