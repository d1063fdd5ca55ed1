//! What came back by mail: which case it belongs to and what it says, with the reason; nothing is recorded by itself,
//! and what is recorded is kept with its files.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::person::{Person, text, tree};

/// A reply of a company, with further headers.
fn reply(headers: &str, body: &str) -> String {
    reply_from("dpo@cdiscount.com", headers, body)
}

fn reply_from(sender: &str, headers: &str, body: &str) -> String {
    let fixed = format!(
        "From: Data Protection <{sender}>\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n"
    );
    format!("{fixed}{headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n")
}

/// A reply with a file.
fn delivery(headers: &str, body: &str, name: &str, content: &str) -> String {
    let kind = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"";
    let fixed =
        "From: dpo@cdiscount.com\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n";
    format!(
        "{fixed}{headers}\r\n{kind}\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n--b\r\n\
         Content-Type: text/csv\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n--b--\r\n"
    )
}

/// A case that was sent by e-mail, and its Message-ID.
fn sent(person: &Person) -> (String, String) {
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
    let message = fs::read_to_string(person.home().join(format!("cases/{case}/message.eml"))).expect("there");
    let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("a Message-ID").trim();
    (case.clone(), format!("In-Reply-To: {id}\r\nMessage-ID: <reply-1@cdiscount.com>\r\nSubject: Re: {case}"))
}

#[test]
fn a_reply_finds_its_case_by_what_it_answers_or_by_the_reference() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let before = person.events(&case);
    for (name, mail) in [
        ("answering.eml", reply(&thread, "Noted.")),
        ("reference.eml", reply(&format!("Subject: Re: ref. {case}"), "Noted.")),
    ] {
        let path = person.give(name, mail);
        let seen = person.json(&["inbox", &path]);
        assert_eq!(seen["mails"][0]["match"]["case"], case.as_str(), "{name}: {seen}");
        assert_eq!(seen["mails"][0]["says"], json!([]), "nothing is guessed: {seen}");
        for language in ["en", "fr"] {
            let said = person.run(&["inbox", &path, "--lang", language]).exits(3);
            assert!(said.out.contains(&case) && said.out.contains(name), "{}", said.out);
            assert!(said.out.contains(&format!("--case {case} --as EVENT")), "{}", said.out);
        }
    }
    assert_eq!(person.events(&case), before, "nothing is recorded by itself");
}

#[test]
fn what_a_reply_says_is_shown_with_its_phrase_and_recorded_when_agreed() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let body = "Bonjour,\r\n\r\nNous prolongeons le délai de deux mois, jusqu'au 25 février 2027, compte tenu du nombre de demandes.\r\n";
    let path = person.give("reply.eml", reply(&thread, body));
    let shown = person.run(&["inbox", &path]).exits(3);
    assert!(shown.out.contains("line 3: “Nous prolongeons le délai de deux mois"), "{}", shown.out);
    assert!(shown.out.contains("until 25 February 2027"), "{}", shown.out);
    let next =
        shown.out.lines().find_map(|line| line.trim().strip_prefix("→ ")).expect("a command").to_owned();
    assert!(next.contains(&format!("--case {case} --as extended")), "{next}");
    assert!(!person.events(&case).contains(&"extended".to_owned()));

    let done = person.run(&["inbox", &path, "--yes"]).exits(0);
    assert!(done.out.contains("recorded: "), "{}", done.out);
    assert_eq!(person.events(&case).last().map(String::as_str), Some("extended"));
    let status = person.json(&["status", &case]);
    assert_eq!(status["cases"][0]["events"][2]["until"], "2027-02-25", "the day it names is kept: {status}");
    let told = person.run(&["status", &case]).exits(0).out;
    assert!(told.contains("until 25 February 2027"), "{told}");
    let kept = fs::read(person.home().join(format!("cases/{case}/reply.eml"))).expect("the mail is kept");
    assert_eq!(kept, fs::read(&path).expect("given"));
    person.run(&["verify"]).exits(0);

    let again = person.run(&["inbox", &path, "--yes"]).exits(0);
    assert!(again.out.contains("kept already"), "{}", again.out);
    assert_eq!(person.events(&case).iter().filter(|kind| *kind == "extended").count(), 1, "never twice");
}

