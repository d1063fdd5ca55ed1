//! The shapes a small shop really sends: tables with semicolons in the writing of French offices beside a letter as PDF; one workbook
//! with French headings; a mail with tables in its text. Every company whose layout nobody knows is tried in each, on the same
//! invented tables: the answer is recognised, every row is in the category that is right for it, and the sums are exact.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use habeas::import::answer::Answer;
use habeas::import::coverage::State;
use habeas::import::record::Role;
use habeas::law::category::Category;
use habeas::report::model::Report;
use habeas::report::text;
use habeas::wording::{Language, Wording};
use rust_decimal::Decimal;

use super::observed::sheet;
use super::page::pdf;
use super::{read_file, recipes, workbook, zip_of};
use crate::report::sample;

/// How the files of a company are called, where not by its id.
const STEMS: &[(&str, &str)] = &[
    ("albert-heijn", "albertheijn"),
    ("booking", "booking.com"),
    ("e-leclerc", "leclerc"),
    ("la-redoute", "laredoute"),
    ("leroy-merlin", "leroymerlin"),
    ("otto-handel", "otto"),
    ("sncf-connect", "sncf"),
];

/// One table of what a shop holds.
struct Table {
    name: String,
    /// Any of these is right.
    categories: Vec<Category>,
    rows: Vec<Vec<String>>,
}

fn tables(shop: &str) -> Vec<Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recipe/small-shops.txt");
    let written = fs::read_to_string(path).expect("the tables are there").replace("{shop}", shop);
    let table = |block: &str| {
        let mut lines = block.lines();
        let (name, categories) = lines.next().and_then(|line| line.split_once(" = ")).expect("a heading");
        let category = |id: &str| Category::ALL.iter().copied().find(|it| it.id() == id.trim());
        let categories = categories.split(',').map(|id| category(id).expect("a category")).collect();
        let rows = lines.filter(|line| !line.is_empty());
        let rows = rows.map(|line| line.split(';').map(str::to_owned).collect()).collect();
        Table { name: name.to_owned(), categories, rows }
    };
    written.split("\n## ").skip(1).map(table).collect()
}

/// Writes a text as Windows did in western Europe.
fn cp1252(text: &str) -> Vec<u8> {
    let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!is_lossy, "the invented text can be written so");
    bytes.into_owned()
}

fn letter() -> Vec<u8> {
    let lines = ["Madame,", "vous trouverez ci-joint vos donnees.", "Cordialement,", "le service client"];
    let drawn = (0_u32..).zip(lines).map(|(line, text)| {
        let y = 750 - 20 * line;
        format!("/F 10 Tf 1 0 0 1 50 {y} Tm ({text}) Tj ")
    });
    pdf(&[drawn.collect::<String>()])
}

fn as_tables_and_letter(stem: &str, tables: &[Table]) -> Answer {
    let mut members = vec![(format!("{stem}_courrier.pdf"), letter())];
    for table in tables {
        let lines: String = table.rows.iter().map(|row| row.join(";") + "\r\n").collect();
        members.push((format!("{stem}_{}.csv", table.name), cp1252(&lines)));
    }
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    read_file("answer.zip", zip_of(&members))
}

fn as_workbook(stem: &str, tables: &[Table]) -> Answer {
    let sheets: Vec<(&str, String)> =
        tables.iter().map(|table| (table.name.as_str(), sheet(&table.rows))).collect();
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, text)| (*name, text.as_str())).collect();
    read_file(&format!("{stem}_export.xlsx"), workbook(&sheets))
}

fn as_mail(stem: &str, tables: &[Table]) -> Answer {
    let row = |cells: &Vec<String>, tag: &str| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let table = |table: &Table| {
        let rows = table.rows.iter().enumerate();
        let rows: String =
            rows.map(|(index, cells)| row(cells, if index == 0 { "th" } else { "td" })).collect();
        format!("<h2>{}</h2><table>{rows}</table>", table.name)
    };
    let body: String = tables.iter().map(table).collect();
    let mail = format!(
        "From: Service <dpo@example.org>\r\nTo: camille@example.org\r\nSubject: Votre demande\r\n\
         Date: Mon, 03 Jun 2024 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\n<p>Madame,</p>{body}\r\n"
    );
    read_file(&format!("{stem}_reponse.eml"), mail)
}

