//! Authority: the supervisory authority a complaint goes to (Art. 77), by country and, in Germany, by Land.
//!
//! In: a country and, where known, a region. Out: name, web address, complaint form, each record with its
//! source and the day the record was last changed there. Postal addresses are left out on purpose: several
//! authorities have moved since their record was made, and a complaint sent to an old address is lost; the
//! web address leads to the current one.
//!
//! Records: the supervisory authorities of the CC0 directory datenanfragen/data, read on 2026-08-22, compared
//! with the authorities' own pages where those could be read. Bodies that never deal with retailers
//! (churches, broadcasters, federal and public-sector bodies) are left out.

/// A supervisory authority (Art. 51).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// ISO 3166-1 code of its country.
    pub country: &'static str,
    /// The region it is competent for, without the country; empty where it is the whole country.
    pub region: &'static str,
    /// Its name, in its own language; where it works in several and has a name in each, the first of them ([`Self::name_in`]).
    pub name: &'static str,
    /// Its web address.
    pub web: &'static str,
    /// Its complaint form on the web, empty where none is known.
    pub complaint_form: &'static str,
    /// The page the record rests on.
    pub source: &'static str,
    /// The day the record was last changed (ISO 8601).
    pub checked: &'static str,
}

/// Names of authorities that have one in each language they work in: country, language, name. The Swiss ones are those of
/// SR 235.1 Art. 4(1) and of the Federal Chancellery's pages, seen on 28 November 2026; the Belgian ones
/// those of the same directory as the records.
const NAMES: &[(&str, &str, &str)] = &[
    ("BE", "nl", "Gegevensbeschermingsautoriteit"),
    ("BE", "fr", "Autorité de protection des données"),
    ("CH", "de", "EDÖB – Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter"),
    ("CH", "fr", "PFPDT – Préposé fédéral à la protection des données et à la transparence"),
    ("CH", "it", "IFPDT – Incaricato federale della protezione dei dati e della trasparenza"),
    ("CH", "en", "FDPIC – Federal Data Protection and Information Commissioner"),
];

/// Domains from which authorities write that are not those of their pages: country, region, domain. From the addresses
/// of the same directory as the records; domains of a whole ministry or state are left out.
const MAIL_DOMAINS: &[(&str, &str, &str)] = &[
    ("BE", "", "apd-gba.be"),
    ("DE", "BW", "lfdi.bwl.de"),
    ("DE", "HH", "datenschutz.hamburg.de"),
    ("DE", "SN", "sdtb.sachsen.de"),
    ("DE", "ST", "lfd.sachsen-anhalt.de"),
    ("DE", "TH", "datenschutz.thueringen.de"),
    ("IT", "", "gpdp.it"),
    ("LT", "", "ada.lt"),
    ("LU", "", "cnpd.lu"),
    ("SK", "", "pdp.gov.sk"),
];

/// Returns the domains from which the authorities write: those of their pages, and those of their mailboxes where these
/// are others.
pub fn domains() -> impl Iterator<Item = &'static str> {
    let pages = AUTHORITIES.iter().filter_map(|authority| {
        let (_, rest) = authority.web.split_once("://")?;
        let host = rest.split('/').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    });
    pages.chain(MAIL_DOMAINS.iter().map(|(_, _, domain)| *domain))
}

impl Authority {
    /// Returns its name in a language (ISO 639-1), else in its own.
    pub fn name_in(&self, language: &str) -> &'static str {
        let named = NAMES.iter().find(|(country, of, _)| *country == self.country && *of == language);
        named.map_or(self.name, |(_, _, name)| *name)
    }
}

/// Returns the authorities of a country; the one of the region alone if it is known.
pub fn authorities(country: &str, region: Option<&str>) -> Vec<&'static Authority> {
    let in_country = AUTHORITIES.iter().filter(|authority| authority.country.eq_ignore_ascii_case(country));
    match region {
        Some(region) => in_country
            .filter(|authority| authority.region.is_empty() || authority.region.eq_ignore_ascii_case(region))
            .collect(),
        None => in_country.collect(),
    }
}

