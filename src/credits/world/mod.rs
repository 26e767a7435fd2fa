//! Credits in other languages than English, by what each language's file says.
//!
//! The English rules run over every text too; they know form and place, these know words. A
//! phrase counts in the language that the text is in; where a text is too short to tell, in all.
//! Names are as their language writes them: inflected, in quotation marks, with an article, or
//! without spaces and capitals.

mod agencies;
mod extent;
mod kin;
mod labels;
mod listed;
mod packed;
mod patterns;
mod spaced;
mod words;

use memchr::memmem;

use super::found::Found;
use super::marks::Place;
use super::tokens::Line;
use crate::languages::{self, Language};

pub(super) use agencies::beside;
pub(super) use kin::is_kin;
pub(super) use listed::{domains_of, identity_of, spelt, start};

/// What a text is in, as far as its beginning tells.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spoken {
    /// English: nothing here is asked.
    English,
    /// This language.
    One(&'static Language),
    /// It is too short to tell.
    Unknown,
}

/// Characters that tell whether a text is English.
const LOOKED_AT: usize = 600;

/// What a text is in.
pub(super) fn spoken(text: &str) -> Spoken {
    if is_english(text) {
        return Spoken::English;
    }
    match languages::detect_clearly(text) {
        Some(language) if language.code == "en" => Spoken::English,
        Some(language) => Spoken::One(language),
        None if text.is_ascii() && text.len() > LOOKED_AT => Spoken::English,
        None => Spoken::Unknown,
    }
}

/// Whether the text is English at a glance: most texts are, and detection costs more than they do.
fn is_english(text: &str) -> bool {
    /// Words of no other language that is written with plain letters.
    const SURE: &[&[u8]] =
        &[b" the ", b" with ", b" that ", b" from ", b" said ", b" this ", b" which ", b" his ", b" their "];
    /// Words that few others have.
    const LIKELY: &[&[u8]] = &[b" of ", b" and ", b" to ", b" for ", b" is ", b" was ", b" by ", b" on "];
    let start = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    let has =
        |words: &[&[u8]]| words.iter().filter(|word| memmem::find(start, word).is_some()).take(2).count();
    let the = memmem::find_iter(start, SURE[0]).take(2).count();
    the == 2
        || the == 1 && has(LIKELY) > 0
        || has(SURE) > 1
        || start.is_ascii() && has(SURE) == 1 && has(LIKELY) > 1
}

/// The credits of one line.
pub(super) fn find(place: &Place<'_>, spoken: Spoken, out: &mut Vec<Found>) {
    agencies::find(place, out);
    if matches!(spoken, Spoken::English) || place.line.len() < 2 {
        return;
    }
    let before = out.len();
    labels::find(place, spoken, out);
    if out.len() > before {
        return;
    }
    let packed = matches!(spoken, Spoken::One(language) if !language.has_spaces());
    match packed || matches!(spoken, Spoken::Unknown) && packed::is_packed(place.line.text) {
        true => packed::find(place, spoken, out),
        false => spaced::find(place, spoken, out),
    }
}

/// Whether a name behind a label is an office's, in the languages that have the label.
pub(super) fn is_office(label: &str, name: &str) -> bool {
    let label = label.to_lowercase();
    let labelled = languages::all().iter().filter(|language| {
        language.code == "en" || language.crediting.labels.split('|').any(|known| known == label)
    });
    let mut labelled = labelled;
    labelled.any(|language| languages::is_office(name, language))
}

/// Whether a line is about a picture.
pub(super) fn is_picture(line: &Line<'_>) -> bool {
    const PICTURES: &[&str] = &[
        "foto",
        "fotos",
        "photo",
        "photos",
        "bild",
        "bilder",
        "image",
        "images",
        "picture",
        "crédit",
        "crédits",
        "credit",
        "fotograf",
        "fotografía",
        "fotografia",
        "fotoğraf",
        "фото",
        "фотография",
        "zdjęcie",
        "zdjęcia",
        "fot",
        "illustration",
        "ilustración",
        "grafik",
        "beeld",
        "imagen",
        "imagem",
        "immagine",
        "kuva",
        "bildquelle",
        "fotonachweis",
        "bildnachweis",
        "الصورة",
        "صورة",
        "تصوير",
        "फोटो",
        "तस्वीर",
        "图片来源",
        "图片",
        "图",
        "写真",
        "画像",
        "사진",
        "valokuva",
        "símage",
        "visuel",
        "video",
        "vídeo",
        "grafika",
        "billede",
        "illustratie",
        "svetainė",
    ];
    let first = line.word(0).to_lowercase();
    PICTURES.contains(&first.as_str())
        || line.text.trim_start().starts_with(['图', '圖']) && line.text.chars().count() < 40
        || ["写真", "画像", "사진", "©"].iter().any(|mark| line.text.trim_start().starts_with(mark))
}
