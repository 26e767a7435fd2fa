//! A small feed in any encoding: the first byte chooses what HTTP declares.
#![no_main]

use copydesk::{model::Hints, read};
use libfuzzer_sys::fuzz_target;

const CHARSETS: &[&str] = &["utf-8", "utf-16", "windows-1252", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr", "x"];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let declared = format!("text/xml; charset={}", CHARSETS[usize::from(*first) % CHARSETS.len()]);
    let _ = read::feed(rest, &Hints { base_url: None, content_type: Some(&declared) });
});
