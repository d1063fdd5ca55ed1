//! What an audit must not hold against a company: its own letter as data, the person's request as its answer, what no law asks
//! for, what nobody could read.

use super::person::Person;

/// A case that was sent and answered, with the text of its letter.
fn answered(person: &Person, company: &str) -> (String, String) {
    let case = person.draft(company);
    let file = person.home().join("cases").join(&case).join("letter.txt");
    person.run(&["record", &case, "sent", "--via", "email"]);
    person.run(&["record", &case, "answered"]);
    (case, std::fs::read_to_string(file).expect("the letter is kept"))
}

/// The points of which something was found, with its presence.
fn found(facts: &serde_json::Value) -> Vec<(String, String)> {
    let points = facts["points"].as_array().or_else(|| facts["gaps"]["points"].as_array()).expect("points");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let found = points.iter().filter(|found| found["presence"] != "not-found");
    found.map(|found| (text(&found["point"]), text(&found["presence"]))).collect()
}

fn mail(kind: &str, body: &str) -> String {
    format!(
        "From: privacy@shop.example\r\nTo: camille@example.org\r\nSubject: Re\r\nDate: Mon, 21 Sep 2026 10:00:00 +0200\r\n\
         Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}"
    )
}

#[test]
fn the_request_below_a_reply_is_not_the_companys_answer() {
    let person = Person::known();
    let (case, letter) = answered(&person, "cdiscount");
    let rule = "_".repeat(32);
    let headers = [
        "De : Camille\nEnvoyé : jeudi 10 septembre 2026 10:00\nÀ : dpo\nObjet : Demande\n\n".to_owned(),
        format!("{rule}\nFrom: Camille\nSent: Thursday, September 10, 2026\nTo: dpo\nSubject: Request\n\n"),
        "*Von:* Camille\n*Gesendet:* Donnerstag\n*An:* dpo\n*Betreff:* Auskunft\n\n".to_owned(),
        "Le jeu. 10 sept. 2026 à 10:00, Camille a écrit :\n\n".to_owned(),
        "Camille (Client)\n10 sept. 2026, 10:00 CEST\n\n".to_owned(),
        "Rappel de votre demande :\n\n".to_owned(),
    ];
    for header in headers {
        let body = format!("Bonjour,\nVotre demande est en cours.\nCordialement\n\n{header}{letter}");
        let reply = person.give("reply.eml", mail("plain", &body));
        assert_eq!(found(&person.json(&["audit", &case, &reply])), [], "{header}");
        let page = format!("<p>Bonjour, demande en cours.</p><p>{}</p>", body.replace('\n', "<br>"));
        let reply = person.give("reply.eml", mail("html", &page));
        assert_eq!(found(&person.json(&["audit", &case, &reply])), [], "html {header}");
    }
    // What somebody only passes on is the answer.
    let passed = "De : Service clients\nEnvoyé : lundi\nÀ : Camille\nObjet : Vos données\n\nBonjour,\n\
        Vos données sont conservées pendant trois ans. Elles ont été transmises à Colis Exemple SAS.\n";
    let reply = person.give("reply.eml", mail("plain", passed));
    let both = [("recipients".to_owned(), "found".to_owned()), ("retention".to_owned(), "found".to_owned())];
    assert_eq!(found(&person.json(&["audit", &case, &reply])), both);
}

#[test]
fn a_refusal_is_no_copy_of_data() {
    let person = Person::known();
    let text = "Madame,\nNous refusons de vous remettre une copie de vos données.\nNous ne donnerons pas suite à votre demande.\n\
        Veuillez agréer nos salutations.\n";
    let page: String = text.lines().map(|line| format!("<p>{line}</p>")).collect();
    let letters =
        [("lettre.txt", text.to_owned()), ("lettre.html", page), ("lettre.eml", mail("plain", text))];
    for (name, letter) in letters {
        let import = person.give(name, &letter);
        let imported = person.json(&["import", &import]);
        let id = imported["import"].as_str().expect("an id");
        let report = person.json(&["report", id]);
        assert_eq!(report["summary"]["records"], 0, "{name}");
        assert!(
            report["summary"]["until"].is_null(),
            "{name}: the day of the letter is none of the person's"
        );
        assert_eq!(found(&report), [], "{name}");
    }
    // Beside data it takes nothing from them.
    std::fs::create_dir_all(person.folder().join("given/answer")).expect("a folder");
    person.give("answer/lettre.txt", text);
    person.give("answer/commandes.csv", "Date de commande,Article\n12/03/2026,Savon\n13/03/2026,Seau\n");
    let answer = person.folder().join("given/answer").display().to_string();
    let imported = person.json(&["import", &answer]);
    let report = person.json(&["report", imported["import"].as_str().expect("an id")]);
    assert_eq!(report["summary"]["records"], 2);
    assert!(found(&report).contains(&("copy".to_owned(), "found".to_owned())));
}

#[test]
fn an_answer_that_nothing_was_found_is_not_called_empty_files() {
    let person = Person::known();
    let import = person
        .give("lettre.txt", "Madame,\nAucune donnée vous concernant n’a été trouvée dans nos systèmes.\n");
    let imported = person.json(&["import", &import]);
    let shown = person.run(&["report", imported["import"].as_str().expect("an id"), "--text"]).out;
    assert!(!shown.contains("without any content"), "{shown}");
}

