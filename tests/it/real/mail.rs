//! Real counterpart: a mail server. Postfix and Dovecot on loopback, started by `tests/real/mail_server.sh`.
//!
//! Which authorities are trusted is the platform's business and so the environment's: each check runs in a
//! child of this test with `SSL_CERT_FILE` set to the authority made on the spot, or without it.

mod batch;
mod outage;
mod sealed;

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use habeas::delivery::account::{Account, Login, MailboxServer, Security};
use habeas::delivery::imap::{Mailbox, Usage};
use habeas::delivery::message::{Attachment, Draft, EmailAddress, Message, MessageId};
use habeas::delivery::smtp::{Session, Step, send};
use habeas::delivery::{CertificateFault, Error};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use secrecy::SecretString;

/// Names the settings file to the child; without it the child's tests have nothing to do.
const SETTINGS: &str = "HABEAS_TEST_MAIL_SERVER";

#[test]
#[ignore = "needs root, postfix, dovecot and openssl (tests/run installs them)"]
fn mail_leaves_over_verified_tls_or_not_at_all() {
    let server = Server::start();
    run_child("with_the_authority_trusted", &server, true);
    run_child("with_the_authority_unknown", &server, false);
}

#[test]
#[ignore = "run by mail_leaves_over_verified_tls_or_not_at_all"]
fn with_the_authority_trusted() {
    let Some(settings) = settings() else { return };
    the_program_sends_a_case_once(&settings);
    batch::fifty_letters_arrive_unchanged_and_an_answer_finds_its_case(&settings);
    sealed::an_encrypted_letter_is_read_at_the_other_end(&settings);
    arrives_unchanged_on_both_ports(&settings);
    many_messages_in_one_session(&settings);
    refuses_a_wrong_password(&settings);
    refuses_another_name(&settings);
    refuses_a_port_without_tls(&settings);
    tells_refusals_apart(&settings);
    tells_an_absent_server(&settings);
    tells_maybe_sent_from_not_sent(&settings);
    a_lost_session_stays_lost(&settings);
    outage::a_silent_server_is_left_in_time(&settings);
    outage::without_a_network_it_is_one_sentence(&settings);
    a_mailbox_is_read_and_stays_as_it_was(&settings);
}

#[test]
#[ignore = "run by mail_leaves_over_verified_tls_or_not_at_all"]
fn with_the_authority_unknown() {
    let Some(settings) = settings() else { return };
    for (port, security) in [("IMPLICIT_PORT", Security::Implicit), ("STARTTLS_PORT", Security::StartTls)] {
        let refused = send(&settings.account(port, security), &settings.password(), &message(1));
        let unknown = matches!(
            refused,
            Err(Error::CertificateNotTrusted { fault: CertificateFault::UnknownIssuer, .. })
        );
        assert!(unknown, "{refused:?}");
    }
    assert!(settings.arrived().is_empty(), "nothing may leave to a server that is not trusted");
}

/// The whole way, as a person goes it: profile, company, letter, `send --yes`; what arrived is what is kept as proof.
fn the_program_sends_a_case_once(settings: &Settings) {
    let home = tempfile::tempdir().expect("a folder");
    let secret = home.path().join("secret");
    habeas::delivery::outbox::write_private(&secret, settings.value("PASSWORD").as_bytes()).expect("written");
    let company = "- id: test-shop\n  name: Test Shop\n  category: retail\n  countries: [FR]\n  contacts:\n    \
        - { purpose: rights, kind: email, value: claire@example.org, source: \"https://example.org/privacy\", \
        checked: 2026-11-01 }\n  authority: FR\n  status: usable\n";
    fs::write(home.path().join("companies.yaml"), company).expect("written");
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_habeas"));
        let output = program.arg("--home").arg(home.path()).args(arguments).output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let port = settings.value("IMPLICIT_PORT");
    let command = format!("/bin/cat {}", secret.display());
    let account =
        ["--mail-server", settings.value("HOST"), "--mail-port", port, "--mail-password-command", &command];
    let person =
        ["profile", "set", "--name", "Claire Exemple", "--email", "claire@example.org", "--country", "FR"];
    let from = ["--mail-from", "claire@example.org"];
    assert_eq!(run(&[&person[..], &account, &from].concat()).0, Some(0));
    let (code, drafted) = run(&["draft", "access", "test-shop", "--json"]);
    assert_eq!(code, Some(0), "{drafted}");
    let drafted: serde_json::Value = serde_json::from_str(&drafted).expect("JSON");
    let case = drafted.pointer("/cases/0/case").and_then(serde_json::Value::as_str).expect("a reference");
    let (code, said) = run(&["send", case, "--yes"]);
    assert_eq!(code, Some(0), "{said}");
    let proof = fs::read(home.path().join("cases").join(case).join("sent.eml")).expect("kept");
    settings.assert_arrived_as(&proof);
    assert_eq!(run(&["send", case, "--yes"]).0, Some(1), "nothing is sent twice");
    a_reply_on_the_server_lands_on_its_case(settings, home.path(), case, &proof, &run);
    a_copy_of_what_was_sent_lies_in_its_folder(settings, home.path(), &run);
}

