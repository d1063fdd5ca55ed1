//! Finding: something the reader should know about data we read.
//!
//! In: what was wrong or worth saying, where, and facts that are safe to repeat (a count, a column's name, a
//! limit). Out: a value that output can group, count and put into words (`wording`).
//!
//! Not here: the sentences (they live in `templates/wording`), and never a value from the data itself: a
//! finding may end in a log, a screenshot or an issue, so it names the file, the row and the field only.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is missing because of it.
    Note,
    /// Something could not be read as expected; look at it.
    Warning,
    /// Something is missing or unusable.
    Problem,
}

/// Where a finding was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file: a member's path inside an archive, or the name of the file read.
    pub file: String,
    /// Where in it, if anywhere in particular.
    pub position: Option<Position>,
}

impl Place {
    /// Names a file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), position: None }
    }

    /// Names a position inside a file.
    pub fn at(file: impl Into<String>, position: Position) -> Self {
        Self { file: file.into(), position: Some(position) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.position {
            None => f.write_str(&self.file),
            Some(position) => write!(f, "{}:{position}", self.file),
        }
    }
}

/// A position inside a file, in the terms of its format.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// A data row, counted from 1; the header is not counted.
    Row(u64),
    /// A row of a named table inside the file (a sheet), counted from 1.
    Sheet(String, u64),
    /// A JSON pointer (RFC 6901) or similar path.
    Path(String),
    /// A line and column of a text, both counted from 1.
    Line(u64, u64),
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => write!(f, "{row}"),
            Self::Sheet(sheet, row) => write!(f, "{sheet}:{row}"),
            Self::Path(path) => f.write_str(path),
            Self::Line(line, column) => write!(f, "{line}:{column}"),
        }
    }
}

/// Something the reader should know about data we read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// Where it is.
    pub place: Place,
    /// Named facts for the sentence: counts, column names, limits. Never a value from the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<(String, String)>,
}

impl Finding {
    /// Makes a finding without further facts.
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place, facts: Vec::new() }
    }

    /// Adds a fact that is safe to repeat: a count, a column's name, a limit.
    #[must_use]
    pub fn with(mut self, name: &str, fact: impl fmt::Display) -> Self {
        self.facts.push((name.to_owned(), fact.to_string()));
        self
    }

    /// Returns how grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $severity:ident; )*) => {
        /// The closed list of findings. Each has a sentence in every language of `templates/wording`
        /// (`finding-<code>`), which a test checks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $( $(#[$doc])* #[serde(rename = $id)] $name, )* }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// Returns the stable identifier used in JSON.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }

            /// Returns how grave a finding of this kind is.
            pub fn severity(self) -> Severity {
                match self { $( Self::$name => Severity::$severity, )* }
            }
        }
    };
}

