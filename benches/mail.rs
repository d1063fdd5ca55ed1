//! Sending mail, side by side with Python's smtplib, to the same sink.
//!
//! `cargo bench --bench mail [-- MESSAGES]` starts Postfix's `smtp-sink` behind a small TLS relay (this program says
//! nothing in the clear, and the sink knows no TLS), sends that many letters (100) as PDF over one connection from each
//! side, and prints ratios. It judges nothing but one thing: that no message of ours waits for a delayed
//! acknowledgement. Our own client writes each message at once and sets `TCP_NODELAY`. smtplib hands a message to TLS at once,
//! too, but Python's `ssl` writes it in records of 16 kB, and the last one waits 40 ms for the acknowledgement of those
//! before it; so it is measured as it is and with `TCP_NODELAY`. Needs `smtp-sink` (Debian: postfix) and `python3`.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that starts others, measures and prints"
)]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use habeas::delivery::account::{Account, Login, Security};
use habeas::delivery::message::{Attachment, Draft, Message, MessageId};
use habeas::delivery::smtp::Session;
use habeas::directory::source::built_in;
use habeas::law::right::Right;
use habeas::letter::choice::Choices;
use habeas::letter::compose::compose;
use habeas::letter::pdf::pdf;
use habeas::letter::request::{DataSubject, Request};
use habeas::letter::template::Template;
use habeas::paper::Typesetter;
use habeas::tracker::case::Case;
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::store::Store;
use habeas::tracker::store::together::Step;
use habeas::wording::Language;
use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection};
use secrecy::SecretString;

/// How often each side sends all; the median counts.
const ROUNDS: usize = 7;

/// So many messages are recorded together, as `send` does it where no pause is kept (`TOGETHER` in `cli/send/batch.rs`).
const TOGETHER: usize = 32;

/// The day it is.
const TODAY: &str = "2026-11-27";

/// Names the relay's port to the child that sends.
const PORT: &str = "HABEAS_BENCH_PORT";

/// The other side: the same letters, text and PDF, composed and sent with the standard library.
const PYTHON: &str = r#"
import smtplib, socket, ssl, sys, time
from email.message import EmailMessage
folder, port, count, what, delay = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
letters = [(open(f"{folder}/{n}.txt").read(), open(f"{folder}/{n}.pdf", "rb").read()) for n in range(count)]
def composed(n):
    text, page = letters[n]
    message = EmailMessage()
    message["From"] = "Camille Exemple <camille@example.org>"
    message["To"] = "dpo@example.com"
    message["Subject"] = "Demande d’accès (article 15 du RGPD)"
    message["Message-ID"] = f"<{n}@example.org>"
    message.set_content(text)
    message.add_attachment(page, maintype="application", subtype="pdf", filename="letter.pdf")
    return message
ready = [composed(n).as_bytes() for n in range(count)] if what == "send" else None
context = ssl.create_default_context(cafile=f"{folder}/relay.pem")
with smtplib.SMTP_SSL("localhost", port, context=context) as server:
    if delay == "nodelay":
        server.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    server.login("camille@example.org", "secret")
    begun = time.perf_counter()
    for n in range(count):
        if ready:
            server.sendmail("camille@example.org", ["dpo@example.com"], ready[n])
        else:
            server.send_message(composed(n))
    print(time.perf_counter() - begun)
"#;

fn main() {
    let count = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(100);
    match std::env::var(PORT) {
        Ok(port) => measure(count, port.parse().expect("a port")),
        Err(_) => prepare(count),
    }
}

/// Starts the sink and the relay, and then this program again in an environment that trusts the relay.
fn prepare(count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let free =
        TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let sink = Command::new("smtp-sink").args(["-u", "nobody", &format!("127.0.0.1:{free}"), "1000"]).spawn();
    let sink = Sink(sink.expect("smtp-sink is installed"));
    while TcpStream::connect(("127.0.0.1", free)).is_err() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let port = relay(folder.path(), free);
    let ended = Command::new(std::env::current_exe().expect("its own path"))
        .arg(count.to_string())
        .env(PORT, port.to_string())
        .env("SSL_CERT_FILE", folder.path().join("relay.pem"))
        .status();
    drop(sink);
    assert!(ended.expect("it starts").success());
}

