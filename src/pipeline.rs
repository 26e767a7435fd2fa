//! `take_in`, `settle`, `put_out`: the way of an article, in three phases that meet in the store.
