//! Tests of the room `law` at its boundary.
