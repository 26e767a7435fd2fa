//! What every language's file must have.

#![cfg(test)]

use std::collections::HashSet;

use super::{Script, all, by_code, detect};

#[test]
fn every_file_has_its_names_script_and_small_words() {
    let mut codes = HashSet::new();
    for language in all() {
        let name = language.name;
        assert!(language.code.len() == 2 && codes.insert(language.code), "{name}: its code, once");
        assert!(!name.is_empty() && !language.own_name.is_empty(), "{name}: its names");
        let shared = matches!(language.script, Script::Cyrillic);
        assert!(!shared || !language.letters.is_empty(), "{name}: letters that tell it from others");
        let words: Vec<&str> = language.stop_words().collect();
        assert!(words.len() >= 80, "{name}: {} small words", words.len());
        let once: HashSet<&str> = words.iter().copied().collect();
        assert_eq!(once.len(), words.len(), "{name}: each small word once");
        assert!(
            words.iter().all(|word| !word.is_empty() && *word == word.to_lowercase()),
            "{name}: lower case"
        );
        let shortened = language.abbreviations;
        assert_eq!(shortened, shortened.to_lowercase(), "{name}: what is shortened, in lower case");
        assert!(!shortened.contains(". ") && !shortened.contains("  "), "{name}: without the stop");
    }
}

#[test]
fn a_tag_finds_its_language_with_region_or_without() {
    for (tag, code) in [("de-AT", "de"), ("pt_BR", "pt"), ("nb", "no"), ("NN-no", "no"), ("EN", "en")] {
        assert_eq!(by_code(tag).map(|language| language.code), Some(code), "{tag}");
    }
    assert!(by_code("xx").is_none() && by_code("").is_none());
}

#[test]
fn a_sentence_shows_its_language() {
    for (text, code) in [
        ("The harbour was closed for two days after the storm.", Some("en")),
        ("Der Hafen blieb nach dem Sturm zwei Tage lang geschlossen.", Some("de")),
        ("Le port est resté fermé pendant deux jours après la tempête.", Some("fr")),
        ("El puerto estuvo cerrado dos días después de la tormenta.", Some("es")),
        ("Il porto è rimasto chiuso per due giorni dopo la tempesta.", Some("it")),
        ("O porto esteve fechado durante dois dias depois da tempestade.", Some("pt")),
        ("De haven was na de storm twee dagen gesloten.", Some("nl")),
        ("Hamnen var stängd i två dagar efter stormen.", Some("sv")),
        ("Havnen var lukket i to dage efter stormen, siger chefen.", Some("da")),
        ("Havna var stengt i to dager etter stormen, sier sjefen.", Some("no")),
        ("Port był zamknięty przez dwa dni po burzy.", Some("pl")),
        ("После шторма порт был закрыт два дня.", Some("ru")),
        ("Після шторму порт був закритий два дні.", Some("uk")),
        ("Liman fırtınadan sonra iki gün boyunca kapalı kaldı.", Some("tr")),
        ("风暴过后港口关闭了两天。", Some("zh")),
        ("嵐のあと、港は二日間閉鎖された。", Some("ja")),
        ("폭풍 이후 항구는 이틀 동안 폐쇄됐다.", Some("ko")),
        ("أغلق الميناء لمدة يومين بعد العاصفة.", Some("ar")),
        ("بندر پس از طوفان دو روز بسته بود.", Some("fa")),
        ("तूफान के बाद बंदरगाह दो दिन बंद रहा।", Some("hi")),
        ("Cảng đã đóng cửa hai ngày sau cơn bão.", Some("vi")),
        ("Přístav byl po bouři dva dny zavřený.", Some("cs")),
        ("Portul a fost închis două zile după furtună.", Some("ro")),
        ("A kikötő a vihar után két napig zárva volt.", Some("hu")),
        ("Satama oli kiinni kaksi päivää myrskyn jälkeen, ja se on nyt auki.", Some("fi")),
        ("Το λιμάνι έμεινε κλειστό για δύο ημέρες μετά την καταιγίδα.", Some("el")),
        ("הנמל היה סגור יומיים אחרי הסערה.", Some("he")),
        ("Pelabuhan itu ditutup selama dua hari setelah badai.", Some("id")),
        ("ท่าเรือปิดสองวันหลังพายุ", Some("th")),
        ("Reykjavik 2026", None),
        ("", None),
        ("12345 !?", None),
    ] {
        assert_eq!(detect(text).map(|language| language.code), code, "{text}");
    }
}

#[test]
fn every_language_has_all_words_of_a_desk_with_their_places() {
    let sample = serde_json::to_value(super::wording("en")).unwrap();
    let places = |text: &serde_json::Value| text.as_str().unwrap_or_default().matches("{}").count();
    for language in super::all() {
        let words = serde_json::to_value(&language.wording).unwrap();
        for (name, phrase) in words.as_object().unwrap().iter().filter(|(name, _)| *name != "origins") {
            assert!(!phrase.as_str().unwrap_or_default().is_empty(), "{} {name}", language.code);
            assert_eq!(places(phrase), places(&sample[name]), "{} {name}", language.code);
        }
        let time = chrono::DateTime::from_timestamp(1_795_600_800, 0).unwrap();
        let date = super::date(language.code, time);
        assert!(!date.contains(['{', '}']) && date.contains("10:00 UTC") && date.contains("2026"), "{date}");
    }
    let time = chrono::DateTime::from_timestamp(1_795_600_800, 0).unwrap();
    for (tag, date) in [
        ("en-GB", "25 November 2026, 10:00 UTC"),
        ("de", "25. November 2026, 10:00 UTC"),
        ("es", "25 de noviembre de 2026, 10:00 UTC"),
        ("ja", "2026年11月25日 10:00 UTC"),
        ("xx", "25 November 2026, 10:00 UTC"),
    ] {
        assert_eq!(super::date(tag, time), date);
    }
}
