//! Region: the parts of a country that have an authority or holidays of their own.
//!
//! In: a country and a text. Out: the region's code as it is written here, without the country. Not here: which
//! authority (`authority`) or which calendar (`holiday`) it is.

use super::authority::authorities;
use super::holiday::Calendar;

/// Returns a region of a country as it is written here; none where it is not one of those that differ in law.
pub fn region(country: &str, text: &str) -> Option<String> {
    let region = without_country(text.trim(), country);
    let has_authority = authorities(country, None).iter().any(|authority| authority.region == region);
    (has_authority || Calendar::of(country, Some(&region)).is_some()).then_some(region)
}

/// Takes the country away that stands before a region elsewhere: `FR-6AE`.
pub fn without_country(region: &str, country: &str) -> String {
    let region = region.to_ascii_uppercase();
    region.strip_prefix(&format!("{}-", country.to_ascii_uppercase())).unwrap_or(&region).to_owned()
}
