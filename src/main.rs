//! The program: parses arguments, calls `cli`, turns the outcome into an exit code; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    habeas::cli::run(std::env::args_os())
}
