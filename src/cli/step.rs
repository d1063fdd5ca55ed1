//! A step after the deadline: its gate, and the facts that a letter for it needs. Shared by `remind`,
//! `follow-up` and `complain`.
//!
//! In: a case and a step. Out: to whom and on which ground, the request and its receipt with the proof, when
//! the period ended, what happened, the authorities with the reason, the later limits, the annexes, and the
//! command that records the step; or a failure that says why not and from which day. The letter itself is
//! written by `later`.

mod authority;

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::annex::{AnnexWord, lines};
use super::config::{Config, as_reference};
use super::failure::Failure;
use super::later::{self, Wish, Written};
use super::output::{Outcome, columns};
use super::refusal::refusal;
use super::standing::{Row, later_json, later_text};
use crate::delivery::outbox::{Existing, put};
use crate::law::article::Regime;
use crate::law::competence::{Choice, Reason};
use crate::law::complaint::{Element, Provision, elements};
use crate::law::content::{Point, Presence};
use crate::law::country::{Jurisdiction, jurisdiction};
use crate::law::right::Right;
use crate::letter::choice::Choices;
use crate::letter::kind::Kind as LetterKind;
use crate::letter::later::Later;
use crate::tracker::chronology::{Annex, Entry, chronology};
use crate::tracker::event::{Event, EventKind};
use crate::tracker::gate::{Addressee, Caution, Ground, Opening, Step, gate};
use crate::wording::{Language, Wording};

/// Everything a letter for a step needs.
pub(super) struct Facts {
    pub(super) row: Row,
    pub(super) chronology: Vec<Entry>,
    /// Who is written to in the name of the law.
    pub(super) addressee: String,
    /// The data subject's name, empty where the profile has none.
    pub(super) complainant: String,
    /// Where the annexes were written, if they were.
    pub(super) written: Option<(PathBuf, Vec<PathBuf>)>,
    /// The language of the letter and of what goes with it.
    pub(super) language: Language,
    /// The person's own language.
    own_language: Language,
    /// How the files of annexes are called.
    pub(super) annex_word: AnnexWord,
    /// Whether the language is a guess: nobody asked for it, and what the authority takes is not known.
    is_language_guessed: bool,
    /// The letter, if it was written.
    letter: Option<Written>,
    /// What to say where there is no letter: a key of the wording, and a command it names.
    no_letter: Option<(&'static str, String)>,
    /// What the letter says that is missing.
    asks_for: Choices,
    step: Step,
    opening: Opening,
    is_about_trackers: bool,
    choices: Vec<Choice>,
    elements: Vec<(Element, Provision)>,
    is_cross_border: bool,
    today: NaiveDate,
}

/// Opens the gate of a step and collects its facts.
///
/// # Errors
/// Says why the gate is shut, and from which day it is open.
pub(super) fn facts(
    step: Step,
    case: &str,
    again: bool,
    is_about_trackers: bool,
    config: &Config,
) -> Result<Facts, Failure> {
    let store = config.store()?;
    let row = Row::of(store.case(&as_reference(case))?, config, &store)?;
    let opening = gate(step, &row.standing, config.today, again).map_err(|shut| refusal(step, shut, &row))?;
    let choices = if is_complaint(step) { row.choices(is_about_trackers) } else { Vec::new() };
    let seat = row.file.case.country.as_deref();
    let is_european = |country: &str| jurisdiction(country) == Jurisdiction::European;
    let is_cross_border =
        row.home() != seat && [row.home(), seat].iter().all(|it| it.is_some_and(is_european));
    let goes_to_authority = opening.addressee == Addressee::Authority;
    let elements = elements(row.standing.law, is_cross_border && goes_to_authority, config.today);
    let directory = config.directory_of(&[&row.file.case.company])?;
    let company = directory.by_id(&row.file.case.company);
    let addressee =
        company.map_or_else(|| row.file.case.company_name.clone(), |it| it.addressee().to_owned());
    let chronology = chronology(&row.file);
    let annex_word = AnnexWord::of(config.wording(), row.standing.law);
    Ok(Facts {
        language: row.file.case.language,
        own_language: config.report_language,
        row,
        chronology,
        annex_word,
        is_language_guessed: false,
        addressee,
        complainant: config.profile.person.name.clone(),
        written: None,
        letter: None,
        no_letter: None,
        asks_for: Choices::default(),
        step,
        opening,
        is_about_trackers,
        choices,
        elements,
        is_cross_border,
        today: config.today,
    })
}

fn is_complaint(step: Step) -> bool {
    match step {
        Step::Complain | Step::ComplainToAuthority => true,
        Step::Remind | Step::FollowUp => false,
    }
}

impl Facts {
    /// Fixes the language of a complaint and of what goes with it: the one asked for, else that of the authority it
    /// goes to, else that of the request.
    pub(super) fn write_in(&mut self, asked: Option<Language>) {
        let known = asked.or_else(|| self.language_of_authority(self.complaint()));
        self.is_language_guessed = known.is_none() && self.complaint().goes_to_authority();
        self.language = known.unwrap_or(self.row.file.case.language);
        self.annex_word = AnnexWord::of(Wording::of(self.language), self.row.standing.law);
    }

