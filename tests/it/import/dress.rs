//! The same answer in another dress: folders renamed, packed again, capitals, a byte order mark, a column gone, headings in
//! another language. It is still read whole, or the difference is said; never silently less.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic where a fixture is not as it was made"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::{Account, State};
use habeas::import::{Options, container, read};
use serde_json::Value;
use zip::ZipArchive;

use super::company::{Case, cases};
use super::{codes, read_with, recipes, zip_of};

const MARK: &[u8] = "\u{feff}".as_bytes();

type Members = Vec<(String, Vec<u8>)>;

fn read_members(members: &Members) -> Answer {
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let bytes = zip_of(&members);
    let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
    let answer = read(&archive, recipes(), &Options::default(), &|_| ());
    assert!(answer.coverage.adds_up());
    answer
}

fn company(answer: &Answer) -> Option<&str> {
    answer.company.as_ref().map(|company| company.id.as_str())
}

fn dresses(members: &Members) -> Vec<(&'static str, Members)> {
    let renamed = members.iter().map(|(name, bytes)| (format!("Mes données/2022/{name}"), bytes.clone()));
    let capitals = members.iter().map(|(name, bytes)| (name.to_uppercase(), bytes.clone()));
    let marked = members.iter().map(|(name, bytes)| {
        let is_bare =
            name.ends_with(".csv") && !bytes.starts_with(MARK) && std::str::from_utf8(bytes).is_ok();
        (name.clone(), if is_bare { [MARK, bytes].concat() } else { bytes.clone() })
    });
    let inner: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    vec![
        ("folders above", renamed.collect()),
        ("capitals", capitals.collect()),
        ("byte order mark", marked.collect()),
        ("packed again", vec![("paquet.zip".to_owned(), zip_of(&inner))]),
    ]
}

#[test]
fn folders_capitals_packing_and_marks_change_nothing() {
    for Case { name, members } in cases() {
        let plain = read_members(&members);
        let shop = name.split('/').next().expect("a company");
        // The export of a program that many shops use names none of them.
        assert_eq!(company(&plain), Some(shop).filter(|shop| *shop != "shopify"), "{name}");
        for (dress, members) in dresses(&members) {
            let dressed = read_members(&members);
            assert_eq!(company(&dressed), company(&plain), "{name}: {dress}");
            let facts = |answer: &Answer| {
                let coverage = answer.coverage;
                (coverage.mapped, coverage.rows, coverage.records, answer.totals.origins())
            };
            assert_eq!(facts(&dressed), facts(&plain), "{name}: {dress}");
            let categories = |answer: &Answer| {
                let totals = answer.totals.categories.iter();
                totals.map(|(category, totals)| (*category, totals.records)).collect::<Vec<_>>()
            };
            assert_eq!(categories(&dressed), categories(&plain), "{name}: {dress}");
        }
    }
}

/// A file in which one column is gone, of one of its tables.
struct Shorn {
    table: Option<String>,
    column: String,
    bytes: Vec<u8>,
}

/// Returns a file once for each of its columns, without it; nothing of kinds of files that have none.
fn shorn(path: &str, bytes: &[u8]) -> Vec<Shorn> {
    let of_text = |column: &str, text: String| Shorn {
        table: None,
        column: column.to_owned(),
        bytes: text.into_bytes(),
    };
    let text = std::str::from_utf8(bytes).ok();
    match (path.rsplit('.').next(), text) {
        (Some("csv"), Some(text)) => {
            // The first columns of each table; a table of Amazon's has up to seventy, and there are a hundred.
            (0..8)
                .filter_map(|gone| without(text, gone))
                .map(|(column, text)| of_text(&column, text))
                .collect()
        }
        (Some("json"), Some(text)) => {
            let value: Value = serde_json::from_str(text).expect("it is sound");
            let (mut keys, mut alone) = (BTreeSet::new(), BTreeSet::new());
            keys_of(&value, "", &mut keys, &mut alone);
            let shorn = |(table, key): &(String, String)| Shorn {
                table: Some(table.clone()),
                ..of_text(key, without_key(&value, key).to_string())
            };
            keys.iter().filter(|(_, key)| !alone.contains(key)).map(shorn).collect()
        }
        (Some("html"), Some(text)) => {
            let named: BTreeSet<&str> =
                text.split("itemprop=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let gone = |name: &&str| text.replace(&format!("itemprop=\"{name}\""), "itemprop=\"entfallen\"");
            named.iter().map(|name| of_text(name, gone(name))).collect()
        }
        (Some("xlsx"), _) => shorn_workbook(bytes),
        (Some("pdf"), _) => shorn_document(bytes),
        _ => Vec::new(),
    }
}

