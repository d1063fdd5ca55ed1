//! What a mail seems to be and to say.
//!
//! In: a parsed mail and the rules of each language. Out: a [`Reading`]: where it comes from (a mail server, a
//! program, a person), and what it says, each statement with the phrase that shows it and its line. What no phrase
//! shows is not guessed: such a reading says nothing, and a person reads the mail.
//!
//! Not here: which case it belongs to (`matching`), and which event it would be (`proposal`).

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::date::{after_period, put_off_until, until};
use super::guard::{Guard, Guarded, Hedge};
use super::message::{Action, Mail};
use super::own_words::own_lines;
use super::phrase::{Line, Pattern, Sentence, link_length, sentences};
use super::rule::{Rule, Tongue};
use super::statement::{Detail, Statement};

/// Characters of a phrase that are shown.
const PHRASE_CHARACTERS_MAX: usize = 240;

/// Links shown of one mail.
const LINKS_MAX: usize = 20;

/// Endings of files that hold data and are no letter or picture.
const DATA_ENDINGS: [&str; 10] = ["zip", "csv", "json", "xlsx", "xls", "ods", "xml", "7z", "tar", "gz"];

/// Where a mail comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A mail server says that our message was not delivered.
    Bounced {
        /// The status code (RFC 3463), such as `5.1.1`.
        status: Option<String>,
    },
    /// A mail server says that our message is not delivered yet and goes on trying.
    Delayed,
    /// A mail server says that our message was delivered.
    Delivered,
    /// A program answered: an absence notice, or a ticket system that has taken note.
    Automatic,
    /// A person, as far as can be told.
    Person,
}

impl Origin {
    /// Returns the stable identifier used in JSON and for wording (`origin-<id>`).
    pub fn id(&self) -> &'static str {
        match self {
            Self::Bounced { .. } => "bounced",
            Self::Delayed => "delayed",
            Self::Delivered => "delivered",
            Self::Automatic => "automatic",
            Self::Person => "person",
        }
    }

    /// Tells whether a mail server reports, not the company.
    pub fn is_a_server(&self) -> bool {
        match self {
            Self::Bounced { .. } | Self::Delayed | Self::Delivered => true,
            Self::Automatic | Self::Person => false,
        }
    }
}

/// A phrase of a mail, where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The line of the mail's text, from 1; 0 for the subject.
    pub line: usize,
    /// The sentence, shortened.
    pub text: String,
}

/// Something a mail says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub statement: Statement,
    /// What more precisely.
    pub detail: Option<Detail>,
    /// Until when, where it names one day.
    pub until: Option<NaiveDate>,
    /// The phrase that shows it; none where an attached file does.
    pub quote: Option<Quote>,
    /// Why the phrase may not mean it; none where the sentence says it plainly.
    pub hedge: Option<Hedge>,
    /// Its sentence or one beside it gives a reason.
    pub has_reason: bool,
}

/// An address on the web, which is shown and never opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub address: String,
    /// Its host, in lower case.
    pub host: String,
}

/// What a mail seems to be and to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where it comes from.
    pub origin: Origin,
    /// What it says, each statement once, in the order of [`Statement::ALL`].
    pub says: Vec<Said>,
    /// The links in what it says.
    pub links: Vec<Link>,
    /// The day after which its links lead nowhere, where it names one.
    pub expires: Option<NaiveDate>,
    /// A part of the data is still to come, it says.
    pub rest_follows: bool,
    /// It was sent to many at once, says its header.
    pub is_bulk: bool,
}

/// Reads a mail by the rules of each language.
pub fn read(mail: &Mail, tongues: &[Tongue]) -> Reading {
    let lines = own_lines(&mail.text, tongues);
    let links = links(&lines);
    let origin = origin(mail);
    let mut says = match origin {
        Origin::Automatic | Origin::Person => said(mail, &lines, tongues),
        // What a mail server writes for people says no more than its report.
        Origin::Bounced { .. } | Origin::Delayed | Origin::Delivered => Vec::new(),
    };
    if says.is_empty() && origin == Origin::Person && mail.is_bulk {
        says.push(plain(Statement::Unrelated, None));
    }
    let expires = mail.date.and_then(|date| expiry(&lines, tongues, date.date_naive()));
    let has_data = mail.attachments.iter().any(|file| is_data(file.name.as_deref()));
    // Whoever sends data and refuses something has answered in part: both are said.
    let may_deliver = |said: &Said| !is_decisive(said) || said.statement == Statement::Refuses;
    if has_data && says.iter().all(may_deliver) {
        says.push(plain(Statement::Delivers, Some(Detail::Attached)));
        says.retain(|said| said.statement != Statement::Unrelated);
    }
    if !has_data {
        settle_account(&mut says, expires.is_some(), tongues);
    }
    let rest_follows = says.iter().any(|said| said.statement == Statement::Delivers)
        && has_in_own_words(&lines, tongues, |tongue| &tongue.follows);
    Reading { origin, says, links, expires, rest_follows, is_bulk: mail.is_bulk }
}

