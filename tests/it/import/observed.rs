//! Every file and every column that is known of a company's answers is in its recipe, or left out with a reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use habeas::directory::{Directory, source};
use habeas::finding::Code;
use habeas::import::coverage::State;
use habeas::import::{Certainty, Options};

use super::{codes, read_with, recipes, workbook, zip_of};

/// A table of the list.
struct Table {
    company: String,
    format: String,
    member: String,
    name: Option<String>,
    columns: Vec<String>,
}

fn tables() -> Vec<Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recipe/observed.tsv");
    let text = fs::read_to_string(path).expect("the list is there");
    let table = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let parts = cells.split_first_chunk::<4>();
        let ([company, format, member, name], columns) =
            parts.unwrap_or_else(|| unreachable!("too short: {line}"));
        Table {
            company: company.clone(),
            format: format.clone(),
            member: member.clone(),
            name: Some(name.clone()).filter(|name| name != "-"),
            columns: columns.to_vec(),
        }
    };
    text.lines().filter(|line| !line.starts_with('#')).map(table).collect()
}

#[test]
fn every_file_and_every_column_of_the_list_is_in_a_recipe() {
    let tables = tables();
    assert!(tables.len() > 100, "{}", tables.len());
    let mut faults = Vec::new();
    for table in &tables {
        let name = table.name.as_deref();
        let shown = format!("{} {} {}", table.company, table.member, name.unwrap_or_default());
        match recipes().columns_of(&table.company, &table.member, &table.format, name) {
            None => faults.push(format!("{shown}: no recipe knows it")),
            Some(known) => faults.extend(
                table
                    .columns
                    .iter()
                    .filter(|column| !known.has(column))
                    .map(|column| format!("{shown}: {column} is in no recipe")),
            ),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The lines of a list, each in cells.
fn lines(list: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recipe").join(list);
    let text = fs::read_to_string(path).expect("the list is there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// A company is named once, and has a recipe, a made-up answer and a record in the directory, or a reason why not; the table of
/// companies claims no layout that nobody saw.
#[test]
fn every_company_of_the_list_has_a_recipe_or_a_reason() {
    let directory = Directory::new(source::built_in().expect("readable"), Vec::new());
    let (known, summaries) = (recipes().companies(), recipes().summaries());
    let list = lines("companies.tsv");
    assert!(list.len() > 50, "{}", list.len());
    let mut named = BTreeSet::new();
    for line in &list {
        let [name, recipe, why] = line.as_slice() else { panic!("three cells: {line:?}") };
        assert!(named.insert(name), "{name} twice");
        if recipe == "-" {
            assert!(why.split(' ').count() > 3, "{name}: {why} is no reason");
            continue;
        }
        assert!(known.contains(&recipe.as_str()), "{name}: no recipe of {recipe}");
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(recipe);
        assert!(fixture.is_dir(), "{name}: no made-up answer");
        let family = format!("{recipe}-");
        let is_it = |id: &str| id == recipe || id.starts_with(&family);
        assert!(directory.companies().iter().any(|company| is_it(company.id())), "{name}: whom to write to");
        let summary = summaries.iter().find(|summary| summary.company == recipe).expect("it is summed up");
        let is_sure = summary.tables > 0 && summary.certainty == Certainty::Observed;
        match why.as_str() {
            // Two programs read what Vinted sends; nobody showed a page.
            "layout" if recipe == "vinted" => assert_eq!(summary.certainty, Certainty::Documented),
            "layout" => assert!(is_sure, "{name}: {:?}", summary.certainty),
            "delivery" | "notice" | "none" => assert!(!is_sure, "{name}: nobody saw its files"),
            other => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn what_is_no_data_is_left_out_with_a_reason() {
    for line in lines("left-out.tsv") {
        let [company, member, reason] = line.as_slice() else { panic!("three cells: {line:?}") };
        assert!(reason.split(' ').count() > 1, "{member}: {reason} is no reason");
        let company = Some(company.clone()).filter(|company| company != "*");
        let options = Options { company: company.or(Some("temu".to_owned())), ..Options::default() };
        let answer =
            read_with("answer.zip", zip_of(&[(member.as_str(), b"File,Description\na,b\n")]), &options);
        let answer = answer.expect("it opens");
        let account = answer.accounts.first().expect("it is listed all the same");
        assert_eq!((account.state, account.records), (State::Ignored, 0), "{member}");
    }
}

#[test]
fn every_table_of_the_list_is_read_by_its_recipe() {
    for table in tables().iter().filter(|table| matches!(&*table.format, "csv" | "xlsx")) {
        // Of some files only the name is known: their columns are whatever comes.
        let columns =
            if table.columns.is_empty() { vec!["Column".to_owned()] } else { table.columns.clone() };
        let values: Vec<String> = (0..columns.len()).map(|number| format!("word {number}")).collect();
        let content = if table.format == "csv" {
            csv(&[columns, values]).into_bytes()
        } else {
            let sheet = sheet(&[columns, values]);
            workbook(&[(table.name.as_deref().expect("sheets have names"), &sheet)])
        };
        let options = Options { company: Some(table.company.clone()), ..Options::default() };
        let answer = read_with("answer.zip", zip_of(&[(table.member.as_str(), &content)]), &options)
            .expect("it opens");
        let account = answer.accounts.first().expect("it is listed");
        assert_eq!(account.state, State::Mapped, "{} {:?}", table.company, table.member);
        let strange = [Code::LayoutDrift, Code::LayoutUnknown];
        // Of some tables the list knows a few columns only; nobody expects the others then.
        let known = recipes().columns_of(&table.company, &table.member, &table.format, table.name.as_deref());
        let is_expected = known.is_some_and(|known| table.columns.iter().any(|column| known.expects(column)));
        let is_whole = !is_expected || !codes(account).iter().any(|code| strange.contains(code));
        assert!(is_whole, "{} {}: {:?}", table.company, table.member, account.findings);
    }
}

fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

pub(super) fn sheet(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |row: &Vec<String>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.iter().map(row).collect::<String>())
}
