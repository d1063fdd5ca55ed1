//! What is known of a company's files is known to the last column, and a change of layout is never silent.

use std::fs;
use std::path::{Path, PathBuf};

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::State;
use habeas::import::record::Role;
use habeas::import::{Options, Recipes, container, read};
use habeas::law::category::{Category, Origin};

use super::page::pdf;
use super::{codes, read_with, recipes, zip_of};

/// A table of the list: its member and its columns.
struct Table {
    member: String,
    columns: Vec<String>,
}

fn tables(company: &str) -> Vec<Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recipe").join(format!("{company}.tsv"));
    let text = fs::read_to_string(path).expect("the list is there");
    let table = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        Table { member: cells.next().expect("a member"), columns: cells.collect() }
    };
    text.lines().filter(|line| !line.starts_with('#')).map(table).collect()
}

impl Table {
    /// Reads it alone, with one row, as the company's.
    fn read(&self, company: &str, columns: &[String]) -> Answer {
        let quoted = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| format!("\"{}\"", text.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
        };
        let header = quoted(&mut columns.iter().cloned());
        let row = quoted(&mut (0..columns.len()).map(|number| format!("word {number}")));
        let bytes = zip_of(&[(self.member.as_str(), format!("{header}\n{row}\n").as_bytes())]);
        let options = Options { company: Some(company.to_owned()), ..Options::default() };
        read_with("answer.zip", bytes, &options).expect("it opens")
    }
}

#[test]
fn every_table_and_column_of_amazon_is_known() {
    let tables = tables("amazon");
    assert_eq!(tables.len(), 81);
    for table in tables {
        let answer = table.read("amazon", &table.columns);
        let account = &answer.accounts[0];
        assert_eq!(account.state, State::Mapped, "{}", table.member);
        let strange = [Code::LayoutDrift, Code::LayoutUnknown];
        assert!(!codes(account).iter().any(|code| strange.contains(code)), "{:?}", account.findings);
    }
}

#[test]
fn a_column_that_goes_is_noticed() {
    for table in tables("amazon") {
        for gone in 0..table.columns.len().min(6) {
            let mut columns = table.columns.clone();
            let name = columns.remove(gone);
            if columns.is_empty() || name == "Title" {
                continue;
            }
            let answer = table.read("amazon", &columns);
            let account = &answer.accounts[0];
            let noticed = codes(account).into_iter().any(|code| {
                code == Code::LayoutDrift && account.state == State::Mapped
                    || code == Code::LayoutUnknown && account.state == State::Generic
            });
            assert!(noticed, "{} without {name}: {:?} {:?}", table.member, account.state, account.findings);
            assert_eq!(answer.coverage.records, 1);
        }
    }
}

#[test]
fn folders_capitals_and_marks_at_the_beginning_change_nothing() {
    let folder = fixtures().join("amazon/whole-2022/answer");
    let mut members = Vec::new();
    collect(&folder, "", &mut members);
    let plain = read_all(&members);
    assert_eq!(plain.company.as_ref().map(|company| company.id.as_str()), Some("amazon"));
    assert_eq!(plain.coverage.generic, 0, "{:?}", generic(&plain));

    let renamed = members.iter().map(|(name, bytes)| (format!("Mes données/2022/{name}"), bytes.clone()));
    let capitals = members.iter().map(|(name, bytes)| (name.to_uppercase(), bytes.clone()));
    let mark = "\u{feff}".as_bytes();
    let marked = members.iter().map(|(name, bytes)| {
        let is_marked = bytes.starts_with(mark) || !name.ends_with(".csv");
        (name.clone(), if is_marked { bytes.clone() } else { [mark, bytes].concat() })
    });
    for (dress, members) in [
        ("renamed", renamed.collect::<Vec<_>>()),
        ("capitals", capitals.collect()),
        ("marked", marked.collect()),
    ] {
        let answer = read_all(&members);
        assert_eq!(answer.company.as_ref().map(|company| company.id.as_str()), Some("amazon"), "{dress}");
        assert_eq!(answer.coverage.mapped, plain.coverage.mapped, "{dress}: {:?}", generic(&answer));
        assert_eq!(answer.coverage.records, plain.coverage.records, "{dress}");
        assert_eq!(answer.totals.origins(), plain.totals.origins(), "{dress}");
    }
}

