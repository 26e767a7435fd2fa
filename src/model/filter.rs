//! Rules of an editor about single entries: what is kept out, and what is called otherwise.

use regex::{NoExpand, Regex, RegexBuilder};

/// Bytes that a compiled expression may take: a long list of words fits, a trick does not.
const LARGEST: usize = 1 << 20;

/// What a filter does with what it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It goes.
    Drop,
    /// It stays, whatever a later filter says.
    Keep,
    /// What it does not match goes.
    Only,
}

impl Action {
    /// The word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Keep => "keep",
            Self::Only => "only",
        }
    }
}

/// A filter: of all entries, of a source's, or of a section's.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// How messages call it.
    pub name: String,
    /// What it does.
    pub action: Action,
    /// Names or keys of the sources that it is about; empty for all of them.
    pub sources: Vec<String>,
    /// What it matches.
    pub when: When,
}

impl Filter {
    /// For a person: `drop = { title = ["sponsored"] }`.
    pub fn in_words(&self) -> String {
        let When { title, text, author, category, address, language, older_days, media } = &self.when;
        let lists = [
            ("title", title),
            ("text", text),
            ("author", author),
            ("category", category),
            ("address", address),
        ];
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
        let mut parts: Vec<String> = lists.map(|(key, list)| format!("{key} = {list:?}")).collect();
        parts.extend((!language.is_empty()).then(|| format!("language = {language:?}")));
        parts.extend(older_days.map(|days| format!("older_days = {days}")));
        parts.extend(media.map(|media| format!("media = {media}")));
        format!("{} = {{ {} }}", self.action.word(), parts.join(", "))
    }
}

/// What a filter matches: everything that is named must hold, and of a list one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct When {
    /// In the title.
    pub title: Vec<Pattern>,
    /// In title or text.
    pub text: Vec<Pattern>,
    /// In the name of an author.
    pub author: Vec<Pattern>,
    /// A category.
    pub category: Vec<Pattern>,
    /// In the address.
    pub address: Vec<Pattern>,
    /// Language tags, of which the first part counts.
    pub language: Vec<String>,
    /// More days old than this when it came.
    pub older_days: Option<u32>,
    /// With pictures, films or recordings, or without any.
    pub media: Option<bool>,
}

/// Words, or between slashes a regular expression.
#[derive(Clone)]
pub struct Pattern {
    written: String,
    expression: Option<Regex>,
}

impl Pattern {
    /// Reads a pattern as an editor writes it; else what is wrong with it.
    pub fn new(written: &str) -> Result<Self, String> {
        let bare =
            written.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|bare| !bare.is_empty());
        let compiled = bare.map(|bare| {
            RegexBuilder::new(bare).case_insensitive(true).size_limit(LARGEST).dfa_size_limit(LARGEST).build()
        });
        let expression = compiled.transpose().map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => format!(
                "the regular expression {written} is too large; repeat less in it, or write several"
            ),
            error => {
                let said = error.to_string();
                let last = said.lines().last().unwrap_or_default();
                let reason = last.trim().trim_start_matches("error: ");
                format!("the regular expression {written} cannot be read: {reason}; mend it, or write the bare words without slashes")
            }
        })?;
        match written.trim().is_empty() {
            true => Err("an empty text would match everything; write the words that are meant".to_owned()),
            false => Ok(Self { written: written.to_owned(), expression }),
        }
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The expression, where it is one.
    pub fn expression(&self) -> Option<&Regex> {
        self.expression.as_ref()
    }

    /// Whether a text has what [`Pattern::replace`] would replace.
    pub fn is_in(&self, text: &str) -> bool {
        match &self.expression {
            Some(expression) => expression.is_match(text),
            None => text.contains(&self.written),
        }
    }

    /// A text in which what it matches is replaced; `$1` is what the first group holds.
    pub fn replace(&self, text: &str, with: &str) -> String {
        match &self.expression {
            Some(expression) => expression.replace_all(text, with).into_owned(),
            None => match Regex::new(&regex::escape(&self.written)) {
                Ok(literal) => literal.replace_all(text, NoExpand(with)).into_owned(),
                Err(_) => text.replace(&self.written, with),
            },
        }
    }
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?}", self.written)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

/// What of an entry is called otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its title.
    Title,
    /// The names of its authors.
    Author,
    /// Its categories.
    Category,
}

/// A replacement in what a source gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewrite {
    /// Where.
    pub part: Part,
    /// What is replaced.
    pub find: Pattern,
    /// What stands there instead.
    pub with: String,
}

/// By which time the stories of one source are counted in a front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// In the whole front.
    #[default]
    Front,
    /// In each day (UTC).
    Day,
    /// In each hour.
    Hour,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_words_or_expressions_and_tricks_are_refused() {
        assert!(Pattern::new("a (b").unwrap().expression().is_none());
        assert!(Pattern::new("/^Ad:/").unwrap().expression().unwrap().is_match("AD: x"));
        for (wrong, told) in
            [("/(a/", "unclosed group"), ("/a{999}{999}{999}/", "too large"), (" ", "everything")]
        {
            let message = Pattern::new(wrong).unwrap_err();
            assert!(message.contains(told) && !message.contains('\n'), "{message}");
        }
    }

    #[test]
    fn what_is_found_is_replaced() {
        for (find, with, made) in [
            ("BREAKING: ", "", "a.b (BBC)"),
            (".", "$1", "BREAKING: a$1b (BBC)"),
            ("/^breaking: (.*) \\((\\w+)\\)$/", "$2: $1", "BBC: a.b"),
        ] {
            assert_eq!(Pattern::new(find).unwrap().replace("BREAKING: a.b (BBC)", with), made);
        }
    }
}