/// Runs the program; gives its exit code and what it prints.
type Run<'run> = dyn Fn(&[&str]) -> (Option<i32>, String) + 'run;

/// A reply that lies in a folder of the mailbox is read over IMAP and lands on its case once.
fn a_reply_on_the_server_lands_on_its_case(
    settings: &Settings,
    home: &Path,
    case: &str,
    sent: &[u8],
    run: &Run<'_>,
) {
    let sent = String::from_utf8_lossy(sent);
    let id = sent.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("it has one").trim();
    let now = chrono::Utc::now();
    let reply = format!(
        "From: dpo@example.org\r\nTo: claire@example.org\r\nDate: {}\r\nMessage-ID: <reply@example.org>\r\n\
         In-Reply-To: {id}\r\nSubject: Re: {case}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         Nous prolongeons le délai de deux mois en raison de la complexité de votre demande.\r\n",
        now.to_rfc2822()
    );
    let account = settings.account("IMPLICIT_PORT", Security::Implicit);
    let server = settings.mailbox("IMAPS_PORT", Security::Implicit);
    let mut mailbox = Mailbox::open(&account, &server, &settings.password()).expect("it opens");
    mailbox.append("Envoyés", reply.as_bytes(), now).expect("it is there");
    mailbox.close();
    let profile = home.join("profile.yaml");
    let text = fs::read_to_string(&profile).expect("readable");
    let section = format!(
        "mail:\n  mailbox:\n    server: {}\n    port: {}\n    security: implicit\n",
        server.server, server.port
    );
    fs::write(&profile, text.replacen("mail:\n", &section, 1)).expect("written");

    let recorded = |said: &str| said.matches("\"recorded\": \"extended\"").count();
    // A copy that is put there counts as read, so it is not the folder in which another test looks for what is.
    let read = ["inbox", "--imap", "--folder", "Envoyés", "--yes", "--json"];
    let (code, said) = run(&read);
    assert!(matches!(code, Some(0 | 3)), "{said}");
    assert_eq!(recorded(&said), 1, "{said}");
    let (_, again) = run(&read);
    assert_eq!(recorded(&again), 0, "what was read is passed over: {again}");
    let (_, anew) = run(&[&read[..], &["--anew"]].concat());
    assert!(anew.contains("\"number\""), "it is known to be kept: {anew}");
    let (_, status) = run(&["status", case, "--json"]);
    assert_eq!(status.matches("\"kind\": \"extended\"").count(), 1, "{status}");
}

