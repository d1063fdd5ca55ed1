//! Sending against a server that does as it is told: each fault ends in the stated outcome with a clear sentence,
//! nothing personal is said in the clear, and nothing arrives twice.

use std::fmt::Write as _;
use std::fs;

use habeas::delivery::provider::providers;
use serde_json::{Value, json};

use super::mail_server::{Certificates, Fault, PASSWORD, Server, Shown, password_file};
use super::person::{Done, Person, text};

/// What a fault must end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing left; the next run sends it.
    NotSent,
    /// It may have left; the next run does not send it.
    MaybeSent,
}

/// Every fault with its outcome, and words of the sentence that tells it.
const FAULTS: [(Fault, Outcome, &[&str]); 28] = [
    (Fault::HangsUp, Outcome::NotSent, &["reaching the mail server", "nothing was sent"]),
    (Fault::Greets("421 4.3.2 busy\r\n"), Outcome::NotSent, &["try again later", "421 4.3.2"]),
    (
        Fault::Greets("554 5.7.1 camille@example.org go away\r\n"),
        Outcome::NotSent,
        &["refused the greeting", "554"],
    ),
    (Fault::Greets("SSH-2.0-OpenSSH\r\n"), Outcome::NotSent, &["not understood"]),
    (Fault::Greets("220 mail\r\n250 injected\r\n250 injected\r\n"), Outcome::NotSent, &["not understood"]),
    (Fault::GreetsForEver, Outcome::NotSent, &["sends more than a mail server does"]),
    (Fault::GreetsInOneLine, Outcome::NotSent, &["sends more than a mail server does"]),
    (Fault::HidesTls, Outcome::NotSent, &["does not offer TLS"]),
    (Fault::RefusesTls, Outcome::NotSent, &["does not offer TLS"]),
    (Fault::InjectsBeforeTls, Outcome::NotSent, &["does not offer TLS"]),
    (Fault::HidesLogin, Outcome::NotSent, &["does not offer the way to log in"]),
    (Fault::Answers("AUTH", "535 5.7.8 no"), Outcome::NotSent, &["refused the user name or the password"]),
    (Fault::Answers("AUTH", "454 4.7.0 later"), Outcome::NotSent, &["try again later", "login"]),
    (Fault::DropsAt("AUTH"), Outcome::NotSent, &["reaching the mail server"]),
    (Fault::Answers("MAIL", "451 4.7.1 greylisted"), Outcome::NotSent, &["try again later", "451 4.7.1"]),
    (Fault::Answers("MAIL", "552 5.3.4 too big"), Outcome::NotSent, &["larger than the mail server takes"]),
    (Fault::Answers("RCPT", "450 4.2.0 greylisted"), Outcome::NotSent, &["try again later", "450 4.2.0"]),
    (
        Fault::Answers("RCPT", "550 5.1.1 dpo@shop.example unknown"),
        Outcome::NotSent,
        &["refused the recipient", "--to"],
    ),
    (Fault::Answers("RCPT", "250 ok\r\n550 injected"), Outcome::NotSent, &["mail server"]),
    (Fault::Answers("DATA", "554 5.7.1 spam"), Outcome::NotSent, &["refused the message", "554"]),
    (Fault::InvitesAnyway, Outcome::NotSent, &["refused the recipient", "--to"]),
    (Fault::DropsAt("RCPT"), Outcome::NotSent, &["reaching the mail server"]),
    (Fault::DropsInMessage, Outcome::MaybeSent, &["may have been sent", "Sent folder"]),
    (Fault::DropsAt("."), Outcome::MaybeSent, &["may have been sent", "Sent folder"]),
    (Fault::Answers(".", "what is this"), Outcome::MaybeSent, &["may have been sent", "Sent folder"]),
    (Fault::Answers(".", "354 more"), Outcome::MaybeSent, &["may have been sent", "Sent folder"]),
    (Fault::Answers(".", "451 4.3.0 disk full"), Outcome::NotSent, &["try again later", "451 4.3.0"]),
    (Fault::Answers(".", "550 5.7.1 virus"), Outcome::NotSent, &["refused the message", "550"]),
];

