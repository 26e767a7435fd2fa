//! Character references of HTML: which exist, and what is wrong with those that do not.

use copydesk_model::text::entities;

/// The names of HTML 4, which readers decode even in plain text.
pub(crate) const HTML4_ENTITIES: &str = " AElig Aacute Acirc Agrave Alpha Aring Atilde Auml Beta Ccedil Chi Dagger Delta ETH Eacute Ecirc Egrave \
    Epsilon Eta Euml Gamma Iacute Icirc Igrave Iota Iuml Kappa Lambda Mu Ntilde Nu OElig Oacute Ocirc Ograve \
    Omega Omicron Oslash Otilde Ouml Phi Pi Prime Psi Rho Scaron Sigma THORN Tau Theta Uacute Ucirc Ugrave \
    Upsilon Uuml Xi Yacute Yuml Zeta aacute acirc acute aelig agrave alefsym alpha amp and ang aring asymp \
    atilde auml bdquo beta brvbar bull cap ccedil cedil cent chi circ clubs cong copy crarr cup curren dArr \
    dagger darr deg delta diams divide eacute ecirc egrave empty emsp ensp epsilon equiv eta eth euml euro \
    exist fnof forall frac12 frac14 frac34 frasl gamma ge gt hArr harr hearts hellip iacute icirc iexcl \
    igrave image infin int iota iquest isin iuml kappa lArr lambda lang laquo larr lceil ldquo le lfloor \
    lowast loz lrm lsaquo lsquo lt macr mdash micro middot minus mu nabla nbsp ndash ne ni not notin nsub \
    ntilde nu oacute ocirc oelig ograve oline omega omicron oplus or ordf ordm oslash otilde otimes ouml para \
    part permil perp phi pi piv plusmn pound prime prod prop psi quot rArr radic rang raquo rarr rceil rdquo \
    real reg rfloor rho rlm rsaquo rsquo sbquo scaron sdot sect shy sigma sigmaf sim spades sub sube sum sup \
    sup1 sup2 sup3 supe szlig tau there4 theta thetasym thinsp thorn tilde times trade uArr uacute uarr ucirc \
    ugrave uml upsih upsilon uuml weierp xi yacute yen yuml zeta zwj zwnj ";

/// The names that browsers also take without a semicolon.
const WITHOUT_SEMICOLON: &str = " AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc \
    Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml \
    Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg \
    divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo \
    lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound \
    quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml ";

/// What is wrong with the `&` that `text` begins with, or the length of the reference.
///
/// An `&` before white space, `<`, another `&` or the end is text. `quote` is the character that
/// ends the surrounding attribute, if any.
pub(super) fn reference(text: &str, quote: Option<u8>) -> Result<usize, String> {
    let bytes = text.as_bytes();
    match bytes.get(1) {
        None | Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'<' | b'&') => Ok(1),
        Some(&b) if Some(b) == quote => Ok(1),
        Some(b'#') => numeric(text),
        Some(_) => named(text, quote.is_some()),
    }
}

fn named(text: &str, in_attribute: bool) -> Result<usize, String> {
    let body = &text[1..];
    let end = body.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(body.len());
    let name = &body[..end];
    if body.as_bytes().get(end) == Some(&b';') && entities::named(name).is_some() {
        return Ok(end + 2);
    }
    let legacy = (1..=end.min(8)).rev().any(|cut| listed(WITHOUT_SEMICOLON, &name[..cut]));
    let what = if legacy { "a reference without its semicolon" } else { "no reference" };
    let place = if in_attribute { " in an attribute" } else { "" };
    let seen: String = text.chars().take(12).collect();
    Err(format!("\"{seen}\" is {what}; write \"&\"{place} as \"&amp;\""))
}

fn numeric(text: &str) -> Result<usize, String> {
    let (digits, radix) = match text.as_bytes().get(2) {
        Some(b'x' | b'X') => (&text[3..], 16),
        _ => (&text[2..], 10),
    };
    let end = digits.bytes().position(|b| !(b as char).is_digit(radix)).unwrap_or(digits.len());
    let length = text.len() - digits.len() + end;
    let seen = &text[..length];
    if end == 0 || digits.as_bytes().get(end) != Some(&b';') {
        return Err(format!("\"{seen}\" is a character reference without number or semicolon"));
    }
    match u32::from_str_radix(&digits[..end], radix) {
        Ok(code) if is_sound(code) => Ok(length + 1),
        _ => Err(format!("\"{seen};\" refers to no character that HTML allows")),
    }
}

/// Whether HTML lets a numeric reference stand for the code point.
fn is_sound(code: u32) -> bool {
    let control = matches!(code, 0x00..=0x08 | 0x0B | 0x0D..=0x1F | 0x7F..=0x9F);
    let noncharacter = matches!(code, 0xFDD0..=0xFDEF) || code & 0xFFFE == 0xFFFE;
    !control && !noncharacter && char::from_u32(code).is_some()
}

/// No reference that is decoded is longer.
const LONGEST: usize = 16;

/// Text with its numeric references and the five of XML decoded; enough to look at an address.
pub(crate) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(amp) = rest.find('&') {
        out.push_str(&rest[..amp]);
        rest = &rest[amp..];
        let near = &rest.as_bytes()[..rest.len().min(LONGEST)];
        let decoded = memchr::memchr(b';', near).and_then(|end| Some((character(&rest[1..end])?, end)));
        match decoded {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => name.strip_prefix('#').and_then(|digits| digits.parse().ok()).and_then(char::from_u32),
    }
}

fn listed(list: &str, name: &str) -> bool {
    list.split(' ').any(|known| known == name)
}
