//! Tests of foreign directories at the boundary of the room `directory`: what becomes of each record, and that the
//! sums hold on anything.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use habeas::directory::check::check;
use habeas::directory::company::{Company, IdDocument, Identifier, Purpose, Status};
use habeas::directory::external::{Gathered, Imported, Origin, address_changes, cnil, datenanfragen, sites};
use habeas::directory::value::Kind;
use habeas::finding::Finding;
use habeas::import::Options;
use habeas::import::container::{Archive, open, open_bytes};
use habeas::import::rows::{self, Rows};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use serde_json::{Value, json};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/directory").join(name)
}

fn document(name: &str) -> Value {
    let text = fs::read_to_string(fixture(name)).expect("the fixture is there");
    serde_json::from_str(&text).expect("the fixture is JSON")
}

fn archive(name: &str) -> Archive {
    open(&[fixture(name)], &Options::default()).expect("the fixture opens")
}

/// Every company and withdrawn record of the fixture, in the order of the files.
fn records() -> Gathered {
    let mut collector = datenanfragen::Collector::new(today());
    let archive = archive("datenanfragen");
    for member in archive.members.iter().filter(|member| member.path.ends_with(".json")) {
        let bytes = rows::bytes(member, &archive, &Options::default(), 1 << 20).expect("readable");
        if let Ok(document) = serde_json::from_slice::<Value>(&bytes) {
            collector.add(&member.path, &document);
        }
    }
    collector.finish()
}

/// The register of the fixture, through the reader of archives.
fn register() -> Gathered {
    register_in(&archive("cnil"))
}

fn register_in(archive: &Archive) -> Gathered {
    struct Register(cnil::Collector);
    impl Rows for Register {
        fn columns(&mut self, columns: &[String]) -> bool {
            cnil::recognise(columns)
        }
        fn row(&mut self, row: u64, cells: &[(&str, &str)]) -> bool {
            self.0.row(row, cells)
        }
        fn lost(&mut self, finding: Finding) {
            self.0.reject(finding);
        }
        fn noticed(&mut self, finding: Finding) {
            unreachable!("a sound file: {finding:?}");
        }
    }
    let member = archive.members.first().expect("one file");
    let mut register = Register(cnil::Collector::new("cnil.csv", today()));
    assert_eq!(rows::read(member, archive, &Options::default(), &mut register), Ok(true));
    register.0.finish()
}

fn list(origin: Origin) -> Gathered {
    let document = document(&format!("{origin}/sites.json"));
    assert_eq!(sites::recognise(&document), Some(origin));
    sites::gather(&document, origin, "sites.json", today())
}

fn assert_sums(gathered: &Gathered) {
    let sum = gathered.records.len() as u64 + gathered.merged + gathered.rejected.len() as u64;
    assert_eq!(gathered.seen, sum, "seen = imported + merged + rejected");
}

fn by_id(gathered: &Gathered) -> BTreeMap<&str, &Imported> {
    gathered.records.iter().map(|record| (record.company.id.as_str(), record)).collect()
}

fn said(findings: &[Finding]) -> Vec<String> {
    let mut said: Vec<String> =
        findings.iter().map(|finding| format!("{} {}", finding.place, finding.code.id())).collect();
    said.sort();
    said
}

fn company(record: &Imported) -> Company {
    record.to_company("imported").expect("a record is a company")
}

#[test]
fn each_record_of_datenanfragen_is_imported_merged_or_rejected_with_its_reason() {
    let gathered = records();
    assert_sums(&gathered);
    assert_eq!(
        by_id(&gathered).keys().copied().collect::<Vec<_>>(),
        ["beispiel-versand", "boutique-exemple", "everywhere-ads"]
    );
    assert_eq!(
        said(&gathered.rejected),
        [
            "companies/again.json record-twice",
            "companies/no-name.json field-missing",
            "companies/scraped-shop.json record-scraped",
            "companies/two-lines.json control-character",
            "obsolete-records/closed-shop.json record-withdrawn",
        ]
    );
    assert_eq!(
        said(&gathered.notes),
        [
            "companies/boutique-exemple.json template-ignored",
            "companies/everywhere-ads.json bad-url",
            "companies/everywhere-ads.json mixed-script",
        ]
    );
}

#[test]
fn a_record_of_datenanfragen_keeps_what_a_letter_needs() {
    let gathered = records();
    let versand = by_id(&gathered)["beispiel-versand"];
    assert_eq!(
        versand.company.name, "Beispiel Versand GmbH",
        "a file under another name takes nobody's place"
    );
    assert_eq!(versand.company.formerly, ["alter-versand"]);
    let found = company(versand);
    assert_eq!(found.country(), Some("DE"));
    assert_eq!(&*found.contact(Kind::Post).expect("there").value.value, "Musterweg 1\n01234 Musterstadt");
    assert_eq!(found.identify_by, [Identifier::Name, Identifier::Email, Identifier::CustomerNumber]);
    assert!(found.brands.contains(&"versand.example".to_owned()), "{:?}", found.brands);
    let boutique = company(by_id(&gathered)["boutique-exemple"]);
    assert_eq!(
        boutique.first_contact().expect("there").kind(),
        Kind::Post,
        "the medium it suggests goes first"
    );
    assert_eq!(boutique.id_document, IdDocument::Yes);
    let ads = company(by_id(&gathered)["everywhere-ads"]);
    assert!(ads.contact(Kind::Email).is_none(), "a look-alike mailbox is left out");
    assert!(ads.contact(Kind::Form).is_none(), "nothing is typed into a page without https");
}

