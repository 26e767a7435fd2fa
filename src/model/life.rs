//! What a source lives through: answers, troubles, moves, and what operators were told of them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Answers that are remembered of a source.
const ANSWERS: usize = 12;

/// What is remembered of a source besides what the next request needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Life {
    /// The last answers, the newest last.
    pub answers: Vec<Visit>,
    /// Not to be asked by a run of what is due before this time: a floor, freshness, or `Retry-After`.
    pub not_before: Option<DateTime<Utc>>,
    /// Until when it asked to be left alone (`Retry-After`); nobody may ask before.
    pub held_until: Option<DateTime<Utc>>,
    /// What is wrong now, if asking gave nothing.
    pub trouble: Option<Trouble>,
    /// A move that is being watched.
    pub watch: Option<Watch>,
    /// A move that was believed.
    pub moved: Option<Moved>,
    /// The address at which the redirects ended last time.
    pub end: Option<String>,
    /// Since when a temporary redirect has led to another host.
    pub elsewhere_since: Option<DateTime<Utc>>,
    /// When a whole document came last.
    pub full: Option<DateTime<Utc>>,
    /// Since when its validators are known to say "not modified" although there is news.
    pub stuck_since: Option<DateTime<Utc>>,
    /// When it was last asked without condition by `--force`.
    pub forced: Option<DateTime<Utc>>,
    /// Documents without entries in a row.
    pub empty: u32,
    /// Entries that a document of it usually has.
    pub usual: u32,
    /// Since when its documents have not been well-formed.
    pub broken_since: Option<DateTime<Utc>>,
    /// Since when its publisher says that nothing new will come.
    pub finished_since: Option<DateTime<Utc>>,
    /// The longest time between two of its latest entries, seconds.
    pub longest_gap: Option<u64>,
    /// Where else the publisher says the feed is, as a hint that nobody follows (rule 5.7).
    pub hint: Option<String>,
    /// What its answers ask of those who show it (`X-Robots-Tag`), e.g. `noindex` (rule 10.2).
    pub robots: Vec<String>,
    /// The hub that its last document named.
    pub hub: Option<Hub>,
    /// Another source that ends at the same address.
    pub same_as: Option<String>,
    /// Whether its last document gave an entry a date; `None` where that is not known.
    pub dates: Option<bool>,
    /// The site to which its address leads for good and where nothing was known: a person decides.
    pub stranger: Option<String>,
    /// Such a site that a person let in.
    pub trusted: Option<String>,
    /// Whether its home page was searched for the feed's new address.
    pub searched: bool,
    /// What operators were told and is not over yet.
    pub told: BTreeMap<Condition, DateTime<Utc>>,
    /// What was odd about its ids and versions, and when that was told last.
    pub noticed: BTreeMap<String, DateTime<Utc>>,
}

impl Life {
    /// Remembers an answer.
    pub fn remember(&mut self, at: DateTime<Utc>, what: &str) {
        self.answers.push(Visit { at, what: what.to_owned() });
        let surplus = self.answers.len().saturating_sub(ANSWERS);
        self.answers.drain(..surplus);
    }
}

/// A hub that tells when a feed has something new (WebSub).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hub {
    /// Address of the hub.
    pub address: String,
    /// The address that the hub knows the feed by.
    pub topic: String,
}

/// An answer in a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// When.
    pub at: DateTime<Utc>,
    /// A status, or the kind of failure.
    pub what: String,
}

/// What is wrong with a source (rule 4.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What it amounts to.
    pub condition: Condition,
    /// A status, or the kind of failure.
    pub what: String,
    /// For a person: what was seen, and what helps.
    pub message: String,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it was seen last.
    pub last: DateTime<Utc>,
    /// How often in a row.
    pub count: u32,
    /// Seconds of it after which an operator hears of it (rules, section 4, last column).
    pub told_after: u64,
}

/// A move that is being watched; remembered from visit to visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Where the old address has been redirecting to.
    pub to: String,
    /// Since when, on every visit.
    pub since: DateTime<Utc>,
}

/// A move that was believed (rule 5.5). The configuration is the owner's and stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The configured address.
    pub from: String,
    /// The address that is asked instead.
    pub to: String,
    /// When it was adopted.
    pub at: DateTime<Utc>,
    /// Why it is believed.
    pub why: String,
    /// Whether the old address was asked again, a month later.
    pub checked: bool,
}

