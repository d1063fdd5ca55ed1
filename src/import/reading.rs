//! Reading: one member from its bytes to its account and what its records add up to.
//!
//! In: a member and the recipes that fit the answer. Out: an [`Account`] in which the sums hold, and [`Totals`].
//! Tables a recipe knows are applied, all others go to the generic reader. Whatever fails, the rows before stay.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::io::Read;
use std::rc::Rc;

use super::amount::Sign;
use super::apply::Bound;
use super::billing::Billed;
use super::container::unpacked::name_inside;
use super::container::{Archive, Fate, Fault, Member};
use super::coverage::{Account, Cells, FINDINGS_LISTED_MAX, State};
use super::format::{self, Cell, Flow, Format, FormatFinding, Lists, RowPlace, Sealed, Sink};
use super::generic::{self, Generic};
use super::glob::Glob;
use super::recipe::{File, Ignored, Recipe};
use super::record::Record;
use super::scope::{Scope, Scopes};
use super::tally::Tally;
use super::totals::{CUT_MARK, Correction, Totals};
use super::within::{self, Stood};
use super::{Options, Visitor};
use crate::finding::{Code, Finding, Place};

/// Bytes from which a member is worth a thread that takes it apart.
const BESIDE_FROM_BYTES: u64 = 1 << 20;

/// Readings of one member: after the first, the second knows what its columns hold, and the third in which order day and month
/// stand in those.
const READINGS_MAX: usize = 3;

/// What reading a member gave.
pub(crate) struct Outcome {
    pub(crate) account: Account,
    pub(crate) totals: Totals,
}

/// Reads members on one thread; what names mean is remembered from one to the next.
pub(crate) struct Reader<'a> {
    archive: &'a Archive,
    scopes: &'a Scopes<'a>,
    options: &'a Options,
    meanings: Rc<generic::Meanings>,
}

impl<'a> Reader<'a> {
    /// Starts without any memory.
    pub(crate) fn new(archive: &'a Archive, scopes: &'a Scopes<'a>, options: &'a Options) -> Self {
        Self { archive, scopes, options, meanings: Rc::default() }
    }

    /// Reads one member; a visitor is shown every record.
    pub(crate) fn read(&self, member: &Member, visitor: Option<&mut dyn Visitor>) -> Outcome {
        let scope = self.scopes.of(&member.path);
        let state = match member.fate {
            Fate::Read if is_ignored(&scope) => State::Ignored,
            Fate::Read => return self.read_content(member, &files_for(&scope), visitor),
            Fate::Noise | Fate::CopyOf(_) => State::Ignored,
            Fate::Refused => State::Refused,
        };
        let mut collector = self.collector(member, &[], Rc::default(), None);
        collector.account.state = state;
        collector.account.bytes = member.bytes;
        Outcome { account: collector.account, totals: Totals::default() }
    }

    /// Reads the content; again where only the whole file could tell what the first rows of a table did not show.
    fn read_content(&self, member: &Member, files: &[&File], visitor: Option<&mut dyn Visitor>) -> Outcome {
        let mut answers = Rc::new(generic::Answers::default());
        let mut collector =
            self.read_once(member, self.collector(member, files, Rc::clone(&answers), visitor));
        for _ in 1..READINGS_MAX {
            let found = std::mem::take(&mut collector.answers);
            if found.is_empty() {
                break;
            }
            let mut visitor = collector.kept.visitor.take();
            if let Some(visitor) = visitor.as_mut() {
                visitor.restart();
            }
            drop(collector);
            Rc::make_mut(&mut answers).extend(found);
            collector = self.read_once(member, self.collector(member, files, Rc::clone(&answers), visitor));
        }
        collector.conclude()
    }

    /// Tells whether a member is most of the answer, so that other threads have little to do while it is read.
    fn is_most(&self, member: &Member) -> bool {
        member.bytes >= BESIDE_FROM_BYTES
            && self.archive.members.iter().map(|member| u128::from(member.bytes)).sum::<u128>() / 2
                <= u128::from(member.bytes)
    }

