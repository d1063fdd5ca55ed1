//! The house rules as tests over the source tree: what review had to say twice is said here.
//!
//! In: the files of the project, as text. Out: faults, each with file and line. A rule that needs an
//! exception names it in a list with its reason; a new door, a new exception or a new library is a change to
//! these lists that a reviewer sees.

#![expect(
    clippy::panic,
    clippy::string_slice,
    reason = "what tests are built with may fail as loudly as tests"
)]

mod data;
mod doors;
mod examples;
mod names;
mod shape;
mod tree;
