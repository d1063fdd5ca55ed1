//! import: what they hold about you.
//!
//! In: what a company sent (zip, folder, file), opened by `container`, and the recipes. Out: an
//! [`answer::Answer`]: whose it is, the ledger of every file and row, and what the records add up to. Reading never
//! fails as a whole; what could not be read is a finding.
//!
//! ```text
//! container ─ members ─ format ─ rows ─ apply (recipe) or generic ─ records ─ totals
//!                 └──────────────── coverage: every member, every row ────────┘
//! ```
//!
//! Members are read in parallel and merged in their order, so that the same answer gives the same result. Not here:
//! showing it (`report`), keeping it (`tracker`).

pub mod answer;
pub mod container;
pub mod coverage;
pub mod currency;
pub mod explain;
pub mod record;
pub mod rows;
pub mod table;
pub mod totals;

mod folder;
mod glob;
mod recipe;
mod recognise;

mod amount;
mod apply;
mod billing;
pub(crate) mod fold;
mod format;
mod generic;
mod month;
mod reading;
mod scope;
mod tally;
mod value;
mod within;

use std::collections::BTreeMap;
use std::sync::Mutex;

use rayon::iter::{IntoParallelRefIterator, ParallelBridge, ParallelIterator};
use secrecy::SecretString;

pub use self::fold::fold;
pub use self::generic::{KIND as GENERIC_KIND, Told, naming};
pub use self::recipe::{Certainty, Checked, Columns, Lack, Note, Recipes, Summary, check, draft};

use self::answer::{Answer, Recognition};
use self::container::{Archive, Fate, Member};
use self::coverage::{Account, Coverage, FINDINGS_LISTED_IN_ALL_MAX, State};
use self::explain::explained;
use self::glob::{Glob, folded_path};
use self::reading::{Outcome, Reader};
use self::recipe::Recipe;
use self::recognise::{Fit, recognise};
use self::record::Record;
use self::scope::Scopes;
use self::totals::Totals;
use crate::finding::{Code, Finding, Place};
use crate::law::category::Category;

/// How the user wants an answer read.
#[derive(Debug, Default, Clone)]
pub struct Options {
    /// The password of encrypted archives.
    pub password: Option<SecretString>,
    /// The company, where the user says it instead of leaving it to recognition.
    pub company: Option<String>,
    /// Whether the limits on size and number are lifted.
    pub allow_large: bool,
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Members read.
    pub members_done: u64,
    /// Members of the archive.
    pub members: u64,
    /// Bytes read, uncompressed.
    pub bytes_done: u64,
}

