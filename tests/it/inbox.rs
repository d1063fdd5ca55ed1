//! Tests of the room `inbox` at its boundary.

use std::fs;
use std::path::Path;

use habeas::finding::{Code, Place};
use habeas::inbox::guard::Hedge;
use habeas::inbox::mailbox::{Entry, read as read_mails};
use habeas::inbox::matching::{Confidence, Known, Match, Reason, match_mail};
use habeas::inbox::message::{Action, Mail};
use habeas::inbox::proposal::Open;
use habeas::inbox::reading::{Origin, Reading, read};
use habeas::inbox::rule::built_in;
use habeas::inbox::statement::{Detail, Statement};
use habeas::wording::{Wording, languages};
use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

const REPLY: &str = "Message-ID: <reply-1@example.com>\r
In-Reply-To: <HB-7F3K2Q.00@example.org>\r
References: <HB-7F3K2Q.ff@example.org> <HB-7F3K2Q.00@example.org>\r
From: =?utf-8?q?Service_donn=C3=A9es?= <DPO@Privacy.Example.COM>\r
To: claire@example.org\r
Subject: =?utf-8?q?Votre_demande_d=27acc=C3=A8s?=\r
Date: Mon, 23 Nov 2026 19:00:00 +0100\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=\"b\"\r
\r
--b\r
Content-Type: text/html; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
\r
<p>Voici vos donn=E9es.</p>\r
--b\r
Content-Type: application/zip\r
Content-Disposition: attachment; filename=\"../donnees.zip\"\r
Content-Transfer-Encoding: base64\r
\r
UEsFBgAAAAA=\r
--b--\r
";

fn bounce(action: &str, original: &str) -> String {
    format!(
        "From: MAILER-DAEMON@example.org\r\nTo: claire@example.org\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r
Auto-Submitted: auto-replied\r
Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r
--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r
--b\r\nContent-Type: message/delivery-status\r\n\r
Reporting-MTA: dns; mail.example.org\r\n\r
Final-Recipient: rfc822; dpo@example.com\r\nAction: {action}\r\nStatus: 5.1.1 (no such user)\r
--b\r\n{original}\r\n--b--\r\n"
    )
}

const ORIGINAL_MESSAGE: &str = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <HB-7F3K2Q.00@example.org>\r\nSubject: Demande\r\n\r\nBonjour\r\n";
const ORIGINAL_HEADERS: &str =
    "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <HB-7F3K2Q.00@example.org>\r\nSubject: Demande\r\n";

#[test]
fn a_reply_is_parsed_whole() {
    let (mail, findings) = Mail::parse(REPLY.as_bytes(), &Place::file("reply.eml"));
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(mail.message_id.as_deref(), Some("reply-1@example.com"));
    assert_eq!(mail.in_reply_to, ["HB-7F3K2Q.00@example.org"]);
    assert_eq!(mail.references, ["HB-7F3K2Q.ff@example.org", "HB-7F3K2Q.00@example.org"]);
    assert_eq!(mail.sender_domain().as_deref(), Some("privacy.example.com"));
    assert_eq!(mail.to, ["claire@example.org"]);
    assert_eq!(mail.subject, "Votre demande d'accès");
    assert_eq!(mail.date.map(|date| date.to_rfc3339()).as_deref(), Some("2026-11-23T19:00:00+01:00"));
    assert_eq!(mail.text.trim(), "Voici vos données.");
    assert_eq!(mail.attachments.len(), 1);
    assert_eq!(mail.attachments[0].content_type, "application/zip");
    assert_eq!(mail.attachments[0].name.as_deref(), Some("../donnees.zip"));
    assert_eq!(mail.attachments[0].bytes, b"PK\x05\x06\0\0\0\0");
    assert_eq!(origin(&mail), Origin::Person);
}

#[test]
fn what_is_no_mail_is_a_finding_that_names_the_file_only() {
    for bytes in [&b""[..], b"\0\0", b"\r\n\r\nno header"] {
        let (mail, findings) = Mail::parse(bytes, &Place::file("x.eml"));
        assert_eq!(mail, Mail::default());
        assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::NotTheFormat]);
    }
}