/// The sink, stopped when dropped.
struct Sink(Child);

impl Drop for Sink {
    fn drop(&mut self) {
        let stopped = self.0.kill().and_then(|()| self.0.wait());
        assert!(stopped.is_ok(), "smtp-sink did not stop");
    }
}

fn measure(count: usize, port: u16) {
    let trusted = std::env::var("SSL_CERT_FILE").expect("it is set");
    let folder = Path::new(&trusted).parent().expect("a folder").to_owned();
    let letters = letters(count, &folder);
    let pages: usize = letters.iter().map(|letter| letter.page.len()).sum();
    println!("{count} letters of {} kB on average, {ROUNDS} rounds, medians", pages / count / 1000);
    let account = account(port);
    let compose_and_send = median(|| send(&account, letters.iter().map(|letter| letter.message())));
    let ready: Vec<Message> = letters.iter().map(Letter::message).collect();
    let send_only = median(|| send(&account, ready.iter().cloned()));
    let python = |what: &str, delay: &str| median(|| their_time(&folder, port, count, what, delay));
    for (delay, peer) in [("nodelay", "smtplib with TCP_NODELAY"), ("delay", "smtplib as it is")] {
        let (all, only) = (python("all", delay), python("send", delay));
        compare(&format!("composed and sent / {peer}"), compose_and_send, all, "1, aim 0.125");
        compare(&format!("sent / {peer}"), send_only, only, "1, aim 0.125");
    }
    // Without a pause `send` records in groups; where it pauses, one by one, which the pause makes invisible.
    for (together, goal) in [(TOGETHER, "2"), (1, "none: `send` pauses then, and the pause is left out here")]
    {
        let recorded = median(|| send_recorded(&account, &letters, together));
        let what = format!("composed, recorded {together} at a time and sent / composed and sent");
        compare(&what, recorded, compose_and_send, goal);
    }
    guard(&account, &letters);
}

/// Sends messages of growing size and tells how long the slower half of each took at least. Two small writes in a row
/// without `TCP_NODELAY` wait for the other side's delayed acknowledgement, which Linux gives after 40 ms.
fn guard(account: &Account, letters: &[Letter]) {
    let letter = letters.first().expect("one at least");
    let mut session = Session::open(account, &SecretString::from("secret")).expect("it opens");
    for kilobytes in [1_usize, 8, 20, 40, 54, 60, 200] {
        let message = Letter { page: vec![b'x'; kilobytes * 1000], ..letter.clone() }.message();
        let each = median(|| {
            let begun = Instant::now();
            session.send(&message).expect("it is sent");
            begun.elapsed()
        });
        println!("one message with {kilobytes} kB: {each:.1?} (below 40 ms, or it stalls)");
        assert!(each < Duration::from_millis(35), "a message waits for a delayed acknowledgement");
    }
    session.close();
}

fn account(port: u16) -> Account {
    Account {
        server: "localhost".to_owned(),
        port,
        security: Security::Implicit,
        user: "camille@example.org".to_owned(),
        from: "camille@example.org".parse().expect("an address"),
        login: Login::Password,
        password: None,
        mailbox: None,
        per_day: None,
        pause_seconds: None,
    }
}

fn send(account: &Account, messages: impl Iterator<Item = Message>) -> Duration {
    let mut session = Session::open(account, &SecretString::from("secret")).expect("it opens");
    let begun = Instant::now();
    for message in messages {
        session.send(&message).expect("it is sent");
    }
    let took = begun.elapsed();
    session.close();
    took
}

