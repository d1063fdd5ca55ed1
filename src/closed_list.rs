//! Closed list: an enum whose members each stand in one row, with the identifier that files, JSON and wording know them by.
//!
//! In: the rows. Out: the enum, `ALL` of it, `id` and `find`, and what else a row says of its member. It is written and
//! read by its identifier. Not here: any list; each stands in the room whose word it is.

macro_rules! closed_list {
    (@facts $name:ident [] $($row:tt)*) => {};
    (
        @facts $name:ident [$(#[$about:meta])* $seen:vis fn $fact:ident -> $kind:ty; $($more:tt)*]
        $( $member:ident($value:expr $(, $rest:expr)*) )*
    ) => {
        impl $name {
            $(#[$about])*
            $seen fn $fact(self) -> $kind {
                match self { $( Self::$member => $value, )* }
            }
        }

        closed_list!(@facts $name [$($more)*] $( $member($($rest),*) )*);
    };
    (
        $(#[$about:meta])*
        $seen:vis enum $name:ident {
            $( $(#[$means:meta])* $member:ident = $id:literal $(, $value:expr)*; )*
        }
        $($facts:tt)*
    ) => {
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        $seen enum $name { $( $(#[$means])* #[serde(rename = $id)] $member, )* }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &'static [Self] = &[$( Self::$member, )*];

            /// Returns its identifier, which never changes: files, JSON and wording know it by that.
            pub fn id(self) -> &'static str {
                match self { $( Self::$member => $id, )* }
            }

            /// Finds one by its identifier.
            pub fn find(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }

            /// Returns all identifiers with commas between them, as a message lists what there is.
            pub fn ids() -> String {
                Self::ALL.iter().map(|one| one.id()).collect::<Vec<_>>().join(", ")
            }
        }

        closed_list!(@facts $name [$($facts)*] $( $member($($value),*) )*);
    };
}
