//! Tests of the room `import` at its boundary: bytes in, an answer out, and the sums always hold.

mod amounts;
mod archive;
mod beside;
mod billing;
mod called;
mod columnar;
pub(crate) mod company;
mod dates;
mod denied;
mod dress;
mod footer;
mod format;
mod generic;
mod hostile;
mod inferred;
mod kept;
mod known;
mod later;
mod limits;
mod meaning;
mod methods;
mod money;
pub(crate) mod mutation;
mod nearly;
mod observed;
mod page;
mod property;
mod quine;
mod recipe;
mod sheets;
mod small_shop;
mod suites;
mod sums;
mod told;
mod totals;
mod undone;
mod vessel;
mod yearly;

use std::io::Write as _;
use std::sync::OnceLock;

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::container::{self, Error};
use habeas::import::coverage::{Account, State};
use habeas::import::record::Role;
use habeas::import::{Options, Recipes, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The built-in recipes, read once.
pub(crate) fn recipes() -> &'static Recipes {
    static RECIPES: OnceLock<Recipes> = OnceLock::new();
    RECIPES.get_or_init(Recipes::built_in)
}

/// Holds what a file tells in a role against what it should.
#[track_caller]
fn tells(name: &str, text: &str, role: Role, expected: &[&str]) {
    let answer = read_file(name, text);
    let list = answer.totals.lists.get(&role);
    let found: Vec<&str> =
        list.map(|list| list.entries.keys().map(String::as_str).collect()).unwrap_or_default();
    assert_eq!(found, expected, "{role:?} in {name}: {text}");
}

/// Reads one file as an answer.
fn read_file(name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    read_with(name, bytes.into(), &Options::default()).expect("it opens")
}

fn read_with(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Answer, Error> {
    let archive = container::open_bytes(name, bytes, options)?;
    let answer = read(&archive, recipes(), options, &|_| ());
    assert!(answer.coverage.adds_up(), "{:?}", answer.coverage);
    assert_eq!(answer.coverage.records, answer.totals.records(), "every record is in the totals");
    Ok(answer)
}

/// Packs members into a zip archive.
fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(members, SimpleFileOptions::default())
}

fn zip_with(members: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, options).expect("a member starts");
        writer.write_all(bytes).expect("a member is written");
    }
    writer.finish().expect("the archive ends").into_inner()
}

/// Puts other bytes of the same length wherever some stand: a name in a member's header and in the directory.
fn overwrite(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let mut at = 0;
    while let Some(window) = bytes.get_mut(at..at + from.len()) {
        if window == from {
            window.copy_from_slice(to);
        }
        at += 1;
    }
}

fn account<'a>(answer: &'a Answer, path: &str) -> &'a Account {
    answer.accounts.iter().find(|account| account.path == path).expect("the member is in the ledger")
}

fn states(answer: &Answer) -> Vec<(&str, State)> {
    answer.accounts.iter().map(|account| (account.path.as_str(), account.state)).collect()
}

fn codes(account: &Account) -> Vec<Code> {
    account.findings.iter().map(|finding| finding.code).collect()
}

/// The titles of the first rows, over all categories.
fn titles(answer: &Answer) -> Vec<String> {
    let samples = answer.totals.categories.values().flat_map(|category| &category.samples);
    samples.filter_map(|sample| sample.title.clone()).collect()
}

/// The fields of the first rows, over all categories.
fn rows(answer: &Answer) -> Vec<Vec<(String, String)>> {
    let samples = answer.totals.categories.values().flat_map(|category| &category.samples);
    samples.map(|sample| sample.fields.clone()).collect()
}

fn pairs(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// Makes a workbook of sheets; style 1 is a date, style 2 a date with a time.
fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    workbook_with(sheets, CompressionMethod::Deflated)
}

fn workbook_with(sheets: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let list: String = (1..)
        .zip(sheets)
        .map(|(id, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>"))
        .collect();
    let main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations: String = (1..=sheets.len())
        .map(|id| {
            format!(
                "<Relationship Id=\"rId{id}\" Type=\"{main}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
            )
        })
        .collect();
    let book = format!("<workbook xmlns:r=\"{main}\"><sheets>{list}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let package = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{main}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let formats = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.00 &quot;CHF&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[$$-409]#,##0.00\"/></numFmts>";
    let cells = ["0", "14", "22", "164", "165"].map(|number| format!("<xf numFmtId=\"{number}\"/>")).concat();
    let styles = format!("<styleSheet>{formats}<cellXfs>{cells}</cellXfs></styleSheet>");
    let names: Vec<String> = (1..=sheets.len()).map(|id| format!("xl/worksheets/sheet{id}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    parts.extend(names.iter().zip(sheets).map(|(name, (_, text))| (name.as_str(), text.as_bytes())));
    zip_with(&parts, SimpleFileOptions::default().compression_method(method))
}
