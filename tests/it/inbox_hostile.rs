//! Mails as they should not be: forged, damaged, endless; and what an HTML mail is as text.

use chrono::NaiveDate;
use habeas::finding::{Code, Place};
use habeas::inbox::html::to_text;
use habeas::inbox::matching::{Known, Match, Reason, match_mail};
use habeas::inbox::message::Mail;
use habeas::inbox::reading::{Reading, read};
use habeas::inbox::rule::built_in;
use habeas::inbox::sender::{Doubt, doubts};
use habeas::inbox::statement::Statement;
use proptest::prelude::{any, prop, prop_assert, proptest};

#[test]
fn an_html_mail_is_what_a_person_reads() {
    let cases = [
        ("<p>Un</p><p>deux</p>", "Un\n\ndeux\n\n"),
        ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
        ("<style>p{}</style><script>x('<p>no</p>')</script>yes", "yes"),
        ("<head><title>no</title></head>yes<!-- <p>no</p> -->", "yes"),
        ("caf&eacute; &amp; th&#233; &lt;vert&gt;", "café & thé <vert>"),
        (
            "<a href=\"https://example.org/x?a=1&amp;b=2\">Vos données</a>",
            "Vos données <https://example.org/x?a=1&b=2>",
        ),
        ("<a href='javascript:alert(1)'>x</a> <a href=\"mailto:a@example.org\">y</a>", "x y"),
        ("<img src=\"https://example.org/p.gif\" alt=\"no\">yes", "yes"),
        ("a<blockquote>b<br>c</blockquote>d", "a\n> b\n> c\nd"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b\n\n"),
        ("1 < 2", "1 < 2"),
        ("<a href=\"x>yes", "yes"),
    ];
    for (html, text) in cases {
        assert_eq!(to_text(html).trim_end(), text.trim_end(), "{html}");
    }
}

#[test]
fn a_mail_without_measure_still_gives_a_mail() {
    let mut nested = String::from("From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n");
    for depth in 0..400 {
        nested += &format!("Content-Type: multipart/mixed; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\n");
    }
    let inside: String = "Content-Type: message/rfc822\r\n\r\nFrom: b@example.com\r\n".repeat(100);
    let huge = format!("Subject: {}\r\nFrom: a@example.com\r\n\r\nx", "y".repeat(500_000));
    let many = format!("From: a@example.com\r\n{}\r\nx", "X-A: b\r\n".repeat(10_000));
    let parts = format!(
        "From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
        "--b\r\nContent-Disposition: attachment; filename=x.csv\r\n\r\n1\r\n".repeat(1_100)
    );
    let quotes = format!("From: a@example.com\r\nContent-Type: text/html\r\n\r\n{}", "<a '\">".repeat(4_000));
    for mail in [&nested, &inside, &huge, &many, &parts, &quotes] {
        let (mail, _) = Mail::parse(mail.as_bytes(), &Place::file("x.eml"));
        let Reading { says, .. } = read(&mail, built_in());
        assert!(says.len() <= 1, "{says:?}");
    }
    let (mail, findings) = Mail::parse(parts.as_bytes(), &Place::file("x.eml"));
    assert_eq!(mail.attachments.len(), 1_000);
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::LimitReached]);
}

#[test]
fn what_is_badly_encoded_is_read_as_far_as_it_goes() {
    let base64 = "From: a@example.com\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nTm91cyA!!!\u{1}\r\n";
    let charset = "From: a@example.com\r\nContent-Type: text/plain; charset=no-such\r\n\r\nNous refusons votre demande.\r\n";
    let latin = b"From: a@example.com\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNous avons bien re\xe7u votre demande. Nous refusons votre demande.\r\n";
    for bytes in [base64.as_bytes(), charset.as_bytes(), latin] {
        let (mail, _) = Mail::parse(bytes, &Place::file("x.eml"));
        assert_eq!(mail.from.as_deref(), Some("a@example.com"));
    }
    for bytes in [charset.as_bytes(), latin] {
        let (mail, _) = Mail::parse(bytes, &Place::file("x.eml"));
        assert_eq!(said(&mail), [Statement::Refuses]);
    }
}

#[test]
fn a_mail_comes_in_when_the_last_server_says_and_not_before() {
    let mail = |day: u32| {
        format!(
            "Received: from a by b; Thu, {day} Nov 2026 08:00:00 +0100\r\nReceived: from x by a; Mon, 2 Nov 2026 08:00:00 +0100\r\n\
             From: a@example.com\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\n\r\nx"
        )
    };
    for (noted, arrived) in [(5, "2026-11-05"), (1, "2026-11-03")] {
        let day = parse(&mail(noted)).arrived.map(|time| time.date_naive().to_string());
        assert_eq!(day.as_deref(), Some(arrived), "a date can be set back");
    }
}

