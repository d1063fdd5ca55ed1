//! The recipe language, recognition, and the user's own recipes.

use habeas::finding::Code;
use habeas::import::coverage::State;
use habeas::import::record::{Role, Zone};
use habeas::import::{Options, Recipes, container, read};
use habeas::law::category::Category;

use super::{account, codes, read_file, read_with, zip_of};

const SHOP: &str = r#"
company: example-shop
layout: "2025-03"
learned_from: public help page
recognise:
  any:
    - { glob: "**/commandes*.csv", weight: strong }
files:
  - glob: "commandes*.csv"
    format: csv
    kind: order
    category: purchases
    origin: observed
    fields: { at: [Date, "Date de commande"], title: Article, amount: Montant }
    dates: ["%d/%m/%Y"]
    decimal: ","
    currency: EUR
    columns: [Date, Article, Montant]
  - glob: "avis.csv"
    kind: review
    category: reviews
    origin: given
ignore: ["lisezmoi.txt"]
"#;

#[test]
fn the_users_recipe_is_applied_and_notices_drift() {
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), SHOP.to_owned())]).expect("it is sound");
    let bytes = zip_of(&[
        (
            "Export/COMMANDES-2024.csv",
            "DATE;Article;Montant;Couleur\n31/01/2024;Lampe;1 012,50;bleu\n".as_bytes(),
        ),
        ("Export/lisezmoi.txt", b"notes"),
    ]);
    let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
    let answer = read(&archive, &recipes, &Options::default(), &|_| ());
    let orders = account(&answer, "Export/COMMANDES-2024.csv");
    assert_eq!((orders.state, orders.kind.as_deref()), (State::Mapped, Some("order")));
    assert_eq!(codes(orders), [Code::LayoutDrift]);
    assert!(orders.findings[0].facts.contains(&("added".to_owned(), "Couleur".to_owned())));
    assert_eq!(account(&answer, "Export/lisezmoi.txt").state, State::Ignored);
    let purchases = &answer.totals.categories[&Category::Purchases];
    assert_eq!(purchases.amounts["EUR"].total.to_string(), "1012.50");
    assert_eq!(purchases.first.expect("dated").date().to_string(), "2024-01-31");
    assert!(purchases.samples[0].fields.contains(&("Couleur".to_owned(), "bleu".to_owned())));
    assert_eq!(answer.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::FileAbsent]);
    assert_eq!(answer.company.expect("recognised").id, "example-shop");
}

const KEYS: &str = r#"
company: example-shop
layout: "2025-03"
learned_from: made up for this test
recognise: { any: [{ glob: "visits.json", weight: strong }] }
files:
  - glob: "visits.json"
    format: json
    kind: visit
    category: browsing
    origin: observed
    fields: { at: seen, title: page }
    roles: { ip_address: address, device: agent }
    columns: [seen, page, agent, shop]
    optional: [address, note]
    dates: [iso]
"#;

/// In JSON a row leaves out what it has nothing for: the layout has changed when no row has what all used to have.
#[test]
fn a_key_is_missing_when_no_row_has_it_and_never_when_it_is_optional() {
    let found = |text: &str| {
        let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), KEYS.to_owned())]).expect("it is sound");
        let bytes = zip_of(&[("visits.json", text.as_bytes())]);
        let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
        let answer = read(&archive, &recipes, &Options::default(), &|_| ());
        let member = account(&answer, "visits.json");
        let drift = member.findings.iter().filter(|finding| finding.code == Code::LayoutDrift);
        let facts = drift.map(|finding| {
            let fact = |wanted: &str| finding.facts.iter().find(|(name, _)| name == wanted).cloned();
            (fact("missing").expect("a fact").1, fact("added").expect("a fact").1)
        });
        (member.records, facts.collect::<Vec<_>>())
    };
    let whole = r#"{"seen":"2024-01-31","page":"Lamp","agent":"Example 1.0","shop":"Lyon"}"#;
    let short = r#"{"seen":"2024-01-30","page":"Chair"}"#;
    let noted = r#"{"seen":"2024-01-29","page":"Table","note":"none"}"#;
    assert_eq!(found(&format!("[{short},{whole},{noted}]")), (3, vec![]));
    let missing = vec![("agent, shop".to_owned(), "none".to_owned())];
    assert_eq!(found(&format!("[{short},{noted}]")), (2, missing));
    let other = r#"{"seen":"2024-01-28","page":"Desk","agent":"Example 1.0","shop":"Lyon","colour":"blue"}"#;
    assert_eq!(found(&format!("[{other}]")), (1, vec![("none".to_owned(), "colour".to_owned())]));
}