/// As the command does it: what is about to be sent is recorded before, what was sent after with its bytes, for good.
fn send_recorded(account: &Account, letters: &[Letter], together: usize) -> Duration {
    let home = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(home.path()).expect("a store");
    for letter in letters {
        // A drafted case has a folder with its letter.
        let files = [("letter.pdf".to_owned(), letter.page.clone())];
        store.open_case(&letter.case(), Event::new(EventKind::Drafted, today()), &files).expect("opened");
    }
    let mut session = Session::open(account, &SecretString::from("secret")).expect("it opens");
    let begun = Instant::now();
    for group in letters.chunks(together) {
        let messages: Vec<Message> = group.iter().map(Letter::message).collect();
        let step = |letter: &Letter, kind, files| Step {
            reference: letter.reference.clone(),
            seen: None,
            event: Event { via: Some(Via::Email), ..Event::new(kind, today()) },
            files,
        };
        let attempted = group.iter().map(|letter| step(letter, EventKind::Attempted, Vec::new()));
        store.record_together(attempted.collect()).expect("recorded");
        for message in &messages {
            session.send(message).expect("it is sent");
        }
        let proofs = messages.iter().map(|message| vec![("sent.eml".to_owned(), message.to_bytes())]);
        let sent = group.iter().zip(proofs).map(|(letter, proof)| step(letter, EventKind::Sent, proof));
        store.record_together(sent.collect()).expect("recorded");
    }
    let took = begun.elapsed();
    session.close();
    took
}

fn their_time(folder: &Path, port: u16, count: usize, what: &str, delay: &str) -> Duration {
    let arguments = [&folder.display().to_string(), &port.to_string(), &count.to_string(), what, delay]
        .map(str::to_owned);
    let output =
        Command::new("python3").args(["-c", PYTHON]).args(arguments).output().expect("python3 is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seconds = String::from_utf8_lossy(&output.stdout).trim().parse().expect("seconds");
    Duration::from_secs_f64(seconds)
}

/// A letter of ours, with a reference of its own.
#[derive(Clone)]
struct Letter {
    reference: String,
    subject: String,
    text: String,
    page: Vec<u8>,
}

impl Letter {
    fn message(&self) -> Message {
        let from = "camille@example.org".parse().expect("an address");
        let draft = Draft {
            from_name: "Camille Exemple".to_owned(),
            from_address: "camille@example.org".to_owned(),
            to_address: "dpo@example.com".to_owned(),
            subject: self.subject.clone(),
            text: self.text.clone(),
            attachments: vec![Attachment {
                name: "letter.pdf".to_owned(),
                content_type: "application/pdf".to_owned(),
                bytes: self.page.clone(),
            }],
            message_id: MessageId::compose(&self.reference, [7; 12], &from).expect("plain"),
            earlier: Vec::new(),
            date: "2026-11-27T12:00:00Z".parse().expect("a date"),
        };
        Message::compose(draft).expect("it is well made")
    }

    fn case(&self) -> Case {
        Case {
            reference: self.reference.clone(),
            company: "example".to_owned(),
            company_name: "Example".to_owned(),
            country: Some("FR".to_owned()),
            region: None,
            right: Right::Access,
            language: language(),
            via: Via::Email,
            address: Some("dpo@example.com".to_owned()),
            drafted: today(),
        }
    }
}

fn letters(count: usize, folder: &Path) -> Vec<Letter> {
    let companies = built_in().expect("readable");
    let company = companies.iter().find(|company| company.first_contact().is_some()).expect("one at least");
    let subject = DataSubject {
        name: "Camille Exemple".to_owned(),
        emails: vec!["camille@example.org".to_owned()],
        address: vec!["1 rue de l’Essai".to_owned(), "69000 Lyon".to_owned()],
        country: Some("FR".to_owned()),
        place: Some("Lyon".to_owned()),
        ..DataSubject::default()
    };
    let choices = Choices::default();
    let typesetter = Typesetter::new();
    let letter = |number: usize| {
        let reference = format!("HB-{number:06}");
        let request = Request {
            subject: &subject,
            company,
            right: Right::Access,
            reference: &reference,
            today: today(),
            language: language(),
            address: None,
            email: None,
            choices: &choices,
        };
        let template = Template::built_in(request.matter()).expect("it is there");
        let letter = compose(&request, &template).expect("it is composed");
        let page = pdf(&letter, &typesetter).expect("it is set");
        let (subject, text) = (letter.subject.clone(), letter.to_text());
        std::fs::write(folder.join(format!("{number}.txt")), &text).expect("written");
        std::fs::write(folder.join(format!("{number}.pdf")), &page).expect("written");
        Letter { reference, subject, text, page }
    };
    (0..count).map(letter).collect()
}

/// Puts TLS in front of the sink, with a certificate made on the spot; returns the port.
fn relay(folder: &Path, sink: u16) -> u16 {
    let key = KeyPair::generate().expect("a key");
    let parameters = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
    let certificate = parameters.self_signed(&key).expect("signed");
    std::fs::write(folder.join("relay.pem"), certificate.pem()).expect("written");
    let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions exist")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("they fit");
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).expect("it begins");
            pass_on(
                client.expect("a caller"),
                TcpStream::connect(("127.0.0.1", sink)).expect("it listens"),
                connection,
            );
        }
    });
    port
}

