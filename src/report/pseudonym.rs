//! Pseudonym: a report that can be handed on, without who it is about.
//!
//! In: a report and what is known of the person (the profile). Out: the same report with every identifier of the person and of
//! others replaced. The same value has the same pseudonym throughout; nothing links two reports.
//!
//! It keeps by permission, not by prohibition: counts, sums, months, categories; what a company concluded, where that is said in
//! everyday words only (`everyday`); who received or supplied data, where it is a known company or a recipe
//! says that the column names companies; the names of fields, sheets and kinds that a recipe names or that are everyday words. None of it
//! stays if it is a secret (`secret`). Everything else that came from the answer (names of files, other names of fields, every cell,
//! every query, place, device and address) becomes a pseudonym, in whatever form it was written. The case, its reference, the hash of the archive and the letters' sentences are left out.
//!
//! Not here: anonymity in the law's sense. Who knows the person may still recognise a life in dates and sums.

use std::collections::{BTreeMap, BTreeSet};

use super::everyday::Everyday;
use super::model::{Fact, FileCount, Holding, List, Listed, Report, Step, Topic};
use super::secret::{Secrets, may_hold_birth};
use super::words::{Words, role_id};
use crate::directory::known::{carries_legal_form, is_of_natural_persons};
use crate::finding::{Place, Position};
use crate::import::coverage::State;
use crate::import::record::Role;
use crate::import::totals::Sample;

/// Facts of findings that are counts and sizes; what else is a number may be that of somebody.
const COUNTED: [&str; 5] = ["bytes", "count", "expected", "found", "max"];

/// Facts of findings that are words of this program, or of a format.
const OWN: [&str; 4] = ["category", "encoding", "flag", "format"];

impl Report {
    /// Replaces what identifies the person and others; `known` is what the profile says of the person, and `is_company` tells
    /// whether a name is that of a company.
    #[must_use]
    pub fn without_identity(mut self, known: &[String], is_company: &dyn Fn(&str) -> bool) -> Self {
        let secrets = Secrets::of(&self, known);
        let described = self.ledger.members.iter().filter(|member| member.state == State::Mapped);
        let mut masks = Masks {
            secrets,
            described: described.map(|member| member.path.clone()).collect(),
            is_company,
            everyday: Everyday::known(),
            stayed: BTreeSet::new(),
            given: BTreeMap::new(),
            counts: BTreeMap::new(),
            words: Words::of(self.language),
        };
        masks.report(&mut self);
        self
    }
}

struct Masks<'c> {
    secrets: Secrets,
    /// The files that a recipe describes.
    described: BTreeSet<String>,
    is_company: &'c dyn Fn(&str) -> bool,
    everyday: &'static Everyday,
    /// The entries of lists that stay as they are.
    stayed: BTreeSet<String>,
    /// The number each value got, by what it is.
    given: BTreeMap<(&'static str, String), usize>,
    counts: BTreeMap<&'static str, usize>,
    words: Words,
}

