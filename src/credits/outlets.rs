//! Outlets that are well known, with their domains: the one list of them is `outlets.txt`, which says
//! what its lines are.
//!
//! It makes one-word names safe to recognise ("told Variety") and joins short forms to long
//! ones by their domain ("AP", "Associated Press"). Names that are not there are recognised by form
//! (see `shapes`) or by where they stand.

/// A line of the list.
pub(super) struct Listed {
    names: &'static str,
    domains: &'static str,
}

/// Every outlet of the list; where two have one name, the first wins.
pub(super) fn listed() -> impl Iterator<Item = Listed> {
    let lines = include_str!("outlets.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('|')).map(|(names, domains)| Listed { names, domains })
}

impl Listed {
    /// What all of its names stand for: its first domain.
    pub(super) fn identity(&self) -> &'static str {
        self.domains.split(' ').next().unwrap_or(self.domains)
    }

    /// Its domains.
    pub(super) fn domains(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.domains.split(' ')
    }

    /// The names that count wherever they stand.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.split("; ").filter(|name| !name.starts_with('~'))
    }

    /// Those and the names that count only where a phrase of their language asks for an outlet.
    pub(super) fn asked_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.split("; ").map(|name| name.trim_start_matches('~'))
    }
}

/// Listed names that are words of every day, or of companies and shows. They count only in their own
/// case, not as part of a longer name, and not at the head of a sentence before a verb in the past.
#[rustfmt::skip]
pub(super) const COMMON: &[&str] = &[
    "age", "atlantic", "bravo", "broadcast", "clash", "complex", "consequence", "conversation", "cut",
    "dawn", "deadline", "decider", "desk", "dispatch", "economist", "edge", "elle", "empire", "essence", "express",
    "face", "fader", "fortune", "fox", "glamour", "globe", "guardian", "heat", "hello", "herald", "hill",
    "independent", "information", "inquirer", "insider", "intercept", "inverse", "journal", "local",
    "looper", "medium", "metro", "mirror", "mojo", "money", "nation", "national", "nature", "newyork",
    "observer", "ok", "onion", "parade", "parents", "paste", "people", "playlist", "post", "premiere",
    "print", "protocol", "puck", "quartz", "reason", "register", "ria", "ringer", "root", "salon",
    "scotsman", "science", "self", "slate", "spectator", "spin", "stage", "standard", "star", "stuff",
    "stylist", "sun", "telegraph", "time", "times", "today", "uncut", "vanguard", "variety", "verge",
    "vice", "vox", "vulture", "week", "wire", "wired", "wonderland", "wrap", "yahoo", "aa", "et", "rt",
    "self", "smithsonian", "thinking", "australian", "advocate", "billboard", "collider", "polygon", "pa",
    "ap", "beat", "trill", "diplomat", "athletic", "tes", "abc", "cbs", "nbc", "business standard", "ana",
    "dispatch", "walrus", "magazine", "dailynews", "thismorning", "dazed", "defector", "canal+", "ars",
    "cell", "eos", "drive", "race", "messenger", "record", "drum", "direct", "city", "appeal", "loop",
    "playback", "out", "them", "attitude", "diy", "punch", "prospect", "tortoise", "closer", "pedestrian",
    "limelight", "babel", "astra", "baza", "telex", "dr", "nv", "err", "mint", "scroll", "stern", "kicker",
    "marca", "aeon", "colossal", "nautilus", "paper", "louder", "newsroom", "aftermath", "pap", "app",
    "spa", "antara", "focus", "federalist", "punchbowl", "golem", "canary", "grocer", "insider", "walla",
    "wam", "tsn", "pando", "awl", "telexhu", "444", "folha", "expresso", "tatler", "gramophone", "colossal",
    "caravan", "quint", "mehr", "fars", "sputnik", "stateline", "xxl", "iol", "edge",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_of_the_list_has_its_form_and_no_outlet_stands_twice() {
        let mut identities = HashSet::new();
        for outlet in listed() {
            let (names, identity) = (outlet.names, outlet.identity());
            assert!(
                outlet.domains().all(|domain| domain.contains('.') && domain == domain.trim()),
                "{names}"
            );
            let once: HashSet<&str> = outlet.asked_names().collect();
            assert_eq!(once.len(), names.split("; ").count(), "{names}: each name once");
            assert!(
                once.iter().all(|name| !name.is_empty() && *name == name.trim() && !name.contains(';')),
                "{names}"
            );
            // A name that another outlet has before stands on a line of its own behind it.
            assert!(identities.insert(identity) || outlet.names().next().is_none(), "{identity} twice");
        }
        assert!(identities.len() > 1_500);
    }
}
