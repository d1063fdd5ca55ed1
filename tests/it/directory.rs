//! Tests of the room `directory` at its boundary.
