//! A table is read the same wherever its rows stand: what the first of them do not show is seen further down, and where the rows of
//! a column disagree about what it holds, that is said.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::record::Role;

use super::{codes, read_file};

/// Days, sums and what is told, over all rows.
fn facts(answer: &Answer) -> String {
    let told = |role: Role| answer.totals.lists.get(&role).map(|list| list.entries.len());
    let roles = [Role::IpAddress, Role::Inference, Role::Recipient].map(told);
    let totals = answer.totals.categories.iter();
    let totals: Vec<String> = totals
        .map(|(category, totals)| {
            format!("{category:?} {} {:?} {:?}", totals.records, totals.months, totals.amounts)
        })
        .collect();
    format!("{totals:?} {:?} {roles:?}", answer.totals.span())
}

/// Writes rows under a header, as separated values or as objects that lack what is empty.
fn written(format: &str, header: &[&str], rows: &[Vec<String>]) -> String {
    if format == "csv" {
        let lines = rows.iter().map(|row| row.join(";"));
        return std::iter::once(header.join(";")).chain(lines).collect::<Vec<_>>().join("\n");
    }
    let object = |row: &Vec<String>| {
        let fields = header.iter().zip(row).filter(|(_, text)| !text.is_empty());
        let fields: Vec<String> = fields.map(|(name, text)| format!("{name:?}:{text:?}")).collect();
        format!("{{{}}}", fields.join(","))
    };
    let between = if format == "json" { ",\n" } else { "\n" };
    let objects = rows.iter().map(object).collect::<Vec<_>>().join(between);
    if format == "json" { format!("[{objects}]") } else { objects }
}

#[test]
fn what_the_first_rows_do_not_show_is_seen_further_down() {
    let header = ["Order number", "Order date", "Total", "Seen from", "Segment", "Refunded at"];
    type Cells = fn(usize) -> [String; 5];
    let none = || std::array::from_fn(|_| String::new());
    let plain: Cells = |row| {
        let day = format!("2024-{:02}-{:02}", row % 12 + 1, row % 28 + 1);
        let address = format!("192.0.2.{}", row % 200);
        [day, format!("{}.50 EUR", row % 90), address, "Gold".to_owned(), String::new()]
    };
    let numeric: Cells = |row| {
        let day = format!("{:02}.{:02}.2023", row % 28 + 1, row % 12 + 1);
        [day, format!("{},50", row % 90), "2001:db8::1".to_owned(), "Rich".to_owned(), String::new()]
    };
    let open: Cells = |row| {
        let day = format!("{:02}/{:02}/2024", row % 28 + 1, row % 12 + 1);
        [day, "3.50".to_owned(), String::new(), String::new(), String::new()]
    };
    let nothing: Cells = |_| std::array::from_fn(|_| "n/a".to_owned());
    let rare: Cells = |row| {
        let refund = if row == 1990 { "2024-05-05".to_owned() } else { String::new() };
        [String::new(), "5.50".to_owned(), String::new(), String::new(), refund]
    };
    let cases: [(&str, usize, Option<Cells>, Cells); 6] = [
        ("empty, then filled", 300, None, plain),
        ("placeholders, then filled", 210, Some(nothing), plain),
        ("long empty, shortly filled", 3000, None, plain),
        ("another form of dates", 500, Some(plain), numeric),
        ("dates whose order only the end tells", 400, None, open),
        ("one row of a sparse column", 1980, None, rare),
    ];
    for (case, first, above, below) in cases {
        let rows: Vec<Vec<String>> = (0..first + 230)
            .map(|row| {
                let cells =
                    if row < first { above.map_or_else(none, |cells| cells(row)) } else { below(row) };
                std::iter::once(format!("B{row}")).chain(cells).collect()
            })
            .collect();
        let turned: Vec<Vec<String>> = rows.iter().rev().cloned().collect();
        for format in ["csv", "json", "ndjson"] {
            let name = format!("orders.{format}");
            let (straight, turned) = (written(format, &header, &rows), written(format, &header, &turned));
            let (straight, turned) = (read_file(&name, straight), read_file(&name, turned));
            assert_eq!(facts(&straight), facts(&turned), "{case}: {format}");
            assert_eq!(codes(&straight.accounts[0]), codes(&turned.accounts[0]), "{case}: {format}");
            if case != "one row of a sparse column" {
                assert!(straight.totals.span().0.is_some(), "{case}: {format}");
            }
        }
    }
}

#[test]
fn a_column_that_is_one_thing_above_and_another_below_is_named() {
    for (column, above, below) in [
        ("Contact", "the desk", "ada@example.org"),
        ("Remark", "nothing to say", "192.0.2.7"),
        ("Created", "some time ago", "2024-05-13"),
    ] {
        let lines: String =
            (0..460).map(|row| format!("{row};{}\n", if row < 230 { above } else { below })).collect();
        let answer = read_file("list.csv", format!("number;{column}\n{lines}"));
        let found = answer.accounts[0].findings.iter().find(|finding| finding.code == Code::ColumnChanges);
        let dated = answer.totals.span().0.is_some();
        assert!(
            found.is_some_and(|found| found.facts.contains(&("column".to_owned(), column.to_owned())))
                || dated,
            "{column}"
        );
        // A column of one kind is none, and neither is one whose values differ all along.
        for text in [above, below] {
            let lines: String = (0..460).map(|row| format!("{row};{text}\n")).collect();
            let answer = read_file("list.csv", format!("number;{column}\n{lines}"));
            assert!(!codes(&answer.accounts[0]).contains(&Code::ColumnChanges), "{column}: {text}");
        }
        let mixed: String =
            (0..460).map(|row| format!("{row};{}\n", if row % 2 == 0 { above } else { below })).collect();
        let answer = read_file("list.csv", format!("number;{column}\n{mixed}"));
        assert!(!codes(&answer.accounts[0]).contains(&Code::ColumnChanges), "{column}: mixed");
    }
}