#[test]
fn what_speaks_against_a_sender_is_told() {
    let company = ["example.com".to_owned(), "boutique-exemple.example".to_owned()];
    let cases = [
        ("From: Shop <dpo@mail.example.com>", None),
        ("From: dpo@boutique-exemp1e.example", Some("looks-like")),
        ("From: dpo@boutique-exemple.example.net", Some("looks-like")),
        ("From: dpo@boutiqu\u{435}-exemple.example", Some("mixed-scripts")),
        ("From: x@shop.invalid", Some("other-domain")),
        ("From: \"dpo@example.com\" <x@mail.example.com>", None),
        ("From: \"dpo@example.org\" <x@example.com>", Some("name-imitates")),
        ("From: a@example.com, b@example.com", Some("no-one-sender")),
        ("From: a@example.com\r\nReply-To: b@example.net", Some("reply-elsewhere")),
        (
            "From: a@example.com\r\nAuthentication-Results: mx.example.org; dmarc=fail",
            Some("not-authenticated"),
        ),
    ];
    for (headers, expected) in cases {
        let found = doubts(&parse(&format!("{headers}\r\n\r\nx\r\n")), &company);
        let ids: Vec<&str> = found.iter().map(Doubt::id).collect();
        match expected {
            Some(id) => assert!(ids.contains(&id), "{headers}: {ids:?}"),
            None => assert!(ids.is_empty(), "{headers}: {ids:?}"),
        }
    }
}

#[test]
fn a_domain_where_anybody_can_have_a_mailbox_is_no_companys() {
    let public = "gmail.com";
    let address = format!("boutique@{public}");
    let known = Known::new("HB-7F3K2Q", [&*address, "dpo@example.com", "shop.example.net"]);
    assert_eq!(known.domains, ["example.com", "shop.example.net"]);
    let one = Match::One { reference: "HB-7F3K2Q".to_owned(), reason: Reason::Sender };
    let known = [known];
    let from = |name: &str| parse(&format!("From: {name}@{public}\r\n\r\nx"));
    assert_eq!(match_mail(&from("Boutique"), &known), one);
    assert_eq!(match_mail(&from("somebody"), &known), Match::None);
}

#[test]
fn of_two_cases_the_sender_answers_the_one_that_had_left() {
    let case = |reference: &str, day: u32| Known {
        since: NaiveDate::from_ymd_opt(2026, 11, day),
        ..Known::new(reference, ["dpo@example.com"])
    };
    let known = [case("HB-7F3K2Q", 2), case("HB-AAAAAA", 20)];
    let mail = |day: u32| format!("From: dpo@example.com\r\nDate: {day} Nov 2026 10:00:00 +0100\r\n\r\nx");
    assert_eq!(match_mail(&parse(&mail(1)), &known), Match::None);
    let first = Match::One { reference: "HB-7F3K2Q".to_owned(), reason: Reason::Sender };
    assert_eq!(match_mail(&parse(&mail(10)), &known), first);
    assert!(matches!(match_mail(&parse(&mail(21)), &known), Match::Several { .. }));
}

#[test]
fn a_day_is_read_where_it_is_clear_and_never_guessed() {
    let cases = [
        ("We are extending the deadline until 03/04/2027.", None),
        ("We are extending the deadline until 25/02/2027.", Some("2027-02-25")),
        ("We are extending the deadline until 2027-02-25.", Some("2027-02-25")),
        ("We are extending the deadline until February 3rd, 2027.", Some("2027-02-03")),
        ("We are extending the deadline until 3 February.", Some("2027-02-03")),
        ("We are extending the deadline from 3 February 2027 to 3 March 2027.", None),
        ("Nous prolongeons le délai jusqu'au 03/04/2027.", Some("2027-04-03")),
        ("Nous prolongeons le délai jusqu'au 1er mars 2027.", Some("2027-03-01")),
        ("Nous prolongeons le délai jusqu'au 31/02/2027.", None),
        ("Wir verlängern die Frist bis zum 2. Februar 2027.", Some("2027-02-02")),
    ];
    for (text, expected) in cases {
        let head = "From: a@example.com\r\nDate: 3 Nov 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8";
        let reading = read(&parse(&format!("{head}\r\n\r\n{text}\r\n")), built_in());
        assert_eq!(reading.says.first().map(|said| said.statement), Some(Statement::Extends), "{text}");
        assert_eq!(reading.says[0].until.map(|day| day.to_string()).as_deref(), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_html_gives_a_text(html in "[<>/a-z\"'=!& ;#-]{0,200}", text: String) {
        prop_assert!(!to_text(&html).contains('\0') || html.contains('\0'));
        to_text(&text);
    }

    #[test]
    fn any_text_is_read(words in prop::collection::vec("(nous|demande|pas|votre|le|délai|:|>|-- |http://|[0-9]{1,4}|[.]|\n|\\PC{0,8})", 0..60), html in any::<bool>()) {
        let kind = if html { "html" } else { "plain" };
        let mail = format!("From: a@example.com\r\nDate: 3 Nov 2026 10:00:00 +0100\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{}", words.join(" "));
        let reading = read(&parse(&mail), built_in());
        for said in &reading.says {
            let line = said.quote.as_ref().map_or(0, |quote| quote.line);
            prop_assert!(line <= mail.lines().count());
        }
        for link in &reading.links {
            prop_assert!(link.host.contains('.') && !link.host.contains('@'));
        }
    }
}

fn said(mail: &Mail) -> Vec<Statement> {
    let says = read(mail, built_in()).says;
    says.into_iter()
        .map(|said| said.statement)
        .filter(|statement| *statement != Statement::Acknowledged)
        .collect()
}

fn parse(text: &str) -> Mail {
    Mail::parse(text.as_bytes(), &Place::file("mail.eml")).0
}
