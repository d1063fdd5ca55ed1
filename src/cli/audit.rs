//! `habeas audit`: the answer against Art. 15(1)(a) to (h), 15(2) and 15(3), in Switzerland against Art. 25(2) of the act.
//!
//! In: a case, the letters that came with its answer, points the person corrects. Out: per point what was found, with the
//! sentence and its place; with `--yes` an event that keeps the letters and the judgement, which `report` shows
//! and `follow-up` asks by.
//!
//! Nothing is recorded unasked: a program that reads sentences is sometimes wrong.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::again::Asking;
use super::config::{Config, as_reference};
use super::failure::{Failure, Kind};
use super::letters::{JUDGEMENT, Judged, Judgement, Letters, judgement, kept, named};
use super::output::{Outcome, width};
use super::report::answers::Answers;
use super::report::{others_text, report_with};
use super::unlock::Unlock;
use crate::law::article::Regime;
use crate::law::content::{Point, Presence};
use crate::law::right::Right;
use crate::report::audit::{Document, language_of, languages};
use crate::report::model::{PointFound, Report};
use crate::report::text;
use crate::report::words::Words;
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind};
use crate::tracker::possible::impossible;

use crate::wording::Wording;

/// Hold an answer against Art. 15, or Art. 25 of the Swiss act: what it says, what it says in general terms, what it does not say
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Letters: .eml, .txt, .pdf, .html; those inside of the answer are read too, as far as they are short \
enough for letters (a megabyte of text in all), the others named. Only access owes the points. Languages: de, en, es, fr, it, nl; \
of a letter in another one only what you say of each point (--set) is recorded.
Points: purposes, categories, recipients, retention, rights, complaint, source, \
automated-decisions, safeguards, copy; of the Swiss act controller, too. Each can be: found, partly, vague, not-found

Examples:
  habeas audit HB-7F3K2Q reply.eml
  habeas audit HB-7F3K2Q reply.eml --set recipients=not-found
  habeas audit HB-7F3K2Q reply.eml --yes       records it; follow-up then asks for what is missing"
)]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Letters that came with the answer, beside those kept with the case
    letters: Vec<PathBuf>,
    /// Say otherwise about a point; may be given several times
    #[arg(long, value_name = "POINT=PRESENCE", value_parser = correction)]
    set: Vec<(Point, Presence)>,
    /// Record what is shown
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    unlock: Unlock,
}

fn correction(text: &str) -> Result<(Point, Presence), String> {
    let (point, presence) = text.split_once('=').ok_or("write it as recipients=vague")?;
    let point =
        Point::find(point.trim()).ok_or_else(|| format!("`{point}` is no point; one of {}", Point::ids()))?;
    let found = Presence::find(presence.trim())
        .ok_or_else(|| format!("`{presence}` is none of {}", Presence::ids()))?;
    Ok((point, found))
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let reference = as_reference(&arguments.case);
    let mut store = config.store()?;
    let file = store.case(&reference)?;
    let right = file.case.right;
    if !matches!(right, Right::Access | Right::Tracking) {
        let message =
            format!("case {reference} is about {right}: its answer owes none of the points of Art. 15");
        return Err(Failure::new(Kind::Input, message).hint(format!(
            "say what it lacks in your words: habeas follow-up {reference} --missing-text TEXT"
        )));
    }
    let given = named(&arguments.letters)?;
    let mut letters = Letters::default();
    let of_case = kept(&file, &store)?;
    let is_new = |bytes: &Vec<u8>| !of_case.iter().any(|(_, known)| known == bytes);
    for (name, bytes) in of_case.iter().chain(given.iter().filter(|(_, bytes)| is_new(bytes))) {
        letters.add(name, bytes);
    }
    let mut judged: BTreeMap<Point, Presence> = BTreeMap::new();
    let before = judgement(&file, &store)?.map(|judgement| judgement.points).unwrap_or_default();
    // What was corrected once stays corrected; what was only confirmed is looked at again.
    judged.extend(before.iter().filter(|it| it.corrected).map(|it| (it.point, it.presence)));
    judged.extend(arguments.set.iter().copied());
    let answers = Answers::of_case(&reference, &store)?;
    if let Some(answers) = &answers {
        let options = arguments.unlock.options(None)?;
        answers.read_letters(&mut letters, (&options, Asking::May), config, &store)?;
    }
    let import = answers.as_ref().map(|answers| &answers.together);
    let others = answers.as_ref().map(|it| it.others(&it.together.id)).unwrap_or_default();
    let mut report =
        report_with(import, Some(&reference), letters.documents.clone(), judged, config, &store)?;
    // The sentences around the points are the program's own.
    report.language = config.language;
    if arguments.yes {
        let event = Event::new(EventKind::Audited, config.today);
        if let Some(reason) = impossible(&file.recorded, &event, file.case.drafted, config.today) {
            return Err(super::record::refusal(reason, &file, &event));
        }
        refuse_unread(&file, letters.documents.is_empty() && import.is_none())?;
        refuse_foreign(&reference, &report)?;
        let mut files = vec![(JUDGEMENT.to_owned(), judgement_of(&report))];
        files.extend(
            given
                .iter()
                .filter(|(_, bytes)| is_new(bytes))
                .map(|(name, bytes)| (letter_name(name), bytes.clone())),
        );
        store.record(&reference, event, &files)?;
    }
    Ok(Box::new(Audited {
        reference,
        company: file.case.company_name,
        right,
        typed: typed(arguments, config),
        program: config.program(),
        recorded: arguments.yes,
        letters,
        report,
        others,
    }))
}

