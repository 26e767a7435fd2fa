//! A Rust file as the words and marks that it is made of, without comments, literals and tests.

/// A word (`crate`, `super`, a name), `::`, or any other mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    Word(String),
    Path,
    Mark(char),
}

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }

    pub(crate) fn is(&self, mark: char) -> bool {
        *self == Self::Mark(mark)
    }
}

/// The tokens of a file, without what only tests compile.
pub(crate) fn of(code: &str) -> Vec<Token> {
    without_tests(&all(code))
}

fn all(code: &str) -> Vec<Token> {
    let chars: Vec<char> = code.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        at = match (c, next) {
            ('/', Some('/')) => end_of_line(&chars, at),
            ('/', Some('*')) => end_of_comment(&chars, at),
            ('r' | 'b', _) if raw_string(&chars, at).is_some() => raw_string(&chars, at).unwrap_or(at + 1),
            ('"', _) => end_of_string(&chars, at),
            ('\'', _) => end_of_quote(&chars, at),
            (':', Some(':')) => {
                tokens.push(Token::Path);
                at + 2
            }
            _ if c.is_alphanumeric() || c == '_' => {
                let end = (at..chars.len())
                    .find(|&end| !chars[end].is_alphanumeric() && chars[end] != '_')
                    .unwrap_or(chars.len());
                tokens.push(Token::Word(chars[at..end].iter().collect()));
                end
            }
            _ => {
                if !c.is_whitespace() {
                    tokens.push(Token::Mark(c));
                }
                at + 1
            }
        };
    }
    tokens
}

fn end_of_line(chars: &[char], from: usize) -> usize {
    (from..chars.len()).find(|&at| chars[at] == '\n').unwrap_or(chars.len())
}

fn end_of_comment(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Behind `r"…"`, `br#"…"#` and the like; `None` where none begins.
fn raw_string(chars: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    if chars[at] == 'b' {
        at += 1;
    }
    if chars.get(at) != Some(&'r') {
        return None;
    }
    at += 1;
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    at += hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    let closes =
        |at: usize| chars[at] == '"' && chars[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
    (at + 1..chars.len()).find(|&at| closes(at)).map(|end| end + 1 + hashes)
}

fn end_of_string(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Behind a character literal or a lifetime.
fn end_of_quote(chars: &[char], from: usize) -> usize {
    match (chars.get(from + 1), chars.get(from + 2)) {
        (Some('\\'), _) => (from + 3..chars.len()).find(|&at| chars[at] == '\'').unwrap_or(from) + 1,
        (Some(_), Some('\'')) => from + 3,
        _ => (from + 1..chars.len())
            .find(|&at| !chars[at].is_alphanumeric() && chars[at] != '_')
            .unwrap_or(chars.len()),
    }
}

/// Drops every item behind `#[cfg(test)]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let test: Vec<Token> = all("#[cfg(test)]");
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].starts_with(&test) {
            at = behind_item(tokens, at + test.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Behind the `;` or the closing brace of the item that begins here.
fn behind_item(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Mark('{' | '(' | '[') => depth += 1,
            Token::Mark(closing @ ('}' | ')' | ']')) => {
                depth -= 1;
                if depth == 0 && *closing == '}' {
                    return at + 1;
                }
            }
            Token::Mark(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}
