//! Every file and every column that is known of a company's answers is in its recipe, or left out with a reason.

use std::fs;
use std::path::Path;

use habeas::finding::Code;
use habeas::import::Options;
use habeas::import::coverage::State;

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

#[test]
fn every_table_of_the_list_is_read_by_its_recipe() {
    for table in tables().iter().filter(|table| matches!(table.format.as_str(), "csv" | "xlsx")) {
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
        // The list names the columns that matter of the shop export; the rest is in the recipe.
        let is_whole = !codes(account).iter().any(|code| strange.contains(code));
        assert!(is_whole, "{} {}: {:?}", table.company, table.member, account.findings);
    }
}

fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

fn sheet(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |row: &Vec<String>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.iter().map(row).collect::<String>())
}
