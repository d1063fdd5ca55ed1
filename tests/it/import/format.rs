//! Formats: what companies really write, and what they break.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::State;

use super::{account, codes, pairs, read_file, rows, titles, workbook, zip_of};

#[test]
fn separated_values_in_every_usual_dress() {
    let expected =
        vec![pairs(&[("Nom", "Lampe"), ("Prix", "5")]), pairs(&[("Nom", "Chaise"), ("Prix", "7")])];
    let utf_16: Vec<u8> =
        "\u{feff}Nom,Prix\nLampe,5\nChaise,7\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: &[(&str, &[u8])] = &[
        ("comma", b"Nom,Prix\nLampe,5\nChaise,7\n"),
        ("byte order mark, semicolon, CR LF", b"\xef\xbb\xbfNom;Prix\r\nLampe;5\r\nChaise;7\r\n"),
        ("tab", b"Nom\tPrix\nLampe\t5\nChaise\t7"),
        ("bar", b"Nom|Prix\nLampe|5\nChaise|7\n"),
        ("quoted", b"\"Nom\",\"Prix\"\n\"Lampe\",\"5\"\n\"Chaise\",\"7\"\n"),
        ("blank lines first and after the header", b"\n\nNom,Prix\n\nLampe,5\nChaise,7\n\n"),
        ("spaces in the header", b" Nom , Prix\nLampe,5\nChaise,7\n"),
        ("a column without a name, always empty", b"Nom,Prix,\nLampe,5,\nChaise,7,\n"),
        ("UTF-16", &utf_16),
    ];
    for (name, bytes) in cases {
        let answer = read_file("table.csv", *bytes);
        assert_eq!(rows(&answer), expected, "{name}");
        assert_eq!(answer.accounts[0].findings, [], "{name}");
    }
}

#[test]
fn old_windows_text_is_read_with_its_accents() {
    let answer =
        read_file("table.csv", b"Pr\xe9nom;Ville\nZo\xe9;Orl\xe9ans\nL\xe9a;B\xe9ziers\n".as_slice());
    assert_eq!(rows(&answer)[0], pairs(&[("Prénom", "Zoé"), ("Ville", "Orléans")]));
}

/// Programs of the first Macintosh and of DOS; and a table whose first letter beyond ASCII comes late.
#[test]
fn a_table_of_an_older_machine_is_read_with_its_letters() {
    let expected = pairs(&[("Prénom", "Hélène"), ("Ville", "Orléans")]);
    let macintosh = b"Pr\x8enom;Ville\rH\x8el\x8fne;Orl\x8eans\rL\x8ea;B\x8eziers\r";
    let dos = b"Pr\x82nom;Ville\r\nH\x82l\x8ane;Orl\x82ans\r\nL\x82a;B\x82ziers\r\n";
    for bytes in [macintosh.as_slice(), dos.as_slice()] {
        let answer = read_file("table.csv", bytes);
        assert_eq!((rows(&answer)[0].clone(), codes(&answer.accounts[0])), (expected.clone(), vec![]));
    }
    let mut late = b"Prenom;Ville\n".to_vec();
    late.extend(b"Max;Paris\n".repeat(20_000));
    late.extend(b"H\xe9l\xe8ne;Orl\xe9ans\n".repeat(3));
    let answer = read_file("table.csv", late);
    let towns = &answer.totals.categories.values().next().expect("a category").samples;
    assert_eq!((answer.coverage.records, codes(&answer.accounts[0])), (20_003, vec![]), "{towns:?}");
}

#[test]
fn letters_too_few_to_tell_are_said_to_be_unsure() {
    let answer = read_file("table.csv", b"Name;Ort\nMax;K\x9aln\nEva;Bonn\n".as_slice());
    assert_eq!(codes(&answer.accounts[0]), [Code::EncodingUnsure]);
    assert_eq!(answer.coverage.records, 2);
}

