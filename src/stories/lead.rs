//! Which member stands for its story.
//!
//! The order, unless it is configured otherwise: our own article; the report that the others credit,
//! at the end of a chain of credits; the source's rank; the earliest. A lead that was published
//! stays, except that our own article may take over from a foreign one.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What may make one member lead before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Preference {
    /// It is our own article.
    Own,
    /// Others credit it, and it credits no other member; the more of them, the better.
    Credited,
    /// Its source has the smaller rank.
    Rank,
    /// It was published first.
    Earliest,
}

impl Preference {
    /// The order that holds unless another is configured.
    pub const STATED: [Self; 4] = [Self::Own, Self::Credited, Self::Rank, Self::Earliest];

    fn compare(self, one: &Member, other: &Member) -> Ordering {
        match self {
            Self::Own => other.own.cmp(&one.own),
            Self::Credited => credit(other).cmp(&credit(one)),
            Self::Rank => one.rank.cmp(&other.rank),
            Self::Earliest => one.published.cmp(&other.published),
        }
    }
}

/// By how many a report is credited; none for one that itself rests on another.
fn credit(member: &Member) -> usize {
    if member.credits_another { 0 } else { member.credited }
}

/// What the choice looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Names the member to the caller.
    pub row: i64,
    /// Whether it is one of our own articles.
    pub own: bool,
    /// How many other members credit it.
    pub credited: usize,
    /// Whether it credits another member itself.
    pub credits_another: bool,
    /// The rank of its source; smaller leads before larger.
    pub rank: u32,
    /// When it was published.
    pub published: DateTime<Utc>,
    /// Its published id, which decides between equals.
    pub id: String,
}

/// The member that leads; `None` where there is none. `published` is the lead that readers know;
/// `order` what counts first. What it leaves open, the earliest and then the smallest id decides.
pub fn choose(members: &[Member], published: Option<i64>, order: &[Preference]) -> Option<i64> {
    let known = members.iter().find(|member| Some(member.row) == published);
    let own_waits = order.contains(&Preference::Own) && members.iter().any(|member| member.own);
    if let Some(lead) = known.filter(|lead| lead.own || !own_waits) {
        return Some(lead.row);
    }
    let by_order = |one: &&Member, other: &&Member| {
        let stated = order.iter().map(|preference| preference.compare(one, other));
        stated
            .fold(Ordering::Equal, Ordering::then)
            .then_with(|| one.published.cmp(&other.published))
            .then_with(|| one.id.cmp(&other.id))
    };
    // Where our own article takes over, it does so whatever else the order names first.
    let takes_over = known.is_some();
    let may_lead = members.iter().filter(|member| !takes_over || member.own);
    may_lead.min_by(by_order).map(|lead| lead.row)
}

/// The preference that left only one of them, as [`choose`] goes through the order where no lead was
/// published; `None` where the time of publication or the id decided beyond the order.
pub fn deciding(members: &[Member], order: &[Preference]) -> Option<Preference> {
    let mut left: Vec<&Member> = members.iter().collect();
    for preference in order {
        let best = left.iter().copied().min_by(|one, other| preference.compare(one, other))?;
        left.retain(|member| preference.compare(member, best).is_eq());
        if left.len() == 1 {
            return Some(*preference);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATED: &[Preference] = &Preference::STATED;

    fn member(row: i64) -> Member {
        let published = DateTime::from_timestamp(row * 60, 0).unwrap();
        Member {
            row,
            own: false,
            credited: 0,
            credits_another: false,
            rank: 100,
            published,
            id: row.to_string(),
        }
    }

    #[test]
    fn deciding_preference_is_the_one_that_leaves_one() {
        let ranked = [member(1), Member { rank: 1, ..member(2) }];
        assert_eq!(deciding(&ranked, STATED), Some(Preference::Rank));
        assert_eq!(deciding(&ranked, &[Preference::Earliest]), Some(Preference::Earliest));
        let credited = [Member { credited: 1, ..member(1) }, Member { own: true, ..member(2) }];
        assert_eq!(deciding(&credited, STATED), Some(Preference::Own));
        assert_eq!(deciding(&credited, &[Preference::Rank]), None);
    }

    #[test]
    fn own_article_leads_even_if_it_is_the_last() {
        let members = [member(1), Member { own: true, ..member(2) }];
        assert_eq!(choose(&members, None, STATED), Some(2));
        assert_eq!(choose(&members, Some(1), STATED), Some(2));
    }

    #[test]
    fn credited_report_leads_before_an_earlier_copy() {
        let copy = Member { credits_another: true, ..member(1) };
        assert_eq!(choose(&[copy, Member { credited: 1, ..member(2) }], None, STATED), Some(2));
    }

    #[test]
    fn chain_of_credits_leads_to_its_end() {
        let middle = Member { credited: 2, credits_another: true, ..member(1) };
        assert_eq!(choose(&[middle, Member { credited: 1, ..member(2) }], None, STATED), Some(2));
    }

    #[test]
    fn published_lead_stays_before_a_better_foreign_one() {
        let members = [member(1), Member { credited: 3, ..member(2) }];
        assert_eq!(choose(&members, Some(1), STATED), Some(1));
    }

    #[test]
    fn withdrawn_lead_is_followed_by_the_earliest() {
        assert_eq!(choose(&[member(3), member(2)], Some(1), STATED), Some(2));
        assert_eq!(choose(&[], Some(1), STATED), None);
    }

    #[test]
    fn another_order_may_be_configured() {
        let members =
            [member(1), Member { credited: 1, ..member(2) }, Member { own: true, rank: 9, ..member(3) }];
        assert_eq!(choose(&members, None, &[Preference::Earliest]), Some(1));
        assert_eq!(choose(&members, None, &[Preference::Credited, Preference::Own]), Some(2));
        assert_eq!(choose(&members, None, &[Preference::Rank, Preference::Own]), Some(3));
        assert_eq!(choose(&members, Some(2), &[Preference::Earliest]), Some(2));
        assert_eq!(choose(&members, Some(2), &[Preference::Earliest, Preference::Own]), Some(3));
    }
}