    /// Writes the letter of the step, which tells what is known of the step, and keeps it with the case.
    ///
    /// # Errors
    /// Fails if the letter cannot be composed; nothing is kept then.
    pub(super) fn write_letter(&mut self, wish: Wish<'_>, config: &Config) -> Result<(), Failure> {
        let language = wish.language.unwrap_or(self.language);
        let (out, has_more) = (wish.out, !wish.more.is_empty());
        if !later::exists(&self.row, wish.kind, Some(language), config) {
            self.no_letter = Some(("step-letter-none", String::new()));
            let files: Vec<(&str, &[u8])> =
                wish.more.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            if let Some(out) = out.filter(|_| has_more) {
                self.written = Some((out.to_owned(), put(out, &files, Existing::Keep)?));
            }
            return Ok(());
        }
        let wish = Wish { language: Some(language), told: self.told(Wording::of(language)), ..wish };
        let letter = later::write(&self.row, &wish, config, &mut config.store()?)?;
        self.written = out.filter(|_| has_more).map(|out| (out.to_owned(), letter.paths().to_vec()));
        self.letter = Some(letter);
        Ok(())
    }

    /// Says that no letter was written because nothing is known that is missing, and how to name it or find it out.
    pub(super) fn ask_what_is_missing(&mut self, is_audited: bool) {
        let reference = &self.row.file.case.reference;
        // Only access owes the points that an audit looks for.
        let is_access = matches!(self.row.file.case.right, Right::Access | Right::Tracking);
        self.no_letter = Some(if !is_access {
            ("step-missing", self.row.typed(&format!("follow-up {reference} --missing-text TEXT")))
        } else if is_audited {
            ("step-missing", self.row.typed(&format!("follow-up {reference} --missing POINT")))
        } else {
            ("step-not-audited", self.row.typed(&format!("audit {reference} --yes")))
        });
    }

    /// Remembers what the letter asks for, to be shown.
    pub(super) fn asks_for(&mut self, choices: &Choices) {
        self.asks_for = choices.clone();
    }

    /// What the letter asks for, a line each.
    fn asked(&self, wording: &Wording) -> Vec<String> {
        let asked = &self.asks_for;
        let point = |point: Point| {
            let name = wording.say(&format!("content-{}", point.id()));
            match point.article(Regime::of(self.row.standing.law)) {
                Some(article) => format!("{name} ({article})"),
                None => name,
            }
        };
        let mut lines: Vec<String> = asked.missing.iter().map(|missing| point(*missing)).collect();
        lines.extend(asked.vague.iter().map(|vague| {
            let presence = wording.say(&format!("presence-{}", Presence::Vague.id()));
            format!("{} – {presence}", point(vague.point))
        }));
        lines.extend(asked.missing_categories.iter().map(|it| wording.say(&format!("category-{}", it.id()))));
        lines.extend(asked.missing_texts.iter().cloned());
        lines
    }