/// Says what is wrong with what was read.
fn faults(answer: &Answer, company: &str, tables: &[Table]) -> Vec<String> {
    let mut faults = Vec::new();
    if answer.company.as_ref().map(|it| it.id.as_str()) != Some(company) {
        faults.push(format!("it is of {:?}", answer.company.as_ref().map(|it| it.id.as_str())));
    }
    let read = [State::Generic, State::Mapped];
    let unread = answer.accounts.iter().filter(|account| !read.contains(&account.state));
    faults.extend(unread.map(|account| format!("{} is {:?}", account.path, account.state)));
    let records = |category: Category| answer.totals.categories.get(&category).map_or(0, |it| it.records);
    let mut owed: BTreeMap<&[Category], u64> = BTreeMap::new();
    for table in tables {
        let rows = u64::try_from(table.rows.len() - 1).expect("few");
        *owed.entry(&table.categories).or_default() += rows;
    }
    for (categories, rows) in &owed {
        let found: u64 = categories.iter().map(|category| records(*category)).sum();
        // The letter, or the mail around the tables, is a communication too.
        let is_right = found == *rows || *categories == [Category::Communications] && found > *rows;
        if !is_right {
            faults.push(format!("{categories:?}: {found} of {rows} rows"));
        }
    }
    let all: u64 = owed.values().sum();
    let lines = records(Category::Unknown);
    if lines > 1 {
        faults.push(format!("{lines} of {all} rows are in no category"));
    }
    let euros = |year: Option<&str>| {
        let bought = answer.totals.categories.get(&Category::Purchases);
        let sums = bought.and_then(|bought| match year {
            Some(year) => bought.years.get(year),
            None => Some(&bought.amounts),
        });
        sums.and_then(|sums| sums.get("EUR")).map_or(Decimal::ZERO, |sum| sum.total).to_string()
    };
    let sums = [euros(None), euros(Some("2023")), euros(Some("2024"))];
    if sums != ["1134.38", "24.50", "1109.88"] {
        faults.push(format!("the sums are {sums:?}"));
    }
    for (role, text) in [
        (Role::Inference, "Acheteuse régulière"),
        (Role::Inference, "Sensible aux promotions"),
        (Role::Recipient, "Exemple Régie"),
        (Role::Recipient, "Exemple Transport"),
        (Role::IpAddress, "192.0.2.30"),
        (Role::Query, "bottines noires"),
    ] {
        if !answer.totals.lists.get(&role).is_some_and(|list| list.entries.contains_key(text)) {
            faults.push(format!("{text} is in no list of {role:?}"));
        }
    }
    let bought = answer.totals.categories.get(&Category::Purchases);
    let titles: Vec<&str> =
        bought.iter().flat_map(|it| &it.samples).filter_map(|it| it.title.as_deref()).collect();
    if !titles.contains(&"Étui à lunettes") {
        faults.push(format!("an order is called {titles:?}"));
    }
    faults
}

#[test]
fn every_company_without_a_known_layout_is_read_in_every_shape_a_small_shop_sends() {
    let mut wrong = Vec::new();
    let mut tried = Vec::new();
    for known in recipes().summaries().iter().filter(|known| known.tables == 0) {
        let company = known.company;
        let stem = STEMS.iter().find(|(id, _)| *id == company).map_or(company, |(_, stem)| stem);
        let tables = tables(stem);
        for (shape, answer) in [
            ("tables and a letter", as_tables_and_letter(stem, &tables)),
            ("workbook", as_workbook(stem, &tables)),
            ("mail", as_mail(stem, &tables)),
        ] {
            wrong.extend(
                faults(&answer, company, &tables).iter().map(|it| format!("{company}, {shape}: {it}")),
            );
        }
        tried.push(company);
    }
    for asked in
        ["ebay", "cdiscount", "sarenza", "spartoo", "zalando", "la-redoute", "fnac", "darty", "veepee"]
    {
        assert!(tried.contains(&asked), "{asked} was not tried");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A layout that nobody saw is said to be unsure, in the page's language; one that was looked at is not.
#[test]
fn the_report_says_in_both_languages_how_sure_each_recipe_is() {
    for language in [Language::FRENCH, Language::ENGLISH] {
        for known in recipes().summaries().iter().filter(|known| known.tables == 0) {
            let stem =
                STEMS.iter().find(|(id, _)| *id == known.company).map_or(known.company, |(_, stem)| stem);
            let answer = as_workbook(stem, &tables(stem));
            let said = text::render(&Report::build(&answer, &sample::context(language)), 10_000);
            let unsure = Wording::of(language).say(&format!("import-certainty-{}", known.certainty.id()));
            assert!(said.contains(&unsure), "{} in {language}: {unsure}", known.company);
        }
    }
}
