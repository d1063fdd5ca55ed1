//! Whatever the bytes: no panic, every member in one state, every row a record or a finding.

use habeas::finding::Code;
use habeas::import::{Options, container, read};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use zip::CompressionMethod;

use super::{overwrite, recipes, workbook_with, zip_of};

pub(super) fn holds(name: &str, bytes: Vec<u8>) -> Option<habeas::import::answer::Answer> {
    let options = Options::default();
    let archive = container::open_bytes(name, bytes, &options).ok()?;
    let answer = read(&archive, recipes(), &options, &|_| ());
    assert!(answer.coverage.adds_up(), "{:?}", answer.coverage);
    for account in &answer.accounts {
        assert_eq!(account.by_category.values().sum::<u64>(), account.records, "{}", account.path);
    }
    assert_eq!(answer.coverage.members, archive.members.len() as u64);
    assert_eq!(answer.coverage.records, answer.totals.records());
    Some(answer)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{1,2}\\.(csv|json|txt|xlsx|ods|xls|zip|html)",
        Just("Retail.OrderHistory.2.csv".to_owned()),
        Just("Advertising.OptOut.csv".to_owned()),
        Just("__MACOSX/._a.csv".to_owned()),
        Just("sub/Profil.csv".to_owned()),
    ]
}

fn content() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..200),
        "([a-c0-9 /:.\"';,|\t-]{0,12}[,;\n]){0,30}".prop_map(String::into_bytes),
        "[\\[\\]{}:,\"a0 \n.-]{0,60}".prop_map(String::into_bytes),
        json().prop_map(String::into_bytes),
        Just(b"Date,Order ID,Order Date\n".to_vec()),
        Just(Vec::new()),
    ]
}

fn json() -> impl Strategy<Value = String> {
    let leaf =
        prop_oneof!["-?[1-9][0-9]{0,12}(\\.[0-9]{1,4})?", "\"[a-z0-9: /-]{0,12}\"", Just("null".to_owned())];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            vec(("[a-e]", inner), 0..5).prop_map(|members| {
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

/// Packs members that may share names, which the zip library refuses to write.
fn zip_with_doubles(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let numbered: Vec<(String, &[u8])> = members
        .iter()
        .enumerate()
        .map(|(index, (name, bytes))| (format!("{index:04}{name}"), bytes.as_slice()))
        .collect();
    let borrowed: Vec<(&str, &[u8])> = numbered.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let mut bytes = zip_of(&borrowed);
    for ((numbered, _), (name, _)) in numbered.iter().zip(members) {
        overwrite(&mut bytes, numbered.as_bytes(), format!("nnn/{name}").as_bytes());
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_a_file(name in name(), bytes in content()) {
        holds(&name, bytes);
    }

    #[test]
    fn any_bytes_in_a_member(name in name(), bytes in content()) {
        let answer = holds("answer.zip", zip_of(&[(&name, &bytes)]));
        prop_assert_eq!(answer.expect("the archive itself is sound").coverage.members, 1);
    }

    #[test]
    fn any_archive(members in vec((name(), content()), 1..12)) {
        let answer = holds("answer.zip", zip_with_doubles(&members)).expect("the archive itself is sound");
        let nested = members.iter().filter(|(name, _)| name.ends_with(".zip")).count() as u64;
        prop_assert!(answer.coverage.members >= members.len() as u64 - nested);
        let again = holds("answer.zip", zip_with_doubles(&members)).expect("the archive itself is sound");
        prop_assert_eq!(answer, again);
    }

    #[test]
    fn any_archive_in_an_archive(inner in vec((name(), content()), 1..5), outer in vec((name(), content()), 0..3)) {
        let mut members = outer;
        members.push(("inner.zip".to_owned(), zip_with_doubles(&inner)));
        prop_assert!(holds("answer.zip", zip_with_doubles(&members)).is_some());
    }

    #[test]
    fn any_damage_to_an_archive(members in vec((name(), content()), 1..4), at in any::<u16>(), byte in any::<u8>(), cut in any::<u16>()) {
        let mut bytes = zip_with_doubles(&members);
        let length = bytes.len();
        bytes[usize::from(at) % length] = byte;
        holds("answer.zip", bytes.clone());
        bytes.truncate(usize::from(cut) % length);
        holds("answer.zip", bytes);
    }

    #[test]
    fn any_damage_to_a_workbook(at in any::<u16>(), byte in any::<u8>(), text in "[a-z0-9<>/& ]{0,20}", stored in any::<bool>()) {
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let mut bytes = one_cell(&text, method);
        let length = bytes.len();
        let answer = holds("book.xlsx", bytes.clone()).expect("it opens");
        prop_assert_eq!(answer.accounts[0].findings.iter().filter(|finding| finding.code == Code::NotTheFormat).count(), 0);
        bytes[usize::from(at) % length] = byte;
        holds("book.xlsx", bytes);
    }

    #[test]
    fn every_row_of_a_sound_table_is_a_record(rows in vec(("[a-z]{1,5}", "[0-9]{1,5}"), 0..50)) {
        let lines: String = rows.iter().map(|(word, number)| format!("{word},{number}\n")).collect();
        let answer = holds("table.csv", format!("word,number\n{lines}").into_bytes()).expect("it opens");
        prop_assert_eq!(answer.coverage.records, rows.len() as u64);
    }
}

fn one_cell(text: &str, method: CompressionMethod) -> Vec<u8> {
    let sheet = format!(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"str\"><v>{text}</v></c></row></sheetData></worksheet>"
    );
    workbook_with(&[("S", &sheet)], method)
}