/// Both directions in a thread each; the connection is locked only while it works.
fn pass_on(mut client: TcpStream, mut sink: TcpStream, connection: ServerConnection) {
    for socket in [&client, &sink] {
        socket.set_nodelay(true).expect("it is ours");
    }
    let connection = Arc::new(Mutex::new(connection));
    let (back, mut from_sink) = (Arc::clone(&connection), sink.try_clone().expect("a second handle"));
    let mut to_client = client.try_clone().expect("a second handle");
    std::thread::spawn(move || {
        let mut buffer = [0; 32 * 1024];
        while let Ok(read @ 1..) = from_sink.read(&mut buffer) {
            let mut connection = back.lock().expect("no thread panics");
            connection.writer().write_all(buffer.get(..read).unwrap_or_default()).expect("it takes all");
            while connection.wants_write() && connection.write_tls(&mut to_client).is_ok() {}
        }
    });
    std::thread::spawn(move || {
        let mut buffer = [0; 32 * 1024];
        while let Ok(read @ 1..) = client.read(&mut buffer) {
            let mut plain = Vec::new();
            let mut connection = connection.lock().expect("no thread panics");
            let mut came = buffer.get(..read).unwrap_or_default();
            while !came.is_empty() {
                connection.read_tls(&mut came).expect("it takes all");
                connection.process_new_packets().expect("it is TLS");
                // What is not there yet is no fault.
                let _ = connection.reader().read_to_end(&mut plain);
            }
            // The sink takes every login and says so with the wrong number (RFC 4954, 4: it is 235).
            if plain.starts_with(b"AUTH ") {
                connection.writer().write_all(b"235 2.7.0 accepted\r\n").expect("it takes all");
                plain.clear();
            }
            while connection.wants_write() && connection.write_tls(&mut client).is_ok() {}
            drop(connection);
            if sink.write_all(&plain).is_err() {
                break;
            }
        }
        let _ = sink.shutdown(Shutdown::Both);
    });
}

fn language() -> Language {
    Language::FRENCH
}

fn today() -> NaiveDate {
    TODAY.parse().expect("a day")
}

fn median(mut run: impl FnMut() -> Duration) -> Duration {
    run();
    let mut times: Vec<Duration> = (0..ROUNDS).map(|_| run()).collect();
    times.sort();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}

fn compare(what: &str, ours: Duration, theirs: Duration, goal: &str) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("{what}: {ours:.1?} / {theirs:.1?} = {ratio:.3} (goal {goal})");
}
