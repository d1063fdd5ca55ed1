//! Tests of the room `report` at its boundary.
