//! Rules: what companies write in each language, read from `phrases/<language>.txt`.
//!
//! In: the text of a phrase file. Out: a [`Tongue`]: patterns for each statement, and what else reading a mail in
//! that language needs. The files that exist are compiled in; adding a language is adding a file.
//!
//! A file has sections that begin with `== name`. A section named like a statement (`== asks-identity document`,
//! the second word its detail) has a pattern a line; `! pattern` voids that statement in the same sentence.
//! `== perhaps` has what makes a sentence speak of what may be, not of what is, so that it says nothing; the sections
//! of [`Guards`] have what denies a phrase or makes it doubtful (`guard` says how far each reaches). `== quote`, `== from` and
//! `== subject` tell where an older mail begins; `== months`, `== units`, `== numbers`, `== expires`, `== until` and
//! `== abbreviations` are for dates, periods and ends of sentences. `== reasons` tells that a sentence gives a reason,
//! `== follows` that a part of the data is still to come, `== ready` that data behind an account was made ready. `#` at
//! the beginning of a line is a comment.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::phrase::{Pattern, fold};
use super::statement::{Detail, Statement};

/// Every phrase file: its language and its text.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// A pattern that shows a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it shows.
    pub statement: Statement,
    /// What it shows more precisely.
    pub detail: Option<Detail>,
    /// The phrase.
    pub pattern: Pattern,
}

/// What reading a mail in one language needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tongue {
    /// The language (ISO 639-1).
    pub language: String,
    /// What shows a statement.
    pub rules: Vec<Rule>,
    /// What voids a statement in the same sentence.
    pub voids: Vec<(Statement, Pattern)>,
    /// What makes a sentence speak of what may be.
    pub perhaps: Vec<Pattern>,
    /// What denies a phrase, or makes it doubtful.
    pub guards: Guards,
    /// The line above an older mail.
    pub quote: Vec<Pattern>,
    /// Names of the sender's line above an older mail, folded.
    pub from: Vec<String>,
    /// Names of the subject's line above an older mail, folded.
    pub subject: Vec<String>,
    /// Names of months, each folded with its number.
    pub months: Vec<(String, u32)>,
    /// Words for units of time, each folded with the days it stands for; 0 for hours.
    pub units: Vec<(String, u64)>,
    /// Numbers in words, folded.
    pub numbers: Vec<(String, u64)>,
    /// What says that something ends.
    pub expires: Vec<Pattern>,
    /// What stands before the day until which something is put off.
    pub until: Vec<Pattern>,
    /// What gives a reason.
    pub reasons: Vec<Pattern>,
    /// What tells that a part of the data is still to come.
    pub follows: Vec<Pattern>,
    /// What tells that data was made ready, and does not lie there all the time.
    pub ready: Vec<Pattern>,
    /// Words that a full stop shortens, folded.
    pub abbreviations: BTreeSet<String>,
}

/// What stands around a phrase and takes its meaning away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guards {
    /// `== clause`: words with which another clause begins.
    pub clause: BTreeSet<String>,
    /// `== joins`: words after a comma that carry on what the clause before them denies.
    pub joins: BTreeSet<String>,
    /// `== carries`: words anywhere in a clause after a comma that make it go on with the clause before.
    pub carries: BTreeSet<String>,
    /// `== negates`: denies what follows it. A pattern of negating words only: by them it is known whether a phrase
    /// carries its own negation.
    pub negates: Vec<Pattern>,
    /// `== negates-anywhere`: denies what stands in its clause, behind or before it.
    pub negates_anywhere: Vec<Pattern>,
    /// `== supposes`: makes a whole sentence conditional.
    pub supposes: Vec<Pattern>,
    /// `== allows`: makes its clause a possibility.
    pub allows: Vec<Pattern>,
    /// `== reports`: repeats what others said or asked.
    pub reports: Vec<Pattern>,
    /// `== retracts`: takes back what is said beside it, or tells it of something else.
    pub retracts: Vec<Pattern>,
    /// `== lifts`: what looks like one of these and is none.
    pub lifts: Vec<Pattern>,
    /// `== elsewhere`: tells that a refusal, an extension or an erasure is of another matter or another customer's.
    pub elsewhere: Vec<Pattern>,
    /// `== recites`: says what the law allows, and announces nothing: "extendable by two months".
    pub recites: Vec<Pattern>,
    /// `== partly`: tells that what was said to be nothing is not all.
    pub partly: Vec<Pattern>,
}

/// A line of a phrase file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{language}.txt:{line}: {what}")]
pub struct Fault {
    /// The file's language.
    pub language: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: &'static str,
}

/// Returns the rules of every language.
pub fn built_in() -> &'static [Tongue] {
    static TONGUES: OnceLock<Vec<Tongue>> = OnceLock::new();
    TONGUES.get_or_init(|| {
        let parse = |(language, text): &(&str, &str)| Tongue::parse(language, text);
        let tongues: Result<Vec<Tongue>, Fault> = FILES.iter().map(parse).collect();
        tongues.expect("the phrase files are compiled in and tested")
    })
}

/// A section of a phrase file.
#[derive(Clone, Copy)]
enum Section {
    Says(Statement, Option<Detail>),
    Perhaps,
    Clause,
    Joins,
    Carries,
    Negates,
    NegatesAnywhere,
    Supposes,
    Allows,
    Reports,
    Retracts,
    Lifts,
    Elsewhere,
    Partly,
    Recites,
    Reasons,
    Follows,
    Ready,
    Until,
    Quote,
    From,
    Subject,
    Months,
    Units,
    Numbers,
    Expires,
    Abbreviations,
}

