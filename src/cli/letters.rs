//! Letters: what a company wrote, as texts with names.
//!
//! In: files the user named, files kept with a case, or documents inside of an answer. Out: [`Document`]s for the audit: a text
//! file as it is, a mail's own text and its attached texts, the words of a PDF, those of a page that a reader sees; each
//! without the older mail below it; and the names of what holds no text this program reads. And what the person wrote.
//!
//! Not here: what the texts say (`report::audit`).

use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::config::read_file;
use super::failure::{Failure, Kind};
use crate::finding::Place;
use crate::import::container::{Archive, Member, open_bytes};
use crate::import::record::Record;
use crate::import::{Options, Recipes, Visitor, visit_in_order};
use crate::inbox::html::to_text;
use crate::inbox::message::Mail;
use crate::inbox::own_words::above_older_mail;
use crate::inbox::rule::built_in;
use crate::law::content::{Point, Presence};
use crate::letter::template;
use crate::report::audit::{Asked, Document, language_of};
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind, Evidence, Part};
use crate::tracker::store::Store;

/// Largest letter that is read, in bytes: a mail may carry the whole answer.
const LETTER_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Bytes of a page of which is known what a reader sees.
const PAGE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// The name under which a judgement is kept.
pub(super) const JUDGEMENT: &str = "audit.json";

/// Letters, and what could not be read as one.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) documents: Vec<Document>,
    pub(super) unread: Vec<String>,
}

/// What the person confirmed or corrected, point by point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Judgement {
    pub(super) points: Vec<Judged>,
}

/// One point of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Judged {
    pub(super) point: Point,
    pub(super) presence: Presence,
    /// Whether the person says otherwise than the program found.
    pub(super) corrected: bool,
    /// The sentence that was found, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) quote: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<String>,
}

impl Letters {
    /// Takes the text of a file by its name.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) {
        let extension = Path::new(name).extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            Some("txt" | "text" | "md") => self.documents.push(document(name, &decoded(bytes))),
            Some("eml") => self.mail(name, bytes),
            Some("pdf" | "html" | "htm") => self.printed(name, bytes),
            Some(_) | None => self.unread.push(name.to_owned()),
        }
    }

    /// A PDF or a page is read as an answer of one file, and what stands in it is its text.
    fn printed(&mut self, name: &str, bytes: &[u8]) {
        let options = Options::default();
        let opened = open_bytes(name, bytes.to_vec(), &options);
        let texts = opened.map(|archive| texts(&archive, &Recipes::built_in(), &options)).unwrap_or_default();
        let text = texts.into_iter().map(|document| document.text).collect::<Vec<_>>().join("\n");
        if text.trim().is_empty() {
            self.unread.push(name.to_owned());
        } else {
            self.documents.push(document(name, &text));
        }
    }

    /// Takes the documents inside of an answer, by their paths.
    pub(super) fn inside(
        &mut self,
        mut archive: Archive,
        paths: &[String],
        recipes: &Recipes,
        options: &Options,
    ) {
        archive.members.retain(|member| paths.contains(&member.path));
        let found = texts(&archive, recipes, options);
        let has_words = |document: &Document| !document.text.trim().is_empty();
        let found = found.into_iter().filter(has_words);
        self.documents.extend(found.map(|found| document(&found.name, &found.text)));
        let is_read = |path: &&String| self.documents.iter().any(|document| document.name == **path);
        let unread: Vec<String> = paths.iter().filter(|path| !is_read(path)).cloned().collect();
        self.unread.extend(unread);
    }

    fn mail(&mut self, name: &str, bytes: &[u8]) {
        let (mail, _) = Mail::parse(bytes, &Place::file(name));
        if mail.text.trim().is_empty() {
            self.unread.push(name.to_owned());
        } else {
            self.documents.push(document(name, &mail.text));
        }
        for attachment in mail.attachments {
            let named = attachment.name.unwrap_or_default();
            // A mail in a mail would be read as often as somebody nested it.
            if !named.to_ascii_lowercase().ends_with(".eml") {
                self.add(&format!("{name}!/{named}"), &attachment.bytes);
            }
        }
    }
}

/// A text without the older mail below it.
fn document(name: &str, text: &str) -> Document {
    let text = above_older_mail(text, built_in());
    Document { name: name.to_owned(), text: text.to_owned() }
}

/// What the person wrote, and a reply may quote: the letters of the case, and the built-in ones in the languages of the documents.
pub(super) fn asked(
    file: Option<&CaseFile>,
    documents: &[Document],
    store: &Store,
) -> Result<Asked, Failure> {
    if documents.is_empty() {
        return Ok(Asked::default());
    }
    let mut letters: Vec<String> = Vec::new();
    if let Some(file) = file {
        let is_ours = |event: &&Event| matches!(event.kind.part(), Part::Letter | Part::LaterLetter);
        let written = file.events.iter().filter(is_ours).flat_map(|event| &event.files);
        for evidence in written.filter(|evidence| evidence.name.ends_with(".txt")) {
            letters.push(decoded(&bytes(evidence, file, store)?));
        }
    }
    let spoken: Vec<&str> = documents.iter().filter_map(language_of).collect();
    let templates = template::texts().filter(|(language, _)| spoken.contains(language)).map(|(_, text)| text);
    Ok(Asked::of(letters.iter().map(String::as_str).chain(templates)))
}

