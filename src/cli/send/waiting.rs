//! Which letter of a case was named, and why a letter does not leave by itself, in words.
//!
//! In: a case, the letter that was named, how it stands to leaving. Out: the letter, or what a person is told with the
//! next command. Not here: how a letter stands (`tracker::waiting`), and the message (`plan`).

use crate::cli::failure::{Failure, Kind};
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::case::CaseFile;
use crate::tracker::waiting::{Before, Waiting};

/// A letter as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The request that opened the case.
    Request,
    /// A later one, such as a reminder.
    Later(LetterKind),
}

/// Reads the name of a letter.
pub(super) fn named(word: &str) -> Result<Named, String> {
    if word == "request" {
        return Ok(Named::Request);
    }
    let later = LetterKind::LATER.iter();
    let found = later.clone().find(|kind| kind.id() == word);
    found.map(|kind| Named::Later(*kind)).ok_or_else(|| {
        let kinds: Vec<&str> = later.filter(|kind| !kind.goes_to_authority()).map(|kind| kind.id()).collect();
        format!("there is no such letter to send; there are request, {}", kinds.join(", "))
    })
}

/// Finds the letter that is named.
///
/// # Errors
/// Fails if it was not written for an e-mail address, or goes to an authority.
pub(super) fn find(file: &CaseFile, wanted: Named) -> Result<Waiting<'_>, Failure> {
    let Named::Later(kind) = wanted else { return Ok(Waiting::Request) };
    let reference = &file.case.reference;
    if kind.goes_to_authority() {
        let message =
            "a complaint to an authority leaves through the authority's web page or by post, not from here";
        return Err(Failure::new(Kind::Input, message).hint(format!(
            "habeas complain {reference} --out DIR, then: habeas record {reference} complained"
        )));
    }
    let is_it = |letter: &Waiting<'_>| letter.is_message() && letter.kind() == Some(kind);
    Waiting::later(file).find(is_it).ok_or_else(|| {
        let message = format!("case {reference} has no letter `{kind}` that goes to an e-mail address");
        Failure::new(Kind::Input, message).hint(format!("habeas status {reference}"))
    })
}

/// Says why a letter does not leave by itself; nothing where it may.
pub(super) fn refusal(before: Before, reference: &str, letter: Waiting<'_>) -> Option<Failure> {
    let what = match letter.kind() {
        None => format!("case {reference}"),
        Some(kind) => format!("the letter `{kind}` of case {reference}"),
    };
    let again = match letter.kind() {
        None => "send with --again".to_owned(),
        Some(kind) => format!("send with --letter {kind} --again"),
    };
    let (message, hint) = match before {
        Before::NotSent => return None,
        Before::Sent(on) => {
            (format!("{what} was sent on {on}"), format!("habeas status {reference}, or {again}"))
        }
        Before::MaybeSent(on) => (
            format!("{what} was maybe sent on {on}; its outcome is not known"),
            format!(
                "look into your Sent folder, then: habeas record {reference} {}, or {again}",
                letter.records().id()
            ),
        ),
        Before::CameBack(on) => (
            format!("{what} came back on {on}: it would go to the same address"),
            format!("habeas send {reference} --to ADDRESS, or {again}"),
        ),
        Before::Outdated(kind, on) => (
            format!("{what} was written before `{}` of {on}: it may no longer be true", kind.id()),
            format!("read it, write it again where it needs it, or {again}"),
        ),
        Before::Expired(on) => {
            let anew = letter.kind().map_or_else(String::new, |kind| written_by(kind, reference));
            (
                format!("{what} was written on {on}: the days it gives are over"),
                format!("write it anew: {anew}; or {again}"),
            )
        }
    };
    Some(Failure::new(Kind::Input, message).hint(hint))
}

/// The command that writes a later letter.
fn written_by(kind: LetterKind, reference: &str) -> String {
    match kind {
        LetterKind::Reminder => format!("habeas remind {reference}"),
        LetterKind::Incomplete | LetterKind::Completion => format!("habeas follow-up {reference}"),
        LetterKind::ControllerComplaint | LetterKind::Complaint => format!("habeas complain {reference}"),
        LetterKind::Identity
        | LetterKind::Clarification
        | LetterKind::Extension
        | LetterKind::Form
        | LetterKind::Fee
        | LetterKind::Policy
        | LetterKind::Recipients
        | LetterKind::Refusal => format!("habeas answer {reference} {kind}"),
        LetterKind::Request(right) => format!("habeas draft {right} COMPANY"),
    }
}
