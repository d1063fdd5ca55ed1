//! Strings that programs stumble over (`tests/letter/naughty.txt`), in every field of a profile, of a company and of what
//! a person may choose to say: each passes through text, e-mail and page as it is, or is refused by the name of its field.

#![expect(clippy::panic, reason = "a string that does harm fails the test, by its number")]

use std::iter;
use std::sync::OnceLock;

use chrono::{NaiveDate, TimeZone as _, Utc};
use habeas::delivery::message::{Draft, EmailAddress, Message, MessageId};
use habeas::directory::Directory;
use habeas::directory::company::Identifier;
use habeas::directory::source::parse;
use habeas::law::right::Right;
use habeas::letter::choice::{Choices, Correction, Ground, Tracker};
use habeas::letter::compose::compose;
use habeas::letter::pdf::pdf;
use habeas::letter::request::{DataSubject, Request};
use habeas::letter::template::Template;
use habeas::letter::{Error, Letter};
use habeas::paper;
use habeas::wording::Language;
use mail_parser::MessageParser;
use rayon::prelude::*;

use crate::paper::typesetter;

/// A word no letter has, in the place of which each string is put.
const TOKEN: &str = "Qzx";

/// The fields, each with a way to the letter.
const PROFILE: [&str; 6] =
    ["name", "emails", "address", "telephone", "place", "known_as.odd-shop.customer_number"];
const COMPANY: [&str; 4] = ["name", "controller.name", "brands", "post"];
const CHOSEN: [&str; 13] = [
    "--because",
    "--decision",
    "--score-by",
    "--consent",
    "--transfer-to",
    "--correct what",
    "--correct wrong",
    "--correct right",
    "--tracker domain",
    "--tracker value",
    "--device",
    "--visit",
    "--ip",
];

/// Every string, with the number of its line.
fn naughty() -> Vec<(usize, String)> {
    let lines = include_str!("../letter/naughty.txt").split('\n').zip(1..);
    let lines = lines.filter(|(line, _)| !line.starts_with("#:") && !line.is_empty());
    lines.map(|(line, number)| (number, read(line))).collect()
}

/// Reads the characters that a line writes with a backslash.
fn read(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (count, after) = match rest.strip_prefix("\\x").and_then(|rest| rest.split_once('*')) {
            Some((count, after)) => (count.parse().expect("a number"), after),
            None => (1, rest),
        };
        let (said, after) = match after.strip_prefix('\\') {
            Some(escape) => escaped(escape),
            // What is repeated goes to the end of the line.
            None if count > 1 => (after.to_owned(), ""),
            None => (first.to_string(), after.get(first.len_utf8()..).unwrap_or_default()),
        };
        text.extend(iter::repeat_n(said, count));
        rest = after;
    }
    text
}

fn escaped(escape: &str) -> (String, &str) {
    if let Some((code, after)) = escape.strip_prefix("u{").and_then(|rest| rest.split_once('}')) {
        let code = u32::from_str_radix(code, 16).expect("hexadecimal");
        return (char::from_u32(code).expect("a character").to_string(), after);
    }
    let said = match escape.chars().next() {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('0') => '\0',
        Some('\\') => '\\',
        other => panic!("no escape {other:?}"),
    };
    (said.to_string(), escape.get(1..).unwrap_or_default())
}

/// Why a letter was not written: the file of companies is refused, or the letter.
#[derive(Debug)]
enum Refused {
    Company(String),
    Letter(Error),
}

