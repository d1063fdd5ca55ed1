//! Tests of the room `tidy` at its boundary.
