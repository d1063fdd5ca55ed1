//! Real counterpart: mail.
