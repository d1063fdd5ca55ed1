//! Tests of the room `paper` at its boundary.
