//! Tests of the room `tracker` at its boundary.
