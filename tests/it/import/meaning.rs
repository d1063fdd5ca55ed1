//! What the columns mean: how a company came by each kind of thing, and what a person can read out of an answer.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use habeas::import::answer::Answer;
use habeas::import::container;
use habeas::import::record::Role;
use habeas::import::totals::CategoryTotals;
use habeas::import::{Certainty, Options, Recipes, read, visit_in_order};
use habeas::law::category::{Category, Origin};
use habeas::report::model::Report;
use habeas::report::{html, text};
use habeas::wording::Language;
use serde_json::Value;

use super::company::answer_of_case;
use super::{recipes, zip_of};
use crate::report::sample;

/// How a company comes by a kind of thing. Kinds that come in more ways than one are in [`SEVERAL`].
const ORIGINS: &[(Origin, &[&str])] = &[
    (
        Origin::Given,
        &[
            "address",
            "annotation",
            "answer",
            "calendar",
            "communication-preference",
            "consent",
            "contact",
            "feedback",
            "household-member",
            "list",
            "list-item",
            "listing",
            "opt-out",
            "payment-instrument",
            "photo",
            "preference",
            "question",
            "review",
            "setting",
            "survey-answer",
            "watchlist-item",
            "wished-item",
        ],
    ),
    (
        Origin::Observed,
        &[
            "ad-click",
            "app-install",
            "authentication",
            "basket-item",
            "benefit",
            "billing",
            "country",
            "delivery-photo",
            "device",
            "discount",
            "driver-activity",
            "entitlement",
            "invoice",
            "library-item",
            "linked-account",
            "listening",
            "login",
            "login-session",
            "membership-event",
            "message",
            "notification",
            "notification-event",
            "order",
            "order-details",
            "payment",
            "permission",
            "playback",
            "promotion",
            "purchase",
            "purchase-line",
            "reaction",
            "refund",
            "rental",
            "return",
            "search",
            "search-metric",
            "subscription-event",
            "support-contact",
            "trip",
        ],
    ),
    (Origin::Inferred, &["counter", "eligibility", "recommendation", "segment"]),
    (Origin::Obtained, &["advertiser-list", "rating-received", "third-party-segment"]),
];

/// Kinds of which some were given and some made by the company: an account that was filled in and one that was kept, a
/// place that was saved and one that was guessed, a
/// visit to its own pages and one that others told it of; and lines of which no more is known.
const SEVERAL: &[&str] =
    &["account", "alert", "assistant", "location", "profile", "reading", "row", "subscription", "visit"];

#[test]
fn every_kind_has_the_origin_of_its_kind() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/recipes");
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the recipes are there") {
        let path = entry.expect("it can be listed").path();
        let written = fs::read_to_string(&path).expect("it is readable");
        let recipe: Value = serde_yaml::from_str(&written).expect("it is sound");
        for file in recipe.get("files").and_then(Value::as_array).into_iter().flatten() {
            let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (kind, origin) = (text("kind"), text("origin"));
            *seen.entry(kind.clone()).or_default() += 1;
            let own = ORIGINS.iter().find(|(_, kinds)| kinds.contains(&kind.as_str()));
            match own {
                Some((own, _)) => assert_eq!(origin, own.id(), "{}: {kind}", path.display()),
                None => assert!(SEVERAL.contains(&kind.as_str()), "{}: {kind} {origin}", path.display()),
            }
            // What a company concluded is a conclusion wherever it stands.
            if text("category") == Category::Inferences.id() {
                assert!(["inferred", "obtained"].contains(&origin.as_str()), "{}: {kind}", path.display());
            }
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
}

