//! The later letters of a case: reminder, replies, what is missing, complaint; and the letters for every right.

use std::fs;
use std::path::Path;

use super::person::{Person, text};
use crate::paper::pages;

/// A case that was sent on 10 September 2026; today it is 23 November.
fn sent(person: &mut Person) -> String {
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    person.on(super::person::TODAY);
    case
}

fn kept(person: &Person, case: &str, name: &str) -> String {
    let path = person.home().join("cases").join(case).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_reminder_is_written_kept_once_and_encloses_the_request() {
    let mut person = Person::known();
    let case = sent(&mut person);
    let reminded = person.json(&["remind", &case]);
    assert_eq!(reminded["letter"]["kind"], "reminder");
    let letter = kept(&person, &case, "reminder.txt");
    for said in ["10 September 2026", "Article 12(3)", "should have reached you by", &case, "7 December 2026"]
    {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    assert!(
        fs::read(person.home().join("cases").join(&case).join("reminder.pdf"))
            .expect("kept")
            .starts_with(b"%PDF-")
    );
    let message = kept(&person, &case, "reminder.eml");
    assert!(message.contains("reminder.pdf") && message.contains("request.pdf"), "the copy is enclosed");
    person.run(&["remind", &case]).exits(0);
    assert_eq!(person.events(&case), ["drafted", "sent", "written"], "the same letter is kept once");
    person.run(&["remind", &case, "--out", "post"]).exits(0);
    let copy = fs::read(person.here().join("post/request.pdf")).expect("the copy of the request");
    assert_eq!(
        copy,
        fs::read(person.home().join("cases").join(&case).join("letter.pdf")).expect("the letter")
    );
    // What was written goes along with the complaint once it has left.
    person.run(&["record", &case, "reminded"]).exits(0);
    let complaint = person.json(&["complain", &case, "--out", "complaint"]);
    let annexes: Vec<String> = complaint["chronology"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|entry| entry["annexes"].as_array().expect("a list").clone())
        .map(|annex| text(&annex["file"]))
        .collect();
    assert!(annexes.iter().any(|file| file.ends_with("reminder.pdf")), "{annexes:?}");
    assert!(!annexes.iter().any(|file| file.ends_with("reminder.txt")), "{annexes:?}");
}

#[test]
fn a_complaint_is_in_the_language_of_the_authority_and_names_what_is_missing() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "answered", "--on", "2026-10-01"]).exits(0);
    let unnamed = person.run(&["follow-up", &case]).exits(0).out;
    assert!(unnamed.contains("--missing"), "it says how to name what is missing: {unnamed}");
    assert_eq!(person.events(&case), ["drafted", "sent", "answered"], "and writes nothing");
    person.run(&["follow-up", &case, "--missing", "nonsense"]).exits(2);
    person.run(&["follow-up", &case, "--missing", "recipients", "--missing-category", "inferences"]).exits(0);
    let letter = kept(&person, &case, "incomplete.txt");
    for said in ["the recipients of my data, by name (Article 15(1)(c))", "what was inferred about me"] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    person.run(&["record", &case, "followed-up", "--on", "2026-11-01"]).exits(0);
    let written = person.json(&["complain", &case]);
    assert_eq!(written["letter"]["kind"], "complaint");
    let complaint = kept(&person, &case, "complaint.txt");
    let said = [
        "Commission Nationale de l’Informatique et des Libertés",
        "Réclamation contre Cdiscount SA",
        "j’ai ma résidence habituelle dans votre pays",
        "les destinataires de mes données, par leur nom",
        "article\u{a0}77",
    ];
    for said in said {
        assert!(complaint.contains(said), "{said}: {complaint}");
    }
    let english = person.json(&["complain", &case, "--letter-lang", "en"]);
    assert!(text(&english["letter"]["subject"]).starts_with("Complaint against Cdiscount SA"), "{english}");
}

