//! Which member stands for its story.
//!
//! The order: our own article; the report that the others credit, at the end of a chain of credits;
//! the source's rank; the earliest. A lead that was published stays, except that our own article
//! may take over from a foreign one.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

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

/// The member that leads; `None` where there is none. `published` is the lead that readers know.
pub fn choose(members: &[Member], published: Option<i64>) -> Option<i64> {
    let known = members.iter().find(|member| Some(member.row) == published);
    let own_waits = members.iter().any(|member| member.own);
    match known {
        Some(lead) if lead.own || !own_waits => Some(lead.row),
        _ => members.iter().min_by_key(|member| order(member)).map(|lead| lead.row),
    }
}

fn order(member: &Member) -> impl Ord {
    let report = member.credited > 0 && !member.credits_another;
    let credited = if report { member.credited } else { 0 };
    (!member.own, Reverse(report), Reverse(credited), member.rank, member.published, member.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn own_article_leads_even_if_it_is_the_last() {
        let members = [member(1), Member { own: true, ..member(2) }];
        assert_eq!(choose(&members, None), Some(2));
        assert_eq!(choose(&members, Some(1)), Some(2));
    }

    #[test]
    fn credited_report_leads_before_an_earlier_copy() {
        let copy = Member { credits_another: true, ..member(1) };
        assert_eq!(choose(&[copy, Member { credited: 1, ..member(2) }], None), Some(2));
    }

    #[test]
    fn chain_of_credits_leads_to_its_end() {
        let middle = Member { credited: 2, credits_another: true, ..member(1) };
        assert_eq!(choose(&[middle, Member { credited: 1, ..member(2) }], None), Some(2));
    }

    #[test]
    fn published_lead_stays_before_a_better_foreign_one() {
        let members = [member(1), Member { credited: 3, ..member(2) }];
        assert_eq!(choose(&members, Some(1)), Some(1));
    }

    #[test]
    fn withdrawn_lead_is_followed_by_the_earliest() {
        assert_eq!(choose(&[member(3), member(2)], Some(1)), Some(2));
        assert_eq!(choose(&[], Some(1)), None);
    }
}
