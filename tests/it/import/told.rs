//! What an unknown table tells: what was concluded, who has the data, where it came from, and what is none of these.

use habeas::import::answer::Answer;
use habeas::import::record::Role;
use habeas::law::category::{Category, Origin};

use super::{read_file, rows, workbook, zip_of};

/// Returns the entries of a list, in the order of the alphabet.
fn told(answer: &Answer, role: Role) -> Vec<String> {
    let list = answer.totals.lists.get(&role);
    list.map(|list| list.entries.keys().cloned().collect()).unwrap_or_default()
}

#[track_caller]
fn tells(name: &str, text: &str, role: Role, expected: &[&str]) {
    let answer = read_file("answer.zip", zip_of(&[(name, text.as_bytes())]));
    assert_eq!(told(&answer, role), expected, "{role:?} in {name}: {text}");
}

#[test]
fn why_something_was_shared_is_not_who_got_it() {
    let tables: &[(&str, &str)] = &[
        ("recipients.csv", "Company,Purpose\nMeta,advertising\nCriteo,analytics\n"),
        (
            "destinataires.csv",
            "Destinataire;Finalité;Pays;Base légale\nMeta;publicité;Irlande;Consentement\nCriteo;mesure;France;Intérêt légitime\n",
        ),
        (
            "empfaenger.csv",
            "Empfänger;Zweck;Land;Rechtsgrundlage\nMeta;Werbung;Irland;Einwilligung\nCriteo;Messung;Frankreich;Vertrag\n",
        ),
        (
            "destinatarios.csv",
            "Empresa;Finalidad;País;Base jurídica\nMeta;publicidad;Irlanda;Consentimiento\nCriteo;medición;Francia;Contrato\n",
        ),
        (
            "destinatari.csv",
            "Società;Finalità;Paese;Base giuridica\nMeta;pubblicità;Irlanda;Consenso\nCriteo;misura;Francia;Contratto\n",
        ),
        (
            "ontvangers.csv",
            "Bedrijf;Doel;Land;Rechtsgrond\nMeta;advertenties;Ierland;Toestemming\nCriteo;meting;Frankrijk;Contract\n",
        ),
        (
            "odbiorcy.csv",
            "Firma;Cel;Kraj;Podstawa prawna\nMeta;reklama;Irlandia;Zgoda\nCriteo;pomiar;Francja;Umowa\n",
        ),
        (
            "destinatarios_pt.csv",
            "Empresa;Finalidade;País;Base legal\nMeta;publicidade;Irlanda;Consentimento\nCriteo;medição;França;Contrato\n",
        ),
        (
            "sharing.csv",
            "Third party,Data shared,Reason\nMeta,e-mail hash,advertising\nCriteo,cookie number,retargeting\n",
        ),
        ("sous_traitants.csv", "Nom;Pays;Finalité\nMeta;Irlande;publicité\nCriteo;France;mesure\n"),
    ];
    for (name, text) in tables {
        tells(name, text, Role::Recipient, &["Criteo", "Meta"]);
        // Where a company sits is no place of the person's.
        tells(name, text, Role::Location, &[]);
        tells(name, text, Role::Inference, &[]);
    }
}

#[test]
fn short_names_are_names_and_flags_are_none() {
    for (name, column) in [
        ("destinataires.csv", "Destinataire"),
        ("partners.csv", "Partner company"),
        ("empfaenger.csv", "Empfänger"),
        ("destinatarios.csv", "Destinatario"),
        ("ontvangers.csv", "Ontvanger"),
        ("odbiorcy.csv", "Odbiorca"),
    ] {
        tells(
            name,
            &format!("{column};Date\nMeta;25/01/2024\nSnap;26/01/2024\n"),
            Role::Recipient,
            &["Meta", "Snap"],
        );
        tells(name, &format!("{column}\nMeta\n"), Role::Recipient, &["Meta"]);
        for flags in [
            "yes\nno\n",
            "oui\nnon\n",
            "ja\nnein\n",
            "sí\nno\n",
            "sì\nno\n",
            "nee\nja\n",
            "tak\nnie\n",
            "sim\nnão\n",
            "1\n0\n",
            "x\nx\n",
        ] {
            tells(name, &format!("{column}\n{flags}"), Role::Recipient, &[]);
        }
    }
    let five = "Segment\nMum\nRich\nSporty\nGamer\nFoodie\n";
    tells("segments.csv", five, Role::Inference, &["Foodie", "Gamer", "Mum", "Rich", "Sporty"]);
    tells(
        "s.json",
        r#"{"segments":["Mum","Rich","Sporty","Gamer"]}"#,
        Role::Inference,
        &["Gamer", "Mum", "Rich", "Sporty"],
    );
    tells(
        "devices.csv",
        "device,last_seen\niPhone,2024-01-01\niPad,2024-01-03\n",
        Role::Device,
        &["iPad", "iPhone"],
    );
}