/// Tells apart the account page that anybody has and the data that was made ready there for this request: what lies
/// there all the time has no end, and is not there "from now on".
fn settle_account(says: &mut Vec<Said>, has_an_end: bool, tongues: &[Tongue]) {
    let is_page = |said: &Said| {
        said.statement == Statement::UseForm && said.detail == Some(Detail::Account) && said.hedge.is_none()
    };
    let Some(page) = says.iter().position(is_page) else { return };
    if let Some(delivers) =
        says.iter_mut().find(|said| said.statement == Statement::Delivers && said.hedge.is_none())
    {
        delivers.detail = Some(Detail::Account);
        says.remove(page);
        return;
    }
    let Some(said) = says.get_mut(page) else { return };
    let sentence = said.quote.iter().map(|quote| Line { number: quote.line, text: quote.text.clone() });
    let sentence: Vec<Line> = sentence.collect();
    if has_an_end || has_in_own_words(&sentence, tongues, |tongue| &tongue.ready) {
        said.statement = Statement::Delivers;
        says.sort_by_key(|said| said.statement);
    }
}

/// Tells whether a sentence has one of some patterns of its language.
fn has_in_own_words(lines: &[Line], tongues: &[Tongue], patterns: impl Fn(&Tongue) -> &[Pattern]) -> bool {
    tongues.iter().any(|tongue| {
        let patterns = patterns(tongue);
        sentences(lines, &tongue.abbreviations).iter().any(|sentence| has(patterns, sentence))
    })
}

fn has(patterns: &[Pattern], sentence: &Sentence) -> bool {
    patterns.iter().any(|pattern| pattern.find(sentence).is_some())
}

/// Tells whether a statement changes how a case stands.
fn is_decisive(said: &Said) -> bool {
    !matches!(said.statement, Statement::Acknowledged | Statement::Unrelated)
}

fn plain(statement: Statement, detail: Option<Detail>) -> Said {
    Said { statement, detail, until: None, quote: None, hedge: None, has_reason: false }
}

fn is_data(name: Option<&str>) -> bool {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| DATA_ENDINGS.contains(&ending.as_str()))
}

fn origin(mail: &Mail) -> Origin {
    if let Some(report) = &mail.report {
        // One failed recipient outweighs others: our requests have one.
        return match worst(&report.actions) {
            Some(Action::Failed) => Origin::Bounced { status: report.status.clone() },
            Some(Action::Delayed) => Origin::Delayed,
            Some(Action::Delivered) => Origin::Delivered,
            None => Origin::Automatic,
        };
    }
    // RFC 3834, 5: "no" says that a person wrote it.
    match mail.auto_submitted.as_deref() {
        None | Some("no") => Origin::Person,
        Some(_) => Origin::Automatic,
    }
}

fn worst(actions: &[Action]) -> Option<Action> {
    let rank = |action: &Action| match action {
        Action::Failed => 2,
        Action::Delayed => 1,
        Action::Delivered => 0,
    };
    actions.iter().copied().max_by_key(rank)
}

/// What the sender's own words say.
fn said(mail: &Mail, lines: &[Line], tongues: &[Tongue]) -> Vec<Said> {
    let subject = Line { number: 0, text: mail.subject.clone() };
    let mailed = mail.date.map(|date| date.date_naive());
    let mut shown: Vec<(&str, Option<Guard>, Said)> = Vec::new();
    for tongue in tongues {
        let mut text = sentences(std::slice::from_ref(&subject), &tongue.abbreviations);
        text.extend(sentences(lines, &tongue.abbreviations));
        for (index, sentence) in text.iter().enumerate() {
            let next = text.get(index + 1);
            let before = index.checked_sub(1).and_then(|before| text.get(before));
            let near = [before, Some(sentence), next];
            for found in shown_by(sentence, next, tongue) {
                let has_reason = near.into_iter().flatten().any(|near| has(&tongue.reasons, near));
                let said = Said { has_reason, ..statement(&found, sentence, next, tongue, mailed) };
                shown.push((&tongue.language, found.guard, said));
            }
        }
    }
    let mut says: Vec<Said> = Vec::new();
    for (guard, said) in agreed(shown) {
        match guard {
            None => keep(&mut says, said),
            Some(Guard::Doubtful(hedge)) => keep(&mut says, Said { hedge: Some(hedge), ..said }),
            Some(Guard::Denied) => {}
        }
    }
    if says.iter().any(is_decisive) {
        says.retain(|said| said.statement != Statement::Unrelated);
    }
    says.sort_by_key(|said| said.statement);
    says
}

