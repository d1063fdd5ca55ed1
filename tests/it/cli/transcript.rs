//! Transcripts: what a person sees, word for word, under `tests/cli`. `HABEAS_BLESS=1` writes them; read the
//! difference before you commit it.
//!
//! References are shown as `HB-XXXXXX` and `IM-XXXXXX`, folders as `HOME` and `GIVEN`, sizes of files as `N
//! B`, hashes as `XXXX`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::person::Person;

#[test]
fn letters() {
    check("letters", |person| {
        let shops = person.shows(&["draft", "access", "ebay", "amazon", "cdiscount", "sarenza", "spartoo"]);
        let case = person.case_of("cdiscount");
        [shops, person.shows(&["send", &case]), person.shows(&["record", &case, "sent"])].concat()
    });
}

#[test]
fn standing() {
    check("standing", |person| {
        person.person.on("2026-09-10");
        person.shows(&["draft", "access", "cdiscount", "spartoo", "amazon"]);
        for (company, events) in [
            ("cdiscount", &[("sent", "2026-09-10"), ("acknowledged", "2026-09-12")] as &[(&str, &str)]),
            ("spartoo", &[("sent", "2026-09-10"), ("identity-requested", "2026-09-14")]),
            ("amazon-fr", &[("sent", "2026-09-10"), ("answered", "2026-10-02")]),
        ] {
            let case = person.case_of(company);
            person.person.on(super::person::TODAY);
            for (event, on) in events {
                person.shows(&["record", &case, event, "--on", on]);
            }
        }
        let case = person.case_of("cdiscount");
        [person.shows(&["status"]), person.shows(&["status", &case]), person.shows(&["due"])].concat()
    });
}

#[test]
fn after_deadline() {
    check("after_deadline", |person| {
        person.person.on("2026-09-10");
        person.shows(&["draft", "access", "cdiscount", "amazon"]);
        let (late, answered) = (person.case_of("cdiscount"), person.case_of("amazon-fr"));
        for case in [&late, &answered] {
            person.shows(&["record", case, "sent"]);
        }
        person.person.on("2026-10-15");
        let early = person.shows(&["remind", &late]);
        person.person.on(super::person::TODAY);
        let slip = person.person.give("slip.pdf", "a slip");
        let mut shown = vec![early, person.shows(&["remind", &late])];
        for command in [
            &["record", &late, "reminded", "--on", "2026-10-20"] as &[&str],
            &["record", &late, "received", "--on", "2026-09-12", "--proof", &slip],
            &["record", &late, "received", "--on", "2026-09-11", "--proof", &slip, "--replaces", "5"],
            &[
                "complain",
                &late,
                "--about",
                "cookies",
                "--because",
                "cdiscount.com set the cookie uid before I had agreed.",
                "--out",
                "complaint",
            ],
            &["record", &late, "complained"],
            &["status", &late],
            &["record", &answered, "answered", "--on", "2026-10-02"],
            &["follow-up", &answered],
            &["follow-up", &answered, "--missing", "recipients", "--missing-category", "inferences"],
            &["record", &answered, "followed-up", "--on", "2026-11-20"],
            &["complain", &answered],
        ] {
            shown.push(person.shows(command));
        }
        let chronology = fs::read_to_string(person.person.here().join("complaint/chronology.txt"));
        shown.push(person.plain(&chronology.expect("it was written")));
        person.person.on("2027-03-01");
        shown.push(person.shows(&["due"]));
        shown.concat()
    });
}

#[test]
fn clock() {
    check("clock", |person| {
        let plain = person.shows(&["deadline", "--country", "FR", "--received", "2026-09-10"]);
        let identity = ["--identity-asked", "2026-04-10", "--identity-answered", "2026-04-21"];
        let restarted = ["deadline", "--country", "GB", "--region", "SCT", "--received", "2026-04-08"];
        let open =
            ["deadline", "--country", "FR", "--received", "2026-03-02", "--identity-asked", "2026-03-03"];
        [plain, person.shows(&[restarted.as_slice(), &identity].concat()), person.shows(&open)].concat()
    });
}

