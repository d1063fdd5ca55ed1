//! `habeas completions` and `habeas man`: what a shell and a manual reader need.
//!
//! In: a shell or a command. Out: a script or a page, made from the command tree, so that it is never out of
//! date.

use clap_complete::Shell;
use serde_json::{Value, json};

use super::command_tree;
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::wording::Wording;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  habeas completions bash > ~/.local/share/bash-completion/completions/habeas"
)]
pub(super) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Print the manual page, of the program or of one command
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  habeas man draft | man -l -")]
pub(super) struct ManArguments {
    /// The command
    command: Option<String>,
}

/// Runs `completions`.
pub(super) fn run(arguments: &Arguments) -> Result<Box<dyn Outcome>, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command_tree(), "habeas", &mut script);
    Ok(Box::new(Text(String::from_utf8_lossy(&script).into_owned())))
}

/// Runs `man`.
pub(super) fn man(arguments: &ManArguments) -> Result<Box<dyn Outcome>, Failure> {
    let mut tree = command_tree();
    tree.build();
    let command = match &arguments.command {
        None => tree,
        Some(name) => tree.find_subcommand(name).cloned().ok_or_else(|| {
            Failure::new(Kind::Usage, format!("there is no command `{name}`")).hint("habeas --help")
        })?,
    };
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command).render(&mut page);
    rendered.map_err(|error| Failure::of(Kind::Bug, &error))?;
    Ok(Box::new(Text(String::from_utf8_lossy(&page).into_owned())))
}

struct Text(String);

impl Outcome for Text {
    fn text(&self, _wording: &Wording) -> String {
        self.0.clone()
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "text": self.0 })
    }
}
