//! At a terminal, which `script` (bsdutils) plays: what is asked, what a yes and a no do, and that a password is not
//! shown.

use std::fs;
use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use habeas::tracker::event::{Event, EventKind};
use habeas::tracker::store::Store;
use serde_json::Value;
use tempfile::TempDir;

use super::PERSON;

/// How long a question may be waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a person takes at least to begin an answer.
const BREATH: Duration = Duration::from_millis(300);

/// Somebody at a terminal, with a case that was sent.
struct Seat {
    home: TempDir,
    case: String,
    thread: String,
}

impl Seat {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut seat = Self { home, case: String::new(), thread: String::new() };
        seat.run(&PERSON);
        let drafted: Value =
            serde_json::from_str(&seat.run(&["draft", "access", "cdiscount", "--json"])).expect("JSON");
        let case = drafted.pointer("/cases/0/case").and_then(Value::as_str).expect("a reference");
        case.clone_into(&mut seat.case);
        seat.run(&["record", &seat.case, "sent", "--via", "email"]);
        let message = fs::read_to_string(seat.home.path().join("cases").join(&seat.case).join("message.eml"));
        let message = message.expect("it is there");
        let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("it has one");
        id.trim().clone_into(&mut seat.thread);
        seat
    }

    /// The words of a command.
    fn words(&self, arguments: &[&str]) -> Vec<String> {
        let home = self.home.path().display().to_string();
        let fixed = ["--lang", "en", "--today", "2026-11-23", "--home", &home];
        let words = [env!("CARGO_BIN_EXE_habeas")].into_iter().chain(fixed).chain(arguments.iter().copied());
        words.map(str::to_owned).collect()
    }

    /// Runs the program away from the terminal.
    fn run(&self, arguments: &[&str]) -> String {
        let words = self.words(arguments);
        let (program, rest) = words.split_first().expect("a program");
        let output = Command::new(program).args(rest).stdin(Stdio::null()).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn events(&self) -> Vec<String> {
        let status: Value = serde_json::from_str(&self.run(&["status", &self.case, "--json"])).expect("JSON");
        let events = status.pointer("/cases/0/events").and_then(Value::as_array).expect("a list");
        events
            .iter()
            .map(|event| event.get("kind").and_then(Value::as_str).expect("text").to_owned())
            .collect()
    }

    fn reply(&self, name: &str, headers: &str, said: &str) -> String {
        let path = self.home.path().join(name);
        let mail = format!(
            "From: dpo@cdiscount.com\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\
             Message-ID: <{name}@cdiscount.com>\r\n{headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n"
        );
        fs::write(&path, mail).expect("it is ours");
        path.display().to_string()
    }

    fn sit(&self, arguments: &[&str]) -> Terminal {
        let words = self.words(arguments);
        let command = shlex::try_join(words.iter().map(String::as_str)).expect("no word has a null");
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &command, "/dev/null"]);
        let mut child = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script starts");
        let mut output = child.stdout.take().expect("a pipe");
        let (tell, hear) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                // Nobody looks at it any more.
                let _ =
                    tell.send(String::from_utf8_lossy(buffer.get(..read).unwrap_or_default()).into_owned());
            }
        });
        let keys = child.stdin.take();
        Terminal { child, keys, hear, shown: String::new() }
    }
}

/// A program at a terminal.
struct Terminal {
    child: Child,
    keys: Option<ChildStdin>,
    hear: Receiver<String>,
    shown: String,
}

impl Terminal {
    /// Waits for a question and types an answer.
    fn asks(mut self, question: &str, answer: &str) -> Self {
        let begun = self.shown.len();
        while !self.shown.get(begun..).unwrap_or_default().contains(question) {
            let more = self.hear.recv_timeout(PATIENCE);
            assert!(more.is_ok(), "no `{question}` in {}", self.shown);
            self.shown += &more.unwrap_or_default();
        }
        // Nobody answers in no time: the program asks first, and then has the terminal hide what is typed.
        std::thread::sleep(BREATH);
        let keys = self.keys.as_mut().expect("they are there until the end");
        writeln!(keys, "{answer}").and_then(|()| keys.flush()).expect("it is typed");
        self
    }

    /// Waits for the end; returns the exit code and all that was shown.
    fn ends(mut self) -> (i32, String) {
        while let Ok(more) = self.hear.recv_timeout(PATIENCE) {
            self.shown += &more;
        }
        drop(self.keys.take());
        let status = self.child.wait().expect("it ends");
        (status.code().expect("by itself"), self.shown)
    }
}