#[test]
fn a_faulty_recipe_is_refused_with_line_and_column() {
    let cases = [
        (SHOP.replace("kind: order", "knid: order"), 11),
        (SHOP.replace("category: purchases", "category: shopping"), 12),
        (SHOP.replace("%d/%m/%Y", "%Q"), 15),
        (SHOP.replace("layout: \"2025-03\"", "layout: \"2025-03\"\nversion: 9"), 4),
        (SHOP.replace("company: ", "company: ../../"), 2),
        (SHOP.replace("currency: EUR", "currency: euros"), 17),
    ];
    for (text, line) in cases {
        let faults = Recipes::with_own(&[("shop.yaml".to_owned(), text)]).expect_err("it is faulty");
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].file.as_str(), faults[0].line), ("shop.yaml", line), "{}", faults[0].shown);
    }
}

#[test]
fn a_pattern_that_begins_with_a_slash_is_of_the_whole_path() {
    let recipe = SHOP.replace("**/commandes*.csv", "/*example-shop*");
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe)]).expect("it is sound");
    let company = |member: &str| {
        let bytes = zip_of(&[(member, b"a,b\n1,2\n".as_slice()), ("other.csv", b"c\n3\n")]);
        let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
        read(&archive, &recipes, &Options::default(), &|_| ()).company.map(|company| company.id)
    };
    assert_eq!(company("Example-Shop_orders.csv").as_deref(), Some("example-shop"));
    assert_eq!(company("inbox/example-shop_1.csv"), None, "a message about a shop is none of its own");
}

#[test]
fn names_decide_before_content_and_weak_signs_need_company() {
    let one = read_file(
        "answer.zip",
        zip_of(&[("Profil.csv", "Nom,Courriel\nCamille,c@example.org\n".as_bytes())]),
    );
    assert_eq!(one.company, None);
    let two = read_file(
        "answer.zip",
        zip_of(&[
            ("Profil.csv", "Nom,Courriel,Bio,Genre\nCamille,c@example.org,,\n".as_bytes()),
            ("Historique de connexion.csv", b"x\n"),
        ]),
    );
    let company = two.company.expect("two weak signs are enough where a layout is known");
    assert_eq!((company.id.as_str(), company.confidence), ("temu", 80));
    assert_eq!(company.evidence, ["Historique de connexion.csv", "Profil.csv"]);
    let others = read_file(
        "answer.zip",
        zip_of(&[
            ("Profil.csv", "Prénom;Ville\nCamille;Lyon\n".as_bytes()),
            ("Historique de connexion.csv", "Jour;Appareil\n2024-01-05;Pixel 6\n".as_bytes()),
        ]),
    );
    assert_eq!(others.company, None, "two names that any company may choose, over tables of another");
}

#[test]
fn a_lone_file_without_a_telling_name_is_recognised_by_its_header() {
    let text = "\"Amazon Audiences in which you are included\"\n\n\"In-Market:Lamps\"\n";
    let answer = read_file("download.csv", text);
    assert_eq!(answer.company.expect("recognised").id, "amazon");
}

#[test]
fn the_users_word_is_final() {
    let options = Options { company: Some("amazon-fr".to_owned()), ..Options::default() };
    let bytes = zip_of(&[(
        "Advertising.OptOut.csv",
        b"Interest based ads opt out setting per marketplace\n\nFR:Not OptedOut\n",
    )]);
    let answer = read_with("answer.zip", bytes, &options).expect("it opens");
    assert_eq!(answer.accounts[0].state, State::Mapped);
    let company = answer.company.expect("said");
    assert_eq!((company.id.as_str(), company.confidence), ("amazon-fr", 100));
    let options = Options { company: Some("example-shop".to_owned()), ..Options::default() };
    let answer = read_with("answer.zip", zip_of(&[("Advertising.OptOut.csv", b"a\n1\n")]), &options)
        .expect("it opens");
    assert_eq!(answer.accounts[0].state, State::Generic);
    assert_eq!(answer.company.expect("said").id, "example-shop");
}

#[test]
fn names_match_in_composed_and_decomposed_form() {
    let recipe = SHOP.replace("avis.csv", "Évaluations.csv");
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe)]).expect("it is sound");
    let bytes = zip_of(&[
        ("commandes.csv", b"Date,Article,Montant\n".as_slice()),
        ("E\u{301}valuations.csv", b"note\n5\n"),
    ]);
    let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
    let answer = read(&archive, &recipes, &Options::default(), &|_| ());
    assert_eq!(answer.accounts[1].state, State::Mapped);
}

