//! What came back by mail: which case it belongs to is said with the reason, and nothing is recorded by
//! itself.

use std::fs;

use super::person::{Person, text};

/// A reply of a company, with further headers.
fn reply(headers: &str, body: &str) -> String {
    let fixed = "From: Data Protection <dpo@example.org>\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n";
    format!("{fixed}{headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n")
}

#[test]
fn a_reply_finds_its_case_by_what_it_answers_or_by_the_reference() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let message = fs::read_to_string(person.home().join(format!("cases/{case}/message.eml"))).expect("there");
    let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("a Message-ID").trim();
    let before = person.events(&case);
    for (name, mail) in [
        ("answering.eml", reply(&format!("Subject: Re: your letter\r\nIn-Reply-To: {id}"), "Noted.")),
        ("reference.eml", reply(&format!("Subject: Re: ref. {case}"), "Noted.")),
    ] {
        let path = person.give(name, mail);
        let seen = person.json(&["inbox", &path]);
        assert_eq!(seen["mails"][0]["match"]["case"], case.as_str(), "{name}: {seen}");
        let next = text(&seen["mails"][0]["next"]);
        assert!(next.contains(&format!(" record {case} ")) && next.contains(&path), "{seen}");
        for language in ["en", "fr"] {
            let said = person.run(&["inbox", &path, "--lang", language]);
            assert!(said.out.contains(&case) && said.out.contains(name), "{}", said.out);
        }
    }
    assert_eq!(person.events(&case), before, "nothing is recorded by itself");
}

#[test]
fn a_mail_of_nobody_we_know_is_counted_and_shown_when_asked() {
    let person = Person::known();
    person.draft("cdiscount");
    let path = person.give("other.eml", reply("Subject: Sale\u{1b}[31m!", "Buy."));
    let seen = person.json(&["inbox", &path]);
    assert_eq!((&seen["mails"], &seen["others"]), (&serde_json::json!([]), &1.into()));
    let all = person.run(&["inbox", &path, "--all"]);
    assert!(all.out.contains("other.eml") && !all.out.contains('\u{1b}'), "{:?}", all.out);
}

#[test]
fn what_is_no_mail_is_told() {
    let person = Person::known();
    let missing = person.folder().join("given/missing.eml").display().to_string();
    person.run(&["inbox", &missing]).fails_saying(&["missing.eml", "next: "]).in_one_sentence();
    let noise = person.give("noise.eml", [0, 159, 146, 150, 10, 255]);
    let done = person.run(&["inbox", &noise, "--all"]);
    assert!([0, 1, 3].contains(&done.code) && !done.err.contains("panicked"), "{}{}", done.out, done.err);
}