    fn collector<'r, 'v>(
        &self,
        member: &Member,
        files: &[&'r File],
        answers: Rc<generic::Answers>,
        visitor: Option<&'v mut dyn Visitor>,
    ) -> Collector<'r, 'v> {
        Collector::new(member, files, answers, Rc::clone(&self.meanings), visitor)
    }

    fn read_once<'r, 'v>(&self, member: &Member, mut collector: Collector<'r, 'v>) -> Collector<'r, 'v> {
        let reading = member.read(self.archive, self.options, |reader| {
            let beginning = format::beginning(reader);
            collector.format = format::detect(&beginning, name_inside(&member.path));
            collector.account.format = Cow::Borrowed(collector.format.id());
            let sealed = format::sealed(collector.format, &member.path);
            if let Some(sealed) = sealed {
                collector.note_here(unread(sealed));
            }
            let is_blank = beginning.trim_ascii().is_empty() && beginning.len() < format::BEGINNING_BYTES;
            if !is_blank && sealed.is_none() {
                let read = if self.is_most(member) { format::read_beside } else { read_here };
                // A recipe names the fields of a list by where they stand in its element.
                let is_known = !collector.files.is_empty();
                let lists = if is_known { Lists::Inside } else { Lists::Apart(generic::is_table) };
                read(collector.format, &beginning, reader, lists, &mut collector);
            }
            if collector.is_opaque() || sealed.is_some() {
                // A type that is not read still counts its bytes and is checked to its end.
                let _ = std::io::copy(reader, &mut std::io::sink());
            }
            is_blank
        });
        collector.end_tables();
        match reading {
            Ok(reading) => {
                collector.account.bytes = reading.bytes;
                collector.is_blank = reading.value && reading.fault.is_none();
                collector.fault = reading.fault;
            }
            Err(fault) => collector.fault = Some(fault),
        }
        collector
    }
}

/// Says what a file is that is not read.
fn unread(sealed: Sealed) -> FormatFinding {
    match sealed {
        Sealed::Archive(kind) => FormatFinding::new(Code::ArchiveUnread, None).with("kind", kind),
        Sealed::Mailbox(kind) => FormatFinding::new(Code::MailboxUnread, None).with("kind", kind),
        Sealed::Page => FormatFinding::new(Code::PageForArchive, None),
    }
}

/// Reads on this thread.
fn read_here(
    format: Format,
    beginning: &[u8],
    rest: &mut (dyn Read + Send),
    lists: Lists,
    sink: &mut dyn Sink,
) {
    format::read(format, beginning, rest, lists, sink);
}

fn is_ignored(scope: &Scope<'_>) -> bool {
    let is_no_data = |recipe: &Recipe| {
        let ignored = recipe.ignore.iter().map(Ignored::glob);
        ignored.chain(&recipe.explains).any(|glob| is_named(scope, glob))
    };
    scope.recipes.iter().any(|recipe| is_no_data(recipe))
}

fn files_for<'r>(scope: &Scope<'r>) -> Vec<&'r File> {
    let fits = |file: &&File| file.glob.as_slice().iter().any(|glob| is_named(scope, glob));
    scope.recipes.iter().flat_map(|recipe| recipe.files.iter()).filter(fits).collect()
}

fn is_named(scope: &Scope<'_>, glob: &Glob) -> bool {
    scope.paths.iter().any(|path| glob.matches(path))
}

/// Receives the rows of one member.
struct Collector<'r, 'v> {
    files: Vec<&'r File>,
    account: Account,
    kept: Kept<'v>,
    /// The place of the row that is read.
    place: Place,
    format: Format,
    table: Table<'r>,
    /// Tables that may be come back to, the one that was left first at the front.
    parked: VecDeque<Box<Generic>>,
    answers: generic::Answers,
    given_answers: Rc<generic::Answers>,
    /// Tables no recipe knows that were met so far.
    tables: usize,
    meanings: Rc<generic::Meanings>,
    /// The currencies that are said once for many rows.
    stated: generic::Stated,
    /// What tables take off the sums at their end, and what those at a path added.
    corrections: Vec<Correction>,
    stood: Vec<Stood>,
    is_mapped: bool,
    is_blank: bool,
    fault: Option<Fault>,
}

/// Where records go.
struct Kept<'v> {
    tally: Tally,
    visitor: Option<&'v mut dyn Visitor>,
}

