//! JSON as programs write it that keep its rules loosely: it is read whole, and that it is loose is said.

use habeas::finding::Code;

use super::{codes, read_file, rows};

#[test]
fn json_that_is_loose_is_read_whole_and_said_to_be_so() {
    let cases = [
        ("[{\"a\": NaN, \"b\": 1}, {\"a\": Infinity, \"b\": -Infinity}]", "a= b=1|a=Infinity b=-Infinity"),
        (
            "[{\"a\": \"one\ntwo\", \"b\": \"x\ty\"}, {\"a\": \"\r\n\", \"b\": 2}]",
            "a=one\ntwo b=x\ty|a=\r\n b=2",
        ),
        ("[{\"a\": 1, \"b\": [1, 2,],}, {\"a\": 2,},]", "a=1 b[0]=1 b[1]=2|a=2"),
        ("// made by hand\n[{\"a\": 1}, // the first\n {\"a\": /* in between */ 2}] // end", "a=1|a=2"),
        ("/* a\nb */ {\"list\": [{\"a\": 1}]}", "a=1"),
        ("[{\"a\": \"it\\'s \\d C:\\Users\"}]", "a=it's \\d C:\\Users"),
    ];
    for (text, expected) in cases {
        for (before, extension) in [("", "json"), ("\u{feff}", "json"), ("", "txt"), ("", "csv")] {
            let answer = read_file(&format!("data.{extension}"), format!("{before}{text}"));
            let shown: Vec<String> = rows(&answer)
                .iter()
                .map(|row| {
                    row.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(" ")
                })
                .collect();
            assert_eq!(shown.join("|"), expected, "{text}");
            assert_eq!(codes(&answer.accounts[0]), [Code::NotStrict], "{text}");
        }
    }
}

#[test]
fn what_stands_in_front_of_a_document_is_none_of_it() {
    for text in [
        ")]}',\n[{\"a\": 1}]",
        ")]}'\n\n{\"list\": [{\"a\": 1}]}",
        "for(;;);[{\"a\": 1}]",
        "\u{feff})]}'[{\"a\": 1}]",
        "while(1); [{\"a\": 1}]",
    ] {
        for name in ["data.json", "data.txt", "data"] {
            let answer = read_file(name, text);
            assert_eq!((&*answer.accounts[0].format, answer.coverage.records), ("json", 1), "{text}");
            assert_eq!(codes(&answer.accounts[0]), [], "{text}");
        }
    }
}

/// A quote that is missing costs the element it is missing in, and no other.
#[test]
fn a_missing_quote_is_no_line_break_in_a_string() {
    let text = "[{\"a\": \"1\"},\n{\"a\": \"2},\n{\"a\": \"3\"},\n{\"a\": \"4\"}]";
    let answer = read_file("data.json", text);
    assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (3, 1));
    let many = format!("[{{\"a\": \"{}\"}}, {{\"a\": \"b\"}}]", "line\n".repeat(200_000));
    assert_eq!(read_file("data.json", many).coverage.records, 2);
}