#[test]
#[ignore = "needs script (bsdutils), which plays a terminal"]
fn what_is_not_certain_is_asked_about_and_recorded_on_a_yes_only() {
    let seat = Seat::new();
    let unthreaded = seat.reply("one.eml", "Subject: Bonjour", "Nous prolongeons le délai de deux mois.");
    for (answer, code) in [("n", 3), ("", 3), ("peut-être", 3)] {
        let (ended, shown) = seat.sit(&["inbox", &unthreaded]).asks("[y/N]", answer).ends();
        assert_eq!(ended, code, "{answer}: {shown}");
        assert!(shown.contains("prolongeons le délai") && shown.contains(&seat.case), "{shown}");
        assert_eq!(seat.events(), ["drafted", "sent"], "{answer}");
    }
    let (ended, shown) = seat.sit(&["inbox", &unthreaded]).asks("[y/N]", "y").ends();
    assert_eq!(ended, 0, "{shown}");
    assert_eq!(seat.events(), ["drafted", "sent", "extended"]);
}

#[test]
#[ignore = "needs script (bsdutils), which plays a terminal"]
fn which_of_two_cases_a_mail_is_of_is_asked_and_not_guessed() {
    let seat = Seat::new();
    let drafted: Value = serde_json::from_str(&seat.run(&[
        "draft",
        "erasure",
        "cdiscount",
        "--ground",
        "no-longer-needed",
        "--json",
    ]))
    .expect("JSON");
    let other = drafted.pointer("/cases/0/case").and_then(Value::as_str).expect("a reference").to_owned();
    seat.run(&["record", &other, "sent", "--via", "email"]);
    let mail = seat.reply("two.eml", "Subject: Votre demande", "Nous prolongeons le délai de deux mois.");
    let (ended, shown) = seat.sit(&["inbox", &mail]).asks("or Enter for none]", "").ends();
    assert_eq!(ended, 3, "{shown}");
    assert!(shown.contains(&seat.case) && shown.contains(&other), "{shown}");
    assert_eq!(seat.events(), ["drafted", "sent"]);
    let mut cases = [seat.case.clone(), other.clone()];
    cases.sort();
    let number = cases.iter().position(|case| *case == seat.case).expect("it is one of them") + 1;
    let (ended, shown) =
        seat.sit(&["inbox", &mail]).asks("or Enter for none]", &number.to_string()).asks("[y/N]", "y").ends();
    assert_eq!(ended, 0, "{shown}");
    assert_eq!(seat.events(), ["drafted", "sent", "extended"]);
}

#[test]
#[ignore = "needs script (bsdutils), which plays a terminal"]
fn what_was_maybe_sent_is_asked_about_before_it_is_sent_again() {
    let seat = Seat::new();
    let from = ["profile", "set", "--mail-from", "camille@example.org", "--mail-server", "localhost"];
    seat.run(&[&from[..], &["--mail-port", "1"]].concat());
    let drafted: Value =
        serde_json::from_str(&seat.run(&["draft", "access", "veepee", "--json"])).expect("JSON");
    let case = drafted.pointer("/cases/0/case").and_then(Value::as_str).expect("a reference").to_owned();
    let attempted = Event::new(EventKind::Attempted, "2026-11-23".parse().expect("a day"));
    Store::open(seat.home.path()).expect("it opens").record(&case, attempted, &[]).expect("recorded");
    let (ended, shown) = seat.sit(&["send", &case, "--yes"]).asks("Send it again? [y/N]", "n").ends();
    assert!(ended == 1 && shown.contains("maybe sent") && !shown.contains("Password"), "{shown}");
    let again = seat.sit(&["send", &case, "--yes"]).asks("Send it again? [y/N]", "y");
    let (ended, shown) = again.asks("Password for localhost", "x").ends();
    assert!(ended == 1 && shown.contains("reaching the mail server"), "{shown}");
}

#[test]
#[ignore = "needs script (bsdutils), which plays a terminal"]
fn a_password_is_asked_for_and_never_shown() {
    let seat = Seat::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port().to_string();
    drop(listener);
    let from = ["profile", "set", "--mail-from", "camille@example.org", "--mail-server", "localhost"];
    seat.run(&[&from[..], &["--mail-port", &port]].concat());
    let drafted: Value =
        serde_json::from_str(&seat.run(&["draft", "access", "veepee", "--json"])).expect("JSON");
    let case = drafted.pointer("/cases/0/case").and_then(Value::as_str).expect("a reference").to_owned();
    let password = "correct-horse-battery-staple";
    let (ended, shown) = seat.sit(&["send", &case, "--yes"]).asks("Password for localhost", password).ends();
    assert_eq!(ended, 1, "{shown}");
    assert!(shown.contains("reaching the mail server"), "it went on with what was typed: {shown}");
    assert!(!shown.contains(password), "{shown}");
    // Who reads the mailbox is asked for it, too.
    seat.run(&["profile", "set", "--mailbox-server", "localhost", "--mailbox-port", &port]);
    let (ended, shown) = seat.sit(&["inbox", "--imap"]).asks("Password for localhost", password).ends();
    assert_eq!(ended, 1, "{shown}");
    assert!(shown.contains("reaching the mail server") && !shown.contains(password), "{shown}");
}