#[test]
fn wrong_bytes_are_replaced_and_counted() {
    let mut bytes = "Prénom,Ville\n".as_bytes().to_vec();
    bytes.extend("Zoé,Orléans\nLéa,Béziers\nÉlodie,Nîmes\n".repeat(5).as_bytes());
    bytes.extend(b"Max,Paris\xff\n");
    let answer = read_file("table.csv", bytes);
    assert_eq!(answer.coverage.records, 16);
    assert_eq!(codes(&answer.accounts[0]), [Code::BadEncoding]);
}

#[test]
fn zero_bytes_are_left_out_and_said() {
    let answer = read_file("table.csv", b"Time\0\0\0,Text\n2024-01-31,hello\n2024-01-30,again\n".as_slice());
    assert_eq!(rows(&answer)[0], pairs(&[("Time", "2024-01-31"), ("Text", "hello")]));
    assert_eq!(codes(&answer.accounts[0]), [Code::NulBytes]);
}

#[test]
fn ragged_rows_stay_with_all_their_cells() {
    let answer = read_file("table.csv", b"a,b\n1,2,3\n4\n5,6\n".as_slice());
    assert_eq!(rows(&answer)[0], pairs(&[("a", "1"), ("b", "2"), ("#3", "3")]));
    assert_eq!(rows(&answer)[1], pairs(&[("a", "4")]));
    assert_eq!(codes(&answer.accounts[0]), [Code::RaggedRow, Code::RaggedRow]);
    assert_eq!(answer.coverage.records, 3);
}

#[test]
fn a_header_alone_and_no_byte_at_all_are_answers() {
    let members: &[(&str, &[u8])] = &[
        ("head.csv", b"a,b\n"),
        ("zero.csv", b""),
        ("blank.json", b" \n"),
        ("list.json", b"[]"),
        ("object.json", b" {} "),
    ];
    let answer = read_file("answer.zip", zip_of(members));
    for account in &answer.accounts {
        assert_eq!(
            (account.state, codes(account)),
            (State::Empty, vec![Code::ReceivedEmpty]),
            "{}",
            account.path
        );
    }
}

#[test]
fn an_endless_quote_ends_at_a_limit() {
    let mut bytes = b"a,b\n1,2\n\"".to_vec();
    bytes.resize(20 << 20, b'x');
    let answer = read_file("table.csv", bytes);
    assert_eq!((answer.coverage.rows, answer.coverage.records, answer.coverage.rows_as_findings), (2, 1, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::QuoteUnclosed, Code::LimitReached]);
}

#[test]
fn a_quote_that_is_never_closed_costs_no_row() {
    let good = |from: usize, to: usize| (from..to).map(|n| format!("{n},name {n}\n")).collect::<String>();
    let quoted =
        |from: usize, to: usize| (from..to).map(|n| format!("{n},\"name {n}\"\n")).collect::<String>();
    let cases = [
        ("in the middle", good(0, 5_000) + "x,\"lost\n" + &good(5_001, 10_000), 10_000),
        ("in the last row", good(0, 9_999) + "x,\"lost", 10_000),
        ("before quoted rows", quoted(0, 50) + "x,\"lost\n" + &quoted(51, 100), 100),
        ("closed by chance far below", good(0, 10) + "x,\"lost\n" + &good(11, 999) + "y,nice 5\"\n", 1_000),
        ("in the first column", good(0, 2) + "\"x,lost\n" + &good(3, 10), 10),
    ];
    for (name, text, expected) in cases {
        let answer = read_file("table.csv", format!("id,name\n{text}"));
        assert_eq!((answer.coverage.rows, answer.coverage.records), (expected, expected), "{name}");
        assert_eq!(codes(&answer.accounts[0])[0], Code::QuoteUnclosed, "{name}");
    }
}

#[test]
fn an_unclosed_quote_stays_in_its_cell_and_is_named_by_its_line() {
    let answer = read_file("table.csv", "id,name\n1,\"a \"\"b\"\" c\n2,d\n");
    assert_eq!(rows(&answer)[0], pairs(&[("id", "1"), ("name", "\"a \"\"b\"\" c")]));
    assert_eq!(answer.accounts[0].findings[0].place.to_string(), "table.csv:2:3");
}

