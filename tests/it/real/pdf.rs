//! Real counterpart: pdf.
