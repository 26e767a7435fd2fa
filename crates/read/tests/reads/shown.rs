//! What is published of HTML is what a browser without scripts shows, with a way to what cannot stay; a
//! table a kind. Rows with `=` are neighbours that stay as they are.

use copydesk_model::Text;
use copydesk_read::html::clean;

/// What is published of each, as far as the row says; and that cleaning it again changes nothing.
#[track_caller]
fn become_(rows: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (html, expected) in rows {
        let once = clean(&Text::html(*html)).replace(" rel=\"noopener noreferrer\"", "");
        let expected = if *expected == "=" { html } else { expected };
        if once != *expected {
            wrong.push(format!("{html}\n  gave {once}\n  not  {expected}"));
        }
        let again = clean(&Text::html(once.clone())).replace(" rel=\"noopener noreferrer\"", "");
        if again != once {
            wrong.push(format!("{html}\n  gave {once}\n  then {again}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pictures_that_wait_for_a_script_have_their_address() {
    become_(&[
        (
            "<img src=\"s.gif\" data-src=\"https://h.example/a.jpg\" alt=\"a\">",
            "<img src=\"https://h.example/a.jpg\" alt=\"a\">",
        ),
        ("<img class=\"lazy\" data-original=\"/a.jpg\" width=\"9\">", "<img src=\"/a.jpg\" width=\"9\">"),
        ("<img src='' data-lazy-src='//h.example/a'>", "<img src=\"//h.example/a\">"),
        ("<IMG SRC='data:image/svg+xml,%3Csvg%3E' DATA-SRC='/a.jpg'>", "<img src=\"/a.jpg\">"),
        (
            "<img src='/blank.gif' data-srcset='/a.jpg 400w, /b.jpg 800w, /c.jpg 2400w'>",
            "<img src=\"/b.jpg\" srcset=\"/a.jpg 400w, /b.jpg 800w, /c.jpg 2400w\">",
        ),
        (
            "<img srcset='/w_300,h_200/a.jpg 1x, /w_600,h_400/a.jpg 2x'>",
            "<img src=\"/w_300,h_200/a.jpg\" srcset=\"/w_300,h_200/a.jpg 1x, /w_600,h_400/a.jpg 2x\">",
        ),
        ("<img src='/placeholder.png' data-large-file='/a.jpg'>", "<img src=\"/a.jpg\">"),
        (
            "<noscript><img src='/a.jpg'></noscript><img class='lazy' data-src='/a.jpg'>",
            "<img src=\"/a.jpg\">",
        ),
        (
            "<img data-src='/a-300.jpg'>\n<noscript><img src='/a.jpg'></noscript>",
            "<img src=\"/a-300.jpg\">\n",
        ),
        (
            "<img class='lazy' alt='a'><noscript><img src='/a.jpg' alt='a'></noscript>",
            "<img src=\"/a.jpg\" alt=\"a\">",
        ),
        (
            "<a href='/x'><img data-src='/a.jpg'></a><noscript><a href='/x'><img src='/a.jpg'></a></noscript>",
            "<a href=\"/x\"><img src=\"/a.jpg\"></a><a href=\"/x\"></a>",
        ),
        (
            "<picture><source srcset='/a.webp' type='image/webp'><img class=lazy></picture>",
            "<picture><source srcset=\"/a.webp\" type=\"image/webp\"><img src=\"/a.webp\"></picture>",
        ),
        (
            "<picture><source data-srcset='/a.webp 1x'><img data-src='/a.jpg'></picture>",
            "<picture><source srcset=\"/a.webp 1x\"><img src=\"/a.jpg\"></picture>",
        ),
        ("<video controls data-src='/a.mp4'></video>", "<video src=\"/a.mp4\" controls=\"\"></video>"),
        (
            "<amp-img src='/a.jpg' alt='a' layout='fill'><noscript><img src='/a.jpg'></noscript></amp-img>",
            "<img src=\"/a.jpg\" alt=\"a\">",
        ),
        ("a<img src=''>b<img>c<img src=\"data:image/gif;base64,R0lG\">", "abc"),
        ("<noscript>Please turn on JavaScript.</noscript>a", "a"),
        ("<img src=\"/a.jpg\" alt=\"a\"><img src=\"/a.jpg\" alt=\"a\">", "="),
        ("<img src=\"/loading-dock-at-night.jpg\" alt=\"a\">", "="),
        ("<img src='/a.jpg' data-src='7' data-large-file='/b.jpg'>", "<img src=\"/a.jpg\">"),
    ]);
}

#[test]
fn what_stood_in_a_frame_leaves_a_link() {
    become_(&[
        (
            "<p>a</p><iframe src='https://player.example/1?a=1&amp;b=2'></iframe>",
            "<p>a</p><a href=\"https://player.example/1?a=1&amp;b=2\">player.example</a>",
        ),
        (
            "<iframe data-src='//www.youtube-nocookie.com/embed/Abc?rel=0' title='The \"film\"'></iframe>",
            "<a href=\"https://www.youtube.com/watch?v=Abc\">The \"film\"</a>",
        ),
        (
            "<iframe src='https://a.example/1'></iframe><iframe src='https://a.example/2' />b",
            "<a href=\"https://a.example/1\">a.example</a><br><a href=\"https://a.example/2\">a.example</a> b",
        ),
        (
            "<p>See<embed src='https://a.example/x.pdf'> it</p>b",
            "<p>See it <a href=\"https://a.example/x.pdf\">a.example</a></p>b",
        ),
        (
            "The film<iframe src='https://a.example/1'></iframe>, which lasts long. <b>More</b> words<br>and more",
            "The film, which lasts long. <b>More</b> words <a href=\"https://a.example/1\">a.example</a><br>and more",
        ),
        (
            "<object data='https://a.example/x.pdf' title='The report'></object>",
            "<a href=\"https://a.example/x.pdf\">The report</a>",
        ),
        (
            "<object><param name=movie value=x><embed src='https://a.example/v/1'></embed></object>",
            "<a href=\"https://a.example/v/1\">a.example</a>",
        ),
        (
            "<object data='https://a.example/x.svg' type='image/svg+xml'></object>",
            "<img src=\"https://a.example/x.svg\">",
        ),
        (
            "<map name='m'><area href='/n' alt='North'><area href='/s' alt='South'><area href='/n' alt='North'></map>",
            "<a href=\"/n\">North</a><br><a href=\"/s\">South</a>",
        ),
        (
            "<amp-youtube data-videoid='Abc_1' layout='responsive'></amp-youtube>",
            "<a href=\"https://www.youtube.com/watch?v=Abc_1\">youtube.com</a>",
        ),
        (
            "<amp-iframe src='https://m.example/1'><p placeholder>x</p></amp-iframe>",
            "<a href=\"https://m.example/1\">m.example</a>",
        ),
        (
            "<figure class='media'><oembed url='https://v.example/9'></oembed></figure>",
            "<figure><a href=\"https://v.example/9\">v.example</a></figure>",
        ),
        (
            "<script src='https://polls.example/1.js'></script><noscript><a href='https://polls.example/1'>Take our poll</a></noscript>",
            "<a href=\"https://polls.example/1\">Take our poll</a>",
        ),
        (
            "a<iframe src='about:blank'></iframe><iframe src='javascript:x()'></iframe><iframe></iframe>\
          <iframe src='https://t.example/t' width=0 height=0></iframe><iframe style='display: none' src='https://t.example/t'></iframe>",
            "a",
        ),
        (
            "<noscript><iframe src='https://t.example/ns.html' height='0' width='0' style='display:none'></iframe></noscript>a",
            "a",
        ),
    ]);
}

#[test]
fn formulas_and_drawings_leave_their_words() {
    become_(&[
        (
            "a <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math> b",
            "a (a + b)/2 b",
        ),
        (
            "<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mn>9</mn></msqrt></math>",
            "x<sup>2</sup> = √9",
        ),
        (
            "<mml:math><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub><mml:mi>O</mml:mi></mml:math>.",
            "H<sub>2</sub>O.",
        ),
        ("<math alttext='x &lt; 2'/> a", "x &lt; 2 a"),
        ("<math><semantics><mn>2</mn><annotation encoding='tex'>\\two</annotation></semantics></math>", "2"),
        ("<math><mn>1</mn><mo>&lt;</mo><mn>2</mn></math>", "1 &lt; 2"),
        ("<svg aria-label='Twelve'><path d='M0'/></svg>", "Twelve"),
        ("<svg><title>Ferries a year</title><text>1</text></svg>", "Ferries a year"),
        (
            "<svg><style>text{}</style><text>2019</text><text><tspan>12</tspan> ferries</text></svg>",
            "2019 12 ferries",
        ),
        ("a<svg aria-hidden='true'><title>Icon</title></svg>", "a"),
        ("<span role='img' aria-label='4 of 5 stars'></span>", "<span>4 of 5 stars</span>"),
        ("<svg onload='x()'><script>x()</script><text>a<script>b</script></text></svg>", "a"),
        ("x<sup>2</sup> and H<sub>2</sub>O", "="),
    ]);
}

#[test]
fn a_formula_that_is_drawn_and_written_is_shown_once() {
    const MATH: &str =
        "<math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation>x^2</annotation></semantics></math>";
    let katex = format!(
        "a <span class='katex'><span class='katex-mathml'>{MATH}</span><span class='katex-html' aria-hidden='true'>\
         <span class='base'><span>x</span><span><span>2</span></span></span></span></span> b"
    );
    let chtml = format!(
        "a <mjx-container jax='CHTML'><mjx-math aria-hidden='true'><mjx-mi><mjx-utext>x</mjx-utext></mjx-mi></mjx-math>\
         <mjx-assistive-mml display='inline'>{MATH}</mjx-assistive-mml></mjx-container> b"
    );
    let older = format!(
        "a <span class='MathJax'><nobr aria-hidden='true'><span class=\"math\">x2</span></nobr>\
         <span class='MJX_Assistive_MathML'>{MATH}</span></span><script type='math/tex'>x^2</script> b"
    );
    become_(&[
        (&katex, "a <span><span>x<sup>2</sup></span></span> b"),
        (&chtml, "a x<sup>2</sup> b"),
        (&older, "a <span><span>x<sup>2</sup></span></span> b"),
        ("a <script type='math/tex'>x < y</script> b", "a x &lt; y b"),
        ("a <script type='math/tex; mode=display'>% <![CDATA[\nx & y %]]></script> b", "a x &amp; y b"),
        (
            "a <span class='MathJax_Preview'>x^2</span><script type='math/tex'>x^2</script>",
            "a <span>x^2</span>",
        ),
        ("a <script type='math/mml'><math><mi>x</mi></math></script> b", "a x b"),
        ("a <script>x()</script> b", "a  b"),
        // Drawn without words beside it.
        (
            "a <span class='katex'><span class='katex-html' aria-hidden='true'>x</span></span> b",
            "a <span><span>x</span></span> b",
        ),
        (
            "<p aria-hidden='true'>a</p><math><mi>x</mi></math><p>b</p><p aria-hidden='true'>c</p>",
            "<p>a</p>x<p>b</p><p>c</p>",
        ),
    ]);
}

#[test]
fn what_a_browser_hides_is_hidden() {
    become_(&[
        ("<p>a</p><p hidden>b</p><p>c</p>", "<p>a</p><p>c</p>"),
        ("<p>a<p HIDDEN=\"\">b<p>c", "<p>a</p><p>c</p>"),
        ("<div style=\"color:red;DISPLAY : None !important\">a<div>b</div>c</div>d", "d"),
        ("<ul><li>a<li style='display:none'>b<li>c</ul>", "<ul><li>a</li><li>c</li></ul>"),
        (
            "<table><tr><td>a<td hidden>b<td>c</table>",
            "<table><tbody><tr><td>a</td><td>c</td></tr></tbody></table>",
        ),
        (
            "<span style='visibility:hidden'>a</span><span style='font-size:0px'>b</span><span style='opacity:0'>c</span>d",
            "d",
        ),
        (
            "<div style='position:absolute;left:-10000px'>a</div><div style='max-height:0;overflow:hidden'>b</div>c",
            "c",
        ),
        ("<span style='position:absolute;clip:rect(0 0 0 0)'>a</span>b", "b"),
        ("<template><p>a</p></template><dialog>b</dialog><dialog open>c</dialog>", "c"),
        ("<section><div hidden>a</section>b", "<section></section>b"),
        ("<img src='/p.gif' style='display:none'>a", "a"),
        ("<p class=\"hidden sr-only\">a</p>", "<p>a</p>"),
        ("<p style='display:block;opacity:0.9;max-height:0'>a</p>", "<p>a</p>"),
        ("<div style='opacity:0;transition:opacity 1s'>a</div>", "<div>a</div>"),
        ("<div style='opacity:0'><img src=\"/a.jpg\"></div>", "<div><img src=\"/a.jpg\"></div>"),
        ("<p style='display:none;display:block'>a</p>", "<p>a</p>"),
        ("<p aria-hidden='true'>a</p>", "<p>a</p>"),
        ("<details open=\"\"><summary>a</summary>b</details>", "="),
    ]);
}

#[test]
fn markup_keeps_what_it_means() {
    become_(&[
        ("<p dir=\"rtl\">a <bdi dir=\"auto\">b</bdi></p>", "="),
        ("<body dir=rtl lang=he><p>a</p></body>", "<div dir=\"rtl\" lang=\"he\"><p>a</p></div>"),
        (
            "<ol start=\"5\" reversed=\"\" type=\"a\"><li value=\"9\">a</li></ol>",
            "<ol start=\"5\" reversed=\"\" type=\"a\"><li value=\"9\">a</li></ol>",
        ),
        ("<time datetime=\"2026-11-24\">Tuesday</time>", "="),
        (
            "<li><input type=checkbox checked disabled> a<li><input type='checkbox'> b",
            "<li>☑ a</li><li>☐ b</li>",
        ),
        ("<input type=hidden value=x><input value='y'>a", "a"),
    ]);
}

#[test]
fn plain_text_keeps_its_lines() {
    for (text, html) in [
        ("a < b & c", "a &lt; b &amp; c"),
        ("a\r\nb\n\n \nc", "<p>a<br>b</p><p>c</p>"),
        ("a\u{2028}b\rc\u{2029}d", "<p>a<br>b<br>c</p><p>d</p>"),
        ("\na\n", "a"),
        (
            "One sentence\n      that was laid out\n      with its XML",
            "<p>One sentence that was laid out with its XML</p>",
        ),
        (
            "The ferry sails again between the islands from Monday, the\ncaptain said after a trial run on Sunday, and whoever has\n\
             waited for it may buy tickets from the old house at the quay\nfrom eight in the morning.",
            "<p>The ferry sails again between the islands from Monday, the captain said after a trial run on Sunday, and \
             whoever has waited for it may buy tickets from the old house at the quay from eight in the morning.</p>",
        ),
    ] {
        assert_eq!(clean(&Text::plain(text)), html);
    }
}

#[test]
fn words_of_html_are_those_that_are_shown() {
    for (html, words) in [
        ("<div style='display:none'>a</div><p>b <math><mn>2</mn></math></p>", "b 2"),
        ("a <iframe src='https://x.example' title='A film'></iframe> b", "a b"),
        (
            "a <img class='emoji' alt='\u{26f4}' src=x> b <img class='wp-smiley' alt=':)' src=y>",
            "a \u{26f4} b :)",
        ),
        ("<input type=checkbox checked> a &#55357;&#56898;", "\u{2611} a \u{1f642}"),
        ("a <script type='math/tex'>x &lt; y</script><script>z</script>", "a x &lt; y"),
    ] {
        assert_eq!(Text::html(html).without_markup(), words, "{html}");
    }
}

#[test]
fn hostile_shapes_take_little_time() {
    let n = 100_000;
    for shape in [
        "<p hidden>",
        "<div hidden><b>",
        "</a",
        "<a '",
        "<math><mrow>",
        "<svg><text>",
        "<noscript><img>",
        "<iframe>",
        "&#55357;",
        "<img data-src='",
        "<object>",
        "<!--",
        "<p style='",
        "<input type=checkbox>",
        "<svg><",
        "<math></",
        "<span role=img aria-label=a>",
        "<div style='opacity:0'>",
        "<div style='opacity:0'><img>",
        "<picture><source>",
        "<area href=/a>",
        "<embed src=/a>b",
        "<script type=math/tex>",
        "<script type=math/tex>x</script>",
        "<math><mi>x</math><b aria-hidden=true>",
    ] {
        let html = shape.repeat(n / shape.len());
        let began = std::time::Instant::now();
        let _ = copydesk_model::text::shown::html(&html);
        let _ = copydesk_model::text::shown::words(&html);
        assert!(began.elapsed().as_secs() < 5, "{shape}: {:?}", began.elapsed());
    }
}

/// Cleaning what is clean changes nothing, whatever stands in whatever.
#[test]
fn pieces_in_any_order_are_settled_at_once() {
    const PIECES: [&str; 49] = [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<iframe src='https://a.example/1'>",
        "</iframe>",
        "<iframe src=x />",
        "<a href='#x'>",
        "</a>",
        "<b>",
        "</b>",
        "<img src='data:image/gif;base64,R0' data-src='/a.jpg'>",
        "<img alt='a'>",
        "<img src=''>",
        "<noscript>",
        "</noscript>",
        "<picture>",
        "<source data-srcset='/a 1x, /b 2x'>",
        "</picture>",
        "<math>",
        "<mfrac><mi>a</mi>",
        "</math>",
        "<svg aria-label='a &lt; b'>",
        "<text>t",
        "</svg>",
        "<input type=checkbox checked>",
        "<object data='/x'>",
        "</object>",
        "<embed src='/e'>",
        "<area href='/n' alt='N'>",
        "<li value=3>",
        "<ol reversed>",
        "</ol>",
        "<body dir=rtl>",
        "</body>",
        "<amp-img src='/a.jpg'>",
        "</amp-img>",
        "<p style='display:none'>",
        "<div style='opacity:0'>",
        "<span role=img aria-label='l'></span>",
        "words ",
        "1 < 2 ",
        "&#55357;&#56898;",
        "&amp;",
        "<pre>\n",
        "</pre>",
        "<!-- c -->",
        "<h1>",
        "<img srcset='/a 400w, /b 800w'",
    ];
    let mut state = 7_u64;
    for _ in 0..4_000 {
        let mut html = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            html.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
        }
        let once = clean(&Text::html(html.as_str()));
        assert_eq!(clean(&Text::html(once.as_str())), once, "{html}");
        let _ = Text::html(html).without_markup();
    }
}
