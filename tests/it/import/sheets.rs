//! Workbooks before 2007, and what a hostile one asks for.

use habeas::finding::Code;
use habeas::import::coverage::State;

use super::{account, codes, pairs, read_file, rows, zip_of};

const SECTOR: usize = 512;
const CHAIN_END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("it is short");
    [&kind.to_le_bytes(), length.to_le_bytes().as_slice(), data].concat()
}

fn place(row: u16, column: u16, style: u16) -> Vec<u8> {
    [row, column, style].iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("it is short");
    record(0x0204, &[place(row, column, 0), length.to_le_bytes().to_vec(), vec![0], text.into()].concat())
}

fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[place(row, column, style), value.to_le_bytes().to_vec()].concat())
}

/// A formula whose result is a number; its tokens are said to be longer than they are.
fn formula(row: u16, column: u16, value: f64) -> Vec<u8> {
    let data =
        [place(row, column, 0), value.to_le_bytes().to_vec(), vec![0; 6], vec![0xff, 0xff, 0x23, 0, 0, 0]];
    record(0x0006, &data.concat())
}

/// The workbook of one sheet of records: style 1 is a date.
fn book(sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let style = |format: u8| record(0x00e0, &[0, 0, format, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    let globals = [begin(5), style(0), style(14)].concat();
    let named = |at: u32| record(0x0085, &[&at.to_le_bytes(), [0, 0, 1, 0].as_slice(), b"S"].concat());
    let at = globals.len() + named(0).len() + end.len();
    let at = u32::try_from(at).expect("it is small");
    [globals, named(at), end.clone(), begin(0x10), sheet.concat(), end].concat()
}

/// Packs a workbook as programs of the time did: in sectors of a compound file, a small one in small sectors.
pub(super) fn compound(book: &[u8]) -> Vec<u8> {
    let sectors = |bytes: usize| bytes.div_ceil(SECTOR);
    let is_small = book.len() < 4_096;
    let count = |number: usize| u32::try_from(number).expect("it is small");
    // The table, the directory, the table of small sectors, the workbook.
    let of_book = sectors(book.len());
    let mut table = vec![0xffff_fffd, CHAIN_END, CHAIN_END];
    table.extend((1..of_book).map(|number| count(3 + number)));
    table.push(CHAIN_END);
    table.resize(SECTOR / 4, FREE);
    let small_count = book.len().div_ceil(64);
    let mut small: Vec<u32> = (1..small_count).map(count).collect();
    small.push(CHAIN_END);
    small.resize(SECTOR / 4, FREE);
    let entry = |name: &str, kind: u8, child: u32, first: u32, bytes: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend([u8::try_from(2 * name.len() + 2).expect("it is short"), 0, kind, 1]);
        entry.extend([FREE, FREE, child].iter().flat_map(|link| link.to_le_bytes()));
        entry.resize(116, 0);
        entry.extend([first, count(bytes), 0].iter().flat_map(|field| field.to_le_bytes()));
        entry
    };
    let (root, own) = if is_small { ((3, book.len()), 0) } else { ((CHAIN_END, 0), 3) };
    let mut directory = entry("Root Entry", 5, 1, root.0, root.1);
    directory.extend(entry("Workbook", 2, FREE, own, book.len()));
    directory.resize(SECTOR, 0);

    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.extend([0; 16]);
    file.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    let of_small = u32::from(is_small);
    let fields = [0, 1, 1, 0, 4_096, if is_small { 2 } else { CHAIN_END }, of_small, CHAIN_END, 0, 0];
    file.extend(fields.iter().flat_map(|field: &u32| field.to_le_bytes()));
    file.resize(SECTOR, 0xff);
    file.extend(table.iter().chain(&[]).flat_map(|next| next.to_le_bytes()));
    file.extend(directory);
    file.extend(small.iter().flat_map(|next| next.to_le_bytes()));
    file.extend(book);
    file.resize(sectors(file.len()) * SECTOR, 0);
    file
}

pub(super) fn binary_workbook() -> Vec<u8> {
    compound(&book(&orders()))
}

fn orders() -> Vec<Vec<u8>> {
    vec![
        record(0x0200, &[0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0]),
        label(0, 0, "Day"),
        label(0, 1, "Item"),
        label(0, 2, "Price"),
        number(1, 0, 1, 45_322.0),
        label(1, 1, "Lamp"),
        formula(1, 2, 12.5),
    ]
}

#[test]
fn a_workbook_of_old_is_read_with_dates_as_dates() {
    let many: Vec<Vec<u8>> =
        (2..300).flat_map(|row| [number(row, 0, 1, 45_323.0), label(row, 1, "Chair")]).collect();
    for (name, sheet, expected) in [("small", orders(), 1), ("large", [orders(), many].concat(), 299)] {
        let answer = read_file("book.xls", compound(&book(&sheet)));
        let account = account(&answer, "book.xls");
        assert_eq!((&*account.format, account.records), ("xls", expected), "{name}: {account:?}");
        assert_eq!(rows(&answer)[0], pairs(&[("Day", "2024-01-31"), ("Item", "Lamp"), ("Price", "12.5")]));
    }
}

/// What a workbook declares, where it leads and how far apart its cells are cost no more than its bytes.
#[test]
fn a_hostile_workbook_of_old_is_read_or_refused_within_memory() {
    let read = |bytes: Vec<u8>| read_file("answer.zip", zip_of(&[("book.xls", &bytes)]));
    let refused = |bytes: Vec<u8>, code: Code| {
        let answer = read(bytes);
        let account = account(&answer, "book.xls");
        assert_eq!((account.state, codes(account)), (State::Refused, vec![code]));
    };
    // A sheet that is said to be without end, or to end before it begins.
    for declared in [[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], [9, 0, 0, 0, 1, 0, 0, 0]] {
        let mut sheet = orders();
        sheet[0] = record(0x0200, &[declared.as_slice(), &[9, 0, 1, 0, 0, 0]].concat());
        assert_eq!(read(compound(&book(&sheet))).coverage.records, 1, "{declared:?}");
    }
    // Two cells far apart: the near one is the header, the far one is left out and counted.
    let left_out = |bytes: Vec<u8>| {
        let answer = read(bytes);
        let account = account(&answer, "book.xls");
        assert_eq!((account.state, codes(account)), (State::Generic, vec![Code::LimitReached]));
        assert_eq!((account.rows, account.records, account.rows_as_findings), (1, 0, 1));
    };
    left_out(compound(&book(&[label(0, 0, "near"), label(0xffff, 0xff, "far")])));
    left_out(compound(&book(&[label(0, 0, "near"), label(0xffff, 0xffff, "far")])));
    // A far cell behind something drawn, whose end is not that of the sheet.
    let drawn = [record(0x0809, &[0; 16]), record(0x000a, &[])].concat();
    left_out(compound(&book(&[label(0, 0, "near"), drawn, label(0xffff, 0xff, "far")])));
    // Sheets that stand nowhere, or all in one place.
    let whole = book(&orders());
    let named = memchr::memmem::find(&whole, &[0x85, 0, 9, 0]).expect("it is there");
    let mut nowhere = whole.clone();
    nowhere[named + 4..named + 8].fill(0x7f);
    refused(compound(&nowhere), Code::NotTheFormat);
    // Chains that lead back: of the directory, and of the workbook.
    let sound = compound(&[whole, vec![0; 5_000]].concat());
    let mut circle = sound.clone();
    circle[SECTOR + 4..SECTOR + 8].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(read(circle).coverage.members, 1);
    let mut circle = sound.clone();
    circle[SECTOR + 16..SECTOR + 20].copy_from_slice(&3_u32.to_le_bytes());
    assert_eq!(read(circle).coverage.members, 1);
    for length in (0..sound.len()).step_by(97) {
        assert!(read(sound[..length].to_vec()).coverage.adds_up());
    }
}

/// Rows of 256 columns: the limit of four million cells is reached in row 15,625.
#[test]
fn a_workbook_of_old_with_too_many_cells_is_read_as_far_as_they_fit() {
    let mut sheet = vec![label(0, 0, "Item"), label(0, 255, "Shop")];
    for row in [1, 2, 15_624, 15_625, 15_700, 0xffff] {
        sheet.push(label(row, 0, "Lamp"));
        sheet.push(label(row, 255, "Example"));
    }
    let answer = read_file("book.xls", compound(&book(&sheet)));
    let member = account(&answer, "book.xls");
    assert_eq!((member.records, member.rows_as_findings, member.rows), (3, 3, 6), "{member:?}");
    let finding = member.findings.iter().find(|finding| finding.code == Code::LimitReached);
    let facts = finding.map(|finding| finding.facts.clone()).unwrap_or_default();
    assert!(facts.contains(&("left".to_owned(), "3".to_owned())), "{facts:?}");
    assert!(answer.coverage.adds_up());
    // A row that only its last cell makes too wide is left out whole.
    let sheet = [label(0, 0, "Item"), label(20_000, 0, "Lamp"), label(20_000, 255, "Example")];
    let answer = read_file("book.xls", compound(&book(&sheet)));
    let member = account(&answer, "book.xls");
    assert_eq!((member.records, member.rows_as_findings), (0, 1), "{member:?}");
}
