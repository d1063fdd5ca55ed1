//! Draft: a first version of a recipe, from an answer of a company nobody described.
//!
//! In: an archive and the company's id. Out: YAML in the recipe language, one entry per layout of table, with what the
//! generic reader takes its columns for. It holds names of files and columns and never a value: where a document has values for
//! names (an address of mail over the orders it made, a day over its visits), any step stands for them, and such a column is left
//! out. Whoever drafts it looks over the guesses; it is a sound recipe as it stands.

use std::fmt::Write as _;

use crate::import::Options;
use crate::import::amount::Sign;
use crate::import::container::{Archive, Fate, Member};
use crate::import::format::{self, Cell, Flow, FormatFinding, Lists, RowPlace, Sink};
use crate::import::generic::{Sketch, is_value, sketch};
use crate::import::record::Role;
use crate::import::value::DateForm;
use crate::law::category::{Category, Origin};

/// Rows of a table looked at.
const ROWS_SAMPLED: usize = 200;

/// Tables described.
const TABLES_MAX: usize = 500;

/// Columns named per table.
const COLUMNS_MAX: usize = 300;

/// Files an answer is recognised by.
const SIGNS_MAX: usize = 5;

/// Writes the first version of a recipe.
pub fn draft(archive: &Archive, options: &Options, company: &str) -> String {
    let mut tables: Vec<Table> = Vec::new();
    for member in archive.members.iter().filter(|member| member.fate == Fate::Read) {
        for table in sampled(member, archive, options) {
            if tables.len() < TABLES_MAX && !tables.iter().any(|known| known.is_like(&table)) {
                tables.push(table);
            }
        }
    }
    // The first that fits a table takes it: of one file, what has more columns comes before what has some of them.
    let files: Vec<String> = tables.iter().map(|table| table.file.clone()).collect();
    tables.sort_by_cached_key(|table| {
        (files.iter().position(|file| *file == table.file), std::cmp::Reverse(table.columns.len()))
    });
    let named = tables.iter().map(|table| table.file.as_str()).filter(|file| !file.contains('*'));
    let mut names: Vec<&str> = named.collect();
    names.dedup();
    let weight = if names.len() > 1 { "weak" } else { "strong" };
    let mut text = format!(
        "# A first version, from what the columns seem to hold: look over kind, category, origin and dates.\n\
         # Names of files and columns are yours: read them before you share this.\n\
         company: {}\nlayout: \"first\"\nlearned_from: an answer I received\nrecognise:\n  any:\n",
        quoted(company)
    );
    for name in names.iter().take(SIGNS_MAX) {
        line(&mut text, &format!("    - {{ glob: {}, weight: {weight} }}", quoted(name)));
    }
    if names.is_empty() {
        line(&mut text, "    []");
    }
    line(&mut text, "files:");
    if tables.is_empty() {
        line(&mut text, "  []");
    }
    for table in &tables {
        let is_alone = tables.iter().filter(|other| table.is_beside(other)).count() == 1;
        table.write(is_alone, &mut text);
    }
    text
}

/// A table as it was met.
struct Table {
    file: String,
    path: String,
    format: &'static str,
    name: Option<String>,
    columns: Vec<String>,
    rows: Vec<Vec<(String, String)>>,
}

fn sampled(member: &Member, archive: &Archive, options: &Options) -> Vec<Table> {
    let mut sampler = Sampler { path: member.path.clone(), format: "", tables: Vec::new() };
    // What cannot be read is for `import` to say.
    let _ = member.read(archive, options, |reader| {
        let beginning = format::beginning(reader);
        let format = format::detect(&beginning, &member.path);
        sampler.format = format.id();
        format::read(format, &beginning, reader, Lists::Inside, &mut sampler);
    });
    sampler.tables.retain(|table| !table.columns.is_empty());
    sampler.tables
}

impl Table {
    fn is_like(&self, other: &Self) -> bool {
        self.is_beside(other) && self.columns == other.columns
    }

    /// Tells whether both are tables of one file that no name tells apart.
    fn is_beside(&self, other: &Self) -> bool {
        let place = |table: &Self| table.name.as_deref().map(any_steps);
        self.file == other.file && self.format == other.format && place(self) == place(other)
    }

