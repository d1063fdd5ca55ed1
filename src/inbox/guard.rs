//! Guard: what stands around a phrase and takes its meaning away.
//!
//! In: a sentence, the one after it, the guards of its language, the words of a phrase found in it. Out: a [`Guard`],
//! or none where the sentence says plainly what its phrase shows. "We do not refuse your request" denies a refusal;
//! "should we refuse it" says none yet; "it was refused by mistake" takes one back.
//!
//! A negation reaches over its clause; what it follows closely it denies, the rest it makes doubtful. One that is part
//! of the phrase itself ("cannot comply") is what the phrase means, and others beside it add nothing. A condition, a report or a
//! mistake reaches over the sentence up to a semicolon, a possibility ("may") over its clause, a mistake also from the
//! next sentence. What the law allows ("extendable by two months") announces nothing in its clause, and makes an
//! announcement beside it doubtful. In doubt a phrase is doubtful: then a person is asked. Not here: which phrases there are (`rule`), and what is asked (`proposal`).

use super::phrase::{Pattern, Sentence, Word};
use super::rule::{Guards, Rule, Tongue};
use super::statement::{Detail, Statement};

/// Words between a negation and the phrase it surely denies; farther away it makes the phrase doubtful.
const NEAR_WORDS_MAX: usize = 4;

/// Words of an insertion between commas ("at this time") over which a negation reaches.
const INSERTION_WORDS_MAX: usize = 5;

/// What takes a phrase's meaning away, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// The sentence may say something else.
    Doubtful(Hedge),
    /// The sentence says that it is not so.
    Denied,
}

closed_list! {
    /// Why a phrase may not mean what it shows.
    pub enum Hedge {
        /// A negation stands in its clause.
        Negation = "negation";
        /// It is said under a condition, or as a possibility.
        Condition = "condition";
        /// It is asked, not told.
        Question = "question";
        /// It is quoted, or what somebody else said.
        Report = "report";
        /// It is called a mistake, or is about something else.
        Retraction = "retraction";
    }
}

/// A sentence, and what in it can guard a phrase.
pub struct Guarded<'a> {
    sentence: &'a Sentence,
    /// The clause of each word, and the part of the sentence up to a semicolon it is in.
    clauses: Vec<usize>,
    parts: Vec<usize>,
    quoted: Vec<bool>,
    /// The words of each negation, and whether it reaches backwards.
    negations: Vec<(Vec<usize>, bool)>,
    lifts: Vec<Vec<usize>>,
    supposes: Vec<Vec<usize>>,
    allows: Vec<Vec<usize>>,
    reports: Vec<Vec<usize>>,
    recites: Vec<Vec<usize>>,
    is_taken_back: bool,
    is_elsewhere: bool,
    is_partly: bool,
}

impl<'a> Guarded<'a> {
    /// Finds what can guard a phrase in a sentence.
    pub fn new(sentence: &'a Sentence, next: Option<&Sentence>, tongue: &Tongue) -> Self {
        let guards = &tongue.guards;
        let lifts = places(&guards.lifts, sentence);
        let unlifted = |patterns: &[Pattern]| {
            let mut found = places(patterns, sentence);
            found.retain(|words| !lifts.iter().any(|lift| overlap(lift, words)));
            found
        };
        let forward = unlifted(&guards.negates).into_iter().map(|words| (words, false));
        let anywhere = unlifted(&guards.negates_anywhere).into_iter().map(|words| (words, true));
        let takes_back = |sentence: &Sentence| {
            let lifts = places(&guards.lifts, sentence);
            let found = places(&guards.retracts, sentence);
            found.iter().any(|words| !lifts.iter().any(|lift| overlap(lift, words)))
        };
        Self {
            sentence,
            clauses: clauses(sentence, guards),
            parts: numbered(sentence, |_, word| word.before.contains(';')),
            quoted: quoted(sentence),
            negations: forward.chain(anywhere).collect(),
            supposes: unlifted(&guards.supposes),
            allows: unlifted(&guards.allows),
            reports: unlifted(&guards.reports),
            recites: places(&guards.recites, sentence),
            is_taken_back: takes_back(sentence) || next.is_some_and(takes_back),
            is_elsewhere: has(&guards.elsewhere, sentence),
            is_partly: has(&guards.partly, sentence) || next.is_some_and(|next| begins(&guards.partly, next)),
            lifts,
        }
    }

