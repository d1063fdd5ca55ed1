//! Tests of the room `delivery` at its boundary.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use habeas::delivery::Error;
use habeas::delivery::account::{Account, Login, MailboxServer, PasswordSource, Security};
use habeas::delivery::imap::Mailbox;
use habeas::delivery::message::{Attachment, Draft, EmailAddress, Field, Message, MessageId};
use habeas::delivery::outbox::{Existing, create_private_dir, put, replace_private, write_private};
use habeas::delivery::provider::{Provider, providers};
use habeas::delivery::secret::password;
use habeas::delivery::smtp::{Session, send};
use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use secrecy::{ExposeSecret, SecretString};

#[test]
fn a_message_says_what_was_drafted() {
    let bytes = composed(draft()).to_bytes();
    let mail = MessageParser::default().parse(&bytes).expect("it is a mail");
    let from = mail.from().and_then(|from| from.first()).expect("a sender");
    assert_eq!(from.name(), Some("Claire Émeraude, dite « C. »"));
    assert_eq!(from.address(), Some("claire@example.org"));
    assert_eq!(mail.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("dpo@example.com"));
    assert_eq!(mail.subject(), Some(draft().subject.as_str()));
    assert_eq!(mail.body_text(0).as_deref(), Some(draft().text.replace('\n', "\r\n").as_str()));
    assert_eq!(mail.message_id(), Some("HB-7F3K2Q.000102030405060708090a0b@example.org"));
    assert_eq!(mail.date().map(mail_parser::DateTime::to_rfc3339).as_deref(), Some("2026-11-23T18:00:00Z"));
    let attached = mail.attachment(0).expect("the PDF");
    assert_eq!(attached.attachment_name(), Some("Demande d’accès.pdf"));
    assert_eq!(attached.contents(), draft().attachments[0].bytes);
    assert_eq!(mail.attachment_count(), 1);
}