#[test]
fn a_follow_up_asks_for_what_the_audit_and_the_report_found_missing() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "answered", "--on", "2026-10-01"]).exits(0);
    let unaudited = person.run(&["follow-up", &case]).exits(0).out;
    assert!(unaudited.contains(&format!("audit {case} --yes")), "{unaudited}");
    let reply = person.give(
        "reply.txt",
        "Vos données sont conservées pendant trois ans.\nElles ont été transmises à Colis Exemple SAS.\n\
         Les finalités sont décrites dans notre politique de confidentialité.\n",
    );
    person.run(&["audit", &case, &reply, "--yes", "--set", "complaint=found"]);
    let orders = person.give("commandes.csv", "date,article,montant\n2026-01-01,Savon,3.50 EUR\n");
    person.run(&["import", &orders, "--case", &case, "--company", "cdiscount"]);
    let asked = person.json(&["follow-up", &case, "--letter-lang", "fr"])["asks_for"].clone();
    let list = |key: &str| asked[key].as_array().expect("a list").iter().map(text).collect::<Vec<_>>();
    assert!(list("missing").contains(&"source".to_owned()), "{asked}");
    for judged_found in ["retention", "recipients", "complaint"] {
        assert!(!list("missing").contains(&judged_found.to_owned()), "{asked}");
    }
    assert_eq!(list("vague"), ["purposes"], "{asked}");
    assert!(list("categories").contains(&"browsing".to_owned()), "announced, and absent: {asked}");
    assert!(!list("categories").contains(&"purchases".to_owned()), "the answer has it: {asked}");
    let letter = kept(&person, &case, "incomplete.txt");
    for said in [
        "autrement qu’en termes généraux («\u{a0}Les finalités sont décrites dans notre politique de confidentialité",
        "article\u{a0}15, paragraphe\u{a0}1, point\u{a0}g",
        "les données de la catégorie suivante",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    let shown = person.run(&["follow-up", &case, "--letter-lang", "fr"]).exits(0).out;
    assert!(shown.contains("only in general terms") && shown.contains("The letter asks for"), "{shown}");
    // What the person names outweighs what was recorded.
    let named = person.json(&["follow-up", &case, "--vague", "retention"]);
    assert_eq!(named["asks_for"]["vague"], serde_json::json!(["retention"]));
    assert_eq!(named["asks_for"]["missing"], serde_json::json!([]));
    person.run(&["follow-up", &case, "--vague", "nonsense"]).exits(2);
    // A complaint that follows says what the last follow-up named.
    person.run(&["record", &case, "followed-up", "--on", "2026-11-01"]).exits(0);
    person.run(&["complain", &case]).exits(0);
    let complaint = kept(&person, &case, "complaint.txt");
    let said = "la durée de conservation de mes données, ou les critères qui la déterminent, autrement qu’en termes généraux";
    assert!(complaint.contains(said), "{complaint}");
}

#[test]
fn a_complaint_without_a_follow_up_letter_says_what_was_audited() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "answered", "--on", "2026-10-01"]).exits(0);
    let reply = person.give("reply.txt", "Vos données sont conservées pendant trois ans.\n");
    person.run(&["audit", &case, &reply, "--yes"]);
    // The person wrote what is missing in their own words.
    person.run(&["record", &case, "followed-up", "--on", "2026-11-01"]).exits(0);
    person.run(&["complain", &case, "--missing-category", "inferences"]).exits(0);
    let named = kept(&person, &case, "complaint.txt");
    assert!(!named.contains("la source des données"), "what is named outweighs what was recorded: {named}");
    person.run(&["complain", &case]).exits(0);
    let complaint = kept(&person, &case, "complaint-2.txt");
    for said in ["la source des données", "les destinataires de mes données"] {
        assert!(complaint.contains(said), "{said}: {complaint}");
    }
    assert!(!complaint.contains("la durée de conservation de mes"), "retention was found: {complaint}");
}

