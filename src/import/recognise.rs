//! Recognise: whose answer it is.
//!
//! In: the names in an archive and the recipes. Out: the companies it may be of, surest first, with the evidence.
//! Names decide where they can. The headers and the senders of mails are only looked at in parts of the upload (see
//! `scope`) about which names say nothing, if they have few members: all of an answer, or what lies beside one.
//!
//! Confidence of a recognition by signs: 30, plus 35 for each strong sign and 25 for each weak one, at most 99;
//! one strong sign or two weak ones are needed. Weak names alone (`Profil.csv`) make a company only where the tables under them do
//! not deny it: one of them must be of a layout the recipe knows. 100 is what the user said.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use super::Options;
use super::answer::Recognition;
use super::container::{Archive, Fate, Member};
use super::fold::fold;
use super::format::{self, Cell, Flow, Format, FormatFinding, Lists, RowPlace, Sink};
use super::glob::{Glob, Parts, folded_path};
use super::recipe::{File, Recipe, Recipes, Weight};
use super::scope;

/// Members of which the headers are looked at, in all.
const MEMBERS_LOOKED_INTO: usize = 20;

/// Endings of files whose first line tells whether their layout is known.
const TABLES: &[&str] = &["csv", "tsv", "xlsx", "xls", "ods"];

/// Evidence listed.
const EVIDENCE_MAX: usize = 12;

const BASE: u32 = 30;
const STRONG: u32 = 35;
const WEAK: u32 = 25;
const SURE: u32 = 99;

/// A recipe that fits, and why.
pub(crate) struct Fit<'r> {
    pub(crate) recipe: &'r Recipe,
    pub(crate) recognition: Recognition,
    /// The parts of the upload whose contents say so; none where names do.
    pub(crate) parts: BTreeSet<String>,
}

/// Returns the recipes that fit, surest first; those that only a part beside the answer of another speaks for come last.
pub(crate) fn recognise<'r>(archive: &Archive, recipes: &'r Recipes, options: &Options) -> Vec<Fit<'r>> {
    if let Some(company) = &options.company {
        return said(company, recipes);
    }
    let names = Names::of(archive);
    let parts = names.parts();
    let may_be = |glob: &Glob| glob.may_be_among(&parts);
    let by_names = |recipe| by_names(recipe, &names, &may_be);
    let named = recipes.all.iter().filter_map(by_names).filter(|named| !is_denied(named, archive, options));
    let mut fits: Vec<Fit<'r>> = named.map(|named| named.fit).collect();
    let surest_first = |fit: &Fit<'_>| std::cmp::Reverse(fit.recognition.confidence);
    fits.sort_by_key(surest_first);
    let seen: Vec<(&str, Headers)> = silent_parts(archive, &fits, recipes)
        .map(|(part, members)| (part, headers(archive, &members, options)))
        .collect();
    let mut beside: Vec<Fit<'r>> = recipes
        .all
        .iter()
        .filter(|recipe| fits.is_empty() || !recipe.shared)
        .filter_map(|recipe| by_content(recipe, &seen))
        .collect();
    beside.sort_by_key(surest_first);
    fits.extend(beside);
    fits
}

/// Returns the parts of an upload in which no name says whose they are, with their members; only as many as may be looked into.
fn silent_parts<'a>(
    archive: &'a Archive,
    fits: &[Fit<'_>],
    recipes: &Recipes,
) -> impl Iterator<Item = (&'a str, Vec<&'a Member>)> {
    let mut parts: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    for member in archive.members.iter().filter(|member| member.fate == Fate::Read) {
        parts.entry(scope::part(&member.path)).or_default().push(member);
    }
    let known: Vec<&Recipe> = fits.iter().flat_map(|fit| recipes.of(&fit.recipe.company)).collect();
    let is_known = |member: &&Member| {
        let path = folded_path(&member.path);
        known.iter().any(|recipe| recipe.names(&path))
    };
    let mut left = MEMBERS_LOOKED_INTO;
    parts.retain(|_, members| {
        let may = members.len() <= left && !members.iter().any(is_known);
        left -= if may { members.len() } else { 0 };
        may
    });
    parts.into_iter()
}