    /// Says what guards a phrase, given the numbers of its words.
    pub fn guard(&self, phrase: &[usize], rule: &Rule) -> Option<Guard> {
        // Art. 12(3): an extension is notified, with its reasons; that it can be had is the law's word.
        if rule.statement == Statement::Extends
            && let Some(recited) = self.recited(phrase)
        {
            return Some(recited);
        }
        let negated = self.negated(phrase);
        if negated == Some(Guard::Denied) {
            let is_doubtful = rule.detail.is_some_and(is_reason_of_a_negation);
            return if is_doubtful { Some(Guard::Doubtful(Hedge::Negation)) } else { negated };
        }
        negated.or_else(|| self.hedge(phrase, rule.statement).map(Guard::Doubtful))
    }

    /// Says whether a phrase is part of what the law allows, or stands beside it.
    fn recited(&self, phrase: &[usize]) -> Option<Guard> {
        let is_of = |words: &Vec<usize>| {
            overlap(words, phrase) || words.iter().any(|at| self.shares(&self.clauses, *at, phrase))
        };
        if self.recites.iter().any(is_of) {
            return Some(Guard::Denied);
        }
        (!self.recites.is_empty()).then_some(Guard::Doubtful(Hedge::Condition))
    }

    fn negated(&self, phrase: &[usize]) -> Option<Guard> {
        let (first, last) = (*phrase.first()?, *phrase.last()?);
        if self.negations.iter().any(|(words, _)| overlap(words, phrase)) {
            return None;
        }
        let mut guard = None;
        for (words, reaches_back) in &self.negations {
            let Some(&at) = words.first() else { continue };
            let end = words.last().copied().unwrap_or(at);
            if self.is_excepted(at, first) {
                continue;
            }
            let distance = if at > last { at - last } else { first.saturating_sub(end) };
            if self.shares(&self.clauses, at, phrase) {
                if distance <= NEAR_WORDS_MAX && (at < last || *reaches_back) {
                    return Some(Guard::Denied);
                }
                guard = Some(Guard::Doubtful(Hedge::Negation));
            } else if self.is_beyond_insertion(at, first) {
                guard = Some(Guard::Doubtful(Hedge::Negation));
            }
        }
        guard
    }

    /// "Not without": what lifts a negation stands between it and the phrase.
    fn is_excepted(&self, negation: usize, phrase: usize) -> bool {
        let between = |words: &Vec<usize>| words.first().is_some_and(|at| negation < *at && *at <= phrase);
        self.lifts.iter().any(between)
    }

    /// Tells whether only a few words between two commas part a negation from the phrase after it.
    fn is_beyond_insertion(&self, negation: usize, phrase: usize) -> bool {
        let clause = |at: usize| self.clauses.get(at).copied().unwrap_or_default();
        let length = self.clauses.iter().filter(|of| **of == clause(negation) + 1).count();
        clause(negation) + 2 == clause(phrase) && length <= INSERTION_WORDS_MAX
    }

