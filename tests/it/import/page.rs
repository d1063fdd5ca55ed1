//! Pages for people, mails, cards and documents: rows out of what was made to be looked at.

use habeas::finding::Code;
use habeas::import::coverage::State;

use super::{codes, pairs, read_file, rows};

/// Reads a file and compares its rows, in the order of their places.
fn check(name: &str, text: &str, expected: &[&[(&str, &str)]]) {
    let answer = read_file(name, text);
    let mut found = placed(&answer);
    found.sort_by_key(|(number, _)| *number);
    let found: Vec<_> = found.into_iter().map(|(_, fields)| fields).collect();
    let expected: Vec<_> = expected.iter().map(|fields| pairs(fields)).collect();
    assert_eq!(found, expected, "{name}");
    assert_eq!(first(&answer).findings, [], "{name}");
}

/// The ledger's first line.
fn first(answer: &habeas::import::answer::Answer) -> &habeas::import::coverage::Account {
    answer.accounts.first().expect("a member")
}

/// The rows with the number at the end of their place.
fn placed(answer: &habeas::import::answer::Answer) -> Vec<(u64, Vec<(String, String)>)> {
    let samples = answer.totals.categories.values().flat_map(|category| &category.samples);
    let number =
        |place: String| place.rsplit([':', '/']).next().and_then(|n| n.parse().ok()).unwrap_or(u64::MAX);
    samples.map(|sample| (number(sample.place.to_string()), sample.fields.clone())).collect()
}

fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Your data</title><style>td {{}}</style></head><body>{body}</body></html>"
    )
}

#[test]
fn a_table_with_a_header_is_a_table() {
    check(
        "page.html",
        &page(
            "<h2>Orders</h2><table><thead><tr><th>Date<th>Item</thead><tbody><tr><td>2024-01-31<td>Lamp &amp; shade\
             <tr><td>2024-02-01<td><a href=\"https://example.org/p/1\">Chair</a></table>",
        ),
        &[
            &[("Date", "2024-01-31"), ("Item", "Lamp & shade")],
            &[("Date", "2024-02-01"), ("Item", "Chair"), ("Item.href", "https://example.org/p/1")],
        ],
    );
}

#[test]
fn a_table_without_one_takes_words_for_its_header_and_numbers_for_data() {
    let words = "<table><tr><td>Date</td><td>IP</td><td>Place</td></tr><tr><td>2024-01-31</td><td>192.0.2.1</td><td>Lyon</td></tr></table>";
    check("page.html", &page(words), &[&[("Date", "2024-01-31"), ("IP", "192.0.2.1"), ("Place", "Lyon")]]);
    let numbers =
        "<table><tr><td>1</td><td>a</td><td>b</td></tr><tr><td>2</td><td>c</td><td>d</td></tr></table>";
    check(
        "page.html",
        &page(numbers),
        &[&[("#1", "1"), ("#2", "a"), ("#3", "b")], &[("#1", "2"), ("#2", "c"), ("#3", "d")]],
    );
}

#[test]
fn a_table_of_labels_is_one_row() {
    let expected: &[&[(&str, &str)]] =
        &[&[("Name", "Camille Martin"), ("E-mail", "camille@example.org"), ("Born", "1990-01-31")]];
    let cells = [("Name", "Camille Martin"), ("E-mail", "camille@example.org"), ("Born", "1990-01-31")];
    for head in ["td", "th"] {
        let rows: String = cells
            .iter()
            .map(|(label, value)| format!("<tr><{head}>{label}:</{head}><td>{value}</td></tr>"))
            .collect();
        check("page.html", &page(&format!("<table>{rows}</table>")), expected);
    }
}

