//! The document type declaration: read over, but for the entities that it declares itself.

use memchr::memchr;

use super::{Doctype, ENTITIES, Event, Fault, FaultKind, Scanner, Step, fault};

impl<'a> Scanner<'a> {
    pub(super) fn doctype(&mut self) -> Step<Event<'a>> {
        let at = self.at;
        if self.begun {
            return fault(at, "a DOCTYPE must stand before the root element");
        }
        self.at += "<!DOCTYPE".len();
        if !self.skip_space() {
            return fault(self.at, "expected a blank after <!DOCTYPE");
        }
        self.name("the name of the document type")?;
        self.skip_space();
        let (mut public, mut system) = (None, None);
        if self.rest().starts_with("PUBLIC") {
            self.at += 6;
            public = Some(self.literal()?);
            system = Some(self.literal()?);
        } else if self.rest().starts_with("SYSTEM") {
            self.at += 6;
            system = Some(self.literal()?);
        }
        self.external_subset = system.is_some();
        self.skip_space();
        if self.rest().starts_with('[') {
            self.at += 1;
            self.internal_subset()?;
            self.skip_space();
        }
        if !self.rest().starts_with('>') {
            return self.cut_or("the DOCTYPE");
        }
        self.at += 1;
        Ok(Event::Doctype(Doctype { at, public, system }))
    }

    fn cut_or<T>(&self, what: &str) -> Step<T> {
        if self.at >= self.limit {
            self.cut_off(what)
        } else {
            fault(self.at, format!("unexpected character in {what}"))
        }
    }

    fn literal(&mut self) -> Step<&'a str> {
        self.skip_space();
        let rest = self.rest();
        let quote = match rest.as_bytes().first() {
            Some(&quote @ (b'"' | b'\'')) => quote,
            _ => return self.cut_or("the DOCTYPE"),
        };
        let Some(end) = memchr(quote, &rest.as_bytes()[1..]) else {
            return self.cut_off("the DOCTYPE");
        };
        self.at += end + 2;
        Ok(&rest[1..=end])
    }

    /// Reads declarations up to `]`; only general entities with a literal value are kept.
    fn internal_subset(&mut self) -> Step<()> {
        loop {
            self.skip_space();
            let rest = self.rest();
            if rest.starts_with(']') {
                self.at += 1;
                return Ok(());
            } else if rest.starts_with("<!--") {
                self.comment()?;
            } else if rest.starts_with("<?") {
                self.instruction()?;
            } else if rest.starts_with("<!ENTITY") {
                self.entity_declaration()?;
            } else if rest.starts_with("<!") {
                self.declaration()?;
            } else if rest.starts_with('%') {
                let Some(end) = memchr(b';', rest.as_bytes()) else { return self.cut_or("the DOCTYPE") };
                self.external_subset = true;
                self.at += end + 1;
            } else {
                return self.cut_or("the DOCTYPE");
            }
        }
    }

    fn entity_declaration(&mut self) -> Step<()> {
        let start = self.at;
        self.at += "<!ENTITY".len();
        self.skip_space();
        if !self.rest().starts_with('%') {
            let name = self.name("the name of an entity")?;
            self.skip_space();
            if self.rest().starts_with(['"', '\'']) {
                let value = self.literal()?.len();
                let end = self.at - 1;
                if self.entities.len() >= ENTITIES {
                    let message = format!("more than {ENTITIES} entities");
                    return Err(Fault { at: start, kind: FaultKind::Limit, message });
                }
                self.entities.entry(name).or_insert(end - value..end);
            }
        }
        self.at = self.at.max(start + 2);
        self.declaration()
    }

    /// Skips to the `>` of a declaration, over quoted literals.
    fn declaration(&mut self) -> Step<()> {
        loop {
            match self.rest().as_bytes().first() {
                Some(b'>') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'"' | b'\'') => {
                    self.literal()?;
                }
                Some(_) => self.at += self.rest().chars().next().map_or(1, char::len_utf8),
                None => return self.cut_off("the DOCTYPE"),
            }
        }
    }
}