    /// The kind of letter a complaint is, by whom it goes to.
    pub(super) fn complaint(&self) -> LetterKind {
        match self.opening.addressee {
            Addressee::Controller => LetterKind::ControllerComplaint,
            Addressee::Authority => LetterKind::Complaint,
        }
    }

    /// What the letter tells beyond the days of the case.
    fn told(&self, wording: &Wording) -> Later<'static> {
        let word = &self.annex_word;
        let proposed = self.choices.iter().find(|choice| choice.is_proposed);
        let authority = proposed.and_then(|choice| match choice.authorities.as_slice() {
            [authority] => Some(*authority),
            _several => None,
        });
        let annexes = self.chronology.iter().flat_map(|entry| &entry.annexes);
        let number = |annex: &Annex| word.numbered(annex.number, wording);
        let event = |entry: &Entry| {
            let said = lines(entry, wording, word).into_iter().next().unwrap_or_default();
            let numbers: Vec<String> = entry.annexes.iter().map(number).collect();
            if numbers.is_empty() { said } else { format!("{said} – {}", numbers.join(", ")) }
        };
        Later {
            ground: self.opening.ground.id(),
            authority,
            reason: proposed.map(|choice| choice.reason),
            about_trackers: self.is_about_trackers,
            cross_border: self.is_cross_border,
            request_enclosed: self.has_request(),
            events: self.chronology.iter().map(event).collect(),
            annexes: annexes
                .map(|annex| format!("{} – {}", number(annex), annex.file_name(&word.file)))
                .collect(),
            ..Later::default()
        }
    }

    /// The event that records this step.
    fn event(&self) -> EventKind {
        match (self.step, self.opening.addressee) {
            (Step::Remind, _) => EventKind::Reminded,
            (Step::FollowUp, _) => EventKind::FollowedUp,
            (Step::Complain | Step::ComplainToAuthority, Addressee::Controller) => {
                EventKind::ComplainedToController
            }
            (Step::Complain | Step::ComplainToAuthority, Addressee::Authority) => EventKind::Complained,
        }
    }

    fn record(&self) -> String {
        self.row.typed(&format!("record {} {}", self.row.file.case.reference, self.event().id()))
    }

    fn record_receipt(&self) -> String {
        self.row.typed(&format!("record {} received --on DATE --proof FILE", self.row.file.case.reference))
    }

    /// The article of the right, as the law that governs cites it.
    pub(super) fn article(&self, wording: &Wording) -> String {
        let number = wording.say(&format!("article-{}", self.row.file.case.right.id()));
        let key = match self.row.standing.law {
            Jurisdiction::European | Jurisdiction::Elsewhere => "step-article-european",
            Jurisdiction::UnitedKingdom => "step-article-united-kingdom",
            Jurisdiction::Swiss => "step-article-swiss",
        };
        wording.say_with(key, &[("number", &number)])
    }

    /// The event that says how the receipt is known, where it is not estimated.
    fn proof(&self) -> Option<&Event> {
        let receipt = self.row.standing.deadline.as_ref()?.receipt;
        let on_the_day = |kind| {
            let mut events = self.row.file.events.iter();
            events.find(|event| event.kind == kind && (event.on == receipt.on || event.on == receipt.latest))
        };
        let kinds = [EventKind::Received, EventKind::Acknowledged, EventKind::Sent];
        kinds.into_iter().find_map(on_the_day).filter(|_| !receipt.estimate)
    }

