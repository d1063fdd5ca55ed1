//! Tests of the room `inbox` at its boundary.
