//! Any feed's bytes to the model, forgiving whatever can be forgiven.
