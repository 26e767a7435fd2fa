//! The published folder over HTTP, with validators; renders no feed of its own.