impl Kept<'_> {
    /// Takes a record of a row; its fields are written only where somebody keeps them, and what a message says at length
    /// only for a visitor, who looks into the answer itself.
    fn take<'c>(
        &mut self,
        mut record: Record<'c>,
        cells: &[Cell<'c>],
        is_body: &dyn Fn(&str) -> bool,
    ) -> Record<'c> {
        if self.visitor.is_some() {
            record.fields = fields(cells);
        } else if self.tally.keeps_fields(record.category) {
            record.fields = fields(cells);
            for (_, text) in record.fields.iter_mut().filter(|(name, text)| !text.is_empty() && is_body(name))
            {
                *text = Cow::Borrowed(CUT_MARK);
            }
        }
        self.tally.add(&record);
        if let Some(visitor) = self.visitor.as_mut() {
            visitor.record(&record);
        }
        record
    }

    /// Takes a record of a table no recipe knows, and the number of the order it belongs to.
    fn take_generic<'c>(&mut self, record: Record<'c>, cells: &[Cell<'c>], billed: Option<Billed<'c>>) {
        let record = self.take(record, cells, &|_| false);
        if let Some(billed) = billed {
            self.tally.bill(&billed, &record);
        }
    }
}

/// Returns every field as written.
fn fields<'a>(cells: &[Cell<'a>]) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    cells.iter().map(|cell| (Cow::Borrowed(cell.name), Cow::Borrowed(cell.text))).collect()
}

/// Who makes records of the rows of the current table.
enum Table<'r> {
    None,
    Undecided {
        name: Option<String>,
    },
    /// The files of the recipe the table is of; the first for the kind of row that a row is.
    Recipe {
        name: Option<String>,
        /// Whether rows with other fields are of the same table: without a header nothing else tells them apart.
        is_open: bool,
        bounds: Vec<Bound<'r>>,
    },
    Generic(Box<Generic>),
}

/// Tables that are left and may be come back to: those of lists that stand in elements of another.
const PARKED_MAX: usize = 32;

/// Tells whether the rows of a table stand in several places.
fn is_scattered(table: Option<&str>) -> bool {
    table.is_some_and(|name| name.contains("/*"))
}