#[test]
fn what_says_more_about_a_conclusion_is_no_second_one() {
    tells(
        "segments.csv",
        "Segment,Description,Page\nMum,Has small children,https://example.org/a\nRich,Buys much,https://example.org/b\n",
        Role::Inference,
        &["Mum", "Rich"],
    );
    // Where nothing else names the conclusion, its description does.
    tells(
        "segments.csv",
        "Segment,Beschreibung\n101,Junge Eltern\n102,Vielkäufer\n",
        Role::Inference,
        &["Junge Eltern", "Vielkäufer"],
    );
}

#[test]
fn conclusions_are_found_in_eight_languages_and_named_by_their_column_where_they_are_numbers() {
    let tables: &[(&str, &[&str])] = &[
        (
            "Segment client;Probabilité d'achat;Score de risque\nGold;0,7;512\n",
            &["Gold", "Probabilité d'achat: 0,7", "Score de risque: 512"],
        ),
        (
            "Customer segment;Purchase probability;Predicted churn\nGold;0.7;high\n",
            &["Gold", "Predicted churn: high", "Purchase probability: 0.7"],
        ),
        (
            "Kundensegment;Kaufwahrscheinlichkeit;Bonitätsscore\nGold;0,7;512\n",
            &["Bonitätsscore: 512", "Gold", "Kaufwahrscheinlichkeit: 0,7"],
        ),
        ("Segmento de cliente;Probabilidad de compra\nGold;0,7\n", &["Gold", "Probabilidad de compra: 0,7"]),
        (
            "Segmento;Propensione all'acquisto;Punteggio di rischio\nGold;0,7;512\n",
            &["Gold", "Propensione all'acquisto: 0,7", "Punteggio di rischio: 512"],
        ),
        ("Klantsegment;Koopkans;Risicoscore\nGold;0,7;512\n", &["Gold", "Koopkans: 0,7", "Risicoscore: 512"]),
        (
            "Segment klienta;Prawdopodobieństwo zakupu\nGold;0,7\n",
            &["Gold", "Prawdopodobieństwo zakupu: 0,7"],
        ),
        (
            "Segmento do cliente;Probabilidade de compra\nGold;0,7\n",
            &["Gold", "Probabilidade de compra: 0,7"],
        ),
        (
            "panier_moyen_predit;predicted_gender;churn_score\n45,2;F;0,87\n",
            &["churn score: 0,87", "panier moyen predit: 45,2", "predicted gender: F"],
        ),
    ];
    for (text, expected) in tables {
        tells("k.csv", text, Role::Inference, expected);
    }
    // A score beside the name of a segment is the segment's own, and a game, a rate and an underscore conclude nothing.
    tells("s.csv", "segment,score\nMum,0.8\nRich,0.2\n", Role::Inference, &["Mum", "Rich"]);
    for text in
        ["high_score\n100\n", "interest_rate\n3.5\n", "underscore\nabc\n", "game;highscore\nTetris;100\n"]
    {
        tells("x.csv", text, Role::Inference, &[]);
    }
}

