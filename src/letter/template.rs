//! Template: parse and fill; an unknown placeholder is an error when the template is loaded.
//!
//! In: `templates/letters/<language>/<right>.txt`, compiled in, or the user's own text, which wins. Out: the
//! subject line and the blocks of a letter.
//!
//! The format, readable by a lawyer: front matter between two lines `---` (`subject`, `articles`), then
//! paragraphs separated by blank lines. A line `## …` is a heading, lines `(a) …`, `a) …` or `- …` are
//! points; a paragraph may run over several lines. `{{ name }}` is a placeholder, `{% if … %}` a condition
//! (minijinja, strict). Values are filled in as text: nothing in a profile or the directory is ever
//! evaluated.

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use serde::{Deserialize, Serialize};

use super::{Block, Error};
use crate::law::right::Right;
use crate::wording::Language;
use crate::yaml;

/// `(language, right, text)` of every letter.
const LETTERS: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// Steps a template may take; a template of the user's may come from somebody else.
const FUEL: u64 = 100_000;

/// What a letter may name. The field names are the placeholders.
#[derive(Debug, Clone, Serialize)]
pub struct Filling {
    /// The person's full name.
    pub name: String,
    /// The address answers should come to.
    pub email: String,
    /// What people call the company.
    pub company: String,
    /// The legal entity, or the company's name where it is not known.
    pub controller: String,
    /// Whether the legal entity is known.
    pub controller_known: bool,
    /// Whether the controller's name leaves open which company is meant.
    pub named_apart: bool,
    /// The case reference.
    pub reference: String,
    /// Label and value of each identifier.
    pub identifiers: Vec<Identified>,
    /// Whether rulings of the Court of Justice bind this controller.
    pub european: bool,
    /// The name of the law: `RGPD`, `UK GDPR`.
    pub regulation: String,
}

/// An identifier in a letter.
#[derive(Debug, Clone, Serialize)]
pub struct Identified {
    /// Its name in the letter's language.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// The placeholders a template may use; a test holds them against [`Filling`].
pub const PLACEHOLDERS: &[&str] = &[
    "name",
    "email",
    "company",
    "controller",
    "controller_known",
    "named_apart",
    "reference",
    "identifiers",
    "european",
    "regulation",
];

/// What stands above a letter's text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The subject line, with placeholders.
    pub subject: String,
    /// The articles the letter rests on.
    pub articles: Vec<String>,
}

/// A letter's text, checked and ready to be filled.
#[derive(Debug)]
pub struct Template {
    file: String,
    front: FrontMatter,
    environment: Environment<'static>,
}

impl Template {
    /// Returns the built-in letter for a right.
    ///
    /// # Errors
    /// Fails if there is no such letter, naming the languages that have one.
    pub fn built_in(language: Language, right: Right) -> Result<Self, Error> {
        let wanted = |(code, id, _): &&(&str, &str, &str)| *code == language.code() && *id == right.id();
        match LETTERS.iter().find(wanted) {
            Some((code, id, text)) => Self::parse(text, &format!("templates/letters/{code}/{id}.txt")),
            None => Err(Error::NoLetter { right, language, languages: languages(right) }),
        }
    }

    /// Parses a letter's text.
    ///
    /// # Errors
    /// Names the file, the line and the placeholders there are.
    pub fn parse(text: &str, file: &str) -> Result<Self, Error> {
        let (front, body) = split(text).ok_or_else(|| Error::Template {
            file: file.to_owned(),
            line: 1,
            reason: "no front matter".to_owned(),
        })?;
        let front: FrontMatter = yaml::read(front, file)?;
        // The body keeps its line numbers: lines of the front matter stand empty above it.
        let lines_above = text.lines().count().saturating_sub(body.lines().count());
        let body = format!("{}{body}", "\n".repeat(lines_above));
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        for (name, source) in [("subject", front.subject.clone()), ("body", body)] {
            let added = environment.add_template_owned(name, source);
            added.map_err(|error| template_error(&error, file))?;
        }
        let template = Self { file: file.to_owned(), front, environment };
        template.check_placeholders(text)?;
        Ok(template)
    }

