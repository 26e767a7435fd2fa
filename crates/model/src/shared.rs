//! A text that many values share.

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A text that many values have in common: a language, the base of addresses. It takes a pointer's
/// room in each, half of what `Arc<str>` takes, and is never written to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shared(Arc<String>);

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Shared {
    fn from(text: String) -> Self {
        Self(Arc::new(text))
    }
}

impl From<&str> for Shared {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