#[test]
fn a_message_is_ascii_in_short_lines_ended_by_crlf() {
    let mut long = draft();
    long.text = format!("{}\n{}", "é".repeat(5000), "a".repeat(5000));
    long.subject = "Demande d’accès ".repeat(40);
    long.earlier = (0..30).map(message_id).collect();
    for draft in [draft(), long, Draft { attachments: Vec::new(), ..draft() }] {
        let text = String::from_utf8(composed(draft).to_bytes()).expect("text");
        assert!(text.is_ascii());
        assert!(text.ends_with("\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 998), "RFC 5322, 2.1.1");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes_and_another_draft_others() {
    assert_eq!(composed(draft()).to_bytes(), composed(draft()).to_bytes());
    let boundary = |draft: Draft| {
        let bytes = composed(draft).to_bytes();
        let mail = MessageParser::default().parse(&bytes).expect("it is a mail");
        mail.content_type().and_then(|kind| kind.attribute("boundary")).expect("several parts").to_owned()
    };
    let mut other = draft();
    other.attachments[0].bytes.push(b'.');
    assert_ne!(boundary(draft()), boundary(other));
}

#[test]
fn a_reminder_stands_in_the_thread_of_its_case() {
    let first = message_id(1);
    let second = message_id(2);
    let reminder = Draft { earlier: vec![first.clone(), second.clone()], ..draft() };
    let bytes = composed(reminder).to_bytes();
    let mail = MessageParser::default().parse(&bytes).expect("it is a mail");
    let plain = |id: &MessageId| id.as_str().trim_matches(['<', '>']).to_owned();
    assert_eq!(mail.in_reply_to().as_text(), Some(plain(&second).as_str()));
    let thread = mail.references().as_text_list().expect("a list");
    assert_eq!(thread, [plain(&first), plain(&second)]);
}

#[test]
fn nothing_is_injected_into_a_header() {
    let evil = [
        "\r\nBcc: eve@example.net",
        "\nBcc: eve@example.net",
        "\r",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{202e}fdp.",
        "\u{2066}",
    ];
    for evil in evil {
        let fields: [(Field, Draft); 6] = [
            (Field::SenderName, Draft { from_name: format!("Claire{evil}"), ..draft() }),
            (Field::SenderAddress, Draft { from_address: format!("claire@example.org{evil}"), ..draft() }),
            (Field::RecipientAddress, Draft { to_address: format!("dpo@example.com{evil}"), ..draft() }),
            (Field::Subject, Draft { subject: format!("Demande{evil}"), ..draft() }),
            (Field::FileName, with_file(&format!("a{evil}.pdf"), "application/pdf")),
            (Field::ContentType, with_file("a.pdf", &format!("application/pdf{evil}"))),
        ];
        for (expected, draft) in fields {
            match Message::compose(draft) {
                Err(Error::ForbiddenCharacter { field }) => assert_eq!(field, expected, "{evil:?}"),
                other => panic!("{expected:?} {evil:?}: {other:?}"),
            }
        }
    }
}

#[test]
fn what_is_no_address_no_id_no_name_is_refused_without_being_repeated() {
    for wrong in [
        "",
        "claire",
        "claire@",
        "@example.org",
        "a b@example.org",
        "clairé@example.org",
        "<claire@example.org>",
        "a@b@example.org",
        "a@example.org,b@example.org",
    ] {
        let refused = Message::compose(Draft { to_address: wrong.to_owned(), ..draft() });
        let Err(fault @ Error::NotValid { field: Field::RecipientAddress }) = refused else {
            panic!("{wrong:?}")
        };
        assert_eq!(fault.to_string(), "composing the message: the recipient's address is not valid");
        assert!(wrong.parse::<EmailAddress>().is_err());
    }
    for wrong in ["", "<>", "<a>", "a@b", "<a@b", "<a@b> <c@d>", "<a@>", "<@b>", "<a@b\r\nBcc: c@d>", "<é@b>"]
    {
        assert!(wrong.parse::<MessageId>().is_err(), "{wrong:?}");
    }
    assert!(MessageId::compose("HB 7F3", [0; 12], &address()).is_err());
    assert!(Message::compose(with_file("../a.pdf", "application/pdf")).is_err());
    assert!(Message::compose(with_file("a.pdf", "pdf")).is_err());
    let early = Draft { date: "1969-12-31T23:59:59Z".parse().expect("a date"), ..draft() };
    assert!(matches!(Message::compose(early), Err(Error::NotValid { field: Field::Date })));
    assert!(!format!("{:?}", address()).contains("claire"));
}

proptest! {
    #[test]
    fn any_draft_gives_two_addresses_or_an_error(name: String, subject: String, text: String, file: String, bytes: Vec<u8>) {
        let attachments = vec![Attachment { name: file, content_type: "application/pdf".to_owned(), bytes: bytes.clone() }];
        let any = Draft { from_name: name, subject: subject.clone(), text, attachments, ..draft() };
        if let Ok(message) = Message::compose(any) {
            let wire = message.to_bytes();
            let mail = MessageParser::default().parse(&wire).expect("it is a mail");
            prop_assert_eq!(mail.from().map(|from| from.iter().count()), Some(1));
            prop_assert_eq!(mail.to().map(|to| to.iter().count()), Some(1));
            prop_assert!(mail.bcc().is_none() && mail.cc().is_none());
            prop_assert_eq!(mail.attachment_count(), 1);
            prop_assert_eq!(mail.attachment(0).expect("it is there").contents(), bytes);
        }
    }

    #[test]
    fn a_message_id_is_well_formed_whatever_chance_brings(random in any::<[u8; 12]>()) {
        let id = MessageId::compose("HB-7F3K2Q", random, &address()).expect("plain");
        prop_assert_eq!(id.as_str().parse::<MessageId>().expect("it reads itself"), id);
    }
}

#[test]
fn the_account_is_read_from_a_profile_and_holds_no_secret() {
    let text = "server: smtp.example.org\nport: 465\nsecurity: implicit\nuser: claire\nfrom: claire@example.org\npassword:\n  command: [pass, show, mail]\n";
    let account: Account = habeas::yaml::read(text, "profile.yaml").expect("it reads");
    assert_eq!(account.security, Security::Implicit);
    let words = ["pass", "show", "mail"].map(str::to_owned).to_vec();
    assert_eq!(account.password, Some(PasswordSource::Command(words)));
    assert!(habeas::yaml::read::<Account>(&text.replace("implicit", "none"), "profile.yaml").is_err());
    assert!(habeas::yaml::read::<Account>(&format!("{text}accept_invalid: true\n"), "profile.yaml").is_err());
}

#[test]
fn every_provider_has_servers_a_page_and_a_day() {
    let mut domains = std::collections::BTreeSet::new();
    for provider in providers() {
        let account = provider.account(address());
        let mailbox = account.mailbox.expect("every provider here has one");
        assert!(account.server.contains('.') && mailbox.server.contains('.'), "{}", provider.id);
        let is_usual = match account.security {
            Security::Implicit => account.port == 465,
            Security::StartTls => account.port == 587,
        };
        assert!(is_usual && mailbox.port == 993 && mailbox.security == Security::Implicit, "{}", provider.id);
        assert!(provider.source.starts_with("https://"), "{}", provider.id);
        provider.checked.parse::<chrono::NaiveDate>().expect("a day");
        for domain in provider.domains() {
            let from = format!("someone@{domain}").parse().expect("an address");
            assert_eq!(Provider::of(&from).map(|found| found.id), Some(provider.id), "{domain}");
            assert!(domains.insert(domain), "{domain} stands twice");
        }
    }
    assert!(domains.len() > 20);
    assert_eq!(Provider::of(&address()), None);
}

#[test]
fn a_server_that_drips_is_left_after_a_step_s_time() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut account = account(listener.local_addr().expect("an address").port());
    for security in [Security::StartTls, Security::Implicit] {
        account.security = security;
        let listener = listener.try_clone().expect("a second handle");
        // One byte at a time and never an end: it stops when nobody listens any more.
        let server = spawn(move || {
            let (mut stream, _) = listener.accept().expect("a caller");
            while stream.write_all(b"2").is_ok() {
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let left = Session::open_within(&account, &SecretString::from("secret"), Duration::from_millis(200));
        let fault = left.err().expect("it is left");
        assert!(matches!(fault, Error::Unreachable { .. } | Error::TlsNotOffered { .. }), "{fault:?}");
        server.join().expect("the server ends");
    }
}

#[test]
fn a_mailbox_server_that_drips_is_left_too_even_where_each_line_is_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let account = account(port);
    let security = Security::StartTls;
    let server =
        MailboxServer { server: "localhost".to_owned(), port, security, user: None, copy_sent_to: None };
    for drop in ["*", "* OK still here\r\n"] {
        let listener = listener.try_clone().expect("a second handle");
        let dripping = spawn(move || {
            let (mut stream, _) = listener.accept().expect("a caller");
            while stream.write_all(drop.as_bytes()).is_ok() {
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let patience = Duration::from_millis(100);
        let left = Mailbox::open_within(&account, &server, &SecretString::from("secret"), patience);
        let fault = left.err().expect("it is left");
        assert!(matches!(fault, Error::Unreachable { .. }), "{fault:?}");
        dripping.join().expect("the server ends");
    }
}

#[test]
#[cfg(unix)]
fn a_password_comes_from_a_program_or_a_private_file() {
    let command =
        |words: &[&str]| password(&PasswordSource::Command(words.iter().map(ToString::to_string).collect()));
    let read = command(&["printf", "%s\\nmore\\n", "se cret; $(id)"]).expect("it is read");
    assert_eq!(read.expose_secret(), "se cret; $(id)", "no shell, and the first line only");
    assert!(matches!(command(&["false"]), Err(Error::PasswordCommand(_))));
    assert!(matches!(command(&["/does/not/exist"]), Err(Error::PasswordCommand(_))));
    assert!(matches!(command(&[]), Err(Error::PasswordCommand(_))));
    assert!(matches!(command(&["true"]), Err(Error::PasswordNotUsable)));

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("password");
    write_private(&file, "pässword\r\n".as_bytes()).expect("it is written");
    let read = password(&PasswordSource::File(file.clone())).expect("it is read");
    assert_eq!(read.expose_secret(), "pässword");
    for open in [0o640, 0o604, 0o620] {
        set_mode(&file, open);
        assert!(matches!(
            password(&PasswordSource::File(file.clone())),
            Err(Error::PasswordFileOpenToOthers)
        ));
    }
    let long = folder.path().join("long");
    write_private(&long, &[b'a'; 10_000]).expect("it is written");
    assert!(matches!(password(&PasswordSource::File(long)), Err(Error::PasswordNotUsable)));
    let absent = PasswordSource::File(folder.path().join("absent"));
    assert!(matches!(password(&absent), Err(Error::PasswordUnreadable(_))));
}

#[test]
fn nothing_is_said_to_a_server_without_tls() {
    let (account, server) =
        scripted(vec!["220 mail.example.org", "250-mail.example.org\r\n250 AUTH PLAIN LOGIN"]);
    let refused = send(&account, &SecretString::from("secret"), &composed(draft()));
    assert!(matches!(refused, Err(Error::TlsNotOffered { .. })), "{refused:?}");
    let heard = server.join().expect("the server ends");
    assert!(
        heard.iter().all(|line| line.starts_with("EHLO [127.0.0.1]") || line.starts_with("QUIT")),
        "{heard:?}"
    );
}

#[test]
fn a_server_that_takes_starttls_back_or_speaks_nonsense_is_told_apart() {
    let greeting = "220 mail.example.org";
    let (account, server) =
        scripted(vec![greeting, "250-mail\r\n250 STARTTLS", "454 4.7.0 TLS not available"]);
    let refused = send(&account, &SecretString::from("secret"), &composed(draft()));
    assert!(matches!(refused, Err(Error::TlsNotOffered { .. })), "{refused:?}");
    server.join().expect("the server ends");

    let (account, server) = scripted(vec!["SSH-2.0-OpenSSH"]);
    let refused = send(&account, &SecretString::from("secret"), &composed(draft()));
    assert!(matches!(refused, Err(Error::NotUnderstood { .. })), "{refused:?}");
    server.join().expect("the server ends");

    let (account, server) = scripted(vec!["421 4.3.2 claire@example.org is blocked"]);
    let refused =
        send(&account, &SecretString::from("secret"), &composed(draft())).expect_err("it is refused");
    assert!(matches!(refused, Error::Temporary { .. }));
    assert!(!format!("{refused} {refused:?}").contains("claire"), "what a server says is not repeated");
    server.join().expect("the server ends");
}

#[test]
fn the_outbox_writes_private_files_and_keeps_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let outbox = folder.path().join("cases/HB-7F3K2Q");
    let files: [(&str, &[u8]); 2] = [("letter.pdf", b"%PDF"), ("message.eml", b"From: a")];
    let paths = put(&outbox, &files, Existing::Keep).expect("they are written");
    assert_eq!(paths, [outbox.join("letter.pdf"), outbox.join("message.eml")]);
    assert_eq!(fs::read(&paths[0]).expect("it is there"), b"%PDF");
    #[cfg(unix)]
    {
        assert_eq!(
            [mode(&folder.path().join("cases")), mode(&outbox), mode(&paths[0])],
            [0o700, 0o700, 0o600]
        );
    }

    let again = put(&outbox, &[("new.txt", b"new"), ("letter.pdf", b"other")], Existing::Keep);
    assert!(matches!(again, Err(Error::FileExists { ref name }) if name == "letter.pdf"), "{again:?}");
    assert!(!outbox.join("new.txt").exists(), "all or nothing");
    assert_eq!(fs::read(&paths[0]).expect("it is there"), b"%PDF");
    put(&outbox, &[("letter.pdf", b"other")], Existing::Replace).expect("it is replaced");
    assert_eq!(fs::read(&paths[0]).expect("it is there"), b"other");
    assert_eq!(fs::read_dir(&outbox).expect("it lists").count(), 2, "no temporary file is left");

    for name in ["", ".", "..", "../a", "a/b", "a\\b", "c:a", ".hidden", "a\nb"] {
        assert!(matches!(put(&outbox, &[(name, b"")], Existing::Keep), Err(Error::NotAFileName)), "{name:?}");
    }
}

#[test]
fn a_private_file_is_never_overwritten_unless_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("proof");
    write_private(&path, b"first").expect("it is written");
    let refused = write_private(&path, b"second").expect_err("it is there");
    assert_eq!(refused.kind(), std::io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).expect("it is there"), b"first");
    replace_private(&path, b"third").expect("it is replaced");
    assert_eq!(fs::read(&path).expect("it is there"), b"third");
    assert!(write_private(&folder.path().join("absent/proof"), b"").is_err());
    create_private_dir(folder.path()).expect("an existing folder stays");
    #[cfg(unix)]
    {
        // A link that leads elsewhere is something of that name, too.
        let elsewhere = folder.path().join("elsewhere");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&elsewhere, &link).expect("it links");
        assert!(write_private(&link, b"").is_err());
        assert!(replace_private(&link, b"own").is_err(), "a link is not ours to replace");
        assert!(!elsewhere.exists() && link.is_symlink());
    }
}

/// Starts a server that says one line after another, each but the first in answer to a line it hears.
fn scripted(lines: Vec<&'static str>) -> (Account, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let account = account(listener.local_addr().expect("an address").port());
    (account, spawn(move || converse(&listener, &lines)))
}

fn account(port: u16) -> Account {
    Account {
        server: "127.0.0.1".to_owned(),
        port,
        security: Security::StartTls,
        user: "claire".to_owned(),
        from: address(),
        login: Login::Password,
        password: None,
        mailbox: None,
        per_day: None,
        pause_seconds: None,
    }
}

fn converse(listener: &TcpListener, lines: &[&str]) -> Vec<String> {
    let (mut stream, _): (TcpStream, _) = listener.accept().expect("a caller");
    let mut heard = BufReader::new(stream.try_clone().expect("a second handle")).lines();
    let mut said = Vec::new();
    for line in lines {
        let _ = write!(stream, "{line}\r\n");
        match heard.next() {
            Some(Ok(line)) => said.push(line),
            Some(Err(_)) | None => break,
        }
    }
    said
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
}

fn composed(draft: Draft) -> Message {
    Message::compose(draft).expect("it is well made")
}

fn draft() -> Draft {
    Draft {
        from_name: "Claire Émeraude, dite « C. »".to_owned(),
        from_address: "claire@example.org".to_owned(),
        to_address: "dpo@example.com".to_owned(),
        subject: "Demande d’accès (article 15 du RGPD) – HB-7F3K2Q".to_owned(),
        text: "Madame, Monsieur,\n\n.un point en tête\n\nCordialement\n".to_owned(),
        attachments: vec![Attachment {
            name: "Demande d’accès.pdf".to_owned(),
            content_type: "application/pdf".to_owned(),
            bytes: b"%PDF-1.7\nlines\r\nof\rall\n kinds, ASCII only\n".to_vec(),
        }],
        message_id: MessageId::compose("HB-7F3K2Q", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], &address())
            .expect("plain"),
        earlier: Vec::new(),
        date: "2026-11-23T18:00:00Z".parse().expect("a date"),
    }
}

fn with_file(name: &str, content_type: &str) -> Draft {
    let attachment =
        Attachment { name: name.to_owned(), content_type: content_type.to_owned(), bytes: Vec::new() };
    Draft { attachments: vec![attachment], ..draft() }
}

fn message_id(number: u8) -> MessageId {
    MessageId::compose("HB-7F3K2Q", [number; 12], &address()).expect("plain")
}

fn address() -> EmailAddress {
    "claire@example.org".parse().expect("an address")
}