#[test]
fn a_british_company_is_complained_to_first_and_the_complaint_leaves_by_email() {
    let mut person = Person::known();
    person.keep(
        "companies.yaml",
        "- { id: shop-gb, name: Shop, category: retail, countries: [GB], status: usable,\n    \
         controller: { name: Shop Ltd, country: GB },\n    \
         contacts: [{ purpose: rights, kind: email, value: dpo@shop.example, source: \"https://shop.example/\", checked: 2026-01-01 }] }\n",
    );
    person.on("2026-09-10");
    let case = person.draft("shop-gb");
    person.run(&["record", &case, "sent"]).exits(0);
    person.on(super::person::TODAY);
    let written = person.json(&["complain", &case]);
    assert_eq!(written["letter"]["kind"], "controller-complaint", "{written}");
    assert_eq!(written["letter"]["message"], true, "{written}");
    let plan = person.json(&["send", &case]);
    assert_eq!(plan["messages"][0]["letter"], "controller-complaint", "{plan}");
    assert_eq!(plan["messages"][0]["to"], "dpo@shop.example", "{plan}");
    let shown = person.run(&["send", &case]).exits(0).out;
    for said in [
        &format!("record {case} complained-to-controller"),
        "complaint to the company",
        "controller-complaint.pdf",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(!shown.contains("letter.pdf"), "{shown}");
    // An authority has a form and no address here: its complaint is not a message.
    let to_authority = person.json(&["complain", &case, "--to-authority"]);
    assert_eq!(to_authority["letter"]["message"], false, "{to_authority}");
}

#[test]
fn what_a_company_says_is_answered_once_it_is_recorded() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["answer", &case, "identity"]).fails_saying(&["identity-requested"]).in_one_sentence();
    person.run(&["record", &case, "identity-requested", "--on", "2026-09-14"]).exits(0);
    let shown = person.run(&["answer", &case, "identity"]).exits(0).out;
    assert!(
        shown.contains(&format!("record {case} replied")) && shown.contains("identity-provided"),
        "{shown}"
    );
    let letter = kept(&person, &case, "identity.txt");
    assert!(
        letter.contains("On 14 September 2026 you asked me") && letter.contains("Article 12(6)"),
        "{letter}"
    );
    person.run(&["record", &case, "replied"]).exits(0);
    // A question that was contested stops nothing, unless it was justified.
    let stands = person.run(&["status", &case, "--json"]).json()["cases"][0].clone();
    assert_eq!(text(&stands["status"]), "overdue", "{stands}");
    person.run(&["answer", &case, "form", "--letter-lang", "fr"]).exits(0);
    assert!(kept(&person, &case, "form.txt").contains("article\u{a0}12, paragraphe\u{a0}2"));
    person.run(&["answer", &case, "refusal"]).exits(2);
    person.run(&["answer", &case, "form", "--ground", "effort"]).exits(2);
    person.run(&["answer", &case, "refusal", "--ground", "laziness"]).exits(2);
    person.run(&["record", &case, "refused", "--on", "2026-10-01"]).exits(0);
    person.run(&["answer", &case, "refusal", "--ground", "trade-secret", "--out", "answers"]).exits(0);
    let letter = fs::read_to_string(person.here().join("answers/refusal.txt")).expect("a copy");
    assert!(
        letter.contains("trade secret") && letter.contains("C-203/22") && !letter.contains("effort"),
        "{letter}"
    );
    person
        .run(&["answer", &case, "refusal", "--ground", "effort", "--out", "answers"])
        .fails_saying(&["exists already"]);
    let before = person.events(&case).len();
    person.run(&["answer", &case, "refusal", "--ground", "effort", "--out", "answers"]).exits(1);
    assert_eq!(person.events(&case).len(), before, "nothing half-written is kept");
}

#[test]
fn every_right_has_its_letter_with_what_was_chosen() {
    let person = Person::known();
    let drafts: [(&[&str], &[&str]); 9] = [
        (
            &["tracking", "--tracker", "ads.example.org uid=4f2a91", "--sole-user"],
            &["uid = 4f2a91", "Article 11(2)"],
        ),
        (
            &["rectification", "--correct", "date of birth: 1 May 1970 => 5 January 1970"],
            &["you hold “1 May 1970”", "Article 16"],
        ),
        (
            &["erasure", "--ground", "no-longer-needed", "--category", "browsing"],
            &["pages and items viewed", "Article 17(1)(a)"],
        ),
        (&["restriction", "--ground", "accuracy"], &["Article 18(1)(a)"]),
        (&["portability", "--transfer-to", "Other SA"], &["Other SA (Article 20(2))"]),
        (&["objection", "--because", "I am a teacher."], &["I am a teacher.", "Article 21(1)"]),
        (&["marketing-objection"], &["Article 21(2) and (3)"]),
        (
            &["automated-decision", "--decision", "my order of 2 May was refused"],
            &["my order of 2 May was refused", "Article 22"],
        ),
        (&["withdraw-consent", "--consent", "the newsletter"], &["the newsletter", "Article 7(3)"]),
    ];
    for (arguments, said) in drafts {
        let (right, rest) = arguments.split_first().expect("a right");
        let drafted = person.json(&[&["draft", right, "cdiscount"], rest].concat());
        let case = &drafted["cases"][0];
        assert_eq!(case["right"], *right);
        let letter = fs::read_to_string(text(&case["files"]["txt"])).expect("letter.txt");
        for said in said {
            assert!(letter.contains(said), "{right}: {said}: {letter}");
        }
        assert!(case["files"]["pdf"].is_string() && case["files"]["eml"].is_string(), "{case}");
    }
    let needs: [(&str, &str); 7] = [
        ("tracking", "--tracker"),
        ("rectification", "--correct"),
        ("erasure", "--ground"),
        ("restriction", "--ground"),
        ("objection", "--because"),
        ("automated-decision", "--decision"),
        ("withdraw-consent", "--consent"),
    ];
    for (right, flag) in needs {
        let done = person.run(&["draft", right, "spartoo"]).exits(2);
        assert!(done.err.contains(flag), "{right}: {}", done.err);
    }
    let done = person.run(&["draft", "erasure", "spartoo", "--ground", "accuracy"]).exits(2);
    assert!(done.err.contains("no-longer-needed"), "{}", done.err);
    for bad in [["--correct", "x"], ["--ground", "x"], ["--category", "x"], ["--tracker", "x"], ["--ip", "x"]]
    {
        person.run(&["draft", "access", "spartoo", bad[0], bad[1]]).exits(2);
    }
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(9), "nothing half-written");
}

