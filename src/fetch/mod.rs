//! One polite conditional GET; many at once, fair to each host.