/// Is shown the records of an answer, one at a time.
pub trait Visitor {
    /// Takes a record; it lives no longer than its row.
    fn record(&mut self, record: &Record<'_>);

    /// Forgets what it was shown of the current member, which is read again because only its end told day from month.
    fn restart(&mut self);

    /// A member begins.
    fn member(&mut self) {}
}

/// Shows every record of an answer again, in parallel: each member has a visitor of its own, and they come back in
/// the order of the members.
pub fn visit<V: Visitor + Send>(
    archive: &Archive,
    recipes: &Recipes,
    options: &Options,
    visitor: impl Fn() -> V + Sync,
) -> Vec<V> {
    let scopes = Scopes::new(archive, &recognise(archive, recipes, options), recipes, options);
    let visited = archive.members.par_iter().map(|member| {
        let mut visitor = visitor();
        visitor.member();
        Reader::new(archive, &scopes, options).read(member, Some(&mut visitor));
        visitor
    });
    visited.collect()
}

/// Shows every record of an answer again, in its order.
pub fn visit_in_order(archive: &Archive, recipes: &Recipes, options: &Options, visitor: &mut dyn Visitor) {
    let scopes = Scopes::new(archive, &recognise(archive, recipes, options), recipes, options);
    let reader = Reader::new(archive, &scopes, options);
    for member in &archive.members {
        visitor.member();
        reader.read(member, Some(&mut *visitor));
    }
}

/// Reads an answer.
pub fn read(
    archive: &Archive,
    recipes: &Recipes,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Answer {
    let fits = recognise(archive, recipes, options);
    let scopes = Scopes::new(archive, &fits, recipes, options);
    let (mut accounts, mut totals) = read_members(archive, &scopes, options, progress);
    settle_copies(archive, &mut accounts);

    let mut findings = archive.findings.clone();
    findings.extend(totals.settle_bills());
    let own: Vec<&Recipe> = whose(&fits, options).flat_map(|fit| recipes.of(&fit.recipe.company)).collect();
    findings.extend(several(archive, &scopes));
    findings.extend(absent(&own, &accounts));
    findings.extend(unmentioned(&own, &totals));
    Answer {
        explained: explained(archive, &own, options),
        lacks: own.iter().flat_map(|recipe| recipe.lacks.iter().cloned()).collect(),
        found_at: Vec::new(),
        received: archive.received.clone(),
        company: company(&fits, options),
        coverage: Coverage::sum(&accounts, findings.len() as u64),
        accounts,
        totals,
        findings,
    }
}

/// Says whose answer it is, without reading it; none where nobody is recognised or said.
pub fn sender(archive: &Archive, recipes: &Recipes, options: &Options) -> Option<Recognition> {
    company(&recognise(archive, recipes, options), options)
}

/// The company's own recipe first; one that many companies use speaks for itself only where nobody is known or said.
fn whose<'f, 'r>(fits: &'f [Fit<'r>], options: &Options) -> impl Iterator<Item = &'f Fit<'r>> {
    let own = fits.iter().find(|fit| !fit.recipe.shared);
    own.or_else(|| fits.first().filter(|_| options.company.is_none())).into_iter()
}

fn company(fits: &[Fit<'_>], options: &Options) -> Option<Recognition> {
    let said = |id: &String| Recognition {
        id: id.clone(),
        confidence: 100,
        evidence: Vec::new(),
        learned_from: None,
        certainty: None,
    };
    // A layout that many companies use says nothing about whose answer it is.
    let own = fits.iter().find(|fit| !fit.recipe.shared);
    own.map(|fit| fit.recognition.clone()).or_else(|| options.company.as_ref().map(said))
}

/// Says that an upload holds the answers of several companies.
fn several(archive: &Archive, scopes: &Scopes<'_>) -> Option<Finding> {
    let companies = scopes.companies();
    let received = archive.received.first().map(|received| received.name.clone()).unwrap_or_default();
    let finding = Finding::new(Code::SeveralCompanies, Place::file(received));
    (companies.len() > 1).then(|| finding.with("companies", companies.join(", ")))
}

fn read_members(
    archive: &Archive,
    scopes: &Scopes<'_>,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> (Vec<Account>, Totals) {
    let merger =
        Mutex::new(Merger { accounts: Vec::with_capacity(archive.members.len()), ..Merger::default() });
    batches(&archive.members).enumerate().par_bridge().for_each(|(number, members)| {
        let reader = Reader::new(archive, scopes, options);
        let mut batch = Batch::default();
        for member in members {
            batch.take(reader.read(member, None));
        }
        let mut merger = merger.lock().expect("no thread panics while it merges");
        merger.members_done += batch.accounts.len() as u64;
        merger.bytes_done += batch.accounts.iter().map(|account| account.bytes).sum::<u64>();
        merger.take(number, batch);
        let (members_done, bytes_done) = (merger.members_done, merger.bytes_done);
        progress(Progress { members_done, members: archive.members.len() as u64, bytes_done });
    });
    let merger = merger.into_inner().expect("no thread panics while it merges");
    (merger.accounts, merger.totals)
}

/// Members read one after the other by one thread, and the bytes they may have together: small ones cost less to read than
/// to hand over.
const BATCH_MEMBERS: usize = 256;
const BATCH_BYTES: u64 = 256 << 10;

/// Divides members into batches, in their order; a large one stands alone.
fn batches(members: &[Member]) -> impl Iterator<Item = &[Member]> {
    let mut rest = members;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |member: &&Member| {
            bytes = u64::saturating_add(bytes, member.bytes);
            bytes <= BATCH_BYTES
        };
        let count = rest.iter().take(BATCH_MEMBERS).take_while(fits).count().max(1);
        let (batch, behind) = rest.split_at_checked(count)?;
        rest = behind;
        Some(batch)
    })
}

