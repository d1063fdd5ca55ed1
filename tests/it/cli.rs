//! Tests of the room `cli` at its boundary.
