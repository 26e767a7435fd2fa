//! Bytes to findings with line and column; as strict as `read` is forgiving.
