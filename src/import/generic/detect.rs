//! Detect: what a value is by its own form, whatever its column is called.
//!
//! In: the text of a cell. Out: its type, if it has one that cannot well be something else: an address of mail, an IBAN whose
//! check digits are right, a card number that passes its check, … Numbers that might be anything have none. Not here: dates and
//! amounts (`value`), and what a column of such values means (`profile`).

use std::borrow::Cow;
use std::net::IpAddr;

use crate::import::value;

/// What a value is by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// An e-mail address.
    Email,
    /// A telephone number in international or French form.
    Phone,
    /// An IP address.
    Ip,
    /// An international bank account number (ISO 13616), its check digits right.
    Iban,
    /// A payment card number that passes the check of Luhn, or the masked end of one.
    Card,
    /// Latitude and longitude in one value.
    Coordinates,
    /// What a browser says it is.
    UserAgent,
    /// A UUID, or a digest in hexadecimal.
    Token,
    /// What a cookie of measurement or advertising holds.
    Cookie,
    /// The address of a network card, or the number of a mobile device (IMEI), its check digit right.
    Hardware,
    /// The number of a product: a bar code (GTIN), its check digit right, or Amazon's own (ASIN).
    Product,
    /// The address of a page.
    Link,
}

impl Type {
    /// Every type, in the order they are tried.
    pub(super) const ALL: [Self; 12] = [
        Self::Link,
        Self::Email,
        Self::Ip,
        Self::Token,
        Self::Cookie,
        Self::Hardware,
        Self::Product,
        Self::Iban,
        Self::Card,
        Self::Coordinates,
        Self::UserAgent,
        Self::Phone,
    ];

    /// Tells whether it leads to somebody, or is what a list of the report tells.
    pub(super) fn is_of_people(self) -> bool {
        match self {
            Self::Email
            | Self::Phone
            | Self::Ip
            | Self::Iban
            | Self::Card
            | Self::Coordinates
            | Self::UserAgent
            | Self::Hardware => true,
            Self::Token | Self::Cookie | Self::Product | Self::Link => false,
        }
    }

    /// Returns the type of a value.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.fits(text))
    }

    fn fits(self, text: &str) -> bool {
        match self {
            Self::Link => text.starts_with("http://") || text.starts_with("https://"),
            Self::Email => is_email(text),
            Self::Ip => are_addresses(text),
            Self::Token => is_token(text),
            Self::Cookie => is_cookie(text),
            Self::Hardware => is_network_card(text) || is_mobile(text),
            Self::Product => is_bar_code(text) || is_asin(text),
            Self::Iban => is_iban(text),
            Self::Card => is_card(text),
            Self::Coordinates => are_coordinates(text),
            Self::UserAgent => text.starts_with("Mozilla/5.0 (") || text.starts_with("Dalvik/"),
            Self::Phone => is_phone(text),
        }
    }
}

/// Bytes of an address with its port or its range.
const ADDRESS_BYTES_MAX: usize = 56;

/// Addresses a request passed on its way: `203.0.113.9, 10.0.0.1`.
const HOPS_MAX: usize = 16;

fn are_addresses(text: &str) -> bool {
    text.contains(['.', ':'])
        && text.len() <= ADDRESS_BYTES_MAX * HOPS_MAX
        && text.split(',').all(|part| address(part.trim()).is_some())
}

/// Returns the addresses a text holds, one or several, each without its port and in one spelling.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split(',').filter_map(|part| address(value::trimmed(part)))
}

/// Reads an address, one with a port, a range of addresses, or one whose end is hidden.
fn address(text: &str) -> Option<Cow<'_, str>> {
    if text.len() > ADDRESS_BYTES_MAX {
        return None;
    }
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(spelt(address, text));
    }
    if let Some((range, bits)) = text.split_once('/') {
        let is_range = range.parse::<IpAddr>().is_ok() && bits.parse::<u8>().is_ok_and(|bits| bits <= 128);
        return is_range.then_some(Cow::Borrowed(text));
    }
    if let Some((inside, port)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        let has_port = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
        return inside.parse::<IpAddr>().ok().filter(|_| has_port).map(|address| spelt(address, inside));
    }
    if let Some((before, port)) = text.split_once(':') {
        return before.parse::<IpAddr>().ok().filter(|_| is_port(port)).map(|_| Cow::Borrowed(before));
    }
    is_masked(text).then_some(Cow::Borrowed(text))
}

/// An address of the sixth version has many spellings, and one of the fourth may be written as one of the sixth.
fn spelt(address: IpAddr, text: &str) -> Cow<'_, str> {
    match address {
        IpAddr::V4(_) => Cow::Borrowed(text),
        IpAddr::V6(_) => Cow::Owned(address.to_canonical().to_string()),
    }
}

fn is_port(text: &str) -> bool {
    text.parse::<u16>().is_ok()
}