/// What the members of a batch gave, in their order.
#[derive(Default)]
struct Batch {
    accounts: Vec<Account>,
    totals: Totals,
}

impl Batch {
    fn take(&mut self, outcome: Outcome) {
        self.accounts.push(outcome.account);
        self.totals.merge(outcome.totals);
    }
}

/// Puts the batches back into their order, each as soon as all before it are there.
#[derive(Default)]
struct Merger {
    accounts: Vec<Account>,
    totals: Totals,
    waiting: BTreeMap<usize, Batch>,
    merged: usize,
    members_done: u64,
    bytes_done: u64,
    findings_listed: usize,
}

impl Merger {
    fn take(&mut self, number: usize, batch: Batch) {
        self.waiting.insert(number, batch);
        while let Some(batch) = self.waiting.remove(&self.merged) {
            self.merged += 1;
            for mut account in batch.accounts {
                if self.findings_listed > FINDINGS_LISTED_IN_ALL_MAX {
                    account.findings.truncate(1);
                }
                self.findings_listed += account.findings.len();
                self.accounts.push(account);
            }
            self.totals.merge(batch.totals);
        }
    }
}

/// A copy of an empty member is empty too: "they hold nothing here" was said about both.
fn settle_copies(archive: &Archive, accounts: &mut [Account]) {
    for (index, member) in archive.members.iter().enumerate() {
        let Fate::CopyOf(first) = member.fate else { continue };
        let Some(original) = accounts.get(first).cloned() else { continue };
        let Some(copy) = accounts.get_mut(index) else { continue };
        copy.format = original.format;
        copy.kind = original.kind;
        copy.category = original.category;
        if original.state == State::Empty {
            copy.state = State::Empty;
            copy.findings = vec![Finding::new(Code::ReceivedEmpty, Place::file(&copy.path))];
            copy.findings_total = 1;
        }
    }
}

/// Finds files that answers of the company usually contain and this one does not.
fn absent(recipes: &[&Recipe], accounts: &[Account]) -> Vec<Finding> {
    if recipes.is_empty() {
        return Vec::new();
    }
    let paths: Vec<String> = accounts.iter().map(|account| folded_path(&account.path)).collect();
    // One list of the company's stands for all of its files.
    let is_listed = recipes.iter().any(|recipe| recipe.expected.is_some());
    let listed = recipes.iter().filter(|recipe| !is_listed || recipe.expected.is_some());
    let expected = listed.flat_map(|recipe| recipe.expected());
    let is_absent = |names: &&[Glob]| !names.iter().any(|glob| paths.iter().any(|path| glob.matches(path)));
    let finding = |names: &[Glob]| {
        let name = names.first().map(Glob::written).unwrap_or_default();
        Finding::new(Code::FileAbsent, Place::file(name))
    };
    expected.filter(is_absent).map(finding).collect()
}

/// Finds categories that the company's notice announces and of which nothing came.
fn unmentioned(recipes: &[&Recipe], totals: &Totals) -> Vec<Finding> {
    let announced =
        recipes.iter().flat_map(|recipe| recipe.announces.iter().map(|category| (&recipe.company, category)));
    let is_absent = |(_, category): &(&String, &Category)| !totals.categories.contains_key(category);
    let finding = |(company, category): (&String, &Category)| {
        Finding::new(Code::AnnouncedAbsent, Place::file(company.as_str())).with("category", category.id())
    };
    announced.filter(is_absent).map(finding).collect()
}