#[test]
fn why_somebody_was_blocked_is_a_conclusion_and_a_note_about_them_is_of_support() {
    let tables = [
        "Motif de blocage;Date;Commentaire interne",
        "Block reason;Date;Internal comment",
        "Sperrgrund;Datum;Interner Kommentar",
        "Motivo de bloqueo;Fecha;Comentario interno",
        "Motivo del blocco;Data;Commento interno",
        "Blokkeerreden;Datum;Interne opmerking",
        "Powód blokady;Data;Komentarz wewnętrzny",
        "Motivo do bloqueio;Data;Comentário interno",
    ];
    for header in tables {
        let answer = read_file("x.csv", format!("{header}\nFraud suspected;25/01/2024;aggressive client\n"));
        assert_eq!(told(&answer, Role::Inference), ["Fraud suspected"], "{header}");
        let found: Vec<Category> = answer.totals.categories.keys().copied().collect();
        assert_eq!(found, [Category::Inferences], "{header}");
        assert_eq!(answer.totals.origins().into_keys().collect::<Vec<_>>(), [Origin::Inferred], "{header}");
    }
    // What somebody of the staff wrote was not worked out by a program: no trace of Art. 15(1)(h).
    for header in
        ["Commentaire interne", "Internal note", "Interne Notiz", "Nota interna", "Notatka wewnętrzna"]
    {
        let answer = read_file("x.csv", format!("id;{header}\n1;called twice\n"));
        assert_eq!(told(&answer, Role::Inference), [""; 0], "{header}");
        assert_eq!(
            answer.totals.categories.keys().copied().collect::<Vec<_>>(),
            [Category::Support],
            "{header}"
        );
    }
    let review = read_file("avis.csv", "Produit;Note;Commentaire\nLampe;5;Super\n");
    assert_eq!(review.totals.categories.keys().copied().collect::<Vec<_>>(), [Category::Reviews]);
}

#[test]
fn where_data_came_from_is_a_source() {
    let tables = [
        ("sources.csv", "Source;Données obtenues;Date"),
        ("x.csv", "Data source;Data obtained;Date"),
        ("herkunft.csv", "Datenquelle;Erhaltene Daten;Datum"),
        ("fuentes.csv", "Fuente;Datos obtenidos;Fecha"),
        ("fonti.csv", "Fonte;Dati ottenuti;Data"),
        ("bronnen.csv", "Bron;Verkregen gegevens;Datum"),
        ("zrodla.csv", "Źródło;Pozyskane dane;Data"),
        ("fontes.csv", "Fonte;Dados obtidos;Data"),
    ];
    for (name, header) in tables {
        let text = format!("{header}\nAcxiom;estimated income;25/01/2024\nLa Poste;address;26/01/2024\n");
        tells(name, &text, Role::Source, &["Acxiom", "La Poste"]);
        tells(name, &text, Role::Recipient, &[]);
    }
    // Where a visit came from is no source of data.
    tells("visits.csv", "Page,Source\n/a,google\n", Role::Source, &[]);
}

#[test]
fn a_list_within_a_person_names_what_it_lists() {
    let text = r#"{"client":{"prenom":"Zoé","nom":"Roche","partenaires":[{"nom":"Criteo SA","finalite":"publicité"}],
        "data_recipients":[{"company":"Teads"}],"segments":[{"name":"Rich"}],"data_sources":[{"name":"Acxiom"}],
        "personne_a_charge":[{"prenom":"Léo","nom":"Roche","age":7}]}}"#;
    tells("profil.json", text, Role::Recipient, &["Criteo SA", "Teads"]);
    tells("profil.json", text, Role::Inference, &["Rich"]);
    tells("profil.json", text, Role::Source, &["Acxiom"]);
    assert_eq!(read_file("profil.json", text).totals.others, 1);
    // The same, of several people: lists are within their rows.
    let text =
        r#"[{"email":"a@example.org","partners":[{"name":"Teads","role":"ads"}]},{"email":"b@example.org"}]"#;
    tells("people.json", text, Role::Recipient, &["Teads"]);
}

