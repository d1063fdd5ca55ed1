//! The mails in words.
//!
//! In: the mails as they were seen. Out: text for a person, and the question that is asked
//! before one is recorded. What a company wrote is quoted with its place; a link is text, never opened.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::facts::{doubtful, facts};
use super::seen::{About, Fate, REPLY, Seen, Source};
use crate::cli::config::Config;
use crate::cli::import::{Imported, import};
use crate::cli::output::Outcome;
use crate::import::Options;
use crate::inbox::matching::{Confidence, Match};
use crate::inbox::proposal::Proposal;
use crate::inbox::reading::{Origin, Said};
use crate::inbox::statement::Statement;
use crate::tracker::event::{EventKind, Evidence};
use crate::wording::Wording;

/// Files of a mail that are listed in the text; JSON has all.
const FILES_SHOWN_MAX: usize = 20;

/// What came back.
#[derive(Default)]
pub(super) struct Inbox {
    pub(super) mails: Vec<Seen>,
    pub(super) others: u64,
    pub(super) unlisted: u64,
    pub(super) program: String,
    /// The folder with the folders of the cases.
    pub(super) cases: PathBuf,
    /// The cases under a law that has no letter against a form (Switzerland).
    pub(super) has_no_form: BTreeSet<String>,
    /// What became of the files that were read as answers, or why they could not be.
    pub(super) imports: Vec<Result<Imported, String>>,
}

impl Inbox {
    /// Adds a mail to those that are shown, or counts it.
    pub(super) fn add(&mut self, mut seen: Seen, all: bool, shown_max: usize) {
        let belongs = seen.belongs();
        self.others += u64::from(!belongs);
        if let Some(about) = &mut seen.mail {
            // What is shown needs no content, and a mailbox has much of it.
            about.bytes = Vec::new();
            about.mail.attachments = Vec::new();
            about.mail.text = String::new();
        }
        if (belongs || all) && self.mails.len() < shown_max {
            self.mails.push(seen);
        } else if belongs {
            self.unlisted += 1;
        }
    }

    /// Reads the files of every mail that was recorded now as one answer each. What cannot be read is told; what was
    /// recorded stays.
    pub(super) fn import(&mut self, config: &Config) {
        for seen in &self.mails {
            let Some((reference, paths)) = self.answer(seen) else { continue };
            let imported = import(&paths, &Options::default(), Some(&reference), config);
            self.imports.push(imported.map_err(|failure| failure.shown()));
        }
    }

    /// The case and the kept files of a mail that was recorded now as an answer.
    fn answer(&self, seen: &Seen) -> Option<(String, Vec<PathBuf>)> {
        let Fate::Recorded { event: EventKind::Answered, files, .. } = &seen.fate else { return None };
        let reference = seen.case()?;
        let folder = self.cases.join(reference);
        let paths: Vec<PathBuf> =
            files.iter().filter(|file| !is_mail(file)).map(|file| folder.join(&file.name)).collect();
        (!paths.is_empty()).then(|| (reference.to_owned(), paths))
    }

    /// The command that goes on with a mail.
    fn next(&self, seen: &Seen) -> Option<String> {
        let program = &self.program;
        if let Some((reference, paths)) = self.answer(seen) {
            let paths: Vec<String> = paths.iter().map(|path| quoted(&path.display().to_string())).collect();
            let is_read = !self.imports.is_empty();
            return (!is_read).then(|| format!("{program} import {} --case {reference}", paths.join(" ")));
        }
        let about = seen.mail.as_ref()?;
        if let Fate::Recorded { then: Some(then), .. } = &seen.fate {
            return Some(format!("{program} {then}"));
        }
        if let (Fate::Recorded { .. }, Some(case)) = (&seen.fate, seen.case()) {
            return about
                .reading
                .says
                .iter()
                .find_map(|said| reply(said.statement))
                .map(
                    |reply| {
                        if self.has_no_form.contains(case) && reply == FORM { "status CASE" } else { reply }
                    },
                )
                .map(|reply| format!("{program} {}", reply.replace("CASE", case)));
        }
        if !(seen.waits() || seen.is_unread()) {
            return None;
        }
        let case = seen.case().unwrap_or("CASE");
        let event = about.proposal.as_ref().map_or("EVENT", |proposal| proposal.event.id());
        let source = match &seen.source {
            Source::File(path) => quoted(&path.display().to_string()),
            Source::Server { folder } if folder == "INBOX" => "--imap".to_owned(),
            Source::Server { folder } => format!("--imap --folder {}", quoted(folder)),
        };
        let message = match (about.mail.message_id.as_deref(), seen.is_alone()) {
            (Some(id), false) => format!(" --message {}", quoted(id)),
            (Some(_) | None, _) => String::new(),
        };
        let on = if matches!(seen.fate, Fate::Impossible { .. }) { " --on DATE" } else { "" };
        let is_answer = event == EventKind::Answered.id() && !about.files.is_empty();
        let import = if is_answer { " --import" } else { "" };
        Some(format!("{program} inbox {source}{message} --case {case} --as {event}{on}{import}"))
    }