/// The copy in the mailbox is the very message that left; where the folder is not there, it left all the same, and that is
/// said.
fn a_copy_of_what_was_sent_lies_in_its_folder(settings: &Settings, home: &Path, run: &Run<'_>) {
    let send = |folder: &str| {
        assert_eq!(run(&["profile", "set", "--mailbox-copy-to", folder]).0, Some(0));
        let (_, drafted) = run(&["draft", "access", "test-shop", "--again", "--json"]);
        let drafted: serde_json::Value = serde_json::from_str(&drafted).expect("JSON");
        let case = drafted.pointer("/cases/0/case").and_then(serde_json::Value::as_str).expect("a reference");
        let (code, said) = run(&["send", case, "--yes", "--json"]);
        let proof = fs::read(home.join("cases").join(case).join("sent.eml")).expect("kept");
        (code, said, proof)
    };
    let copies = || -> Vec<Vec<u8>> {
        let account = settings.account("IMPLICIT_PORT", Security::Implicit);
        let server = settings.mailbox("IMAPS_PORT", Security::Implicit);
        let mut mailbox = Mailbox::open(&account, &server, &settings.password()).expect("it opens");
        mailbox.examine("Envoyés").expect("it opens");
        let listed = mailbox.list_from(1).expect("they are listed");
        listed.iter().map(|mail| mailbox.fetch(mail.uid).expect("fetched").expect("it is there")).collect()
    };
    let (code, said, proof) = send("Envoyés");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("\"copied_to\": \"Envoyés\""), "{said}");
    let kept = copies();
    assert_eq!(kept.iter().filter(|copy| **copy == proof).count(), 1, "once, byte for byte");
    settings.assert_arrived_as(&proof);
    let (code, said, proof) = send("Nowhere");
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("\"outcome\": \"sent\"") && said.contains("\"copy_failed\""), "{said}");
    settings.assert_arrived_as(&proof);
    assert_eq!(copies().len(), kept.len());
}

fn arrives_unchanged_on_both_ports(settings: &Settings) {
    for (number, (port, security)) in
        [("IMPLICIT_PORT", Security::Implicit), ("STARTTLS_PORT", Security::StartTls)].into_iter().enumerate()
    {
        let message = message(number);
        let receipt =
            send(&settings.account(port, security), &settings.password(), &message).expect("it is sent");
        assert_eq!(receipt.reply.code, 250);
        assert_eq!(receipt.reply.status.as_deref(), Some("2.0.0"));
        settings.assert_arrived(&message);
    }
}

fn many_messages_in_one_session(settings: &Settings) {
    let account = settings.account("IMPLICIT_PORT", Security::Implicit);
    let mut session = Session::open(&account, &settings.password()).expect("it opens");
    let refused = session.send(&to("nobody@example.org"));
    assert!(matches!(refused, Err(Error::RecipientRefused { .. })), "{refused:?}");
    let messages: Vec<Message> = (100..120).map(message).collect();
    for message in &messages {
        session.send(message).expect("it is sent, after a refusal too");
    }
    session.close();
    for message in &messages {
        settings.assert_arrived(message);
    }
}

fn refuses_a_wrong_password(settings: &Settings) {
    let account = settings.account("STARTTLS_PORT", Security::StartTls);
    let refused = send(&account, &SecretString::from("wrong"), &message(1));
    assert!(matches!(&refused, Err(Error::WrongPassword { reply }) if reply.code == 535), "{refused:?}");
}

fn refuses_another_name(settings: &Settings) {
    let account = settings.account("OTHER_NAME_PORT", Security::Implicit);
    let refused = send(&account, &settings.password(), &message(1));
    let other_name =
        matches!(refused, Err(Error::CertificateNotTrusted { fault: CertificateFault::OtherName, .. }));
    assert!(other_name, "{refused:?}");
}

fn refuses_a_port_without_tls(settings: &Settings) {
    for security in [Security::Implicit, Security::StartTls] {
        let refused = send(&settings.account("PLAIN_PORT", security), &settings.password(), &message(1));
        assert!(matches!(refused, Err(Error::TlsNotOffered { .. })), "{security:?}: {refused:?}");
    }
    let crossed = settings.account("STARTTLS_PORT", Security::Implicit);
    let refused = send(&crossed, &settings.password(), &message(1));
    assert!(matches!(refused, Err(Error::TlsNotOffered { .. })), "{refused:?}");
}

fn tells_refusals_apart(settings: &Settings) {
    let account = settings.account("IMPLICIT_PORT", Security::Implicit);
    let for_good = send(&account, &settings.password(), &to("nobody@example.org"));
    let fault = for_good.expect_err("it is refused");
    assert!(matches!(fault, Error::RecipientRefused { .. }), "{fault:?}");
    assert_eq!(fault.to_string(), "the mail server refused the recipient (550 5.1.1)");
    let for_now = send(&account, &settings.password(), &to("full@example.org"));
    assert!(matches!(for_now, Err(Error::Temporary { step: Step::Recipient, .. })), "{for_now:?}");
    let too_large = composed(
        "claire@example.org",
        7,
        vec![Attachment {
            name: "large.bin".to_owned(),
            content_type: "application/octet-stream".to_owned(),
            bytes: vec![0; 16_000_000],
        }],
    );
    let refused = send(&account, &settings.password(), &too_large);
    assert!(matches!(refused, Err(Error::TooLarge)), "{refused:?}");
}

