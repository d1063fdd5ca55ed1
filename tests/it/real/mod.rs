//! Our work against real counterparts: a PDF validator, a browser, a mail server.

mod calendar;
mod mail;
mod page;
mod pdf;
