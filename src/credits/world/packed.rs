//! Phrases in languages without spaces: Chinese and Japanese.
//!
//! A phrase's words are looked for as they stand; the name is what stands between them and the
//! next mark, and must look like an outlet's: in title marks, listed, or with an outlet's ending.

use std::sync::LazyLock;

use super::super::found::Found;
use super::super::names::{Level, Name};
use super::super::place::Place;
use super::patterns::lists;
use super::pictures::is_picture;
use super::spoken::Spoken;
use super::words::{self, Vocabulary};
use super::{listed, spelling};
use crate::languages::{self, Language};
use crate::model::CreditKind;

/// Characters of the longest name.
const LONGEST: usize = 16;

/// Characters that `*` stands for at most.
const GAP: usize = 30;

/// A phrase: what stands before the name, behind it, and later.
#[derive(Debug)]
struct Phrase {
    language: &'static Language,
    kind: CreditKind,
    before: &'static str,
    behind: &'static str,
    later: Option<&'static str>,
    any: bool,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let packed = languages::all().iter().filter(|language| matches!(language.code, "zh" | "ja"));
    packed
        .flat_map(|language| {
            lists(language).into_iter().flat_map(move |(list, kind)| phrases(language, kind, list))
        })
        .collect()
});

fn phrases(language: &'static Language, kind: CreditKind, list: &'static str) -> Vec<Phrase> {
    let phrase = |text: &'static str| {
        let (before, rest) = text.split_once('{')?;
        let (need, behind) = rest.split_once('}')?;
        let (behind, later) =
            behind.split_once('*').map_or((behind, None), |(behind, later)| (behind, Some(later)));
        Some(Phrase { language, kind, before, behind, later, any: need == "x" })
    };
    list.split('|').filter_map(phrase).collect()
}

/// Whether the text is written without spaces.
pub(super) fn is_packed(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).take(40);
    letters.any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

/// The credits that the line's phrases give.
pub(super) fn find(place: &Place<'_>, spoken: Spoken, out: &mut Vec<Found>) {
    let text = place.line.text;
    if is_picture(place.line) {
        return;
    }
    out.extend(dateline(place));
    out.extend(bracketed(place));
    for phrase in PHRASES.iter().filter(|phrase| is_meant(phrase, spoken)) {
        let key = if phrase.before.is_empty() { phrase.behind } else { phrase.before };
        for (at, _) in text.match_indices(key).take(20) {
            out.extend(matched(place, phrase, at));
        }
    }
}

fn is_meant(phrase: &Phrase, spoken: Spoken) -> bool {
    match spoken {
        Spoken::One(language) => phrase.language.code == language.code,
        _ => true,
    }
}

fn matched(place: &Place<'_>, phrase: &Phrase, at: usize) -> Vec<Found> {
    all(place, phrase, at).unwrap_or_default()
}

fn all(place: &Place<'_>, phrase: &Phrase, at: usize) -> Option<Vec<Found>> {
    let text = place.line.text;
    let vocabulary = words::of(phrase.language);
    let (start, end) = match phrase.before.is_empty() {
        true => {
            let end = without_time(&text[..at]).len();
            (back(text, end, vocabulary)?, end)
        }
        false => forward(text, at + phrase.before.len(), phrase.behind, vocabulary)?,
    };
    if let Some(later) = phrase.later {
        let from = if phrase.before.is_empty() { at } else { end };
        let rest = text.get(from + phrase.behind.len()..)?;
        let sentence = rest.split(['。', '！', '？']).next().unwrap_or_default();
        let limit = sentence.char_indices().nth(GAP).map_or(sentence.len(), |(at, _)| at);
        sentence[..limit].contains(later).then_some(())?;
    }
    let name = named(place, start, end, phrase.any, phrase.language)?;
    // Books say something too: a title alone is an outlet's only with a word for one behind it.
    let weak = matches!(phrase.behind, "称" | "说" | "說" | "稱" | "指" | "指出" | "引用" | "引述");
    let bare = text[..end].ends_with('》') && !vocabulary.press.ends(&name.shown);
    if weak && bare && name.level < Level::Listed {
        return None;
    }
    if words::is_own_packed(text[end..].strip_prefix(phrase.behind).unwrap_or_default()) {
        return None;
    }
    let found = Found::new(place.line, &name, phrase.kind, name.first, name.end);
    let mut all = vec![found];
    let named = text[..end].rfind(name.shown.as_str()).filter(|at| *at > start).unwrap_or(start);
    all.extend(beside(place, phrase, named));
    Some(all)
}