#[test]
fn cells_of_many_lines_stay_cells() {
    let prose = "A line, with a comma and \"\"signs\"\".\n".repeat(30);
    let long = "words without end\r\n".repeat(50_000);
    let answer = read_file("table.csv", format!("id,text\n1,\"{prose}\"\n2,\"{long}\"\n3,end\n"));
    assert_eq!((answer.coverage.rows, answer.coverage.records), (3, 3));
    assert_eq!(answer.accounts[0].findings, []);
}

#[test]
fn lines_above_a_header_are_rows_of_their_own() {
    let answer = read_file(
        "account.csv",
        "Account statement\nHolder;Camille Martin\nNumber;0001\n\nDate;Label;Amount\n31/01/2024;Lamp;-5,00\n30/01/2024;Chair;-7,00\n",
    );
    let mut found = rows(&answer);
    found.sort();
    let mut expected = vec![
        pairs(&[("#1", "Account statement")]),
        pairs(&[("Holder", "Camille Martin")]),
        pairs(&[("Number", "0001")]),
        pairs(&[("Date", "31/01/2024"), ("Label", "Lamp"), ("Amount", "-5,00")]),
        pairs(&[("Date", "30/01/2024"), ("Label", "Chair"), ("Amount", "-7,00")]),
    ];
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn several_tables_in_a_file_have_a_header_each() {
    let answer = read_file(
        "playlist.csv",
        "Playlist,Created,Public\nMusic,2024-01-31,no\n\nVideo,Added\nv-1,2024-01-31\nv-2,2024-02-01\n\nTotals\nVideos,Minutes,Hours,Days\n2,10,0,0\n",
    );
    let mut found = rows(&answer);
    found.sort();
    let mut expected = vec![
        pairs(&[("#1", "Totals")]),
        pairs(&[("Playlist", "Music"), ("Created", "2024-01-31"), ("Public", "no")]),
        pairs(&[("Video", "v-1"), ("Added", "2024-01-31")]),
        pairs(&[("Video", "v-2"), ("Added", "2024-02-01")]),
        pairs(&[("Videos", "2"), ("Minutes", "10"), ("Hours", "0"), ("Days", "0")]),
    ];
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(answer.accounts[0].findings, []);
}

#[test]
fn empty_lines_between_rows_part_nothing() {
    let answer = read_file("table.csv", "a,b\r\n\r\n1,x\r\n\r\n\r\n2,\"y\n\nz\"\r\nlast,w\n\n3,v\n");
    assert_eq!((answer.coverage.records, answer.accounts[0].findings.len()), (4, 0));
    assert_eq!(rows(&answer)[1], pairs(&[("a", "2"), ("b", "y\n\nz")]));
}

#[test]
fn a_header_that_comes_again_is_no_row() {
    let answer = read_file("table.csv", "Date,Item\n2024-01-31,Lamp\nDate,Item\n2024-02-01,Chair\n");
    assert_eq!(answer.coverage.records, 2);
    assert_eq!(codes(&answer.accounts[0]), [Code::HeaderRepeated]);
}

#[test]
fn a_document_in_a_cell_is_kept_and_read() {
    let answer = read_file(
        "table.csv",
        "id,detail\n1,\"{\"\"at\"\": {\"\"x\"\": 1.10}, \"\"tags\"\": [\"\"a\"\"]}\"\n2,{not json}\n3,[5]\n",
    );
    let json = r#"{"at": {"x": 1.10}, "tags": ["a"]}"#;
    let expected = [
        pairs(&[("id", "1"), ("detail", json), ("detail.at.x", "1.10"), ("detail.tags[0]", "a")]),
        pairs(&[("id", "2"), ("detail", "{not json}")]),
        pairs(&[("id", "3"), ("detail", "[5]"), ("detail[0]", "5")]),
    ];
    assert_eq!(rows(&answer), expected);
}

#[test]
fn a_row_that_is_too_long_costs_only_itself() {
    for quote in ["", "\""] {
        let long = "x".repeat(17 << 20);
        let answer = read_file("table.csv", format!("a,b\n1,2\n{quote}{long}{quote},3\n4,5\n"));
        assert_eq!((answer.coverage.rows, answer.coverage.records), (3, 2), "{quote}");
        assert!(codes(&answer.accounts[0]).contains(&Code::LimitReached), "{quote}");
    }
}

#[test]
fn json_is_structure_outside_arrays_and_rows_inside() {
    let text = r#"{"version": 2, "owner": {"name": "Camille"},
        "visits": [{"page": "a", "at": {"t": 1.10}}, {"page": "b", "tags": ["x", "y"]}], "none": []}"#;
    let answer = read_file("data.json", text);
    let mut found = rows(&answer);
    found.sort();
    let mut expected = vec![
        pairs(&[("version", "2")]),
        pairs(&[("name", "Camille")]),
        pairs(&[("page", "a"), ("at.t", "1.10")]),
        pairs(&[("page", "b"), ("tags[0]", "x"), ("tags[1]", "y")]),
    ];
    expected.sort();
    assert_eq!(found, expected);
    let mut places: Vec<String> = answer
        .totals
        .categories
        .values()
        .flat_map(|category| category.samples.iter().map(|sample| sample.place.to_string()))
        .collect();
    places.sort();
    assert_eq!(places, ["data.json:", "data.json:/owner", "data.json:/visits/0", "data.json:/visits/1"]);
}

