//! Names in columns: whoever a row names is no conclusion and no company, and stands in nothing that is handed on, though the
//! profile says nothing of them.

use habeas::import::answer::Answer;
use habeas::import::record::Role;
use habeas::import::{Options, Recipes, container, read};
use habeas::law::category::{Category, Origin};
use habeas::paper::Typesetter;
use habeas::report::model::Report;
use habeas::report::page::Page;
use habeas::report::{html, pdf, spreadsheet, text};
use habeas::wording::Language;

use super::output::{report_of, said};
use crate::import::recipes;

/// A file: its name, its text, what in it names people, and what is the company's own word and stays.
type Named = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const FILES: [Named; 19] = [
    (
        "s.csv",
        "Nom;Prénom;E-mail;Segment client;Score\nDurandeau;Gwendoline;g@example.org;Premium;0,87\n",
        &["Durandeau", "Gwendoline", "g@example.org"],
        &["Premium", "0,87"],
    ),
    (
        "s.csv",
        "Name,Interest\nGwendoline Durandeau,Gardening\n",
        &["Durandeau", "Gwendoline"],
        &["Gardening"],
    ),
    (
        "segments.csv",
        "Nom;Segment\nDurandeau;Premium\nLi;Urban\n",
        &["Durandeau", "Li"],
        &["Premium", "Urban"],
    ),
    (
        "scores.csv",
        "Vorname;Nachname;Segment\nGwendoline;Durandeau;Vielkäufer\n",
        &["Gwendoline", "Durandeau"],
        &["Vielkäufer"],
    ),
    (
        "s.csv",
        "Nombre;Apellidos;Segmento;Interest\nGwendoline;Durandeau;Oro;Jardines\n",
        &["Durandeau"],
        &["Jardines"],
    ),
    (
        "s.csv",
        "Nome;Cognome;Interest\nGwendoline;Durandeau;Giardini\n",
        &["Gwendoline", "Durandeau"],
        &["Giardini"],
    ),
    (
        "s.csv",
        "Naam;Achternaam;Segment\nGwendoline;Durandeau;Tuinen\n",
        &["Gwendoline", "Durandeau"],
        &["Tuinen"],
    ),
    (
        "s.csv",
        "Imię;Nazwisko;Segment\nGwendoline;Durandeau;Ogrody\n",
        &["Gwendoline", "Durandeau"],
        &["Ogrody"],
    ),
    (
        "s.csv",
        "Nome;Apelido;Segment\nGwendoline;Durandeau;Jardins\n",
        &["Gwendoline", "Durandeau"],
        &["Jardins"],
    ),
    (
        "s.json",
        r#"{"user":{"name":"Gwendoline Durandeau","email":"g@example.org"},"segments":[{"name":"Premium"}]}"#,
        &["Gwendoline", "Durandeau"],
        &[],
    ),
    (
        "p.csv",
        "Date;Commande;Transporteur;Destinataire;Ville\n2024-01-15;A1;Colissimo;Zephirine Quatrepoint;Lyon\n",
        &["Zephirine", "Quatrepoint"],
        &[],
    ),
    (
        "destinataires.csv",
        "Date;Expéditeur;Destinataire;Objet\n2024-01-15;Alphonsine Troispuits;Zephirine Quatrepoint;Bonjour\n",
        &["Alphonsine", "Troispuits", "Zephirine", "Quatrepoint", "Bonjour"],
        &[],
    ),
    (
        "p.csv",
        "Date,Carrier,Recipient\n2024-01-15,Post,Zephirine Quatrepoint\n",
        &["Zephirine", "Quatrepoint"],
        &[],
    ),
    (
        "p.csv",
        "Datum;Paket;Empfänger\n2024-01-15;P1;Zephirine Quatrepoint\n",
        &["Zephirine", "Quatrepoint"],
        &[],
    ),
    ("p.csv", "Fecha;Pedido;Destinatario\n2024-01-15;P1;Zephirine Quatrepoint\n", &["Zephirine"], &[]),
    ("p.csv", "Data;Corriere;Destinatario\n2024-01-15;P1;Zephirine Quatrepoint\n", &["Zephirine"], &[]),
    ("p.csv", "Datum;Pakket;Ontvanger\n2024-01-15;P1;Zephirine Quatrepoint\n", &["Zephirine"], &[]),
    ("p.csv", "Data;Paczka;Odbiorca\n2024-01-15;P1;Zephirine Quatrepoint\n", &["Zephirine"], &[]),
    ("p.csv", "Data;Encomenda;Destinatário\n2024-01-15;P1;Zephirine Quatrepoint\n", &["Zephirine"], &[]),
];

fn answer_of(name: &str, text: &str, recipes: &Recipes) -> Answer {
    let options = Options::default();
    let archive = container::open_bytes(name, text.as_bytes().to_vec(), &options).expect("it opens");
    read(&archive, recipes, &options, &|_| ())
}

/// What a list names.
fn listed(answer: &Answer, role: Role) -> Vec<&str> {
    answer
        .totals
        .lists
        .get(&role)
        .map_or(Vec::new(), |list| list.entries.keys().map(String::as_str).collect())
}

/// The report in every form it leaves in.
fn outputs(report: &Report) -> [String; 5] {
    [
        html::render(report).expect("the page renders"),
        text::render(report, 1_000),
        spreadsheet::render(report),
        serde_json::to_string(report).expect("a report is data"),
        said(&pdf::document(&Page::of(report), report.today, &Typesetter::new())),
    ]
}

