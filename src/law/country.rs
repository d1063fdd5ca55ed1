//! Country: the codes of countries this program meets, and which law applies where.
//!
//! In: an ISO 3166-1 alpha-2 code. Out: whether it is one, and the body of law. The list of member states is
//! that of the Union and the European Economic Area as of 2026; names of countries are in
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

/// Returns the language in which the authority of a country takes complaints, where it works in a single one that
/// letters are written in.
pub fn language_of_authority(country: &str) -> Option<&'static str> {
    match country {
        "FR" => Some("fr"),
        "DE" | "AT" | "LI" => Some("de"),
        "ES" => Some("es"),
        "IT" => Some("it"),
        "NL" => Some("nl"),
        "PT" => Some("pt"),
        "PL" => Some("pl"),
        "GB" | "IE" => Some("en"),
        _ => None,
    }
}