#[test]
fn json_numbers_keep_every_digit_and_plain_lists_keep_their_name() {
    let answer = read_file("data.json", r#"{"ids": [12345678901234567890.10, "b"]}"#);
    assert_eq!(rows(&answer), [pairs(&[("ids", "12345678901234567890.10")]), pairs(&[("ids", "b")])]);
}

#[test]
fn json_texts_written_byte_by_byte_are_repaired_and_no_others() {
    let text = r#"[{"a": "Ch\u00c3\u00a2teau \u00f0\u009f\u0098\u0080"}, {"a": "Château"}, {"a": "Ch\u00c3\u00a2teau œ"}]"#;
    let answer = read_file("data.json", text);
    let texts: Vec<String> = rows(&answer).into_iter().flatten().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Château \u{1f600}", "Château", "ChÃ¢teau œ"]);
}

#[test]
fn json_keys_given_twice_are_both_kept() {
    let answer = read_file("data.json", r#"[{"a": 1, "a": 2}]"#);
    assert_eq!(rows(&answer), [pairs(&[("a", "1"), ("a", "2")])]);
    assert_eq!(codes(&answer.accounts[0]), [Code::DuplicateKey]);
}

#[test]
fn json_that_is_cut_keeps_what_stood_before() {
    let answer = read_file("data.json", r#"{"head": 1, "list": [{"a": 1}, {"a": 2}, {"a": "#);
    assert_eq!((answer.coverage.rows, answer.coverage.records, answer.coverage.rows_as_findings), (4, 3, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::CutShort]);
    let answer = read_file("data.json", r#"[{"a": 1}, {"a" 2}]"#);
    assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (1, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::Malformed, Code::RestUnread]);
}

#[test]
fn a_fault_in_an_element_costs_only_what_is_passed_over() {
    let sound = r#"{"at": "2024-01-31", "tags": [{"name": "x"}, {"name": "y"}]}"#;
    for fault in [
        r#"{"at": "2024-02-01" "tags": 1}"#,
        r#"{"at": 2024-02-02}"#,
        r#"{"at": "un"closed", "b": [1}"#,
        "}}]]",
    ] {
        let answer = read_file("data.json", format!("[{sound}, {fault},\n {sound}, {sound}]"));
        let account = &answer.accounts[0];
        assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (3, 1), "{fault}");
        let finding = account.findings.iter().find(|finding| finding.code == Code::PartUnreadable);
        let bytes = finding.and_then(|finding| finding.facts.first()).expect("how much was passed over");
        assert!(
            bytes.1.parse::<usize>().is_ok_and(|bytes| (1..=fault.len() + 4).contains(&bytes)),
            "{bytes:?}"
        );
    }
    // Behind the last sound element nothing can be told; what is there is counted.
    let answer = read_file("data.json", format!("[{sound}, {{\"at\" {}", "x".repeat(5_000)));
    assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (1, 1));
    let rest = answer.accounts[0].findings.iter().find(|finding| finding.code == Code::RestUnread);
    assert_eq!(rest.map(|rest| rest.facts.clone()), Some(vec![("bytes".to_owned(), "5000".to_owned())]));
}

#[test]
fn json_nested_too_deep_ends_at_a_limit() {
    let answer = read_file("data.json", format!("[[1], {}1{}]", "[".repeat(500), "]".repeat(500)));
    assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (1, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::LimitReached, Code::RestUnread]);
}