#[test]
fn cells_that_span_stand_where_they_span() {
    check(
        "page.html",
        &page(
            "<table><tr><th>Order</th><th colspan=2>Item</th></tr><tr><td rowspan=\"2\">A-1</td><td>Lamp</td><td>5</td></tr>\
             <tr><td>Chair</td><td>7</td></tr></table>",
        ),
        &[
            &[("Order", "A-1"), ("Item", "Lamp"), ("Item (2)", "5")],
            &[("Order", "A-1"), ("Item", "Chair"), ("Item (2)", "7")],
        ],
    );
}

#[test]
fn definitions_labels_and_lists_are_fields() {
    check(
        "page.html",
        &page(
            "<h1>Account</h1><dl><dt>Name<dd>Camille<dt>City<dd>Lyon<dt>Name<dd>Lea<dt>City<dd>Nice</dl>\
             <ul><li>Service: photos<li>Created: 2024-01-31</ul><ul><li>Cats</li><li>Travel</li></ul>\
             <p>Phone: +33 1 99 00 00 00<p>We keep nothing else.",
        ),
        &[
            &[("Name", "Camille"), ("City", "Lyon")],
            &[("Name", "Lea"), ("City", "Nice")],
            &[("Service", "photos"), ("Created", "2024-01-31")],
            &[("text", "Cats")],
            &[("text", "Travel")],
            &[("Phone", "+33 1 99 00 00 00")],
            &[("text", "We keep nothing else.")],
        ],
    );
}

#[test]
fn properties_of_items_are_rows() {
    let items = "<div><span itemprop=\"title\">Coat</span> <b itemprop=\"price\">12.00 EUR</b></div>\
                 <div><span itemprop=\"title\">Hat</span> <b itemprop=\"price\">3.50 EUR</b></div>";
    check(
        "page.html",
        &page(items),
        &[&[("title", "Coat"), ("price", "12.00 EUR")], &[("title", "Hat"), ("price", "3.50 EUR")]],
    );
    let scopes = "<li itemscope><meta itemprop=\"id\" content=\"7\"><i itemprop=\"name\">Coat</i></li>";
    check("page.html", &page(scopes), &[&[("id", "7"), ("name", "Coat")]]);
}

#[test]
fn activity_cells_are_events() {
    let cell = "<div class=\"outer-cell mdl-cell\"><div class=\"mdl-grid\"><div class=\"header-cell\"><p class=\"mdl-typography--title\">Search<br></p></div>\
        <div class=\"content-cell mdl-typography--body-1\">Searched for&nbsp;<a href=\"https://example.org/search?q=lamp\">lamp</a><br>Jan 31, 2024, 1:02:03\u{202f}PM CET</div>\
        <div class=\"content-cell mdl-typography--body-1 mdl-typography--text-right\"></div>\
        <div class=\"content-cell mdl-typography--caption\"><b>Products:</b><br>&emsp;Search<br><b>Why is this here?</b><br>&emsp;A setting was on.</div></div></div>";
    let event: &[(&str, &str)] = &[
        ("header", "Search"),
        ("title", "Searched for\u{a0}lamp"),
        ("titleUrl", "https://example.org/search?q=lamp"),
        ("time", "Jan 31, 2024, 1:02:03\u{202f}PM CET"),
        ("Products", "Search"),
        ("Why is this here?", "A setting was on."),
    ];
    check("page.html", &page(&cell.repeat(2)), &[event, event]);
}

#[test]
fn boxes_of_a_social_page_are_events() {
    let now = "<div class=\"_3-95 _a6-g\"><h2 class=\"_2pim _a6-h\">An advertiser</h2><div class=\"_3-95 _a6-p\"><table><tr><td colspan=\"2\" class=\"_2pin _a6_q\">Has a list<div><div>True</div></div></td></tr></table></div><div class=\"_3-94 _a6-o\"><div>Jan 31, 2024 1:02 pm</div></div></div>";
    let before = "<div class=\"pam uiBoxWhite\"><div class=\"_2lek\">A topic</div><div class=\"_2let\">Seen once</div><div class=\"_2lem\">Jan 1, 2020</div></div>";
    check(
        "page.html",
        &page(&format!("{now}{before}")),
        &[
            &[("title", "An advertiser"), ("Has a list", "True"), ("timestamp", "Jan 31, 2024 1:02 pm")],
            &[("title", "A topic"), ("text", "Seen once"), ("timestamp", "Jan 1, 2020")],
        ],
    );
}