/// Writes the letter in which a field has a value, and every other one a usual value.
fn written(field: &str, value: &str) -> Result<Letter, Refused> {
    let put = |name: &str, usual: &str| if name == field { value.to_owned() } else { usual.to_owned() };
    let company = |name: &str, usual: &str| {
        let value = field.strip_prefix("company ").filter(|of| *of == name).map_or(usual, |_| value);
        serde_json::to_string(value).expect("a text")
    };
    let own = format!(
        "- {{ id: odd-shop, name: {}, brands: [{}], category: retail, countries: [ALL], status: usable,
    identify_by: [telephone, address, customer_number],{}
    contacts: [{{ purpose: rights, kind: post, value: {}, source: \"https://example.org/\", checked: 2026-01-01 }}] }}\n",
        company("name", "Odd Shop"),
        company("brands", "Odd"),
        // Without a controller the letter goes to the company by its name.
        if field == "company name" {
            String::new()
        } else {
            format!(" controller: {{ name: {}, country: FR }},", company("controller.name", "Example SA"))
        },
        company("post", "1 rue de l’Invention"),
    );
    static USUAL: OnceLock<Directory> = OnceLock::new();
    let directory = |own: &str| {
        let companies = parse(own, "own.yaml").map_err(|fault| Refused::Company(fault.to_string()))?;
        Ok(Directory::new(Vec::new(), companies))
    };
    let odd = if field.starts_with("company ") { Some(directory(&own)?) } else { None };
    let directory = match &odd {
        Some(odd) => odd,
        None => USUAL.get_or_init(|| directory(&own).expect("well formed")),
    };
    let number = put("known_as.odd-shop.customer_number", "C-0042");
    let subject = DataSubject {
        name: put("name", "Camille Exemple"),
        emails: vec![put("emails", "camille@example.org")],
        address: vec![put("address", "1 rue de l’Essai"), "69000 LYON".to_owned()],
        telephone: Some(put("telephone", "+33 1 99 00 00 00")),
        country: Some("FR".to_owned()),
        place: Some(put("place", "Lyon")),
        known_as: [("odd-shop".to_owned(), [(Identifier::CustomerNumber, number)].into())].into(),
        ..DataSubject::default()
    };
    let right = right_of(field);
    let text = |name: &str| (name == field).then(|| value.to_owned());
    let choices = Choices {
        grounds: Ground::ALL.iter().copied().filter(|ground| ground.suits(right)).collect(),
        because: text("--because").or_else(|| (right == Right::Objection).then(|| "Because.".to_owned())),
        decision: Some(put("--decision", "A decision")),
        score_by: text("--score-by"),
        consents: vec![put("--consent", "Newsletters")],
        transfer_to: text("--transfer-to"),
        corrections: vec![Correction {
            what: put("--correct what", "town"),
            wrong: put("--correct wrong", "Lyn"),
            right: put("--correct right", "Lyon"),
        }],
        trackers: vec![Tracker {
            domain: put("--tracker domain", "ads.example.org"),
            name: "uid".to_owned(),
            value: put("--tracker value", "4f2a91"),
        }],
        devices: vec![put("--device", "38400000")],
        visits: vec![put("--visit", "2026-03-01")],
        ip_addresses: vec![put("--ip", "192.0.2.7")],
        ..Choices::default()
    };
    let request = Request {
        subject: &subject,
        company: directory.by_id("odd-shop").expect("it is there"),
        right,
        reference: "HB-7F3K2Q",
        today: NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date"),
        language: Language::ENGLISH,
        address: None,
        email: None,
        choices: &choices,
    };
    static TEMPLATES: OnceLock<Vec<(Right, Template)>> = OnceLock::new();
    let templates = TEMPLATES.get_or_init(|| {
        let read = |right: &Right| {
            let matter = Request { right: *right, ..request.clone() }.matter();
            (*right, Template::built_in(matter).expect("well formed"))
        };
        Right::ALL.iter().map(read).collect()
    });
    let (_, template) = templates.iter().find(|(of, _)| *of == right).expect("every right has a letter");
    compose(&request, template).map_err(Refused::Letter)
}

/// The right whose letter says what a flag gives.
fn right_of(field: &str) -> Right {
    match field {
        "--because" => Right::Objection,
        "--decision" | "--score-by" => Right::AutomatedDecision,
        "--consent" => Right::WithdrawConsent,
        "--transfer-to" => Right::Portability,
        field if field.starts_with("--correct") => Right::Rectification,
        field if field.starts_with("--") => Right::Tracking,
        _ => Right::Access,
    }
}

/// The letter's e-mail, if its fields are those of one.
fn mail(letter: &Letter) -> Result<Message, habeas::delivery::Error> {
    let sender: EmailAddress = "camille@example.org".parse().expect("an address");
    Message::compose(Draft {
        from_name: letter.signature.concat(),
        from_address: sender.as_str().to_owned(),
        to_address: "dpo@example.org".to_owned(),
        subject: letter.subject.clone(),
        text: letter.to_text(),
        attachments: Vec::new(),
        message_id: MessageId::compose("HB-7F3K2Q", [7; 12], &sender).expect("well formed"),
        earlier: Vec::new(),
        date: Utc.with_ymd_and_hms(2026, 3, 3, 9, 0, 0).single().expect("a moment"),
    })
}

/// The names of a message's headers in their order, its subject, the sender's name and the text.
fn read_mail(message: &Message) -> (Vec<String>, String, String, String) {
    let bytes = message.to_bytes();
    let parsed = MessageParser::default().parse(&bytes).expect("a message");
    let names = parsed.headers().iter().map(|header| header.name().to_owned()).collect();
    let from = parsed.from().and_then(|from| from.first()).and_then(|from| from.name()).unwrap_or_default();
    let text = parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n").trim_end().to_owned();
    (names, parsed.subject().unwrap_or_default().to_owned(), from.to_owned(), text)
}

/// Says what is wrong with what became of a string in a field, if anything is.
fn fault(field: &str, value: &str, (usual, usual_names): (&Letter, &[String])) -> Option<String> {
    let letter = match written(field, value) {
        Err(Refused::Company(said)) => {
            let named = field.strip_prefix("company ").is_some_and(|_| said.contains("own.yaml"));
            return (!named).then(|| format!("is refused in a company's file: {said}"));
        }
        Err(Refused::Letter(error)) => return refusal_fault(&error, field, value),
        Ok(letter) => letter,
    };
    // An address has the lines that a company's record gives it.
    let own_lines = if field == "company post" { value.matches('\n').count() } else { 0 };
    let expected = usual.to_text().replace(TOKEN, value);
    // The full stop of a company's name (`Inc.`) is that of the sentence it ends.
    let is_name = field == "company name";
    let ends_sentence = is_name && value.ends_with('.') && value.contains(char::is_alphanumeric);
    let expected = if ends_sentence { expected.replace(&format!("{value}."), value) } else { expected };
    let (said, expected) = (trimmed(&letter.to_text()), trimmed(&expected));
    if said != expected && !value.trim().is_empty() && own_lines == 0 {
        return Some(format!("changes the text:\n{said}\ninstead of\n{expected}"));
    }
    let more = letter.to_text().lines().count().saturating_sub(usual.to_text().lines().count());
    if more > own_lines || letter.subject.lines().count() != 1 {
        return Some("adds a line".to_owned());
    }
    let message = match mail(&letter) {
        Ok(message) => message,
        Err(error) => return Some(format!("has no e-mail: {error}")),
    };
    let (names, subject, from, text) = read_mail(&message);
    if names != usual_names {
        return Some(format!("changes the headers to {names:?}"));
    }
    if subject != letter.subject
        || text != letter.to_text().trim_end()
        || from.trim() != letter.signature.concat().trim()
    {
        return Some(format!("changes what the message says: {subject:?}, {from:?}, {text:?}"));
    }
    None
}

/// Returns a text without the spaces at its lines' ends, which a letter does not keep.
fn trimmed(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn refusal_fault(error: &Error, field: &str, value: &str) -> Option<String> {
    let said = error.to_string();
    let is_reason =
        matches!(error, Error::ControlCharacter { .. } | Error::TooLong { .. } | Error::Missing { .. });
    let flag = field.split(' ').next().unwrap_or(field);
    let is_named = said.contains(flag) || field.starts_with("company ");
    let is_silent = value.chars().count() < 4 || !said.contains(value);
    (!(is_reason && is_named && is_silent)).then(|| format!("is refused with: {said}"))
}

/// Every field, with the letter in which a word stands for its value and the headers of its e-mail.
fn fields() -> Vec<(String, Letter, Vec<String>)> {
    let company = COMPANY.iter().map(|field| format!("company {field}"));
    let others = PROFILE.iter().chain(&CHOSEN).map(|field| (*field).to_owned());
    let letter = |field: String| {
        let letter = written(&field, TOKEN).unwrap_or_else(|refused| panic!("{field}: {refused:?}"));
        let (names, ..) = read_mail(&mail(&letter).expect("a message"));
        (field, letter, names)
    };
    others.chain(company).map(letter).collect()
}

#[test]
fn no_string_does_more_in_a_letter_than_stand_there() {
    let strings = naughty();
    assert!(strings.len() > 300, "{} strings", strings.len());
    let fields = fields();
    let places = fields.iter().filter(|(_, usual, _)| usual.to_text().contains(TOKEN)).count();
    assert_eq!(places, fields.len() - 1, "every field but a brand shows in its letter");
    let faults: Vec<String> = fields
        .par_iter()
        .flat_map(|(field, usual, names)| {
            strings.par_iter().map(move |(number, value)| (field, (usual, names.as_slice()), number, value))
        })
        .filter_map(|(field, usual, number, value)| {
            let said = fault(field, value, usual)?;
            Some(format!("naughty.txt:{number}: {value:.40?} as {field} {said}"))
        })
        .collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_string_is_printed_or_refused_by_its_character() {
    let strings = naughty();
    let shown: usize = strings
        .par_iter()
        .map(|(number, value)| {
            let Ok(letter) = written("name", value) else { return 0 };
            match pdf(&letter, typesetter()) {
                Ok(bytes) => {
                    assert!(bytes.starts_with(b"%PDF-1.7"));
                    1
                }
                Err(paper::Error::MissingCharacter(sign) | paper::Error::ControlCharacter(sign)) => {
                    assert!(value.contains(sign), "naughty.txt:{number}: {sign:?} is not in it");
                    0
                }
                Err(error) => panic!("naughty.txt:{number}: {error}"),
            }
        })
        .sum();
    assert!(shown > 250, "{shown} strings are printed");
}