/// Tells whether a name stands in a text; two letters only as a word.
fn stands_in(text: &str, name: &str) -> bool {
    if name.len() > 3 {
        return text.contains(name);
    }
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name)
}

#[test]
fn who_is_named_in_a_column_stands_in_nothing_that_is_handed_on() {
    for (file, content, names, kept) in FILES {
        let answer = answer_of(file, content, recipes());
        for role in [Role::Inference, Role::Recipient, Role::Source, Role::Query] {
            let listed = listed(&answer, role);
            let named = |entry: &&str| names.iter().any(|name| entry.contains(name));
            assert_eq!(listed.iter().copied().find(named), None, "{content}: {role:?} {listed:?}");
        }
        for language in [Language::FRENCH, Language::ENGLISH] {
            let closed = report_of(&answer, language).without_identity(&[], &|_| false);
            for output in outputs(&closed) {
                for name in names {
                    assert!(!stands_in(&output, name), "{content}: {name}\n{output}");
                }
            }
            let shown = text::render(&closed, 1_000);
            for word in kept {
                assert!(shown.contains(word), "{content}: {word} is the company's own\n{shown}");
            }
        }
    }
}

#[test]
fn a_recipe_that_takes_a_name_for_a_conclusion_or_a_company_gives_nobody_away() {
    let recipe = "company: shop\nlayout: \"1\"\nlearned_from: a test\nrecognise:\n  any:\n    - { glob: \"p.csv\", weight: strong }\n\
        files:\n  - glob: \"p.csv\"\n    format: csv\n    kind: delivery\n    category: purchases\n    origin: observed\n    \
        roles: { recipient: Destinataire, inference: [Prénom, Segment] }\n";
    let recipes = Recipes::with_own(&[("shop.yaml".into(), recipe.into())]).expect("a sound recipe");
    let mut content = "Commande;Destinataire;Prénom;Segment\n".to_owned();
    // More rows than are kept: nobody but the list knows the later ones.
    for number in 0..300_u32 {
        let letters: String = [number / 26 % 26, number % 26]
            .iter()
            .filter_map(|at| char::from_u32(u32::from(b'a') + at))
            .collect();
        content.push_str(&format!("A{number};Quatrepoint{letters}{letters};Ze{letters};Premium\n"));
    }
    let answer = answer_of("p.csv", &content, &recipes);
    assert_eq!(listed(&answer, Role::Recipient).len(), 300);
    let open = report_of(&answer, Language::FRENCH);
    assert!(text::render(&open, 1_000).contains("Quatrepoint"), "the person's own report has it");
    for output in outputs(&open.without_identity(&[], &|_| false)) {
        assert!(!output.contains("Quatrepoint"), "{output}");
        assert!(!stands_in(&output, "Zelm"), "{output}");
    }
}

#[test]
fn a_row_about_a_person_is_profile_data_and_only_what_was_concluded_is_a_conclusion() {
    let (file, content, _, _) = FILES[0];
    let answer = answer_of(file, content, recipes());
    assert_eq!(listed(&answer, Role::Inference), ["Premium", "Score: 0,87"]);
    let identity = &answer.totals.categories[&Category::Identity];
    assert_eq!(identity.origins.get(&Origin::Unknown), Some(&1), "nobody says it was inferred");
    assert_eq!(answer.totals.categories.len(), 1);
}

#[test]
fn a_name_alone_in_a_list_of_segments_is_that_of_a_segment() {
    let answer =
        answer_of("segments.csv", "Name;Since\nNight owls;2024-01-01\nBargains;2024-01-02\n", recipes());
    assert_eq!(listed(&answer, Role::Inference), ["Bargains", "Night owls"]);
    let shown = text::render(&report_of(&answer, Language::ENGLISH).without_identity(&[], &|_| false), 1_000);
    assert!(shown.contains("Night owls") && shown.contains("Bargains"), "{shown}");
    let answer = answer_of("segments.csv", "Segment ID;Name;Score\nS-112233;Night owls;0.4\n", recipes());
    assert_eq!(listed(&answer, Role::Inference), ["Night owls"], "a number beside it is its own");
}

#[test]
fn whom_a_parcel_went_to_may_be_somebody_else_and_who_got_data_is_a_company() {
    for (_, content, _, _) in FILES.iter().filter(|(_, content, ..)| content.contains("Zephirine")) {
        let answer = answer_of("p.csv", content, recipes());
        assert_eq!(answer.totals.others, 1, "{content}");
        assert!(!answer.totals.categories.contains_key(&Category::Recipients), "{content}");
    }
    for content in [
        "Date;Destinataire;Finalité\n2024-01-01;Exemple Régie;Publicité\n",
        "Recipient,Purpose,Shared on\nExemple Régie,Advertising,2024-01-01\n",
        "Empfänger;Zweck\nExemple Régie;Werbung\n",
        "Destinatario;Finalidad\nExemple Régie;Publicidad\n",
        "Ontvanger;Doel\nExemple Régie;Reclame\n",
        "Odbiorca;Cel\nExemple Régie;Reklama\n",
    ] {
        let answer = answer_of("partage.csv", content, recipes());
        assert_eq!(listed(&answer, Role::Recipient), ["Exemple Régie"], "{content}");
        assert_eq!(answer.totals.others, 0, "{content}");
        let is_company = |name: &str| name == "Exemple Régie";
        let shown =
            text::render(&report_of(&answer, Language::FRENCH).without_identity(&[], &is_company), 1_000);
        assert!(shown.contains("Exemple Régie"), "a company is no secret: {content}\n{shown}");
    }
}
