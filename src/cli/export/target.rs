//! RIM: what records are written to: three tables as CSV, or one of all fields, one JSON document, or a database.
//!
//! In: the members of an answer and its records, in their order. Out: private files that take their place at the end. A
//! member that is read a second time is taken back first. No cell of a CSV can start a formula in a spreadsheet or drive a
//! terminal (`report::spreadsheet`): there an apostrophe may stand before what begins like one. JSON and databases are exact.

#![expect(clippy::disallowed_methods, reason = "this is where what the user asked for is written")]

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::{NamedTempFile, TempDir};

use crate::cli::failure::{Failure, Kind};
use crate::import::answer::Answer;
use crate::import::record::{Moment, Precision, Record, Zone};
use crate::report::shown::visible_whole;
use crate::report::spreadsheet::guarded;
use crate::tracker::store::Import;
use crate::tracker::store::table_file::{Cell, NotWritten, TableFile};

/// A line of the ledger.
pub(super) struct Member<'a> {
    pub(super) path: &'a str,
    pub(super) state: &'a str,
    pub(super) format: &'a str,
    pub(super) kind: Option<&'a str>,
    pub(super) category: Option<&'a str>,
    pub(super) bytes: u64,
    pub(super) rows: u64,
    pub(super) records: u64,
}

/// Takes members, then records.
pub(super) trait Target {
    fn member(&mut self, member: &Member<'_>) -> Result<(), Failure>;
    fn record(&mut self, number: u64, record: &Record<'_>) -> Result<(), Failure>;
    /// Remembers the place a member begins at.
    fn mark(&mut self) -> Result<(), Failure>;
    /// Takes back what was written of it.
    fn rewind(&mut self) -> Result<(), Failure>;
    /// Puts everything in its place.
    fn finish(self: Box<Self>) -> Result<(), Failure>;
}

impl From<NotWritten> for Failure {
    fn from(error: NotWritten) -> Self {
        Self::of(Kind::Input, &error).hint("make room, or give another place with --out")
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The columns every record has.
const COLUMNS: [&str; 13] = [
    "record",
    "member",
    "position",
    "at",
    "precision",
    "zone",
    "category",
    "kind",
    "origin",
    "title",
    "amount",
    "currency",
    "flags",
];

/// The values of those columns but the number, as text.
fn common(record: &Record<'_>) -> [Option<String>; 12] {
    let amount = record.amount.as_ref();
    let flags = [("others", record.others), ("special", record.special)];
    let flags: Vec<&str> = flags.into_iter().filter(|(_, is_set)| *is_set).map(|(flag, _)| flag).collect();
    [
        Some(record.place.file.clone()),
        record.place.position.as_ref().map(ToString::to_string),
        record.when.map(|when| when.at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        record.when.map(precision),
        record.when.and_then(zone),
        Some(record.category.id().to_owned()),
        Some(record.kind.to_string()),
        Some(record.origin.id().to_owned()),
        record.title.as_deref().map(str::to_owned),
        amount.map(|amount| amount.value.to_string()),
        amount.and_then(|amount| amount.currency.as_deref().map(str::to_owned)),
        (!flags.is_empty()).then(|| flags.join(" ")),
    ]
}

fn precision(moment: Moment) -> String {
    let word = match moment.precision {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day => "day",
        Precision::Minute => "minute",
        Precision::Second => "second",
    };
    word.to_owned()
}

fn zone(moment: Moment) -> Option<String> {
    match moment.zone {
        Zone::Utc => Some("UTC".to_owned()),
        Zone::Offset(minutes) => {
            let (sign, minutes) = if minutes < 0 { ('-', -minutes) } else { ('+', minutes) };
            Some(format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
        }
        Zone::Unknown => None,
    }
}

/// A file that is written on and can be cut back.
struct Sheet {
    writer: BufWriter<File>,
    marked: u64,
}

impl Sheet {
    fn new(file: File) -> Self {
        Self { writer: BufWriter::new(file), marked: 0 }
    }

    fn mark(&mut self) -> io::Result<()> {
        self.marked = self.writer.stream_position()?;
        Ok(())
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        self.writer.get_ref().set_len(self.marked)?;
        self.writer.seek(SeekFrom::Start(self.marked))?;
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.writer.flush()?;
        self.writer.get_ref().sync_all()
    }

    fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        let mut first = true;
        for cell in cells {
            self.writer.write_all(if first { b"" } else { b"," })?;
            first = false;
            self.writer.write_all(quoted(cell).as_bytes())?;
        }
        self.writer.write_all(b"\r\n")
    }
}

/// A cell as text; what a terminal would obey is shown as `⟨U+001B⟩`.
fn quoted(text: &str) -> String {
    format!("\"{}\"", guarded(&visible_whole(text)).replace('"', "\"\""))
}

/// Three tables in a folder.
pub(super) struct Csv {
    out: PathBuf,
    folder: TempDir,
    records: Sheet,
    fields: Sheet,
    members: Sheet,
}

impl Csv {
    pub(super) fn create(out: &Path) -> Result<Self, Failure> {
        let fail = Failure::unwritten(out);
        let folder = tempfile::Builder::new().prefix(".habeas-").tempdir_in(folder_of(out)).map_err(&fail)?;
        let sheet = |name: &str, columns: &[&str]| {
            let mut options = File::options();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut sheet = Sheet::new(options.open(folder.path().join(name))?);
            sheet.row(columns.iter().copied())?;
            Ok(sheet)
        };
        let records = sheet("records.csv", &COLUMNS).map_err(&fail)?;
        let fields = sheet("fields.csv", &["record", "role", "name", "value"]).map_err(&fail)?;
        let columns = ["path", "state", "format", "kind", "category", "bytes", "rows", "records"];
        let members = sheet("members.csv", &columns).map_err(&fail)?;
        Ok(Self { out: out.to_owned(), folder, records, fields, members })
    }

    fn fallible(&self) -> impl Fn(io::Error) -> Failure + use<> {
        let out = self.out.clone();
        move |error| Failure::unwritten(&out)(error)
    }
}

impl Target for Csv {
    fn member(&mut self, member: &Member<'_>) -> Result<(), Failure> {
        let numbers = [member.bytes, member.rows, member.records].map(|number| number.to_string());
        let words = [
            member.path,
            member.state,
            member.format,
            member.kind.unwrap_or_default(),
            member.category.unwrap_or_default(),
        ];
        let fail = self.fallible();
        self.members.row(words.into_iter().chain(numbers.iter().map(String::as_str))).map_err(fail)
    }

    fn record(&mut self, number: u64, record: &Record<'_>) -> Result<(), Failure> {
        let fail = self.fallible();
        let number = number.to_string();
        let common = common(record);
        let cells = common.iter().map(|cell| cell.as_deref().unwrap_or_default());
        self.records.row([number.as_str()].into_iter().chain(cells)).map_err(&fail)?;
        for (name, value) in &record.fields {
            self.fields.row([number.as_str(), "", name, value]).map_err(&fail)?;
        }
        for (role, value) in &record.roles {
            self.fields.row([number.as_str(), role.id(), "", value]).map_err(&fail)?;
        }
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Failure> {
        let fail = self.fallible();
        self.records.mark().and_then(|()| self.fields.mark()).map_err(fail)
    }

    fn rewind(&mut self) -> Result<(), Failure> {
        let fail = self.fallible();
        self.records.rewind().and_then(|()| self.fields.rewind()).map_err(fail)
    }

    fn finish(self: Box<Self>) -> Result<(), Failure> {
        let Self { out, folder, records, fields, members } = *self;
        let done = [records, fields, members].into_iter().try_for_each(Sheet::finish);
        // A folder takes the place of an empty one only.
        let done = done.and_then(|()| fs::rename(folder.path(), &out));
        done.map_err(Failure::unwritten(&out))?;
        // It is elsewhere now; nothing is left to take away.
        let _ = folder.keep();
        Ok(())
    }
}

/// One table with a row for each field, for a reader that takes one stream: the columns of the record stand in each row.
pub(super) struct Flat {
    out: PathBuf,
    file: NamedTempFile,
    sheet: Sheet,
}

impl Flat {
    pub(super) fn create(out: &Path) -> Result<Self, Failure> {
        let fail = Failure::unwritten(out);
        let file = tempfile::Builder::new().prefix(".habeas-").tempfile_in(folder_of(out)).map_err(&fail)?;
        let mut sheet = Sheet::new(file.as_file().try_clone().map_err(&fail)?);
        sheet.row(COLUMNS.into_iter().chain(["role", "name", "value"])).map_err(&fail)?;
        Ok(Self { out: out.to_owned(), file, sheet })
    }
}

impl Target for Flat {
    /// The ledger has no place in this table; every row names its member.
    fn member(&mut self, _member: &Member<'_>) -> Result<(), Failure> {
        Ok(())
    }

    fn record(&mut self, number: u64, record: &Record<'_>) -> Result<(), Failure> {
        let number = number.to_string();
        let common = common(record);
        let fields = record.fields.iter().map(|(name, value)| ["", name, value]);
        let roles = record.roles.iter().map(|(role, value)| [role.id(), "", value]);
        let nothing = (record.fields.is_empty() && record.roles.is_empty()).then_some(["", "", ""]);
        for own in fields.chain(roles).chain(nothing) {
            let cells = common.iter().map(|cell| cell.as_deref().unwrap_or_default());
            let row = [number.as_str()].into_iter().chain(cells).chain(own);
            self.sheet.row(row).map_err(Failure::unwritten(&self.out))?;
        }
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Failure> {
        self.sheet.mark().map_err(Failure::unwritten(&self.out))
    }

    fn rewind(&mut self) -> Result<(), Failure> {
        self.sheet.rewind().map_err(Failure::unwritten(&self.out))
    }

    fn finish(self: Box<Self>) -> Result<(), Failure> {
        let Self { out, file, sheet } = *self;
        sheet
            .finish()
            .and_then(|()| file.persist_noclobber(&out).map(drop).map_err(|refused| refused.error))
            .map_err(Failure::unwritten(&out))
    }
}

/// One document.
pub(super) struct Json {
    out: PathBuf,
    file: NamedTempFile,
    sheet: Sheet,
    members: Vec<Value>,
    is_begun: bool,
    is_first: bool,
    was_first: bool,
    head: Value,
}

impl Json {
    pub(super) fn create(out: &Path, import: &Import<Answer>) -> Result<Self, Failure> {
        let fail = Failure::unwritten(out);
        let file = tempfile::Builder::new().prefix(".habeas-").tempfile_in(folder_of(out)).map_err(&fail)?;
        let sheet = Sheet::new(file.as_file().try_clone().map_err(&fail)?);
        let head = json!({
            "import": import.id,
            "company": import.answer.company,
            "received": import.answer.received,
            "coverage": import.answer.coverage,
        });
        let out = out.to_owned();
        Ok(Self {
            out,
            file,
            sheet,
            members: Vec::new(),
            is_begun: false,
            is_first: true,
            was_first: true,
            head,
        })
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        let mut head = std::mem::take(&mut self.head);
        if let Some(head) = head.as_object_mut() {
            head.insert("members".to_owned(), Value::Array(std::mem::take(&mut self.members)));
        }
        let text = head.to_string();
        let open = text.strip_suffix('}').unwrap_or(&text);
        write!(self.sheet.writer, "{open},\n\"records\":[")
    }
}

impl Target for Json {
    fn member(&mut self, member: &Member<'_>) -> Result<(), Failure> {
        self.members.push(json!({
            "path": member.path,
            "state": member.state,
            "format": member.format,
            "kind": member.kind,
            "category": member.category,
            "bytes": member.bytes,
            "rows": member.rows,
            "records": member.records,
        }));
        Ok(())
    }

    fn record(&mut self, number: u64, record: &Record<'_>) -> Result<(), Failure> {
        let common = common(record);
        let mut row = serde_json::Map::new();
        row.insert("record".to_owned(), number.into());
        for (name, value) in COLUMNS.iter().skip(1).zip(common) {
            row.insert((*name).to_owned(), value.map_or(Value::Null, Value::String));
        }
        let roles: Vec<Value> =
            record.roles.iter().map(|(role, text)| json!({ "role": role.id(), "value": text })).collect();
        row.insert("roles".to_owned(), roles.into());
        // A list, because a row may have a name twice.
        let fields: Vec<Value> = record.fields.iter().map(|(name, value)| json!([name, value])).collect();
        row.insert("fields".to_owned(), fields.into());
        let separator = if self.is_first { "\n" } else { ",\n" };
        self.is_first = false;
        write!(self.sheet.writer, "{separator}{}", Value::Object(row)).map_err(Failure::unwritten(&self.out))
    }

    fn mark(&mut self) -> Result<(), Failure> {
        self.was_first = self.is_first;
        self.begin().and_then(|()| self.sheet.mark()).map_err(Failure::unwritten(&self.out))
    }

    fn rewind(&mut self) -> Result<(), Failure> {
        self.is_first = self.was_first;
        self.sheet.rewind().map_err(Failure::unwritten(&self.out))
    }

    fn finish(mut self: Box<Self>) -> Result<(), Failure> {
        let done = self.begin().and_then(|()| write!(self.sheet.writer, "\n]}}\n"));
        let Self { out, file, sheet, .. } = *self;
        let done = done.and_then(|()| sheet.finish());
        done.and_then(|()| file.persist_noclobber(&out).map(drop).map_err(|refused| refused.error))
            .map_err(Failure::unwritten(&out))
    }
}

/// A database.
pub(super) struct Sqlite {
    out: PathBuf,
    file: TableFile,
}

impl Sqlite {
    pub(super) fn create(out: &Path) -> Result<Self, Failure> {
        let tables = [
            (
                "members",
                "path TEXT, state TEXT, format TEXT, kind TEXT, category TEXT, bytes INTEGER, rows INTEGER, \
                 records INTEGER",
            ),
            (
                "records",
                "record INTEGER PRIMARY KEY, member TEXT, position TEXT, at TEXT, precision TEXT, zone TEXT, \
                 category TEXT, kind TEXT, origin TEXT, title TEXT, amount TEXT, currency TEXT, flags TEXT",
            ),
            ("fields", "record INTEGER, name TEXT, value TEXT"),
            ("roles", "record INTEGER, role TEXT, value TEXT"),
        ];
        Ok(Self { out: out.to_owned(), file: TableFile::create(out, &tables)? })
    }
}

fn number(number: u64) -> Cell<'static> {
    Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

impl Target for Sqlite {
    fn member(&mut self, member: &Member<'_>) -> Result<(), Failure> {
        let row = [
            Cell::Text(member.path),
            Cell::Text(member.state),
            Cell::Text(member.format),
            member.kind.map_or(Cell::Empty, Cell::Text),
            member.category.map_or(Cell::Empty, Cell::Text),
            number(member.bytes),
            number(member.rows),
            number(member.records),
        ];
        Ok(self.file.insert("members", &row)?)
    }

    fn record(&mut self, count: u64, record: &Record<'_>) -> Result<(), Failure> {
        let common = common(record);
        let cells = common.iter().map(|cell| cell.as_deref().map_or(Cell::Empty, Cell::Text));
        let row: Vec<Cell<'_>> = [number(count)].into_iter().chain(cells).collect();
        self.file.insert("records", &row)?;
        for (name, value) in &record.fields {
            self.file.insert("fields", &[number(count), Cell::Text(name), Cell::Text(value)])?;
        }
        for (role, value) in &record.roles {
            self.file.insert("roles", &[number(count), Cell::Text(role.id()), Cell::Text(value)])?;
        }
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Failure> {
        Ok(self.file.mark()?)
    }

    fn rewind(&mut self) -> Result<(), Failure> {
        Ok(self.file.rewind()?)
    }

    fn finish(self: Box<Self>) -> Result<(), Failure> {
        Ok(self.file.finish(&self.out)?)
    }
}