impl<'r, 'v> Collector<'r, 'v> {
    fn new(
        member: &Member,
        files: &[&'r File],
        given_answers: Rc<generic::Answers>,
        meanings: Rc<generic::Meanings>,
        visitor: Option<&'v mut dyn Visitor>,
    ) -> Self {
        let account = Account {
            path: member.path.clone(),
            state: State::Empty,
            format: Cow::Borrowed(Format::Unknown.id()),
            kind: None,
            category: None,
            bytes: 0,
            rows: 0,
            records: 0,
            by_category: BTreeMap::new(),
            others: 0,
            special: 0,
            rows_as_findings: 0,
            cells: Cells::default(),
            confidence: None,
            findings_total: 0,
            findings: Vec::new(),
        };
        let mut collector = Self {
            files: files.to_vec(),
            account,
            kept: Kept { tally: Tally::default(), visitor },
            place: Place::file(member.path.as_str()),
            format: Format::Unknown,
            table: Table::None,
            parked: VecDeque::new(),
            answers: generic::Answers::default(),
            given_answers,
            tables: 0,
            meanings,
            stated: generic::Stated::of_file(&member.path),
            corrections: Vec::new(),
            stood: Vec::new(),
            is_mapped: false,
            is_blank: false,
            fault: None,
        };
        member.findings.iter().cloned().for_each(|finding| collector.note(finding));
        collector
    }

    fn note(&mut self, finding: Finding) {
        self.account.findings_total += 1;
        if self.account.findings.len() < FINDINGS_LISTED_MAX {
            self.account.findings.push(finding);
        }
    }

    fn note_here(&mut self, finding: FormatFinding) {
        let place = Place { file: self.account.path.clone(), position: finding.position };
        let facts = finding.facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect();
        self.note(Finding { code: finding.code, place, facts });
    }

    fn is_opaque(&self) -> bool {
        matches!(self.format, Format::Opaque(_) | Format::Unknown)
    }

    /// Chooses the file of the recipe that knows a table, once its columns are known: of its header, or of its first row.
    fn begin(&mut self, name: Option<&str>, columns: &[String], is_header: bool) {
        let about = |file: &&&'r File| file.is_about(self.format.id(), name);
        let about: Vec<&'r File> = self.files.iter().filter(about).copied().collect();
        let mut fitting: Vec<&'r File> = Vec::new();
        for file in about.iter().copied().filter(|file| file.lacking(columns).is_empty()) {
            // Behind a file that takes every row no other gets one.
            if fitting.last().is_none_or(|file| !file.filled.is_empty()) {
                fitting.push(file);
            }
        }
        match fitting.first() {
            Some(file) => {
                let has_keys =
                    !is_header && matches!(self.format, Format::Json | Format::NdJson | Format::Xml);
                let bounds: Vec<Bound<'r>> = fitting.iter().map(|file| Bound::new(file, has_keys)).collect();
                if let Some(drift) = bounds.first().and_then(|bound| bound.drift(name, columns)) {
                    self.note_here(drift);
                }
                self.is_mapped = true;
                self.account.kind.get_or_insert_with(|| file.kind.as_str().to_owned());
                self.account.category.get_or_insert(file.category);
                let is_open = about.iter().all(|file| file.headers.is_empty() && file.columns.is_empty());
                self.table = Table::Recipe { name: name.map(str::to_owned), is_open, bounds };
            }
            None => {
                let known = about.iter().filter(|file| file.names_its_files() || file.resembles(columns));
                let lacking = known.map(|file| file.lacking(columns));
                if let Some(lacking) = lacking.min_by_key(Vec::len).filter(|_| !columns.is_empty()) {
                    let finding = FormatFinding::new(Code::LayoutUnknown, None);
                    let finding = finding.with("table", name.unwrap_or("none"));
                    self.note_here(finding.with("missing", lacking.join(", ")));
                }
                let (number, given) = (self.tables, self.given_answers.of(self.tables));
                self.tables += 1;
                // Programs write numbers for programs with a point, whatever the language.
                let is_of_programs = matches!(
                    self.format,
                    Format::Json | Format::NdJson | Format::Xml | Format::Xlsx | Format::Xls | Format::Ods
                );
                let sign = if is_of_programs { Sign::Of('.') } else { Sign::Unsaid };
                self.table = Table::Generic(Box::new(Generic::new(
                    &self.account.path,
                    name,
                    number,
                    given,
                    sign,
                    Rc::clone(&self.meanings),
                )));
            }
        }
    }

    fn end_table(&mut self) {
        match std::mem::replace(&mut self.table, Table::None) {
            Table::Generic(generic) => self.finish(*generic),
            Table::Recipe { name, bounds, .. } => {
                let unseen = bounds.iter().filter_map(|bound| bound.unseen(name.as_deref()));
                let undone = bounds.iter().filter_map(Bound::undone);
                let findings: Vec<FormatFinding> = unseen.chain(undone).collect();
                findings.into_iter().for_each(|finding| self.note_here(finding));
            }
            Table::None | Table::Undecided { .. } => {}
        }
    }

    fn finish(&mut self, mut generic: Generic) {
        let mut batch = generic::Batch::default();
        let keep: &mut generic::Keep<'_> =
            &mut |record, cells, billed| self.kept.take_generic(record, cells, billed);
        generic.finish(&mut self.answers, &mut batch, keep);
        self.take(batch);
    }

    /// Leaves a table; one whose rows stand in several places waits for the next of them.
    fn leave_table(&mut self) {
        match std::mem::replace(&mut self.table, Table::None) {
            Table::Generic(generic) if is_scattered(generic.table()) => {
                self.parked.push_back(generic);
                if self.parked.len() > PARKED_MAX
                    && let Some(oldest) = self.parked.pop_front()
                {
                    self.finish(*oldest);
                }
            }
            table => {
                self.table = table;
                self.end_table();
            }
        }
    }

    /// Ends the last table, and those that are waiting.
    fn end_tables(&mut self) {
        self.leave_table();
        while let Some(generic) = self.parked.pop_front() {
            self.finish(*generic);
        }
    }

    fn take(&mut self, batch: generic::Batch) {
        self.account.rows += batch.rows;
        self.account.records += batch.records;
        self.account.rows_as_findings += batch.rows_as_findings;
        if let Some(confidence) = batch.confidence {
            let known = self.account.confidence.unwrap_or(confidence);
            self.account.confidence = Some(known.lesser(confidence));
        }
        batch.findings.into_iter().for_each(|finding| self.note_here(finding));
        self.corrections.extend(batch.corrections);
        self.stood.extend(batch.stood);
    }

    fn conclude(mut self) -> Outcome {
        if let Some(fault) = self.fault {
            let finding = fault.finding(&self.account.path);
            self.note(finding);
        }
        self.account.state = self.state();
        if self.account.state == State::Empty {
            self.note(Finding::new(Code::ReceivedEmpty, Place::file(&self.account.path)));
        }
        let (off, said) = within::settle(&self.stood);
        said.into_iter().for_each(|finding| self.note_here(finding));
        let mut totals = std::mem::take(&mut self.kept.tally).totals();
        self.corrections.iter().chain(&off).for_each(|correction| totals.correct(correction));
        let counts = totals.categories.iter().map(|(category, totals)| (*category, totals.records));
        self.account.by_category = counts.collect();
        (self.account.others, self.account.special) = (totals.others, totals.special);
        if self.is_opaque() {
            self.account.category = self.files.first().map(|file| file.category);
        }
        let most = self
            .account
            .by_category
            .iter()
            .max_by_key(|(category, count)| (**count, std::cmp::Reverse(**category)));
        if let Some((category, _)) = most {
            self.account.category = Some(*category);
        }
        Outcome { account: self.account, totals }
    }

    fn state(&self) -> State {
        let is_broken = |finding: &Finding| {
            matches!(
                finding.code,
                Code::NotTheFormat
                    | Code::Malformed
                    | Code::CutShort
                    | Code::LimitReached
                    | Code::SheetUnreadable
                    | Code::ArchiveUnread
                    | Code::MemberEncrypted
                    | Code::MailboxUnread
                    | Code::PageForArchive
            )
        };
        if self.account.rows > 0 {
            if self.is_mapped { State::Mapped } else { State::Generic }
        } else if self.is_blank {
            State::Empty
        } else if self.fault.is_some() || self.account.findings.iter().any(is_broken) {
            State::Refused
        } else if !self.is_opaque()
            && !self.account.findings.iter().any(|finding| finding.code == Code::NoText)
        {
            State::Empty
        } else {
            State::Opaque
        }
    }
}

impl Sink for Collector<'_, '_> {
    fn table(&mut self, name: Option<&str>, columns: &[String]) -> Flow {
        if let Table::Recipe { name: known, is_open: true, .. } = &self.table
            && columns.is_empty()
            && known.as_deref() == name
        {
            return Flow::Next;
        }
        self.leave_table();
        self.stated.table(name);
        let waiting = self.parked.iter().position(|generic| generic.table() == name);
        if let Some(at) = waiting.filter(|_| is_scattered(name))
            && let Some(generic) = self.parked.remove(at)
        {
            self.table = Table::Generic(generic);
        } else if columns.is_empty() {
            self.table = Table::Undecided { name: name.map(str::to_owned) };
        } else {
            self.begin(name, columns, true);
        }
        Flow::Next
    }