#[test]
fn every_fault_of_a_server_ends_in_one_sentence_and_nothing_arrives_twice() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(FAULTS.len());
    for (number, (fault, outcome, words)) in FAULTS.into_iter().enumerate() {
        let server = Server::start(&certificates, Shown::Right, &[fault]);
        let case = &sender.cases[number];
        sender.use_server(server.port);
        let first = sender.send(&certificates, &[case]);
        let first = first.fails_saying(words).in_one_sentence();
        is_discreet(&first, &format!("{fault:?}"));
        let last = sender.person.events(case).pop();
        let second = sender.send(&certificates, &[case]);
        is_discreet(&second, &format!("{fault:?}"));
        match outcome {
            Outcome::NotSent => {
                assert_ne!(last.as_deref(), Some("attempted"), "{fault:?}");
                assert_eq!(second.code, 0, "{fault:?}: {}{}", second.out, second.err);
                assert_eq!(server.delivered().len(), 1, "{fault:?}");
            }
            Outcome::MaybeSent => {
                assert_eq!(last.as_deref(), Some("attempted"), "{fault:?}");
                second.fails_saying(&["maybe sent", "--again"]).in_one_sentence();
                assert!(server.delivered().len() <= 1, "{fault:?}");
            }
        }
        let third = sender.send(&certificates, &[case]);
        assert_eq!(third.code, 1, "{fault:?}: what was sent, or maybe sent, is not sent again");
        assert!(server.delivered().len() <= 1, "{fault:?}: it arrived twice");
        let memory = server.memory.lock().expect("no thread panics");
        let allowed = ["EHLO [127.0.0.1]", "STARTTLS", "QUIT"];
        assert!(
            memory.clear.iter().all(|line| allowed.contains(&line.as_str())),
            "{fault:?}: {:?}",
            memory.clear
        );
    }
}

#[test]
fn a_certificate_that_is_not_right_ends_it_before_the_login() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    for (shown, words) in [
        (Shown::Expired, "has expired"),
        (Shown::OtherName, "for another name"),
        (Shown::Foreign, "issuer is not known"),
    ] {
        let server = Server::start(&certificates, shown, &[]);
        sender.use_server(server.port);
        let refused = sender.send(&certificates, &[&sender.cases[0]]);
        is_discreet(&refused.fails_saying(&[words, "nothing was sent"]).in_one_sentence(), words);
        assert_eq!(sender.person.events(&sender.cases[0]), ["drafted"]);
        let memory = server.memory.lock().expect("no thread panics");
        assert!(memory.logins.is_empty() && memory.delivered.is_empty(), "{words}");
    }
}

#[test]
fn a_server_that_is_slow_is_waited_for() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    let server = Server::start(&certificates, Shown::Right, &[Fault::IsSlow]);
    sender.use_server(server.port);
    sender.send(&certificates, &[&sender.cases[0]]).exits(0);
    assert_eq!(server.delivered().len(), 1);
}

#[test]
fn a_host_that_is_not_known_and_one_that_does_not_answer_are_told_apart() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    let case = &sender.cases[0];
    // A label of a name has 63 letters at most (RFC 1035, 2.3.4), so that no network is asked.
    let host = format!("{}.example.org", "m".repeat(64));
    sender.person.run(&["profile", "set", "--mail-server", &host]).exits(0);
    let unknown = sender.send(&certificates, &[case]);
    let unknown =
        unknown.fails_saying(&["looking for the mail server", "nothing was sent", "your connection"]);
    is_discreet(&unknown.in_one_sentence(), "unknown host");
    sender.person.run(&["profile", "set", "--mail-server", "localhost"]).exits(0);
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    sender.use_server(free.port());
    let absent = sender.send(&certificates, &[case]);
    let absent = absent.fails_saying(&["reaching the mail server", "nothing was sent", "try again"]);
    is_discreet(&absent.in_one_sentence(), "nobody listens");
    assert_eq!(sender.person.events(case), ["drafted"], "nothing was begun");
}

