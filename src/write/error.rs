//! What could not be written.

/// A document that could not be written. Happens only if the program itself is wrong, such as
/// in a template.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {what}: {source}")]
pub struct Error {
    what: &'static str,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl Error {
    pub(super) fn of<E: std::error::Error + Send + Sync + 'static>(
        what: &'static str,
    ) -> impl FnOnce(E) -> Self {
        move |source| Self { what, source: Box::new(source) }
    }
}
