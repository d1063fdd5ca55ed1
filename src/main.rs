//! The program `habeas`.
//!
//! In: the arguments. Out: an exit code. Everything else is in the library: `cli` parses the arguments, runs the
//! command and shows what it came to.

use std::process::ExitCode;

fn main() -> ExitCode {
    habeas::cli::run(std::env::args_os())
}