/// Collects the names of values with the table they are in, not of what holds others; and the names of those that stand alone,
/// with which their row would go.
fn keys_of(value: &Value, at: &str, keys: &mut BTreeSet<(String, String)>, alone: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let is_value = |value: &Value| !value.is_array() && !value.is_object();
            let names: Vec<&String> =
                object.iter().filter(|(_, inner)| is_value(inner)).map(|(key, _)| key).collect();
            match names.as_slice() {
                [one] => alone.extend([(*one).clone()]),
                names => keys.extend(names.iter().map(|name| (at.to_owned(), (*name).clone()))),
            }
            object.iter().for_each(|(key, inner)| keys_of(inner, &format!("{at}/{key}"), keys, alone));
        }
        Value::Array(rows) => {
            for (number, row) in rows.iter().enumerate() {
                // A list in a list is a table of its own.
                let at = if row.is_array() { format!("{at}/{number}") } else { at.to_owned() };
                keys_of(row, &at, keys, alone);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn without_key(value: &Value, gone: &str) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter(|(key, _)| key.as_str() != gone);
            Value::Object(kept.map(|(key, inner)| (key.clone(), without_key(inner, gone))).collect())
        }
        Value::Array(all) => all.iter().map(|inner| without_key(inner, gone)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

/// The parts of a workbook.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut book = ZipArchive::new(Cursor::new(bytes)).expect("it opens");
    let mut parts = Vec::new();
    for index in 0..book.len() {
        let mut part = book.by_index(index).expect("it is there");
        let name = part.name().expect("it has a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("it is text");
        parts.push((name, text));
    }
    parts
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip_of(&parts)
}

/// Where the cells of a row of a sheet begin.
fn cell_places(row: &str) -> Vec<usize> {
    row.match_indices("<c")
        .filter(|(at, _)| row[at + 2..].starts_with([' ', '>']))
        .map(|(at, _)| at)
        .collect()
}

fn shorn_workbook(bytes: &[u8]) -> Vec<Shorn> {
    let parts = parts(bytes);
    let book = parts.iter().find(|(name, _)| name == "xl/workbook.xml").expect("it has one");
    let names: Vec<&str> =
        book.1.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut all = Vec::new();
    for (number, name) in (1..).zip(names) {
        let part = format!("xl/worksheets/sheet{number}.xml");
        let Some(place) = parts.iter().position(|(name, _)| *name == part) else { continue };
        let rows: Vec<&str> = parts[place].1.split_inclusive("</row>").collect();
        for gone in 0..rows.first().map_or(0, |header| cell_places(header).len()) {
            let cut = |row: &&str| {
                let places = cell_places(row);
                let Some(from) = places.get(gone) else { return (*row).to_owned() };
                let to = places.get(gone + 1).copied().or_else(|| row.rfind("</row>")).unwrap_or(row.len());
                format!("{}{}", &row[..*from], &row[to..])
            };
            let header = rows[0];
            let from = cell_places(header)[gone];
            let column = header[from..].split("<t>").nth(1).and_then(|rest| rest.split("</t>").next());
            let Some(column) = column.map(str::to_owned) else { continue };
            let mut changed = parts.clone();
            changed[place].1 = rows.iter().map(cut).collect();
            all.push(Shorn { table: Some(name.to_owned()), column, bytes: packed(&changed) });
        }
    }
    all
}

/// Labels of a document are called otherwise, letter by letter, so that everything stays where it is.
fn shorn_document(bytes: &[u8]) -> Vec<Shorn> {
    let text = encoding_rs::WINDOWS_1252.decode(bytes).0;
    let drawn = text.lines().filter_map(|line| line.split_once("Tm (")?.1.strip_suffix(") Tj"));
    let strings: Vec<&str> = drawn.collect();
    // Some documents are JSON, printed.
    let printed: Option<Value> = serde_json::from_str(&strings.join("\n")).ok();
    let (mut keys, mut alone) = (BTreeSet::new(), BTreeSet::new());
    if let Some(value) = &printed {
        keys_of(value, "", &mut keys, &mut alone);
    }
    let of_json = keys.iter().map(|(table, key)| (Some(table.clone()), format!("\"{key}\"")));
    let labels = strings.iter().filter(|_| printed.is_none()).map(|text| (None, format!("({text})")));
    let other = |(table, label): (Option<String>, String)| {
        let unlike: String = label.chars().map(|c| if c.is_alphabetic() { 'x' } else { c }).collect();
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let find = |needle: &str| encoding_rs::WINDOWS_1252.encode(needle).0.into_owned();
        let bytes = replaced(&bytes, &find(&label), &find(&unlike));
        let column = label.trim_matches(['(', ')', '"']).trim_end_matches([':', ' ']).to_owned();
        Shorn { table, column, bytes }
    };
    of_json.chain(labels).map(other).collect()
}

/// Puts other bytes of the same length in the place of some.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(from.len()).position(|window| window == from) {
        bytes[at + found..at + found + from.len()].copy_from_slice(to);
        at += found + from.len();
    }
    bytes
}

