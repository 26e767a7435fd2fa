//! What the desk rules: joins, splits, leads and withdrawals, which no evidence overrules.

/// A decision of the desk about stories. Entries are named by id, guid or any form of their address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// What is ruled.
    pub decision: Decision,
    /// Why, for people.
    pub reason: Option<String>,
}

/// What is ruled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// These entries tell one story.
    Join(Vec<String>),
    /// This entry tells a story of its own, apart from all that it was found with.
    Split(String),
    /// This entry leads its story.
    Lead(String),
}

impl Decision {
    /// The entries it names.
    pub fn entries(&self) -> &[String] {
        match self {
            Self::Join(entries) => entries,
            Self::Split(entry) | Self::Lead(entry) => std::slice::from_ref(entry),
        }
    }

    /// The key in the configuration.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Join(_) => "join",
            Self::Split(_) => "split",
            Self::Lead(_) => "lead",
        }
    }
}

/// An entry that is to be in no output, whoever brings it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Id, guid or any form of its address.
    pub entry: String,
    /// Why, for people.
    pub reason: Option<String>,
    /// Nobody else may tell its story either.
    pub whole_story: bool,
    /// What the subscribers of formats without deletions are told in its place, plain text.
    pub notice: Option<String>,
}
