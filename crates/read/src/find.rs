//! Where each fact of a feed or an entry is found, best place first.
//!
//! These lists are the whole of the reader's precedence: of several elements that say the same, the
//! one that stands earlier in the list wins, and of two of the same kind the first in the document.

use super::names::Ns::{
    self, Admin, Atom, Content, Core, CreativeCommons, Dc, DcTerms, FeedBurner, GooglePlay, Itunes, Media,
    Podcast, Rdf, Thread, Xhtml, Xml,
};

/// Elements (or attributes) in order of precedence: vocabulary and local name in lower case.
pub(super) type Find = &'static [(Ns, &'static str)];

pub(super) const TITLE: Find = &[
    (Core, "title"),
    (Atom, "title"),
    (Dc, "title"),
    (DcTerms, "title"),
    (Itunes, "title"),
    (Media, "title"),
];

pub(super) const SUMMARY: Find = &[
    (Core, "description"),
    (Atom, "summary"),
    (Atom, "subtitle"),
    (Atom, "tagline"),
    (Core, "summary"),
    (Core, "abstract"),
    (Core, "subtitle"),
    (Core, "tagline"),
    (Atom, "description"),
    (Dc, "description"),
    (DcTerms, "abstract"),
    (DcTerms, "description"),
    (Itunes, "summary"),
    (GooglePlay, "description"),
    (Itunes, "subtitle"),
    (Media, "description"),
    (Media, "text"),
];

pub(super) const CONTENT: Find = &[
    (Content, "encoded"),
    (Atom, "content"),
    (Core, "encoded"),
    (Xhtml, "body"),
    (Xhtml, "div"),
    (Core, "fullitem"),
    (Core, "body"),
    (Core, "content"),
    (Content, "item"),
];

pub(super) const ID: Find = &[
    (Core, "guid"),
    (Atom, "id"),
    (Core, "id"),
    (Dc, "identifier"),
    (DcTerms, "identifier"),
    (Rdf, "about"),
];

/// The page an entry or a feed belongs to, besides the links of Atom.
pub(super) const LINK: Find = &[
    (FeedBurner, "origlink"),
    (Core, "link"),
    (Core, "href"),
    (Atom, "link"),
    (Core, "url"),
    (Core, "guid"),
    (Media, "player"),
    (Dc, "identifier"),
    (Rdf, "about"),
];

pub(super) const PUBLISHED: Find = &[
    (Core, "pubdate"),
    (Atom, "published"),
    (Atom, "issued"),
    (Core, "published"),
    (Core, "issued"),
    (DcTerms, "issued"),
    (DcTerms, "available"),
    (Dc, "date"),
    (DcTerms, "date"),
    (Core, "date"),
    (DcTerms, "created"),
    (Atom, "created"),
    (Core, "created"),
    (Atom, "pubdate"),
];

pub(super) const UPDATED: Find = &[
    (Atom, "updated"),
    (Atom, "modified"),
    (Core, "lastbuilddate"),
    (Core, "lastmod"),
    (Core, "updated"),
    (Core, "modified"),
    (DcTerms, "modified"),
    // Dublin Core does not say of what it is the date.
    (Dc, "date"),
    (DcTerms, "date"),
];

pub(super) const RIGHTS: Find = &[
    (Core, "copyright"),
    (Atom, "rights"),
    (Atom, "copyright"),
    (Core, "rights"),
    (Dc, "rights"),
    (DcTerms, "rights"),
    (Media, "copyright"),
];

pub(super) const LANGUAGE: Find =
    &[(Core, "language"), (Dc, "language"), (DcTerms, "language"), (Atom, "language"), (Xml, "lang")];

pub(super) const LICENSE: Find = &[
    (CreativeCommons, "license"),
    (Atom, "link"),
    (DcTerms, "license"),
    (Podcast, "license"),
    (Media, "license"),
];

pub(super) const GENERATOR: Find = &[(Core, "generator"), (Atom, "generator"), (Admin, "generatoragent")];

/// A feed's large picture, an entry's picture for a list.
pub(super) const IMAGE: Find = &[
    (Core, "image"),
    (Atom, "logo"),
    (Core, "logo"),
    (Media, "thumbnail"),
    (Itunes, "image"),
    (GooglePlay, "image"),
    (Podcast, "images"),
];

pub(super) const ICON: Find = &[(Atom, "icon"), (Core, "icon"), (Core, "favicon")];

/// Who wrote it. A later place only counts where all before it name nobody.
pub(super) const AUTHOR: Find = &[
    (Atom, "author"),
    (Core, "author"),
    (Core, "managingeditor"),
    (Dc, "creator"),
    (DcTerms, "creator"),
    (Dc, "author"),
    (Itunes, "author"),
    (GooglePlay, "author"),
    (Podcast, "person"),
    (Itunes, "owner"),
    (Core, "webmaster"),
    (Dc, "publisher"),
    (DcTerms, "publisher"),
];

/// Places in [`AUTHOR`] that name, in a feed, who wrote its entries.
pub(super) const WRITERS: Find = &[
    (Atom, "author"),
    (Core, "author"),
    (Dc, "creator"),
    (DcTerms, "creator"),
    (Dc, "author"),
    (Itunes, "author"),
    (GooglePlay, "author"),
    (Podcast, "person"),
];

pub(super) const COMMENT_COUNT: Find = &[(Ns::Slash, "comments"), (Thread, "total")];
