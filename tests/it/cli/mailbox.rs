//! The mailbox on a server that does as it is told: each fault ends in a sentence, changes nothing there, and the next
//! run takes it up; and the copies of what was sent.

use std::fs;

use super::mail_server::{Certificates, PASSWORD, Server, Shown, password_file};
use super::mailbox_server::{Fault, MailboxServer, UIDS};
use super::person::{Done, Person};

/// The faults of a line that is encrypted from the first byte, with words of the sentence that tells each.
const FAULTS: [(Fault, &str); 17] = [
    (Fault::HangsUp, "reaching the mail server"),
    (Fault::Greets("* BYE camille@example.org: too many connections"), "has said goodbye"),
    (Fault::Greets("SSH-2.0-OpenSSH"), "not understood"),
    (Fault::Greets("220 mail.example.org ESMTP"), "not understood"),
    (Fault::GreetsInOneLine, "sends more than a mail server does"),
    (Fault::HidesLogin, "does not offer the way to log in"),
    (
        Fault::Answers("AUTHENTICATE", "TAG NO camille@example.org: locked"),
        "refused the user name or the password",
    ),
    (Fault::AnswersLast("AUTHENTICATE", "* BYE slow down"), "reaching the mail server"),
    (
        Fault::Answers("EXAMINE", "TAG NO camille@example.org has no such folder"),
        "did not do it (opening the folder)",
    ),
    (Fault::Answers("EXAMINE", "X99 OK done"), "not understood"),
    (Fault::Answers("EXAMINE", "TAG OK done"), "did not do it (opening the folder)"),
    (Fault::AnswersLast("EXAMINE", "* BYE shutting down"), "has said goodbye"),
    (
        Fault::Answers("UID FETCH 1:*", "* 1 FETCH (UID 4 RFC822.SIZE {4294967295}"),
        "sends more than a mail server does",
    ),
    (
        Fault::Answers("UID FETCH 1:*", "* 1 FETCH (UID 4 RFC822.SIZE {99999999999999999999}"),
        "not understood",
    ),
    (
        Fault::Answers("UID FETCH 4 ", "* 1 FETCH (UID 4 BODY[] {4000000000}"),
        "sends more than a mail server does",
    ),
    (Fault::Answers("UID FETCH 4 ", "TAG BAD what"), "did not do it (handing over a mail)"),
    (Fault::CutsMail(4), "reaching the mail server"),
];

/// Those of a line that is to be encrypted by STARTTLS.
const PLAIN_FAULTS: [(Fault, &str); 4] = [
    (Fault::RefusesTls, "does not offer TLS on this port"),
    (Fault::PreauthenticatesBeforeTls, "does not offer TLS on this port"),
    (Fault::InjectsBeforeTls, "does not offer TLS on this port"),
    (Fault::NeverEnds, "sends more than a mail server does"),
];

#[test]
fn every_fault_of_a_mailbox_server_ends_in_one_sentence_and_the_next_run_takes_it_up() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    let implicit = FAULTS.into_iter().map(|fault| (fault, true));
    for ((fault, words), is_implicit) in implicit.chain(PLAIN_FAULTS.into_iter().map(|fault| (fault, false)))
    {
        let server = MailboxServer::start(&certificates, Shown::Right, is_implicit, reader.mails(), &[fault]);
        reader.use_server(server.port, is_implicit);
        let failed = reader.read(&certificates).fails_saying(&[words]).in_one_sentence();
        assert!(failed.err.contains("next: "), "{fault:?}: {}", failed.err);
        for secret in [PASSWORD, "camille", "nothing was sent"] {
            assert!(!failed.err.contains(secret), "{fault:?}: {}", failed.err);
        }
        let again = reader.read(&certificates);
        assert!([0, 3].contains(&again.code), "{fault:?}: {}", again.err);
        let memory = server.memory.lock().expect("no thread panics");
        for uid in UIDS {
            let fetch = format!("UID FETCH {uid} (UID BODY.PEEK[])");
            assert!(memory.commands.contains(&fetch), "{fault:?}: {:?}", memory.commands);
        }
        changes_nothing(&memory.commands);
        assert!(memory.clear.iter().all(|line| line.ends_with(" STARTTLS")), "{fault:?}: {:?}", memory.clear);
    }
}

#[test]
fn a_certificate_of_a_mailbox_server_that_is_not_right_ends_it_before_the_login() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    for (shown, words) in [
        (Shown::Expired, "has expired"),
        (Shown::OtherName, "for another name"),
        (Shown::Foreign, "issuer is not known"),
    ] {
        let server = MailboxServer::start(&certificates, shown, true, reader.mails(), &[]);
        reader.use_server(server.port, true);
        reader.read(&certificates).fails_saying(&[words]).in_one_sentence();
        assert!(server.memory.lock().expect("no thread panics").commands.is_empty(), "{words}");
    }
}

