//! A feed to RSS, Atom, JSON Feed, HTML and OPML bytes; the same feed gives the same bytes.