codes! {
    // What an archive can do (import/container).
    /// The archive is damaged; what could be reached was read.
    ArchiveDamaged = "archive-damaged", Problem;
    /// The member is encrypted and no password was given, or a wrong one.
    MemberEncrypted = "member-encrypted", Problem;
    /// The member's bytes could not be read (a bad checksum, an unknown method, a cut file).
    MemberUnreadable = "member-unreadable", Problem;
    /// Two members share one name; both were read.
    DuplicateName = "duplicate-name", Warning;
    /// The member has the same bytes as another and was counted once.
    DuplicateContent = "duplicate-content", Note;
    /// The member's path tries to leave the archive; it is only shown, never used.
    UnsafePath = "unsafe-path", Warning;
    /// A symbolic link in a folder was not followed.
    LinkNotFollowed = "link-not-followed", Note;
    /// A pipe, a socket or a device in a folder was not read: it need not end.
    NotAFile = "not-a-file", Warning;
    /// The member shares bytes with another, as in an archive built to overwhelm; it was not read.
    MemberOverlap = "member-overlap", Problem;
    /// The archive calls the member a folder, and it holds data; it was taken as a file.
    FolderWithData = "folder-with-data", Warning;
    /// The file is an archive of a kind that is not read.
    ArchiveUnread = "archive-unread", Problem;
    /// The file is a mailbox of a kind that is not read.
    MailboxUnread = "mailbox-unread", Problem;
    /// The file is called an archive and is a web page.
    PageForArchive = "page-for-archive", Problem;
    /// A limit on size, depth, number or ratio was reached; reading stopped there.
    LimitReached = "limit-reached", Problem;

    // What a file can do (import/format).
    /// The file says it is one format and is not.
    NotTheFormat = "not-the-format", Problem;
    /// The file ends in the middle; what stood before was read.
    CutShort = "cut-short", Problem;
    /// The file breaks its format's rules; what stood before was read.
    Malformed = "malformed", Problem;
    /// A sheet of a workbook could not be read to its end.
    SheetUnreadable = "sheet-unreadable", Problem;
    /// Bytes that are no valid text in the file's encoding were replaced.
    BadEncoding = "bad-encoding", Warning;
    /// A row has more or fewer cells than the header; the row was kept, extra cells under `#n`.
    RaggedRow = "ragged-row", Warning;
    /// A quote opens a cell and is never closed; it was taken as a sign of the text, so that no row is lost to it.
    QuoteUnclosed = "quote-unclosed", Problem;
    /// A row could not be read and is no record.
    RowUnreadable = "row-unreadable", Problem;
    /// A row could not be read, and neither could what stands between it and the next that can.
    PartUnreadable = "part-unreadable", Problem;
    /// Behind a fault nothing more could be read.
    RestUnread = "rest-unread", Problem;
    /// An object gives the same key twice; both values were kept.
    DuplicateKey = "duplicate-key", Warning;
    /// The header stands again between the rows; it was counted as no row.
    HeaderRepeated = "header-repeated", Note;
    /// The pages hold pictures and no text that can be read.
    NoText = "no-text", Warning;
    /// NUL bytes were found in text and left out.
    NulBytes = "nul-bytes", Note;
    /// Few letters leave open which encoding a text is in.
    EncodingUnsure = "encoding-unsure", Note;

    // What a recipe can find (import/apply).
    /// A date is in none of the known forms; the original text was kept.
    DateUnreadable = "date-unreadable", Warning;
    /// An amount could not be read; the original text was kept.
    AmountUnreadable = "amount-unreadable", Warning;
    /// Amounts whose one sign may divide decimals or thousands; they were read as thousands.
    AmountAmbiguous = "amount-ambiguous", Warning;
    /// Rows of orders that were cancelled or paid back; their amounts are in no sum.
    OrderUndone = "order-undone", Note;
    /// Orders another table says were cancelled or paid back; their amounts are in no sum.
    OrderUndoneElsewhere = "order-undone-elsewhere", Note;
    /// Orders stand in several tables of the answer; their money is counted once.
    OrderCountedOnce = "order-counted-once", Note;
    /// Day and month cannot be told apart in this column; the original text was kept.
    DateAmbiguous = "date-ambiguous", Warning;
    /// A known file lacks columns it used to have, or has new ones.
    LayoutDrift = "layout-drift", Warning;
    /// A file of a known name has another layout; it was read without the recipe.
    LayoutUnknown = "layout-unknown", Warning;
    /// A row only adds up the rows above; it is no record.
    TotalRow = "total-row", Note;
    /// A row is the sentence that says there is no data.
    SaysNothingHeld = "says-nothing-held", Note;
    /// The company's privacy notice announces a category of which nothing came.
    AnnouncedAbsent = "announced-absent", Note;
    /// A file that this company's answers usually contain is absent.
    FileAbsent = "file-absent", Note;
    /// The file was received and holds no data: "they say they hold nothing here".
    ReceivedEmpty = "received-empty", Note;

    /// The upload holds the answers of several companies.
    SeveralCompanies = "several-companies", Warning;
    /// The same bytes were imported before.
    ImportedBefore = "imported-before", Note;
    /// The answer was recognised as another company's than the one the case is about.
    OtherCompany = "other-company", Problem;

    // What a directory record can lack (directory/check).
    /// The record breaks the rules of the format; the others were read.
    BadRecord = "bad-record", Problem;
    /// The file is no list of records.
    NoList = "no-list", Problem;
    /// A part of the record lacks a field it cannot do without.
    FieldLacking = "field-lacking", Problem;
    /// A part of the record has a field that does not exist.
    FieldUnknown = "field-unknown", Problem;
    /// A field of the record is there and empty.
    FieldEmpty = "field-empty", Problem;
    /// A word of the record is none of those it may be.
    NotAChoice = "not-a-choice", Problem;
    /// A value of the record is of another kind than it should be.
    ValueUnusable = "value-unusable", Problem;
    /// Two companies that seem unrelated give the same mailbox.
    SharedMailbox = "shared-mailbox", Warning;
    /// The record has no usable contact.
    NoUsableContact = "no-usable-contact", Warning;
    /// The record was last checked more than three years ago.
    RecordStale = "record-stale", Warning;
    /// An e-mail address is malformed.
    BadEmail = "bad-email", Problem;
    /// A URL is malformed or not https.
    BadUrl = "bad-url", Problem;
    /// A source URL is missing or malformed.
    BadSource = "bad-source", Problem;
    /// A SIREN number fails its check digit.
    BadSiren = "bad-siren", Problem;
    /// The fingerprint of an OpenPGP key is not whole, or the address is none that mail goes to.
    BadFingerprint = "bad-fingerprint", Problem;
    /// A country or language code is not known.
    BadCode = "bad-code", Problem;
    /// Two records share an id.
    DuplicateId = "duplicate-id", Problem;
    /// A date lies in the future.
    FutureDate = "future-date", Warning;
    /// A host or mailbox mixes scripts and may imitate another.
    MixedScript = "mixed-script", Warning;
    /// A text has control characters or bidirectional overrides.
    ControlCharacter = "control-character", Problem;
    /// The record says it is usable or incomplete, and its contacts say otherwise.
    StatusContradicts = "status-contradicts", Problem;

    // What a record of a foreign directory can lack (directory/external).
    /// The record lacks a field it cannot do without.
    FieldMissing = "field-missing", Warning;
    /// A field of the record cannot be used.
    FieldUnusable = "field-unusable", Warning;
    /// The record says no more than the name of a home page.
    NothingToKeep = "nothing-to-keep", Note;
    /// The record was gathered by a program and looked at by nobody.
    RecordScraped = "record-scraped", Note;
    /// The record was withdrawn by its own directory and leads nowhere.
    RecordWithdrawn = "record-withdrawn", Note;
    /// The directory has another record with this id.
    RecordTwice = "record-twice", Warning;
    /// The record leads to another one that is not there.
    RedirectLost = "redirect-lost", Note;
    /// The record names a letter of its own, which was ignored.
    TemplateIgnored = "template-ignored", Note;
    /// A document is no record that could be read.
    RecordUnreadable = "record-unreadable", Problem;
}