#[test]
fn what_was_read_before_a_connection_broke_stays_read_and_the_rest_comes_the_next_time() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    let faults = [Fault::CutsMail(UIDS[1])];
    let server = MailboxServer::start(&certificates, Shown::Right, true, reader.mails(), &faults);
    reader.use_server(server.port, true);
    reader.read(&certificates).fails_saying(&["reaching the mail server"]);
    assert_eq!(reader.events().last().map(String::as_str), Some("extended"), "the first mail was whole");
    let done = reader.read(&certificates);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert_eq!(reader.events(), ["drafted", "sent", "extended", "refused"]);
    let fetched = |uid: u32| {
        let fetch = format!("UID FETCH {uid} (UID BODY.PEEK[])");
        let memory = server.memory.lock().expect("no thread panics");
        memory.commands.iter().filter(|command| **command == fetch).count()
    };
    assert_eq!((fetched(UIDS[0]), fetched(UIDS[1])), (1, 2), "what was recorded is not fetched again");
    reader.read(&certificates).exits(0);
    assert_eq!((fetched(UIDS[0]), fetched(UIDS[1])), (1, 2), "and nothing is, once all is read");
    assert_eq!(reader.events().len(), 4);
}

#[test]
fn what_a_server_puts_in_unasked_is_no_mail() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    for fault in [
        Fault::Injects("EXAMINE", "* 7 FETCH (UID 99 BODY[] {6}\r\nforged)"),
        Fault::Injects("UID FETCH 4 ", "* 1 FETCH (UID 9 BODY[] {6}\r\nforged)"),
        Fault::Injects("UID FETCH 4 ", "* OK [ALERT] camille@example.org {6}\r\n* 3 EXPUNGE"),
    ] {
        let server = MailboxServer::start(&certificates, Shown::Right, true, reader.mails(), &[fault]);
        reader.use_server(server.port, true);
        let done = reader.read(&certificates);
        assert_eq!(done.code, 0, "{fault:?}: {}", done.err);
        assert!(!done.out.contains("forged"), "{fault:?}: {}", done.out);
    }
    assert_eq!(
        reader.events(),
        ["drafted", "sent", "extended", "refused"],
        "each mail once, whatever the server"
    );
}

#[test]
fn a_copy_of_what_was_sent_lies_in_the_mailbox_and_its_failure_unsends_nothing() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    let outgoing = Server::start(&certificates, Shown::Right, &[]);
    let faults = [Fault::None, Fault::Answers("APPEND", "TAG NO [OVERQUOTA] camille@example.org")];
    let mailbox = MailboxServer::start(&certificates, Shown::Right, true, reader.mails(), &faults);
    reader.use_server(mailbox.port, true);
    let port = outgoing.port.to_string();
    let set = ["--mail-port", &port, "--mail-security", "starttls", "--mailbox-copy-to", "Envoyés"];
    reader.person.run(&[&["profile", "set"], &set[..]].concat()).exits(0);
    let send = |company: &str| {
        let case = reader.person.draft(company);
        let done = reader.run(&certificates, &["send", &case, "--yes"]);
        let proof = fs::read_to_string(reader.person.home().join("cases").join(&case).join("sent.eml"));
        (done, proof.expect("it is kept"), reader.person.events(&case))
    };
    let (done, proof, _) = send("veepee");
    assert!(done.exits(0).out.contains("A copy is in the folder Envoyés"));
    let copies = mailbox.memory.lock().expect("no thread panics").copies.clone();
    assert_eq!(
        copies,
        [("Envoy&AOk-s".to_owned(), proof)],
        "the very message, under the folder's name on the wire"
    );
    let (done, _, events) = send("spartoo");
    assert!(done.out.contains("What was sent is sent, but the copy"), "{}{}", done.out, done.err);
    assert!(!done.out.contains("camille@example.org: "), "{}", done.out);
    assert_eq!((done.code, events.last().map(String::as_str)), (3, Some("sent")));
    assert_eq!(outgoing.delivered().len(), 2);
}

