//! A section's front to one outgoing feed: ids, links, source, credit line, order, length.