#[test]
fn an_address_that_is_given_later_keeps_what_was_chosen() {
    let person = Person::known();
    let drafted = person.run(&["draft", "erasure", "sarenza", "--ground", "unlawful"]).exits(3);
    assert!(drafted.out.contains("--to"), "{}", drafted.out);
    let case = text(&person.json(&["status"])["cases"][0]["case"]);
    person.run(&["send", &case, "--to", "dpo@example.org"]).exits(0);
    let letter = kept(&person, &case, "letter-2.txt");
    assert!(letter.contains("Article 17(1)(d)") && letter.contains("dpo@example.org"), "{letter}");
}

#[test]
fn a_letter_of_ones_own_wins_and_its_faults_are_shown() {
    let person = Person::known();
    let folder = person.home().join("templates/letters/en");
    fs::create_dir_all(&folder).expect("the folder is ours");
    let own = |body: &str| {
        let text = format!("---\nsubject: \"My words\"\narticles: []\n---\n{body}\n");
        fs::write(folder.join("access.txt"), text).expect("the folder is ours");
    };
    own("{{ nam }}");
    person.run(&["draft", "access", "cdiscount"]).fails_saying(&[
        "access.txt:5",
        "unknown placeholder `nam`",
        "name",
    ]);
    own("{{ art(\"17\") }}");
    person.run(&["draft", "access", "cdiscount"]).fails_saying(&["access.txt:5", "cannot cite article 17"]);
    assert_eq!(person.json(&["status"])["cases"], serde_json::json!([]), "nothing half-written");
    own("{% include \"greeting\" %}\n\nMy own words, {{ name }}.");
    fs::write(folder.join("phrases.txt"), "=== greeting\n\nGood morning,\n").expect("the folder is ours");
    let drafted = person.json(&["draft", "access", "cdiscount"]);
    let letter = fs::read_to_string(text(&drafted["cases"][0]["files"]["txt"])).expect("letter.txt");
    assert!(
        letter.contains("Good morning,") && letter.contains("My own words, Camille Exemple."),
        "{letter}"
    );
}

#[test]
fn many_letters_have_a_summary_and_one_file_for_printing() {
    let person = Person::known();
    let companies = ["amazon", "cdiscount", "ebay", "sarenza", "spartoo", "criteo"];
    let all = [&["draft", "access"], companies.as_slice(), &["--print-all", "all.pdf"]].concat();
    let drafted = person.run(&all).exits(3).out;
    assert!(drafted.contains("\n6 letters\n") && drafted.contains("your attention, see above"), "{drafted}");
    let bound = fs::read(person.here().join("all.pdf")).expect("one file");
    assert!(bound.starts_with(b"%PDF-"));
    let second =
        [&["draft", "access"], companies.as_slice(), &["--print-all", "again.pdf", "--again"]].concat();
    let second = person.json(&second);
    let pages = |path: &Path| pages(&fs::read(path).expect("a page")).len();
    let alone: Vec<usize> = second["cases"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|case| pages(Path::new(&text(&case["files"]["pdf"]))))
        .collect();
    let bound = pages(&person.here().join("again.pdf"));
    assert_eq!(
        bound,
        alone.iter().sum::<usize>() + companies.len(),
        "a separator before each letter: {alone:?}"
    );
    let again =
        [&["draft", "erasure", "spartoo", "--ground", "unlawful"], ["--print-all", "all.pdf"].as_slice()]
            .concat();
    person.run(&again).fails_saying(&["exists already"]);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(12), "no case was opened");
}
