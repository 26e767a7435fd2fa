//! What the tests of the story share: a generator of whole desks, and the facts that must hold of
//! what a run publishes.

pub(crate) mod desk;
pub(crate) mod facts;
pub(crate) mod random;
pub(crate) mod upstream;
pub(crate) mod words;