#[test]
#[cfg(unix)]
fn a_password_comes_from_an_open_descriptor() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    let file = sender.person.folder().join("given/password");
    let sent = |number: &str| {
        let arguments = ["send", &sender.cases[0], "--yes", "--password-fd", number];
        let program = sender.person.command(&arguments);
        let mut shell = std::process::Command::new("/bin/sh");
        shell.args(["-c", "exec \"$0\" \"$@\" 3<\"$PASSWORD_FILE\""]);
        shell.arg(program.get_program()).args(program.get_args()).env_clear();
        shell.env("PASSWORD_FILE", &file).env("SSL_CERT_FILE", certificates.trusted());
        Done::of(&shell.output().expect("the shell starts"), &arguments)
    };
    sent("9").fails_saying(&["reading the password"]).in_one_sentence();
    sent("3").exits(0);
    assert_eq!(server.delivered().len(), 1);
}

#[test]
fn to_encrypt_is_to_encrypt_or_not_to_send() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(2);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    let (first, second) = (&sender.cases[0], &sender.cases[1]);
    let without = sender.send(&certificates, &[first, "--encrypt"]);
    without.fails_saying(&["no OpenPGP key", "nothing was sent", "--encrypt"]).in_one_sentence();
    let companies = sender.person.home().join("companies.yaml");
    let text = fs::read_to_string(&companies).expect("there");
    let key = "8F17777118A33DDA9BA48E62AACB3243630052D9";
    let with_key = text.replace("shop-0.example, source", &format!("shop-0.example, openpgp: {key}, source"));
    assert_ne!(text, with_key);
    fs::write(&companies, with_key).expect("it is ours");
    let plan = sender.person.run(&["send", first]).exits(0);
    assert!(plan.out.contains(key) && plan.out.contains("(--encrypt)"), "{}", plan.out);
    // No keyring holds it, and perhaps there is no gpg; the other letter of the run stays, too.
    for (cases, words) in [
        (&[first.as_str(), "--encrypt"][..], "encrypting the letter"),
        (&[second, first, "--encrypt"], "no OpenPGP key"),
        (&[first, second, "--encrypt"], "encrypting the letter"),
    ] {
        let refused = sender.send(&certificates, cases);
        refused.fails_saying(&[words, "next: "]).in_one_sentence();
    }
    assert!(server.delivered().is_empty(), "never in the clear instead");
    assert_eq!(sender.person.events(first), ["drafted"]);
    sender.send(&certificates, &[first]).exits(0);
    assert_eq!(server.delivered().len(), 1, "unless the person says so");
}

#[test]
fn a_batch_goes_over_one_connection_and_each_case_keeps_what_was_sent() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(6);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    let plan = sender.person.json(&["send", "--drafted"]);
    assert_eq!(plan["messages"].as_array().map(Vec::len), Some(6), "{plan}");
    assert!(server.delivered().is_empty(), "nothing leaves without --yes");
    let done = sender.send(&certificates, &["--drafted"]).exits(0);
    assert!(done.out.contains("6 of 6 sent."), "{}", done.out);
    let delivered = server.delivered();
    assert_eq!(delivered.len(), 6);
    assert_eq!(server.memory.lock().expect("no thread panics").callers, 1, "one connection for all");
    for case in &sender.cases {
        let folder = sender.person.home().join("cases").join(case);
        let proof = fs::read_to_string(folder.join("sent.eml")).expect("it is kept");
        assert!(delivered.contains(&proof), "the proof is what arrived, byte for byte");
        assert_eq!(sender.person.events(case), ["drafted", "attempted", "sent"]);
    }
    sender.person.run(&["verify"]).exits(0);
}

#[test]
fn a_run_that_was_cut_short_is_taken_up_by_the_same_command() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(4);
    let second = [Fault::Answers("RCPT", "550 5.1.1 no")];
    let server = Server::start(&certificates, Shown::Right, &second);
    sender.use_server(server.port);
    // Every recipient is refused in the first conversation.
    let cases: Vec<&str> = sender.cases.iter().map(String::as_str).collect();
    let done = sender.send(&certificates, &cases).exits(3);
    assert!(done.out.contains("0 of 4 sent.") && done.out.contains("refused the recipient"), "{}", done.out);
    let done = sender.send(&certificates, &cases[..2]).exits(0);
    assert!(done.out.contains("2 of 2 sent."), "{}", done.out);
    let done = sender.send(&certificates, &cases).exits(0);
    assert!(done.out.contains("2 of 2 sent.") && done.out.contains("left out"), "{}", done.out);
    assert_eq!(server.delivered().len(), 4);
}

