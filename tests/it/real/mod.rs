//! Our work against real counterparts: a PDF validator, a browser, a mail server; and the store
//! under force.

mod calendar;
mod mail;
mod page;
mod pdf;
mod store;
