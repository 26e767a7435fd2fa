//! Who is named as the source of a text.
