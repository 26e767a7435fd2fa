//! Where something is: GeoRSS, GML, and three older modules.

use super::super::element::{Attribute, Check, Content, Context, Element, element, may};
use super::super::namespaces::Ns;
use super::super::rules;

const LATITUDE: Content = Content::Text(&[Check::Latitude]);
const LONGITUDE: Content = Content::Text(&[Check::Longitude]);
const POINT: Content = Content::Text(&[Check::Point]);
const POINTS: Content = Content::Text(&[Check::Points]);
const DECIMAL: Content = Content::Text(&[Check::SignedDecimal]);
const ANY_TEXT: Content = Content::Text(&[]);

const fn gml(name: &'static str, context: &'static Context) -> Element {
    element(Ns::Gml, name, Content::Children(context)).attributes(SRS_NAME)
}

const SRS_NAME: &[Attribute] = &[may("srsName", &[])];

static POSITION: Context = Context::new(&[&[element(Ns::Gml, "pos", POINT)]]);
static POSITIONS: Context = Context::new(&[&[element(Ns::Gml, "posList", POINTS)]]);
static RING: Context = Context::new(&[&[gml("LinearRing", &POSITIONS)]]);
static EXTERIOR: Context = Context::new(&[&[element(Ns::Gml, "exterior", Content::Children(&RING))]]);
static CORNERS: Context =
    Context::new(&[&[element(Ns::Gml, "lowerCorner", POINT), element(Ns::Gml, "upperCorner", POINT)]]);

static WHERE: Context = Context::new(&[&[
    gml("Point", &POSITION),
    gml("LineString", &POSITIONS),
    gml("Polygon", &EXTERIOR),
    gml("Envelope", &CORNERS),
]]);

static GEO_POINT: Context =
    Context::new(&[&[element(Ns::Geo, "lat", LATITUDE), element(Ns::Geo, "long", LONGITUDE)]])
        .required(&[(Ns::Geo, "lat", rules::MISSING_ELEMENT), (Ns::Geo, "long", rules::MISSING_ELEMENT)]);

/// What may stand anywhere.
pub(super) const ELEMENTS: &[Element] = &[
    element(Ns::Geo, "Point", Content::Children(&GEO_POINT)),
    element(Ns::Geo, "lat", LATITUDE),
    element(Ns::Geo, "long", LONGITUDE),
    element(Ns::Geo, "alt", DECIMAL),
    element(Ns::GeoUrl, "latitude", LATITUDE),
    element(Ns::GeoUrl, "longitude", LONGITUDE),
    element(Ns::GeoRss, "where", Content::Children(&WHERE)),
    element(Ns::GeoRss, "point", POINT),
    element(Ns::GeoRss, "line", POINTS),
    element(Ns::GeoRss, "polygon", POINTS),
    element(Ns::GeoRss, "box", POINTS),
    element(Ns::GeoRss, "featuretypetag", ANY_TEXT),
    element(Ns::GeoRss, "featureTypeTag", ANY_TEXT),
    element(Ns::GeoRss, "relationshiptag", ANY_TEXT),
    element(Ns::GeoRss, "relationshipTag", ANY_TEXT),
    element(Ns::GeoRss, "featurename", ANY_TEXT),
    element(Ns::GeoRss, "featureName", ANY_TEXT),
    element(Ns::GeoRss, "elev", DECIMAL),
    element(Ns::GeoRss, "floor", Content::Text(&[Check::Integer])),
    element(Ns::GeoRss, "radius", Content::Text(&[Check::Decimal])),
    element(Ns::Icbm, "latitude", LATITUDE),
    element(Ns::Icbm, "longitude", LONGITUDE),
];