/// Takes the user's word: their company's recipes, national records of a family included, and those of programs that many
/// companies use.
fn said<'r>(company: &str, recipes: &'r Recipes) -> Vec<Fit<'r>> {
    let is_of = |recipe: &&Recipe| {
        let of_family = company.strip_prefix(recipe.company.as_str());
        recipe.shared || of_family.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let fit = |recipe: &'r Recipe| Fit {
        recipe,
        recognition: Recognition {
            id: company.to_owned(),
            confidence: 100,
            evidence: Vec::new(),
            learned_from: Some(recipe.learned_from.clone()),
            certainty: Some(recipe.certainty),
        },
        parts: BTreeSet::new(),
    };
    recipes.all.iter().filter(is_of).map(fit).collect()
}

/// The names in an answer, each to match and to show.
struct Names<'a> {
    /// As they stand: those of the files received, then those of the members.
    full: Vec<(String, &'a str)>,
    received: usize,
    /// Bytes of the folders that all members have in common, folded and as they stand; people add such folders when they
    /// unpack and pack again.
    above: (usize, usize),
}

impl<'a> Names<'a> {
    fn of(archive: &'a Archive) -> Self {
        let received = archive.received.iter().map(|received| received.name.as_str());
        let members = archive.members.iter().filter(|member| member.fate != Fate::Noise);
        let paths: Vec<&str> = members.map(|member| member.path.as_str()).collect();
        let above = common_folders(&paths);
        let common = paths.first().and_then(|path| path.get(..above)).unwrap_or_default();
        Self {
            full: received.chain(paths.iter().copied()).map(folded).collect(),
            received: archive.received.len(),
            above: (folded_path(common).len(), above),
        }
    }

    /// Returns the names without the folders all have in common; none where there are no such folders. Only patterns of whole
    /// paths can tell them from the full ones.
    fn bare(&self) -> impl Iterator<Item = (&str, &'a str)> {
        let (folded_above, above) = self.above;
        let members = self.full.iter().skip(if above == 0 { self.full.len() } else { self.received });
        members.filter_map(move |(path, name)| Some((path.get(folded_above..)?, name.get(above..)?)))
    }

    /// Returns what the names are made of. Every pattern of every recipe is asked of every answer, and most are of other
    /// companies' files: that is found out once, and not name by name.
    fn parts(&self) -> Parts<'_> {
        let split = self.full.iter().map(|(path, _)| path.rsplit_once('/').unwrap_or(("", path.as_str())));
        let (above, files): (BTreeSet<&str>, BTreeSet<&str>) = split.unzip();
        let all = self.full.iter().map(|(path, _)| path.as_str()).chain(self.bare().map(|(path, _)| path));
        Parts {
            folders: above.into_iter().flat_map(|above| above.split('/')).collect(),
            files,
            tops: all.filter(|path| !path.contains('/')).collect(),
        }
    }

    /// Returns the first name a pattern matches.
    fn first(&self, glob: &Glob) -> Option<&'a str> {
        let full = self.full.iter().map(|(path, name)| (path.as_str(), *name));
        let bare = self.bare().take(if glob.is_whole() { usize::MAX } else { 0 });
        full.chain(bare).find(|(path, _)| glob.matches(path)).map(|(_, name)| name)
    }
}

fn folded(name: &str) -> (String, &str) {
    (folded_path(name), name)
}

/// Counts the bytes of the folders that all paths begin with.
fn common_folders(paths: &[&str]) -> usize {
    let Some((first, rest)) = paths.split_first() else { return 0 };
    let ends = first.match_indices('/').map(|(at, slash)| at + slash.len());
    let all_have = |end: &usize| rest.iter().all(|path| path.get(..*end) == first.get(..*end));
    ends.take_while(all_have).last().unwrap_or(0)
}

