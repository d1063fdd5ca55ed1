//! Template: parse and fill; an unknown placeholder is an error when the template is loaded.
//!
//! In: `templates/letters/<language>/<kind>.txt`, compiled in, or the user's own text, which wins. Out: the
//! subject line and the blocks of a letter.
//!
//! The format, readable by a lawyer: front matter between two lines `---` (`subject`, `articles`: every article
//! the letter may cite), then paragraphs separated by blank lines. A line `## …` is a heading, lines `(a) …`,
//! `a) …`, `1) …` or `- …` are points, a line `~~~` is where the signature stands; a paragraph may run over
//! several lines. `{{ name }}` is a placeholder, `{% if … %}` a condition (minijinja, strict),
//! `{{ art("15(1)(c)") }}` a citation, `{{ ruling("C-154/21") }}` a ruling in brackets where it binds.
//! `{% include "greeting" %}` puts in a phrase of `phrases.txt` of the same language, where each phrase stands
//! under a line `=== name`. Swiss law has letters of its own: `<kind>.ch.txt` and phrases named `name.ch`.
//! Values are filled in as text: nothing in a profile or the directory is ever evaluated.

use std::fmt::Write as _;

use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};
use serde::Deserialize;

use super::block::{GUARD, blocks, one_line};
use super::cite::{FUNCTIONS, OWN, add_functions};
use super::filling::{Filling, placeholders};
use super::kind::Kind;
use super::{Block, Error};
use crate::law::article::{Article, Regime};
use crate::law::right::Right;
use crate::wording::Language;
use crate::yaml;

/// `(language, file stem, text)` of every letter, and of the phrases of each language.
static LETTERS: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// The file of the phrases that letters share.
const PHRASES: &str = "phrases";

/// Steps a template may take; a template of the user's may come from somebody else.
const FUEL: u64 = 100_000;

/// What a letter is about: all that decides which text it has and what it may cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// The language it is written in.
    pub language: Language,
    /// What kind of letter it is.
    pub kind: Kind,
    /// The right its case is about.
    pub right: Right,
    /// The law it cites.
    pub regime: Regime,
}

impl Matter {
    /// Describes a request for a right.
    pub fn request(right: Right, language: Language, regime: Regime) -> Self {
        Self { language, kind: Kind::Request(right), right, regime }
    }

    /// Returns the stem of its file: `access`, or `access.ch` under Swiss law.
    pub fn stem(self) -> String {
        match self.regime {
            Regime::Eu | Regime::Uk => self.kind.id().to_owned(),
            Regime::Ch => format!("{}.ch", self.kind.id()),
        }
    }
}

/// A text and the file it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// The file, as messages name it.
    pub file: &'a str,
}

/// What stands above a letter's text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The subject line, with placeholders.
    pub subject: String,
    /// The articles the letter may cite.
    pub articles: Vec<String>,
}

/// A letter's text, checked and ready to be filled.
#[derive(Debug)]
pub struct Template {
    matter: Matter,
    file: String,
    phrases_file: String,
    front: FrontMatter,
    subject_line: usize,
    environment: Environment<'static>,
}

impl Template {
    /// Returns the built-in letter for a matter.
    ///
    /// # Errors
    /// Fails if there is no such letter, naming the languages that have one.
    pub fn built_in(matter: Matter) -> Result<Self, Error> {
        Self::load(matter, None, None)
    }

    /// Returns the letter for a matter: the user's own text, else the built-in one, with the user's own phrases,
    /// else the built-in ones.
    ///
    /// # Errors
    /// Fails if there is no such letter, or the user's own is faulty.
    pub fn load(
        matter: Matter,
        own: Option<Source<'_>>,
        own_phrases: Option<Source<'_>>,
    ) -> Result<Self, Error> {
        if let Some(own) = own {
            return Self::parse(own, matter, own_phrases);
        }
        let stem = matter.stem();
        let text = built_in(matter.language, &stem).ok_or_else(|| Error::NoLetter {
            kind: matter.kind,
            regime: matter.regime,
            language: matter.language,
            languages: languages(&stem),
        })?;
        let file = format!("templates/letters/{}/{stem}.txt", matter.language);
        Self::parse(Source { text, file: &file }, matter, own_phrases)
    }

