//! Our work against real counterparts: a PDF validator, a browser, a calendar reader, a mail server; and the
//! store under force.

mod calendar;
mod chronology;
mod deadlines;
mod mail;
mod openpgp;
mod page;
mod pdf;
mod search;
mod store;
mod terminal;

/// Makes the profile of the person whose letters these tests send.
const PERSON: [&str; 8] =
    ["profile", "set", "--name", "Camille Exemple", "--email", "camille@example.org", "--country", "FR"];
