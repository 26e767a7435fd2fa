//! The tables with what looks at elements of a document: the words that vocabularies are written in.

use super::rules;
use super::table;
use super::values::uri::Form;
use super::walk::Look;

pub(super) use table::{Need, Rival, element, may, must, parent, text};

pub(super) type Element = table::Element<Look>;
pub(super) type Content = table::Content<Look>;
pub(super) type Context = table::Context<Look>;
pub(super) type Attribute = table::Attribute<Look>;
pub(super) type Check = table::Check<Look>;

pub(super) const FULL_URI: Check = Check::Uri(Form::Full, rules::INVALID_FULL_LINK);
pub(super) const URI_REFERENCE: Check = Check::Uri(Form::Reference, rules::INVALID_LINK);
pub(super) const IRI: Check = Check::Uri(Form::Iri, rules::INVALID_IRI);
pub(super) const PLAIN: Check = Check::Plain(rules::CONTAINS_HTML);
