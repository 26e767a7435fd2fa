//! Routing rules: which sections an entry belongs to.