#[test]
fn a_message_that_was_maybe_sent_ends_the_run_and_the_rest_goes_the_next_time() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(3);
    let server = Server::start(&certificates, Shown::Right, &[Fault::DropsAt(".")]);
    sender.use_server(server.port);
    let done = sender.send(&certificates, &["--drafted", "--json"]);
    assert_eq!(done.code, 3, "{}{}", done.out, done.err);
    assert_eq!(outcomes(&done.json()), ["maybe-sent", "stopped", "stopped"]);
    let done = sender.send(&certificates, &["--drafted", "--json"]);
    assert_eq!(done.code, 3, "what was maybe sent still wants a look");
    assert_eq!(outcomes(&done.json()), ["sent", "sent"]);
    assert_eq!(done.json()["left_out"][0]["outcome"], json!("maybe-sent-before"));
    assert_eq!(server.delivered().len(), 3, "each once");
}

#[test]
fn later_letters_leave_like_the_request_in_its_thread_and_never_twice() {
    let certificates = Certificates::new();
    let mut sender = Sender::with_shops(2);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    let case = sender.cases[0].clone();
    sender.send(&certificates, &[&case]).exits(0);
    sender.send(&certificates, &[&case]).fails_saying(&["was sent on 2026-11-23"]);
    sender.person.on("2027-02-01");
    let written = sender.person.run(&["remind", &case]).exits(0).out;
    assert!(written.contains(&format!(" send {case}\n")), "the next command: {written}");
    let plan = sender.person.json(&["send", &case]);
    let message = &plan["messages"][0];
    assert_eq!((&message["letter"], &message["sent"]), (&json!("reminder"), &json!(false)), "{plan}");
    let attached: Vec<String> =
        message["attachments"].as_array().expect("a list").iter().map(|it| text(&it["name"])).collect();
    assert_eq!(attached, ["reminder.pdf", "request.pdf"]);
    assert_eq!(server.delivered().len(), 1, "without --yes nothing leaves");
    sender.send(&certificates, &[&case]).exits(0);
    let delivered = server.delivered();
    let (request, reminder) = (&delivered[0], &delivered[1]);
    let id = request.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("an id").trim();
    assert!(reminder.contains(&format!("In-Reply-To: {id}")), "it stands in the same thread: {reminder}");
    assert!(reminder.contains("Subject: ") && reminder.contains("request.pdf"), "{reminder}");
    let events = sender.person.events(&case);
    assert_eq!(events, ["drafted", "attempted", "sent", "written", "attempted", "reminded"]);
    assert!(sender.person.home().join(format!("cases/{case}/sent-2.eml")).is_file(), "the proof is kept");
    sender.send(&certificates, &[&case]).fails_saying(&["`reminder`", "was sent on 2027-02-01", "--again"]);
    sender.send(&certificates, &[&case, "--letter", "request"]).fails_saying(&["was sent on 2026-11-23"]);
    sender.send(&certificates, &[&case, "--letter", "fee"]).fails_saying(&["no letter `fee`"]);
    assert_eq!(sender.send(&certificates, &[&case, "--letter", "postcard"]).code, 2);
    assert_eq!(server.delivered().len(), 2);
    // What was written before the company spoke is not sent by itself.
    sender.person.run(&["record", &case, "fee-requested", "--on", "2027-02-01"]).exits(0);
    sender.person.run(&["answer", &case, "fee"]).exits(0);
    sender.person.on("2027-02-02");
    sender.person.run(&["record", &case, "answered"]);
    sender
        .send(&certificates, &[&case])
        .fails_saying(&["`fee`", "`answered` of 2027-02-02"])
        .in_one_sentence();
    let all = sender.send(&certificates, &["--drafted", "--json"]);
    assert_eq!(outcomes(&all.json()), ["sent"], "the other request leaves: {}", all.out);
    assert_eq!(all.json()["left_out"][0]["outcome"], json!("outdated"), "{}", all.out);
    for language in ["en", "fr"] {
        let said = sender.person.run(&["send", "--drafted", "--lang", language]).exits(3).out;
        assert!(said.contains(&case) && !said.contains('['), "{said}");
    }
    sender.person.run(&["verify"]).exits(0);
}