/// A recipe that fits by names, and how many of them are strong signs.
struct Named<'r> {
    fit: Fit<'r>,
    strong: u32,
}

/// Tells whether the tables under weak names are none of the company's: not one has the columns its recipe knows.
fn is_denied(named: &Named<'_>, archive: &Archive, options: &Options) -> bool {
    let recipe = named.fit.recipe;
    let is_of = |file: &File, path: &str| file.glob.as_slice().iter().any(|glob| glob.matches(path));
    let tables = archive.members.iter().filter(|member| named.strong == 0 && member.fate == Fate::Read);
    let tables = tables.filter(|member| TABLES.contains(&format::extension(&member.path).as_str()));
    let tables = tables.map(|member| (folded_path(&member.path), member));
    let mut known = tables.filter(|(path, _)| recipe.names(path)).take(MEMBERS_LOOKED_INTO).peekable();
    let has_layout = |(path, member): (String, &Member)| {
        let headers = headers(archive, &[member], options);
        let has_columns =
            |file: &File| headers.tables.iter().any(|table| file.lacking(&table.columns).is_empty());
        recipe.files.iter().filter(|file| is_of(file, &path)).any(has_columns)
    };
    known.peek().is_some() && !known.any(has_layout)
}

fn by_names<'r>(recipe: &'r Recipe, names: &Names<'_>, may_be: &dyn Fn(&Glob) -> bool) -> Option<Named<'r>> {
    let mut evidence = Vec::new();
    let (mut strong, mut weak) = (0, 0);
    for sign in recipe.recognise.any.iter().filter(|sign| may_be(&sign.glob)) {
        let Some(name) = names.first(&sign.glob) else { continue };
        match sign.weight {
            Weight::Strong => strong += 1,
            Weight::Weak => weak += 1,
        }
        if !evidence.iter().any(|known| known == name) {
            evidence.push(name.to_owned());
        }
    }
    let fit = fit(recipe, strong, weak, evidence, BTreeSet::new())?;
    Some(Named { fit, strong })
}

fn by_content<'r>(recipe: &'r Recipe, seen: &[(&str, Headers)]) -> Option<Fit<'r>> {
    let mut evidence = Vec::new();
    let mut strong = 0;
    let mut parts = BTreeSet::new();
    let mut look_for = |sign: &[String], stands_in: &dyn Fn(&Headers) -> bool| {
        let found = seen.iter().filter(|(_, headers)| stands_in(headers));
        let before = strong;
        for (part, _) in found {
            strong = before + 1;
            parts.insert((*part).to_owned());
        }
        if strong > before {
            evidence.extend_from_slice(sign);
        }
    };
    for sheets in &recipe.recognise.sheets {
        look_for(sheets, &|headers| headers.have_sheets(sheets));
    }
    for columns in &recipe.recognise.headers {
        look_for(columns, &|headers| headers.have_columns(columns));
    }
    for domain in &recipe.recognise.senders {
        look_for(&[format!("@{domain}")], &|headers| headers.have_sender(domain));
    }
    fit(recipe, strong, 0, evidence, parts)
}

/// Tells whether a host is a domain or lies within it: `mail.example.org` in `example.org`.
fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn fit(
    recipe: &Recipe,
    strong: u32,
    weak: u32,
    mut evidence: Vec<String>,
    parts: BTreeSet<String>,
) -> Option<Fit<'_>> {
    if strong == 0 && weak < 2 {
        return None;
    }
    let confidence = (BASE + STRONG * strong + WEAK * weak).min(SURE);
    evidence.truncate(EVIDENCE_MAX);
    let recognition = Recognition {
        id: recipe.company.clone(),
        confidence: u8::try_from(confidence).unwrap_or(u8::MAX),
        evidence,
        learned_from: Some(recipe.learned_from.clone()),
        certainty: Some(recipe.certainty),
    };
    Some(Fit { recipe, recognition, parts })
}

