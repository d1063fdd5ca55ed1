//! What an unknown table says is not so: nobody got it, nothing was concluded, it has not happened; and who is another person.

use habeas::import::record::Role;
use habeas::law::category::Category;

use super::{read_file, tells};

/// A table of recipients that names nobody must not count as an answer to Art. 15(1)(c).
#[test]
fn what_names_nobody_is_no_recipient() {
    let nobody = [
        "Keine Weitergabe",
        "Aucun destinataire",
        "no one",
        "Not disclosed to anyone",
        "NON COMMUNIQUÉ",
        "No se han cedido",
        "non comunicati",
        "n.v.t.",
        "k. A.",
        "Sans objet",
        "entfällt",
        "Trade secret",
        "confidential",
        "you",
        "Oui",
        "1",
        "2024-01-02",
        "ada@example.org",
        "our partners",
        "unsere Partner",
        "Tous nos partenaires commerciaux",
    ];
    for text in nobody {
        tells("recipients.csv", &format!("recipient;purpose\n{text};\n"), Role::Recipient, &[]);
    }
    for text in ["Criteo SA", "Not On The Corner Ltd", "Our Garden", "Exemplia, Paris", "No Name Ltd"] {
        tells("recipients.csv", &format!("recipient;purpose\n{text};ads\n"), Role::Recipient, &[text]);
    }
}

#[test]
fn what_was_refused_was_not_handed_on() {
    for (name, head, refused, given) in [
        ("partenaires.csv", "partenaire;consentement", ["non", "refusé"], "oui"),
        ("recipients.csv", "recipient;shared", ["no", "NO"], "yes"),
        ("third_parties.csv", "third party;data shared", ["none", "no"], "e-mail and name"),
        ("recipients.csv", "recipient;status", ["blocked", "objected"], "sent"),
        ("advertisers.csv", "advertiser;opted out", ["true", "yes"], "false"),
    ] {
        let [one, other] = refused;
        let text = format!("{head}\nCriteo SA;{one}\nLiveRamp;{other}\nExperian;{given}\n");
        tells(name, &text, Role::Recipient, &["Experian"]);
    }
    // What a row says of a person is the person's own.
    let profile = "Name;E-mail;Status;Segment\nAda Byrd;ada@example.org;blocked;Gold\n";
    tells("customer.csv", profile, Role::Inference, &["Gold"]);
}

