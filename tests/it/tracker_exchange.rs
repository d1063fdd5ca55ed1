//! Tests of `tracker::exchange`: what is written is read back to the letter, what strangers write is read or refused
//! with the place named, and nothing of it is repeated.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use habeas::directory::{Directory, source};
use habeas::import::table::{self, Content};
use habeas::law::right::Right;
use habeas::tracker::case::{Case, CaseFile, is_reference, reference};
use habeas::tracker::event::{Event, EventKind, Evidence, Said, Via};
use habeas::tracker::exchange::reading::{Context, read};
use habeas::tracker::exchange::{Fault, Row, rows_of_json, rows_of_table, to_csv, to_json};
use habeas::tracker::possible::impossible;
use habeas::wording::Language;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

const HEADER: &str = "company,right,event,on\n";

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn directory() -> &'static Directory {
    static BUILT_IN: OnceLock<Directory> = OnceLock::new();
    BUILT_IN.get_or_init(|| Directory::new(source::built_in().expect("readable"), Vec::new()))
}

fn rows(bytes: &[u8], name: &str) -> Result<Vec<Row>, Vec<Fault>> {
    match table::read(bytes, name, 1_000) {
        Content::Table(table) => {
            assert!(table.findings.is_empty(), "{:?}", table.findings);
            rows_of_table(&table.columns, &table.rows, &table.lines)
        }
        Content::Json => rows_of_json(&String::from_utf8_lossy(bytes)),
        Content::Other => Ok(Vec::new()),
    }
}

fn cases(bytes: &[u8], name: &str) -> Result<Vec<CaseFile>, Vec<Fault>> {
    let context = Context { directory: directory(), language: Language::FRENCH, today: date("2026-11-23") };
    rows(bytes, name).and_then(|rows| read(&rows, context))
}

fn faults(text: &str) -> Vec<String> {
    let faults = cases(text.as_bytes(), "cases.csv").expect_err("it is refused");
    faults.iter().map(ToString::to_string).collect()
}

/// A text that may stand in a case: anything but control characters, with what spreadsheets trip over.
fn text() -> impl Strategy<Value = String> {
    let any = any::<String>().prop_map(|text| {
        let is_good = |c: &char| !habeas::directory::value::is_control(*c);
        text.chars().filter(is_good).take(60).collect::<String>()
    });
    prop_oneof![any, "[-=+@'\",;|a ]{1,12}", "[A-Za-zé’ ]{1,20}"]
        .prop_filter("a text", |text| !text.is_empty())
}

fn event() -> impl Strategy<Value = Event> {
    let kinds = proptest::sample::select(EventKind::ALL.to_vec());
    let files = vec(("[a-z][a-z0-9 ~-]{0,9}\\.pdf", "[0-9a-f]{64}", any::<u64>()), 0..3);
    let via = proptest::sample::select(vec![Via::Email, Via::Post, Via::Form]);
    (kinds, 0..400_u64, of(via), of(text()), of(text()), of(text()), any::<bool>(), files).prop_map(
        |(kind, day, via, to, subject, message_id, corrects, files)| Event {
            via,
            to,
            subject,
            message_id,
            // Of some, a day that follows from the others will do.
            until: (day % 3 == 0).then(|| date("2027-01-01") + Days::new(day)),
            said: Said::ALL.iter().copied().find(|said| said.of() == kind && day % 2 == 0),
            replaces: (corrects || kind == EventKind::Retracted).then_some(1),
            files: files.into_iter().map(|(name, sha256, bytes)| Evidence { name, sha256, bytes }).collect(),
            ..Event::new(kind, date("2025-01-01") + Days::new(day))
        },
    )
}