fn tells_an_absent_server(settings: &Settings) {
    let free = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let mut account = settings.account("IMPLICIT_PORT", Security::Implicit);
    account.port = free;
    let absent = send(&account, &settings.password(), &message(1));
    assert!(matches!(absent, Err(Error::Unreachable { .. })), "{absent:?}");
}

/// A server that hangs up is the one case where nobody knows, and only from the last line of the message on.
fn tells_maybe_sent_from_not_sent(settings: &Settings) {
    for (last, maybe) in [("EHLO", false), ("AUTH", false), ("RCPT", false), ("DATA", false), (".", true)] {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let mut account = settings.account("IMPLICIT_PORT", Security::Implicit);
        account.port = listener.local_addr().expect("an address").port();
        let config = settings.tls();
        let server = std::thread::spawn(move || hang_up_after(last, &listener, config));
        let lost = send(&account, &settings.password(), &message(1));
        server.join().expect("the server ends");
        let as_expected = match &lost {
            Err(Error::Unknown) => maybe,
            Err(Error::Unreachable { .. }) => !maybe,
            _ => false,
        };
        assert!(as_expected, "hung up after {last}: {lost:?}");
    }
}

/// A late answer to one message must never pass for the answer to the next.
fn a_lost_session_stays_lost(settings: &Settings) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut account = settings.account("IMPLICIT_PORT", Security::Implicit);
    account.port = listener.local_addr().expect("an address").port();
    let config = settings.tls();
    let server = std::thread::spawn(move || hang_up_after(".", &listener, config));
    let mut session = Session::open(&account, &settings.password()).expect("it opens");
    let lost = session.send(&message(1));
    assert!(matches!(lost, Err(Error::Unknown)), "{lost:?}");
    let next = session.send(&message(2));
    assert!(matches!(next, Err(Error::Unreachable { .. })), "{next:?}");
    server.join().expect("the server ends");
}

/// Over both ports: folders, mails by number, unread before and after; a copy in a folder with an accent.
fn a_mailbox_is_read_and_stays_as_it_was(settings: &Settings) {
    let sent = message(7000);
    let account = settings.account("IMPLICIT_PORT", Security::Implicit);
    send(&account, &settings.password(), &sent).expect("it is sent");
    settings.assert_arrived(&sent);
    for (port, security) in [("IMAPS_PORT", Security::Implicit), ("IMAP_PORT", Security::StartTls)] {
        let server = settings.mailbox(port, security);
        let open = || Mailbox::open(&account, &server, &settings.password()).expect("it opens");
        let mut mailbox = open();
        let folders = mailbox.folders().expect("they are listed");
        assert!(folders.iter().any(|folder| folder.name == "INBOX"), "{folders:?}");
        let kept: Vec<_> = folders.iter().filter(|folder| folder.usage == Some(Usage::Sent)).collect();
        assert!(matches!(kept.as_slice(), [folder] if folder.name == "Envoyés"), "{folders:?}");
        let opened = mailbox.examine("INBOX").expect("it opens");
        let listed = mailbox.list_from(1).expect("they are listed");
        assert_eq!(listed.len(), usize::try_from(opened.mails).expect("few"));
        let last = listed.last().expect("one at least");
        // The server stores them in an order of its own.
        let is_it = listed.iter().any(|mail| {
            let fetched = mailbox.fetch(mail.uid).expect("it is fetched").expect("it is there");
            assert_eq!(fetched.len(), usize::try_from(mail.bytes).expect("small"));
            without_trace(&fetched) == sent.to_bytes()
        });
        assert!(is_it, "what was sent is in the mailbox");
        assert_eq!(mailbox.list_from(last.uid + 1).expect("none"), []);
        assert_eq!(mailbox.fetch(last.uid + 1).expect("none"), None);
        assert!(matches!(mailbox.examine("No such"), Err(Error::MailboxRefused { .. })));
        mailbox.append("Envoyés", &sent.to_bytes(), sent.draft().date).expect("it is kept");
        mailbox.close();
        let mut again = open();
        again.examine("Envoyés").expect("it opens");
        let copy = again.list_from(1).expect("listed").last().copied().expect("it is there");
        assert_eq!(again.fetch(copy.uid).expect("it is fetched"), Some(sent.to_bytes()));
        let wrong = Mailbox::open(&account, &server, &SecretString::from("wrong"));
        assert!(matches!(wrong.err(), Some(Error::MailboxLoginRefused)));
    }
    let unread = fs::read_dir(Path::new(settings.value("MAILDIR")).join("cur")).into_iter().flatten();
    let seen =
        unread.filter(|file| file.as_ref().expect("an entry").file_name().to_string_lossy().ends_with('S'));
    assert_eq!(seen.count(), 0, "reading marks nothing as read");
}