#[test]
fn what_a_reply_denies_or_supposes_is_never_recorded_by_itself() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let before = person.events(&case);
    let absent = format!("Auto-Submitted: auto-replied\r\n{thread}");
    let bulk = format!("Precedence: bulk\r\n{thread}");
    let refusal = "Nous ne pouvons pas donner suite à votre demande.";
    for (headers, body, open) in [
        (&thread, "Nous ne refusons pas votre demande; nous vous répondrons.", None),
        (&thread, "We do not refuse your request.", None),
        (&thread, "Wir lehnen Ihren Antrag nicht ab.", None),
        (&thread, "Nous n'avons pas besoin d'une copie de votre pièce d'identité.", Some("hedged")),
        (
            &thread,
            "Si nous devions prolonger le délai de deux mois, nous vous en informerions.",
            Some("hedged"),
        ),
        (
            &thread,
            "Votre demande d'effacement a été refusée par erreur, nous vous répondrons.",
            Some("hedged"),
        ),
        (&absent, refusal, Some("automatic")),
        (&bulk, refusal, Some("automatic")),
    ] {
        let path = person.give("reply.eml", reply(headers, body));
        let seen = person.json(&["inbox", &path, "--yes"]);
        let proposal = &seen["mails"][0]["proposal"];
        match open {
            None => assert_eq!(*proposal, Value::Null, "{body}: {seen}"),
            Some(open) => {
                assert_eq!(proposal["certain"], false, "{body}: {seen}");
                assert_eq!(proposal["open"], json!([open]), "{body}: {seen}");
            }
        }
        assert_eq!(person.events(&case), before, "{body}");
    }
    let path = person.give("mistake.eml", reply(&thread, "Your request was refused by mistake."));
    let shown = person.run(&["inbox", &path]).exits(3).out;
    assert!(shown.contains("? refuses, in whole or in part – by mistake"), "{shown}");
    assert!(shown.contains("“Your request was refused by mistake.”"), "the phrase is shown: {shown}");

    let path = person.give("refusal.eml", reply(&thread, refusal));
    person.run(&["inbox", &path, "--yes"]).exits(0);
    assert_eq!(person.events(&case).last().map(String::as_str), Some("refused"), "a plain one is");
}

#[test]
fn what_is_not_certain_is_left_to_the_person() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let two = "Vos données marketing ont été effacées. Nous prolongeons le délai de deux mois en raison de sa complexité.";
    let late = "Cette boîte n'est plus relevée.";
    let none = "Veuillez trouver ci-joint une copie de vos données.";
    for (name, mail, open) in [
        ("two.eml", reply(&thread, two), "several"),
        ("address.eml", reply(&thread, late), "judgement"),
        ("none.eml", reply(&thread, none), "nothing-attached"),
        (
            "forged.eml",
            reply_from(
                "dpo@cdiscount-rgpd.example",
                &thread,
                "Nous prolongeons le délai de deux mois en raison de sa complexité.",
            ),
            "sender",
        ),
        (
            "unthreaded.eml",
            reply("Subject: Bonjour", "Nous prolongeons le délai de deux mois en raison de sa complexité."),
            "case",
        ),
    ] {
        let path = person.give(name, mail);
        let seen = person.json(&["inbox", &path, "--yes"]);
        let proposal = &seen["mails"][0]["proposal"];
        assert_eq!(proposal["certain"], false, "{name}: {seen}");
        assert!(proposal["open"].as_array().expect("reasons").contains(&json!(open)), "{name}: {seen}");
        for language in ["en", "fr"] {
            let said = person.run(&["inbox", &path, "--lang", language]).exits(3);
            assert!(!said.out.contains('['), "{language} lacks a word: {}", said.out);
        }
    }
    let events = person.events(&case);
    assert_eq!(events, ["drafted", "sent"], "nothing was recorded");
    let path = person.folder().join("given/two.eml").display().to_string();
    person.run(&["inbox", &path, "--case", &case, "--as", "extended"]).exits(0);
    assert_eq!(person.events(&case).last().map(String::as_str), Some("extended"), "the person decides");
}

#[test]
fn what_wants_an_answer_says_which() {
    for (said, event, next) in [
        (
            "Merci de bien vouloir effectuer votre demande via notre formulaire en ligne.",
            "acknowledged",
            "answer CASE form",
        ),
        ("Nous refusons votre demande.", "refused", "answer CASE refusal --ground GROUND"),
        (
            "Afin de vérifier votre identité, merci de nous transmettre une copie de votre pièce d'identité.",
            "identity-requested",
            "answer CASE identity",
        ),
    ] {
        let person = Person::known();
        let (case, thread) = sent(&person);
        let path = person.give("reply.eml", reply(&thread, said));
        let seen = person.json(&["inbox", &path, "--yes"]);
        assert_eq!(seen["mails"][0]["fate"]["recorded"], event, "{said}: {seen}");
        let command = next.replace("CASE", &case);
        assert!(text(&seen["mails"][0]["next"]).ends_with(&command), "{said}: {seen}");
    }
    let person = Person::known();
    let (case, thread) = sent(&person);
    let fee = "Le traitement de votre demande est soumis au paiement de frais d'un montant de 25 €.";
    let path = person.give("fee.eml", reply(&thread, fee));
    let seen = person.json(&["inbox", &path, "--yes"]);
    let proposal = &seen["mails"][0]["proposal"];
    assert_eq!(
        (&proposal["event"], &proposal["open"]),
        (&json!("fee-requested"), &json!(["judgement"])),
        "{seen}"
    );
    let taken = person.json(&["inbox", &path, "--case", &case, "--as", "fee-requested"]);
    assert!(text(&taken["mails"][0]["next"]).ends_with(&format!("answer {case} fee")), "{taken}");
}