/// What nobody read lacks nothing, and an answer nobody recorded is no answer: recorded, it would become a letter that names
/// every point as missing.
fn refuse_unread(file: &CaseFile, is_unread: bool) -> Result<(), Failure> {
    let reference = &file.case.reference;
    if !file.events.iter().any(|event| event.kind == EventKind::Answered) {
        return Err(Failure::new(Kind::Input, format!("no answer is recorded in case {reference}"))
            .hint(format!("record it first: habeas record {reference} answered --on DATE")));
    }
    if is_unread {
        return Err(Failure::new(Kind::Input, format!("nothing of the answer of case {reference} was read"))
            .hint(format!(
                "name its letter, or import its files: habeas audit {reference} FILE --yes, habeas import FILE --case {reference}"
            )));
    }
    Ok(())
}

/// What a letter lacks that the program cannot read is for the person to say: recorded, it would become a letter that claims
/// what nobody looked for.
fn refuse_foreign(reference: &str, report: &Report) -> Result<(), Failure> {
    let Some(letter) = report.gaps.foreign_letters.first().filter(|_| has_open_points(report)) else {
        return Ok(());
    };
    let set: Vec<String> = open_points(report).map(|point| format!("--set {point}=PRESENCE")).collect();
    let message = format!(
        "{letter} is in no language this program reads ({}): what it leaves out is not known",
        languages().join(", ")
    );
    Err(Failure::new(Kind::Input, message).hint(format!(
        "read it, and say each point yourself (found, partly, vague, not-found): {}; or name what is missing: habeas follow-up {reference} --missing POINT",
        set.join(" ")
    )))
}

/// The points that seem to be missing, of which the person said nothing.
fn open_points(report: &Report) -> impl Iterator<Item = Point> {
    let is_open = |found: &&PointFound| !found.judged && found.presence > Presence::Partly;
    report.gaps.points.iter().filter(is_open).map(|found| found.point)
}

fn has_open_points(report: &Report) -> bool {
    open_points(report).next().is_some()
}

