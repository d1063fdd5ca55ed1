//! paper: text to pages to PDF bytes.
//!
//! In: blocks of text with their role and place. Out: PDF/A-2a and PDF/UA-1 bytes. Knows fonts and margins, knows
//! nothing of letters. This room uses nothing in the house.
