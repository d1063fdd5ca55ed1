//! Tests of the room `import` at its boundary.