#[test]
fn the_children_and_dependants_of_a_person_are_other_people() {
    for column in [
        "prénom enfant",
        "Child name",
        "Vorname des Kindes",
        "Nombre del hijo",
        "Nome del figlio",
        "Naam kind",
        "Imię dziecka",
        "Nome do filho",
        "Personne à charge",
        "Dependants",
        "Ehepartner",
        "Cónyuge",
        "Coniuge",
        "Gezinslid",
        "Osoba na utrzymaniu",
        "Dependentes",
    ] {
        let answer = read_file("x.csv", format!("{column},q\nHugo,1\n"));
        assert_eq!(answer.totals.others, 1, "{column}");
    }
}

#[test]
fn addresses_of_the_internet_are_found_in_every_form() {
    let table = |texts: &[&str]| {
        let rows: Vec<String> = texts.iter().map(|text| format!("2024-01-05T10:00:00Z;{text}\n")).collect();
        format!("login at;ip address\n{}", rows.concat())
    };
    let cases: &[(&[&str], &[&str])] = &[
        (&["192.0.2.1", "192.0.2.1", "192.0.2.1:443"], &["192.0.2.1"]),
        (&["192.0.2.1", "192.0.2.2, 198.51.100.7"], &["192.0.2.1", "192.0.2.2", "198.51.100.7"]),
        (&["192.0.2.1", "192.0.2.xxx", "unknown"], &["192.0.2.1", "192.0.2.xxx"]),
        (&["192.0.2.0/24", "192.0.2.1"], &["192.0.2.0/24", "192.0.2.1"]),
        (&["::ffff:192.0.2.1", "192.0.2.1"], &["192.0.2.1"]),
        (&["2001:DB8::1", "2001:db8:0:0:0:0:0:1", "[2001:db8::1]:443"], &["2001:db8::1"]),
    ];
    for (texts, expected) in cases {
        tells("x.csv", &table(texts), Role::IpAddress, expected);
    }
    for header in
        ["app_version", "firmware version", "Version", "Softwarestand", "Versión", "versione app", "wersja"]
    {
        tells(
            "x.csv",
            &format!("{header};date\n10.0.0.1;2024-01-05\n10.0.0.2;2024-01-06\n"),
            Role::IpAddress,
            &[],
        );
    }
}

#[test]
fn special_categories_are_known_by_their_names_and_not_by_what_sounds_so() {
    for column in [
        "Konfession",
        "Gesundheitszustand",
        "Blutgruppe",
        "Gewerkschaftszugehörigkeit",
        "groupe sanguin",
        "État de santé",
        "Adhésion syndicale",
        "Condamnations",
        "blood type",
        "Criminal record",
        "Religious belief",
        "FaceID template",
        "Fingerprint template",
        "Estado de salud",
        "Grupo sanguíneo",
        "Antecedentes penales",
        "Stato di salute",
        "Gruppo sanguigno",
        "Precedenti penali",
        "Geloofsovertuiging",
        "Gezondheidstoestand",
        "Strafblad",
        "Wyznanie",
        "Grupa krwi",
        "Karalność",
        "Orientação sexual",
        "Antecedentes criminais",
        "sexualOrientation",
    ] {
        let answer = read_file("x.csv", format!("{column};q\nsomething;z\n"));
        assert_eq!(answer.totals.special, 1, "{column}");
    }
    for text in [
        "golf_handicap,q\n12,z\n",
        "Health check,status\nGET /health,200\n",
        "device fingerprint,q\nabcd,z\n",
        "race_name,q\nMarathon,z\n",
    ] {
        assert_eq!(read_file("x.csv", text).totals.special, 0, "{text}");
    }
    let by_folder = read_file("a.zip", zip_of(&[("political/party.csv", b"party_size,day\n4,2024-01-01\n")]));
    assert_eq!(by_folder.totals.special, 0, "the name of a folder is too little");
}