#[test]
fn audiences_are_the_inferences_and_nothing_else() {
    for case in ["whole-2022", "whole-2024"] {
        let folder = fixtures().join("amazon").join(case).join("answer");
        let mut members = Vec::new();
        collect(&folder, "", &mut members);
        let answer = read_all(&members);
        let of = |file: &str| {
            let text = members.iter().filter(|(name, _)| name.ends_with(file));
            let mut values: Vec<String> = text
                .flat_map(|(_, bytes)| {
                    let text = String::from_utf8(bytes.clone()).expect("text");
                    let rows = text.lines().skip(1).map(|line| line.trim_matches('"').to_owned());
                    rows.filter(|line| !line.is_empty()).collect::<Vec<_>>()
                })
                .collect();
            values.sort();
            values.dedup();
            values
        };
        let mut audiences = of("Advertising.3PAudiences.csv");
        audiences.extend(of("Advertising.AmazonAudiences.csv"));
        audiences.sort();
        audiences.dedup();
        let list = |role: Role| -> Vec<String> {
            answer
                .totals
                .lists
                .get(&role)
                .map(|list| list.entries.keys().cloned().collect())
                .unwrap_or_default()
        };
        assert_eq!(list(Role::Inference), audiences, "{case}");
        for advertiser in of("Advertising.AdvertiserAudiences.csv") {
            assert!(list(Role::Recipient).contains(&advertiser), "{case}: {advertiser}");
        }
        let origins = &answer.totals.categories[&Category::Inferences].origins;
        assert_eq!(origins.get(&Origin::Obtained), Some(&(of("Advertising.3PAudiences.csv").len() as u64)));
    }
}

/// How Amazon came by each of its tables: what it concluded, and what others brought, is these and nothing else.
#[test]
fn of_the_tables_of_amazon_these_are_concluded_and_these_come_from_others() {
    // Switches a person set, where nothing concluded stands in the table, and events with counters beside them are neither.
    let told = [
        ("Advertising.3PAudiences", Origin::Obtained),
        ("Advertising.AdvertiserAudiences", Origin::Obtained),
        ("Advertising.AmazonAudiences", Origin::Inferred),
        ("CustomerTitleRelevanceRecommendations", Origin::Inferred),
        ("Digital.PrimeVideo.ViewCounts", Origin::Inferred),
        ("CommunityContentContributionEligibility", Origin::Inferred),
    ];
    for table in tables("amazon") {
        let answer = table.read("amazon", &table.columns);
        let found: Vec<Origin> = answer.totals.origins().keys().copied().collect();
        let own = told.iter().find(|(name, _)| table.member.contains(name)).map(|(_, origin)| *origin);
        match own {
            Some(origin) => assert_eq!(found, [origin], "{}", table.member),
            None => assert!(
                matches!(found.as_slice(), [Origin::Given | Origin::Observed]),
                "{}: {found:?}",
                table.member
            ),
        }
    }
}

