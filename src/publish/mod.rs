//! A folder of published documents, replaced atomically and only when changed.
