//! What replies say: a labelled set of made-up mails in each language (`tests/inbox/<language>.txt`), and how much
//! of it is read and rightly so. The mails in `tests/inbox/held-out/` were written after the phrases, in other words,
//! and no phrase was changed because of them: their score tells how the phrases fare on what they were not made for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use base64::Engine as _;
use habeas::finding::Place;
use habeas::inbox::message::Mail;
use habeas::inbox::reading::{Reading, read};
use habeas::inbox::rule::Tongue;
use habeas::inbox::statement::{Detail, Statement};

/// The languages of the set.
const LANGUAGES: [&str; 8] = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

/// A mail of the set and what is expected of it.
struct Example {
    place: String,
    says: BTreeSet<Statement>,
    detail: Option<Detail>,
    until: Option<String>,
    expires: Option<String>,
    bytes: Vec<u8>,
}

impl Example {
    fn read(&self) -> Reading {
        let (mail, findings) = Mail::parse(&self.bytes, &Place::file(&*self.place));
        assert!(findings.is_empty(), "{}: {findings:?}", self.place);
        read(&mail, tongues())
    }
}

/// Reads a part of the set. A mail begins with `===` and its labels; lines with `@` are headers or files; then the
/// subject; then the text. It is dated 3 November 2026.
fn examples(folder: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    for language in LANGUAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("{folder}/{language}.txt"));
        let text = fs::read_to_string(path).expect("the set is there");
        let mut line = 1;
        for block in text.split_inclusive("\n=== ") {
            let mail = block.trim_start_matches("=== ").trim_end_matches("\n=== ");
            examples.push(example(mail, &format!("{folder}/{language}.txt:{line}")));
            line += block.matches('\n').count();
        }
    }
    examples
}

fn example(block: &str, place: &str) -> Example {
    let (labels, mail) = block.split_once('\n').expect("labels, then the mail");
    let mut example = Example {
        place: place.to_owned(),
        says: BTreeSet::new(),
        detail: None,
        until: None,
        expires: None,
        bytes: bytes(mail),
    };
    for label in labels.split_whitespace() {
        if let Some(day) = label.strip_prefix("until=") {
            example.until = Some(day.to_owned());
        } else if let Some(day) = label.strip_prefix("expires=") {
            example.expires = Some(day.to_owned());
        } else if label != "-" {
            let (statement, detail) = label.split_once(':').unwrap_or((label, ""));
            let statement = Statement::find(statement).unwrap_or_else(|| panic!("{place}: {label}"));
            example.says.insert(statement);
            example.detail = example.detail.or(Detail::find(detail));
        }
    }
    example
}

fn bytes(mail: &str) -> Vec<u8> {
    let (marked, text): (Vec<&str>, Vec<&str>) = mail.lines().partition(|line| line.starts_with("@ "));
    let encode = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
    let mut headers = String::from(
        "From: Service <dpo@example.com>\r\nTo: camille@example.org\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n",
    );
    let mut files = String::new();
    for line in marked.iter().filter_map(|line| line.strip_prefix("@ ")) {
        match line.strip_prefix("Attach: ") {
            Some(name) => {
                let _ = write!(
                    files,
                    "\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
                );
            }
            None => headers += &format!("{line}\r\n"),
        }
    }
    let (subject, body) = text.split_first().expect("a subject");
    headers += &format!("Subject: =?utf-8?b?{}?=\r\n", encode(subject));
    let body = body.join("\r\n");
    let kind = if body.trim_start().starts_with("<html") { "html" } else { "plain" };
    format!(
        "{headers}Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{body}{files}\r\n--b--\r\n"
    )
    .into_bytes()
}

/// The phrase files, as they stand in the source tree.
fn tongues() -> &'static [Tongue] {
    static TONGUES: OnceLock<Vec<Tongue>> = OnceLock::new();
    TONGUES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/inbox/phrases");
        let parse = |language: &&str| {
            let text = fs::read_to_string(folder.join(format!("{language}.txt"))).expect("there are phrases");
            Tongue::parse(language, &text).unwrap_or_else(|fault| panic!("{fault}"))
        };
        LANGUAGES.iter().map(parse).collect()
    })
}

/// Rightly found, wrongly found, missed.
#[derive(Default, Clone, Copy)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// In hundredths, rounded down.
    fn precision(self) -> u32 {
        100 * self.right / (self.right + self.wrong).max(1)
    }

    fn recall(self) -> u32 {
        100 * self.right / (self.right + self.missed).max(1)
    }

    fn shown(self) -> String {
        format!(
            "precision {:>3} recall {:>3}  ({} right, {} wrong, {} missed)",
            self.precision(),
            self.recall(),
            self.right,
            self.wrong,
            self.missed
        )
    }
}

/// The scores of each statement, of all mails or of one part.
fn scores(examples: &[&Example]) -> BTreeMap<Statement, Score> {
    let mut scores: BTreeMap<Statement, Score> = BTreeMap::new();
    for example in examples {
        let found: BTreeSet<Statement> = example.read().says.iter().map(|said| said.statement).collect();
        for statement in example.says.union(&found) {
            let (expected, found) = (example.says.contains(statement), found.contains(statement));
            scores.entry(*statement).or_default().add(Score {
                right: u32::from(expected && found),
                wrong: u32::from(!expected && found),
                missed: u32::from(expected && !found),
            });
        }
    }
    scores
}

fn total(scores: &BTreeMap<Statement, Score>) -> Score {
    let mut total = Score::default();
    scores.values().for_each(|score| total.add(*score));
    total
}

#[test]
fn what_replies_say_is_read_rightly_or_not_at_all() {
    let (made_for, held_out) = (examples("tests/inbox"), examples("tests/inbox/held-out"));
    assert!(made_for.len() + held_out.len() >= 400, "{} and {}", made_for.len(), held_out.len());
    for (part, part_of, recall_min) in [("made for", made_for, 95), ("held out", held_out, 15)] {
        let part_of: Vec<&Example> = part_of.iter().collect();
        let scores = scores(&part_of);
        println!("{part}: {} mails", part_of.len());
        for (statement, score) in &scores {
            println!("  {:<20} {}", statement.id(), score.shown());
        }
        let total = total(&scores);
        println!("  {:<20} {}", "all", total.shown());
        part_of.iter().for_each(|example| tell(example));
        assert!(total.precision() >= 95 && total.recall() >= recall_min, "{part}: {}", total.shown());
    }
}

fn tell(example: &Example) {
    let reading = example.read();
    let found: BTreeSet<Statement> = reading.says.iter().map(|said| said.statement).collect();
    if found != example.says {
        println!("{}: {:?} but {:?}", example.place, example.says, found);
        for said in &reading.says {
            if !example.says.contains(&said.statement) {
                println!("     {:?} {:?}", said.statement, said.quote);
            }
        }
    }
    let detail =
        reading.says.iter().filter(|said| example.detail.is_some_and(|detail| said.statement.allows(detail)));
    for said in detail {
        if said.detail != example.detail {
            println!("{}: detail {:?} but {:?} {:?}", example.place, example.detail, said.detail, said.quote);
        }
    }
    let until = reading.says.iter().find_map(|said| said.until).map(|day| day.to_string());
    if until != example.until || reading.expires.map(|day| day.to_string()) != example.expires {
        println!(
            "{}: until {:?} {until:?}, expires {:?} {:?}",
            example.place, example.until, example.expires, reading.expires
        );
    }
}