impl Tongue {
    /// Reads a phrase file.
    ///
    /// # Errors
    /// Returns the first line that cannot be read.
    pub fn parse(language: &str, text: &str) -> Result<Self, Fault> {
        let mut tongue = Self { language: language.to_owned(), ..Self::default() };
        let mut section = None;
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            let fault = |what| Fault { language: language.to_owned(), line: index + 1, what };
            if line.is_empty() || line.starts_with("# ") {
                continue;
            }
            if let Some(name) = line.strip_prefix("== ") {
                section = Some(Section::parse(name).ok_or_else(|| fault("there is no such section"))?);
                continue;
            }
            let section = section.ok_or_else(|| fault("stands in no section"))?;
            tongue.add(section, line).ok_or_else(|| fault("cannot be read in this section"))?;
        }
        Ok(tongue)
    }

    fn add(&mut self, section: Section, line: &str) -> Option<()> {
        match section {
            Section::Says(statement, detail) => match line.strip_prefix("! ") {
                Some(void) => self.voids.push((statement, Pattern::parse(void)?)),
                None => self.rules.push(Rule { statement, detail, pattern: Pattern::parse(line)? }),
            },
            Section::Perhaps => self.perhaps.push(Pattern::parse(line)?),
            Section::Clause => self.guards.clause.extend(line.split_whitespace().map(fold)),
            Section::Joins => self.guards.joins.extend(line.split_whitespace().map(fold)),
            Section::Carries => self.guards.carries.extend(line.split_whitespace().map(fold)),
            Section::Negates => self.guards.negates.push(Pattern::parse(line)?),
            Section::NegatesAnywhere => self.guards.negates_anywhere.push(Pattern::parse(line)?),
            Section::Supposes => self.guards.supposes.push(Pattern::parse(line)?),
            Section::Allows => self.guards.allows.push(Pattern::parse(line)?),
            Section::Reports => self.guards.reports.push(Pattern::parse(line)?),
            Section::Retracts => self.guards.retracts.push(Pattern::parse(line)?),
            Section::Lifts => self.guards.lifts.push(Pattern::parse(line)?),
            Section::Elsewhere => self.guards.elsewhere.push(Pattern::parse(line)?),
            Section::Partly => self.guards.partly.push(Pattern::parse(line)?),
            Section::Recites => self.guards.recites.push(Pattern::parse(line)?),
            Section::Reasons => self.reasons.push(Pattern::parse(line)?),
            Section::Follows => self.follows.push(Pattern::parse(line)?),
            Section::Ready => self.ready.push(Pattern::parse(line)?),
            Section::Until => self.until.push(Pattern::parse(line)?),
            Section::Quote => self.quote.push(Pattern::parse(line)?),
            Section::Expires => self.expires.push(Pattern::parse(line)?),
            Section::From => self.from.extend(line.split('|').map(fold)),
            Section::Subject => self.subject.extend(line.split('|').map(fold)),
            Section::Abbreviations => self.abbreviations.extend(line.split_whitespace().map(fold)),
            Section::Months => {
                let number = self.months.iter().map(|(_, number)| number).max().map_or(1, |last| last + 1);
                let number = (number <= 12).then_some(number)?;
                self.months.extend(line.split('|').map(|name| (fold(name), number)));
            }
            Section::Units => pairs(line, &mut self.units)?,
            Section::Numbers => pairs(line, &mut self.numbers)?,
        }
        Some(())
    }
}

/// Reads `seven=7 eight=8`, or `day|days=1`.
fn pairs(line: &str, into: &mut Vec<(String, u64)>) -> Option<()> {
    for pair in line.split_whitespace() {
        let (names, number) = pair.split_once('=')?;
        let number = number.parse().ok()?;
        into.extend(names.split('|').map(|name| (fold(name), number)));
    }
    Some(())
}

impl Section {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "perhaps" => Self::Perhaps,
            "clause" => Self::Clause,
            "joins" => Self::Joins,
            "carries" => Self::Carries,
            "negates" => Self::Negates,
            "negates-anywhere" => Self::NegatesAnywhere,
            "supposes" => Self::Supposes,
            "allows" => Self::Allows,
            "reports" => Self::Reports,
            "retracts" => Self::Retracts,
            "lifts" => Self::Lifts,
            "elsewhere" => Self::Elsewhere,
            "partly" => Self::Partly,
            "recites" => Self::Recites,
            "reasons" => Self::Reasons,
            "follows" => Self::Follows,
            "ready" => Self::Ready,
            "until" => Self::Until,
            "quote" => Self::Quote,
            "from" => Self::From,
            "subject" => Self::Subject,
            "months" => Self::Months,
            "units" => Self::Units,
            "numbers" => Self::Numbers,
            "expires" => Self::Expires,
            "abbreviations" => Self::Abbreviations,
            says => {
                let (statement, detail) = match says.split_once(' ') {
                    Some((statement, detail)) => (Statement::find(statement)?, Some(Detail::find(detail)?)),
                    None => (Statement::find(says)?, None),
                };
                if detail.is_some_and(|detail| !statement.allows(detail)) {
                    return None;
                }
                Self::Says(statement, detail)
            }
        })
    }
}
