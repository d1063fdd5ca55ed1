//! Real counterpart: page.
