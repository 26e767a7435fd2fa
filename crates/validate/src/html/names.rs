//! Names: HTML's elements, those that readers let pass, and what SVG and MathML may hold.

use std::collections::HashSet;
use std::sync::LazyLock;

type Names = HashSet<&'static str>;

static HTML: LazyLock<Names> = LazyLock::new(|| {
    words(
        " a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body \
    br button canvas caption center cite code col colgroup command comment data datagrid datalist dd del details dfn \
    dialog dir div dl dt em embed eventsource fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 \
    h5 h6 head header hgroup hr html i iframe img input ins isindex kbd label legend li link listing m main map mark \
    menu meta meter nav noframes noscript object ol optgroup option output p param picture plaintext pre progress q rp \
    rt ruby s samp script section select slot small source span strike strong style sub summary sup table tbody td \
    template textarea tfoot th thead time title tr track tt u ul var video wbr xmp ",
    )
});

static UNSAFE: LazyLock<Names> = LazyLock::new(|| {
    words(
        " applet base basefont bdo body comment embed frame frameset head html iframe isindex link listing \
    meta noframes object param plaintext script slot style title xmp ",
    )
});

static SVG: LazyLock<Names> = LazyLock::new(|| {
    words(
        " a animate animateColor animateMotion animateTransform circle defs desc ellipse font-face \
    font-face-name font-face-src g glyph hkern line linearGradient marker metadata missing-glyph mpath path polygon \
    polyline radialGradient rect set stop svg switch text title tspan use ",
    )
});

static SVG_ATTRIBUTES: LazyLock<Names> = LazyLock::new(|| {
    words(
        " accent-height accumulate additive alphabetic arabic-form ascent attributeName \
    attributeType baseProfile bbox begin by calcMode cap-height class color color-rendering content cx cy d descent \
    display dur dx dy end fill fill-opacity fill-rule font-family font-size font-stretch font-style font-variant \
    font-weight from fx fy g1 g2 glyph-name gradientUnits hanging height horiz-adv-x horiz-origin-x id ideographic k \
    keyPoints keySplines keyTimes lang marker-end marker-mid marker-start markerHeight markerUnits markerWidth \
    mathematical max min name offset opacity orient origin overline-position overline-thickness panose-1 path \
    pathLength points preserveAspectRatio r refX refY repeatCount repeatDur requiredExtensions requiredFeatures \
    restart rotate rx ry slope stemh stemv stop-color stop-opacity strikethrough-position strikethrough-thickness \
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity \
    stroke-width style systemLanguage target text-anchor to transform type u1 u2 underline-position \
    underline-thickness unicode unicode-range units-per-em values version viewBox visibility width widths x x-height \
    x1 x2 y y1 y2 zoomAndPan ",
    )
});

static MATHML: LazyLock<Names> = LazyLock::new(|| {
    words(
        " annotation annotation-xml maction math merror mfrac mi mmultiscripts mn mo mover mpadded \
    mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none \
    semantics ",
    )
});

static MATHML_ATTRIBUTES: LazyLock<Names> = LazyLock::new(|| {
    words(
        " actiontype align columnalign columnlines columnspacing columnspan depth display \
    displaystyle encoding equalcolumns equalrows fence fontstyle fontweight frame height linethickness lspace \
    mathbackground mathcolor mathvariant maxsize minsize other rowalign rowlines rowspacing rowspan rspace scriptlevel \
    selection separator stretchy width ",
    )
});

/// Whether HTML has an element of this lower-case name.
pub(crate) fn is_html(name: &str) -> bool {
    HTML.contains(name)
}

/// Whether feed readers keep the HTML element.
pub(crate) fn is_safe(name: &str) -> bool {
    is_html(name) && !UNSAFE.contains(name)
}

/// Whether an SVG element is of the static subset.
pub(crate) fn is_svg(name: &str) -> bool {
    SVG.contains(name)
}

/// Whether an attribute is of the static subset of SVG.
pub(crate) fn svg_attribute(name: &str) -> bool {
    SVG_ATTRIBUTES.contains(name)
}

/// Whether MathML has the element.
pub(crate) fn is_mathml(name: &str) -> bool {
    MATHML.contains(name)
}

/// Whether MathML has the attribute.
pub(crate) fn mathml_attribute(name: &str) -> bool {
    MATHML_ATTRIBUTES.contains(name)
}

fn words(list: &'static str) -> Names {
    list.split_whitespace().collect()
}