/// Settles what the phrases of several languages show of one sentence. Words are alike in some of them: where a
/// language has the phrase under a guard, that of another, whose guards it does not speak, is under it, too.
fn agreed(shown: Vec<(&str, Option<Guard>, Said)>) -> Vec<(Option<Guard>, Said)> {
    type Sentences = BTreeMap<(usize, String, Statement), BTreeMap<String, Option<Guard>>>;
    let key = |said: &Said| {
        let quote = said.quote.clone().unwrap_or_default();
        (quote.line, quote.text, said.statement)
    };
    let mut guards = Sentences::new();
    for (language, guard, said) in &shown {
        let of_language = guards.entry(key(said)).or_default().entry((*language).to_owned());
        let plainest = of_language.or_insert(*guard);
        *plainest = (*plainest).min(*guard);
    }
    let settled = shown.into_iter().map(|(language, guard, said)| {
        let others = guards.get(&key(&said)).into_iter().flatten();
        let of_others = others.filter(|(other, _)| *other != language).filter_map(|(_, guard)| *guard).max();
        (guard.max(of_others), said)
    });
    settled.collect()
}

/// A rule that a sentence fulfils.
struct Shown<'a> {
    rule: &'a Rule,
    /// The number of its first word.
    at: usize,
    guard: Option<Guard>,
}

/// The rules of a language that a sentence fulfils.
fn shown_by<'a>(sentence: &Sentence, next: Option<&Sentence>, tongue: &'a Tongue) -> Vec<Shown<'a>> {
    let is_perhaps = OnceCell::new();
    let guarded = OnceCell::new();
    let is_void = |statement: Statement| {
        let weakened =
            *is_perhaps.get_or_init(|| tongue.perhaps.iter().any(|it| it.find(sentence).is_some()));
        let voids =
            |(of, pattern): &(Statement, Pattern)| *of == statement && pattern.find(sentence).is_some();
        (weakened && statement != Statement::Acknowledged) || tongue.voids.iter().any(voids)
    };
    let shown = |rule: &'a Rule| {
        let mut places = rule.pattern.places(sentence).peekable();
        places.peek()?;
        let is_void = is_void(rule.statement);
        let guarded = guarded.get_or_init(|| Guarded::new(sentence, next, tongue));
        let place = |words: Vec<usize>| {
            let at = words.first().copied().unwrap_or_default();
            let guard = if rule.statement == Statement::Unrelated {
                // What only has to be told apart from an answer is so under any condition.
                None
            } else if is_void {
                Some(Guard::Denied)
            } else {
                guarded.guard(&words, rule)
            };
            Shown { rule, at, guard }
        };
        // Of several places of one phrase the plainest counts.
        places.map(place).min_by_key(|shown| shown.guard)
    };
    tongue.rules.iter().filter_map(shown).collect()
}

fn statement(
    shown: &Shown<'_>,
    sentence: &Sentence,
    next: Option<&Sentence>,
    tongue: &Tongue,
    mailed: Option<NaiveDate>,
) -> Said {
    let Rule { statement, detail, .. } = *shown.rule;
    let until = match (statement, mailed) {
        (Statement::Extends, Some(mailed)) => {
            put_off_until(sentence, tongue, mailed).or_else(|| put_off_until(next?, tongue, mailed))
        }
        _ => None,
    };
    let line = sentence.words.get(shown.at).map_or(0, |word| word.line);
    let quote = Some(Quote { line, text: shortened(&sentence.text) });
    Said { statement, detail, until, quote, hedge: None, has_reason: false }
}

/// Keeps each statement once: the first phrase, the first detail, the first day; of what is said plainly where
/// anything is.
fn keep(says: &mut Vec<Said>, said: Said) {
    match says.iter_mut().find(|kept| kept.statement == said.statement) {
        None => says.push(said),
        Some(kept) if kept.hedge.is_some() && said.hedge.is_none() => *kept = said,
        Some(kept) if kept.hedge.is_none() && said.hedge.is_some() => {}
        Some(kept) => {
            kept.detail = kept.detail.or(said.detail);
            kept.until = kept.until.or(said.until);
            kept.has_reason |= said.has_reason;
        }
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(PHRASE_CHARACTERS_MAX).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn links(lines: &[Line]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for line in lines {
        let mut rest = line.text.as_str();
        while let Some(at) = rest.find("http").or_else(|| rest.find("www.")) {
            let from = rest.get(at..).unwrap_or_default();
            let length = link_length(from).max(1);
            let found = from.get(..length).and_then(link).filter(|link| !links.contains(link));
            if links.len() < LINKS_MAX {
                links.extend(found);
            }
            rest = from.get(length..).unwrap_or_default();
        }
    }
    links
}

fn link(address: &str) -> Option<Link> {
    if link_length(address) == 0 {
        return None;
    }
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next()?;
    // What stands before `@` is a name and leads nowhere.
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next()?.to_lowercase();
    (host.contains('.')).then(|| Link { address: address.to_owned(), host })
}

fn expiry(lines: &[Line], tongues: &[Tongue], mailed: NaiveDate) -> Option<NaiveDate> {
    tongues.iter().find_map(|tongue| {
        let text = sentences(lines, &tongue.abbreviations);
        let ends = text.iter().filter(|sentence| tongue.expires.iter().any(|it| it.find(sentence).is_some()));
        ends.filter_map(|sentence| {
            until(sentence, tongue, mailed).or_else(|| after_period(sentence, tongue, mailed))
        })
        .next()
    })
}