#[test]
fn what_is_not_so_was_not_concluded() {
    for (name, text, expected) in [
        ("s.json", r#"{"segments":{"luxury":false,"parent":true,"gambler":false}}"#, &["parent: true"][..]),
        ("segments.csv", "segment;status\nLuxury;excluded\nParent;active\nGambler;removed\n", &["Parent"]),
        ("interests.csv", "interest;probability\nGolf;0\nYoga;0,93\n", &["Yoga"]),
        ("scores.csv", "score;value\nChurn;n/a\nCredit;not calculated\nFraud;0.2\n", &["Fraud: 0.2"]),
        ("scores.csv", "score;valeur\nAttrition;non calculé\nCrédit;néant\n", &[]),
        ("segment_definitions.csv", "segment;description\nLuxury;buys much\nParent;has kids\n", &[]),
        ("profil.csv", "Client;Segment\n8;NON DÉFINI\n", &[]),
        ("audiences.csv", "segment;member\nLuxury;NÃO\nParent;SIM\n", &["Parent"]),
        ("deliveries.csv", "week;predicted_delivery;order\n2024-W3;2024-01-20;o1\n", &[]),
        // Of one segment the number is the segment's, as of many.
        ("segments.csv", "segment;score;computed\nBig spender;0.9;2024-01-01\n", &["Big spender"]),
        // And of a score it is what was concluded.
        (
            "d.xml",
            "<c><scores><score nom=\"churn\" valeur=\"0.8\"/><score nom=\"fraude\" valeur=\"0.3\"/></scores></c>",
            &["churn: 0.8", "fraude: 0.3"],
        ),
        (
            "p.json",
            r#"{"klant":{"risicoscore":{"waarde":"laag","datum":"2024-03-01"}}}"#,
            &["risicoscore: laag"],
        ),
        (
            "Scoring.csv",
            "Merkmal;Wert;Stand\nBonitätsscore;97,3;01.02.2025\nKaufkraft;hoch;03.03.2025\n",
            &["Bonitätsscore: 97,3", "Kaufkraft: hoch"],
        ),
    ] {
        tells(name, text, Role::Inference, expected);
    }
}

/// An order that is only predicted is on no day, and nothing was paid for it.
#[test]
fn what_is_foretold_has_not_happened() {
    let text = "Customer ID;Purchase propensity;Predicted next order date;Predicted order value\n4711;0,9;2026-12-24;120,00 EUR\n";
    let answer = read_file("profile.csv", text);
    assert_eq!(answer.totals.span(), (None, None));
    assert!(!answer.totals.categories.contains_key(&Category::Purchases));
    assert!(answer.totals.categories.values().all(|held| held.amounts.is_empty()));
    let answer = read_file("cliente.csv", "Número de cliente;Propensión de compra\n4711;0,9\n");
    assert!(!answer.totals.categories.contains_key(&Category::Purchases));
}

#[test]
fn zeros_in_front_make_no_telephone() {
    let materials = "Auftrag;Material;Menge\n0000123456;0000004711;1\n0000123457;0000004712;2\n";
    assert!(!read_file("liste.csv", materials).totals.categories.contains_key(&Category::Contact));
    let days = "Name;Wert\nOrange;0000-00-00\nRot;0000-00-00\n";
    assert!(!read_file("farben.csv", days).totals.categories.contains_key(&Category::Contact));
}

#[test]
fn who_comes_along_is_another_person() {
    for (name, text, others) in [
        (
            "assures.csv",
            "Contrat;Assuré;Lien\n1;Camille Exemple;Souscripteur\n1;Léo Exemple;Enfant\n1;Jean Dupont;Conjoint\n",
            2,
        ),
        ("passengers.csv", "Booking;First name;Last name\nA;Camille;Exemple\nA;Jean;Dupont\n", 1),
        (
            "huespedes.csv",
            "Reserva;Nombre;Apellidos\n1;Camille;Exemple\n2;Camille;Exemple\n2;Juan;Pérez\n",
            1,
        ),
        ("comptes.csv", "IBAN;Titulaire 1;Titulaire 2\nFR76;Camille Exemple;Jean Dupont\n", 1),
        ("gespraeche.csv", "Datum;Rufnummer Gegenstelle;Dauer\n05.01.2024;0171111111;00:03:05\n", 1),
    ] {
        assert_eq!(read_file(name, text).totals.others, others, "{name}: {text}");
    }
}

#[test]
fn a_belief_or_an_illness_is_known_by_its_words() {
    for (name, text, special) in [
        (
            "repas.csv",
            "Vol;Date;Repas spécial\nAF1;05/01/2024;Casher\nAF2;25/01/2024;Halal\nAF3;25/02/2024;Végétarien\n",
            2,
        ),
        ("interests.csv", "Interest\nPregnancy\nLGBT\nFootball\nJudaism\n", 3),
        ("sinistres.csv", "Date;Nature;Diagnostic\n05/01/2024;Hospitalisation;Fracture\n", 1),
    ] {
        assert_eq!(read_file(name, text).totals.special, special, "{name}: {text}");
    }
}

#[test]
fn a_heading_says_who_got_what_is_listed_below() {
    let page = "<html><body><h2>We shared your data with</h2><ul><li>Criteo SA</li><li>Experian Ltd</li></ul></body></html>";
    tells("data.html", page, Role::Recipient, &["Criteo SA", "Experian Ltd"]);
    tells(
        "cesiones.csv",
        "Cesionario;Finalidad\nEquifax Ibérica SL;solvencia\nninguno;\n",
        Role::Recipient,
        &["Equifax Ibérica SL"],
    );
}

#[test]
fn a_risk_or_an_estimate_is_a_conclusion_in_every_language() {
    for (column, value) in [
        ("Profil de risque", "Prudent"),
        ("Perfil de riesgo", "Bajo"),
        ("Risicoprofiel", "Laag"),
        ("Profilo di rischio", "Basso"),
        ("Perfil de risco", "Baixo"),
        ("Profil ryzyka", "Niski"),
        ("CSP estimée", "Cadre"),
        ("Vermutetes Geschlecht", "w"),
        ("Voorspelde omzet", "10"),
        ("Kans op opzegging", "0,4"),
        ("attractiveness_percentile", "87"),
        ("net_worth_est", "120k"),
        ("credit_band", "B"),
        ("wealth_rating", "7"),
    ] {
        let expected = format!("{}: {value}", column.replace('_', " "));
        tells("x.csv", &format!("Client;{column}\n4711;{value}\n"), Role::Inference, &[&expected]);
    }
}
