//! RIM: the terminal; text and JSON.
//!
//! In: what a command came to. Out: text or JSON on standard output, failures and progress on standard error,
//! so that output can be piped. A closed pipe ends the program quietly. Control characters other than line
//! breaks never reach a terminal: they are shown as escapes, because names of files and fields come from
//! strangers.

#![expect(clippy::disallowed_methods, reason = "this is where the program prints and asks")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use secrecy::SecretString;
use serde_json::Value;
use tempfile::TempDir;

use super::failure::{Failure, Kind};
use crate::import::container::Archive;
use crate::wording::Wording;

/// How often a progress bar moves.
const WATCHED_EVERY: Duration = Duration::from_millis(100);

/// What a command came to: it shows itself as text and as JSON.
pub(super) trait Outcome {
    /// Shows it to a person.
    fn text(&self, wording: &Wording) -> String;

    /// Shows it to a program.
    fn json(&self, wording: &Wording) -> Value;

    /// Writes what a program is shown; one whose list may be long writes it entry by entry.
    ///
    /// # Errors
    /// Fails if it cannot be written.
    fn write_json(&self, wording: &Wording, out: &mut dyn Write) -> serde_json::Result<()> {
        serde_json::to_writer_pretty(out, &self.json(wording))
    }

    /// The file it came to, where that itself is printed, as it is and in place of both.
    fn document(&self) -> Option<&Path> {
        None
    }

    /// Tells whether something needs the user's attention (exit code 3).
    fn needs_attention(&self) -> bool {
        false
    }
}

/// Prints an outcome. A reader who has gone away is no failure.
///
/// # Errors
/// Fails if the outcome could not be written, so that nobody takes half of it for the whole.
pub(super) fn print(outcome: &dyn Outcome, wording: &Wording, json: bool) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = if let Some(document) = outcome.document() {
        File::open(document).and_then(|mut file| io::copy(&mut file, &mut out)).map(drop)
    } else if json {
        // Values made of our own types always have a JSON form: what fails is the writing.
        outcome.write_json(wording, &mut out).map_err(io::Error::from).and_then(|()| writeln!(out))
    } else {
        out.write_all(escape_controls(&outcome.text(wording)).as_bytes())
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(Kind::Input, format!("writing the output: {error}")))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes a folder that only its owner can read and that vanishes with the value.
///
/// # Errors
/// Fails where there is no room for it.
pub(super) fn private_folder() -> Result<TempDir, Failure> {
    tempfile::Builder::new()
        .prefix("habeas-")
        .tempdir()
        .map_err(|error| Failure::new(Kind::Input, format!("making a temporary folder: {error}")))
}

/// Prints a failure.
pub(super) fn print_failure(failure: &Failure) {
    // Nobody is left to tell if standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{}", escape_controls(&failure.shown()));
}

/// Prints what a person should know beside the outcome, where it cannot be taken for a part of it.
pub(super) fn print_notice(notice: &str) {
    // What was asked for is done, whether or not somebody reads this.
    let _ = write!(io::stderr().lock(), "\n{}", escape_controls(notice));
}

/// Returns the width of the terminal, or a width that reads well where there is none.
pub(super) fn width() -> usize {
    const READABLE: usize = 100;
    let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.unwrap_or(READABLE).clamp(40, READABLE)
}

/// Sets label and value side by side, the values under each other.
pub(super) fn columns(rows: &[(String, String)], indent: &str) -> String {
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    rows.iter().map(|(label, value)| format!("{indent}{label:<width$}  {value}\n")).collect()
}

/// Asks for a password without showing it.
///
/// # Errors
/// Fails where nobody can be asked.
pub(super) fn ask_password(question: &str) -> Result<SecretString, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::new(Kind::Usage, "a password is needed and nobody can be asked")
            .hint("give --password-file FILE, or a password command in the profile"));
    }
    let answer = rpassword::prompt_password(format!("{question} "));
    answer.map(SecretString::from).map_err(|error| Failure::of(Kind::Input, &error))
}

/// Tells whether somebody can be asked.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks a question that is answered by yes or no; anything but a yes is a no.
///
/// # Errors
/// Fails where the answer cannot be read.
pub(super) fn ask_yes(question: &str) -> Result<bool, Failure> {
    Ok(["y", "yes", "o", "oui"].contains(&answer(question)?.trim().to_lowercase().as_str()))
}

fn answer(question: &str) -> Result<String, Failure> {
    let unreadable = |error: io::Error| Failure::of(Kind::Input, &error);
    let mut terminal = io::stderr().lock();
    write!(terminal, "{} ", escape_controls(question)).and_then(|()| terminal.flush()).map_err(unreadable)?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(unreadable)?;
    Ok(answer)
}

/// Asks which one of several is meant; anything but the number of one is none.
///
/// # Errors
/// Fails where the answer cannot be read.
pub(super) fn ask_which(question: &str, count: usize) -> Result<Option<usize>, Failure> {
    let number: Option<usize> = answer(question)?.trim().parse().ok();
    Ok(number.and_then(|number| number.checked_sub(1)).filter(|index| *index < count))
}

/// Waits.
pub(super) fn pause(seconds: u32) {
    thread::sleep(Duration::from_secs(seconds.into()));
}

/// Makes a progress bar over bytes on standard error; invisible where that is no terminal.
pub(super) fn progress() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("{spinner} {pos}/{len} {wide_msg}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

/// Makes a progress bar over the bytes of an answer, with its files and the time left; invisible where standard error
/// is no terminal.
pub(super) fn progress_of(archive: &Archive) -> ProgressBar {
    let bytes = archive.members.iter().map(|member| member.bytes).fold(0, u64::saturating_add);
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template(
        "{spinner} {bar:30} {decimal_bytes}/{decimal_total_bytes}  {msg}  {eta}",
    );
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.set_message(format!("0/{}", archive.members.len()));
    bar
}

/// Does some work and moves the bar along meanwhile.
pub(super) fn while_watching<T>(
    bar: &ProgressBar,
    position: impl Fn() -> u64 + Sync,
    work: impl FnOnce() -> T,
) -> T {
    if bar.is_hidden() {
        return work();
    }
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                let (position, length) = (position(), bar.length().unwrap_or(u64::MAX));
                if position > length {
                    // A file whose end told day from month is read again.
                    bar.set_length(position.max(length.saturating_mul(2)));
                }
                bar.set_position(position);
                thread::park_timeout(WATCHED_EVERY);
            }
        });
        let result = work();
        is_done.store(true, Ordering::Relaxed);
        watcher.thread().unpark();
        result
    })
}

/// Shows control characters as escapes, line breaks and tabs kept.
fn escape_controls(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => shown.push(character),
            _ if crate::directory::value::is_control(character) => {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    shown
}
