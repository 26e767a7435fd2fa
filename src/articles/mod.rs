//! Article records: our own articles on disk, in whatever form a desk keeps them.
