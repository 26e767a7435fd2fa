//! Lines about pictures.

use super::super::tokens::Line;

/// Whether a line is about a picture.
pub(in super::super) fn is_picture(line: &Line<'_>) -> bool {
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