#[test]
fn a_follow_up_that_was_maybe_sent_is_no_request_that_was_maybe_sent() {
    let certificates = Certificates::new();
    let mut sender = Sender::with_shops(1);
    let case = sender.cases[0].clone();
    let status = |person: &Person| text(&person.json(&["status", &case])["cases"][0]["status"]);
    sender.person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
    sender.person.on("2026-12-10");
    sender.person.run(&["record", &case, "answered"]);
    let before = status(&sender.person);
    sender.person.run(&["follow-up", &case, "--missing", "recipients"]).exits(0);
    for (fault, outcome) in
        [(Fault::Answers("RCPT", "450 4.2.0 later"), "failed"), (Fault::DropsAt("."), "attempted")]
    {
        let server = Server::start(&certificates, Shown::Right, &[fault]);
        sender.use_server(server.port);
        sender.send(&certificates, &[&case]).exits(1);
        assert_eq!(sender.person.events(&case).pop().as_deref(), Some(outcome));
        assert_eq!(status(&sender.person), before, "{outcome}");
    }
    sender
        .send(&certificates, &[&case])
        .fails_saying(&["`incomplete`", "maybe sent", &format!("record {case} followed-up")])
        .in_one_sentence();
    sender.person.run(&["record", &case, "followed-up"]).exits(0);
    sender.send(&certificates, &[&case]).fails_saying(&["was sent on 2026-12-10"]);
}

#[test]
fn a_connection_that_is_lost_between_two_messages_is_opened_again() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(3);
    let server = Server::start(&certificates, Shown::Right, &[Fault::DropsAt("RCPT")]);
    sender.use_server(server.port);
    let done = sender.send(&certificates, &["--drafted", "--json"]);
    assert_eq!(outcomes(&done.json()), ["not-sent", "sent", "sent"], "{}", done.err);
    assert_eq!(server.delivered().len(), 2);
}

#[test]
fn no_more_leave_in_a_day_than_the_account_allows() {
    let certificates = Certificates::new();
    let mut sender = Sender::with_shops(3);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    sender.person.run(&["profile", "set", "--mail-per-day", "2"]).exits(0);
    let done = sender.send(&certificates, &["--drafted", "--json"]);
    assert_eq!(outcomes(&done.json()), ["sent", "sent", "over-cap"]);
    let done = sender.send(&certificates, &["--drafted"]).exits(3);
    assert!(done.out.contains("2 messages may leave in a day"), "{}", done.out);
    assert_eq!(server.delivered().len(), 2);
    sender.person.on("2026-11-24");
    sender.send(&certificates, &["--drafted"]).exits(0);
    assert_eq!(server.delivered().len(), 3);
}

#[test]
fn a_token_is_shown_by_its_own_mechanism_and_a_wrong_one_is_told() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    sender.person.run(&["profile", "set", "--mail-login", "xoauth2"]).exits(0);
    let wrong = sender.person.give("wrong", "another\n");
    private(&wrong);
    let case = &sender.cases[0];
    let refused = sender.run(&certificates, &["send", case, "--yes", "--password-file", &wrong]);
    is_discreet(
        &refused.fails_saying(&["refused the user name or the password"]).in_one_sentence(),
        "a token",
    );
    sender.send(&certificates, &[case]).exits(0);
    assert_eq!(server.memory.lock().expect("no thread panics").logins, ["XOAUTH2", "XOAUTH2"]);
    assert_eq!(server.delivered().len(), 1);
}

#[test]
fn a_password_file_that_others_can_open_is_refused() {
    let certificates = Certificates::new();
    let sender = Sender::with_shops(1);
    let server = Server::start(&certificates, Shown::Right, &[]);
    sender.use_server(server.port);
    let open = sender.person.give("open", format!("{PASSWORD}\n"));
    let refused = sender.run(&certificates, &["send", &sender.cases[0], "--yes", "--password-file", &open]);
    refused.fails_saying(&["open to others", "chmod 600"]).in_one_sentence();
    assert_eq!(server.memory.lock().expect("no thread panics").callers, 0);
}