    fn hedge(&self, phrase: &[usize], statement: Statement) -> Option<Hedge> {
        let is_question = self.sentence.text.ends_with('?') && !statement.is_asked();
        // That something has arrived is said beside conditions of all kinds.
        let reach = if statement == Statement::Acknowledged { &self.clauses } else { &self.parts };
        let guards = |found: &[Vec<usize>], reach: &[usize]| {
            found.iter().any(|words| {
                !words.iter().all(|word| phrase.contains(word))
                    && words.first().is_some_and(|at| self.shares(reach, *at, phrase))
            })
        };
        if self.is_elsewhere && may_be_of_another_matter(statement) {
            Some(Hedge::Retraction)
        } else if self.is_partly && statement == Statement::NothingHeld {
            Some(Hedge::Condition)
        } else if self.is_taken_back && statement != Statement::Acknowledged {
            Some(Hedge::Retraction)
        } else if guards(&self.supposes, reach) || guards(&self.allows, &self.clauses) {
            Some(Hedge::Condition)
        } else if guards(&self.reports, reach) || phrase.iter().all(|at| self.is_quoted(*at)) {
            Some(Hedge::Report)
        } else {
            is_question.then_some(Hedge::Question)
        }
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    fn shares(&self, reach: &[usize], at: usize, phrase: &[usize]) -> bool {
        phrase.iter().any(|word| reach.get(*word) == reach.get(at))
    }
}

/// Tells whether a detail is a reason for which a thing cannot be done: "for the rights of others we cannot show it"
/// refuses by the negation, "they do not stand against it" grants.
fn is_reason_of_a_negation(detail: Detail) -> bool {
    match detail {
        Detail::OthersRights | Detail::LegalDuty => true,
        Detail::Document
        | Detail::Confirmation
        | Detail::Particulars
        | Detail::Form
        | Detail::Account
        | Detail::Excessive
        | Detail::Unidentified
        | Detail::NotController
        | Detail::NotCovered
        | Detail::Attached
        | Detail::Link => false,
    }
}

/// Tells whether a statement is made of refunds, warranties and newsletters as well as of requests.
fn may_be_of_another_matter(statement: Statement) -> bool {
    match statement {
        Statement::Refuses | Statement::Extends | Statement::Erased => true,
        Statement::Acknowledged
        | Statement::AsksIdentity
        | Statement::AsksClarification
        | Statement::UseForm
        | Statement::WantsFee
        | Statement::NothingHeld
        | Statement::Delivers
        | Statement::WrongAddress
        | Statement::Unrelated => false,
    }
}

fn has(patterns: &[Pattern], sentence: &Sentence) -> bool {
    patterns.iter().any(|pattern| pattern.find(sentence).is_some())
}

/// Tells whether a sentence begins with one of the patterns.
fn begins(patterns: &[Pattern], sentence: &Sentence) -> bool {
    patterns.iter().any(|pattern| pattern.places(sentence).any(|words| words.first() == Some(&0)))
}

fn places(patterns: &[Pattern], sentence: &Sentence) -> Vec<Vec<usize>> {
    patterns.iter().flat_map(|pattern| pattern.places(sentence)).collect()
}

fn overlap(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|word| other.contains(word))
}

/// Numbers the clauses: a mark parts them, or a word with which one begins.
fn clauses(sentence: &Sentence, guards: &Guards) -> Vec<usize> {
    let words = &sentence.words;
    let begins = |word: &Word| guards.clause.contains(&word.folded) || is_parted(word);
    numbered(sentence, |at, word| {
        let rest = words.get(at + 1..).unwrap_or_default();
        let clause = || [word].into_iter().chain(rest.iter().take_while(|next| !begins(next)));
        let goes_on = || {
            guards.joins.contains(&word.folded) || clause().any(|word| guards.carries.contains(&word.folded))
        };
        guards.clause.contains(&word.folded) || (is_parted(word) && !(word.before.trim() == "," && goes_on()))
    })
}

/// Tells whether a mark stands before a word that parts clauses; the comma in a figure does not.
fn is_parted(word: &Word) -> bool {
    let is_figure = word.before == "," && word.folded.starts_with(|c: char| c.is_ascii_digit());
    let has_mark = word.before.chars().any(|c| ",;:()–—".contains(c)) || word.before.contains(" - ");
    has_mark && !is_figure
}

/// Numbers the parts of a sentence, a new one where the function says so of a word and its number.
fn numbered(sentence: &Sentence, begins: impl Fn(usize, &Word) -> bool) -> Vec<usize> {
    let mut number = 0;
    let words = sentence.words.iter().enumerate().map(|(at, word)| {
        number += usize::from(begins(at, word));
        number
    });
    words.collect()
}

/// Tells of each word whether it stands between quotation marks.
fn quoted(sentence: &Sentence) -> Vec<bool> {
    let mut is_open = false;
    let words = sentence.words.iter().map(|word| {
        for mark in word.before.chars() {
            is_open = match mark {
                '«' | '„' => true,
                '»' | '”' => false,
                // German closes with the mark with which English opens.
                '“' | '"' => !is_open,
                _ => is_open,
            };
        }
        is_open
    });
    words.collect()
}
