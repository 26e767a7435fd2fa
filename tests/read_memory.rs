//! Reading a large document takes less than two and a half times its size, model included.
//!
//! Alone in its file: the allocator counts for the whole process.

use copydesk::model::Hints;
use copydesk::read;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Two megabytes of items with this description.
fn document(description: &str) -> String {
    let mut document = String::from("<rss version='2.0'><channel><title>Harbour</title>");
    for number in 0.. {
        document.push_str(&format!(
            "<item><title>Ferry {number}</title><link>https://harbour.example/{number}</link>\
             <guid>{number}</guid><pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>\
             <description>{description}</description></item>"
        ));
        if document.len() > 2 << 20 {
            break;
        }
    }
    document + "</channel></rss>"
}

#[test]
fn a_large_document_takes_less_than_two_and_a_half_times_its_size() {
    let paragraph = "<p>After three weeks the ferry is back in service, says the harbour.</p> ";
    let escaped = paragraph.replace('<', "&lt;").replace('>', "&gt;").repeat(30);
    let section = format!("<![CDATA[{}]]>", paragraph.repeat(30));
    for (name, description) in [("escaped", escaped), ("cdata", section), ("short", "x".repeat(900))] {
        let document = document(&description);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let reading = read::feed(document.as_bytes(), &Hints::default());
        let times = (MEMORY.peak_usage() - before) as f64 / document.len() as f64;
        assert!(reading.is_ok());
        println!("{name}: {times:.2} times the document");
        assert!(times < 2.5, "{name}: {times:.2} times the document");
    }
}