/// `203.0.113.xxx`, `203.0.113.*`: the end is hidden.
fn is_masked(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let hidden =
        parts.iter().rev().take_while(|part| matches!(**part, "x" | "xx" | "xxx" | "XXX" | "*" | "***"));
    let hidden = hidden.count();
    let shown = parts.iter().take(parts.len() - hidden);
    parts.len() == 4 && (1..=2).contains(&hidden) && shown.copied().all(|part| part.parse::<u8>().is_ok())
}

fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let is_host = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_local = |c: char| !c.is_whitespace() && !matches!(c, '@' | '<' | '>' | ',' | ';' | '"');
    !local.is_empty()
        && text.len() <= 254
        && local.chars().all(is_local)
        && host.contains('.')
        && host.split('.').all(is_host)
}

/// Digits of the shortest number that is dialled with two zeros: these, a country and six of the subscriber.
const DIALLED_MIN: usize = 11;

/// `+33 1 23 45 67 89`, `0033…`, `01 23 45 67 89`, `01.23.45.67.89`: a number with a plus or in pairs; a bare number may be
/// anything.
fn is_phone(text: &str) -> bool {
    if text.len() > 24
        || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')'))
    {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // Behind two zeros stands a country, and none begins with a third; a short number with zeros in front is some other.
    let is_dialled = text.strip_prefix("00").is_some_and(|rest| !rest.starts_with(['0', '-', '.']))
        && digits >= DIALLED_MIN;
    let is_international = text.starts_with('+') || is_dialled;
    let groups: Vec<&str> = text.split([' ', '.', '-']).collect();
    let is_in_pairs =
        groups.len() == 5 && text.starts_with('0') && groups.iter().all(|group| group.len() == 2);
    is_international && (8..=15).contains(&digits) && !text.contains("..") || is_in_pairs
}

/// ISO 13616: country, two check digits, up to 30 letters and digits; the whole modulo 97 is 1 (ISO 7064).
fn is_iban(text: &str) -> bool {
    let plain: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').collect();
    if !(15..=34).contains(&plain.len()) || !plain.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let (head, tail) = plain.split_at(4);
    let [a, b, c, d] = head else { return false };
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return false;
    }
    let remainder = tail.iter().chain(head).fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter.to_ascii_uppercase() - b'A') + 10) % 97,
    });
    remainder == 1
}

/// Thirteen to nineteen digits that pass the check of Luhn and begin as cards do; or stars and the last four digits.
fn is_card(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let end = plain.trim_start_matches(['*', 'X', 'x', '•']);
    if end.len() == 4 && plain.len() > 7 && end.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if !(13..=19).contains(&plain.len()) || !plain.starts_with(['3', '4', '5', '6']) {
        return false;
    }
    // Bar codes have thirteen digits and are not grouped; cards of that length are grouped in what is printed.
    if plain.len() == 13 && !text.contains(' ') || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // Of fifteen digits there are cards of one brand only; other such numbers are those of mobile devices.
    (plain.len() != 15 || plain.starts_with("34") || plain.starts_with("37")) && passes_luhn(&plain)
}

