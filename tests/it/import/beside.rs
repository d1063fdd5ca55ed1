//! A member that is most of an answer is taken apart on a thread of its own: what it gives is the same.

use habeas::import::answer::Answer;

use super::{read_file, zip_of};

/// Bytes of a member that is large enough for a thread.
const LARGE_BYTES: usize = 1_300_000;

/// Reads a member as most of an answer and beside a larger one; both give the same account and the same totals.
fn check(name: &str, bytes: &[u8]) -> Answer {
    assert!(bytes.len() > LARGE_BYTES, "{name}: {}", bytes.len());
    let mut larger = b"\x89PNG\r\n\x1a\n".to_vec();
    larger.resize(bytes.len() * 3, 0);
    let alone = read_file("answer.zip", zip_of(&[(name, bytes)]));
    let beside = read_file("answer.zip", zip_of(&[(name, bytes), ("larger.png", &larger)]));
    assert_eq!(alone.accounts.first(), beside.accounts.first(), "{name}");
    // Not shown where they differ: they are long.
    assert!(alone.totals == beside.totals, "{name}");
    assert!(alone.coverage.adds_up(), "{name}: {:?}", alone.coverage);
    alone
}

/// Repeats what is made of a number until it is large.
fn many(make: impl Fn(usize) -> String) -> (String, u64) {
    let mut text = String::new();
    let mut count = 0;
    while text.len() <= LARGE_BYTES {
        text.push_str(&make(count));
        count += 1;
    }
    (text, count as u64)
}

#[test]
fn rows_of_separated_values_are_the_same() {
    let (rows, count) = many(|n| match n % 1_000 {
        7 => format!("2020-02-03,shoe {n},3,one too many\n"),
        9 => "2020-02-03\n".to_owned(),
        11 => "date,product,price\n".to_owned(),
        _ => format!("20{:02}-01-02,shoe {n},\"{n},50 EUR\"\n", n % 25),
    });
    let answer = check("orders.csv", format!("date,product,price\n{rows}").as_bytes());
    assert!(answer.coverage.rows > count - 1_000 && answer.coverage.findings > 1, "{:?}", answer.coverage);
}

#[test]
fn elements_of_documents_are_the_same_with_faults_among_them() {
    let (elements, count) = many(|n| match n % 2_000 {
        5 => format!("{{\"id\":{n},\"id\":2}},\n"),
        13 => format!("{{\"id\":{n},\"a\":tru}},\n"),
        17 => format!("[{{\"id\":{n}}},{{\"id\":-0.5e3,\"x\":\"y\"}}],\n"),
        _ => format!(
            "{{\"id\":{n},\"at\":\"2020-01-02\",\"list\":[1,{{\"b\":null}}],\"text\":\"a\\u00e9\"}},\n"
        ),
    });
    let text = format!("{{\"name\":\"x\",\"shoes\":[{elements}{{\"id\":0}}],\"after\":true}}");
    let answer = check("shoes.json", text.as_bytes());
    assert!(answer.coverage.rows > count, "{:?}", answer.coverage);
    assert!(answer.coverage.rows_as_findings > 2, "{:?}", answer.coverage);
    // Cut in the middle, everything before the cut stays.
    let cut = check("shoes.json", &text.as_bytes()[..LARGE_BYTES + 5]);
    assert!(cut.coverage.rows > count / 2, "{:?}", cut.coverage);
}

#[test]
fn a_document_per_line_and_boxes_of_pages_are_the_same() {
    let (lines, count) = many(|n| format!("{{\"id\":{n},\"name\":\"shoe\"}}\n"));
    assert_eq!(check("shoes.ndjson", lines.as_bytes()).coverage.records, count);
    let (rows, count) = many(|n| format!("<tr><td>2020-01-02<td>shoe {n}</tr>"));
    let page = format!("<html><h2>Shoes</h2><table><tr><th>Date<th>Name</tr>{rows}</table><p>Bye</html>");
    assert!(check("page.html", page.as_bytes()).coverage.records > count);
}

#[test]
fn day_and_month_are_told_apart_by_the_last_row() {
    let (rows, count) = many(|n| format!("0{}/0{}/2020,shoe\n", 1 + n % 9, 1 + n % 7));
    let answer = check("dates.csv", format!("Date,Name\n{rows}25/01/2020,shoe\n").as_bytes());
    assert_eq!(answer.coverage.records, count + 1);
    assert!(answer.totals.span().1.is_some());
}