    fn write(&self, is_alone: bool, text: &mut String) {
        let sketch = sketch(&self.path, self.name.as_deref(), &self.rows).without(has_value);
        let is_document = matches!(self.format, "json" | "ndjson");
        line(text, &format!("  - glob: {}", quoted(&self.file)));
        line(text, &format!("    format: {}", self.format));
        match &self.name {
            Some(name) if is_document => line(text, &format!("    rows: {}", quoted(&any_steps(name)))),
            Some(name) if !is_value(name) => line(text, &format!("    sheet: {}", quoted(name))),
            Some(_) | None => {}
        }
        line(text, &format!("    kind: {}", kind(sketch.category)));
        let sure = sketch.confidence.category;
        line(text, &format!("    category: {} # how sure, of 100: {sure}", sketch.category.id()));
        line(text, &format!("    origin: {}", origin(&sketch).id()));
        write_fields(text, &sketch);
        if !sketch.roles.is_empty() {
            line(text, "    roles:");
            write_roles(text, &sketch.roles);
        }
        if let Some(dated) = &sketch.when {
            let forms: Vec<String> = dated.forms.iter().map(DateForm::written).collect();
            if !forms.is_empty() {
                line(text, &format!("    dates: {}", list(&forms)));
            }
            if dated.is_open {
                line(text, "    # Day and month cannot be told apart: add day_month or month_day to dates.");
            }
        }
        if sketch.amount.as_ref().is_some_and(|paid| paid.sign == Sign::Of(',')) {
            line(text, "    decimal: \",\"");
        }
        if let Some(paid) = sketch.amount.as_ref().filter(|paid| paid.is_smallest) {
            line(text, &format!("    smallest_unit: [{}]", quoted(&paid.column)));
        }
        if let Some(currency) = sketch.amount.as_ref().and_then(|paid| paid.tender.named) {
            line(text, &format!("    currency: {currency}"));
        }
        for (key, columns) in [("others", &sketch.others), ("special", &sketch.special)] {
            if !columns.is_empty() {
                line(text, &format!("    {key}: {}", list(columns)));
            }
        }
        // The fields of an object differ from one to the next, so that a list of them would only cry drift.
        if !is_document {
            let columns: Vec<String> =
                self.columns.iter().filter(|column| !has_value(column)).cloned().collect();
            line(text, &format!("    {}: {}", if is_alone { "columns" } else { "headers" }, list(&columns)));
        }
        if self.columns.iter().any(|column| has_value(column)) {
            line(text, "    # Columns whose names look like values are left out.");
        }
    }
}

fn write_fields(text: &mut String, sketch: &Sketch) {
    let mut fields = Vec::new();
    if let Some(dated) = sketch.when.as_ref().filter(|dated| !dated.forms.is_empty()) {
        fields.push(format!("      at: {}", quoted(&dated.column)));
    }
    if !sketch.titles.is_empty() {
        fields.push(format!("      title: {}", list(&sketch.titles)));
    }
    if let Some(paid) = &sketch.amount {
        fields.push(format!("      amount: {}", quoted(&paid.column)));
        fields.extend(paid.quantity.as_ref().map(|column| format!("      quantity: {}", quoted(column))));
        let currency = paid.tender.column.as_ref();
        fields.extend(currency.map(|column| format!("      currency: {}", quoted(column))));
    }
    if !fields.is_empty() {
        line(text, "    fields:");
        fields.iter().for_each(|field| line(text, field));
    }
}

fn write_roles(text: &mut String, roles: &[(Role, String)]) {
    let mut written: Vec<Role> = Vec::new();
    for (role, _) in roles {
        if written.contains(role) {
            continue;
        }
        written.push(*role);
        let columns: Vec<String> =
            roles.iter().filter(|(other, _)| other == role).map(|(_, column)| column.clone()).collect();
        line(text, &format!("      {}: {}", role.id(), list(&columns)));
    }
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("writing to a string cannot fail");
}

/// Tells whether a name of a column, or a part of it, is a value.
fn has_value(column: &str) -> bool {
    is_value(column) || column.split(['.', '[', ']', '/']).any(is_value)
}