    /// Returns what stands above the text.
    pub fn front(&self) -> &FrontMatter {
        &self.front
    }

    /// Fills the letter: its subject line and its blocks.
    ///
    /// # Errors
    /// Fails on what only shows while filling (an endless loop, an operation on the wrong kind of value).
    pub fn fill(&self, filling: &Filling) -> Result<(String, Vec<Block>), Error> {
        let values = Value::from(Serde(filling));
        let render = |name: &str| {
            let template = self.environment.get_template(name);
            let text = template.and_then(|template| template.render(values.clone()));
            text.map_err(|error| template_error(&error, &self.file))
        };
        Ok((one_line(&render("subject")?), blocks(&render("body")?)))
    }

    fn check_placeholders(&self, text: &str) -> Result<(), Error> {
        for (_, template) in self.environment.templates() {
            let mut unknown: Vec<String> = template
                .undeclared_variables(false)
                .into_iter()
                .filter(|name| !PLACEHOLDERS.contains(&name.as_str()))
                .collect();
            unknown.sort();
            if let Some(name) = unknown.into_iter().next() {
                let line = text.lines().position(|line| names(line, &name)).map_or(1, |index| index + 1);
                let reason = format!("unknown placeholder `{name}`; there are {}", PLACEHOLDERS.join(", "));
                return Err(Error::Template { file: self.file.clone(), line, reason });
            }
        }
        Ok(())
    }
}

/// Returns every letter there is, as (language, right id).
pub fn letters() -> impl Iterator<Item = (&'static str, &'static str)> {
    LETTERS.iter().map(|(language, right, _)| (*language, *right))
}

fn languages(right: Right) -> Vec<String> {
    letters().filter(|(_, id)| *id == right.id()).map(|(language, _)| language.to_owned()).collect()
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("---\n")?.split_once("\n---\n")
}

fn names(line: &str, placeholder: &str) -> bool {
    let inside = line.contains("{{") || line.contains("{%");
    inside && line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == placeholder)
}

fn template_error(error: &minijinja::Error, file: &str) -> Error {
    // The library's detail may repeat values; its kind and line never do.
    Error::Template {
        file: file.to_owned(),
        line: error.line().unwrap_or(1),
        reason: error.kind().to_string(),
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Cuts a filled text into blocks.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain(std::iter::once("")) {
        if let Some(point) = point(line) {
            flush(&mut paragraph, &mut blocks);
            match blocks.last_mut() {
                Some(Block::Points(points)) => points.push(point),
                Some(Block::Paragraph(_) | Block::Heading(_)) | None => {
                    blocks.push(Block::Points(vec![point]))
                }
            }
        } else if let Some(heading) = line.strip_prefix("## ") {
            flush(&mut paragraph, &mut blocks);
            blocks.push(Block::Heading(heading.to_owned()));
        } else if line.is_empty() {
            flush(&mut paragraph, &mut blocks);
        } else {
            paragraph.push(line);
        }
    }
    blocks
}

/// Ends a paragraph. Lines that follow a point without a blank line belong to it.
fn flush(paragraph: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    if !paragraph.is_empty() {
        blocks.push(Block::Paragraph(paragraph.join(" ")));
        paragraph.clear();
    }
}

/// A labelled point as the language writes it: `(a) …`, `a) …`, `- …`.
fn point(line: &str) -> Option<(String, String)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some(("–".to_owned(), text.to_owned()));
    }
    let (label, text) = line.split_once(") ")?;
    let bare = label.strip_prefix('(').unwrap_or(label);
    let is_short = (1..=2).contains(&bare.len())
        && bare.chars().all(|character| character.is_ascii_lowercase() || character.is_ascii_digit());
    is_short.then(|| (format!("{label})"), text.to_owned()))
}