#[test]
fn an_extension_recorded_by_hand_keeps_the_day_it_was_announced_to_last() {
    let person = Person::known();
    let (case, _) = sent(&person);
    let record = |more: &[&str]| person.run(&[&["record", &case], more].concat());
    record(&["answered", "--until", "2027-01-01"]).exits(2);
    record(&["extended", "--until", "2026-11-23"]).exits(2);
    record(&["extended", "--until", "2027-01-15"]).exits(0);
    let status = person.json(&["status", &case]);
    assert_eq!(status["cases"][0]["events"][2]["until"], "2027-01-15");
    let before = person.json(&["status", &case])["cases"][0]["due"].clone();
    let plain = Person::known();
    let (other, _) = sent(&plain);
    plain.run(&["record", &other, "extended"]).exits(0);
    let lawful = plain.json(&["status", &other])["cases"][0]["due"].clone();
    assert_eq!(before, "2027-01-15", "the company keeps to the day it named");
    assert!(lawful.as_str() > before.as_str(), "which is before the end of what the law allows: {lawful}");
    for format in ["csv", "json"] {
        let out = person.folder().join(format!("cases.{format}")).display().to_string();
        person.run(&["cases", "export", "--out", &out, "--format", format]).exits(0);
        assert!(fs::read_to_string(&out).expect("written").contains("2027-01-15"), "{format}");
    }
}

#[test]
fn a_forged_sender_is_warned_of() {
    let person = Person::known();
    let (_, thread) = sent(&person);
    for (sender, doubt) in [
        ("dpo@cdisc0unt.example", "looks-like"),
        ("dpo@cdiscount.com.example.net", "looks-like"),
        ("dpo@xn--cdiscunt-y0g.example", "mixed-scripts"),
        ("service@example.net", "other-domain"),
    ] {
        let path = person.give("forged.eml", reply_from(sender, &thread, "Noted."));
        let seen = person.json(&["inbox", &path]);
        let doubts: Vec<String> = seen["mails"][0]["doubts"]
            .as_array()
            .expect("doubts")
            .iter()
            .map(|it| text(&it["code"]))
            .collect();
        assert!(doubts.contains(&doubt.to_owned()), "{sender}: {seen}");
    }
    let path = person.give("genuine.eml", reply(&thread, "Noted."));
    assert_eq!(person.json(&["inbox", &path])["mails"][0]["doubts"], json!([]));
}

#[test]
fn files_are_kept_privately_and_handed_to_import() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let body = "Vous trouverez ci-joint une copie de vos données personnelles.";
    let mail = delivery(&thread, body, "../mes commandes.csv", "Date;Montant\r\n2026-01-02;12,50");
    let path = person.give("reply.eml", mail);
    let done = person.run(&["inbox", &path, "--yes"]).exits(0);
    let next =
        done.out.lines().find_map(|line| line.trim().strip_prefix("→ ")).expect("a command").to_owned();
    assert!(
        next.contains(" import ") && next.contains("mes commandes.csv") && next.contains(&case),
        "{next}"
    );
    let folder = person.home().join("cases").join(&case);
    assert!(folder.join("mes commandes.csv").is_file(), "{:?}", tree(&folder));
    #[cfg(unix)]
    for name in ["mes commandes.csv", "reply.eml"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder.join(name)).expect("kept").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    assert!(!Path::new(&person.folder().join("given/../mes commandes.csv")).exists());

    let other = Person::known();
    let (case, thread) = sent(&other);
    let mail = delivery(&thread, body, "commandes.csv", "Date;Montant\r\n2026-01-02;12,50");
    let path = other.give("reply.eml", mail);
    let done = other.json(&["inbox", &path, "--yes", "--import"]);
    assert_eq!(done["imports"][0]["case"], case.as_str(), "{done}");
    assert_eq!(done["imports"][0]["coverage"]["rows"], 1, "{done}");
    // The files say nothing of whose they are, and the case does.
    assert_eq!(done["imports"][0]["company"]["id"], "cdiscount", "{done}");
}