#[test]
fn every_part_of_the_language_does_what_it_says() {
    let recipe = r#"
company: example-shop
layout: "2025"
learned_from: invented
recognise: { any: [{ glob: "data.json", weight: strong }] }
files:
  - glob: "data.json"
    rows: "/*/events"
    where: [login]
    kind: login
    category: security
    origin: observed
    fields: { at: [login, seen], title: "who" }
    roles: { ip_address: "addresses[*].ip" }
    dates: ["%d.%m.%Y %H:%M"]
    dates_of: { seen: [unix] }
    zone: "+02:00"
    placeholders: ["never seen"]
    transforms: { who: before_comma }
  - glob: "data.json"
    rows: "/*/events"
    kind: note
    category: support
    origin: given
    nothing: ["No data"]
"#
    .replace("kind: note", "kind: message");
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe)]).expect("it is sound");
    let text = r#"{"2025": {"events": [
        {"login": "31.01.2025 10:20", "who": "Camille, at home", "addresses": [{"ip": "192.0.2.1"}, {"ip": "192.0.2.2"}]},
        {"login": "never seen", "seen": "1735689600", "who": "x"},
        {"text": "Bonjour"}]}}"#;
    let archive =
        container::open_bytes("answer.zip", zip_of(&[("data.json", text.as_bytes())]), &Options::default());
    let answer = read(&archive.expect("it opens"), &recipes, &Options::default(), &|_| ());
    let security = &answer.totals.categories[&Category::Security];
    let when = security.first.expect("dated");
    assert_eq!((when.at.to_string(), when.zone), ("2025-01-31 10:20:00".to_owned(), Zone::Offset(120)));
    assert_eq!(security.samples[0].title.as_deref(), Some("Camille"));
    assert_eq!(answer.totals.distinct(Role::IpAddress), 2);
    // A placeholder is no value, so that the row is of the other kind.
    assert_eq!((security.records, answer.totals.categories[&Category::Support].records), (1, 2));
}

#[test]
fn a_sentence_in_place_of_data_is_no_record() {
    let recipe = SHOP.replace("    decimal: \",\"", "    decimal: \",\"\n    nothing: [\"Aucune commande\"]");
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe)]).expect("it is sound");
    let bytes = zip_of(&[(
        "commandes.csv",
        "Date;Article;Montant\nAucune commande pour cette période;;\n".as_bytes(),
    )]);
    let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
    let answer = read(&archive, &recipes, &Options::default(), &|_| ());
    assert_eq!(codes(&answer.accounts[0]), [Code::SaysNothingHeld]);
    assert_eq!((answer.coverage.rows, answer.coverage.records, answer.coverage.rows_as_findings), (1, 0, 1));
}

#[test]
fn a_known_file_with_unknown_columns_is_read_and_said() {
    let recipe = SHOP.replace("    format: csv", "    format: csv\n    headers: [Article, Montant]");
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe)]).expect("it is sound");
    let bytes = zip_of(&[("commandes.csv", b"Date;Produit;Prix\n31/01/2024;Lampe;3\n")]);
    let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
    let answer = read(&archive, &recipes, &Options::default(), &|_| ());
    assert_eq!(answer.accounts[0].state, State::Generic);
    assert_eq!(codes(&answer.accounts[0]), [Code::LayoutUnknown]);
    assert_eq!(answer.coverage.records, 1, "nothing is lost");
}

/// The page in the answer says what a folder is, before what the recipe knows of its names.
#[test]
fn folders_are_known_by_the_page_that_lists_them() {
    let activity = br#"[{"title": "Lampe", "time": "2024-01-31T10:00:00Z"}]"#.as_slice();
    let page = |name: &str| {
        format!(
            "<html><body><div\n data-english-name='MY_ACTIVITY' data-folder-name=\"{name}\">x</div></body></html>"
        )
    };
    for (listed, folder) in
        [("L&#39;aktivit\u{e9}", "L_aktivit\u{e9}"), ("Mon activit\u{e9}", "Mon activit\u{e9}")]
    {
        let file = format!("Takeout/{folder}/Recherche/x.json");
        let answer = read_file(
            "takeout-20240101T000000Z-001.zip",
            zip_of(&[("Takeout/archive_browser.html", page(listed).as_bytes()), (&file, activity)]),
        );
        let account = account(&answer, &file);
        assert_eq!((account.state, account.kind.as_deref()), (State::Mapped, Some("search")), "{folder}");
    }
}
