//! Answers: what was imported for a case, each by itself and all together.
//!
//! In: a case reference and the store. Out: its imports ([`Answers`]), which are one answer (`report::whole`), and the letters inside of
//! them. Not here: what is missing in them (`report::gaps`).

use std::collections::BTreeMap;

use super::report_with;
use crate::cli::again::{Asking, open};
use crate::cli::config::Config;
use crate::cli::failure::Failure;
use crate::cli::letters::Letters;
use crate::cli::recipe;
use crate::import::Options;
use crate::import::answer::Answer;
use crate::report::model::{ImportLine, ImportRole};
use crate::report::whole::{Part, Whole};
use crate::tracker::store::{Import, Store};

/// Bytes of the letters that are read inside of an answer: a page of megabytes is data, and its sentences take minutes. Of a PDF
/// most is fonts and pictures.
const LETTERS_BYTES_MAX: u64 = 1 << 20;
const PDF_BYTES_OF_TEXT: u64 = 16;

/// The imports of a case.
pub(in crate::cli) struct Answers {
    /// Each by itself, in the order in which they were read.
    each: Vec<Import<Answer>>,
    /// What they are together, where there are several.
    whole: Option<Whole>,
    /// All of them as one import, under the id of the latest.
    pub(in crate::cli) together: Import<Answer>,
}

impl Answers {
    /// Takes the imports of a case from the store; none where it has none.
    pub(in crate::cli) fn of_case(reference: &str, store: &Store) -> Result<Option<Self>, Failure> {
        let listed = store.imports()?.into_iter().filter(|it| it.reference.as_deref() == Some(reference));
        let mut each = Vec::new();
        for import in listed {
            each.push(store.import::<Answer>(&import.id)?);
        }
        let Some(latest) = each.last().cloned() else { return Ok(None) };
        if each.len() == 1 {
            return Ok(Some(Self { each, whole: None, together: latest }));
        }
        let parts: Vec<Part<'_>> =
            each.iter().map(|it| Part { import: &it.id, read_on: it.read_on, answer: &it.answer }).collect();
        let whole = Whole::of(&parts);
        let company = each.iter().rev().find_map(|import| import.company.clone());
        let together = Import { company, answer: whole.answer.clone(), ..latest };
        Ok(Some(Self { each, whole: Some(whole), together }))
    }

    /// Import by import, where there are several.
    pub(in crate::cli) fn lines(&self) -> Vec<ImportLine> {
        self.whole.as_ref().map(|whole| whole.imports.clone()).unwrap_or_default()
    }

    /// The imports that are in the whole answer, each with what stands before the paths of its files.
    pub(in crate::cli) fn parts(&self) -> Vec<(Import<Answer>, String)> {
        let Some(whole) = &self.whole else {
            return self.each.iter().map(|import| (import.clone(), String::new())).collect();
        };
        let lines = self.each.iter().zip(&whole.imports).enumerate();
        let shown = lines.filter(|(_, (_, line))| line.role == ImportRole::Shown);
        shown.map(|(number, (import, _))| (import.clone(), whole.label(number).to_owned())).collect()
    }

    /// The imports but one.
    pub(in crate::cli) fn others(&self, id: &str) -> Vec<String> {
        self.each.iter().filter(|other| other.id != id).map(|other| other.id.clone()).collect()
    }

    /// Reads the letters inside of all of them. For a password is asked at most for the latest.
    pub(in crate::cli) fn read_letters(
        &self,
        letters: &mut Letters,
        (options, asking): (&Options, Asking),
        config: &Config,
        store: &Store,
    ) -> Result<(), Failure> {
        let plain = Options::default();
        for (number, import) in self.each.iter().enumerate() {
            let is_latest = import.id == self.together.id;
            let how = if is_latest { (options, asking) } else { (&plain, Asking::MayNot) };
            let (read, unread) = (letters.documents.len(), letters.unread.len());
            inside(import, letters, how, config, store)?;
            let Some(whole) = &self.whole else { continue };
            let documents = letters.documents.iter_mut().skip(read).map(|document| &mut document.name);
            for name in documents.chain(letters.unread.iter_mut().skip(unread)) {
                *name = whole.name(number, name);
            }
        }
        Ok(())
    }
}

/// Reads the documents inside of an answer, where it still is; where it is not they are named as unread.
pub(super) fn inside(
    import: &Import<Answer>,
    letters: &mut Letters,
    (options, asking): (&Options, Asking),
    config: &Config,
    store: &Store,
) -> Result<(), Failure> {
    let documents =
        report_with(Some(import), None, Vec::new(), BTreeMap::new(), config, store)?.gaps.documents;
    let (documents, long) = short(import, documents);
    letters.unread.extend(long);
    if documents.is_empty() {
        return Ok(());
    }
    match open(import, (&[], asking), options, &config.program(), config) {
        Ok((archive, options)) => letters.inside(archive, &documents, &recipe::own(config)?, &options),
        Err(_) => letters.unread.extend(documents),
    }
    Ok(())
}

/// Divides documents of an answer into those that are short enough to be letters, and the others.
fn short(import: &Import<Answer>, documents: Vec<String>) -> (Vec<String>, Vec<String>) {
    let accounts = import.answer.accounts.iter();
    let bytes: BTreeMap<&str, u64> = accounts.map(|account| (account.path.as_str(), account.bytes)).collect();
    let mut left = LETTERS_BYTES_MAX;
    documents.into_iter().partition(|path| {
        let bytes = bytes.get(path.as_str()).copied().unwrap_or_default();
        let is_pdf = path.to_lowercase().ends_with(".pdf");
        let text = if is_pdf { bytes / PDF_BYTES_OF_TEXT } else { bytes };
        let is_short = text <= left;
        left -= if is_short { text } else { 0 };
        is_short
    })
}
