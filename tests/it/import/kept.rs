//! Rows that a table's shape could hide: lists in lists, tables without a header, rows above one, a second table, a mail in a mail.

use std::fmt::Write as _;

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::State;
use habeas::import::record::Role;

use super::{codes, pairs, read_file, rows, workbook, zip_of};

/// The sums of an answer: currency, total and the number of amounts.
fn sums(answer: &Answer) -> Vec<(String, String, u64)> {
    let sums = answer.totals.categories.values().flat_map(|category| &category.amounts);
    sums.map(|(currency, sum)| (currency.clone(), sum.total.normalize().to_string(), sum.count)).collect()
}

fn euros(total: &str, count: u64) -> Vec<(String, String, u64)> {
    vec![("EUR".to_owned(), total.to_owned(), count)]
}

fn transactions(count: usize) -> String {
    let one = |number: usize| {
        format!(
            "{{\"date\":\"2024-01-{:02}\",\"label\":\"Shop {number}\",\"amount\":\"2.00 EUR\"}}",
            number % 28 + 1
        )
    };
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

#[test]
fn a_list_of_dated_things_in_an_element_is_a_table_of_its_own() {
    let account = |iban: &str, count: usize| {
        format!("{{\"iban\":\"{iban}\",\"balance\":\"900.00\",\"transactions\":[{}]}}", transactions(count))
    };
    let accounts = format!("{{\"accounts\":[{},{}]}}", account("X1", 3), account("X2", 1));
    let customer = r#"{"customerId":"4711","createdAt":"2010-05-01","orders":[{"orderId":"1","orderDate":"2024-01-05","total":10.0,"currency":"EUR"},{"orderId":"2","orderDate":"2024-01-25","total":5.0,"currency":"EUR"}],"logins":[{"at":"2024-01-05T10:00:00Z","ip":"192.0.2.1"},{"at":"2024-01-06T10:00:00Z","ip":"192.0.2.2"}]}"#;
    let deep = format!("[{{\"customer\":\"4711\",\"accounts\":[{}]}}]", account("X1", 4));
    let cases = [
        ("accounts.json", accounts, 6, euros("8", 4)),
        ("data.json", format!("[{customer}]"), 5, euros("15", 2)),
        (
            "data.ndjson",
            format!("{customer}\n{{\"customerId\":\"4712\",\"orders\":[]}}\n"),
            6,
            euros("15", 2),
        ),
        ("deep.json", deep, 5, euros("8", 4)),
    ];
    for (name, text, records, expected) in cases {
        let answer = read_file(name, text);
        assert_eq!((answer.coverage.records, sums(&answer)), (records, expected), "{name}");
        assert_eq!(codes(&answer.accounts[0]), [], "{name}");
    }
}

#[test]
fn twenty_thousand_transactions_of_one_account_are_all_kept() {
    let text = format!("[{{\"iban\":\"X1\",\"transactions\":[{}]}}]", transactions(20_000));
    let answer = read_file("accounts.json", text);
    assert_eq!(answer.coverage.records, 20_001);
    assert_eq!(sums(&answer), euros("40000", 20_000));
    assert_eq!(codes(&answer.accounts[0]), []);
}

/// What has a day and a price of its own is one thing, and the lists in it are its parts.
#[test]
fn the_articles_payments_and_states_of_an_order_are_no_orders() {
    let order = r#"{"orderId":"1","date":"2024-01-05","total":"30.00 EUR","items":[{"sku":"a","price":"10.00 EUR"},{"sku":"b","price":"20.00 EUR"}],"payments":[{"date":"2024-01-05","amount":"15.00 EUR"},{"date":"2024-02-05","amount":"15.00 EUR"}],"history":[{"status":"paid","date":"2024-01-05"},{"status":"shipped","date":"2024-01-06"}]}"#;
    let answer = read_file("orders.json", format!("[{order},{order}]"));
    assert_eq!((answer.coverage.records, sums(&answer)), (2, euros("60", 2)));
}

#[test]
fn the_first_row_of_a_table_without_a_header_is_a_row() {
    let cases = [
        ("logins.csv", "2024-01-05 10:00:00,192.0.2.1,login\n2024-01-06 10:00:00,192.0.2.2,login\n", 2),
        ("orders.csv", "C1;05/01/2024;Lampe;12,50\nC2;25/01/2024;Tasse;3,50\nC3;26/01/2024;Bol;4,00\n", 3),
        ("addresses.csv", "192.0.2.1\n192.0.2.2\n192.0.2.3\n", 3),
        ("mails.csv", "camille@example.org;2024-01-05;news\ncamille@example.org;2024-01-06;promo\n", 2),
        ("calls.csv", "33600000000,33611111111,60\n33600000000,33622222222,15\n", 2),
        ("login.csv", "2024-01-05 10:00:00,192.0.2.1,login\n", 1),
        ("profile.csv", "Customer number,4711\nFirst name,Camille\nSegment,Gold\n", 3),
    ];
    for (name, text, records) in cases {
        assert_eq!(read_file(name, text).coverage.records, records, "{name}");
    }
    let headed = [
        "Segment;2023;2024\nGold;1;2\nRich;3;4\n",
        "Channel;01/01/2024;02/01/2024\nmail;10;20\nphone;1;2\n",
        "Order ID;Order date;Amount\nA1;2024-01-05;12.50\nA2;2024-01-06;12.50\n",
        "Segment\nGold\nRich\n",
    ];
    for text in headed {
        assert_eq!(read_file("table.csv", text).coverage.records, 2, "{text}");
    }
}

/// Writes a sheet of rows; an empty one leaves a gap.
fn sheet(rows: &[&[&str]]) -> String {
    let mut data = String::new();
    for (number, row) in (1..).zip(rows).filter(|(_, row)| !row.is_empty()) {
        let cell = |(column, text): (char, &&str)| match text.parse::<f64>() {
            Ok(_) => format!("<c r=\"{column}{number}\"><v>{text}</v></c>"),
            Err(_) => format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        };
        let cells: String = ('A'..).zip(*row).map(cell).collect();
        write!(data, "<row r=\"{number}\">{cells}</row>").expect("a text takes everything");
    }
    format!("<worksheet><sheetData>{data}</sheetData></worksheet>")
}

const ORDERS: [&[&str]; 3] =
    [&["Order ID", "Order date", "Amount EUR"], &["C1", "2024-01-05", "12.5"], &["C2", "2024-01-25", "7.5"]];

fn has(answer: &Answer, fields: &[(&str, &str)]) -> bool {
    rows(answer).contains(&pairs(fields))
}

#[test]
fn rows_above_the_header_of_a_sheet_are_rows() {
    let heads: [&[&[&str]]; 3] = [
        &[&["Your data"], &["Customer number", "4711"], &["Segment", "Rich"], &[]],
        &[&["Customer number", "4711"], &["Segment", "Rich"]],
        &[&["Surname", "Example"], &["Customer number", "4711"], &["Segment", "Rich"], &[]],
    ];
    for head in heads {
        let answer = read_file("orders.xlsx", workbook(&[("Orders", &sheet(&[head, &ORDERS].concat()))]));
        assert!(
            has(&answer, &[("Segment", "Rich")]) && has(&answer, &[("Customer number", "4711")]),
            "{head:?}"
        );
        assert_eq!(sums(&answer), euros("20", 2), "{head:?}");
    }
    let profile: [&[&str]; 4] = [
        &["Customer number", "4711"],
        &["First name", "Camille"],
        &["Surname", "Example"],
        &["Segment", "Rich"],
    ];
    let answer = read_file("profile.xlsx", workbook(&[("Profile", &sheet(&profile))]));
    assert_eq!((answer.coverage.records, answer.totals.distinct(Role::Inference)), (4, 1));
}

#[test]
fn a_second_table_of_a_sheet_has_its_own_columns() {
    let segments: [&[&str]; 3] = [&["Segment", "Score"], &["Family", "0.7"], &["Rich", "0.2"]];
    let titles: [&[&[&str]]; 2] = [&[&[]], &[&[], &["Your segments"]]];
    for title in titles {
        let table = sheet(&[&ORDERS, title, &segments].concat());
        let answer = read_file("data.xlsx", workbook(&[("Data", &table)]));
        assert!(has(&answer, &[("Segment", "Rich"), ("Score", "0.2")]), "{title:?}");
        assert_eq!(sums(&answer), euros("20", 2), "{title:?}");
    }
    // An empty row inside a table begins no other.
    let table = sheet(
        &[&ORDERS, [&[][..], &["C3", "2024-02-05", "1"], &["C4", "2024-02-06", "2"]].as_slice()].concat(),
    );
    let answer = read_file("data.xlsx", workbook(&[("Data", &table)]));
    assert_eq!((answer.coverage.records, sums(&answer)), (4, euros("23", 4)));
}

#[test]
fn what_is_attached_to_an_attached_mail_is_read() {
    let table = "Order ID,Order date,Amount EUR\r\nA1,2024-01-05,12.50\r\n";
    let head = |subject: &str| {
        format!(
            "From: shop@example.com\r\nTo: a@example.org\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary={subject}\r\n\r\n--{subject}\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n--{subject}\r\n"
        )
    };
    let inner = format!(
        "{}Content-Type: text/csv\r\nContent-Disposition: attachment; filename=orders.csv\r\n\r\n{table}--inner--\r\n",
        head("inner")
    );
    let outer = format!("{}Content-Type: message/rfc822\r\n\r\n{inner}\r\n--outer--\r\n", head("outer"));
    for (name, bytes) in
        [("reply.eml", outer.clone().into_bytes()), ("a.zip", zip_of(&[("reply.eml", outer.as_bytes())]))]
    {
        assert_eq!(sums(&read_file(name, bytes)), euros("12.5", 1), "{name}");
    }
}

/// A page that only a program fills was not sent without anything in it.
#[test]
fn a_page_with_its_data_in_a_program_is_unread_and_not_empty() {
    let page = |body: &str| format!("<!doctype html><html><body>{body}</body></html>");
    let script = page("<div id=app></div><script>window.data = {\"orders\":[{\"id\":1}]};</script>");
    let unread = read_file("data.html", script);
    assert_eq!((unread.accounts[0].state, codes(&unread.accounts[0])), (State::Opaque, vec![Code::NoText]));
    let empty = read_file("data.html", page("<div></div>"));
    assert_eq!(
        (empty.accounts[0].state, codes(&empty.accounts[0])),
        (State::Empty, vec![Code::ReceivedEmpty])
    );
}