/// The listed name before another: `《A》和《B》`, `独誌AとB`.
fn beside(place: &Place<'_>, phrase: &Phrase, start: usize) -> Option<Found> {
    const AND: &[&str] = &["和", "与", "與", "及", "、", "と", "や"];
    const KINDS: &[&str] = &[
        "公共放送局",
        "公共放送",
        "放送局",
        "国営通信",
        "通信社",
        "英紙",
        "米紙",
        "独紙",
        "仏紙",
        "韓国紙",
        "中国紙",
        "地元紙",
        "経済紙",
        "米誌",
        "独誌",
        "英誌",
        "美国",
        "英国",
        "德国",
        "法国",
        "日本",
    ];
    let text = &place.line.text[..start];
    let text = KINDS.iter().find_map(|kind| text.strip_suffix(kind)).unwrap_or(text);
    let before = AND.iter().find_map(|and| text.strip_suffix(and))?.trim_end();
    let first = back(before, before.len(), words::of(phrase.language))?;
    let name = named(place, first, before.len(), false, phrase.language)?;
    (name.level >= Level::Listed).then(|| Found::new(place.line, &name, phrase.kind, name.first, name.end))
}

/// Words of time before a verb: `星期三`, `昨天`, `18日`, `今月`.
fn without_time(text: &str) -> &str {
    const WORDS: &[&str] = &[
        "昨天",
        "今天",
        "昨日",
        "今日",
        "日前",
        "近日",
        "上周",
        "本周",
        "早前",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
        "星期天",
        "週一",
        "週二",
        "週三",
        "週四",
        "週五",
        "晚间",
        "早上",
        "上午",
        "下午",
        "晚",
        "报道",
        "随后",
        "也",
        "还",
        "同日",
        "当天",
        "凌晨",
    ];
    let mut text = text;
    for _ in 0..3 {
        let word = WORDS.iter().find_map(|word| text.strip_suffix(word));
        let day = text
            .strip_suffix(['日', '号'])
            .map(|rest| rest.trim_end_matches(|c: char| c.is_numeric() || c == '月'))
            .filter(|rest| text.len() - rest.len() > '日'.len_utf8());
        let Some(rest) = word.or(day) else { break };
        text = rest;
    }
    text
}

/// Agencies in a bracket at the head of a line: `（中央社台北18日電）`, `（AFP＝時事）`, `【パリ＝AFP時事】`.
fn bracketed(place: &Place<'_>) -> Vec<Found> {
    const MOST: usize = 24;
    let text = place.line.text;
    let inner = text.trim_start();
    let Some(open) = inner.chars().next().filter(|c| "（(【〔［".contains(*c)) else { return Vec::new() };
    let from = text.len() - inner.len() + open.len_utf8();
    let Some(length) = text[from..].find(['）', ')', '】', '〕', '］']) else { return Vec::new() };
    let inside = &text[from..from + length];
    if inside.chars().count() > MOST {
        return Vec::new();
    }
    let mut names: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    let mut closed = 0;
    while let Some(c) = inside[at..].chars().next() {
        let agency = spelling::packed(c)
            .iter()
            .find(|(name, _)| inside[at..].starts_with(name) && super::bureaus::is_agency(name));
        match agency {
            Some((name, _)) => {
                names.push((at, name));
                at += name.len();
                closed = at;
            }
            None => at += c.len_utf8(),
        }
    }
    let signed = closed == inside.len() || inside.ends_with(['電', '电']);
    // What was a dateline's is found by its rule too; one find a place.
    let named = |(at, name): (usize, &str)| {
        let (name, identity) = exactly_listed(name)?;
        let start = from + at;
        let first = place.line.tokens.partition_point(|token| token.end <= start);
        let end = place.line.tokens.partition_point(|token| token.start < start + name.len());
        let (level, identity, shown) = listed::resolved(place.names, identity, name);
        Some(Found::new(
            place.line,
            &Name { first, end, level, identity, shown },
            CreditKind::Wire,
            first,
            end,
        ))
    };
    if signed { names.into_iter().filter_map(named).collect() } else { Vec::new() }
}