    fn above(&mut self, pointer: &str, cells: &[Cell<'_>]) {
        self.stated.above(pointer, cells, &self.meanings);
    }

    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        self.account.rows += 1;
        self.account.cells.count(cells.iter().map(|cell| cell.text));
        if let Table::Undecided { name } = &mut self.table {
            let name = name.take();
            let columns: Vec<String> = cells.iter().map(|cell| cell.name.to_owned()).collect();
            self.begin(name.as_deref(), &columns, false);
        }
        let mut batch = generic::Batch::default();
        match &mut self.table {
            Table::Recipe { bounds, .. } => {
                let Some(first) = bounds.first() else { return Flow::Stop };
                let cells = first.named(cells);
                if first.says_nothing(&cells) {
                    self.account.rows_as_findings += 1;
                    batch.findings.push(FormatFinding::new(Code::SaysNothingHeld, Some(place.position())));
                } else {
                    let own = bounds.iter().find(|bound| bound.is_for(&cells));
                    if own.is_none_or(Bound::takes_every_row) {
                        bounds.iter().for_each(|bound| bound.pass_by(&cells));
                    }
                    let bound = own.unwrap_or(first);
                    place.mark(&mut self.place);
                    let record = bound.record(&self.place, place, &cells, &mut batch.findings);
                    batch.records += 1;
                    self.kept.take(record, &cells, &|name| bound.is_body(name));
                }
            }
            Table::Generic(generic) => {
                let stated = self.stated.for_row(self.account.rows, cells);
                let keep: &mut generic::Keep<'_> =
                    &mut |record, cells, billed| self.kept.take_generic(record, cells, billed);
                generic.row((place, stated), cells, &mut batch, keep);
            }
            Table::None | Table::Undecided { .. } => self.account.rows_as_findings += 1,
        }
        self.take(batch);
        Flow::Next
    }

    fn lost(&mut self, finding: FormatFinding) {
        self.account.rows += 1;
        self.account.rows_as_findings += 1;
        self.note_here(finding);
    }

    fn lost_rows(&mut self, rows: u64, finding: FormatFinding) {
        self.account.rows += rows;
        self.account.rows_as_findings += rows;
        self.note_here(finding);
    }

    fn finding(&mut self, finding: FormatFinding) {
        self.note_here(finding);
    }
}