/// Bytes of a file looked at for its headers: the first table's and those of short tables stacked on it. A large file is read
/// once, for what is in it.
const BYTES_LOOKED_AT: u64 = 256 << 10;

/// Mails of which the senders are looked at.
const MAILS_LOOKED_AT: usize = 200;

/// A table's name and folded columns.
struct Table {
    name: String,
    columns: Vec<String>,
}

fn headers(archive: &Archive, members: &[&Member], options: &Options) -> Headers {
    let mut headers =
        Headers { tables: Vec::new(), senders: Vec::new(), receivers: Vec::new(), is_mail: false, mails: 0 };
    for member in members {
        // What cannot be read is reported when it is read for good.
        let _ = member.read(archive, options, |reader| {
            let beginning = format::beginning(reader);
            let format = format::detect(&beginning, &member.path);
            headers.is_mail = matches!(format, Format::Eml | Format::Mbox);
            let needs_its_end =
                headers.is_mail || matches!(format, Format::Xlsx | Format::Xls | Format::Ods | Format::Pdf);
            let looked_at = if needs_its_end { u64::MAX } else { BYTES_LOOKED_AT };
            format::read(format, &beginning, &mut reader.take(looked_at), Lists::Inside, &mut headers);
        });
    }
    headers
}

/// Keeps the headers of a part, and the hosts mails were sent from and to.
struct Headers {
    tables: Vec<Table>,
    senders: Vec<String>,
    receivers: Vec<String>,
    is_mail: bool,
    mails: usize,
}

impl Headers {
    fn have_sheets(&self, names: &[String]) -> bool {
        names.iter().all(|name| self.tables.iter().any(|table| fold(&table.name) == fold(name)))
    }

    fn have_columns(&self, names: &[String]) -> bool {
        self.tables.iter().any(|table| names.iter().all(|name| table.columns.contains(&fold(name))))
    }

    /// Tells whether a company wrote, and nobody else but who was written to: a mailbox with a newsletter of a company is no answer of it.
    fn have_sender(&self, domain: &str) -> bool {
        let is_other = |host: &&String| !is_within(host, domain) && !self.receivers.contains(host);
        self.senders.iter().any(|host| is_within(host, domain))
            && !self.senders.iter().any(|host| is_other(&host))
    }
}

impl Sink for Headers {
    fn table(&mut self, name: Option<&str>, columns: &[String]) -> Flow {
        let columns = columns.iter().map(|column| fold(column)).collect();
        self.tables.push(Table { name: name.unwrap_or_default().to_owned(), columns });
        Flow::Next
    }

    fn row(&mut self, _: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        if self.is_mail {
            let of = |name: &str| cells.iter().find(|cell| cell.name.eq_ignore_ascii_case(name));
            self.senders.extend(of("from").and_then(|cell| host(cell.text)));
            self.receivers.extend(of("to").and_then(|cell| host(cell.text)));
            self.mails += 1;
            return if self.mails < MAILS_LOOKED_AT { Flow::Next } else { Flow::Stop };
        }
        let Some(table) = self.tables.last_mut() else { return Flow::Stop };
        if !table.columns.is_empty() {
            return Flow::SkipTable;
        }
        // Without a header the first row names the columns, and to find further tables the file would have to be
        // read to its end.
        table.columns = cells.iter().map(|cell| fold(cell.name)).collect();
        Flow::Stop
    }

    fn lost(&mut self, _: FormatFinding) {}

    fn finding(&mut self, _: FormatFinding) {}
}

/// Returns the host of an address: `Example <a@mail.example.org>` is `mail.example.org`.
fn host(address: &str) -> Option<String> {
    let (_, after) = address.rsplit_once('@')?;
    let is_of_host = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let host: String = after.chars().take_while(is_of_host).flat_map(char::to_lowercase).collect();
    Some(host).filter(|host| !host.is_empty())
}