/// The words of every member, in the order in which they stand, without those that nobody sees on a page.
fn texts(archive: &Archive, recipes: &Recipes, options: &Options) -> Vec<Document> {
    let mut texts = Texts::default();
    visit_in_order(archive, recipes, options, &mut texts);
    let mut documents = texts.documents;
    for member in archive.members.iter().filter(|member| is_page(&member.path)) {
        if let Some(document) = documents.iter_mut().find(|document| document.name == member.path)
            && let Some(page) = page_of(archive, member, options)
        {
            document.text = seen_on(&page, &document.text);
        }
    }
    documents
}

fn is_page(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".html") || path.ends_with(".htm")
}

/// The page that a member is, as far as it is no longer than letters are.
fn page_of(archive: &Archive, member: &Member, options: &Options) -> Option<String> {
    let mut bytes = Vec::new();
    let read =
        member.read(archive, options, |reader| reader.take(PAGE_BYTES_MAX).read_to_end(&mut bytes).is_ok());
    read.ok().filter(|reading| reading.value).map(|_| decoded(&bytes))
}

/// The lines of a text that a reader of the page sees.
fn seen_on(page: &str, text: &str) -> String {
    let seen = letters_of(&without_links(&to_text(page)));
    // Lines stand in the order of the page: the next one is looked for behind the last.
    let mut at = 0;
    let mut is_seen = |line: &&str| {
        let line = letters_of(line);
        let behind = seen.get(at..).and_then(|rest| rest.find(&line)).map(|found| at + found);
        let found = behind.or_else(|| seen.find(&line));
        at = found.map_or(at, |found| found + line.len());
        found.is_some()
    };
    text.lines().filter(|line| is_seen(line)).collect::<Vec<_>>().join("\n")
}

fn letters_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The text of a page without the addresses that stand behind the words of links.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('<') {
        plain += before;
        rest = match link.split_once('>') {
            Some((address, after)) if address.contains("://") && !address.contains(char::is_whitespace) => {
                after
            }
            Some(_) | None => link,
        };
    }
    plain + rest
}

/// Collects what is written, member by member.
#[derive(Default)]
struct Texts {
    documents: Vec<Document>,
    /// Documents before the current member.
    before: usize,
}

impl Visitor for Texts {
    fn record(&mut self, record: &Record<'_>) {
        let name = &record.place.file;
        if self.documents.len() == self.before {
            self.documents.push(Document { name: name.clone(), text: String::new() });
        }
        let Some(document) = self.documents.last_mut() else { return };
        let values = record.fields.iter().map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        for value in values {
            if !document.text.is_empty() {
                document.text.push('\n');
            }
            document.text.push_str(value);
        }
    }

    fn restart(&mut self) {
        self.documents.truncate(self.before);
    }

    fn member(&mut self) {
        self.before = self.documents.len();
    }
}

/// UTF-8, or where it is not, the single-byte code that old programs write.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Reads the files the user named; their names without the folders above them.
pub(super) fn named(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let read = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, read_file(path, LETTER_BYTES_MAX)?))
    };
    paths.iter().map(read).collect()
}

/// The letters that were kept with a case: proofs of what the controller said, and what was audited before.
pub(super) fn kept(file: &CaseFile, store: &Store) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let speaks = |kind| matches!(kind, EventKind::Answered | EventKind::Refused | EventKind::Audited);
    let events = file.events.iter().filter(|event| speaks(event.kind));
    let mut evidence: Vec<&Evidence> = events.flat_map(|event| &event.files).collect();
    evidence.retain(|evidence| evidence.given_name() != JUDGEMENT && evidence.bytes <= LETTER_BYTES_MAX);
    let mut seen = Vec::new();
    evidence.retain(|evidence| {
        let is_new = !seen.contains(&evidence.sha256);
        seen.push(evidence.sha256.clone());
        is_new
    });
    evidence.into_iter().map(|evidence| Ok((evidence.name.clone(), bytes(evidence, file, store)?))).collect()
}

/// What the person judged last of the last answer, if anything: what was judged before it came is about no answer, or about
/// another one.
pub(super) fn judgement(file: &CaseFile, store: &Store) -> Result<Option<Judgement>, Failure> {
    let answered = file.events.iter().filter(|event| event.kind == EventKind::Answered);
    let answered = answered.map(|event| event.on).max();
    let audits = file.events.iter().rev().filter(|event| event.kind == EventKind::Audited);
    let last = audits.into_iter().find(|event| answered.is_some_and(|answered| answered <= event.on));
    let kept = last.and_then(|event| event.files.iter().find(|it| it.given_name() == JUDGEMENT));
    let Some(evidence) = kept else { return Ok(None) };
    let bytes = bytes(evidence, file, store)?;
    let judgement = serde_json::from_slice(&bytes).map_err(|_| {
        let reference = &file.case.reference;
        Failure::new(Kind::Input, format!("{} of case {reference} is no judgement", evidence.name))
            .hint(format!("habeas audit {reference} --yes"))
    })?;
    Ok(Some(judgement))
}

fn bytes(evidence: &Evidence, file: &CaseFile, store: &Store) -> Result<Vec<u8>, Failure> {
    let path = store.case_folder(&file.case.reference).join(&evidence.name);
    let bytes = read_file(&path, u64::MAX)?;
    store.check_evidence(evidence, &bytes)?;
    Ok(bytes)
}