/// Plays a mail server up to the given line of the client, and hangs up instead of answering it.
fn hang_up_after(last: &str, listener: &TcpListener, config: Arc<ServerConfig>) {
    let mut stream = play_until(last, listener, config);
    stream.get_mut().conn.send_close_notify();
    let _ = stream.get_mut().flush();
}

/// Plays a mail server up to the given line of the client, which it does not answer.
fn play_until(
    last: &str,
    listener: &TcpListener,
    config: Arc<ServerConfig>,
) -> BufReader<StreamOwned<ServerConnection, std::net::TcpStream>> {
    let (socket, _) = listener.accept().expect("a caller");
    let connection = ServerConnection::new(config).expect("it begins");
    let mut stream = BufReader::new(StreamOwned::new(connection, socket));
    let answers = [
        ("EHLO", "250-mail.example.org\r\n250 AUTH PLAIN"),
        ("AUTH", "235 2.7.0 welcome"),
        ("MAIL", "250 2.1.0 go on"),
        ("RCPT", "250 2.1.5 go on"),
        ("DATA", "354 go on"),
    ];
    write!(stream.get_mut(), "220 mail.example.org\r\n").expect("it is heard");
    let mut line = String::new();
    while stream.read_line(&mut line).is_ok_and(|read| read > 0) {
        if line.starts_with(last) && (last != "." || line == ".\r\n") {
            break;
        }
        if let Some((_, answer)) = answers.iter().find(|(verb, _)| line.starts_with(verb)) {
            write!(stream.get_mut(), "{answer}\r\n").expect("it is heard");
        }
        line.clear();
    }
    stream
}

/// A running mail server, stopped when dropped.
struct Server {
    folder: tempfile::TempDir,
    settings: PathBuf,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let output = script().arg("start").arg(folder.path()).output().expect("the script runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let settings = folder.path().join("settings");
        fs::write(&settings, output.stdout).expect("the settings are written");
        Self { folder, settings }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = script().arg("stop").arg(self.folder.path()).status();
        assert!(stopped.is_ok_and(|status| status.success()), "the mail server did not stop");
    }
}

fn script() -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/mail_server.sh"))
}