/// Every authority there is a record of.
pub static AUTHORITIES: &[Authority] = &[
    Authority {
        country: "AT",
        region: "",
        name: "Österreichische Datenschutzbehörde",
        web: "https://www.dsb.gv.at/",
        complaint_form: "https://www.formularservice.gv.at/site/fsrv/user/formular.aspx?pid=5a37966ab26c4489adc20dc53162fa4d&pn=Bf10e1134f601464e9b3835170de668bd",
        source: "https://www.dsb.gv.at/kontakt",
        checked: "2026-03-08",
    },
    Authority {
        country: "BE",
        region: "",
        name: "Gegevensbeschermingsautoriteit",
        web: "https://www.dataprotectionauthority.be/",
        complaint_form: "https://www.dataprotectionauthority.be/citizen/actions/lodge-a-complaint",
        source: "https://www.gegevensbeschermingsautoriteit.be/burger/acties/contact",
        checked: "2023-02-27",
    },
    Authority {
        country: "BG",
        region: "",
        name: "Commission for Personal Data Protection Bulgaria",
        web: "https://www.cpdp.bg",
        complaint_form: "",
        source: "https://www.cpdp.bg/en/index.php?p=pages&aid=56",
        checked: "2023-02-27",
    },
    Authority {
        country: "CH",
        region: "",
        name: "EDÖB – Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter",
        web: "https://www.edoeb.admin.ch",
        complaint_form: "https://www.edoeb.admin.ch/edoeb/de/home/der-edoeb/kontakt/kontaktformular.html",
        source: "https://www.edoeb.admin.ch/edoeb/de/home/der-edoeb/kontakt.html",
        checked: "2023-02-27",
    },
    Authority {
        country: "CY",
        region: "",
        name: "Γραφείο Επιτρόπου Δεδομένων Προσωπικού Χαρακτήρα",
        web: "http://www.dataprotection.gov.cy",
        complaint_form: "https://www.dataprotection.gov.cy/dataprotection/dataprotection.nsf/All/2FBD2ACD407DEFE8C22582B9002E7019",
        source: "http://www.dataprotection.gov.cy/dataprotection/dataprotection.nsf/contact_el/contact_el?opendocument",
        checked: "2023-02-27",
    },
    Authority {
        country: "CZ",
        region: "",
        name: "Úřad pro ochranu osobních údajů",
        web: "https://www.uoou.cz/",
        complaint_form: "",
        source: "https://www.uoou.cz/vismo/o_utvar.asp?id_org=200156&id_u=10",
        checked: "2023-02-27",
    },
    Authority {
        country: "DE",
        region: "BB",
        name: "Die Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg",
        web: "https://www.lda.brandenburg.de",
        complaint_form: "https://www.lda.brandenburg.de/lda/de/service/formulare-und-musterschreiben/beschwerdeformular/",
        source: "https://www.lda.brandenburg.de/lda/de/ueber-uns/kontakt/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "BE",
        name: "Berliner Beauftragte für Datenschutz und Informationsfreiheit",
        web: "https://www.datenschutz-berlin.de",
        complaint_form: "https://kontakt.datenschutz-berlin.de/",
        source: "https://www.datenschutz-berlin.de/ueber-uns/kontakt/",
        checked: "2023-02-27",
    },
    Authority {
        country: "DE",
        region: "BW",
        name: "Der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Baden-Württemberg",
        web: "https://www.baden-wuerttemberg.datenschutz.de/",
        complaint_form: "https://www.service-bw.de/onlineantraege/onlineantrag?processInstanceId=994719535",
        source: "https://www.baden-wuerttemberg.datenschutz.de/kontakt/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "BY",
        name: "Bayerisches Landesamt für Datenschutzaufsicht (BayLDA)",
        web: "https://www.lda.bayern.de/de/index.html",
        complaint_form: "https://www.lda.bayern.de/de/beschwerde.html",
        source: "https://www.lda.bayern.de/de/kontakt.html",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "HB",
        name: "Die Landesbeauftragte für Datenschutz und Informationsfreiheit Bremen",
        web: "https://www.datenschutz.bremen.de/",
        complaint_form: "https://www.datenschutz.bremen.de/wir-ueber-uns/online-meldungen/beschwerdeformular-15253",
        source: "https://www.datenschutz.bremen.de/wir_ueber_uns/vertrauliche_kommunikation-7303",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "HE",
        name: "Der Hessische Beauftragte für Datenschutz und Informationsfreiheit",
        web: "https://datenschutz.hessen.de/",
        complaint_form: "https://datenschutz.hessen.de/service/beschwerde-uebermitteln",
        source: "https://datenschutz.hessen.de/impressum",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "HH",
        name: "Der Hamburgische Beauftragte für Datenschutz und Informationsfreiheit",
        web: "https://datenschutz-hamburg.de/",
        complaint_form: "https://datenschutz-hamburg.de/beschwerde/",
        source: "https://datenschutz-hamburg.de/pages/dienststelle/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "MV",
        name: "Der Landesbeauftragte für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern",
        web: "https://www.datenschutz-mv.de/",
        complaint_form: "https://www.datenschutz-mv.de/kontakt/online-beschwerdeformular-mitteilung-ueber-einen-datenschutzverstoss/",
        source: "https://www.datenschutz-mv.de/kontakt",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "NI",
        name: "Der Landesbeauftragte für den Datenschutz Niedersachsen",
        web: "https://lfd.niedersachsen.de/startseite/",
        complaint_form: "https://www.navo.niedersachsen.de/navo2/portal/csend/8915/fileget/dsbeschwerdeformular.html",
        source: "https://lfd.niedersachsen.de/wir_ueber_uns/so_erreichen_sie_uns/so-erreichen-sie-uns-56182.html",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "NW",
        name: "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
        web: "https://www.ldi.nrw.de/",
        complaint_form: "",
        source: "https://www.ldi.nrw.de/kontakt",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "RP",
        name: "Der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz",
        web: "https://www.datenschutz.rlp.de",
        complaint_form: "https://www.datenschutz.rlp.de/de/themenfelder-themen/online-services/beschwerdeformular/",
        source: "https://www.datenschutz.rlp.de/de/themenfelder-themen/kontakt/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "SH",
        name: "Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein",
        web: "https://www.datenschutzzentrum.de/",
        complaint_form: "https://www.datenschutzzentrum.de/formular/beschwerde.php",
        source: "https://www.datenschutzzentrum.de/impressum/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "SL",
        name: "Unabhängiges Datenschutzzentrum Saarland",
        web: "https://datenschutz.saarland.de/",
        complaint_form: "https://www.datenschutz.saarland.de/online-dienste/beschwerdeformular",
        source: "https://www.datenschutz.saarland.de/ueber-uns/kontakt-und-erreichbarkeit",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "SN",
        name: "Sächsische Datenschutz- und Transparenzbeauftragte",
        web: "https://www.datenschutz.sachsen.de",
        complaint_form: "https://formulare.datenschutz.sachsen.de/form/provide/53/",
        source: "https://www.datenschutz.sachsen.de/kontakt.html",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "ST",
        name: "Landesbeauftragter für den Datenschutz Sachsen-Anhalt",
        web: "https://datenschutz.sachsen-anhalt.de",
        complaint_form: "https://datenschutz.sachsen-anhalt.de/service/online-formulare/beschwerde-anfrage",
        source: "https://datenschutz.sachsen-anhalt.de/landesbeauftragter/kontakt/",
        checked: "2026-03-08",
    },
    Authority {
        country: "DE",
        region: "TH",
        name: "Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit",
        web: "https://www.tlfdi.de",
        complaint_form: "",
        source: "https://www.tlfdi.de/kontakt",
        checked: "2026-03-08",
    },
    Authority {
        country: "DK",
        region: "",
        name: "Datatilsynet",
        web: "https://www.datatilsynet.dk/",
        complaint_form: "",
        source: "https://www.datatilsynet.dk/kontakt/",
        checked: "2023-02-27",
    },
    Authority {
        country: "EE",
        region: "",
        name: "Andmekaitse Inspektsioon",
        web: "http://www.aki.ee/",
        complaint_form: "",
        source: "https://www.aki.ee/en/contacts",
        checked: "2023-02-27",
    },
    Authority {
        country: "ES",
        region: "",
        name: "Agencia Española de Protección de Datos",
        web: "https://www.aepd.es/",
        complaint_form: "https://sedeagpd.gob.es/sede-electronica-web/vistas/infoSede/tramitesCiudadano.jsf",
        source: "https://www.aepd.es/agencia/contacto.html",
        checked: "2023-02-27",
    },
    Authority {
        country: "FI",
        region: "",
        name: "Tietosuojavaltuutetun toimisto",
        web: "https://tietosuoja.fi",
        complaint_form: "https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle",
        source: "https://tietosuoja.fi/en/contact-information",
        checked: "2026-03-08",
    },
    Authority {
        country: "FR",
        region: "",
        name: "Commission Nationale de l’Informatique et des Libertés – CNIL",
        web: "https://www.cnil.fr/",
        complaint_form: "https://www.cnil.fr/fr/plaintes",
        source: "https://www.cnil.fr/fr/contacter-la-cnil-standard-et-permanences-telephoniques",
        checked: "2023-02-27",
    },
    Authority {
        country: "GB",
        region: "",
        name: "The Information Commissioner’s Office",
        web: "https://ico.org.uk/",
        complaint_form: "https://ico.org.uk/make-a-complaint/data-protection-complaints/data-protection-complaints/",
        source: "https://ico.org.uk/about-the-ico/who-we-are/directions-head-office/",
        checked: "2026-03-08",
    },
    Authority {
        country: "GR",
        region: "",
        name: "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
        web: "https://www.dpa.gr/",
        complaint_form: "",
        source: "https://www.dpa.gr/index.php/en/individuals/complaint-to-the-hellenic-dpa",
        checked: "2026-03-08",
    },
    Authority {
        country: "HR",
        region: "",
        name: "Agencija za zaštitu osobnih podataka",
        web: "https://azop.hr/",
        complaint_form: "https://azop.hr/zahtjev-za-utvrdivanje-povrede-prava/",
        source: "https://azop.hr/contact/",
        checked: "2023-02-27",
    },
    Authority {
        country: "HU",
        region: "",
        name: "Nemzeti Adatvédelmi és Információszabadság Hatóság",
        web: "https://www.naih.hu/",
        complaint_form: "",
        source: "https://naih.hu/ugyfelszolgalat-kapcsolat",
        checked: "2023-02-27",
    },
    Authority {
        country: "IE",
        region: "",
        name: "Irish Data Protection Commission",
        web: "https://www.dataprotection.ie",
        complaint_form: "https://forms.dataprotection.ie/contact",
        source: "https://www.dataprotection.ie/en/contact/how-contact-us",
        checked: "2023-02-27",
    },
    Authority {
        country: "IS",
        region: "",
        name: "Persónuvernd",
        web: "https://www.personuvernd.is/",
        complaint_form: "",
        source: "https://www.personuvernd.is/information-in-english/about-us/",
        checked: "2023-02-27",
    },
    Authority {
        country: "IT",
        region: "",
        name: "Garante per la protezione dei dati personali",
        web: "https://www.garanteprivacy.it/",
        complaint_form: "",
        source: "https://www.garanteprivacy.it/web/garante-privacy-en",
        checked: "2026-03-08",
    },
    Authority {
        country: "LI",
        region: "",
        name: "Datenschutzstelle (DSS) Fürstentum Liechtenstein",
        web: "https://www.datenschutzstelle.li/",
        complaint_form: "http://formulare.llv.li/formserver_DSS/start.do?generalid=DSS_BF",
        source: "https://www.datenschutzstelle.li/impressum",
        checked: "2023-02-27",
    },
    Authority {
        country: "LT",
        region: "",
        name: "Valstybinė duomenų apsaugos inspekcija",
        web: "https://vdai.lrv.lt/",
        complaint_form: "",
        source: "https://vdai.lrv.lt/en/",
        checked: "2023-02-27",
    },
    Authority {
        country: "LU",
        region: "",
        name: "Commission nationale pour la protection des données",
        web: "https://cnpd.public.lu",
        complaint_form: "https://cnpd.public.lu/en/particuliers/faire-valoir/formulaire-plainte.html",
        source: "https://cnpd.public.lu/de/support/contact.html",
        checked: "2023-02-27",
    },
    Authority {
        country: "LV",
        region: "",
        name: "Datu valsts inspekcija",
        web: "https://www.dvi.gov.lv/",
        complaint_form: "",
        source: "https://www.dvi.gov.lv/lv/iestades-kontakti",
        checked: "2023-02-27",
    },
    Authority {
        country: "MT",
        region: "",
        name: "Office of the Information and Data Protection Commissioner of Malta",
        web: "https://idpc.org.mt",
        complaint_form: "https://register.idpc.org.mt/report-breach/complaint/",
        source: "https://idpc.org.mt/contact/",
        checked: "2023-02-27",
    },
    Authority {
        country: "NL",
        region: "",
        name: "Autoriteit Persoonsgegevens",
        web: "https://autoriteitpersoonsgegevens.nl",
        complaint_form: "https://autoriteitpersoonsgegevens.nl/nl/meldingsformulier-klachten",
        source: "https://autoriteitpersoonsgegevens.nl/en/contact-dutch-dpa/contact-us",
        checked: "2026-03-08",
    },
    Authority {
        country: "NO",
        region: "",
        name: "Datatilsynet",
        web: "https://www.datatilsynet.no/",
        complaint_form: "",
        source: "https://www.datatilsynet.no/om-datatilsynet/kontakt-oss/",
        checked: "2023-02-27",
    },
    Authority {
        country: "PL",
        region: "",
        name: "UODO – Urząd Ochrony Danych Osobowych",
        web: "https://www.uodo.gov.pl/",
        complaint_form: "",
        source: "https://www.uodo.gov.pl/en/484",
        checked: "2023-02-27",
    },
    Authority {
        country: "PT",
        region: "",
        name: "CNPD – Comissão Nacional de Proteção de Dados",
        web: "https://www.cnpd.pt",
        complaint_form: "",
        source: "https://www.cnpd.pt/politica-de-privacidade/",
        checked: "2026-03-08",
    },
    Authority {
        country: "RO",
        region: "",
        name: "Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal",
        web: "https://www.dataprotection.ro/",
        complaint_form: "https://www.dataprotection.ro/index.jsp?page=Plangeri_pagina_principala",
        source: "https://www.dataprotection.ro/index.jsp?page=contact",
        checked: "2026-03-08",
    },
    Authority {
        country: "SE",
        region: "",
        name: "Integritetsskyddsmyndigheten",
        web: "https://www.imy.se/",
        complaint_form: "",
        source: "https://www.imy.se/om-oss/kontakta-oss/",
        checked: "2021-10-29",
    },
    Authority {
        country: "SI",
        region: "",
        name: "Informacijski pooblaščenec",
        web: "https://www.ip-rs.si/",
        complaint_form: "",
        source: "https://www.ip-rs.si/en/about/about/",
        checked: "2023-02-27",
    },
    Authority {
        country: "SK",
        region: "",
        name: "Úrad na ochranu osobných údajov Slovenskej republiky",
        web: "https://dataprotection.gov.sk/uoou/",
        complaint_form: "",
        source: "https://dataprotection.gov.sk/uoou/node/148",
        checked: "2023-02-27",
    },
];