#[test]
fn directory() {
    check("directory", |person| {
        let commands: [&[&str]; 3] = [
            &["companies", "list", "--pack", "founding-five"],
            &["companies", "show", "cdiscount"],
            &["companies", "show", "sarenza"],
        ];
        commands.map(|command| person.shows(command)).concat()
    });
}

#[test]
fn foreign() {
    check("foreign", |person| {
        let given = person.person.give("data-master.zip", super::foreign::archive());
        let draft = ["draft", "access", "boutique exemple", "--via", "email"];
        let import = person.shows(&["companies", "import", &given]);
        let shown = person.shows(&["companies", "show", "boutique exemple"]);
        let mut told = [import, shown, person.shows(&draft)].concat();
        let case = person.case_of("boutique-exemple");
        person.shows(&["record", &case, "sent"]);
        told += &person.shows(&["record", &case, "bounced"]);
        told += &person.shows(&[&draft[..], &["--again"]].concat());
        told += &person.shows(&["companies", "correct", "boutique-exemple"]);
        let older = person.person.give("older.yaml", super::foreign::OWN);
        let newer = super::foreign::OWN.replace("dpo@own.example", "dpo@elsewhere.example");
        let newer = person.person.give("newer.yaml", newer);
        told += &person.shows(&["companies", "diff", &older, &newer]);
        told + &person.shows(&["companies", "import", "--remove", "datenanfragen"])
    });
}

#[test]
fn profile() {
    check("profile", |person| {
        let set = [
            "profile",
            "set",
            "--known-as",
            "cdiscount:customer_number=C-0042",
            "--telephone",
            "01 99 00 00 00",
        ];
        [person.shows(&set), person.shows(&["profile", "check"])].concat()
    });
}

#[test]
fn answer() {
    check("answer", |person| {
        let orders = "Date de commande,Article,Montant\n12/03/2026,Savon,\"3,20\"\n29/04/2026,Sel,\"1,10\"\n";
        let archive = habeas::import::container::pack::pack(&[
            ("commandes.csv", orders.as_bytes()),
            ("avis.csv", b"Date,Note\n"),
            ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            ("__MACOSX/._commandes.csv", b"\0\x05\x16\x07"),
        ]);
        let archive = person.person.give("answer.zip", archive.expect("an archive"));
        person.shows(&["import", &archive])
    });
}

#[test]
fn kept() {
    check("kept", |person| {
        person.shows(&["draft", "access", "cdiscount", "spartoo"]);
        let (case, other) = (person.case_of("cdiscount"), person.case_of("spartoo"));
        let copy = person.person.folder().join("given/copy").display().to_string();
        let sound = [
            person.shows(&["due", "--limit", "1"]),
            person.shows(&["verify"]),
            person.shows(&["backup", "--out", &copy]),
        ];
        let folder = person.person.home().join("cases").join(&other);
        fs::write(folder.join("letter.txt"), "changed").expect("it is ours");
        fs::remove_file(folder.join("message.eml")).expect("it is ours");
        fs::write(folder.join("note.txt"), "mine").expect("it is ours");
        let commands: [&[&str]; 6] = [
            &["verify"],
            &["backup", "--out", &format!("{copy}-2")],
            &["backup", "--out", &copy],
            &["forget", &case],
            &["forget", &case, "--yes"],
            &["forget", "HB-222222"],
        ];
        [sound.concat(), commands.map(|command| person.shows(command)).concat()].concat()
    });
}

#[test]
fn cases() {
    check("cases", |person| {
        let rows = "company;right;event;on\nCdiscount;access;sent;2026-09-10\nCdiscount;access;answered;2026-10-02\n\
                    Spartoo;erasure;sent;2026-09-11\n";
        let sheet = person.person.give("cases.csv", rows);
        let faulty = person.person.give("faulty.csv", rows.replace("2026-09-11", "11/09/2026"));
        let commands: [&[&str]; 6] = [
            &["cases", "import", &faulty],
            &["cases", "import", &sheet],
            &["cases", "import", &sheet, "--yes"],
            &["cases", "import", &sheet],
            &["cases", "export", "--format", "csv"],
            &["cases", "export", "--out", "cases.json", "--files", "proofs"],
        ];
        commands.map(|command| person.shows(command)).concat()
    });
}

