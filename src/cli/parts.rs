//! Parts: what an import id or a case reference means to a command that reads answers again.
//!
//! In: an import id, or a case reference, all of whose imports are one answer as in its report (`report::whole`). Out: the
//! answer ([`Parts`]), and its archives opened ([`Opened`]), shown record by record as if they were one. The files of several
//! imports are called as in the report: after what was received.
//!
//! Not here: where an answer is and whether it is the same one (`again`).

use std::borrow::Cow;
use std::path::PathBuf;

use super::again::{Asking, open};
use super::config::{Config, as_reference};
use super::failure::Failure;
use super::report;
use super::report::answers::Answers;
use crate::finding::Place;
use crate::import::answer::Answer;
use crate::import::container::Archive;
use crate::import::record::Record;
use crate::import::{Options, Recipes, Visitor, visit, visit_in_order};
use crate::report::whole::named;
use crate::tracker::store::{Import, Store};

/// One answer and the imports it came in.
pub(super) struct Parts {
    /// Its imports, each with what stands before the paths of its files; nothing where there is one.
    pub(super) each: Vec<(Import<Answer>, String)>,
    /// All of them as one import, under the id of the latest.
    pub(super) together: Import<Answer>,
}

impl Parts {
    /// Returns what is meant by an import id, which is that import alone, or by a case reference.
    ///
    /// # Errors
    /// Fails where there is no such import, or the case has none.
    pub(super) fn of(id: &str, store: &Store) -> Result<Self, Failure> {
        let id = as_reference(id);
        let answers = if id.starts_with("HB-") { Answers::of_case(&id, store)? } else { None };
        let each = match &answers {
            Some(answers) => answers.parts(),
            None => vec![(report::import(&id, store)?, String::new())],
        };
        let together = match (each.as_slice(), answers) {
            ([(only, _)], _) => only.clone(),
            (_, Some(answers)) => answers.together,
            (_, None) => report::import(&id, store)?,
        };
        Ok(Self { each, together })
    }

    /// What the answer is called: by its case where it came in several imports.
    pub(super) fn id(&self) -> &str {
        let case = self.together.reference.as_deref().filter(|_| self.each.len() > 1);
        case.unwrap_or(&self.together.id)
    }

    /// Opens all imports of the answer. Paths say where the answer is now; of several imports each takes those that are its own.
    ///
    /// # Errors
    /// Fails, naming what is needed, if one is not where it was or is another one.
    pub(super) fn open(
        &self,
        (from, asking): (&[PathBuf], Asking),
        options: &Options,
        hint: &str,
        config: &Config,
    ) -> Result<Opened, Failure> {
        let mut opened = Opened(Vec::new());
        for (import, label) in &self.each {
            let from = (from, asking, self.each.len());
            let (archive, options) = one_of(import, from, options, hint, config)?;
            opened.0.push((archive, options, label.clone()));
        }
        Ok(opened)
    }
}

/// Opens one of so many imports: of several each at the path that holds it, else where it was.
///
/// # Errors
/// As [`open`].
pub(super) fn one_of(
    import: &Import<Answer>,
    (from, asking, of): (&[PathBuf], Asking, usize),
    options: &Options,
    hint: &str,
    config: &Config,
) -> Result<(Archive, Options), Failure> {
    let at = |from: &[PathBuf]| open(import, (from, asking), options, hint, config);
    if of == 1 {
        return at(from);
    }
    let moved = from.iter().find_map(|path| at(std::slice::from_ref(path)).ok());
    moved.map_or_else(|| at(&[]), Ok)
}

/// The archives of one answer.
pub(super) struct Opened(Vec<(Archive, Options, String)>);

impl Opened {
    /// Shows every record, as [`visit`] does.
    pub(super) fn visit<V: Visitor + Send>(
        &self,
        recipes: &Recipes,
        visitor: impl Fn() -> V + Sync,
    ) -> Vec<V> {
        let of = |(archive, options, label): &(Archive, Options, String)| {
            let labelled = || Labelled { label, inner: visitor() };
            visit(archive, recipes, options, labelled).into_iter().map(|it| it.inner).collect::<Vec<V>>()
        };
        self.0.iter().flat_map(of).collect()
    }

    /// Shows every record in the order of the answer, as [`visit_in_order`] does, and returns who looked.
    pub(super) fn visit_in_order<V: Visitor>(&self, recipes: &Recipes, mut visitor: V) -> V {
        for (archive, options, label) in &self.0 {
            let mut labelled = Labelled { label, inner: visitor };
            visit_in_order(archive, recipes, options, &mut labelled);
            visitor = labelled.inner;
        }
        visitor
    }
}

/// Passes records on with their files named as in the whole answer.
struct Labelled<'l, V> {
    label: &'l str,
    inner: V,
}

impl<V: Visitor> Visitor for Labelled<'_, V> {
    fn record(&mut self, record: &Record<'_>) {
        if self.label.is_empty() {
            return self.inner.record(record);
        }
        let place = Place { file: named(self.label, &record.place.file), ..record.place.as_ref().clone() };
        self.inner.record(&Record { place: Cow::Owned(place), ..record.clone() });
    }

    fn restart(&mut self) {
        self.inner.restart();
    }

    fn member(&mut self) {
        self.inner.member();
    }
}