#[test]
fn a_bounce_is_told_from_a_delay_and_finds_its_message() {
    for original in [ORIGINAL_MESSAGE, ORIGINAL_HEADERS] {
        let mail = parse(&bounce("failed", original));
        assert_eq!(origin(&mail), Origin::Bounced { status: Some("5.1.1".to_owned()) });
        let report = mail.report.as_ref().expect("a report");
        assert_eq!(report.actions, [Action::Failed]);
        let found =
            match_mail(&mail, &[known("HB-7F3K2Q", "example.com"), known("HB-AAAAAA", "example.net")]);
        assert_eq!(found, Match::One { reference: "HB-7F3K2Q".to_owned(), reason: Reason::Thread });
    }
    assert_eq!(origin(&parse(&bounce("delayed", ORIGINAL_HEADERS))), Origin::Delayed);
    assert_eq!(origin(&parse(&bounce("relayed", ORIGINAL_HEADERS))), Origin::Delivered);
    assert_eq!(origin(&parse(&bounce("nonsense", ORIGINAL_HEADERS))), Origin::Automatic);
}

#[test]
fn an_automatic_reply_says_so_itself() {
    let cases = [
        ("Auto-Submitted: auto-replied (vacation)", Origin::Automatic),
        ("Auto-Submitted: Auto-Generated; x=y", Origin::Automatic),
        ("Auto-Submitted: no", Origin::Person),
        ("X-Autoreply: yes", Origin::Automatic),
        ("Precedence: auto_reply", Origin::Automatic),
        ("Precedence: bulk", Origin::Person),
        ("X-Other: auto-replied", Origin::Person),
    ];
    for (header, expected) in cases {
        let mail =
            parse(&format!("From: dpo@example.com\r\n{header}\r\nSubject: Absence\r\n\r\nauto-replied\r\n"));
        assert_eq!(origin(&mail), expected, "{header}");
    }
}