/// What a person can read out of an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reads {
    /// What was bought, dated and summed, in a currency (nothing where the answer gives none).
    Bought(&'static str),
    /// Records of a category, so many.
    Holds(Category, u64),
    /// An entry of a list.
    Names(Role, &'static str),
    /// Records about other people.
    Others,
}

use Reads::{Bought, Holds, Names, Others};

const READS: &[(&str, &[Reads])] = &[
    (
        "amazon/first",
        &[
            Bought("EUR"),
            Names(Role::Inference, "In-Market:Office Products, Lamps"),
            Names(Role::Inference, "Demographics:Tranche d'âge :25-34"),
            Names(Role::Recipient, "Example Insurance, Inc."),
            Names(Role::Recipient, "Example Motors"),
        ],
    ),
    (
        "amazon/whole-2026",
        &[
            Bought("EUR"),
            Holds(Category::Basket, 1),
            Holds(Category::Returns, 1),
            Holds(Category::Search, 1),
            Holds(Category::Browsing, 1),
            Holds(Category::Device, 1),
            Holds(Category::Media, 2),
            Names(Role::IpAddress, "192.0.2.40"),
            Names(Role::IpAddress, "192.0.2.41"),
            Names(Role::Query, "lampe"),
            Names(Role::Device, "Example Speaker 3"),
            Others,
        ],
    ),
    (
        "aliexpress/first",
        &[Holds(Category::Address, 1), Holds(Category::Reviews, 2), Holds(Category::Returns, 1)],
    ),
    ("temu/first", &[Holds(Category::Security, 2), Holds(Category::Address, 1)]),
    ("carrefour/first", &[Bought("EUR")]),
    // The dates of its purchases stand in lines of their own.
    ("ikea/first", &[Holds(Category::Purchases, 2), Names(Role::Identifier, "0000000001")]),
    ("tesco/earlier", &[Bought("GBP")]),
    ("tesco/later", &[Bought("GBP")]),
    (
        "shopify/first",
        &[
            Bought("EUR"),
            Holds(Category::Identity, 1),
            Names(Role::Inference, "VIP, retours fréquents"),
            Names(Role::Inference, "Low"),
            Names(Role::Inference, "Cliente difficile"),
        ],
    ),
    // Two tables in the writing of French offices, and a letter.
    (
        "cdiscount/tables-and-letter",
        &[Bought("EUR"), Holds(Category::Purchases, 2), Holds(Category::Support, 2)],
    ),
    (
        "la-redoute/tables-and-letter",
        &[
            Bought("EUR"),
            Holds(Category::Purchases, 2),
            Names(Role::Inference, "Éligible paiement en plusieurs fois"),
        ],
    ),
    ("fnac/tables-and-letter", &[Bought("EUR"), Holds(Category::Purchases, 2), Holds(Category::Loyalty, 2)]),
    (
        "ebay/tables-and-letter",
        &[Bought("EUR"), Holds(Category::Security, 2), Names(Role::IpAddress, "192.0.2.20")],
    ),
    // One workbook with French headings.
    ("sarenza/first", &[Bought("EUR"), Holds(Category::Identity, 1), Holds(Category::Returns, 1)]),
    (
        "darty/workbook",
        &[
            Bought("EUR"),
            Holds(Category::Identity, 1),
            Holds(Category::Support, 1),
            Names(Role::Inference, "Équipement maison"),
        ],
    ),
    (
        "veepee/workbook",
        &[Bought("EUR"), Holds(Category::Communications, 2), Names(Role::Recipient, "Exemple Régie TV")],
    ),
    // A mail with a table.
    (
        "spartoo/mail",
        &[
            Bought("EUR"),
            Holds(Category::Purchases, 2),
            Holds(Category::Returns, 1),
            Holds(Category::Address, 1),
        ],
    ),
    ("zalando/mail", &[Bought("EUR"), Holds(Category::Purchases, 2), Holds(Category::Address, 1)]),
    ("deliveroo/first", &[Bought("EUR"), Holds(Category::Purchases, 2), Holds(Category::Address, 1)]),
    // Other countries, other forms.
    ("klarna/first", &[Bought("EUR"), Names(Role::Inference, "low risk")]),
    ("lidl/first", &[Holds(Category::Purchases, 2), Holds(Category::Contact, 1)]),
    ("e-leclerc/first", &[Bought("EUR"), Holds(Category::Loyalty, 2)]),
    ("zara/first", &[Bought("EUR"), Holds(Category::Purchases, 2)]),
    ("bershka/first", &[Bought("EUR"), Holds(Category::Communications, 2)]),
    ("hm/first", &[Bought("EUR"), Holds(Category::Loyalty, 1)]),
    ("etsy/first", &[Bought("GBP"), Holds(Category::Basket, 2), Names(Role::Query, "mug handmade")]),
    ("asos/first", &[Bought("GBP"), Holds(Category::Returns, 1)]),
    ("otto-handel/first", &[Bought("EUR"), Holds(Category::Inferences, 1)]),
    ("mediamarkt/first", &[Bought("EUR")]),
    ("bol/first", &[Holds(Category::Purchases, 2), Holds(Category::Search, 1)]),
    ("allegro/first", &[Bought("PLN")]),
    ("auchan/first", &[Bought("EUR")]),
    ("leroy-merlin/first", &[Bought("EUR"), Names(Role::Inference, "Rénovation salle de bains")]),
    ("sncf-connect/first", &[Bought("EUR"), Holds(Category::Others, 2)]),
    ("bolt/first", &[Names(Role::IpAddress, "192.0.2.15"), Names(Role::Device, "Example Phone 1")]),
];

#[test]
fn what_an_answer_says_can_be_read_out_of_it() {
    let mut faults = Vec::new();
    for (case, reads) in READS {
        let answer = answer_of_case(case);
        for it in *reads {
            if !is_read(*it, &answer) {
                faults.push(format!("{case}: {it:?} in {:?}", shown(&answer)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_read(reads: Reads, answer: &Answer) -> bool {
    let totals = &answer.totals;
    match reads {
        Bought(currency) => {
            let bought = totals.categories.get(&Category::Purchases);
            bought.is_some_and(|bought| {
                bought.first.is_some() && bought.amounts.get(currency).is_some_and(|sum| sum.count > 0)
            })
        }
        Holds(category, records) => {
            totals.categories.get(&category).is_some_and(|held| held.records == records)
        }
        Names(role, text) => totals.lists.get(&role).is_some_and(|list| list.entries.contains_key(text)),
        Others => totals.others > 0,
    }
}

fn shown(answer: &Answer) -> Vec<String> {
    let category = |(category, totals): (&Category, &CategoryTotals)| {
        format!("{} {} {:?}", category.id(), totals.records, totals.amounts.keys().collect::<Vec<_>>())
    };
    let lists = answer.totals.lists.iter();
    let lists = lists.map(|(role, list)| format!("{role:?} {:?}", list.entries.keys().collect::<Vec<_>>()));
    answer.totals.categories.iter().map(category).chain(lists).collect()
}

#[test]
fn a_layout_that_many_companies_use_is_read_and_names_none() {
    let table = b"Name,Email,Financial Status,Created at,Total,Currency\n#1,c@example.org,paid,2024-01-02 10:00:00 +0100,12.50,EUR\n";
    let of = |company: Option<&str>| {
        let options = Options { company: company.map(str::to_owned), ..Options::default() };
        let bytes = zip_of(&[("commandes.csv", table.as_slice())]);
        let archive = container::open_bytes("answer.zip", bytes, &options).expect("it opens");
        read(&archive, recipes(), &options, &|_| ())
    };
    let alone = of(None);
    assert_eq!(alone.company, None, "the shop is not said");
    assert_eq!(alone.coverage.mapped, 1);
    let shop = of(Some("ma-boutique"));
    assert_eq!(shop.company.as_ref().map(|company| company.id.as_str()), Some("ma-boutique"));
    assert_eq!(shop.coverage.mapped, 1, "whoever sends it, it is read");
    assert_eq!(shop.totals.categories[&Category::Purchases].amounts["EUR"].total.to_string(), "12.50");
    // Other files of that shop are none of the program's.
    let options = Options { company: Some("ma-boutique".to_owned()), ..Options::default() };
    let bytes = zip_of(&[("fidelite.csv", b"Date,Points\n2024-01-02,3\n".as_slice())]);
    let archive = container::open_bytes("answer.zip", bytes, &options).expect("it opens");
    let other = read(&archive, recipes(), &options, &|_| ());
    assert!(other.accounts[0].findings.is_empty(), "{:?}", other.accounts[0].findings);
}

#[test]
fn a_mail_is_recognised_by_who_sent_it_and_its_table_is_read() {
    let mail = |from: &str| {
        format!(
            "From: {from}\r\nTo: camille@example.org\r\nSubject: Votre demande\r\nDate: Mon, 03 Jun 2024 09:30:00 +0200\r\n\
             Content-Type: text/html; charset=utf-8\r\n\r\n<h2>Commandes</h2><table><tr><th>Commande</th><th>Date</th>\
             <th>Montant</th></tr><tr><td>1</td><td>2024-01-02</td><td>12,50 EUR</td></tr></table>\r\n"
        )
    };
    let recipe = "company: example-shop\nlayout: \"2024\"\nlearned_from: invented\nrecognise: { senders: [example.com] }\n";
    let recipes =
        Recipes::with_own(&[("shop.yaml".to_owned(), recipe.to_owned())]).expect("the recipe is sound");
    let of = |from: &str| {
        let options = Options::default();
        let bytes = mail(from).into_bytes();
        let archive = container::open_bytes("Votre demande.eml", bytes, &options).expect("it opens");
        read(&archive, &recipes, &options, &|_| ())
    };
    let answer = of("Service <dpo@mail.example.com>");
    let company = answer.company.expect("the sender says it");
    assert_eq!((company.id.as_str(), company.evidence), ("example-shop", vec!["@example.com".to_owned()]));
    assert_eq!(answer.totals.categories[&Category::Purchases].records, 1);
    for other in ["dpo@notexample.com", "example.com@example.org"] {
        assert_eq!(of(other).company, None, "{other}");
    }
    // A mailbox with a newsletter among others is no answer of who sent it.
    let in_box = |froms: &[&str]| {
        let letters =
            froms.iter().map(|from| format!("From x Wed Jan 31 10:00:00 2024\r\n{}\r\n\r\n", mail(from)));
        let bytes = letters.collect::<String>().into_bytes();
        let archive = container::open_bytes("mails.mbox", bytes, &Options::default()).expect("it opens");
        read(&archive, &recipes, &Options::default(), &|_| ()).company.map(|company| company.id)
    };
    assert_eq!(in_box(&["news@example.com", "news@shop.example"]), None);
    assert_eq!(in_box(&["dpo@example.com", "camille@example.org"]).as_deref(), Some("example-shop"));
    // A folder of many mails is what a company sent over the years, and its pages are no tables.
    let many: Vec<(String, String)> =
        (0..20).map(|number| (format!("media/{number}.eml"), mail("news@example.org"))).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let answer = super::read_file("answer.zip", zip_of(&many));
    assert_eq!(answer.coverage.members, 20);
}

#[test]
fn the_report_says_how_sure_it_is_what_is_usually_left_out_and_what_the_company_explains() {
    for (language, unsure, lacks) in [
        (
            Language::FRENCH,
            "Aucune réponse de cette entreprise n’est connue",
            "D’habitude omis par cette entreprise",
        ),
        (Language::ENGLISH, "No answer of this company is known", "Usually left out by this company"),
    ] {
        let report = Report::build(&answer_of_case("cdiscount/first"), &sample::context(language));
        assert_eq!(report.recognition.as_ref().and_then(|it| it.certainty), Some(Certainty::Expected));
        for said in [html::render(&report).expect("a page"), text::render(&report, 10_000)] {
            assert!(said.contains(unsure), "{language}");
            assert!(said.contains(lacks), "{language}");
            for lack in &report.gaps.usual {
                let sentence = lack.said(language.code()).replace('\'', "&#x27;");
                assert!(said.contains(lack.said(language.code())) || said.contains(&sentence), "{sentence}");
            }
        }
        assert_eq!(report.gaps.usual.len(), 3);
    }
    let report = Report::build(&answer_of_case("amazon/whole-2026"), &sample::context(Language::FRENCH));
    assert_eq!(report.explained.len(), 3, "{:?}", report.explained);
    let said = text::render(&report, 10_000);
    assert!(said.contains("Ce que l’entreprise dit de ce fichier"), "{said}");
    assert!(said.contains("Searches, with session, device and network address."));
    let shared = report.without_identity(&[], &|_| false);
    assert!(shared.explained.is_empty(), "what names files is not handed on");
}

/// What a shop wrote is a communication with its subject and day; what it says at length stays in the answer, where a search
/// finds it.
#[test]
fn messages_of_a_shop_are_counted_by_subject_and_day_without_their_bodies() {
    let mail = "From: shop@example.org\r\nTo: camille@example.org\r\nSubject: Votre colis\r\n\
                Date: Mon, 03 Jun 2024 09:30:00 +0200\r\n\r\nLe code du portail est introuvable.\r\n";
    let table = "Message Id, Channel, From Address, To Address, Sent Time, Delivery Status, Additional Delivery Message, Message Content\n\
                 1,email,shop@example.org,camille@example.org,Mon Jun 03 09:30:00 UTC 2024,sent,null,Le code du portail est introuvable.\n";
    let metadata = "Retail.OutboundNotifications/datasets/Retail.OutboundNotifications.notificationMetadata/\
                    Retail.OutboundNotifications.notificationMetadata.csv";
    let bytes = zip_of(&[
        ("Retail.OutboundNotifications/media/2024.eml", mail.as_bytes()),
        (metadata, table.as_bytes()),
    ]);
    let options = Options::default();
    let archive = container::open_bytes("answer.zip", bytes, &options).expect("it opens");
    let answer = read(&archive, recipes(), &options, &|_| ());
    assert_eq!(answer.coverage.mapped, 2);
    let written = &answer.totals.categories[&Category::Communications];
    assert_eq!((written.records, written.kinds.get("message")), (2, Some(&2)));
    assert_eq!(written.months.get("2024-06"), Some(&2));
    assert!(written.samples.iter().any(|sample| sample.title.as_deref() == Some("Votre colis")));
    let kept = serde_json::to_string(&answer.totals).expect("it can be written");
    assert!(!kept.contains("portail"), "no body is kept: {kept}");
    let marked = written.samples.iter().flat_map(|sample| &sample.fields).filter(|(_, text)| text == "…");
    assert_eq!(marked.count(), 2, "where one stood is said");
    struct Seen(u64);
    impl habeas::import::Visitor for Seen {
        fn restart(&mut self) {
            self.0 = 0;
        }
        fn record(&mut self, record: &habeas::import::record::Record<'_>) {
            self.0 += u64::from(record.fields.iter().any(|(_, text)| text.contains("portail")));
        }
    }
    let mut seen = Seen(0);
    visit_in_order(&archive, recipes(), &options, &mut seen);
    assert_eq!(seen.0, 2, "who looks into the answer finds them");
}

#[test]
fn a_column_is_explained_where_the_company_explains_it() {
    let orders: &[u8] = b"Order ID,Order Date,ASIN\n1,2024-01-02T00:00:00Z,B000000001\n";
    let explained: &[u8] =
        "File Name,Field Name,Description\nRetail.OrderHistory.csv,ASIN,The number of the item.\nOther.csv,X,Y\n".as_bytes();
    let bytes = zip_of(&[
        ("Retail.OrderHistory.2/Retail.OrderHistory.2.csv", orders),
        ("Kindle.FileDescriptions.csv", explained),
    ]);
    let answer = super::read_file("answer.zip", bytes);
    assert_eq!(answer.explained.len(), 2);
    let report = Report::build(&answer, &sample::context(Language::ENGLISH));
    let columns: Vec<_> = report.explained.iter().map(|it| it.column.as_deref()).collect();
    assert_eq!(columns, [Some("ASIN")], "only files that came are explained");
    assert!(text::render(&report, 10_000).contains("The number of the item."));
}