const MARKS: &[char] = &[
    '。', '、', '，', '！', '？', '：', '；', '（', '）', '「', '」', '『', '』', '“', '”', '【', '】', ' ',
    ',', '.', ':', '(', ')', '・', '《', '》',
];

/// Where the name before `end` begins.
fn back(text: &str, end: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let before = text[..end].trim_end_matches(['記', '记']).trim_end();
    if before.ends_with('》') {
        return before.rfind('《');
    }
    let mut noun = without_noun(before, vocabulary);
    for _ in 0..3 {
        noun = without_noun(noun, vocabulary);
    }
    if noun.ends_with('》') {
        return noun.rfind('《');
    }
    // `日本广播协会（NHK）`.
    if let Some(open) = noun.strip_suffix(['）', ')']).and_then(|rest| rest.rfind(['（', '('])) {
        let inside = noun[open..].trim_matches(['（', '(', '）', ')']);
        if exactly_listed(inside).is_some() {
            return noun.rfind(inside);
        }
    }
    // `「港日報」の報道`: a title is written as what somebody says, but shorter.
    if noun.ends_with(QUOTED_END) {
        let open = noun.rfind(QUOTED)?;
        return (noun[open..].chars().count() <= LONGEST + 2).then_some(open);
    }
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev().take(LONGEST) {
        // Kana of grammar end what stands before a name.
        let grammar = matches!(c, '\u{3041}'..='\u{309f}');
        if MARKS.contains(&c) && c != '・' || grammar {
            break;
        }
        start = at;
    }
    // `据港日报最早披露`: what leads to a name is no part of it.
    let leads = ["根据", "根據", "据", "據", "由"].iter().find(|word| text[start..end].starts_with(**word));
    start += leads.map_or(0, |word| word.len());
    (start < end).then_some(start)
}

/// Quotation marks that stand around titles too.
const QUOTED: &[char] = &['「', '『', '“'];
const QUOTED_END: &[char] = &['」', '』', '”'];

fn without_noun<'t>(text: &'t str, _vocabulary: &Vocabulary) -> &'t str {
    const NOUNS: &[&str] = &[
        "杂志",
        "周刊",
        "报纸",
        "网站",
        "电子版",
        "電子版",
        "紙",
        "誌",
        "雜誌",
        "周報",
        "客户端",
        "客戶端",
        "新媒体",
        "微博",
        "公众号",
        "报",
        "記者",
        "记者",
        "网",
        "のウェブサイト",
        "公式サイト",
        "官网",
        "社論",
        "社论",
        "记者从",
        "新闻网",
    ];
    NOUNS.iter().find_map(|noun| text.strip_suffix(noun)).unwrap_or(text)
}

/// The name that begins at `start` and ends before `behind`, or with its clause.
fn forward(text: &str, start: usize, behind: &str, _vocabulary: &Vocabulary) -> Option<(usize, usize)> {
    let rest = &text[start..];
    if rest.starts_with('《') {
        let close = rest.find('》').filter(|&close| close < 60)? + '》'.len_utf8();
        let tail = without_leading_noun(&rest[close..]);
        return (behind.is_empty() || tail.starts_with(behind)).then_some((start, start + close));
    }
    if rest.starts_with(QUOTED) {
        let close = rest.find(QUOTED_END).filter(|&close| close < 60)?;
        let close = close + rest[close..].chars().next().map_or(0, char::len_utf8);
        let tail = without_leading_noun(&rest[close..]);
        return (behind.is_empty() || tail.starts_with(behind)).then_some((start, start + close));
    }
    let limit = rest.char_indices().nth(LONGEST + 4).map_or(rest.len(), |(at, _)| at);
    let near = &rest[..limit];
    let end = match behind {
        "" => near.find(|c: char| MARKS.contains(&c) && c != '・').unwrap_or(near.len()),
        behind => near.find(behind)?,
    };
    (end > 0 && !near[..end].contains(['。', '，', '、'])).then_some((start, start + end))
}