    fn certain(&self) -> u64 {
        let is_certain = |seen: &&Seen| {
            let proposal = seen.mail.as_ref().and_then(|about| about.proposal.as_ref());
            matches!(seen.fate, Fate::Shown) && proposal.is_some_and(Proposal::is_certain)
        };
        self.mails.iter().filter(is_certain).count() as u64
    }
}

/// The command that writes the reply to "use our form".
const FORM: &str = "answer CASE form";

/// The command that replies to what a company said instead of answering.
fn reply(statement: Statement) -> Option<&'static str> {
    match statement {
        Statement::AsksIdentity => Some("answer CASE identity"),
        Statement::UseForm => Some(FORM),
        Statement::WantsFee => Some("answer CASE fee"),
        Statement::Refuses => Some("answer CASE refusal --ground GROUND"),
        Statement::AsksClarification => Some("record CASE clarification-provided --on DATE"),
        Statement::NothingHeld | Statement::Delivers => Some("audit CASE"),
        Statement::Acknowledged
        | Statement::Extends
        | Statement::Erased
        | Statement::WrongAddress
        | Statement::Unrelated => None,
    }
}

fn is_mail(file: &Evidence) -> bool {
    file.given_name() == REPLY
}

fn quoted(text: &str) -> String {
    shlex::try_quote(text).map_or_else(|_| "…".to_owned(), std::borrow::Cow::into_owned)
}

impl Seen {
    /// Tells whether the file it was read from holds nothing else.
    fn is_alone(&self) -> bool {
        match &self.source {
            Source::File(path) => {
                path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml"))
            }
            Source::Server { .. } => false,
        }
    }
}