#[test]
fn links_are_shown_with_their_host_and_end_and_never_opened() {
    let person = Person::known();
    let (_, thread) = sent(&person);
    let body = "Vos données personnelles sont prêtes à être téléchargées :\r\nhttps://user@download.example.com/x?t=1\r\n\r\nCe lien est valable 7 jours.";
    let path = person.give("reply.eml", reply(&thread, body));
    let seen = person.json(&["inbox", &path]);
    let mail = &seen["mails"][0];
    assert_eq!(mail["links"][0]["host"], "download.example.com", "{seen}");
    assert_eq!((&mail["expires"], &mail["proposal"]["event"]), (&json!("2026-11-30"), &json!("answered")));
    let said = person.run(&["inbox", &path]);
    assert!(said.out.contains("not opened") && said.out.contains("30 November 2026"), "{}", said.out);
}

#[test]
fn one_mail_of_a_mailbox_is_named_by_its_message_id() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let mails = format!(
        "From a\n{}\n\nFrom b\n{}\n",
        reply(&thread, "Nous prolongeons le délai de deux mois en raison de sa complexité.")
            .replace("reply-1", "one"),
        reply(&thread, "Nous refusons votre demande.").replace("reply-1", "two")
    );
    let path = person.give("all.mbox", mails.replace('\r', ""));
    person.run(&["inbox", &path, "--case", &case, "--as", "refused"]).exits(2);
    let seen = person.json(&["inbox", &path]);
    let next = text(&seen["mails"][1]["next"]);
    assert!(next.contains("--message two@cdiscount.com") && next.contains("--as refused"), "{next}");
    person
        .run(&["inbox", &path, "--message", "two@cdiscount.com", "--case", &case, "--as", "refused"])
        .exits(0);
    assert_eq!(person.events(&case).last().map(String::as_str), Some("refused"));
    person.run(&["inbox", &path, "--message", "three@cdiscount.com"]).fails_saying(&["no such mail"]);
    person.run(&["inbox", &path, "--case", "HB-222222"]).fails_saying(&["HB-222222"]);
    person.run(&["inbox", &path, "--case", &case, "--as", "nonsense"]).exits(2);
    let early = [
        "inbox",
        &path,
        "--message",
        "one@cdiscount.com",
        "--case",
        &case,
        "--as",
        "extended",
        "--on",
        "2026-11-01",
    ];
    person.run(&early).fails_saying(&["drafted"]);
}

#[test]
fn a_bounce_is_certain_and_our_own_mail_is_no_reply() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let id = thread.split(['<', '>']).nth(1).expect("our id");
    let report = |to: &str| {
        format!(
            "From: MAILER-DAEMON@example.org\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}>\r\nSubject: x\r\n\r\n--b--\r\n"
        )
    };
    let own = person.home().join(format!("cases/{case}/message.eml")).display().to_string();
    assert_eq!(person.json(&["inbox", &own])["others"], 1, "what we wrote is no reply");
    // The mailbox passes on what it gets to somebody who has left: that is no bounce of what was written.
    let passed_on = person.give("passed-on.eml", report("somebody@cdiscount.com"));
    let seen = person.json(&["inbox", &passed_on, "--yes"]);
    assert_eq!(seen["mails"][0]["proposal"]["open"], json!(["other-recipient"]), "{seen}");
    assert_ne!(person.events(&case).last().map(String::as_str), Some("bounced"));
    let path = person.give("bounce.eml", report("Informatique-et-Libertes@cdiscount.com"));
    let seen = person.json(&["inbox", &path]);
    assert_eq!(seen["mails"][0]["doubts"], json!([]), "a mail server speaks for itself: {seen}");
    let came_back = person.run(&["inbox", &path, "--yes"]).exits(3);
    let next = came_back.out.lines().find_map(|line| line.trim().strip_prefix("→ ")).expect("a command");
    assert!(next.contains(" send ") || next.contains(" draft "), "the request goes elsewhere: {next}");
    assert_eq!(person.events(&case).last().map(String::as_str), Some("bounced"));
}