impl Masks<'_> {
    fn report(&mut self, report: &mut Report) {
        report.case = None;
        report.import = None;
        report.imports.clear();
        // A command may name the home, and with it whose it is.
        "habeas".clone_into(&mut report.program);
        if let Some(recognition) = &mut report.recognition {
            recognition.evidence.clear();
        }
        // It names files and columns, and nobody looked whether it is only documentation.
        report.explained.clear();
        for received in &mut report.received {
            received.name = self.file(&received.name);
            received.sha256 = String::new();
        }
        self.list(&mut report.conclusions);
        self.list(&mut report.sharing.recipients);
        self.list(&mut report.sharing.sources);
        for announced in &mut report.sharing.announced {
            announced.found.iter_mut().for_each(|place| self.place(place));
        }
        report.holdings.iter_mut().for_each(|holding| self.holding(holding));
        self.list(&mut report.searches);
        let traces = &mut report.traces;
        for list in
            [&mut traces.identifiers, &mut traces.devices, &mut traces.ip_addresses, &mut traces.places]
        {
            self.list(list);
        }
        self.list(&mut report.sensitive.profiles);
        self.files(&mut report.sensitive.others_files);
        self.files(&mut report.sensitive.special_files);
        self.gaps(report);
        for member in &mut report.ledger.members {
            member.path = self.file(&member.path);
            member.format = self.plain("file", &member.format);
        }
        for group in &mut report.findings.groups {
            self.place(&mut group.finding.place);
            group.places.iter_mut().for_each(|place| self.place(place));
            for (name, fact) in &mut group.finding.facts {
                let is_number = fact.chars().all(|letter| letter.is_ascii_digit());
                match name.as_str() {
                    // The path of another file.
                    "original" => *fact = self.file(fact),
                    name if is_number && COUNTED.contains(&name) => {}
                    name if OWN.contains(&name) => *fact = self.plain("field", fact),
                    _ => *fact = self.named(fact),
                }
            }
        }
        report.summary.facts.iter_mut().for_each(|fact| self.fact(fact));
        report.summary.since = report.holdings.iter().filter_map(|holding| holding.first).min();
        report.summary.until = report.holdings.iter().filter_map(|holding| holding.last).max();
        report
            .summary
            .facts
            .retain(|fact| fact.topic != Topic::Oldest || !fact.category.is_some_and(may_hold_birth));
        report.summary.steps.retain(|step| !matches!(step, Step::Command { .. } | Step::WholeCase { .. }));
    }

    fn gaps(&mut self, report: &mut Report) {
        let gaps = &mut report.gaps;
        gaps.retention = None;
        for point in &mut gaps.points {
            point.quote = None;
            point.contradicted = false;
            point.place.iter_mut().for_each(|place| self.place(place));
        }
        for paths in [
            &mut gaps.empty_files,
            &mut gaps.refused_files,
            &mut gaps.documents,
            &mut gaps.letters,
            &mut gaps.foreign_letters,
        ] {
            paths.iter_mut().for_each(|path| *path = self.file(path));
        }
    }

    fn fact(&mut self, fact: &mut Fact) {
        match fact.topic {
            Topic::Inferences | Topic::Recipients | Topic::Obtained => {
                fact.examples.retain(|example| self.stayed.contains(example));
            }
            Topic::Special
            | Topic::Others
            | Topic::Profiles
            | Topic::Oldest
            | Topic::Searches
            | Topic::Places
            | Topic::IpAddresses
            | Topic::Identifiers
            | Topic::Devices
            | Topic::Spending => fact.examples.clear(),
        }
        fact.places.iter_mut().for_each(|place| self.place(place));
    }

    fn list(&mut self, list: &mut List) {
        let id = role_id(list.role);
        for Listed { text, place, .. } in &mut list.entries {
            let is_described = self.described.contains(&place.file);
            let is_of_company = match list.role {
                // A recipe says which column it is, not what people wrote into it.
                Role::Inference => self.everyday.says(text),
                // Nor does a company's column keep out who trades under a name of their own.
                Role::Recipient | Role::Source => {
                    is_described && !is_of_natural_persons(text) || self.is_company(text)
                }
                Role::Identifier
                | Role::Device
                | Role::IpAddress
                | Role::Location
                | Role::Query
                | Role::Profile => false,
            };
            if is_of_company && self.secrets.may_stand(text) {
                self.stayed.insert(text.clone());
            } else {
                *text = self.masked(id, text);
            }
            self.place(place);
        }
    }

    /// Tells whether a text is a company's name: with its legal form, or known and nobody's name besides.
    fn is_company(&self, text: &str) -> bool {
        (self.is_company)(text) && (carries_legal_form(text) || !self.everyday.is_of_somebody(text))
    }

    fn holding(&mut self, holding: &mut Holding) {
        let may_hold_birth = may_hold_birth(holding.category);
        for (kind, _) in &mut holding.kinds {
            *kind = self.named(kind);
        }
        self.files(&mut holding.files);
        for unexplained in &mut holding.unexplained {
            unexplained.file = self.file(&unexplained.file);
            unexplained.column = self.named(&unexplained.column);
        }
        if may_hold_birth {
            // A date of birth is a date, too.
            (holding.first, holding.last) = (None, None);
            holding.months.clear();
        }
        for Sample { place, when, title, fields, .. } in &mut holding.rows {
            self.place(place);
            *title = None;
            if may_hold_birth {
                *when = None;
            }
            for (name, value) in fields {
                *name = self.named(name);
                if !value.trim().is_empty() {
                    *value = self.masked("value", value);
                }
            }
        }
    }

    fn files(&mut self, files: &mut [FileCount]) {
        files.iter_mut().for_each(|file| file.path = self.file(&file.path));
    }

    fn place(&mut self, place: &mut Place) {
        place.file = self.file(&place.file);
        place.position = match place.position.take() {
            Some(Position::Sheet(sheet, row)) => Some(Position::Sheet(self.named(&sheet), row)),
            // A path may be made of names.
            Some(Position::Path(_)) | None => None,
            Some(position @ (Position::Row(_) | Position::Line(..))) => Some(position),
        };
    }

    fn file(&mut self, path: &str) -> String {
        let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        let known = [
            "csv", "json", "xlsx", "xls", "ods", "html", "pdf", "txt", "eml", "zip", "xml", "vcf", "ics",
            "jpg", "png", "mp4",
        ];
        let extension = extension.filter(|extension| known.contains(&extension.as_str()));
        let masked = self.masked("file", path);
        extension.map_or(masked.clone(), |extension| format!("{masked}.{extension}"))
    }

    /// A word of a format where it is plain and names nobody, else a pseudonym.
    fn plain(&mut self, what: &'static str, text: &str) -> String {
        if self.secrets.may_stand(text) { text.to_owned() } else { self.masked(what, text) }
    }

    /// The name of a field, a sheet or a kind where it is known and names nobody, else a pseudonym: where a table has no header, or a
    /// tree keeps people by their names, it is what somebody is called.
    fn named(&mut self, name: &str) -> String {
        let stays = self.everyday.names(name) && self.secrets.may_stand(name);
        if stays { name.to_owned() } else { self.masked("field", name) }
    }

    fn masked(&mut self, what: &'static str, text: &str) -> String {
        let count = self.counts.entry(what).or_default();
        let number = *self.given.entry((what, text.to_owned())).or_insert_with(|| {
            *count += 1;
            *count
        });
        self.words.with(&format!("pseudonym-{what}"), &[("number", &number.to_string())])
    }
}
