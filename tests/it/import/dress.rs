//! The same answer in another dress: folders renamed, packed again, capitals, a byte order mark, a column gone, headings in
//! another language. It is still read whole, or the difference is said; never silently less.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::{Account, State};
use habeas::import::{Options, container, read};

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

#[test]
fn a_column_that_goes_is_said_and_no_row_is_lost() {
    let mut taken = 0;
    for Case { name, members } in cases() {
        let shop = name.split('/').next().expect("a company");
        let options = Options { company: Some(shop.to_owned()), ..Options::default() };
        let alone = |path: &str, bytes: &[u8]| read_with("answer.zip", zip_of(&[(path, bytes)]), &options);
        for (path, bytes) in members.iter().filter(|(path, _)| path.ends_with(".csv")) {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let plain = alone(path, bytes).expect("it opens");
            let before = plain.accounts.first().expect("it is listed");
            for gone in 0..3 {
                let Some((column, text)) = without(text, gone) else { continue };
                let answer = alone(path, text.as_bytes()).expect("it opens");
                let now = answer.accounts.first().expect("it is listed");
                assert_eq!(now.rows, before.rows, "{name} {path} {column}");
                // A sentence that there is no data is only known where it stands in a known table.
                assert!(now.records >= before.records, "{name} {path} {column}");
                let known = recipes().columns_of(shop, path, "csv", None);
                if before.state == State::Mapped && known.is_some_and(|known| known.expects(&column)) {
                    assert!(is_said(now, before), "{name} {path} without {column}: {:?}", now.findings);
                    taken += 1;
                }
            }
        }
    }
    assert!(taken > 100, "{taken}");
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

/// Takes a column away; nothing for a table of one column or with quoted line breaks.
fn without(text: &str, gone: usize) -> Option<(String, String)> {
    let text = text.trim_start_matches('\u{feff}');
    let header = text.lines().next()?;
    let sign = [',', ';'].into_iter().max_by_key(|sign| header.matches(*sign).count())?;
    let columns = cells(header, sign);
    if columns.len() < 2 || text.lines().any(|line| line.matches('"').count() % 2 == 1) {
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
    let changed: Vec<String> = text.lines().map(line).collect();
    // What stood in that column alone is gone with it.
    let is_lost = text.lines().zip(&changed).any(|(before, after)| !blank(before) && blank(after));
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
    let mut translated = 0;
    for Case { name, members } in cases() {
        let shop = name.split('/').next().expect("a company");
        let synonyms: Vec<(&str, &[String])> = recipes().synonyms_of(shop).collect();
        let most = synonyms.iter().map(|(_, others)| others.len()).max().unwrap_or(0);
        let plain = read_members(&members);
        for language in 0..most {
            let changed: Members = members
                .iter()
                .map(|(path, bytes)| (path.clone(), in_language(bytes, &synonyms, language)))
                .collect();
            let answer = read_members(&changed);
            assert_eq!(answer.coverage.mapped, plain.coverage.mapped, "{name} {language}");
            assert_eq!(answer.coverage.records, plain.coverage.records, "{name} {language}");
            assert_eq!(answer.totals.origins(), plain.totals.origins(), "{name} {language}");
            translated += 1;
        }
    }
    assert!(translated >= 5, "{translated}");
}

/// Writes the header of a comma-separated file in another language; anything else stays.
fn in_language(bytes: &[u8], synonyms: &[(&str, &[String])], language: usize) -> Vec<u8> {
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