/// The check of Luhn (ISO/IEC 7812-1, annex B) over digits.
fn passes_luhn(digits: &str) -> bool {
    let weighed = digits.bytes().rev().zip(0_u32..).map(|(byte, place)| {
        let digit = u32::from(byte - b'0');
        let doubled = if place % 2 == 1 { digit * 2 } else { digit };
        if doubled > 9 { doubled - 9 } else { doubled }
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

/// `GA1.2.1234567890.1700000000` of Google Analytics, `fb.1.1700000000000.1234567890` of Meta, `GS1.1.…` of a session.
fn is_cookie(text: &str) -> bool {
    let mut parts = text.split('.');
    let is_known = matches!(parts.next(), Some("GA1" | "GS1" | "GS2" | "fb"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_known && parts.clone().count() >= 3 && parts.take(2).all(is_number)
}

/// Six pairs of hexadecimal digits between colons or dashes.
fn is_network_card(text: &str) -> bool {
    let separator = if text.contains(':') { ':' } else { '-' };
    let is_pair = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.len() == 17 && text.split(separator).count() == 6 && text.split(separator).all(is_pair)
}

/// Fifteen digits that begin as the numbers of the bodies which give them out (GSMA TS.06: 01, 35, 86, 99) and pass the
/// check of Luhn.
fn is_mobile(text: &str) -> bool {
    text.len() == 15
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && ["01", "35", "86", "99"].iter().any(|body| text.starts_with(body))
        && passes_luhn(text)
}

/// Twelve, thirteen or fourteen digits whose last is right (GS1 General Specifications, 7.9); eight digits are too often
/// something else.
fn is_bar_code(text: &str) -> bool {
    if !matches!(text.len(), 12..=14)
        || !text.bytes().all(|byte| byte.is_ascii_digit())
        || text.starts_with("00000")
    {
        return false;
    }
    let weighed = text.bytes().rev().zip(0_u32..).map(|(byte, place)| {
        let digit = u32::from(byte - b'0');
        if place % 2 == 1 { digit * 3 } else { digit }
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

/// `B0` and eight capital letters and digits.
fn is_asin(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    text.len() == 10 && text.starts_with("B0") && text.bytes().all(is_sign)
}

/// `45.7640, 4.8357` or `45,7640 / 4,8357`: two numbers with three or more decimals, within the globe.
fn are_coordinates(text: &str) -> bool {
    let inside = text.trim_matches(['(', ')', '[', ']']);
    let between = inside.split_once([';', '/']).or_else(|| inside.split_once(", "));
    let Some((latitude, longitude)) = between.or_else(|| inside.split_once(',')) else { return false };
    let is_exact =
        |text: &str| text.rsplit_once(['.', ',']).is_some_and(|(_, places)| places.trim().len() >= 3);
    is_exact(latitude) && is_exact(longitude) && position(latitude, longitude).is_some()
}

/// Writes latitude and longitude as one value, with points for decimals; nothing where they are not on the globe.
pub(super) fn position(latitude: &str, longitude: &str) -> Option<String> {
    Some(format!("{}, {}", degrees(latitude, 90.0)?, degrees(longitude, 180.0)?))
}

/// Reads degrees up to a number, with a point for decimals.
fn degrees(text: &str, max: f64) -> Option<Cow<'_, str>> {
    let text = text.trim();
    let is_number =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'));
    if !is_number {
        return None;
    }
    let text = match text.contains(',') {
        true => Cow::Owned(text.replacen(',', ".", 1)),
        false => Cow::Borrowed(text),
    };
    let is_on_globe = text.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= max);
    is_on_globe.then_some(text)
}

/// A UUID, or 32, 40 or 64 hexadecimal digits with letters among them.
fn is_token(text: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if text.len() == 36 {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        return lengths == [8, 4, 4, 4, 12] && text.split('-').all(is_hex);
    }
    matches!(text.len(), 32 | 40 | 64) && is_hex(text) && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// `CDG-JFK`, `CDG → JFK`: the codes of two airports (IATA), in capital letters.
pub(super) fn is_route(text: &str) -> bool {
    if !(7..=11).contains(&text.len()) {
        return false;
    }
    let mut codes = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|code| !code.is_empty());
    let is_code = |code: Option<&str>| {
        code.is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    is_code(codes.next()) && is_code(codes.next()) && codes.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::Type;

    #[test]
    fn a_value_is_what_its_form_says_and_nothing_else() {
        let cases: &[(&str, Option<Type>)] = &[
            ("camille@example.org", Some(Type::Email)),
            ("@example", None),
            ("a@b", None),
            ("+33 1 00 00 00 00", Some(Type::Phone)),
            ("01 00 00 00 00", Some(Type::Phone)),
            ("0033100000000", Some(Type::Phone)),
            ("0000123456", None),
            ("0012345678", None),
            ("0000-00-00", None),
            ("0100000000", None),
            ("2024-01-02", None),
            ("192.0.2.1", Some(Type::Ip)),
            ("2001:db8::1", Some(Type::Ip)),
            ("192.0.2.1:443", Some(Type::Ip)),
            ("[2001:db8::1]:443", Some(Type::Ip)),
            ("192.0.2.0/24", Some(Type::Ip)),
            ("192.0.2.xxx", Some(Type::Ip)),
            ("192.0.2.1, 198.51.100.7", Some(Type::Ip)),
            ("192.0.2.1:99999", None),
            ("192.0.2.1, no", None),
            ("192.0.2.0/300", None),
            ("xxx.xxx.xxx.xxx", None),
            ("1.2.3", None),
            ("FR14 2004 1010 0505 0001 3M02 606", Some(Type::Iban)),
            ("FR15 2004 1010 0505 0001 3M02 606", None),
            ("4111 1111 1111 1111", Some(Type::Card)),
            ("4111 1111 1111 1112", None),
            ("**** **** **** 0000", Some(Type::Card)),
            ("4006381333931", Some(Type::Product)),
            ("4006381333932", None),
            ("B0EXAMPLE1", Some(Type::Product)),
            ("B0example1", None),
            ("GA1.2.1234567890.1700000000", Some(Type::Cookie)),
            ("fb.1.1700000000000.1234567890", Some(Type::Cookie)),
            ("GA1.2", None),
            ("00:00:5e:00:53:01", Some(Type::Hardware)),
            ("00:00:5e:00:53", None),
            ("490154203237518", None),
            ("350000000000006", Some(Type::Hardware)),
            ("45.7640, 4.8357", Some(Type::Coordinates)),
            ("45,7640 / 4,8357", Some(Type::Coordinates)),
            ("45,7640; 4,8357", Some(Type::Coordinates)),
            ("45,7640, 4,8357", Some(Type::Coordinates)),
            ("12,50", None),
            ("12,500", None),
            ("100.123, 4.835", None),
            ("Mozilla/5.0 (X11; Linux)", Some(Type::UserAgent)),
            ("00000000-0000-4000-8000-000000000000", Some(Type::Token)),
            ("d41d8cd98f00b204e9800998ecf8427e", Some(Type::Token)),
            ("https://example.org/a", Some(Type::Link)),
            ("Lampe", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Type::of(text), *expected, "{text}");
        }
    }
}