#[test]
fn an_upright_table_is_read_by_the_names_in_its_first_column() {
    let tables = [
        ("Champ;Valeur", "Nom", "Segment", "Destinataire", "Dernière IP"),
        ("Field;Value", "Name", "Segment", "Recipient", "Last IP"),
        ("Feld;Wert", "Name", "Kundensegment", "Empfänger", "Letzte IP"),
        ("Campo;Valor", "Nombre", "Segmento", "Destinatario", "Última IP"),
        ("Campo;Valore", "Nome", "Segmento", "Destinatario", "Ultimo IP"),
        ("Veld;Waarde", "Naam", "Klantsegment", "Ontvanger", "Laatste IP"),
        ("Pole;Wartość", "Nazwisko", "Segment klienta", "Odbiorca", "Ostatni IP"),
        ("Campo;Valor", "Nome", "Segmento", "Destinatário", "Último IP"),
    ];
    for (header, name, segment, recipient, ip) in tables {
        let text =
            format!("{header}\n{name};Roche\n{segment};Premium\n{recipient};Criteo SA\n{ip};192.0.2.9\n");
        let answer = read_file("fiche.csv", text);
        assert_eq!((answer.coverage.rows, answer.coverage.records), (4, 4), "{header}");
        assert_eq!(told(&answer, Role::Inference), ["Premium"], "{header}");
        assert_eq!(told(&answer, Role::Recipient), ["Criteo SA"], "{header}");
        assert_eq!(told(&answer, Role::IpAddress), ["192.0.2.9"], "{header}");
        let (before, _) = header.split_once(';').expect("two columns");
        assert_eq!(rows(&answer)[0][0], (before.to_owned(), name.to_owned()), "the rows stay as they were");
    }
    let row = |(name, text): (&str, &str)| {
        format!("<row><c t=\"str\"><v>{name}</v></c><c t=\"str\"><v>{text}</v></c></row>")
    };
    let fields = [
        ("Nom", "Roche"),
        ("Prénom", "Zoé"),
        ("Segment", "Premium"),
        ("Dernière IP", "192.0.2.9"),
        ("Né(e) le", "1980-04-03"),
    ];
    let fields = fields.map(row).concat();
    let sheet = format!("<worksheet><sheetData>{fields}</sheetData></worksheet>");
    let answer = read_file("a.xlsx", workbook(&[("Vertical", &sheet)]));
    assert_eq!(told(&answer, Role::Inference), ["Premium"]);
    assert_eq!(told(&answer, Role::IpAddress), ["192.0.2.9"]);
    assert_eq!(answer.totals.span(), (None, None), "a birthday is not when something happened");
    // A list of two columns is none.
    tells(
        "interests.csv",
        "Interest;Affinity\nBooks;0,8\nMusic;0,5\nFilms;0,4\n",
        Role::Inference,
        &["Books", "Films", "Music"],
    );
}

#[test]
fn a_row_is_named_by_what_a_person_recognises() {
    let tables: &[(&str, &str)] = &[
        ("order_id,status,amount,currency\nE17,Shipped,5.00,EUR\nE18,Delivered,6.00,EUR\n", "E17"),
        ("N° commande;TVA;Statut;Devise\nC1;10%;Livrée;EUR\nC2;20%;Annulée;EUR\n", "C1"),
        ("Bestellnummer;Artikel;Status\nB1;Lampe;Versandt\nB2;Tisch;Versandt\n", "Lampe"),
        ("Número de pedido;Estado;Moneda\nP1;Enviado;EUR\nP2;Enviado;EUR\n", "P1"),
        ("Numero ordine;Stato;Valuta\nO1;Spedito;EUR\nO2;Spedito;EUR\n", "O1"),
        ("Bestelnummer;Status;Valuta\nN1;Verzonden;EUR\nN2;Verzonden;EUR\n", "N1"),
        ("Numer zamówienia;Status;Waluta\nZ1;Wysłane;PLN\nZ2;Wysłane;PLN\n", "Z1"),
        ("Número da encomenda;Estado;Moeda\n1001;Enviada;EUR\n1002;Enviada;EUR\n", "1001"),
    ];
    for (text, expected) in tables {
        let answer = read_file("orders.csv", *text);
        let title = answer
            .totals
            .categories
            .values()
            .flat_map(|it| &it.samples)
            .next()
            .and_then(|row| row.title.as_deref());
        assert_eq!(title, Some(*expected), "{text}");
    }
}
