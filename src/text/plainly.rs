//! What a reader of TOML or JSON says is wrong, in the words of people who write no programs.

/// The message with a plain word for each type, without the names of types and kinds of a program.
#[must_use]
pub fn plainly(message: &str) -> String {
    // serde_json says where at the end of its message.
    let (message, place) = match message.rfind(" at line ") {
        Some(at) => message.split_at(at),
        None => (message, ""),
    };
    let said = mismatch(message)
        .or_else(|| quoted(message, "missing field ").map(|key| format!("`{key}` is missing")))
        .or_else(|| quoted(message, "duplicate field ").map(|key| format!("`{key}` stands twice")))
        .or_else(|| known(message, "unknown field ", "unknown key"))
        .or_else(|| known(message, "unknown variant ", "unknown word"))
        .or_else(|| {
            message.contains(" any variant of ").then(|| "it is none of what may stand here".to_owned())
        })
        .unwrap_or_else(|| message.to_owned());
    said + place
}

/// `invalid type: string "many", expected usize`
fn mismatch(message: &str) -> Option<String> {
    let kinds = ["invalid type: ", "invalid value: ", "invalid length "];
    let rest = kinds.iter().find_map(|kind| message.strip_prefix(kind))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let number = found.strip_prefix("integer `").and_then(|number| number.strip_suffix('`'));
    if let Some(number) =
        number.filter(|number| !number.starts_with('-') && message.starts_with("invalid value"))
    {
        return Some(format!("the number {number} is too large"));
    }
    Some(format!("{} stands where {} belongs", found_words(found), wanted_words(expected)))
}

fn found_words(found: &str) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, ""));
    let value = found.strip_prefix("floating point ").unwrap_or(value).trim_matches('`');
    match kind {
        "string" => format!("the text {value}"),
        "integer" | "floating" => format!("the number {value}"),
        "boolean" => value.to_owned(),
        "sequence" => "a list".to_owned(),
        "map" => "a table".to_owned(),
        "null" | "unit" | "Option" => "nothing".to_owned(),
        _ => found.trim_matches('`').to_owned(),
    }
}

fn wanted_words(expected: &str) -> &str {
    match expected {
        "usize" | "u8" | "u16" | "u32" | "u64" | "u128" => "a whole number, 0 or more,",
        "isize" | "i8" | "i16" | "i32" | "i64" | "i128" => "a whole number",
        "f32" | "f64" => "a number",
        "bool" | "a boolean" => "true or false",
        "a string" | "string" | "str" | "a character" => "a text in quotes",
        "path string" => "a path in quotes",
        "a sequence" | "sequence" => "a list in brackets",
        "a map" | "map" => "a table",
        other if other.starts_with("struct ") => "a table",
        other if other.starts_with("tuple ") || other.starts_with("an array ") => "a list in brackets",
        other if other.starts_with("enum ") || other.contains("variant") => "one of its words, in quotes,",
        other => other,
    }
}

fn quoted<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.strip_prefix(start)?.split('`').nth(1)
}

/// serde names the unknown word first and the known ones after it, all in backticks.
fn known(message: &str, start: &str, what: &str) -> Option<String> {
    let mut quoted = message.strip_prefix(start)?.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    let known: Vec<&str> = quoted.collect();
    Some(match (nearest(unknown, known.iter().copied()), known.is_empty()) {
        (Some(near), _) => format!("{what} `{unknown}`; did you mean `{near}`?"),
        (None, false) => format!("{what} `{unknown}`; known here: {}", known.join(", ")),
        (None, true) => format!("{what} `{unknown}`; none is known here"),
    })
}

/// The known name that somebody may have meant.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let far = |one: &str| strsim::damerau_levenshtein(&one.to_lowercase(), &folded);
    let (distance, near) = known.into_iter().map(|one| (far(one), one)).min()?;
    let longest = near.chars().count().max(name.chars().count());
    (distance <= longest / 2).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_program_reaches_a_person() {
        for (said, plain) in [
            (
                "invalid type: string \"many\", expected usize",
                "the text \"many\" stands where a whole number, 0 or more, belongs",
            ),
            (
                "invalid value: integer `-1`, expected u32",
                "the number -1 stands where a whole number, 0 or more, belongs",
            ),
            ("invalid value: integer `99999999999`, expected u32", "the number 99999999999 is too large"),
            ("invalid type: map, expected a sequence", "a table stands where a list in brackets belongs"),
            ("invalid type: sequence, expected struct SiteTable", "a list stands where a table belongs"),
            (
                "invalid type: floating point `1.5`, expected a boolean",
                "the number 1.5 stands where true or false belongs",
            ),
            ("invalid type: boolean `true`, expected a string", "true stands where a text in quotes belongs"),
            (
                "invalid type: null, expected a string at line 1 column 9",
                "nothing stands where a text in quotes belongs at line 1 column 9",
            ),
            ("missing field `feed`", "`feed` is missing"),
            (
                "unknown field `formts`, expected one of `to`, `formats`",
                "unknown key `formts`; did you mean `formats`?",
            ),
            (
                "unknown variant `q`, expected `headline` or `full`",
                "unknown word `q`; known here: headline, full",
            ),
            (
                "data did not match any variant of untagged enum ImagesWord",
                "it is none of what may stand here",
            ),
            ("expected `=`", "expected `=`"),
        ] {
            assert_eq!(plainly(said), plain);
        }
    }

    #[test]
    fn the_nearest_name_is_one_that_was_meant() {
        assert_eq!(nearest("Dwan", ["Tern", "Dawn"]), Some("Dawn"));
        assert_eq!(nearest("dawn", ["Dawn"]), Some("Dawn"));
        assert_eq!(nearest("Zebra", ["Tern", "Dawn"]), None);
        assert_eq!(nearest("x", []), None);
    }
}