#[test]
fn failures() {
    check("failures", |person| {
        person.shows(&["draft", "access", "cdiscount"]);
        let case = person.case_of("cdiscount");
        let given = person.person.give("notes.bin", [0, 1, 2, 3, 255, 254]);
        let commands: [&[&str]; 9] = [
            &["draft", "access", "cdiscount"],
            &["draft", "access", "spartto"],
            &["draft", "acces", "spartoo"],
            &["send", &case, "--yes"],
            &["record", &case, "answered"],
            &["record", &case, "eaten"],
            &["import", &given],
            &["report", &case],
            &["status", "HB-222222"],
        ];
        commands.map(|command| person.shows(command)).concat()
    });
}

/// A person whose every command is written down.
struct Writer {
    person: Person,
}

impl Writer {
    /// Runs a command and writes down what it showed.
    fn shows(&self, arguments: &[&str]) -> String {
        let done = self.person.run(arguments);
        let shown =
            format!("$ habeas {}\n{}{}[exit {}]\n\n", arguments.join(" "), done.out, done.err, done.code);
        self.plain(&shown)
    }

    /// The reference of a company's case.
    fn case_of(&self, company: &str) -> String {
        let status = self.person.run(&["status", "--json"]).json();
        let cases = status["cases"].as_array().expect("a list").clone();
        let case = cases.iter().find(|case| case["company"] == company).expect("it was drafted");
        super::person::text(&case["case"])
    }

    /// Replaces what differs from run to run.
    fn plain(&self, shown: &str) -> String {
        let home = self.person.home().display().to_string();
        let given = self.person.folder().join("given").display().to_string();
        let shown = shown.replace(&home, "HOME").replace(&given, "GIVEN");
        hashes_hidden(&sizes_hidden(&references_hidden(&references_hidden(&shown, "HB-"), "IM-")))
    }
}

fn references_hidden(text: &str, start: &str) -> String {
    let mut parts = text.split(start);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let reference: String = part.chars().take(6).collect();
        let is_one =
            reference.len() == 6 && reference.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let rest = if is_one { part.strip_prefix(&reference).unwrap_or(part) } else { part };
        write!(plain, "{start}{}{rest}", if is_one { "XXXXXX" } else { "" })
            .expect("writing to a string cannot fail");
    }
    plain
}

/// The hash of a letter depends on its reference.
fn hashes_hidden(text: &str) -> String {
    let hide = |part: &str| match part.get(..64) {
        Some(hash) if hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("SHA-256 XXXX{}", part.get(64..).unwrap_or_default())
        }
        Some(_) | None => format!("SHA-256 {part}"),
    };
    let mut parts = text.split("SHA-256 ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + &hide(part))
}

/// The size of a letter depends on the glyphs of its reference.
fn sizes_hidden(text: &str) -> String {
    let hide = |line: &str| match line.rsplit_once('(') {
        Some((before, size)) if size.ends_with(" bytes)") || size.ends_with(" octets)") => {
            format!("{before}(N)")
        }
        Some(_) | None => line.to_owned(),
    };
    text.lines().map(|line| hide(line) + "\n").collect()
}

/// Compares what is shown in each language with the transcripts kept.
fn check(name: &str, tell: impl Fn(&mut Writer) -> String) {
    let mut faults = Vec::new();
    for language in ["en", "fr"] {
        let shown = tell(&mut Writer { person: Person::known().speaking(language) });
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cli/{name}.{language}.txt"));
        if std::env::var_os("HABEAS_BLESS").is_some() {
            fs::write(&path, &shown).expect("the transcript is written");
        }
        if fs::read_to_string(&path).unwrap_or_default() != shown {
            faults.push(format!(
                "tests/cli/{name}.{language}.txt differs (HABEAS_BLESS=1 writes it):\n{shown}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
