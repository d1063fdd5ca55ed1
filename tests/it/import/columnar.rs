//! Tables that JSON writes column by column, or as lists of cells below a list of names: their rows are those of any table.

use habeas::finding::Code;

use super::{codes, pairs, read_file, rows};

type Cells<'c> = &'c [(&'c str, &'c str)];

const ORDERS: &[Cells<'_>] =
    &[&[("date", "2024-01-05"), ("total", "5.50")], &[("date", "2024-02-06"), ("total", "")]];

#[test]
fn columns_are_turned_into_rows_and_lists_of_accidental_length_are_not() {
    let cases: &[(&str, &[Cells<'_>])] = &[
        (r#"{"date": ["2024-01-05", "2024-02-06"], "total": [5.50, null]}"#, ORDERS),
        (r#"{"orders": {"date": ["2024-01-05", "2024-02-06"], "total": [5.50, null]}}"#, ORDERS),
        (r#"{"columns": ["date", "total"], "rows": [["2024-01-05", 5.50], ["2024-02-06", null]]}"#, ORDERS),
        (
            r#"{"result": {"header": ["date", "total"], "data": [["2024-01-05", 5.50], ["2024-02-06", null]]}}"#,
            ORDERS,
        ),
        (r#"[["date", "total"], ["2024-01-05", 5.50], ["2024-02-06", null]]"#, ORDERS),
        (r#"{"values": [["date", "total"], ["2024-01-05", 5.50], ["2024-02-06", null]]}"#, ORDERS),
        // A row that is wider keeps its cells, and what stands in a cell its place.
        (
            r#"{"columns": ["date"], "rows": [["2024-01-05", 5, {"a": 1}], [["x", "y"]]]}"#,
            &[&[("date", "2024-01-05"), ("[1]", "5"), ("[2].a", "1")], &[("date[0]", "x"), ("date[1]", "y")]],
        ),
        // Lists of words are lists, however many, and so are numbers of another length.
        (
            r#"{"likes": ["hats", "shoes"], "friends": ["Lea", "Sam"]}"#,
            &[&[("likes", "hats")], &[("likes", "shoes")], &[("friends", "Lea")], &[("friends", "Sam")]],
        ),
        (
            r#"{"likes": ["hats"], "years": [2021, 2022]}"#,
            &[&[("likes", "hats")], &[("years", "2021")], &[("years", "2022")]],
        ),
        (r#"{"columns": ["date", "total"]}"#, &[&[("columns", "date")], &[("columns", "total")]]),
        // Lists without names keep their numbers, the first as well.
        (
            r#"[["name", "Camille"], ["born", "1990-01-01"], ["city", "Lyon"]]"#,
            &[
                &[("[0]", "name"), ("[1]", "Camille")],
                &[("[0]", "born"), ("[1]", "1990-01-01")],
                &[("[0]", "city"), ("[1]", "Lyon")],
            ],
        ),
        (
            r#"[["Lea", "Lyon", "red"], {"a": 1}]"#,
            &[&[("[0]", "Lea"), ("[1]", "Lyon"), ("[2]", "red")], &[("a", "1")]],
        ),
        (r#"[["date", "total"]]"#, &[&[("[0]", "date"), ("[1]", "total")]]),
    ];
    for (text, expected) in cases {
        let answer = read_file("data.json", *text);
        let expected: Vec<_> = expected.iter().map(|cells| pairs(cells)).collect();
        let mut found = rows(&answer);
        found.sort();
        let mut sorted = expected.clone();
        sorted.sort();
        assert_eq!(found, sorted, "{text}");
        assert_eq!(answer.accounts.iter().flat_map(codes).collect::<Vec<_>>(), [], "{text}");
    }
}

#[test]
fn a_cut_column_keeps_what_was_read() {
    for (text, count, code) in [
        (r#"{"date": ["2024-01-05", "2024-02-06"], "total": [5.50, "#, 3, Code::CutShort),
        (r#"{"date": ["2024-01-05", "2024-02-06"], "total": [5.50, x]}"#, 3, Code::Malformed),
        (r#"[["date", "total"], "#, 1, Code::CutShort),
    ] {
        let answer = read_file("data.json", text);
        assert_eq!(answer.coverage.records, count, "{text}");
        assert!(codes(&answer.accounts[0]).contains(&code), "{text}");
    }
}

#[test]
fn very_long_columns_are_read_each_for_itself() {
    let column = |text: &str| vec![format!("\"{text}\""); 300].join(",");
    let long = column(&"words ".repeat(10_000));
    let text = format!(r#"{{"note": [{long}], "date": [{}]}}"#, column("2024-01-05"));
    let answer = read_file("data.json", text);
    assert_eq!((answer.coverage.records, codes(&answer.accounts[0])), (600, vec![]));
}
