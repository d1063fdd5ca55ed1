//! Country: the codes of countries this program meets, and which law applies where.
//!
//! In: an ISO 3166-1 alpha-2 code. Out: whether it is one, and the body of law. The list of member states is
//! that of the Union and the European Economic Area as of 2026; the official languages are those of the Unicode
//! CLDR (territory data: official, and official in fact, for the whole country), read through Babel 2.19.0 on
//! 28 November 2026, without dialects that are not written to companies. Names of countries are in
//! `templates/wording`.

/// Member states of the European Union.
pub const UNION: &[&str] = &[
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT",
    "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
];

/// Members of the European Economic Area outside the Union, where the Regulation applies through the
/// Agreement.
pub const ECONOMIC_AREA: &[&str] = &["IS", "LI", "NO"];

/// Countries outside in which a controller of the directory may sit.
const OTHERS: &[&str] =
    &["GB", "CH", "US", "CA", "CN", "HK", "JP", "KR", "SG", "IL", "IN", "AU", "NZ", "BR", "TR", "AE"];

/// Codes that are often taken for others, for a hint.
pub const OFTEN_MISTAKEN: &str = "Greece is GR, the United Kingdom GB";

/// The official languages of each country (ISO 639-1), the most spoken one first.
const OFFICIAL_LANGUAGES: &[(&str, &[&str])] = &[
    ("AT", &["de"]),
    ("BE", &["nl", "fr", "de"]),
    ("BG", &["bg"]),
    ("HR", &["hr"]),
    ("CY", &["el", "tr"]),
    ("CZ", &["cs"]),
    ("DK", &["da"]),
    ("EE", &["et"]),
    ("FI", &["fi", "sv"]),
    ("FR", &["fr"]),
    ("DE", &["de"]),
    ("GR", &["el"]),
    ("HU", &["hu"]),
    ("IE", &["en", "ga"]),
    ("IT", &["it"]),
    ("LV", &["lv"]),
    ("LT", &["lt"]),
    ("LU", &["fr", "de"]),
    ("MT", &["mt", "en"]),
    ("NL", &["nl"]),
    ("PL", &["pl"]),
    ("PT", &["pt"]),
    ("RO", &["ro"]),
    ("SK", &["sk"]),
    ("SI", &["sl"]),
    ("ES", &["es"]),
    ("SE", &["sv"]),
    ("IS", &["is"]),
    ("LI", &["de"]),
    ("NO", &["no"]),
    ("GB", &["en"]),
    ("CH", &["de", "fr", "it"]),
    ("US", &["en"]),
    ("CA", &["en", "fr"]),
    ("CN", &["zh"]),
    ("HK", &["zh", "en"]),
    ("JP", &["ja"]),
    ("KR", &["ko"]),
    ("SG", &["en", "zh", "ms", "ta"]),
    ("IL", &["he", "ar"]),
    ("IN", &["hi", "en"]),
    ("AU", &["en"]),
    ("NZ", &["en", "mi"]),
    ("BR", &["pt"]),
    ("TR", &["tr"]),
    ("AE", &["ar"]),
];

/// Returns the official languages of a country, none where it is not one of ours.
pub fn official_languages(country: &str) -> &'static [&'static str] {
    OFFICIAL_LANGUAGES.iter().find(|(code, _)| *code == country).map_or(&[], |(_, languages)| languages)
}

/// The body of law a controller answers under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jurisdiction {
    /// Regulation (EU) 2016/679, in the Union and the European Economic Area.
    European,
    /// UK GDPR and Data Protection Act 2018.
    UnitedKingdom,
    /// Federal Act on Data Protection (SR 235.1).
    Swiss,
    /// A controller elsewhere: the Regulation applies where Art. 3(2) says so.
    Elsewhere,
}

/// Tells whether a code is one we know.
pub fn is_country(code: &str) -> bool {
    [UNION, ECONOMIC_AREA, OTHERS].iter().any(|list| list.contains(&code))
}

/// Returns the codes of all countries we know.
pub fn countries() -> impl Iterator<Item = &'static str> {
    UNION.iter().chain(ECONOMIC_AREA).chain(OTHERS).copied()
}

/// Returns the body of law of a country.
pub fn jurisdiction(country: &str) -> Jurisdiction {
    match country {
        "GB" => Jurisdiction::UnitedKingdom,
        "CH" => Jurisdiction::Swiss,
        code if UNION.contains(&code) || ECONOMIC_AREA.contains(&code) => Jurisdiction::European,
        _ => Jurisdiction::Elsewhere,
    }
}

/// Returns the languages in which the authority of a country takes complaints, as far as they are known: those of the
/// country. A Swiss federal authority works in German, French and Italian (Federal Constitution, SR 101, Art. 70(1)).
pub fn languages_of_authority(country: &str) -> &'static [&'static str] {
    official_languages(country)
}