/// A name that says what it is, with the ending that says how to read it.
fn letter_name(name: &str) -> String {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let plain = extension
        .filter(|it| (1..=8).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    format!("reply.{}", plain.as_deref().unwrap_or("bin"))
}

fn judgement_of(report: &Report) -> Vec<u8> {
    let judged = |found: &PointFound| Judged {
        point: found.point,
        presence: found.presence,
        corrected: found.judged,
        quote: found.quote.clone(),
        place: found.place.as_ref().map(ToString::to_string),
    };
    let judgement = Judgement { points: report.gaps.points.iter().map(judged).collect() };
    // Values made of our own types always have a JSON form.
    serde_json::to_vec_pretty(&judgement).expect("values made of our own types have a JSON form")
}

/// The command as it was typed, for the next one to build on.
fn typed(arguments: &Arguments, config: &Config) -> String {
    let mut words = vec![config.program(), "audit".to_owned(), as_reference(&arguments.case)];
    let quoted = |path: &PathBuf| {
        let path = path.display().to_string();
        shlex::try_quote(&path).map(std::borrow::Cow::into_owned).unwrap_or(path)
    };
    words.extend(arguments.letters.iter().map(quoted));
    words.extend(
        arguments.set.iter().map(|(point, presence)| format!("--set {}={}", point.id(), presence.id())),
    );
    words.join(" ")
}

struct Audited {
    reference: String,
    company: String,
    right: Right,
    typed: String,
    program: String,
    recorded: bool,
    letters: Letters,
    report: Report,
    others: Vec<String>,
}

impl Audited {
    fn count(&self, presence: Presence) -> u64 {
        self.report.gaps.points_of(presence)
    }

    fn is_complete(&self) -> bool {
        self.count(Presence::NotFound) == 0 && self.count(Presence::Vague) == 0
    }

    fn heard(&self, wording: &Wording) -> String {
        let documents = &self.letters.documents;
        let mut text = wording.say_count("audit-read", documents.len() as u64) + "\n";
        text += &documents.iter().map(|document| format!("  {}\n", document.name)).collect::<String>();
        for name in &self.letters.unread {
            text += &format!("  ! {}\n", wording.say_with("audit-unread", &[("file", name)]));
        }
        let spoken = languages().join(", ");
        let foreign = &self.report.gaps.foreign_letters;
        let is_short =
            |document: &&Document| language_of(document).is_none() && !foreign.contains(&document.name);
        for document in documents.iter().filter(is_short) {
            let said = [("file", document.name.as_str()), ("languages", &spoken)];
            text += &format!("  ! {}\n", wording.say_with("audit-unknown-language", &said));
        }
        text
    }

    fn closing(&self, wording: &Wording) -> String {
        let follow_up = format!("{} follow-up {}", self.program, self.reference);
        if self.recorded {
            let done = wording.say_with("audit-recorded", &[("case", &self.reference)]);
            return if self.is_complete() {
                format!("{done}\n{}\n", wording.say("audit-nothing"))
            } else {
                format!("{done}\n{}\n→ {follow_up}\n", wording.say("audit-next"))
            };
        }
        if let Some(letter) =
            self.report.gaps.foreign_letters.first().filter(|_| has_open_points(&self.report))
        {
            let said = [("file", letter.as_str()), ("languages", &languages().join(", "))];
            let set: String =
                open_points(&self.report).map(|point| format!(" --set {point}=not-found")).collect();
            return format!(
                "{foreign}\n→ {typed}{set} --yes\n{by_hand}\n→ {follow_up} --missing recipients\n",
                foreign = wording.say_with("audit-foreign", &said),
                typed = self.typed,
                by_hand = wording.say("audit-by-hand"),
            );
        }
        let (record, correct) = (wording.say("audit-record"), wording.say("audit-correct"));
        format!(
            "{record}\n→ {typed} --yes\n{correct}\n→ {typed} --set recipients=not-found\n",
            typed = self.typed
        )
    }
}

impl Outcome for Audited {
    fn text(&self, wording: &Wording) -> String {
        let article = match self.report.regime {
            Regime::Eu | Regime::Uk => self.right.article(),
            Regime::Ch => self.right.article_under(Regime::Ch),
        };
        let article = Words::of(self.report.language).article(self.report.regime, article);
        let title = [("company", self.company.as_str()), ("article", &article)];
        let mut shown = wording.say_with("audit-title", &title) + "\n";
        shown += &self.heard(wording);
        shown += &others_text(&self.others, wording);
        shown += &format!("\n{}\n", text::points(&self.report, width()));
        let number = |presence| self.count(presence).to_string();
        let found = (self.count(Presence::Found) + self.count(Presence::Partly)).to_string();
        let said =
            [("found", found), ("vague", number(Presence::Vague)), ("missing", number(Presence::NotFound))];
        let said = said.each_ref().map(|(name, text)| (*name, text.as_str()));
        shown +=
            &format!("{}\n{}\n\n", wording.say_with("audit-summary", &said), wording.say("audit-caution"));
        shown + &self.closing(wording)
    }

    fn json(&self, _wording: &Wording) -> Value {
        let language =
            |document: &Document| json!({ "name": document.name, "language": language_of(document) });
        json!({
            "case": self.reference,
            "points": self.report.gaps.points,
            "absent_categories": self.report.gaps.absent_categories,
            "absent_files": self.report.gaps.absent_files,
            "announced_recipients": self.report.sharing.announced,
            "letters": self.letters.documents.iter().map(language).collect::<Vec<_>>(),
            "unread": self.letters.unread,
            "recorded": self.recorded,
        })
    }

    fn needs_attention(&self) -> bool {
        !self.is_complete() || !self.letters.unread.is_empty()
    }
}