#[test]
fn a_mail_of_nobody_we_know_is_counted_and_shown_when_asked() {
    let person = Person::known();
    person.draft("cdiscount");
    let path = person.give("other.eml", reply_from("shop@example.org", "Subject: Sale\u{1b}[31m!", "Buy."));
    let seen = person.json(&["inbox", &path]);
    assert_eq!((&seen["mails"], &seen["others"]), (&json!([]), &1.into()));
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

#[test]
fn where_nobody_can_be_asked_nothing_is_recorded_and_nothing_waits() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let path = person.give(
        "reply.eml",
        reply(&thread, "Nous prolongeons le délai de deux mois en raison de sa complexité."),
    );
    let mut child = person
        .command(&["inbox", &path])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    child.stdin.take().expect("a pipe").write_all(b"y\n").ok();
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(person.events(&case), ["drafted", "sent"]);
    let _: Value = person.json(&["status", &case]);
}

#[test]
fn what_an_authority_writes_in_a_case_with_a_complaint_is_the_authoritys() {
    let person = Person::known();
    let (case, _) = sent(&person);
    let domain =
        habeas::law::authority::domains().find(|domain| domain.ends_with(".fr")).expect("there is one");
    let authority = format!("complaints@{domain}");
    let received = format!("Subject: Votre plainte, {case}\r\nMessage-ID: <p1@example.org>");
    let mail = person
        .give("cnil.eml", reply_from(&authority, &received, "Nous accusons réception de votre plainte."));
    // Before there is a complaint an authority is a stranger as any other.
    let before = person.json(&["inbox", &mail]);
    assert_eq!(before["mails"][0]["doubts"][0]["code"], "other-domain", "{before}");
    person.run(&["record", &case, "complained"]).exits(0);
    let seen = person.json(&["inbox", &mail]);
    let seen = &seen["mails"][0];
    assert_eq!(seen["proposal"]["event"], "authority-replied", "{seen}");
    assert_eq!(seen["proposal"]["open"], json!(["judgement"]), "a person judges what it tells: {seen}");
    assert_eq!((&seen["doubts"], &seen["match"]["reason"]), (&json!([]), &"reference-and-authority".into()));
    assert!(text(&seen["next"]).ends_with(&format!("--case {case} --as authority-replied")), "{seen}");
    // Authorities give numbers of their own: the only complaint is meant, perhaps.
    let own = person.give(
        "own.eml",
        reply_from(
            &authority,
            "Subject: Plainte 26-1234\r\nMessage-ID: <p2@example.org>",
            "Votre plainte est clôturée.",
        ),
    );
    let seen = person.json(&["inbox", &own]);
    assert_eq!(seen["mails"][0]["match"]["reason"], "authority", "{seen}");
    assert_eq!(seen["mails"][0]["proposal"]["event"], "authority-replied", "{seen}");
    // Who only looks like one is none.
    let forged = person.give(
        "forged.eml",
        reply_from(&format!("complaints@{}.example", domain.replace('.', "-")), &received, "Votre plainte."),
    );
    let seen = person.json(&["inbox", &forged]);
    assert_ne!(seen["mails"][0]["proposal"]["event"], "authority-replied", "{seen}");
}

#[test]
fn a_partial_answer_is_offered_as_one_and_read() {
    let person = Person::known();
    let (case, thread) = sent(&person);
    let body = "Voici votre réponse en pièce jointe. Certaines données ne peuvent vous être communiquées, car elles relèvent du secret des affaires.";
    let path =
        person.give("partly.eml", delivery(&thread, body, "r.csv", "date;article\r\n2026-01-01;Livre\r\n"));
    let seen = person.run(&["inbox", &path, "--yes", "--import"]).exits(3);
    assert!(!person.events(&case).contains(&"refused".to_owned()), "{}", seen.out);
    let next = format!("--case {case} --as answered --import");
    assert!(seen.out.contains(&next), "{}", seen.out);
    person.run(&["inbox", &path, "--case", &case, "--as", "answered", "--import"]).exits(0);
    assert_eq!(person.events(&case).last().map(String::as_str), Some("answered"));
}

#[test]
fn a_form_is_answered_only_under_a_law_that_has_a_letter_against_it() {
    let person = Person::known();
    person.run(&["profile", "set", "--country", "CH"]).exits(0);
    let case = person.draft("digitec-ch");
    person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
    let body = "Bitte verwenden Sie für Ihr Auskunftsbegehren das Formular in Ihrem Kundenkonto.";
    let subject = format!("Subject: AW: {case}");
    let path = person.give("form.eml", reply_from("datenschutz@digitecgalaxus.ch", &subject, body));
    let seen = person.run(&["inbox", &path, "--case", &case, "--as", "acknowledged"]).exits(0);
    assert!(!seen.out.contains("answer") && seen.out.contains(&format!("status {case}")), "{}", seen.out);
}