#[test]
#[cfg(unix)]
fn the_password_of_a_mailbox_comes_from_where_it_is_said_to_be() {
    let certificates = Certificates::new();
    let reader = Reader::new();
    let mailbox = MailboxServer::start(&certificates, Shown::Right, true, reader.mails(), &[]);
    reader.use_server(mailbox.port, true);
    let given = reader.person.folder().join("given");
    let right = given.join("password").display().to_string();
    let wrong = reader.person.give("wrong", "something else\n");
    std::os::unix::fs::symlink("/nonexistent", given.join("absent")).expect("the folder is ours");
    private(&wrong);
    let set = |arguments: &[&str]| {
        reader.person.run(&[&["profile", "set"], arguments].concat()).exits(0);
    };
    let read = |arguments: &[&str]| {
        reader.run(&certificates, &[&["inbox", "--imap", "--anew", "--yes"], arguments].concat())
    };
    let reads = |done: Done, how: &str| {
        assert!([0, 3].contains(&done.code), "{how}: {}{}", done.out, done.err);
        assert!(!format!("{}{}", done.out, done.err).contains(PASSWORD), "{how}");
    };
    let is_refused = |done: Done, words: &[&str]| {
        let done = done.fails_saying(words).in_one_sentence();
        assert!(!done.err.contains("something else") && !done.err.contains(PASSWORD), "{}", done.err);
    };
    // A file that is named outweighs the profile, which has the right one here and the wrong one then.
    is_refused(read(&["--password-file", &wrong]), &["refused the user name or the password", "next: "]);
    reads(read(&[]), "the profile's file");
    set(&["--mail-password-file", &wrong]);
    is_refused(read(&[]), &["refused the user name or the password"]);
    reads(read(&["--password-file", &right]), "a file");
    is_refused(read(&["--password-file", &given.join("absent").display().to_string()]), &["password"]);
    // A descriptor does, too.
    let through = |descriptor: &str| {
        let arguments = ["inbox", "--imap", "--anew", "--yes", "--password-fd", descriptor];
        let program = reader.person.command(&arguments);
        let mut shell = std::process::Command::new("/bin/sh");
        shell.args(["-c", "exec \"$0\" \"$@\" 3<\"$PASSWORD_FILE\""]);
        shell.arg(program.get_program()).args(program.get_args()).env_clear();
        shell.env("PASSWORD_FILE", &right).env("SSL_CERT_FILE", certificates.trusted());
        Done::of(&shell.output().expect("the shell starts"), &arguments)
    };
    reads(through("3"), "a descriptor");
    is_refused(through("9"), &["reading the password"]);
    // A program says it.
    set(&["--mail-password-command", &format!("/bin/cat {right}")]);
    reads(read(&[]), "a program");
    set(&["--mail-password-command", "/bin/false"]);
    is_refused(read(&[]), &["password"]);
    // Where it is nowhere and nobody can be asked, nothing waits.
    let profile = reader.person.home().join("profile.yaml");
    let text = fs::read_to_string(&profile).expect("there");
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("  password:")).expect("it is there");
    let inner = lines.iter().skip(at + 1).take_while(|line| line.starts_with("    ")).count();
    let without: Vec<&str> =
        lines.iter().take(at).chain(lines.iter().skip(at + 1 + inner)).copied().collect();
    fs::write(&profile, without.join("\n") + "\n").expect("it is ours");
    let unasked = read(&[]).exits(2);
    assert!(
        unasked.err.contains("nobody can be asked") && unasked.err.contains("--password-file"),
        "{}",
        unasked.err
    );
    reads(read(&["--password-file", &right]), "a file, with none in the profile");
}

#[cfg(unix)]
fn private(path: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("it is ours");
}

fn changes_nothing(commands: &[String]) {
    for command in commands {
        let is_reading = ["CAPABILITY", "AUTHENTICATE PLAIN", "EXAMINE ", "UID FETCH ", "LOGOUT"]
            .iter()
            .any(|known| command.starts_with(known));
        assert!(is_reading && !command.contains("BODY["), "{command} may change the mailbox");
    }
}

/// A person with a case that was sent, and a mailbox with two answers to it.
struct Reader {
    person: Person,
    case: String,
    thread: String,
}

impl Reader {
    fn new() -> Self {
        let person = Person::known();
        let password = password_file(&person.folder().join("given")).display().to_string();
        let account = ["--mail-server", "localhost", "--mail-from", "camille@example.org"];
        let more = ["--mail-pause", "0", "--mail-password-file", &password, "--mailbox-server", "localhost"];
        person.run(&[&["profile", "set"], account.as_slice(), &more].concat()).exits(0);
        let case = person.draft("cdiscount");
        person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
        let message =
            fs::read_to_string(person.home().join(format!("cases/{case}/message.eml"))).expect("there");
        let thread = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("it has one");
        Self { person, case, thread: thread.trim().to_owned() }
    }

    fn mails(&self) -> [String; 2] {
        let mail = |number: usize, said: &str| {
            format!(
                "From: dpo@cdiscount.com\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\
                 Message-ID: <{number}@cdiscount.com>\r\nIn-Reply-To: {}\r\nSubject: Re: {}\r\n\
                 Content-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n",
                self.thread, self.case
            )
        };
        [
            mail(1, "Nous prolongeons le délai de deux mois en raison de sa complexité."),
            mail(2, "Nous refusons votre demande."),
        ]
    }

    fn use_server(&self, port: u16, is_implicit: bool) {
        let set = ["profile", "set", "--mailbox-server", "localhost", "--mailbox-port", &port.to_string()];
        self.person.run(&set).exits(0);
        if !is_implicit {
            let profile = self.person.home().join("profile.yaml");
            let text = fs::read_to_string(&profile).expect("there");
            let starttls = text.replace("\n    security: implicit", "\n    security: starttls");
            assert_ne!(text, starttls);
            fs::write(&profile, starttls).expect("it is ours");
        }
    }

    fn read(&self, certificates: &Certificates) -> Done {
        self.run(certificates, &["inbox", "--imap", "--yes"])
    }

    fn run(&self, certificates: &Certificates, arguments: &[&str]) -> Done {
        let mut command = self.person.command(arguments);
        command.env("SSL_CERT_FILE", certificates.trusted());
        Done::of(&command.output().expect("the program starts"), arguments)
    }

    fn events(&self) -> Vec<String> {
        self.person.events(&self.case)
    }
}