#[test]
fn packs_and_authorities_are_no_companies() {
    let mut collector = datenanfragen::Collector::new(today());
    for name in ["company-packs/all.json", "supervisory-authorities/example.json"] {
        assert!(!collector.add(name, &document(&format!("datenanfragen/{name}"))), "{name}");
    }
    assert_eq!(collector.finish().seen, 0);
}

#[test]
fn a_circle_of_redirects_ends() {
    let mut collector = datenanfragen::Collector::new(today());
    for (from, to) in [("one", "two"), ("two", "one")] {
        let record = json!({ "slug": from, "name": from, "redirect-to": to, "quality": "obsolete" });
        assert!(collector.add(&format!("obsolete-records/{from}.json"), &record));
    }
    let gathered = collector.finish();
    assert_sums(&gathered);
    assert_eq!(gathered.rejected.len(), 2);
}

#[test]
fn pages_for_deletion_and_export_are_told_apart_and_home_pages_left_out() {
    let (deletions, exports) = (list(Origin::JustDeleteMe), list(Origin::JustGetMyData));
    assert_sums(&deletions);
    assert_sums(&exports);
    assert_eq!(said(&deletions.rejected), ["sites.json:/1 nothing-to-keep", "sites.json:/4 bad-url"]);
    assert_eq!(said(&exports.rejected), ["sites.json:/2 nothing-to-keep", "sites.json:/3 control-character"]);
    let purposes = |gathered: &Gathered| -> Vec<Purpose> {
        company(by_id(gathered)["exemple-video"]).contacts.iter().map(|contact| contact.purpose).collect()
    };
    assert_eq!(purposes(&deletions), [Purpose::Erasure; 2]);
    assert_eq!(
        purposes(&exports),
        [Purpose::Export; 3],
        "the page for French readers first; a second entry is merged"
    );
    let video = company(by_id(&deletions)["exemple-video"]);
    assert_eq!(&*video.contacts[0].value.value, "https://video.example/fr/compte/supprimer");
    assert_eq!(video.status, Status::Incomplete, "a page for deletion takes no request");
}

#[test]
fn the_register_keeps_the_latest_designation_and_a_mailbox_of_a_function() {
    let gathered = register();
    assert_sums(&gathered);
    assert_eq!((gathered.seen, gathered.merged), (8, 2));
    assert_eq!(said(&gathered.rejected), ["cnil.csv:6 bad-siren", "cnil.csv:7 field-missing"]);
    let records = by_id(&gathered);
    let societe = company(records["siren-900000019"]);
    assert_eq!(&*societe.contact(Kind::Email).expect("there").value.value, "dpo@societe.example");
    assert_eq!(
        &*societe.contact(Kind::Post).expect("there").value.value,
        "1 rue de l’Essai\nBâtiment B\n01000 BOURG",
        "a line break in a cell is one, and the postcode has its zero again"
    );
    let firm = company(records["siren-900000027"]);
    assert!(firm.contact(Kind::Email).is_none(), "the word null is no mailbox");
    assert_eq!(
        &*firm.contact(Kind::Post).expect("there").value.value,
        "CABINET MODELE\n2 avenue du Modèle\n75000 PARIS"
    );
    assert!(firm.contact(Kind::Form).is_none(), "a home page is no form");
    assert!(records.contains_key("siren-000000034"), "zeros in front may have been lost");
    let kept = serde_json::to_string(&gathered.records).expect("JSON");
    assert!(!kept.contains("99 00 00 00"), "telephone numbers are not kept");
}

#[test]
fn an_older_register_in_the_encoding_of_windows_reads_alike() {
    let text =
        fs::read_to_string(fixture("cnil/opencnil-organismes-avec-dpo.csv")).expect("the fixture is there");
    let byte = |character: char| match character {
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).expect("Latin-1"),
    };
    let bytes: Vec<u8> = text.trim_start_matches('\u{feff}').chars().map(byte).collect();
    let archive = open_bytes("cnil.csv", bytes, &Options::default()).expect("it opens");
    assert_eq!(register_in(&archive).records, register().records);
}