/// Puts any step for each step of a pointer that is a value.
fn any_steps(pointer: &str) -> String {
    // In a pointer `~1` is a slash, and `~0` the sign before it (RFC 6901).
    let is_value = |step: &str| is_value(&step.replace("~1", "/").replace("~0", "~"));
    let step = |step: &'_ str| if is_value(step) { "*".to_owned() } else { step.to_owned() };
    pointer.split('/').map(step).collect::<Vec<String>>().join("/")
}

/// The name of a file; any name where it is a value, with the ending it has.
fn file_pattern(file: &str) -> String {
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    match (is_value(stem) || is_value(file), ending) {
        (false, _) => file.to_owned(),
        (true, "") => "*".to_owned(),
        (true, ending) => format!("*.{ending}"),
    }
}

/// Writes a text so that YAML reads it as it is.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().take(COLUMNS_MAX).map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}

/// What is mostly done with a category; nobody has looked at the answer yet.
fn origin(sketch: &Sketch) -> Origin {
    match sketch.origin {
        Origin::Unknown => match sketch.category {
            Category::Identity | Category::Contact | Category::Address | Category::Preferences => {
                Origin::Given
            }
            Category::Reviews | Category::Consent => Origin::Given,
            Category::Purchases | Category::Returns | Category::Basket | Category::Browsing => {
                Origin::Observed
            }
            Category::Search | Category::Media | Category::Device | Category::Security => Origin::Observed,
            Category::Inferences => Origin::Inferred,
            Category::Account
            | Category::Payment
            | Category::Location
            | Category::Communications
            | Category::Loyalty
            | Category::Subscriptions
            | Category::Advertising
            | Category::Recipients
            | Category::Identifiers
            | Category::Support
            | Category::Others
            | Category::Special
            | Category::Unknown => Origin::Unknown,
        },
        known @ (Origin::Given | Origin::Observed | Origin::Inferred | Origin::Obtained) => known,
    }
}

/// The kind most rows of a category are.
fn kind(category: Category) -> &'static str {
    match category {
        Category::Identity => "profile",
        Category::Contact => "contact",
        Category::Address => "address",
        Category::Account => "account",
        Category::Payment => "payment",
        Category::Purchases => "order",
        Category::Returns => "return",
        Category::Basket => "basket-item",
        Category::Browsing => "visit",
        Category::Search => "search",
        Category::Media => "playback",
        Category::Device => "device",
        Category::Location => "location",
        Category::Communications => "message",
        Category::Reviews => "review",
        Category::Loyalty => "points",
        Category::Subscriptions => "subscription",
        Category::Advertising => "ad-click",
        Category::Inferences => "segment",
        Category::Recipients => "advertiser-list",
        Category::Identifiers => "identifier",
        Category::Consent => "consent",
        Category::Security => "login",
        Category::Preferences => "preference",
        Category::Support => "support-contact",
        Category::Others => "household-member",
        Category::Special | Category::Unknown => "row",
    }
}

/// Keeps the first rows of every table.
struct Sampler {
    path: String,
    format: &'static str,
    tables: Vec<Table>,
}

impl Sink for Sampler {
    fn table(&mut self, name: Option<&str>, columns: &[String]) -> Flow {
        let file = file_pattern(self.path.rsplit('/').next().unwrap_or(&self.path));
        self.tables.push(Table {
            file,
            path: self.path.clone(),
            format: self.format,
            name: name.map(str::to_owned),
            columns: columns.to_vec(),
            rows: Vec::new(),
        });
        Flow::Next
    }

    fn row(&mut self, _: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        let Some(table) = self.tables.last_mut() else { return Flow::Stop };
        if table.columns.is_empty() {
            table.columns = cells.iter().map(|cell| cell.name.to_owned()).collect();
        }
        if table.rows.len() >= ROWS_SAMPLED {
            return Flow::SkipTable;
        }
        table.rows.push(cells.iter().map(|cell| (cell.name.to_owned(), cell.text.to_owned())).collect());
        Flow::Next
    }

    fn lost(&mut self, _: FormatFinding) {}

    fn finding(&mut self, _: FormatFinding) {}
}