/// In the four languages whose labels are in the recipe, with the values beside them.
#[test]
fn documents_of_amazon_are_read_by_their_labels_in_every_language() {
    let documents: &[(&str, Category, &[&str])] = &[
        (
            "Retail.Addresses",
            Category::Address,
            &["Label", "Name", "Postal Code", "Country Code", "Creation Date"],
        ),
        ("Retail.CustomerAttributes", Category::Identity, &["Gender"]),
        (
            "Retail.CustomerContacts",
            Category::Contact,
            &[
                "Communication Medium",
                "Email",
                "Is Verified",
                "Date Verified",
                "Country Code",
                "Local Phone Number",
            ],
        ),
        (
            "Retail.Household",
            Category::Others,
            &["Status", "Household Creation Date", "Member Information", "Member Name", "Email"],
        ),
    ];
    let synonyms: Vec<(&str, &[String])> = recipes().synonyms_of("amazon").collect();
    let escape = |text: &str| {
        text.replace('é', "\\310").replace('ä', "\\311").replace('è', "\\312").replace('à', "\\313")
    };
    for (name, category, labels) in documents {
        for language in 0..4_usize {
            let translated = |label: &str| {
                let others = synonyms.iter().find(|(column, _)| *column == label).map(|(_, others)| *others);
                let other = others.and_then(|others| others.get(language.checked_sub(1)?));
                other.map_or_else(|| label.to_owned(), String::clone)
            };
            let lines = (0_u32..).zip(*labels).map(|(line, label)| {
                let y = 750 - 20 * line;
                let value = if label.contains("Date") { "2024-01-31" } else { "exemple" };
                let label = escape(&translated(label));
                format!("/F 10 Tf 1 0 0 1 50 {y} Tm ({label}:) Tj 1 0 0 1 300 {y} Tm ({value}) Tj ")
            });
            let document = pdf(&[lines.collect::<String>()]);
            let member = format!("{name}/{name}.pdf");
            let options = Options { company: Some("amazon".to_owned()), ..Options::default() };
            let answer =
                read_with("answer.zip", zip_of(&[(member.as_str(), &document)]), &options).expect("it opens");
            let account = &answer.accounts[0];
            assert_eq!(account.state, State::Mapped, "{name} {language}");
            assert_eq!(codes(account), [], "{name} {language}: {:?}", account.findings);
            let held = &answer.totals.categories[category];
            assert_eq!(held.records, 1, "{name} {language}");
            assert_eq!(
                held.first.is_some(),
                labels.iter().any(|it| it.contains("Date")),
                "{name} {language}"
            );
            assert!(held.samples[0].title.is_some(), "{name} {language}");
            assert_eq!(answer.totals.others > 0, *name == "Retail.Household", "{name} {language}");
        }
    }
}

#[test]
fn synonyms_stand_for_columns_in_another_language() {
    let recipe = r#"
company: example-shop
layout: "2025"
learned_from: invented
recognise: { any: [{ glob: "orders.csv", weight: strong }] }
synonyms: { "Order Date": ["Date de commande", Bestelldatum], Total: [Montant] }
files:
  - glob: "orders.csv"
    headers: ["Order Date"]
    kind: order
    category: purchases
    origin: observed
    fields: { at: "Order Date", amount: Total }
    dates: [iso]
    columns: ["Order Date", Total]
"#;
    let recipes = Recipes::with_own(&[("shop.yaml".to_owned(), recipe.to_owned())]).expect("it is sound");
    for header in ["Order Date,Total", "DATE DE COMMANDE,Montant", "Bestelldatum,total"] {
        let bytes = zip_of(&[("orders.csv", format!("{header}\n2025-01-31,12.50\n").as_bytes())]);
        let archive = container::open_bytes("answer.zip", bytes, &Options::default()).expect("it opens");
        let answer = read(&archive, &recipes, &Options::default(), &|_| ());
        assert_eq!(codes(&answer.accounts[0]), [], "{header}");
        let purchases = &answer.totals.categories[&Category::Purchases];
        assert_eq!(purchases.amounts[""].total.to_string(), "12.50");
        assert_eq!(purchases.first.expect("dated").date().to_string(), "2025-01-31");
    }
}

fn read_all(members: &[(String, Vec<u8>)]) -> Answer {
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let archive =
        container::open_bytes("answer.zip", zip_of(&members), &Options::default()).expect("it opens");
    let answer = read(&archive, recipes(), &Options::default(), &|_| ());
    assert!(answer.coverage.adds_up());
    answer
}

fn generic(answer: &Answer) -> Vec<&str> {
    let generic = answer.accounts.iter().filter(|account| account.state == State::Generic);
    generic.map(|account| account.path.as_str()).collect()
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let entries = fs::read_dir(folder).expect("the fixture is there");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().expect("it has a name").to_string_lossy();
        let name = if prefix.is_empty() { name.into_owned() } else { format!("{prefix}/{name}") };
        if path.is_dir() {
            collect(&path, &name, files);
        } else {
            files.push((name, fs::read(&path).expect("the fixture is there")));
        }
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}