    fn received(&self, wording: &Wording) -> Option<String> {
        let receipt = self.row.standing.deadline.as_ref()?.receipt;
        let date = wording.language().date(receipt.on);
        let Some(proof) = self.proof() else {
            return Some(wording.say_with("step-received-estimated", &[("date", &date)]));
        };
        let how = wording.say(&format!("event-{}", proof.kind.id()));
        Some(match proof.files.first() {
            Some(file) => wording.say_with(
                "step-received-proven",
                &[("date", &date), ("how", &how), ("file", &file.name), ("sha256", &file.sha256)],
            ),
            None => wording.say_with("step-received-recorded", &[("date", &date), ("how", &how)]),
        })
    }

    /// Why the step is open, in sentences.
    fn grounds(&self, wording: &Wording) -> Vec<String> {
        let language = wording.language();
        let limit = self.row.limit();
        let written = |date: Option<NaiveDate>| date.map(|date| language.date(date)).unwrap_or_default();
        let article = limit.map(|limit| wording.say(&format!("citation-{}", limit.period.id())));
        let in_part = self.row.standing.answered_in_part().filter(|_| self.opening.ground == Ground::Late);
        let rest = if in_part.is_some() { "-rest" } else { "" };
        let ground = wording.say_with(
            &format!("ground-{}{rest}", self.opening.ground.id()),
            &[
                ("due", &written(limit.and_then(|limit| limit.due))),
                ("safe", &written(limit.and_then(|limit| limit.safe))),
                ("article", &article.unwrap_or_default()),
                ("since", &language.date(self.row.standing.since)),
                ("answered", &written(self.row.standing.history.answers.last().copied())),
            ],
        );
        let mut said = vec![ground];
        if self.event() == EventKind::ComplainedToController {
            let article = wording.say(&format!("citation-{}", Provision::UnitedKingdomController.id()));
            let command =
                self.row.typed(&format!("complain {} --to-authority", self.row.file.case.reference));
            let arguments = [("article", article.as_str()), ("command", &command)];
            said.push(wording.say_with("route-controller-first", &arguments));
        }
        said.extend(self.row.if_applicable(wording));
        said.extend(self.opening.cautions.iter().map(|caution| self.caution(*caution, wording)));
        // Whoever only says that it arrived can be contradicted.
        if self.proof().is_some_and(|event| event.files.is_empty() && event.message_id.is_none()) {
            said.push(wording.say_with("caution-no-file", &[("command", &self.record_receipt())]));
        }
        let has_trackers = self.choices.iter().any(|choice| choice.reason == Reason::Trackers);
        if self.is_about_trackers && !has_trackers {
            said.push(wording.say("caution-trackers-elsewhere"));
        }
        said.extend(
            self.elements.iter().map(|(element, provision)| self.element(*element, *provision, wording)),
        );
        said
    }

    fn caution(&self, caution: Caution, wording: &Wording) -> String {
        match caution {
            Caution::Estimated => {
                wording.say_with("caution-estimated", &[("command", &self.record_receipt())])
            }
            Caution::NotReminded => wording.say("caution-not-reminded"),
            Caution::Courtesy(until) => {
                wording.say_with("caution-courtesy", &[("date", &wording.language().date(until))])
            }
            Caution::GoesOn => wording.say("caution-goes-on"),
            Caution::ControllerPassedOver => wording.say("caution-controller-passed-over"),
            Caution::QuestionContested => wording.say("caution-question-contested"),
            Caution::ExtensionContested => wording.say("caution-extension-contested"),
        }
    }

    fn element(&self, element: Element, provision: Provision, wording: &Wording) -> String {
        let article = wording.say(&format!("citation-{}", provision.id()));
        let key = match element {
            Element::PriorRequest if self.has_proof_of_request() => "element-prior-request",
            Element::PriorRequest if !self.has_request() => "element-prior-request-absent",
            Element::PriorRequest => "element-prior-request-unproven",
        };
        wording.say_with(key, &[("article", &article), ("command", &self.record_receipt())])
    }

    /// Whether the letter of the request is among the annexes: a case may have been brought in without its files.
    fn has_request(&self) -> bool {
        let is_letter = |kind| matches!(kind, EventKind::Drafted | EventKind::Addressed | EventKind::Sent);
        self.chronology.iter().any(|entry| is_letter(entry.kind) && !entry.annexes.is_empty())
    }