impl Outcome for Inbox {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for seen in &self.mails {
            text += &format!("{}\n", seen.place);
            text += &lines(seen, wording);
            if let Some(next) = self.next(seen) {
                text += &format!("  → {next}\n");
            }
        }
        if self.unlisted > 0 {
            text += &(wording.say_count("inbox-unlisted", self.unlisted) + "\n");
        }
        text += &(wording.say_count("inbox-others", self.others) + "\n");
        if self.certain() > 0 {
            text += &(wording.say_count("inbox-certain", self.certain()) + "\n");
        }
        for imported in &self.imports {
            text += "\n";
            text += &match imported {
                Ok(imported) => imported.text(wording),
                Err(failure) => format!("{failure}\n"),
            };
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let imports = self.imports.iter().map(|imported| match imported {
            Ok(imported) => imported.json(wording),
            Err(failure) => json!({ "failure": failure }),
        });
        let mail = |seen: &Seen| facts(seen, self.next(seen).as_deref(), wording);
        json!({
            "mails": self.mails.iter().map(mail).collect::<Vec<_>>(),
            "unlisted": self.unlisted,
            "others": self.others,
            "certain": self.certain(),
            "imports": imports.collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        self.mails.iter().any(|seen| seen.waits() || seen.is_unread() || seen.came_back())
            || self.imports.iter().any(Result::is_err)
    }
}

/// The question before a mail is recorded.
pub(super) fn question(seen: &Seen, proposal: &Proposal, wording: &Wording) -> String {
    let event = wording.say(&format!("event-{}", proposal.event.id()));
    let case = seen.case().unwrap_or_default();
    let ask = wording.say_with("inbox-ask", &[("event", &event), ("case", case)]);
    format!("\n{}\n{}{ask}", seen.place, lines(seen, wording))
}

/// The question which of several cases a mail is of.
pub(super) fn choice(seen: &Seen, references: &[String], wording: &Wording) -> String {
    let numbered = references.iter().enumerate();
    let cases: String = numbered.map(|(index, case)| format!("  {:>2}  {case}\n", index + 1)).collect();
    let ask = wording.say_with("inbox-which", &[("last", &references.len().to_string())]);
    format!("\n{}\n{}{cases}{ask}", seen.place, lines(seen, wording))
}

/// Everything about a mail, a line each.
fn lines(seen: &Seen, wording: &Wording) -> String {
    let mut lines = Vec::new();
    if let Some(about) = &seen.mail {
        lines.push(matched(&about.found, wording));
        lines.extend(written(about, wording));
        lines.extend(about.doubts.iter().map(|doubt| format!("! {}", doubtful(doubt, wording))));
        for said in &about.reading.says {
            lines.push(says(said, wording));
            lines.extend(said.quote.as_ref().map(|quote| {
                let key = if quote.line == 0 { "inbox-quote-subject" } else { "inbox-quote" };
                let line = quote.line.to_string();
                "  ".to_owned() + &wording.say_with(key, &[("line", &line), ("text", &quote.text)])
            }));
        }
        lines.extend(origin(about, wording));
        lines.extend(files(about, wording));
        lines.extend(links(about, wording));
        lines.extend(open(about, seen, wording));
    }
    lines.extend(seen.findings.iter().map(|finding| wording.finding(finding)));
    lines.extend(fate(&seen.fate, wording));
    lines.iter().map(|line| format!("  {line}\n")).collect()
}

fn matched(found: &Match, wording: &Wording) -> String {
    match found {
        Match::One { reference, reason } => {
            let why = wording.say(&format!("match-{}", reason.id()));
            let sure = match reason.confidence() {
                Confidence::Possible => "confidence-possible",
                Confidence::Likely => "confidence-likely",
                Confidence::Certain => "confidence-certain",
            };
            wording.say_with(
                "inbox-match",
                &[("case", reference.as_str()), ("sure", &wording.say(sure)), ("why", &why)],
            )
        }
        Match::Given { reference } => wording.say_with("inbox-match-given", &[("case", reference.as_str())]),
        Match::Several { references } => {
            wording.say_with("match-several", &[("references", &references.join(", "))])
        }
        Match::None => wording.say("match-none"),
    }
}

/// Who wrote it, and when.
fn written(about: &About, wording: &Wording) -> Option<String> {
    let from = about.mail.from.as_deref()?;
    Some(match about.mailed() {
        Some(date) => {
            let date = wording.language().date(date);
            wording.say_with("inbox-written", &[("from", from), ("date", &date)])
        }
        None => wording.say_with("inbox-written-undated", &[("from", from)]),
    })
}

fn says(said: &Said, wording: &Wording) -> String {
    let mut text = wording.say(&format!("says-{}", said.statement.id()));
    if let Some(detail) = said.detail {
        text += &format!(" ({})", wording.say(&format!("detail-{}", detail.id())));
    }
    if let Some(until) = said.until {
        let date = wording.language().date(until);
        text += &format!(", {}", wording.say_with("inbox-until", &[("date", &date)]));
    }
    if let Some(hedge) = said.hedge {
        text = format!("? {text} – {}", wording.say(&format!("hedge-{}", hedge.id())));
    }
    text
}

/// Where it comes from, unless from a person who said something.
fn origin(about: &About, wording: &Wording) -> Option<String> {
    let origin = &about.reading.origin;
    let is_plain = matches!(origin, Origin::Person) && !about.reading.says.is_empty();
    let text = wording.say(&format!("origin-{}", origin.id()));
    let text = match origin {
        Origin::Bounced { status: Some(status) } => format!("{text} ({status})"),
        Origin::Bounced { status: None }
        | Origin::Delayed
        | Origin::Delivered
        | Origin::Automatic
        | Origin::Person => text,
    };
    (!is_plain).then_some(text)
}

fn files(about: &About, wording: &Wording) -> Vec<String> {
    let shown = about.files.iter().take(FILES_SHOWN_MAX).map(|file| {
        let name = file.name.as_deref().unwrap_or(&file.content_type);
        let bytes = wording.number(file.bytes);
        wording.say_with("inbox-file", &[("name", name), ("bytes", &bytes)])
    });
    let more = about.files.len().saturating_sub(FILES_SHOWN_MAX);
    let more = (more > 0).then(|| wording.say_count("inbox-more-files", more as u64));
    shown.chain(more).collect()
}

/// The links, where the mail says something that wants them.
fn links(about: &About, wording: &Wording) -> Vec<String> {
    if about.reading.says.is_empty() {
        return Vec::new();
    }
    let link = |link: &crate::inbox::reading::Link| {
        wording.say_with("inbox-link", &[("address", &link.address), ("host", &link.host)])
    };
    let delivers = about.reading.says.iter().any(|said| said.statement == Statement::Delivers);
    let expires = about
        .reading
        .expires
        .filter(|_| !about.reading.links.is_empty() || delivers)
        .map(|day| wording.say_with("inbox-expires", &[("date", &wording.language().date(day))]));
    about.reading.links.iter().map(link).chain(expires).collect()
}

/// The event it would be, and what keeps it from being certain.
fn open(about: &About, seen: &Seen, wording: &Wording) -> Vec<String> {
    let (Some(proposal), Fate::Shown) = (&about.proposal, &seen.fate) else { return Vec::new() };
    let event = wording.say(&format!("event-{}", proposal.event.id()));
    let would = wording.say_with("inbox-would-be", &[("event", &event)]);
    let reasons =
        proposal.open.iter().map(|open| format!("  {}", wording.say(&format!("open-{}", open.id()))));
    [would].into_iter().chain(reasons).collect()
}

fn fate(fate: &Fate, wording: &Wording) -> Vec<String> {
    match fate {
        Fate::Shown => Vec::new(),
        Fate::Kept { number, event } => {
            let event = wording.say(&format!("event-{}", event.id()));
            vec![wording.say_with("inbox-kept", &[("number", &number.to_string()), ("event", &event)])]
        }
        Fate::Recorded { event, on, files, then: _ } => {
            let event = wording.say(&format!("event-{}", event.id()));
            let date = wording.language().date(*on);
            let files = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
            vec![wording.say_with("inbox-recorded", &[("event", &event), ("date", &date), ("files", &files)])]
        }
        Fate::Impossible { message, hint } => {
            let not = wording.say_with("inbox-not-recorded", &[("why", message)]);
            [Some(not), hint.clone()].into_iter().flatten().collect()
        }
    }
}
