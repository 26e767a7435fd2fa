//! `copydesk.toml`, key for key.