#[test]
fn a_swiss_answer_is_held_against_swiss_law() {
    let person = Person::known();
    person.run(&["profile", "set", "--country", "CH"]);
    let (case, _) = answered(&person, "digitec-ch");
    let reply = person.give(
        "reply.txt",
        "Madame,\n\nNous traitons vos données de commande afin d'exécuter le contrat. Vos données sont conservées pendant dix ans. \
         Elles ont été communiquées à La Poste Exemple SA. Les données ont été collectées auprès de vous.\n",
    );
    let named = person.give(
        "named.txt",
        "Madame,\n\nNous traitons vos données de commande afin d'exécuter le contrat.\n\n\
         Responsable du traitement : Digitec Galaxus AG, Rue de l'Exemple 1, 8000 Zurich, droits@example.org\n\nCordialement\n",
    );
    let of_named = person.json(&["audit", &case, &named]);
    let controller = of_named["points"].as_array().expect("points").first().expect("a point");
    assert_eq!((&controller["point"], &controller["presence"]), (&"controller".into(), &"found".into()));
    let audited = person.json(&["audit", &case, &reply]);
    let points = audited["points"].as_array().expect("points");
    let articles: Vec<(&str, &str)> = points
        .iter()
        .map(|point| {
            (point["point"].as_str().expect("a point"), point["article"].as_str().expect("an article"))
        })
        .collect();
    let expected = [
        ("controller", "25(2)(a)"),
        ("purposes", "25(2)(c)"),
        ("recipients", "25(2)(g)"),
        ("retention", "25(2)(d)"),
        ("source", "25(2)(e)"),
        ("automated-decisions", "25(2)(f)"),
        ("copy", "25(2)(b)"),
    ];
    assert_eq!(articles, expected);
    let shown = person.run(&["audit", &case, &reply, "--yes"]).out;
    assert!(shown.contains("25(2)(f)") && !shown.contains("GDPR") && !shown.contains("RGPD"), "{shown}");
    let followed = person.run(&["follow-up", &case]).out;
    assert!(followed.contains("25(2)(f)") && !followed.contains("15(1)"), "{followed}");
    assert!(followed.contains("25(2)(a)"), "{followed}");
    let refused = person.run(&["follow-up", &case, "--again", "--missing", "complaint"]).exits(2).err;
    assert!(refused.contains("does not ask for `complaint`"), "{refused}");
}

#[test]
fn nothing_is_recorded_as_missing_from_a_letter_nobody_could_read() {
    let person = Person::known();
    let (case, _) = answered(&person, "cdiscount");
    let letter = "Szanowna Pani,\nPani dane są przetwarzane przez nas w celu realizacji zamówień i są przechowywane przez trzy lata.\n";
    let reply = person.give("pismo.txt", letter);
    let shown = person.run(&["audit", &case, &reply]).out;
    assert!(
        shown.contains("in no language this program reads") && shown.contains("--set purposes="),
        "{shown}"
    );
    let refused = person.run(&["audit", &case, &reply, "--yes"]);
    refused.fails_saying(&["pismo.txt is in no language this program reads", "--set"]);
    let all = [
        "purposes",
        "categories",
        "recipients",
        "retention",
        "rights",
        "complaint",
        "source",
        "automated-decisions",
        "safeguards",
        "copy",
    ];
    let set =
        all.map(|point| format!("{point}={}", if point == "recipients" { "not-found" } else { "found" }));
    let mut command = vec!["audit", &case, &reply, "--yes"];
    set.iter().for_each(|set| command.extend(["--set", set]));
    assert_eq!(person.json(&command)["recorded"], true);
    let import = person.give("lista.txt", letter);
    let imported = person.json(&["import", &import]);
    let report = person.run(&["report", imported["import"].as_str().expect("an id"), "--text"]).out;
    assert!(report.contains("is in a language that is not read here"), "{report}");
}

#[test]
fn what_nobody_sees_on_a_page_answers_nothing() {
    let person = Person::known();
    let (case, _) = answered(&person, "cdiscount");
    let seen = "<p>Madame,</p><p>Nous avons bien reçu votre demande et vos questions.</p>";
    let said = "Vos données sont conservées pendant trois ans. Elles ont été transmises à Colis Exemple SAS.";
    for style in [
        "display:none",
        "visibility:hidden",
        "font-size:0",
        "color:#fff;background:#fff",
        "position:absolute;left:-9999px",
    ] {
        let page = format!("<html><body>{seen}<p style=\"{style}\">{said}</p></body></html>");
        let reply = person.give("reply.html", &page);
        assert_eq!(found(&person.json(&["audit", &case, &reply])), [], "{style}");
    }
    let linked = said.replace("Colis Exemple", "<a href=\"https://shop.example/c\">Colis Exemple</a>");
    let page =
        format!("<html><body>{seen}<p style=\"color:#fff;background:#000\">{linked}</p></body></html>");
    let reply = person.give("reply.html", &page);
    assert_eq!(found(&person.json(&["audit", &case, &reply])).len(), 2);
}

#[test]
fn a_denial_that_the_data_contradict_is_said_to_be_contradicted() {
    let person = Person::known();
    std::fs::create_dir_all(person.folder().join("given/answer")).expect("a folder");
    person.give(
        "answer/lettre.txt",
        "Madame,\nVoici votre réponse.\nVos données ne sont pas transmises à des tiers.\n",
    );
    person.give(
        "answer/destinataires.csv",
        "Destinataire;Finalité\nCriteo SA;Reciblage\nColis Exemple SAS;Livraison\n",
    );
    let answer = person.folder().join("given/answer").display().to_string();
    let imported = person.json(&["import", &answer]);
    let id = imported["import"].as_str().expect("an id");
    let report = person.json(&["report", id]);
    let points = report["gaps"]["points"].as_array().expect("points");
    let recipients = points.iter().find(|point| point["point"] == "recipients").expect("the point");
    assert_eq!(recipients["contradicted"], true, "{recipients}");
    assert_eq!(recipients["place"]["file"], "destinataires.csv", "{recipients}");
    let shown = person.run(&["report", id, "--text"]).out;
    assert!(shown.contains("the data say otherwise"), "{shown}");
}
