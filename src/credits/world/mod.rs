//! Credits in other languages than English, by what each language's file says.
//!
//! The English rules run over every text too; they know form and place, these know words. A
//! phrase counts in the language that the text is in; where a text is too short to tell, in all.
//! Names are as their language writes them: inflected, in quotation marks, with an article, or
//! without spaces and capitals.

mod agencies;
mod bureaus;
mod extent;
mod kin;
mod labels;
mod listed;
mod offices;
mod packed;
mod patterns;
mod pictures;
mod reading;
mod spaced;
pub(super) mod spelling;
mod spoken;
mod words;

use super::found::Found;
use super::place::Place;

pub(super) use agencies::beside;
pub(super) use offices::is_office;
pub(super) use pictures::is_picture;
pub(super) use spoken::{Spoken, spoken};

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
