//! Tests of the room `letter` at its boundary.
