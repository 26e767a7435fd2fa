//! Facts that most values do not have, kept aside from them.

use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

/// What it is to have none of the facts.
pub trait Nothing: Default + PartialEq + 'static {
    /// No fact at all.
    const NOTHING: &'static Self;
}

/// Facts of which there are none in most values: then they take a pointer's room. Setting one makes
/// room for all.
#[derive(Debug, Clone, Default)]
pub struct Aside<T>(Option<Box<T>>);

impl<T> Aside<T> {
    pub(super) const NOTHING: Self = Self(None);

    /// The facts, where there are any.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T: Default> Aside<T> {
    /// Takes the facts out.
    pub fn take(&mut self) -> T {
        self.0.take().map_or_else(T::default, |facts| *facts)
    }
}

impl<T: Nothing> From<T> for Aside<T> {
    fn from(facts: T) -> Self {
        Self((facts != *T::NOTHING).then(|| Box::new(facts)))
    }
}

impl<T: Nothing> Deref for Aside<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T: Nothing> DerefMut for Aside<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Nothing> PartialEq for Aside<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Nothing + Eq> Eq for Aside<T> {}

impl<T: Nothing + Hash> Hash for Aside<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

/// Lets the facts that a type keeps aside be read and set as if they stood in it.
macro_rules! kept_aside {
    ($($whole:ident . $place:ident -> $facts:ident),* $(,)?) => {
        $(impl std::ops::Deref for $whole {
            type Target = $facts;

            fn deref(&self) -> &$facts {
                &self.$place
            }
        }

        impl std::ops::DerefMut for $whole {
            fn deref_mut(&mut self) -> &mut $facts {
                &mut self.$place
            }
        })*
    };
}
pub(super) use kept_aside;