#[test]
fn scripts_comments_and_broken_tags_are_no_data() {
    check(
        "page.html",
        &page(
            "<script>var a = '<table><tr><td>x';</script><!-- <p>Old: 1 --><p>New: 2</p><p>a < b &unknown; c</b></i>",
        ),
        &[&[("New", "2")], &[("text", "a < b &unknown; c")]],
    );
}

#[test]
fn documents_of_elements_are_rows_where_they_repeat() {
    check(
        "data.xml",
        "<?xml version=\"1.0\"?><export made=\"2024\"><owner><name>Camille</name></owner><orders>\
         <order id=\"1\"><item>Lamp</item><item>Chair</item><at day=\"1\"/></order><order id=\"2\"><item>Rug &#233;</item></order></orders></export>",
        &[
            &[("id", "1"), ("item", "Lamp"), ("item[1]", "Chair"), ("at@day", "1"), ("at", "")],
            &[("id", "2"), ("item", "Rug é")],
            &[("name", "Camille")],
            &[("export@made", "2024")],
        ],
    );
}

#[test]
fn lists_of_keys_are_read_by_their_keys() {
    check(
        "data.plist",
        "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//X//DTD\" \"https://example.org/x.dtd\"><plist><dict><key>Devices</key><array>\
         <dict><key>Name</key><string>Phone</string><key>Id</key><integer>7</integer></dict><dict><key>Name</key><string>Watch</string></dict></array></dict></plist>",
        &[&[("Name", "Phone"), ("Id", "7")], &[("Name", "Watch")]],
    );
}

#[test]
fn entities_are_not_resolved_and_nesting_ends() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c \"&b;&b;&b;&b;\">]><a><r>&c;</r><r>&c;</r></a>";
    let answer = read_file("data.xml", format!("<?xml version=\"1.0\"?>{bomb}"));
    assert_eq!(rows(&answer), [pairs(&[("r", "&c;")]), pairs(&[("r", "&c;")])]);
    let deep = format!("<?xml version=\"1.0\"?><a><r><x>1</x></r><r>{}</r></a>", "<b>".repeat(100_000));
    let answer = read_file("data.xml", deep);
    assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (1, 1));
    assert_eq!(codes(&answer.accounts[0]), [Code::LimitReached]);
    let cut = read_file("data.xml", "<?xml version=\"1.0\"?><a><r><x>1</x></r><r><x>2");
    assert_eq!((cut.coverage.records, cut.coverage.rows_as_findings), (1, 1));
    assert_eq!(codes(&cut.accounts[0]), [Code::CutShort]);
}

#[test]
fn a_mail_is_a_row_with_its_headers() {
    check(
        "mail.eml",
        "From: Shop <shop@example.org>\r\nTo: camille@example.org\r\nSubject: =?utf-8?q?Votre_r=C3=A9ponse?=\r\nDate: Wed, 31 Jan 2024 10:00:00 +0100\r\n\r\nHello\r\n",
        &[&[
            ("From", "Shop <shop@example.org>"),
            ("To", "camille@example.org"),
            ("Subject", "Votre réponse"),
            ("Date", "2024-01-31T10:00:00+01:00"),
            ("text", "Hello\r\n"),
        ]],
    );
}