    /// Parses a letter's text, with phrases of the user's own or the built-in ones.
    ///
    /// # Errors
    /// Names the file, the line and the placeholders there are.
    pub fn parse(source: Source<'_>, matter: Matter, own_phrases: Option<Source<'_>>) -> Result<Self, Error> {
        let Source { text, file } = source;
        let text = &text.replace("\r\n", "\n");
        let (front, body) = split(text).ok_or_else(|| Error::Template {
            file: file.to_owned(),
            line: 1,
            reason: "a letter begins with front matter between two lines `---`".to_owned(),
        })?;
        let front: FrontMatter = yaml::read(front, file)?;
        // The body keeps its line numbers: lines of the front matter stand empty above it.
        let lines_above = text.lines().count().saturating_sub(body.lines().count());
        let body = format!("{}{body}", "\n".repeat(lines_above));
        let built_in_file = format!("templates/letters/{}/{PHRASES}.txt", matter.language);
        let phrases = own_phrases.unwrap_or_else(|| Source {
            text: built_in(matter.language, PHRASES).unwrap_or_default(),
            file: &built_in_file,
        });
        let mut template = Self {
            matter,
            file: file.to_owned(),
            phrases_file: phrases.file.to_owned(),
            subject_line: text.lines().position(|line| line.starts_with("subject:")).map_or(1, |at| at + 1),
            front,
            environment: environment(matter),
        };
        template.check_articles(text)?;
        template.add("subject", template.front.subject.clone(), text)?;
        template.add("body", body, text)?;
        for (name, phrase) in self::phrases(phrases.text) {
            template.add(&name, phrase, phrases.text)?;
        }
        Ok(template)
    }

    /// Returns what stands above the text.
    pub fn front(&self) -> &FrontMatter {
        &self.front
    }

    /// Returns what the letter is about.
    pub fn matter(&self) -> Matter {
        self.matter
    }

    /// Fills the letter: its subject line, its blocks, and those under the signature.
    ///
    /// # Errors
    /// Fails on what only shows while filling: a phrase or ruling that is not there, an article that such a letter
    /// cannot cite, an endless loop.
    pub fn fill(&self, filling: &Filling) -> Result<(String, Vec<Block>, Vec<Block>), Error> {
        let values = Value::from(Serde(filling));
        let render = |name: &str| -> Result<String, Error> {
            let template = self.environment.get_template(name);
            let text = template.and_then(|template| template.render(values.clone()));
            let text = text.map_err(|error| self.fault(&error))?;
            Ok(with_one_full_stop(text, [&filling.controller, &filling.company]))
        };
        let (above, below) = blocks(&render("body")?);
        Ok((one_line(&render("subject")?), above, below))
    }

    /// Tells whether the letter says a choice, by its name among the placeholders: `because` of `chosen.because`.
    pub fn says(&self, choice: &str) -> bool {
        let body = self.environment.get_template("body");
        body.is_ok_and(|body| body.undeclared_variables(true).contains(&format!("chosen.{choice}")))
    }

    fn add(&mut self, name: &str, text: String, whole: &str) -> Result<(), Error> {
        let added = self.environment.add_template_owned(name.to_owned(), text);
        added.map_err(|error| self.fault(&error))?;
        let template = self.environment.get_template(name).map_err(|error| self.fault(&error))?;
        let known = placeholders();
        let is_known = |name: &str| FUNCTIONS.contains(&name) || known.iter().any(|known| known == name);
        let mut unknown: Vec<String> =
            template.undeclared_variables(true).into_iter().filter(|name| !is_known(name)).collect();
        unknown.sort();
        match unknown.into_iter().next() {
            None => Ok(()),
            Some(name) => {
                let line = whole.lines().position(|line| names(line, &name)).map_or(1, |index| index + 1);
                let reason = format!("unknown placeholder `{name}`; there are {}", known.join(", "));
                Err(Error::Template { file: self.file_of(template.name()).to_owned(), line, reason })
            }
        }
    }

    /// Holds the articles of the front matter against what such a letter may cite.
    fn check_articles(&self, text: &str) -> Result<(), Error> {
        let line = text.lines().position(|line| line.starts_with("articles:")).map_or(1, |at| at + 1);
        let refuse = |reason| Err(Error::Template { file: self.file.clone(), line, reason });
        for named in &self.front.articles {
            match named.parse::<Article>() {
                Err(reason) => return refuse(format!("`{named}`: {reason}")),
                Ok(article) if !self.cites(&article) => {
                    let kind = self.matter.kind;
                    return refuse(format!("a letter of the kind {kind} cannot cite article {named}"));
                }
                Ok(_) => {}
            }
        }
        Ok(())
    }