fn without_leading_noun(text: &str) -> &str {
    const NOUNS: &[&str] = &["杂志", "周刊", "报纸", "网站", "雜誌", "記者", "记者"];
    NOUNS.iter().find_map(|noun| text.strip_prefix(noun)).unwrap_or(text)
}

/// The name, where it looks like an outlet's.
fn named(
    place: &Place<'_>,
    start: usize,
    end: usize,
    any: bool,
    language: &'static Language,
) -> Option<Name> {
    let text = place.line.text;
    let vocabulary = words::of(language);
    let (mut start, mut end) = (start, end);
    let title = text[start..].starts_with('《');
    if title {
        start += '《'.len_utf8();
        end = start + text[start..].find('》')?;
    }
    let quoted = text[start..].starts_with(QUOTED);
    let written = text.get(start..end)?.trim().trim_end_matches(['）', ')']);
    let written = written.trim_matches(|c| QUOTED.contains(&c) || QUOTED_END.contains(&c));
    let listed =
        (!title && !quoted).then(|| longest_listed(written)).flatten().or_else(|| exactly_listed(written));
    let first = place.line.tokens.partition_point(|token| token.end <= start);
    let last = place.line.tokens.partition_point(|token| token.start < end);
    if let Some((name, identity)) = listed {
        let (level, identity, shown) = listed::resolved(place.names, identity, name);
        return Some(Name { first, end: last, level, identity, shown });
    }
    let people = vocabulary.people.within(written)
        || words::is_office(written, language) && !vocabulary.press.ends(written);
    let short = written.chars().count() >= 2 && written.chars().count() <= LONGEST;
    let press = title || vocabulary.press.ends(written);
    let free = any && !written.contains(char::is_whitespace) && written.chars().count() >= 3;
    (short && !people && (press || free)).then(|| place.names.written(written, first, last, Level::Free))
}

fn exactly_listed(written: &str) -> Option<(&'static str, &'static str)> {
    let first = written.chars().next()?;
    spelling::packed(first).iter().find(|(name, _)| *name == written).copied()
}

/// The listed name that ends the text: `英国《卫报》` aside, `美国彭博社`.
fn longest_listed(written: &str) -> Option<(&'static str, &'static str)> {
    written.char_indices().find_map(|(at, c)| {
        spelling::packed(c)
            .iter()
            .find(|(name, _)| &written[at..] == *name && (name.chars().count() > 1))
            .copied()
    })
}

/// `新华社北京3月12日电`, `【ロンドン共同】`, `（AFP＝時事）`.
fn dateline(place: &Place<'_>) -> Option<Found> {
    let text = place.line.text.trim_start();
    let shift = place.line.text.len() - text.len();
    let bracket = text.strip_prefix('【').and_then(|rest| Some((&rest[..rest.find('】')?], '【'.len_utf8())));
    let (name, at) = match bracket {
        Some((inside, skipped)) => {
            let inside = inside.trim_end_matches("通信");
            let agency = inside
                .char_indices()
                .map(|(at, _)| at)
                .find(|&at| super::bureaus::is_agency(&inside[at..]))?;
            (&inside[agency..], shift + skipped + agency)
        }
        None => {
            let first = text.chars().next()?;
            let (name, _) = spelling::packed(first)
                .iter()
                .find(|(name, _)| text.starts_with(name) && super::bureaus::is_agency(name))?;
            let rest: String = text[name.len()..].chars().take(18).collect();
            (rest.contains('电') || rest.contains('電')).then_some((&text[..name.len()], shift))?
        }
    };
    let first = place.line.tokens.partition_point(|token| token.end <= at);
    let end = place.line.tokens.partition_point(|token| token.start < at + name.len());
    let (name, identity) = exactly_listed(name)?;
    let (level, identity, shown) = listed::resolved(place.names, identity, name);
    Some(Found::new(place.line, &Name { first, end, level, identity, shown }, CreditKind::Wire, first, end))
}
