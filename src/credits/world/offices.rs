//! Offices behind labels.

use crate::languages;

/// Whether a name behind a label is an office's, in the languages that have the label.
pub(in super::super) fn is_office(label: &str, name: &str) -> bool {
    let label = label.to_lowercase();
    let labelled = languages::all().iter().filter(|language| {
        language.code == "en" || language.crediting.labels.split('|').any(|known| known == label)
    });
    let mut labelled = labelled;
    labelled.any(|language| languages::is_office(name, language))
}