#[test]
fn a_mail_finds_its_case_by_thread_then_reference_then_sender() {
    let known = [known("HB-7F3K2Q", "example.com"), known("HB-AAAAAA", "example.net")];
    let one = |reference: &str, reason| Match::One { reference: reference.to_owned(), reason };
    let cases = [
        ("In-Reply-To: <HB-7F3K2Q.00@example.org>", "x@other.example", "", one("HB-7F3K2Q", Reason::Thread)),
        (
            "References: <a@b> <HB-AAAAAA.00@example.org>",
            "x@other.example",
            "",
            one("HB-AAAAAA", Reason::Thread),
        ),
        ("X: y", "x@other.example", "Réf. [hb\u{2011}7f3k2q] :", one("HB-7F3K2Q", Reason::Reference)),
        ("X: y", "x@example.com", "HB-7F3K2Q", one("HB-7F3K2Q", Reason::ReferenceAndSender)),
        ("X: y", "x@mail.example.com", "", one("HB-7F3K2Q", Reason::Sender)),
        ("X: y", "x@notexample.com", "", Match::None),
        ("X: y", "x@other.example", "XHB-7F3K2Q HB-7F3K2QX HB-7F3K2 HB-ZZZZZZ", Match::None),
    ];
    for (header, from, text, expected) in cases {
        let mail = parse(&format!(
            "From: {from}\r\n{header}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        ));
        assert_eq!(match_mail(&mail, &known), expected, "{header} {from} {text}");
    }
    assert!(Reason::Thread.confidence() > Reason::Reference.confidence());
    assert!(Reason::Reference.confidence() > Reason::Sender.confidence());
    assert_eq!(Reason::ReferenceAndSender.confidence(), Confidence::Certain);
}

#[test]
fn contradicting_or_equal_evidence_is_reported_and_never_guessed() {
    let several = Match::Several { references: vec!["HB-7F3K2Q".to_owned(), "HB-AAAAAA".to_owned()] };
    let apart = [known("HB-7F3K2Q", "example.com"), known("HB-AAAAAA", "example.net")];
    let contradiction =
        "From: x@example.com\r\nSubject: HB-AAAAAA\r\nIn-Reply-To: <HB-7F3K2Q.00@example.org>\r\n\r\n";
    assert_eq!(match_mail(&parse(contradiction), &apart), several);
    let two_named = "From: x@other.example\r\nSubject: HB-AAAAAA, HB-7F3K2Q\r\n\r\n";
    assert_eq!(match_mail(&parse(two_named), &apart), several);
    let together = [known("HB-7F3K2Q", "example.com"), known("HB-AAAAAA", "example.com")];
    assert_eq!(match_mail(&parse("From: x@example.com\r\nSubject: Bonjour\r\n\r\n"), &together), several);
    // The thread and its subject are of one case, and what is said is of another.
    for said in ["HB-AAAAAA is refused", "HB-7F3K2Q and HB-AAAAAA are refused"] {
        let answer = format!(
            "From: x@example.com\r\nSubject: Re: HB-7F3K2Q\r\nIn-Reply-To: <HB-7F3K2Q.00@example.org>\r\n\r\n{said}\r\n"
        );
        assert_eq!(match_mail(&parse(&answer), &together), several, "{said}");
    }
}

#[test]
fn mails_are_read_from_files_folders_mboxes_and_maildirs() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    write(root, "b.eml", REPLY);
    write(
        root,
        "a.mbox",
        "From a@example.com Mon Nov 23 19:00:00 2026\nSubject: 1\n\nx\n>From y\n>>From z\n\nFrom b\nSubject: 2\n\n",
    );
    write(root, "notes.txt", "no mail");
    write(root, "Maildir/cur/1.example:2,S", REPLY);
    write(root, "Maildir/new/2.example", REPLY);
    write(root, "Maildir/tmp/3.example.eml", REPLY);
    #[cfg(unix)]
    std::os::unix::fs::symlink(root, root.join("Maildir/loop")).expect("it links");

    let entries: Vec<Entry> = read_mails(root).expect("it opens").collect();
    let places: Vec<String> = entries.iter().map(|entry| entry.place.to_string()).collect();
    assert_eq!(
        places,
        ["Maildir/cur/1.example:2,S", "Maildir/new/2.example", "a.mbox:1", "a.mbox:2", "b.eml"]
    );
    assert_eq!(entries[2].content.as_deref().ok(), Some(&b"Subject: 1\n\nx\nFrom y\n>From z\n\n"[..]));
    assert_eq!(entries[3].content.as_deref().ok(), Some(&b"Subject: 2\n\n"[..]));

    let lone: Vec<Entry> = read_mails(&root.join("b.eml")).expect("it opens").collect();
    assert_eq!(lone.len(), 1);
    assert_eq!(lone[0].content.as_deref().ok(), Some(REPLY.as_bytes()));
    let absent = read_mails(&root.join("absent.eml")).err().expect("it is not there");
    assert_eq!(absent.to_string(), "opening the mail in absent.eml");
}

#[test]
fn an_mbox_of_dividing_lines_ends_at_a_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "all.mbox", &"From \n".repeat(150_000));
    let mut entries = read_mails(&folder.path().join("all.mbox")).expect("it opens");
    assert_eq!(entries.by_ref().take_while(|entry| entry.content.is_ok()).count(), 100_000);
    assert!(entries.next().is_none());
    let last = read_mails(&folder.path().join("all.mbox")).expect("it opens").last().expect("a mail");
    let finding = last.content.expect_err("a finding");
    assert_eq!((finding.code, &*finding.facts[0].1), (Code::LimitReached, "mails"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let error = read_mails(Path::new("/dev/zero")).err().expect("it is no file");
    assert_eq!(error.to_string(), "zero is a pipe, a socket or a device; save the mails to a file first");
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::net::UnixListener::bind(folder.path().join("x.eml")).expect("a socket");
    let entries: Vec<Entry> = read_mails(folder.path()).expect("it opens").collect();
    let codes: Vec<Code> =
        entries.into_iter().filter_map(|entry| entry.content.err()).map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::NotAFile]);
}