/// A case whose events can have happened: the first is the letter, the second its sending, and files have names of
/// their own.
fn case_file() -> impl Strategy<Value = CaseFile> {
    let seats = [
        (None, None),
        (Some("FR"), Some("6AE")),
        (Some("DE"), Some("BY")),
        (Some("GB"), None),
        (Some("US"), Some("CA")),
    ];
    let facts = (text(), proptest::sample::select(seats.to_vec()), of(text()), any::<[u8; 6]>());
    let rights = proptest::sample::select(Right::ALL.to_vec());
    (facts, rights, vec(event(), 0..6)).prop_map(|(facts, right, mut events)| {
        let (company_name, (country, region), address, random) = facts;
        let drafted = date("2025-01-01");
        for (index, event) in events.iter_mut().enumerate() {
            for (at, file) in event.files.iter_mut().enumerate() {
                file.name = format!("{index}{at}{}", file.name);
            }
        }
        let case = Case {
            reference: reference("HB", random),
            company: "example-shop".to_owned(),
            company_name,
            country: country.map(str::to_owned),
            region: region.map(str::to_owned),
            right,
            language: Language::ENGLISH,
            via: Via::Email,
            address,
            drafted,
        };
        let first = [Event::new(EventKind::Drafted, drafted), Event::new(EventKind::Sent, drafted)];
        let mut recorded: Vec<Event> = Vec::new();
        for event in first.into_iter().chain(events) {
            if impossible(&recorded, &event, drafted, date("2026-11-23")).is_none() {
                recorded.push(event);
            }
        }
        CaseFile::of(case, recorded)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read_back_to_the_letter(files in vec(case_file(), 0..4), semicolon in any::<bool>()) {
        let mut files = files;
        files.sort_by(|a, b| a.case.reference.cmp(&b.case.reference));
        files.dedup_by(|a, b| a.case.reference == b.case.reference);
        let json = to_json(&files);
        let read = cases(json.as_bytes(), "cases.json");
        prop_assert_eq!(read.as_ref(), Ok(&files));
        let separator = if semicolon { ';' } else { ',' };
        let csv = to_csv(&files, separator);
        let read = cases(csv.as_bytes(), "cases.csv");
        prop_assert_eq!(read.as_ref(), Ok(&files), "{}", csv);
        prop_assert_eq!(to_csv(&read.expect("compared"), separator), csv);
    }

    #[test]
    fn no_cell_is_a_formula_whatever_separates(text in text()) {
        let event = Event { subject: Some(text), ..Event::new(EventKind::Drafted, date("2025-01-01")) };
        let random = [1; 6];
        let case = Case {
            reference: reference("HB", random),
            company: "example-shop".to_owned(),
            company_name: "Example".to_owned(),
            country: None,
            region: None,
            right: Right::Access,
            language: Language::ENGLISH,
            via: Via::Email,
            address: None,
            drafted: date("2025-01-01"),
        };
        let csv = to_csv(&[CaseFile::of(case, vec![event])], ',');
        for cell in csv.split([',', ';', '\t', '|', '\n']) {
            let first = cell.trim_start_matches('\u{feff}').trim_start_matches('"').chars().next();
            prop_assert!(!first.is_some_and(|first| "=+-@".contains(first)), "{}", cell);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..300), header in any::<bool>()) {
        let bytes = if header { [HEADER.as_bytes(), &bytes].concat() } else { bytes };
        for name in ["cases.csv", "cases.json", "cases"] {
            let read = match table::read(&bytes, name, 10) {
                Content::Table(table) => rows_of_table(&table.columns, &table.rows, &table.lines),
                Content::Json => rows_of_json(&String::from_utf8_lossy(&bytes)),
                Content::Other => Ok(Vec::new()),
            };
                    let context = Context { directory: directory(), language: Language::FRENCH, today: date("2026-11-23") };
            let rows = read.unwrap_or_default();
            let count = rows.len();
            let events = read_events(&rows, context);
            prop_assert!(events.is_none_or(|events| events == count));
        }
    }
}

fn read_events(rows: &[Row], context: Context<'_>) -> Option<usize> {
    read(rows, context).ok().map(|cases| cases.iter().map(|case| case.recorded.len()).sum())
}

#[test]
fn a_plain_spreadsheet_is_understood_however_it_was_saved() {
    let plain = "Company;Right;Event;On;Case address\nCdiscount;access;sent;2026-09-10;Référent, Épinal\n\
                 cdiscount; Copy ;Answered;2026-10-02;\nSpartoo;erasure;sent;2026-09-11;\n";
    let cp1252 = in_cp1252(plain);
    let crlf = plain.replace('\n', "\r\n");
    let commas = plain.replace("Référent, Épinal", "Référent Épinal").replace(';', ",");
    let spellings: [&[u8]; 4] =
        [plain.as_bytes(), &cp1252, crlf.as_bytes(), &[b"\xef\xbb\xbf", commas.as_bytes()].concat()];
    for bytes in spellings {
        let cases = cases(bytes, "cases.csv").expect("it is good");
        assert_eq!(cases.len(), 2);
        let first = &cases[0];
        assert_eq!(
            (first.case.company.as_str(), first.case.company_name.as_str()),
            ("cdiscount", "Cdiscount")
        );
        assert_eq!((first.case.country.as_deref(), first.case.right), (Some("FR"), Right::Access));
        assert!(
            first.case.address.as_deref().is_some_and(|it| it.starts_with("Référent")),
            "{:?}",
            first.case
        );
        assert_eq!((first.case.drafted, first.case.via), (date("2026-09-10"), Via::Post));
        assert_eq!(first.recorded.len(), 2);
        assert!(cases.iter().all(|case| is_reference(&case.case.reference)));
        assert_eq!(Ok(&cases), self::cases(bytes, "cases.csv").as_ref(), "the same references each time");
    }
}

/// A text as Windows in western Europe saves it.
fn in_cp1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter both share")).collect()
}

#[test]
fn every_fault_is_named_at_once_and_no_value_is_repeated() {
    let text = "case,company,right,event,on,to\n\
                HB-000000,cdiscount,access,sent,2026-09-10,\n\
                ,Secretshop,access,sent,2026-09-10,\n\
                ,cdiscount,secretright,secretevent,10/09/2026,\n\
                ,spartoo,access,answered,2026-09-10,\n\
                ,ebay,access,sent,2027-01-01,a\u{202e}b\n";
    let shown = faults(text);
    for (place, field) in [
        ("line 2", "case"),
        ("line 3", "company"),
        ("line 4", "right"),
        ("line 4", "event"),
        ("line 4", "on"),
        ("line 5", "event"),
        ("line 6", "to"),
    ] {
        let start = format!("{place}, `{field}`: ");
        assert!(shown.iter().any(|fault| fault.starts_with(&start)), "{start} is not in {shown:#?}");
    }
    let all = shown.join("\n").to_lowercase();
    assert!(!all.contains("secret") && !all.contains("10/09"), "{all}");
}

#[test]
fn codes_that_no_period_could_be_counted_by_are_refused_with_what_was_meant() {
    let read = |country: &str, region: &str, language: &str| {
        let header = "company,company_name,right,event,on,country,region,language";
        let row = format!("other-shop,Other,access,sent,2026-09-10,{country},{region},{language}");
        cases(format!("{header}\n{row}\n").as_bytes(), "cases.csv")
    };
    for (country, region, language, said) in [
        ("UK", "", "en", Some(("line 2, `country`: ", "the United Kingdom GB"))),
        ("EL", "", "en", Some(("line 2, `country`: ", "Greece is GR"))),
        ("XX", "", "en", Some(("line 2, `country`: ", "leave it blank"))),
        ("DE", "ZZ", "de", Some(("line 2, `region`: ", "is no region of DE"))),
        ("FR", "", "xx", Some(("line 2, `language`: ", "is no code of a language"))),
        ("gb", "SCT", "EN", None),
        ("DE", "DE-BY", "de", None),
        ("US", "CA", "en", None),
        ("", "", "", None),
    ] {
        match (read(country, region, language), said) {
            (Ok(cases), None) => {
                let region = cases[0].case.region.clone().unwrap_or_default();
                assert!(region.len() < 4, "{country} {region}");
            }
            (Err(faults), Some((place, words))) => {
                let fault = faults.first().expect("one").to_string();
                assert!(fault.starts_with(place) && fault.contains(words), "{fault}");
            }
            (read, said) => panic!("{country} {region} {language}: {read:?}, {said:?}"),
        }
    }
}

#[test]
fn what_cannot_have_happened_is_refused() {
    let refused = |rows: &str, words: &str| {
        let shown = faults(&format!("{HEADER}{rows}")).join("\n");
        assert!(shown.contains(words), "{shown}");
    };
    refused("cdiscount,access,sent,2026-11-24\n", "line 2, `on`: is still to come");
    refused("cdiscount,access,answered,2026-10-01\n", "line 2, `event`");
    refused("cdiscount,access,sent,2026-09-10\ncdiscount,access,answered,2026-09-09\n", "line 3, `on`");
    refused("cdiscount,access,sent,2026-09-10\ncdiscount,access,sent,2026-09-20\n", "line 3, `case`");
    refused("cdiscount,access,retracted,2026-09-10\n", "line 2, `replaces`");
}

#[test]
fn a_header_is_needed_and_says_only_what_is_known() {
    let missing = faults("cdiscount,secret\nspartoo,secret\n").join("\n");
    assert!(missing.contains("no header") && missing.contains("`event`"), "{missing}");
    assert!(!missing.contains("secret"), "{missing}");
    let missing = faults("company,event,secret\nspartoo,sent,secret\n");
    assert_eq!(missing, ["header, `right`: the column is missing", "header, `on`: the column is missing"]);
    for empty in ["", "\n\n", "\u{feff}"] {
        let empty = faults(empty).join("\n");
        assert!(empty.contains("it is empty") && empty.contains("`company`"), "{empty}");
    }
    let unknown = faults("company,right,event,on,note,on\ncdiscount,access,sent,2026-09-10,x,\n").join("\n");
    assert!(unknown.contains("`note`: the column is not known") && unknown.contains("twice"), "{unknown}");
}

/// Where something is, is said as an editor and a spreadsheet number lines.
#[test]
fn faults_name_the_line_whatever_stands_above_it() {
    let bad = "spartoo,none,sent,2026-09-10";
    let at = |text: String| faults(&text).join("\n");
    let good = "cdiscount,access,sent,2026-09-10";
    assert!(at(format!("{HEADER}{good}\n{bad}\n")).starts_with("line 3, `right`"));
    assert!(at(format!("{HEADER}\n{good}\n\n\n{bad}")).starts_with("line 6, `right`"));
    assert!(at(format!("\u{feff}{HEADER}{bad}\n").replace('\n', "\r\n")).starts_with("line 2, `right`"));
    let in_lines = "company,right,event,on,subject\ncdiscount,access,sent,2026-09-10,\"a\nb\"\n";
    let shown = at(format!("{in_lines}{bad},\n"));
    assert!(shown.contains("line 2, `subject`") && shown.contains("line 4, `right`"), "{shown}");
    let wide: Vec<u8> =
        format!("\u{feff}{HEADER}{bad}\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = cases(&wide, "cases.csv").expect_err("refused");
    assert_eq!(wide[0].place, "line 2");
}

#[test]
fn a_cell_too_many_or_without_a_name_is_named_by_its_place() {
    let beyond = faults(&format!("{HEADER}cdiscount,access,sent,2026-09-10,secret\n"));
    assert_eq!(beyond.len(), 1, "{beyond:?}");
    assert!(beyond[0].starts_with("line 2: there is something in cell 5"), "{beyond:?}");
    assert!(beyond[0].contains("the header names 4 columns") && beyond[0].contains("quotes"), "{beyond:?}");
    let unnamed = faults("company,right,event,on,\ncdiscount,access,sent,2026-09-10,secret\n");
    assert!(unnamed[0].starts_with("line 2: there is something in cell 5"), "{unnamed:?}");
    assert!(!format!("{beyond:?}{unnamed:?}").contains("secret"));
    let blank = format!("{HEADER}cdiscount,access,sent,2026-09-10,,,\n");
    assert_eq!(cases(blank.as_bytes(), "cases.csv").map(|cases| cases.len()), Ok(1), "nothing is in them");
    let short = faults(&format!("{HEADER}cdiscount,access\n"));
    assert_eq!(short, ["line 2, `event`: is blank", "line 2, `on`: is blank"]);
}

#[test]
fn rows_of_a_case_agree_and_are_numbered() {
    let header = "case,number,company,right,event,on,drafted\n";
    let row = |number: u8, drafted: &str| {
        format!("HB-222222,{number},cdiscount,access,sent,2026-09-1{number},{drafted}\n")
    };
    let two = cases(format!("{header}{}{}", row(2, ""), row(1, "2026-09-01")).as_bytes(), "a.csv");
    let two = two.expect("sorted by another program");
    assert_eq!(
        two[0].recorded.iter().map(|event| event.on).collect::<Vec<_>>(),
        [date("2026-09-11"), date("2026-09-12"),]
    );
    let lost = faults(&format!("{header}{}{}", row(1, ""), row(3, ""))).join("\n");
    assert!(lost.contains("line 3, `number`"), "{lost}");
    let apart = faults(&format!("{header}{}{}", row(1, "2026-09-01"), row(2, "2026-09-02"))).join("\n");
    assert!(apart.contains("line 3, `drafted`"), "{apart}");
}

#[test]
fn json_of_another_kind_or_version_is_refused() {
    let refused = |text: &str, words: &str| {
        let faults = rows_of_json(text).expect_err("it is refused");
        assert!(faults.iter().any(|fault| fault.to_string().contains(words)), "{faults:?}");
    };
    refused("{", "no JSON from line 1");
    refused("{}", "`format`");
    refused(r#"{"format":"habeas-cases","version":2,"cases":[]}"#, "newer habeas (format 2");
    refused(r#"{"format":"habeas-cases","version":1,"cases":[{"recorded":[]}]}"#, "case 1, `recorded`");
    let computed = to_json(&[]).replace("[]", r#"[{"computed":1,"note":2,"recorded":[{"on":3}]}]"#);
    let faults = rows_of_json(&computed).expect_err("it is refused");
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["case 1, `note`: is not known", "case 1, event 1, `on`: is not of the kind it should be"]
    );
}
