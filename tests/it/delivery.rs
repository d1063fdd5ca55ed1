//! Tests of the room `delivery` at its boundary.