fn run_child(name: &str, server: &Server, trusted: bool) {
    let settings = read_settings(&server.settings);
    let mut child = Command::new(std::env::current_exe().expect("the test's own path"));
    child.args(["--exact", &format!("real::mail::{name}"), "--include-ignored", "--nocapture"]);
    child.env(SETTINGS, &server.settings).env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    if trusted {
        child.env("SSL_CERT_FILE", settings.value("CA"));
    } else {
        // The messages of the first child, out of the way.
        let _ = fs::remove_dir_all(settings.value("MAILDIR"));
    }
    let output = child.output().expect("the child runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("1 passed"), "the child ran no test: {said}");
}

/// What the script printed.
struct Settings {
    values: HashMap<String, String>,
}

fn settings() -> Option<Settings> {
    std::env::var_os(SETTINGS).map(|file| read_settings(Path::new(&file)))
}

fn read_settings(file: &Path) -> Settings {
    let text = fs::read_to_string(file).expect("the settings are there");
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    Settings { values: pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect() }
}

impl Settings {
    fn value(&self, key: &str) -> &str {
        self.values.get(key).expect("the script prints every key")
    }

    fn account(&self, port: &str, security: Security) -> Account {
        Account {
            server: self.value("HOST").to_owned(),
            port: self.value(port).parse().expect("a port"),
            security,
            user: self.value("USER").to_owned(),
            from: address("claire@example.org"),
            login: Login::Password,
            password: None,
            mailbox: None,
            per_day: None,
            pause_seconds: None,
        }
    }

    fn mailbox(&self, port: &str, security: Security) -> MailboxServer {
        let port = self.value(port).parse().expect("a port");
        MailboxServer {
            server: self.value("HOST").to_owned(),
            port,
            security,
            user: None,
            copy_sent_to: None,
        }
    }

    fn password(&self) -> SecretString {
        SecretString::from(self.value("PASSWORD"))
    }

    /// The server side of TLS, with the certificate made on the spot for `localhost`.
    fn tls(&self) -> Arc<ServerConfig> {
        let folder = Path::new(self.value("CA")).parent().expect("a folder");
        let chain = CertificateDer::from_pem_file(folder.join("localhost.pem")).expect("a certificate");
        let key = PrivateKeyDer::from_pem_file(folder.join("localhost.key")).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions exist")
            .with_no_client_auth()
            .with_single_cert(vec![chain], key)
            .expect("they fit");
        Arc::new(config)
    }

    fn arrived(&self) -> Vec<Vec<u8>> {
        // A mail that a mailbox program has seen moves from `new` to `cur`.
        let folder = Path::new(self.value("MAILDIR"));
        let files =
            ["new", "cur"].into_iter().flat_map(|part| fs::read_dir(folder.join(part)).into_iter().flatten());
        files.map(|file| fs::read(file.expect("an entry").path()).expect("a mail")).collect()
    }

    /// Waits for the server to store the message and compares it, byte for byte, below the trace headers that
    /// every server on the way puts on top.
    fn assert_arrived(&self, message: &Message) {
        self.assert_arrived_as(&message.to_bytes());
    }

    fn assert_arrived_as(&self, sent: &[u8]) {
        for _ in 0..200 {
            if self.arrived().iter().any(|mail| without_trace(mail) == sent) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let arrived = self.arrived();
        let found: Vec<_> = arrived.iter().map(|mail| String::from_utf8_lossy(mail)).collect();
        let as_sent = arrived.iter().any(|mail| without_trace(mail) == sent);
        assert!(as_sent, "none of these is as it was sent: {found:#?}");
    }
}

fn without_trace(mail: &[u8]) -> &[u8] {
    let mut rest = mail;
    loop {
        let trace = ["Return-Path:", "Delivered-To:", "Received:", " ", "\t"];
        let is_trace = trace.iter().any(|start| rest.starts_with(start.as_bytes()));
        match rest.iter().position(|byte| *byte == b'\n') {
            Some(end) if is_trace => rest = rest.get(end + 1..).expect("it ends later"),
            _ => return rest,
        }
    }
}

fn message(number: usize) -> Message {
    let pdf = b"%PDF-1.7\n\xe2\xe3\xcf\xd3\nnot really\n".repeat(900);
    let attachment = Attachment {
        name: "Demande d’accès.pdf".to_owned(),
        content_type: "application/pdf".to_owned(),
        bytes: pdf,
    };
    composed("claire@example.org", number, vec![attachment])
}

fn to(recipient: &str) -> Message {
    composed(recipient, 1, Vec::new())
}

fn composed(recipient: &str, number: usize, attachments: Vec<Attachment>) -> Message {
    let mut random = [0; 12];
    random[..8].copy_from_slice(&u64::try_from(number).expect("small").to_be_bytes());
    let draft = Draft {
        from_name: "Claire Émeraude".to_owned(),
        from_address: "claire@example.org".to_owned(),
        to_address: recipient.to_owned(),
        subject: "Demande d’accès (article 15 du RGPD) – HB-7F3K2Q".to_owned(),
        text: format!("Madame, Monsieur,\n\n.un point en tête de ligne\n..deux\n.\n\nÀ bientôt {number}\n"),
        attachments,
        message_id: MessageId::compose("HB-7F3K2Q", random, &address("claire@example.org")).expect("plain"),
        earlier: Vec::new(),
        date: "2026-11-23T18:00:00Z".parse().expect("a date"),
    };
    Message::compose(draft).expect("it is well made")
}

fn address(text: &str) -> EmailAddress {
    text.parse().expect("an address")
}