#[test]
fn every_reading_and_reason_has_a_word() {
    let origins = [
        Origin::Bounced { status: None },
        Origin::Delayed,
        Origin::Delivered,
        Origin::Automatic,
        Origin::Person,
    ];
    let mut keys: Vec<String> = origins.iter().map(|origin| format!("origin-{}", origin.id())).collect();
    keys.extend(Statement::ALL.iter().map(|statement| format!("says-{}", statement.id())));
    keys.extend(Detail::ALL.iter().map(|detail| format!("detail-{}", detail.id())));
    keys.extend(Open::ALL.iter().map(|open| format!("open-{}", open.id())));
    keys.extend(Hedge::ALL.iter().map(|hedge| format!("hedge-{}", hedge.id())));
    let named = [
        "other-domain",
        "looks-like",
        "mixed-scripts",
        "name-imitates",
        "reply-elsewhere",
        "no-one-sender",
        "not-authenticated",
    ];
    keys.extend(named.iter().map(|doubt| format!("doubt-{doubt}")));
    for key in keys.into_iter().chain(Reason::ALL.iter().map(|reason| format!("match-{}", reason.id()))) {
        for language in languages() {
            assert!(Wording::of(language).has(&key), "{language}: {key}");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_a_mail(bytes: Vec<u8>) {
        check_any(&bytes)?;
    }

    #[test]
    fn any_damage_to_a_mail_gives_a_mail(place in any::<prop::sample::Index>(), junk: Vec<u8>, cut in any::<prop::sample::Index>()) {
        for whole in [REPLY.to_owned(), bounce("failed", ORIGINAL_MESSAGE)] {
            let mut bytes = whole.into_bytes();
            let at = place.index(bytes.len());
            bytes.splice(at..at, junk.iter().copied());
            bytes.truncate(cut.index(bytes.len()) + 1);
            check_any(&bytes)?;
        }
    }

    #[test]
    fn an_mbox_gives_back_every_mail_put_into_it(bodies in prop::collection::vec("[a-z>\n]{0,30}", 1..8)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mbox: String = bodies.iter().map(|body| format!("From x\nSubject: y\n\n{body}\n")).collect();
        write(folder.path(), "all.mbox", &mbox);
        let entries: Vec<Entry> = read_mails(&folder.path().join("all.mbox")).expect("it opens").collect();
        prop_assert_eq!(entries.len(), bodies.len());
        for (entry, body) in entries.into_iter().zip(bodies) {
            prop_assert_eq!(entry.content.expect("it is whole"), format!("Subject: y\n\n{body}\n").into_bytes());
        }
    }
}

fn check_any(bytes: &[u8]) -> Result<(), proptest::test_runner::TestCaseError> {
    let (mail, findings) = Mail::parse(bytes, &Place::file("any.eml"));
    prop_assert!(findings.len() <= 3);
    let reading = read(&mail, built_in());
    prop_assert!(reading.says.len() <= Statement::ALL.len());
    match_mail(&mail, &[known("HB-7F3K2Q", "example.com")]);
    Ok(())
}

fn origin(mail: &Mail) -> Origin {
    let Reading { origin, .. } = read(mail, built_in());
    origin
}

fn parse(text: &str) -> Mail {
    Mail::parse(text.as_bytes(), &Place::file("mail.eml")).0
}

fn known(reference: &str, domain: &str) -> Known {
    Known {
        reference: reference.to_owned(),
        message_ids: vec![format!("<{reference}.00@example.org>"), format!("<{reference}.ff@example.org>")],
        domains: vec![domain.to_owned()],
        own_ids: Vec::new(),
        addresses: Vec::new(),
        authorities: Vec::new(),
        since: None,
    }
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
    fs::write(path, text).expect("it is written");
}