#[test]
fn one_document_per_line_loses_only_the_line_at_fault() {
    let answer = read_file("data.txt", "{\"a\": 1}\n{\"a\": oops}\n\n{\"a\": 3}\n");
    assert_eq!(answer.accounts[0].format, "ndjson");
    assert_eq!((answer.coverage.rows, answer.coverage.records, answer.coverage.rows_as_findings), (3, 2, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::RowUnreadable]);
}

#[test]
fn the_content_decides_and_the_name_only_helps() {
    let members: &[(&str, &[u8])] = &[
        ("list.csv", br#"[{"a": 1}]"#),
        ("table.dat", b"a;b\n1;2\n3;4\n"),
        ("page.csv.html", b"<!DOCTYPE html><html></html>"),
        ("photo.csv", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01"),
        ("notes.txt", b"Dear Camille, nothing to see."),
        ("broken.xlsx", b"PK\x03\x04 no workbook"),
    ];
    let answer = read_file("answer.zip", zip_of(members));
    let formats: Vec<&str> = answer.accounts.iter().map(|account| &*account.format).collect();
    assert_eq!(formats, ["json", "csv", "html", "jpg", "txt", "xlsx"]);
    assert_eq!(account(&answer, "photo.csv").state, State::Opaque);
    let broken = account(&answer, "broken.xlsx");
    assert_eq!((broken.state, codes(broken)), (State::Refused, vec![Code::NotTheFormat]));
}

#[test]
fn a_lone_file_of_words_is_listed() {
    let answer = read_file("lettre.pdf", b"%PDF-1.7\n".as_slice());
    assert_eq!((answer.accounts[0].state, &*answer.accounts[0].format), (State::Refused, "pdf"));
    assert_eq!(titles(&answer), Vec::<String>::new());
}

#[test]
fn every_sheet_is_a_table_below_its_title_with_dates_as_dates() {
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let first = sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Export of your data</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"str\"><v>Day</v></c><c r=\"B3\" t=\"str\"><v>At</v></c><c r=\"D3\" t=\"str\"><v>Number</v></c></row>\
         <row r=\"4\"><c r=\"A4\" s=\"1\"><v>45322</v></c><c r=\"B4\" s=\"2\"><v>45322.75</v></c><c r=\"D4\"><v>12.5</v></c></row>\
         <row r=\"5\"><c r=\"A5\" s=\"1\"><v>45323</v></c><c r=\"E5\" t=\"str\"><v>beyond</v></c></row>",
    );
    let second = sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Only</v></c><c r=\"B1\" t=\"str\"><v>Header</v></c></row>",
    );
    let answer = read_file("book.xlsx", workbook(&[("First", &first), ("Second", &second)]));
    let expected = vec![
        pairs(&[("Day", "2024-01-31"), ("At", "2024-01-31T18:00:00"), ("Number", "12.5")]),
        pairs(&[("Day", "2024-02-01"), ("At", ""), ("Number", ""), ("#5", "beyond")]),
        pairs(&[("#1", "Export of your data")]),
    ];
    assert_eq!(codes(&answer.accounts[0]), [Code::RaggedRow]);
    assert_eq!(rows(&answer), expected);
    assert_eq!(answer.totals.span().1.expect("dated").date().to_string(), "2024-02-01");
}

/// The limit that a file's only finding names.
fn limit_of(answer: &Answer) -> &str {
    let account = answer.accounts.first().expect("the file is in the ledger");
    assert_eq!((account.state, account.rows, codes(account)), (State::Refused, 0, vec![Code::LimitReached]));
    account.findings.first().and_then(|finding| finding.facts.first()).map_or("", |(_, fact)| fact)
}