#[test]
fn a_box_of_mails_is_a_row_each() {
    let text = "From a@example.org Wed Jan 31 10:00:00 2024\nFrom: a@example.org\nSubject: One\n\nHello\n>From here\n\n\
                From b@example.org Wed Jan 31 11:00:00 2024\nFrom: b@example.org\nSubject: Two\n\nFrom b to you.\n";
    let answer = read_file("All mail.mbox", text);
    assert_eq!((&*answer.accounts[0].format, answer.coverage.records), ("mbox", 2));
    let texts: Vec<String> = rows(&answer)
        .into_iter()
        .flatten()
        .filter(|(name, _)| name == "text")
        .map(|(_, text)| text)
        .collect();
    assert_eq!(texts, ["Hello\nFrom here\n\n", "From b to you.\n"]);
}

#[test]
fn address_books_and_calendars_are_rows() {
    check(
        "contacts.vcf",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=A9a;=\r\nMartin\r\nTEL;CELL:+33 1 99 00\r\n  00 00\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Max\\, the second\r\nEND:VCARD\r\n",
        &[
            &[("VERSION", "2.1"), ("N", "Léa;Martin"), ("TEL;CELL", "+33 1 99 00 00 00")],
            &[("VERSION", "3.0"), ("FN", "Max, the second")],
        ],
    );
    check(
        "calendar.ics",
        "BEGIN:VCALENDAR\r\nPRODID:x\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Paris:20240131T100000\r\nSUMMARY:Lunch\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        &[
            &[("PRODID", "x")],
            &[
                ("DTSTART;TZID=Europe/Paris", "20240131T100000"),
                ("SUMMARY", "Lunch"),
                ("VALARM.TRIGGER", "-PT5M"),
            ],
        ],
    );
}

#[test]
fn plain_texts_are_labels_and_lines_and_a_sentence_of_nothing_is_empty() {
    check(
        "notes.txt",
        "Name: Camille\nCity: Lyon\n\nName: Lea\nDear Camille, at 12:30 we met.\n",
        &[
            &[("Name", "Camille"), ("City", "Lyon")],
            &[("Name", "Lea")],
            &[("text", "Dear Camille, at 12:30 we met.")],
        ],
    );
    for text in ["You have no data in this section.\n", "Aucune donnée n'est disponible."] {
        let answer = read_file("no-data.txt", text);
        assert_eq!(answer.accounts[0].state, State::Empty, "{text}");
        assert_eq!(codes(&answer.accounts[0]), [Code::ReceivedEmpty]);
    }
}

#[test]
fn a_script_that_is_one_assignment_is_its_document() {
    check(
        "like.js",
        "window.YTD.like.part0 = [ {\n \"like\" : { \"tweetId\" : \"1\" } }, { \"like\" : { \"tweetId\" : \"2\" } } ];\n",
        &[&[("like.tweetId", "1")], &[("like.tweetId", "2")]],
    );
}

#[test]
fn halves_of_characters_cost_only_themselves() {
    let answer =
        read_file("data.json", r#"[{"a": "x\ud83dy \\ud83d \ud83d\ude00"}, {"a": "\udc00"}, {"a": 3}]"#);
    let texts: Vec<String> = rows(&answer).into_iter().flatten().map(|(_, text)| text).collect();
    assert_eq!(texts, ["x\u{fffd}y \\ud83d \u{1f600}", "\u{fffd}", "3"]);
    assert_eq!(codes(&answer.accounts[0]), [Code::BadEncoding]);
}

/// Makes a document of pages, each the operators between BT and ET.
pub(super) fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut text = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count {}/Kids[{}]>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[200/eacute/adieresis/egrave/agrave]>>>>\nendobj\n",
        pages.len(),
        kids.join(" ")
    );
    for (page, operators) in pages.iter().enumerate() {
        let (number, content) = (4 + 2 * page, format!("BT {operators} ET"));
        text += &format!(
            "{number} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>\nendobj\n\
             {} 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n",
            number + 1,
            number + 1,
            content.len()
        );
    }
    text += "trailer\n<</Root 1 0 R>>\n%%EOF\n";
    text.into_bytes()
}

/// Operators that draw texts at their places.
fn drawn(texts: &[(u32, u32, &str)]) -> String {
    texts.iter().map(|(x, y, text)| format!("/F 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ")).collect()
}

