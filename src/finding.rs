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

closed_list! {
    /// What a finding says. Each has a sentence in every language of `templates/wording` (`finding-<code>`), which a test
    /// checks.
    pub enum Code {
        // What an archive can do (import/container).
        /// The archive is damaged; what could be reached was read.
        ArchiveDamaged = "archive-damaged", Severity::Problem;
        /// The member is encrypted and no password was given, or a wrong one.
        MemberEncrypted = "member-encrypted", Severity::Problem;
        /// The member's bytes could not be read (a bad checksum, an unknown method, a cut file).
        MemberUnreadable = "member-unreadable", Severity::Problem;
        /// Two members share one name; both were read.
        DuplicateName = "duplicate-name", Severity::Warning;
        /// The member has the same bytes as another and was counted once.
        DuplicateContent = "duplicate-content", Severity::Note;
        /// The member's path tries to leave the archive; it is only shown, never used.
        UnsafePath = "unsafe-path", Severity::Warning;
        /// A symbolic link in a folder was not followed.
        LinkNotFollowed = "link-not-followed", Severity::Note;
        /// A pipe, a socket or a device in a folder was not read: it need not end.
        NotAFile = "not-a-file", Severity::Warning;
        /// The member shares bytes with another, as in an archive built to overwhelm; it was not read.
        MemberOverlap = "member-overlap", Severity::Problem;
        /// The archive calls the member a folder, and it holds data; it was taken as a file.
        FolderWithData = "folder-with-data", Severity::Warning;
        /// The file is an archive of a kind that is not read.
        ArchiveUnread = "archive-unread", Severity::Problem;
        /// The file is a mailbox of a kind that is not read.
        MailboxUnread = "mailbox-unread", Severity::Problem;
        /// The file is called an archive and is a web page.
        PageForArchive = "page-for-archive", Severity::Problem;
        /// A limit on size, depth, number or ratio was reached; reading stopped there.
        LimitReached = "limit-reached", Severity::Problem;

        // What a file can do (import/format).
        /// The file says it is one format and is not.
        NotTheFormat = "not-the-format", Severity::Problem;
        /// The file ends in the middle; what stood before was read.
        CutShort = "cut-short", Severity::Problem;
        /// The file breaks its format's rules; what stood before was read.
        Malformed = "malformed", Severity::Problem;
        /// A sheet of a workbook could not be read to its end.
        SheetUnreadable = "sheet-unreadable", Severity::Problem;
        /// Bytes that are no valid text in the file's encoding were replaced.
        BadEncoding = "bad-encoding", Severity::Warning;
        /// A row has more or fewer cells than the header; the row was kept, extra cells under `#n`.
        RaggedRow = "ragged-row", Severity::Warning;
        /// A quote opens a cell and is never closed; it was taken as a sign of the text, so that no row is lost to it.
        QuoteUnclosed = "quote-unclosed", Severity::Problem;
        /// A row could not be read and is no record.
        RowUnreadable = "row-unreadable", Severity::Problem;
        /// A row could not be read, and neither could what stands between it and the next that can.
        PartUnreadable = "part-unreadable", Severity::Problem;
        /// Behind a fault nothing more could be read.
        RestUnread = "rest-unread", Severity::Problem;
        /// The file breaks rules of its format that cost nothing: it was read all the same.
        NotStrict = "not-strict", Severity::Note;
        /// An object gives the same key twice; both values were kept.
        DuplicateKey = "duplicate-key", Severity::Warning;
        /// The header stands again between the rows; it was counted as no row.
        HeaderRepeated = "header-repeated", Severity::Note;
        /// The pages hold pictures and no text that can be read.
        NoText = "no-text", Severity::Warning;
        /// NUL bytes were found in text and left out.
        NulBytes = "nul-bytes", Severity::Note;
        /// Few letters leave open which encoding a text is in.
        EncodingUnsure = "encoding-unsure", Severity::Note;

        // What a recipe can find (import/apply).
        /// A date is in none of the known forms; the original text was kept.
        DateUnreadable = "date-unreadable", Severity::Warning;
        /// An amount could not be read; the original text was kept.
        AmountUnreadable = "amount-unreadable", Severity::Warning;
        /// Amounts whose one sign may divide decimals or thousands; they were read as thousands.
        AmountAmbiguous = "amount-ambiguous", Severity::Warning;
        /// Rows of orders that were cancelled or paid back; their amounts are in no sum.
        OrderUndone = "order-undone", Severity::Note;
        /// Rows of what was paid back for orders of the same table; it is taken off the sums.
        RefundTakenOff = "refund-taken-off", Severity::Note;
        /// A column says what was paid back of orders; it is not taken off the sums, which may have it already.
        RefundNotTakenOff = "refund-not-taken-off", Severity::Warning;
        /// Rows of one order have the same total, which may be that of the order; each is counted.
        TotalMayRepeat = "total-may-repeat", Severity::Warning;
        /// An object says what the list in it adds up to; it is counted once.
        TotalOfList = "total-of-list", Severity::Note;
        /// Orders another table says were cancelled or paid back; their amounts are in no sum.
        OrderUndoneElsewhere = "order-undone-elsewhere", Severity::Note;
        /// Orders stand in several tables of the answer; their money is counted once.
        OrderCountedOnce = "order-counted-once", Severity::Note;
        /// Day and month cannot be told apart in this column; the original text was kept.
        DateAmbiguous = "date-ambiguous", Severity::Warning;
        /// A column holds dates, amounts or the like in a part of its table only; its text was kept.
        ColumnChanges = "column-changes", Severity::Warning;
        /// A known file lacks columns it used to have, or has new ones.
        LayoutDrift = "layout-drift", Severity::Warning;
        /// A file of a known name has another layout; it was read without the recipe.
        LayoutUnknown = "layout-unknown", Severity::Warning;
        /// A row only adds up the rows above; it is no record.
        TotalRow = "total-row", Severity::Note;
        /// A row is the sentence that says there is no data.
        SaysNothingHeld = "says-nothing-held", Severity::Note;
        /// The company's privacy notice announces a category of which nothing came.
        AnnouncedAbsent = "announced-absent", Severity::Note;
        /// A file that this company's answers usually contain is absent.
        FileAbsent = "file-absent", Severity::Note;
        /// The file was received and holds no data: "they say they hold nothing here".
        ReceivedEmpty = "received-empty", Severity::Note;

        /// The upload holds the answers of several companies.
        SeveralCompanies = "several-companies", Severity::Warning;
        /// The same bytes were imported before.
        ImportedBefore = "imported-before", Severity::Note;
        /// The answer was recognised as another company's than the one the case is about.
        OtherCompany = "other-company", Severity::Problem;

        // What a directory record can lack (directory/check).
        /// The record breaks the rules of the format; the others were read.
        BadRecord = "bad-record", Severity::Problem;
        /// The file is no list of records.
        NoList = "no-list", Severity::Problem;
        /// A part of the record lacks a field it cannot do without.
        FieldLacking = "field-lacking", Severity::Problem;
        /// A part of the record has a field that does not exist.
        FieldUnknown = "field-unknown", Severity::Problem;
        /// A field of the record is there and empty.
        FieldEmpty = "field-empty", Severity::Problem;
        /// A word of the record is none of those it may be.
        NotAChoice = "not-a-choice", Severity::Problem;
        /// A value of the record is of another kind than it should be.
        ValueUnusable = "value-unusable", Severity::Problem;
        /// Two companies that seem unrelated give the same mailbox.
        SharedMailbox = "shared-mailbox", Severity::Warning;
        /// The record has no usable contact.
        NoUsableContact = "no-usable-contact", Severity::Warning;
        /// The record was last checked more than three years ago.
        RecordStale = "record-stale", Severity::Warning;
        /// An e-mail address is malformed.
        BadEmail = "bad-email", Severity::Problem;
        /// A URL is malformed or not https.
        BadUrl = "bad-url", Severity::Problem;
        /// A source URL is missing or malformed.
        BadSource = "bad-source", Severity::Problem;
        /// A SIREN number fails its check digit.
        BadSiren = "bad-siren", Severity::Problem;
        /// The fingerprint of an OpenPGP key is not whole, or the address is none that mail goes to.
        BadFingerprint = "bad-fingerprint", Severity::Problem;
        /// A country or language code is not known.
        BadCode = "bad-code", Severity::Problem;
        /// Two records share an id.
        DuplicateId = "duplicate-id", Severity::Problem;
        /// A date lies in the future.
        FutureDate = "future-date", Severity::Warning;
        /// A host or mailbox mixes scripts and may imitate another.
        MixedScript = "mixed-script", Severity::Warning;
        /// A text has control characters or bidirectional overrides.
        ControlCharacter = "control-character", Severity::Problem;
        /// The record says it is usable or incomplete, and its contacts say otherwise.
        StatusContradicts = "status-contradicts", Severity::Problem;

        // What a record of a foreign directory can lack (directory/external).
        /// The record lacks a field it cannot do without.
        FieldMissing = "field-missing", Severity::Warning;
        /// A field of the record cannot be used.
        FieldUnusable = "field-unusable", Severity::Warning;
        /// The record says no more than the name of a home page.
        NothingToKeep = "nothing-to-keep", Severity::Note;
        /// The record was gathered by a program and looked at by nobody.
        RecordScraped = "record-scraped", Severity::Note;
        /// The record was withdrawn by its own directory and leads nowhere.
        RecordWithdrawn = "record-withdrawn", Severity::Note;
        /// The directory has another record with this id.
        RecordTwice = "record-twice", Severity::Warning;
        /// The record leads to another one that is not there.
        RedirectLost = "redirect-lost", Severity::Note;
        /// The record names a letter of its own, which was ignored.
        TemplateIgnored = "template-ignored", Severity::Note;
        /// A document is no record that could be read.
        RecordUnreadable = "record-unreadable", Severity::Problem;
    }

    /// Returns how grave a finding of this kind is.
    pub fn severity -> Severity;
}