#[test]
fn the_servers_of_common_providers_are_known_by_the_address() {
    let person = Person::known();
    let provider = providers().find(|provider| provider.id == "orange").expect("it is there");
    let from = format!("camille@{}", provider.domains().next().expect("it has one"));
    person.run(&["profile", "set", "--mail-from", &from]).exits(0);
    let mail = &person.json(&["profile", "show"])["profile"]["mail"];
    assert_eq!(
        (&mail["server"], &mail["port"], &mail["security"]),
        (&json!("smtp.orange.fr"), &json!(465), &json!("implicit"))
    );
    assert_eq!(mail["mailbox"]["server"], json!("imap.orange.fr"));
    person.run(&["profile", "set", "--mail-from", "camille@example.org"]).exits(0);
    let kept = person.json(&["profile", "show"]);
    assert_eq!(
        kept["profile"]["mail"]["server"],
        json!("smtp.orange.fr"),
        "an account stays where nothing better is known"
    );
    Person::known().run(&["profile", "set", "--mail-from", "camille@example.org"]).exits(2);
    Person::known()
        .run(&["profile", "set", "--mail-provider", "nobody", "--mail-from", "c@example.org"])
        .exits(2);
}

#[test]
fn without_an_account_a_link_opens_a_mail_program() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let plan = person.json(&["send", &case]);
    let link = text(&plan["messages"][0]["mailto"]);
    assert!(link.starts_with("mailto:") && link.contains("?subject=") && link.contains(&case), "{link}");
    assert!(link.is_ascii() && !link.contains(' '), "{link}");
    assert!(person.run(&["send", &case]).exits(0).out.contains(&link));
}

/// A person with a profile, an account and a letter for each of some shops.
struct Sender {
    person: Person,
    cases: Vec<String>,
}

impl Sender {
    fn with_shops(count: usize) -> Self {
        let person = Person::known();
        let mut companies = String::new();
        let mut draft = vec!["draft".to_owned(), "access".to_owned(), "--dealt-with-each".to_owned()];
        for number in 0..count {
            write!(
                companies,
                "- id: shop-{number}\n  name: Shop {number}\n  category: retail\n  countries: [FR]\n  contacts:\n    \
                 - {{ purpose: rights, kind: email, value: dpo@shop-{number}.example, source: \"https://shop-{number}.example/privacy\", \
                 checked: 2026-11-01 }}\n  authority: FR\n  status: usable\n"
            )
            .expect("a text takes everything");
            draft.push(format!("shop-{number}"));
        }
        person.keep("companies.yaml", companies);
        let password = password_file(&person.folder().join("given")).display().to_string();
        let account =
            ["--mail-server", "localhost", "--mail-port", "587", "--mail-from", "camille@example.org"];
        let more = ["--mail-pause", "0", "--mail-password-file", &password];
        person.run(&[&["profile", "set"], account.as_slice(), &more].concat()).exits(0);
        let draft: Vec<&str> = draft.iter().map(String::as_str).collect();
        let drafted = person.json(&draft);
        let cases =
            drafted["cases"].as_array().expect("a list").iter().map(|case| text(&case["case"])).collect();
        Self { person, cases }
    }

    fn use_server(&self, port: u16) {
        let profile = self.person.home().join("profile.yaml");
        let written = fs::read_to_string(&profile).expect("there");
        let lines = written.lines().map(|line| match line.strip_prefix("  port: ") {
            Some(_) => format!("  port: {port}\n"),
            None => format!("{line}\n"),
        });
        fs::write(&profile, lines.collect::<String>()).expect("it is ours");
    }

    fn send(&self, certificates: &Certificates, arguments: &[&str]) -> Done {
        self.run(certificates, &[&["send", "--yes"], arguments].concat())
    }

    fn run(&self, certificates: &Certificates, arguments: &[&str]) -> Done {
        let mut command = self.person.command(arguments);
        command.env("SSL_CERT_FILE", certificates.trusted());
        Done::of(&command.output().expect("the program starts"), arguments)
    }
}

fn outcomes(shown: &Value) -> Vec<String> {
    shown["messages"].as_array().expect("a list").iter().map(|message| text(&message["outcome"])).collect()
}

/// Nothing of the person and nothing of the password is in what a failure says.
fn is_discreet(done: &Done, what: &str) {
    assert!(!done.out.contains(PASSWORD) && !done.err.contains(PASSWORD), "{what}");
    for personal in ["camille", "Camille", "dpo@"] {
        assert!(!done.err.contains(personal), "{what}: {}", done.err);
    }
}

#[cfg(unix)]
fn private(path: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("it is ours");
}