fn check_pdf(pages: &[String], expected: &[&[(&str, &str)]]) {
    let answer = read_file("answer.pdf", pdf(pages));
    assert_eq!(first(&answer).format, "pdf");
    let mut found = placed(&answer);
    found.sort_by_key(|(number, _)| *number);
    let found: Vec<_> = found.into_iter().map(|(_, fields)| fields).collect();
    let expected: Vec<_> = expected.iter().map(|fields| pairs(fields)).collect();
    assert_eq!(found, expected);
    assert_eq!(first(&answer).findings, []);
}

#[test]
fn pages_of_labels_are_rows_wherever_the_value_stands() {
    let page = drawn(&[
        (300, 700, "Camille Martin"),
        (50, 700, "Name"),
        (50, 680, "Shop: Lyon"),
        (50, 660, "Pr\\310nom:"),
        (50, 648, "Camille"),
        (50, 600, "Name"),
        (300, 600, "Lea"),
    ]);
    check_pdf(
        &[page],
        &[&[("Name", "Camille Martin"), ("Shop", "Lyon"), ("Prénom", "Camille")], &[("Name", "Lea")]],
    );
}

#[test]
fn cells_under_words_are_a_table() {
    let page = drawn(&[
        (50, 700, "Date"),
        (200, 700, "Item"),
        (400, 700, "Price"),
        (50, 680, "2024-01-31"),
        (200, 680, "Lamp"),
        (400, 680, "5.00"),
        (50, 660, "2024-02-01"),
        (200, 660, "Chair"),
        (400, 660, "7.00"),
    ]);
    check_pdf(
        &[page],
        &[
            &[("Date", "2024-01-31"), ("Item", "Lamp"), ("Price", "5.00")],
            &[("Date", "2024-02-01"), ("Item", "Chair"), ("Price", "7.00")],
        ],
    );
}

#[test]
fn margins_that_pages_repeat_count_once() {
    let page = |number: u32| {
        drawn(&[
            (50, 780, "Extracted profile"),
            (50, 700, &format!("Order {number} of a lamp")),
            (500, 20, &format!("Page {number}")),
        ])
    };
    check_pdf(
        &[page(1), page(2), page(3)],
        &[
            &[("text", "Extracted profile")],
            &[("text", "Order 1 of a lamp")],
            &[("text", "Page 1")],
            &[("text", "Order 2 of a lamp")],
            &[("text", "Order 3 of a lamp")],
        ],
    );
}

#[test]
fn pages_that_print_json_are_json() {
    let first = drawn(&[
        (50, 700, "{ \"trips\": ["),
        (60, 680, "{ \"from\": \"Lyon\", \"price\":"),
        (60, 660, "12.50 },"),
    ]);
    let second = drawn(&[(60, 700, "{ \"from\": \"Nice\" }"), (50, 680, "] }")]);
    check_pdf(&[first, second], &[&[("from", "Lyon"), ("price", "12.50")], &[("from", "Nice")]]);
}

#[test]
fn a_document_without_text_is_listed_and_one_that_explodes_is_refused() {
    let answer = read_file("scan.pdf", pdf(&[String::new()]));
    assert_eq!((answer.accounts[0].state, codes(&answer.accounts[0])), (State::Opaque, vec![Code::NoText]));
    let mut bomb = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut bomb, &vec![b' '; 100 << 20]).expect("it packs");
    let mut bytes = pdf(&["(x) Tj".to_owned()]);
    bytes.extend(b"99 0 obj\n<</Filter/FlateDecode>>\nstream\n");
    bytes.extend(bomb.finish().expect("it packs"));
    bytes.extend(b"\nendstream\nendobj\n");
    let answer = read_file("bomb.pdf", bytes);
    assert_eq!(
        (answer.accounts[0].state, codes(&answer.accounts[0])),
        (State::Refused, vec![Code::LimitReached])
    );
}