/// What a source may be in. The order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// It answered 410 twice and is not asked any more.
    Gone,
    /// It wants a login.
    Locked,
    /// A page that wants to see a browser comes instead.
    Challenged,
    /// It gives nothing, for another reason.
    Failing,
    /// It has given nothing for so long that it should go.
    Retiring,
    /// Its host wants to be asked less.
    Limited,
    /// Its documents have no entries any more.
    Drained,
    /// Its validators say "not modified" although there is news.
    Stuck,
    /// It has published nothing for longer than it ever did.
    Silent,
    /// Its publisher says that nothing new will come.
    Finished,
    /// Its documents are not well-formed.
    Broken,
    /// A temporary redirect has led to another host for a month.
    Elsewhere,
    /// It ends at the same address as another source.
    Doublet,
    /// The publisher names another address.
    Hinted,
    /// It has moved for good, and is asked at its new address.
    Moved,
    /// The old address answered again, and is asked again.
    MovedBack,
    /// Its entries came back under other ids.
    MigratedIds,
    /// Old or undated entries of it came all at once, or those of a stranger, and wait for a person.
    Held,
    /// Nobody could be reached: the trouble is ours.
    Offline,
    /// One of our own records cannot be read.
    Unreadable,
    /// A ruling of the desk cannot be followed.
    Unfollowed,
    /// A document or a section may not be published, or can't be.
    HeldBack,
    /// Pages of a source that cuts its texts give none.
    NoPages,
    /// Files of our own articles are missing, too many to believe it.
    Missing,
    /// Something of the desk itself changed: a source, a section or a file of it is gone or renamed.
    Changed,
}

impl Condition {
    /// What stands on our own side until it is mended.
    pub const OURS: [Self; 5] =
        [Self::Unreadable, Self::Unfollowed, Self::HeldBack, Self::NoPages, Self::Missing];

    /// The word in tables, JSON and feeds.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Locked => "locked",
            Self::Challenged => "challenged",
            Self::Failing => "failing",
            Self::Retiring => "retiring",
            Self::Limited => "limited",
            Self::Drained => "drained",
            Self::Stuck => "stuck",
            Self::Silent => "silent",
            Self::Finished => "finished",
            Self::Broken => "broken",
            Self::Elsewhere => "elsewhere",
            Self::Doublet => "doublet",
            Self::Hinted => "hinted",
            Self::Moved => "moved",
            Self::MovedBack => "moved-back",
            Self::MigratedIds => "migrated-ids",
            Self::Held => "held",
            Self::Offline => "offline",
            Self::Unreadable => "unreadable",
            Self::Unfollowed => "unfollowed",
            Self::HeldBack => "held-back",
            Self::NoPages => "no-pages",
            Self::Missing => "missing",
            Self::Changed => "changed",
        }
    }

    /// Whether nothing comes from a source that is in it.
    pub fn is_bad(self) -> bool {
        self <= Self::Drained && self != Self::Limited
    }

    /// Whether a person should hear of it without looking: by the mail that cron sends.
    pub fn is_urgent(self) -> bool {
        self.is_bad()
            || self.is_ours()
            || matches!(self, Self::Limited | Self::Moved | Self::MovedBack | Self::Held)
    }

    /// Whether it is no source's fault.
    pub fn is_ours(self) -> bool {
        matches!(
            self,
            Self::Offline
                | Self::Unreadable
                | Self::Unfollowed
                | Self::HeldBack
                | Self::NoPages
                | Self::Missing
                | Self::Changed
        )
    }
}

/// Something that an operator should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When it was noticed.
    pub at: DateTime<Utc>,
    /// Key of the source; empty where it concerns all of them.
    pub source: String,
    /// Name of the source at that time.
    pub name: String,
    /// What.
    pub condition: Condition,
    /// Whether it is over; otherwise it began, or happened.
    pub over: bool,
    /// For a person: what was seen, what copydesk does about it, what helps.
    pub message: String,
}

/// Something wrong on our own side, for as long as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What it is about: a file, a document, a section, a ruling.
    pub subject: String,
    /// For a person: what was seen, what copydesk does about it, what helps.
    pub message: String,
    /// Since when.
    pub since: DateTime<Utc>,
}