    /// Whether a file shows that the request left or arrived.
    fn has_proof_of_request(&self) -> bool {
        let proves = |kind| matches!(kind, EventKind::Sent | EventKind::Received | EventKind::Acknowledged);
        self.chronology.iter().any(|entry| proves(entry.kind) && !entry.annexes.is_empty())
    }

    /// Label and value of each fact.
    fn rows(&self, wording: &Wording) -> Vec<(String, String)> {
        let case = &self.row.file.case;
        let language = wording.language();
        let via = self.row.file.via();
        let right = wording.say(&format!("right-{}", case.right.id()));
        let requested = wording.say_with(
            "step-request-made",
            &[
                ("right", &right),
                ("article", &self.article(wording)),
                ("date", &language.date(self.row.file.sent().unwrap_or(case.drafted))),
                ("via", &wording.say(&format!("via-{}", via.id()))),
            ],
        );
        let ended = self.row.limit().and_then(|limit| Some((limit.due?, limit.safe?, limit.period)));
        let ended = ended.map(|(due, safe, citation)| {
            let article = wording.say(&format!("citation-{}", citation.id()));
            let arguments =
                [("date", language.date(due)), ("safe", language.date(safe)), ("article", article)];
            let borrowed = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
            let ended = wording.say_with("step-ended-on", &borrowed);
            self.row.without_question(wording).map_or(ended.clone(), |without| format!("{ended}. {without}"))
        });
        let mut rows = vec![("step-company", Some(self.addressee.clone()))];
        let is_to_company = self.event() == EventKind::ComplainedToController;
        rows.push(("step-to", is_to_company.then(|| wording.say("step-to-company"))));
        rows.push(("step-address", self.row.file.address_written_to().map(str::to_owned)));
        rows.push(("step-request", Some(requested)));
        rows.push(("step-reference", Some(case.reference.clone())));
        rows.push(("step-received", self.received(wording)));
        let is_over = self.row.limit().and_then(|limit| limit.due).is_none_or(|due| due < self.today);
        rows.push((if is_over { "step-ended" } else { "step-ends" }, ended));
        rows.extend(self.authority_rows(wording));
        rows.into_iter().filter_map(|(key, value)| Some((wording.say(key), value?))).collect()
    }

    /// What comes after the facts: what was written, and the command that records the step.
    fn closing(&self, wording: &Wording) -> String {
        let mut text = String::new();
        if let Some(letter) = &self.letter {
            let paths: &[PathBuf] = if self.written.is_none() { letter.paths() } else { &[] };
            text += &format!("\n{}", letter.text(paths, wording));
            let asked = self.asked(wording);
            if !asked.is_empty() {
                text += &format!("{}\n", wording.say("step-asks-for"));
                text += &asked.iter().map(|line| format!("  – {line}\n")).collect::<String>();
            }
            if self.is_language_guessed {
                let command = format!("complain {} --letter-lang LANGUAGE", self.row.file.case.reference);
                let taken = self.languages_of_authority(self.complaint());
                let taken: Vec<String> =
                    taken.iter().map(|language| wording.say(&format!("language-{language}"))).collect();
                let key = if taken.is_empty() { "step-language-guessed" } else { "step-language-other" };
                let arguments = [
                    ("language", wording.say(&format!("language-{}", self.language))),
                    ("taken", wording.listed(&taken)),
                    ("command", self.row.typed(&command)),
                ];
                let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
                text += &format!("{}\n", wording.say_with(key, &arguments));
            }
            if self.opening.addressee == Addressee::Authority {
                text += &format!("{}\n", wording.say("step-authority-by-form"));
            }
        }
        if let Some((key, command)) = &self.no_letter {
            text += &format!("\n{}\n", wording.say_with(key, &[("command", command)]));
        }
        match &self.written {
            Some((folder, files)) => {
                let path = folder.display().to_string();
                text += &format!("\n{}\n", wording.say_with("step-written", &[("path", &path)]));
                text += &files.iter().map(|file| format!("  {}\n", file.display())).collect::<String>();
            }
            None if is_complaint(self.step) => {
                let flag = if self.step == Step::ComplainToAuthority { " --to-authority" } else { "" };
                let rest = format!("complain {}{flag} --out DIR", self.row.file.case.reference);
                let command = self.row.typed(&rest);
                text += &format!("\n{}\n", wording.say_with("step-out", &[("command", &command)]));
            }
            None => {}
        }
        text += &self.letter.as_ref().map(|letter| letter.send(&self.row, wording)).unwrap_or_default();
        text += &format!("\n{}\n", wording.say(&format!("step-once-{}", self.event().id())));
        text + &format!("→ {}\n", self.record())
    }
}