#[test]
fn a_mailbox_of_a_function_goes_before_that_of_a_person() {
    let row = |email: &'static str| {
        [
            ("SIREN organisme désignant", "900000019"),
            ("Nom organisme désignant", "SOCIETE EXEMPLE"),
            ("Date de la désignation", "01/02/2024"),
            ("Moyen contact DPO email", email),
        ]
    };
    for (one, other, kept) in [
        ("cecile.exemple@example.org", "dpo@example.org", "dpo@example.org"),
        ("mesdonnees@example.org", "dominique.dupont@example.org", "mesdonnees@example.org"),
        ("camille@example.org", "service.rgpd@example.org", "service.rgpd@example.org"),
        ("endpoint@example.org", "rgpd-groupe@example.org", "rgpd-groupe@example.org"),
    ] {
        let mut collector = cnil::Collector::new("cnil.csv", today());
        assert!(collector.row(1, &row(one)) && collector.row(2, &row(other)));
        let gathered = collector.finish();
        assert_eq!((gathered.records.len(), gathered.merged), (1, 1));
        assert_eq!(gathered.records[0].company.contacts[0].value, kept);
    }
}

#[test]
fn what_is_imported_passes_the_check_of_the_directory() {
    for gathered in [records(), list(Origin::JustDeleteMe), list(Origin::JustGetMyData), register()] {
        for record in &gathered.records {
            let found = check(&[company(record)], &[], "imported", today());
            let grave: Vec<_> =
                found.iter().filter(|(_, finding)| finding.code.id() != "no-usable-contact").collect();
            assert!(grave.is_empty(), "{}: {grave:?}", record.company.id);
        }
    }
}

#[test]
fn a_record_survives_being_kept() {
    for record in records().records {
        let line = serde_json::to_string(&record).expect("JSON");
        assert!(!line.contains('\n'));
        assert_eq!(serde_json::from_str::<Imported>(&line).expect("the same"), record);
    }
}

#[test]
fn pages_are_joined_by_site_and_never_by_name_alone() {
    let (records, deletions) = (records(), list(Origin::JustDeleteMe));
    let mut boutique = by_id(&records)["boutique-exemple"].clone();
    let page = by_id(&deletions)["boutique-exemple"];
    assert!(boutique.is_about_the_same(page));
    let addresses = boutique.company.contacts.len();
    boutique.add_pages_of(page);
    assert_eq!(boutique.company.contacts.len(), addresses + 1);
    let mut namesake = page.clone();
    namesake.company.brands = vec!["elsewhere.example".to_owned()];
    assert!(!boutique.is_about_the_same(&namesake));
}

#[test]
fn an_address_that_changes_between_two_imports_is_seen() {
    let old = records().records;
    let mut new = old.clone();
    let contact =
        new[0].company.contacts.iter_mut().find(|contact| contact.kind == Kind::Email).expect("there");
    contact.value = "other@elsewhere.example".to_owned();
    new.pop();
    let changes = address_changes(&old, &new);
    assert_eq!(changes.len(), 1, "a record that is gone diverts nothing: {changes:?}");
    assert_eq!(changes[0].new.as_deref(), Some("other@elsewhere.example"));
    assert_eq!(address_changes(&old, &old), []);
}

/// A value that a field of a foreign record may hold.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop_oneof![
            Just("https://a.example/x"),
            Just("a@b.example"),
            Just("de"),
            Just("\u{202e}x"),
            Just("a\r\nb")
        ]
        .prop_map(Value::from),
        prop::collection::vec(any::<String>(), 0..4).prop_map(Value::from),
    ]
}

proptest! {
    #[test]
    fn any_record_is_imported_or_rejected_and_clean(
        field in prop_oneof![
            Just("slug"), Just("name"), Just("address"), Just("email"), Just("webform"), Just("web"), Just("runs"),
            Just("relevant-countries"), Just("categories"), Just("required-elements"), Just("request-language"),
        ],
        value in value(),
    ) {
        let mut record = document("datenanfragen/companies/boutique-exemple.json");
        record[field] = value;
        let mut collector = datenanfragen::Collector::new(today());
        collector.add("companies/boutique-exemple.json", &record);
        let gathered = collector.finish();
        assert_sums(&gathered);
        for record in &gathered.records {
            let grave = check(&[company(record)], &[], "imported", today());
            let grave: Vec<_> = grave.iter().filter(|(_, it)| it.code.id() != "no-usable-contact").collect();
            assert!(grave.is_empty(), "{grave:?}");
        }
    }

    #[test]
    fn any_list_and_any_rows_add_up(
        entries in prop::collection::vec((value(), value(), value()), 0..6),
        cells in prop::collection::vec(any::<String>(), 0..10),
    ) {
        let entries: Vec<Value> = entries
            .into_iter()
            .map(|(name, url, domains)| json!({ "name": name, "url": url, "domains": domains, "difficulty": "easy" }))
            .collect();
        assert_sums(&sites::gather(&Value::from(entries), Origin::JustDeleteMe, "sites.json", today()));
        let names = [
            "SIREN organisme désignant", "Nom organisme désignant", "Moyen contact DPO email",
            "Moyen contact DPO adresse postale", "Moyen contact DPO ville", "Moyen contact DPO url",
        ];
        let mut row: Vec<(&str, &str)> = names.into_iter().zip(cells.iter().map(String::as_str)).collect();
        let mut collector = cnil::Collector::new("cnil.csv", today());
        collector.row(1, &row);
        if let Some(siren) = row.first_mut() {
            siren.1 = "900000019";
        }
        collector.row(2, &row);
        collector.row(3, &row);
        assert_sums(&collector.finish());
    }
}