#[test]
fn workbooks_that_would_fill_the_memory_are_refused() {
    let cell = |text: &str| {
        format!(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{text}</is></c></row></sheetData></worksheet>"
        )
    };
    let large = cell(&format!("<t>{}</t>", "abcdefgh".repeat(3 << 20)));
    let pieces = cell(&"<r><t>abcdefgh</t></r></c><c>".repeat(600_000));
    for sheet in [large, pieces] {
        let answer = read_file("book.xlsx", workbook(&[("First", &sheet)]));
        assert_eq!(limit_of(&answer), "workbook-cell");
    }
    let remark = format!("<!--{}-->", "a".repeat(1 << 20));
    let bomb = format!("<worksheet><sheetData>{}</sheetData></worksheet>", remark.repeat(66));
    assert_eq!(limit_of(&read_file("book.xlsx", workbook(&[("First", &bomb)]))), "workbook-ratio");
}

#[test]
fn no_declared_number_of_shared_texts_is_believed() {
    let strings = |text: String| {
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", "<Relationships/>"),
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/sharedStrings.xml", &text),
        ];
        zip_of(&parts.map(|(name, text)| (name, text.as_bytes())))
    };
    let declared = strings("<sst uniqueCount=\"1000000000000\"></sst>".to_owned());
    assert_eq!(limit_of(&read_file("book.xlsx", declared)), "workbook-texts");
}

/// Makes an OpenDocument workbook of one sheet.
pub(super) fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn open_row(attributes: &str, cells: &[(&str, &str)]) -> String {
    let cell = |(attributes, text): &(&str, &str)| match *text {
        "" => format!("<table:table-cell {attributes}/>"),
        text => format!(
            "<table:table-cell office:value-type=\"string\" {attributes}><text:p>{text}</text:p></table:table-cell>"
        ),
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row {attributes}>{cells}</table:table-row>")
}

#[test]
fn repeated_cells_of_an_open_document_are_read_or_refused_and_never_lost() {
    let head = open_row("", &[("", "id"), ("", "email")]);
    let tail = open_row(
        "table:number-rows-repeated=\"1048570\"",
        &[("table:number-columns-repeated=\"16384\"", "")],
    );
    let twice = open_row("table:number-rows-repeated=\"2\"", &[("", "1"), ("", "camille@example.org")]);
    let answer = read_file("book.ods", open_document(&format!("{head}{twice}{tail}")));
    assert_eq!((answer.coverage.rows, answer.coverage.records), (2, 2));
    let refused = [
        (open_row("table:number-rows-repeated=\"1000000000\"", &[("", "1")]), "workbook-repeated"),
        (open_row("", &[("table:number-columns-repeated=\"10000000\"", "1")]), "workbook-columns"),
        (
            open_row("", &[("table:number-columns-repeated=\"2000000000\"", ""), ("", "1")]),
            "workbook-columns",
        ),
        (
            open_row("table:number-rows-repeated=\"100000\"", &[("", &"long ".repeat(200))]),
            "workbook-repeated",
        ),
    ];
    for (row, limit) in refused {
        assert_eq!(limit_of(&read_file("book.ods", open_document(&format!("{head}{row}")))), limit);
    }
}

#[test]
fn lists_of_objects_in_a_list_are_tables_of_their_own() {
    let text = r#"{"Purchase": [[{"a": 1}, {"a": 2}], [{"a": 3}], [], [4, 5], 6, [{"a": 7}]]}"#;
    let answer = read_file("x.json", text);
    let places: Vec<String> = answer
        .totals
        .categories
        .values()
        .flat_map(|category| category.samples.iter().map(|sample| sample.place.to_string()))
        .collect();
    let expected = [
        "x.json:/Purchase/0/0",
        "x.json:/Purchase/0/1",
        "x.json:/Purchase/1/0",
        "x.json:/Purchase/3",
        "x.json:/Purchase/4",
        "x.json:/Purchase/5/0",
    ];
    assert_eq!(places, expected);
    assert!(rows(&answer).contains(&pairs(&[("[0]", "4"), ("[1]", "5")])));
}
