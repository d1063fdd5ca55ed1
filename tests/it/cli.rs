//! Tests of the whole program: the built binary, an empty home, and what a person sees and a program reads.
//!
//! Each test gets a folder of its own; the program runs with nothing of the environment, nobody to ask and a
//! day that is given. What rooms decide is tested at their boundaries; here it is wiring, exit codes, texts
//! and the promises about the machine: what is written, with which permissions, what survives a crash.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what tests are built with may fail as loudly as tests"
)]

mod advice;
mod again;
mod answer;
mod audit;
mod audit_doubt;
mod authority;
mod batch;
mod breach;
mod chosen;
mod clock;
mod compare;
mod contest;
mod contract;
mod crash;
mod elsewhere;
mod exchange;
mod failure;
mod foreign;
mod hostile;
mod kept;
mod later;
mod law;
mod letter;
mod mail;
mod mail_server;
mod mailbox;
mod mailbox_server;
mod page;
mod parts;
mod person;
mod rehearsal;
#[cfg(unix)]
mod sealing;
mod search;
mod sending;
mod step;
mod transcript;
mod waiting;
mod world;