#[test]
fn a_column_that_goes_is_said_and_no_row_is_lost() {
    let mut taken: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    for Case { name, members } in cases() {
        let shop = name.split('/').next().expect("a company");
        let options = Options { company: Some(shop.to_owned()), ..Options::default() };
        let alone = |path: &str, bytes: &[u8]| read_with("answer.zip", zip_of(&[(path, bytes)]), &options);
        for (path, bytes) in &members {
            let plain = alone(path, bytes).expect("it opens");
            let before = plain.accounts.first().expect("it is listed");
            for Shorn { table, column, bytes } in shorn(path, bytes) {
                let answer = alone(path, &bytes).expect("it opens");
                let now = answer.accounts.first().expect("it is listed");
                // Of a document, what stood in a line of its own may join its neighbours.
                if !path.ends_with(".pdf") && now.rows != before.rows {
                    faults.push(format!(
                        "{name} {path} without {column}: {} of {} rows",
                        now.rows, before.rows
                    ));
                }
                // A sentence that there is no data is only known where it stands in a known table.
                if now.records + now.rows_as_findings != now.rows
                    || now.rows_as_findings > before.rows_as_findings
                {
                    faults.push(format!("{name} {path} without {column}: {:?}", now.findings));
                }
                let format = &*before.format;
                let known = recipes().columns_of(shop, path, format, table.as_deref());
                let is_missed = known.is_some_and(|known| {
                    known.expects(&column) || !matches!(format, "csv" | "xlsx") && known.needs(&column)
                });
                if before.state == State::Mapped && is_missed {
                    if !is_said(now, before) {
                        faults.push(format!("{name} {path} without {column}: {:?}", now.findings));
                    }
                    taken.entry(shop.to_owned()).or_default().insert(column);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    // Every company with a known layout was tried; of these the layout is not known to the column.
    let unnamed = ["shein", "google"];
    for known in recipes().summaries().iter().filter(|known| known.tables > 0) {
        let columns = taken.get(known.company).map_or(0, BTreeSet::len);
        assert!(columns > 0 || unnamed.contains(&known.company), "{} was not tried", known.company);
    }
    assert!(taken.values().map(BTreeSet::len).sum::<usize>() > 200, "{taken:?}");
}

/// Tells whether the account says that something is different: a column is missing or the layout is not known.
fn is_said(now: &Account, before: &Account) -> bool {
    let strange = |account: &Account| {
        codes(account)
            .into_iter()
            .filter(|code| matches!(code, Code::LayoutDrift | Code::LayoutUnknown))
            .count()
    };
    // Some fixtures differ from the recipe on purpose; what they lack is in the same finding.
    strange(now) > strange(before) || strange(now) > 0 && now.findings != before.findings
}

/// Lines, of which some end within quotes and go on.
fn whole_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_within = false;
    for line in text.lines() {
        match lines.last_mut() {
            Some(last) if is_within => *last += &format!("\n{line}"),
            Some(_) | None => lines.push(line.to_owned()),
        }
        is_within ^= line.matches('"').count() % 2 == 1;
    }
    lines
}

/// Takes a column away; nothing for a table of one column.
fn without(text: &str, gone: usize) -> Option<(String, String)> {
    let text = text.trim_start_matches('\u{feff}');
    let header = text.lines().next()?;
    let sign = [',', ';'].into_iter().max_by_key(|sign| header.matches(*sign).count())?;
    let columns = cells(header, sign);
    if columns.len() < 2 {
        return None;
    }
    let column = columns.get(gone)?.trim_matches(['"', '\0', ' ']).to_owned();
    let blank =
        |line: &str| line.chars().all(|letter| letter == sign || letter == '"' || letter.is_whitespace());
    let line = |line: &str| {
        let mut cells = cells(line, sign);
        if gone < cells.len() {
            cells.remove(gone);
        }
        cells.join(&sign.to_string()) + "\n"
    };
    let lines = whole_lines(text);
    let changed: Vec<String> = lines.iter().map(|whole| line(whole)).collect();
    // What stood in that column alone is gone with it.
    let is_lost = lines.iter().zip(&changed).any(|(before, after)| !blank(before) && blank(after));
    (!is_lost).then(|| (column, changed.concat()))
}

/// Splits a line at the signs outside of quotes; the quotes stay.
fn cells(line: &str, sign: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        is_quoted ^= letter == '"';
        match cells.last_mut() {
            Some(_) if letter == sign && !is_quoted => cells.push(String::new()),
            Some(cell) => cell.push(letter),
            None => {}
        }
    }
    cells
}

#[test]
fn headings_in_another_language_are_the_same_columns() {
    let mut translated = BTreeSet::new();
    for Case { name, members } in cases() {
        let shop = name.split('/').next().expect("a company");
        let synonyms: Vec<(&str, &[String])> = recipes().synonyms_of(shop).collect();
        // The labels of Amazon's documents are tried one by one, with its tables.
        if synonyms.is_empty() || shop == "amazon" {
            continue;
        }
        let most = synonyms.iter().map(|(_, others)| others.len()).max().unwrap_or(0);
        let options = Options { company: Some(shop.to_owned()), ..Options::default() };
        let read = |members: &Members| {
            let members: Vec<(&str, &[u8])> =
                members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            read_with("answer.zip", zip_of(&members), &options).expect("it opens")
        };
        let plain = read_members(&members);
        for language in 0..most {
            let changed: Members = members
                .iter()
                .map(|(path, bytes)| (path.clone(), in_language(path, bytes, &synonyms, language)))
                .collect();
            // An answer that is in another language already.
            if changed == members {
                continue;
            }
            translated.insert(shop.to_owned());
            // Names of files in one language and headings in another, and no name that tells.
            let nameless: Members =
                (1..).zip(&changed).map(|(n, (path, bytes))| (bare(n, path), bytes.clone())).collect();
            let of_name = read_members(&changed);
            assert_eq!(company(&of_name), Some(shop), "{name} {language}");
            for answer in [of_name, read(&nameless)] {
                assert_eq!(answer.coverage.mapped, plain.coverage.mapped, "{name} {language}");
                assert_eq!(answer.coverage.records, plain.coverage.records, "{name} {language}");
                assert_eq!(answer.totals.origins(), plain.totals.origins(), "{name} {language}");
                let strange = answer.accounts.iter().flat_map(codes);
                let strange =
                    strange.filter(|code| matches!(code, Code::LayoutDrift | Code::LayoutUnknown)).count();
                let before = plain.accounts.iter().flat_map(codes);
                let before =
                    before.filter(|code| matches!(code, Code::LayoutDrift | Code::LayoutUnknown)).count();
                assert_eq!(strange, before, "{name} {language}: a translation is no change of layout");
            }
        }
    }
    let with_synonyms = recipes().companies().into_iter();
    let with_synonyms = with_synonyms.filter(|company| recipes().synonyms_of(company).next().is_some());
    for company in with_synonyms.filter(|company| *company != "amazon") {
        assert!(translated.contains(company), "{company} was not tried");
    }
}

/// A name that says nothing but the kind of file.
fn bare(number: usize, path: &str) -> String {
    format!("{number}.{}", path.rsplit('.').next().unwrap_or_default())
}

/// Writes the headings of a table in another language; anything else stays.
fn in_language(path: &str, bytes: &[u8], synonyms: &[(&str, &[String])], language: usize) -> Vec<u8> {
    if !path.ends_with(".xlsx") {
        return in_language_of_text(bytes, synonyms, language);
    }
    let mut parts = parts(bytes);
    for (_, text) in parts.iter_mut().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        for (column, others) in synonyms {
            let Some(other) = others.get(language.min(others.len().saturating_sub(1))) else { continue };
            *text = text.replacen(&format!("<t>{column}</t>"), &format!("<t>{other}</t>"), 1);
        }
    }
    packed(&parts)
}

/// Writes the header of a comma-separated file in another language; anything else stays.
fn in_language_of_text(bytes: &[u8], synonyms: &[(&str, &[String])], language: usize) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let Some((header, rest)) = text.split_once('\n') else { return bytes.to_vec() };
    let translated = |cell: String| {
        let bare = cell.trim_matches(['"', '\u{feff}', '\r']);
        let other = synonyms.iter().find(|(column, _)| *column == bare);
        let other = other.and_then(|(_, others)| others.get(language.min(others.len().saturating_sub(1))));
        other.map_or_else(|| cell.clone(), |other| format!("\"{other}\""))
    };
    let header: Vec<String> = cells(header, ',').into_iter().map(translated).collect();
    format!("{}\n{rest}", header.join(",")).into_bytes()
}