impl Outcome for Facts {
    fn text(&self, wording: &Wording) -> String {
        let mut text: String = self.grounds(wording).iter().map(|said| format!("{said}\n")).collect();
        text += "\n";
        text += &columns(&self.rows(wording), "");
        text += &format!("\n{}\n", wording.say("step-happened"));
        for entry in &self.chronology {
            text += &format!("  {}\n", lines(entry, wording, &self.annex_word).join("\n    "));
        }
        let later = self.row.standing.later_from(self.today);
        if is_complaint(self.step) && !later.is_empty() {
            text += &format!("\n{}\n", wording.say("step-later"));
            text += &later
                .iter()
                .map(|limit| format!("  {}\n", later_text(*limit, self.today, wording)))
                .collect::<String>();
        }
        text + &self.closing(wording)
    }

    fn json(&self, wording: &Wording) -> Value {
        let limit = self.row.limit();
        let receipt = self.row.standing.deadline.as_ref().map(|deadline| deadline.receipt);
        json!({
            "case": self.row.json(wording),
            "gate": { "ground": self.opening.ground.id(), "to": self.opening.addressee.id(), "says": self.grounds(wording) },
            "company": { "name": self.addressee, "address": self.row.file.address_written_to() },
            "request": {
                "right": self.row.file.case.right.id(),
                "sent": self.row.file.sent(),
                "reference": self.row.file.case.reference,
            },
            "receipt": {
                "on": receipt.map(|receipt| receipt.on),
                "estimated": receipt.map(|receipt| receipt.estimate),
                "how": self.proof().map(|event| event.kind.id()),
                "files": self.proof().map(|event| &event.files),
            },
            "period": { "ended": limit.and_then(|limit| limit.due), "safe": limit.and_then(|limit| limit.safe) },
            "authorities": self.choices.iter().map(|choice| authority::choice_json(choice, wording)).collect::<Vec<_>>(),
            "later": self.row.standing.later.iter().map(|limit| later_json(*limit, self.today, wording)).collect::<Vec<_>>(),
            "chronology": self.chronology.iter().map(|entry| entry_json(entry, &self.annex_word.file)).collect::<Vec<_>>(),
            "letter": self.letter.as_ref().map(Written::json),
            "asks_for": {
                "missing": self.asks_for.missing,
                "vague": self.asks_for.vague.iter().map(|vague| vague.point).collect::<Vec<_>>(),
                "categories": self.asks_for.missing_categories,
                "texts": self.asks_for.missing_texts,
            },
            "language": self.language,
            "written": self.written.as_ref().map(|(_, files)| files),
            "record": self.record(),
        })
    }
}

fn entry_json(entry: &Entry, word: &str) -> Value {
    let annex = |annex: &Annex| {
        json!({
            "number": annex.number,
            "file": annex.file_name(word),
            "sha256": annex.evidence.sha256,
            "bytes": annex.evidence.bytes,
        })
    };
    json!({
        "number": entry.number,
        "on": entry.on,
        "event": entry.kind.id(),
        "said": entry.said,
        "via": entry.via,
        "annexes": entry.annexes.iter().map(annex).collect::<Vec<_>>(),
    })
}