    /// A later letter belongs to cases of several rights, and British law has the letters of the Regulation; the
    /// front matter names what any of them may cite.
    fn cites(&self, article: &Article) -> bool {
        let Matter { kind, regime, .. } = self.matter;
        let regimes: &[Regime] = match regime {
            Regime::Eu | Regime::Uk => &[Regime::Eu, Regime::Uk],
            Regime::Ch => &[Regime::Ch],
        };
        let may = |right: &Right| regimes.iter().any(|regime| kind.may_cite(article, *right, *regime));
        Right::ALL.iter().filter(|right| kind.suits(**right, regime)).any(may)
    }

    fn file_of(&self, name: &str) -> &str {
        if matches!(name, "subject" | "body") { &self.file } else { &self.phrases_file }
    }

    fn fault(&self, error: &minijinja::Error) -> Error {
        // The outermost error is that of the letter; what is at fault may be a phrase inside it.
        let mut error = error;
        while let Some(inner) = std::error::Error::source(error).and_then(|inner| inner.downcast_ref()) {
            error = inner;
        }
        let name = error.name().unwrap_or("body");
        let line = if name == "subject" { self.subject_line } else { error.line().unwrap_or(1) };
        // The library's detail may repeat values; its kind and line never do.
        let own = error.detail().and_then(|detail| detail.strip_prefix(OWN));
        let reason = match (own, error.kind()) {
            (Some(own), _) => own.to_owned(),
            (None, ErrorKind::TemplateNotFound) => {
                let mut names: Vec<&str> = self.environment.templates().map(|(name, _)| name).collect();
                names.retain(|name| !matches!(*name, "subject" | "body"));
                names.sort_unstable();
                format!("there is no such phrase; there are {}", names.join(", "))
            }
            (None, kind) => kind.to_string(),
        };
        Error::Template { file: self.file_of(name).to_owned(), line, reason }
    }
}

/// A name that ends in a full stop (`Inc.`) ends the sentence it stands last in.
fn with_one_full_stop(text: String, names: [&String; 2]) -> String {
    let is_name = |name: &&String| name.ends_with('.') && name.contains(char::is_alphanumeric);
    let ends = names.into_iter().filter(is_name);
    ends.fold(text, |text, name| text.replace(&format!("{name}."), name))
}

fn environment(matter: Matter) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) => {
            let written = out.write_char(GUARD).and_then(|()| out.write_str(text));
            written.map_err(|_| minijinja::Error::from(ErrorKind::WriteFailure))
        }
        None => minijinja::escape_formatter(out, state, value),
    });
    add_functions(&mut environment, matter);
    environment
}

/// Returns every letter there is, as (language, file stem).
pub fn letters() -> impl Iterator<Item = (&'static str, &'static str)> {
    LETTERS.iter().map(|(language, stem, _)| (*language, *stem)).filter(|(_, stem)| *stem != PHRASES)
}

/// Returns the built-in texts of letters and phrases with their languages, placeholders and all.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    LETTERS.iter().map(|(language, _, text)| (*language, *text))
}

/// Tells whether there is a built-in letter for a matter.
pub fn is_written(matter: Matter) -> bool {
    built_in(matter.language, &matter.stem()).is_some()
}

/// Returns the built-in text of a letter or of the phrases.
fn built_in(language: Language, stem: &str) -> Option<&'static str> {
    let wanted = |(code, own, _): &&(&str, &str, &str)| *code == language.code() && *own == stem;
    LETTERS.iter().find(wanted).map(|(_, _, text)| *text)
}

fn languages(stem: &str) -> Vec<String> {
    letters().filter(|(_, own)| *own == stem).map(|(language, _)| language.to_owned()).collect()
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("---\n")?.split_once("\n---\n")
}

/// The phrases of a file, each with empty lines above it, so that its lines keep their numbers.
fn phrases(text: &str) -> Vec<(String, String)> {
    let mut phrases: Vec<(String, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("=== "), phrases.last_mut()) {
            (Some(name), _) => phrases.push((name.trim().to_owned(), "\n".repeat(index + 1))),
            (None, Some((_, phrase))) => {
                phrase.push_str(line);
                phrase.push('\n');
            }
            // What stands above the first phrase explains the file.
            (None, None) => {}
        }
    }
    phrases
}

fn names(line: &str, placeholder: &str) -> bool {
    let inside = line.contains("{{") || line.contains("{%");
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    inside && line.split(|c: char| !is_part(c)).any(|word| word == placeholder)
}
