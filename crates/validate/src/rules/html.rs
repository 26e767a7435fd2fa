//! Text and HTML: what may stand in a title, what a reader will show of a body.

use super::table::table;

table! {
    CONTAINS_HTML Warning "contains-html" "HTML where plain text belongs";
        "RSS 2.0; RSS Profile";
        "Drop the tags and write characters instead of references";
        Item "<category>&lt;b&gt;TV&lt;/b&gt;</category>"
        => "<category>TV</category>";
    CONTAINS_UNDECLARED_HTML Warning "contains-undeclared-html" "HTML in a construct of plain text";
        "RFC 4287, 3.1.1.1; Media RSS 1.5.1";
        r#"Say type="html", or drop tags and references"#;
        Entry "<summary>The &lt;em&gt;second&lt;/em&gt; series</summary>"
        => r#"<summary type="html">The &lt;em&gt;second&lt;/em&gt; series</summary>"#;
    CHARACTER_DATA Warning "character-data" r#"A literal "<" or reference that readers will take for markup"#;
        "RSS Advisory Board, RSS Profile, Character Data";
        r#"Write &#x3C; for "<" and &#x26; for "&""#;
        Item "<category>x &lt;y</category>"
        => "<category>x &#x3C;y</category>";
    NOT_HTML Warning "not-html" "The text does not parse as HTML";
        "WHATWG HTML, 13.2.2";
        "Build the HTML as a tree and serialise that";
        Item "<description>&lt;p&gt;&lt;b&gt;Series two&lt;/p&gt;</description>"
        => "<description>&lt;p&gt;&lt;b&gt;Series two&lt;/b&gt;&lt;/p&gt;</description>";
    SECURITY_RISK Warning "security-risk" "An element that readers remove";
        "W3C Feed Validation Service, SecurityRisk";
        "Leave scripts, frames, objects and forms out of feeds";
        Item r#"<description>&lt;iframe src="https://player.example/1"&gt;&lt;/iframe&gt;</description>"#
        => r#"<description>&lt;a href="https://player.example/1"&gt;Watch&lt;/a&gt;</description>"#;
    SECURITY_RISK_ATTR Warning "security-risk-attr" "An attribute that readers remove";
        "W3C Feed Validation Service, SecurityRiskAttr";
        "Leave event attributes out of feeds";
        Item r#"<description>&lt;p onclick="play()"&gt;Watch&lt;/p&gt;</description>"#
        => "<description>&lt;p&gt;Watch&lt;/p&gt;</description>";
    DANGEROUS_STYLE_ATTR Warning "dangerous-style-attr" "A style that readers remove";
        "W3C Feed Validation Service, DangerousStyleAttr";
        "Drop the style attribute";
        Item r#"<description>&lt;p style="position: fixed"&gt;Watch&lt;/p&gt;</description>"#
        => "<description>&lt;p&gt;Watch&lt;/p&gt;</description>";
    CONTAINS_REL_REF Warning "contains-rel-ref" "A relative address, which means nothing in a feed reader";
        "RSS Advisory Board, RSS Profile";
        "Write the whole address";
        Item r#"<description>&lt;a href="/2024/trial"&gt;The trial&lt;/a&gt;</description>"#
        => r#"<description>&lt;a href="https://screendesk.example/2024/trial"&gt;The trial&lt;/a&gt;</description>"#;
    NOT_INLINE Warning "not-inline" "Escaped markup inside XHTML";
        "RFC 4287, 3.1.1.3";
        "Write real elements";
        Entry r#"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The &lt;em&gt;second&lt;/em&gt; series</div></summary>"#
        => r#"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>second</em> series</div></summary>"#;
    MISSING_XHTML_DIV Error "missing-xhtml-div" "A construct of type xhtml that does not begin with a div";
        "RFC 4287, 3.1.1.3";
        "Put everything into one div in the XHTML namespace";
        Entry r#"<summary type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">News</p></summary>"#
        => r#"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>News</p></div></summary>"#;
    HTML_FRAGMENT Warning "html-fragment" "A whole HTML document was promised, a fragment came";
        "RFC 4287, 4.1.3.3";
        r#"Say type="html" or type="xhtml""#;
        Entry r#"<content type="text/html">&lt;p&gt;News&lt;/p&gt;</content>"#
        => r#"<content type="html">&lt;p&gt;News&lt;/p&gt;</content>"#;
    NOT_BASE64 Error "not-base64" "Content of a binary type that is not in base64";
        "RFC 4287, 4.1.3.3";
        "Encode it, or refer to it with src";
        Entry r#"<content type="image/png">one picture</content>"#
        => r#"<content type="image/png">iVBORw0KGgo=</content>"#;
    NOT_ESCAPED Error "not-escaped" "Content that claims to be escaped holds elements";
        "Atom 0.3";
        "Publish Atom 1.0, and escape what is of type html";
        Entry r#"<summary mode="escaped" type="html"><p>News</p></summary>"#
        => r#"<summary type="html">&lt;p&gt;News&lt;/p&gt;</summary>"#;
}
