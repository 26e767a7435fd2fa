//! A value and all that it keeps aside, as one object of JSON.
//!
//! By hand and not by serde's `flatten`, which reads every object twice: once into a list of its
//! members, once from it. Stored entries are read by the ten thousand.

/// A fact that may be missing, and is not written then.
pub(super) trait Fact {
    /// Whether there is nothing to write.
    fn is_absent(&self) -> bool {
        false
    }
}

impl Fact for String {}

impl Fact for bool {
    fn is_absent(&self) -> bool {
        !self
    }
}

impl<T> Fact for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Fact for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Writes a type as one object with these members in this order, and reads it back. The order is
/// part of the print by which a changed entry is told, so it stays.
macro_rules! flat {
    ($whole:ident { $($field:ident $(as $name:literal)? : $kind:ty),* $(,)? }) => {
        const _: () = {
            use serde::ser::SerializeMap;

            use $crate::flat::Fact;

            #[derive(Default, serde::Deserialize)]
            #[serde(default)]
            struct Members {
                $($(#[serde(rename = $name)])? $field: $kind),*
            }

            impl serde::Serialize for $whole {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    let mut members = to.serialize_map(None)?;
                    $(if !self.$field.is_absent() {
                        members.serialize_entry($crate::flat::flat!(@name $field $($name)?), &self.$field)?;
                    })*
                    members.end()
                }
            }

            impl<'de> serde::Deserialize<'de> for $whole {
                fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    let members = <Members as serde::Deserialize>::deserialize(from)?;
                    let mut whole = Self::default();
                    // What is absent is not set: setting would make room for it.
                    $(if !members.$field.is_absent() {
                        whole.$field = members.$field;
                    })*
                    Ok(whole)
                }
            }
        };
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}
pub(super) use flat;
