//! Amount: the text of a cell to an amount of money, by the sign of decimals it proves itself.
//!
//! In: a text, and the sign of decimals where the text does not prove one. Out: the amount with the currency that stands
//! beside it, or nothing where the text is none.
//!
//! `12,50` has decimals whoever wrote it, and so has `1.234,5`; `1,234` may be either. A sign alone before three digits divides
//! thousands where a currency stands beside that has no thousandth part; else it is what the others of the column are.

use rust_decimal::Decimal;

use super::currency::{self, decimals};
use super::record::Amount;

/// Digits between two signs of thousands; India writes two of them.
const GROUP: std::ops::RangeInclusive<usize> = 2..=3;

/// What stands around an amount and says nothing.
const AROUND: [char; 6] = ['\'', '|', ' ', '\t', '\u{a0}', '\u{202f}'];

/// Reads an amount, and the currency if it stands beside. `unless_proven` is the sign of decimals where the text leaves open which
/// it is.
pub(crate) fn read(text: &str, unless_proven: char) -> Option<Amount<'static>> {
    if let Some(value) = plain(text, unless_proven) {
        return Some(Amount { value, currency: None });
    }
    let Some(written) = Written::of(text) else { return scientific(text) };
    let mut number = String::with_capacity(text.len());
    let decimal = match written.mark() {
        Mark::None => None,
        Mark::Proven(sign) => Some(sign),
        Mark::Open => Some(unless_proven),
        Mark::Nonsense => return None,
    };
    if written.is_negative {
        number.push('-');
    }
    for c in written.number.chars() {
        match c {
            '0'..='9' => number.push(c),
            c if Some(c) == decimal => number.push('.'),
            _ => {}
        }
    }
    let value = Decimal::from_str_exact(&number).ok()?;
    Some(Amount { value, currency: written.currency.code().map(Into::into) })
}

/// Reads an amount that counts the smallest parts of its currency (cents, and with the yen the yen itself) as one in its unit.
/// Without a currency they are hundredths.
pub(crate) fn of_smallest(value: Decimal, currency: Option<&str>) -> Decimal {
    let places = currency.map_or(2, decimals);
    let mut amount = value;
    match amount.set_scale(value.scale() + places) {
        Ok(()) => amount,
        // It has more digits than any money; dividing keeps as many as fit.
        Err(_) => value * Decimal::new(1, places),
    }
}

/// Reads `1.2E3`, as programs write large and small numbers.
fn scientific(text: &str) -> Option<Amount<'static>> {
    let text = text.trim_matches(AROUND);
    let (number, exponent) = text.split_once(['e', 'E'])?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let is_exponent = exponent.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+'));
    let value = (is_number && is_exponent).then(|| Decimal::from_scientific(text).ok()).flatten()?;
    Some(Amount { value, currency: None })
}

/// Returns the sign of decimals a text proves, if it is an amount and proves one.
pub(crate) fn proven_sign(text: &str) -> Option<char> {
    match Written::of(text)?.mark() {
        Mark::Proven(sign) => Some(sign),
        Mark::None | Mark::Open | Mark::Nonsense => None,
    }
}

/// Reads an amount of digits and the expected sign only, as most are written.
fn plain(text: &str, decimal: char) -> Option<Decimal> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    if digits.len() > 18 || !matches!(digits.as_bytes().first(), Some(b'0'..=b'9')) {
        return None;
    }
    let (mut value, mut places) = (0_i64, None);
    for byte in digits.bytes() {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            places = places.map(|places: u32| places + 1);
        } else if char::from(byte) == decimal && places.is_none() {
            places = Some(0);
        } else {
            return None;
        }
    }
    Decimal::try_new(sign * value, places.unwrap_or(0)).ok()
}

/// The currency written beside an amount.
enum Currency {
    None,
    /// A sign that several currencies share.
    Some,
    /// Its code in ISO 4217.
    Code(String),
}

impl Currency {
    fn of(written: &str) -> Option<Self> {
        Some(match written {
            "" => Self::None,
            "$" | "kr" | "Kr" | "¥" => Self::Some,
            code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                Self::Code(code.to_owned())
            }
            word => Self::Code(currency::of_sign(word).or_else(|| currency::code(word))?.to_owned()),
        })
    }

    /// Tells whether amounts in it have at most two decimals.
    fn is_of_hundred_parts(&self) -> bool {
        match self {
            Self::None => false,
            Self::Some => true,
            Self::Code(code) => decimals(code) <= 2,
        }
    }

    fn code(self) -> Option<String> {
        match self {
            Self::None | Self::Some => None,
            Self::Code(code) => Some(code),
        }
    }
}

/// Which sign divides the decimals of a number.
enum Mark {
    /// It has none.
    None,
    /// It can be no other.
    Proven(char),
    /// The one sign in it may divide decimals or thousands.
    Open,
    /// Its signs stand as in no number.
    Nonsense,
}

/// An amount taken apart.
struct Written {
    is_negative: bool,
    /// Digits, points, commas, and what divides thousands.
    number: String,
    currency: Currency,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim_matches(AROUND);
        let (is_in_brackets, text) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
            Some(text) => (true, text),
            None => (false, text),
        };
        let is_of_currency = |c: &char| c.is_alphabetic() || currency::is_sign(*c);
        let currency = Currency::of(&text.chars().filter(is_of_currency).collect::<String>())?;
        let number: String = text.chars().filter(|c| !is_of_currency(c)).collect();
        let number = number.trim_matches(AROUND);
        // `Fr. 12` is shortened, and its point no sign of the number.
        let is_shortened = !matches!(currency, Currency::None) && number.starts_with(". ");
        let number = if is_shortened { number.trim_start_matches(['.', ' ']) } else { number };
        // `12,-` and `12:-` are twelve, and `12,50-` is less than nothing.
        let whole = number.strip_suffix(['-', '–', '—']).and_then(|rest| rest.strip_suffix([',', '.', ':']));
        let number = whole.unwrap_or(number);
        let is_minus = ['-', '\u{2212}'];
        let (has_minus, number) =
            match number.strip_prefix(is_minus).or_else(|| number.strip_suffix(is_minus)) {
                Some(number) => (true, number),
                None => (false, number.strip_prefix('+').unwrap_or(number)),
            };
        let number = number.trim_matches(AROUND);
        let is_of_number =
            |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’');
        let holds = number.bytes().any(|byte| byte.is_ascii_digit()) && number.chars().all(is_of_number);
        holds.then(|| Self { is_negative: is_in_brackets || has_minus, number: number.to_owned(), currency })
    }

    fn mark(&self) -> Mark {
        let number = self.number.as_str();
        let (points, commas) = (number.matches('.').count(), number.matches(',').count());
        let sign = number.chars().rev().find(|c| matches!(c, '.' | ','));
        let Some(sign) = sign else { return Mark::None };
        let Some((before, after)) = number.rsplit_once(sign) else { return Mark::None };
        match (points, commas) {
            (0 | 1, 0 | 1) if points + commas == 1 => {
                let is_group = after.len() == 3
                    && (1..=3).contains(&before.len())
                    && !before.starts_with('0')
                    && before.bytes().all(|byte| byte.is_ascii_digit());
                if !is_group {
                    Mark::Proven(sign)
                } else if self.currency.is_of_hundred_parts() {
                    Mark::Proven(other(sign))
                } else {
                    Mark::Open
                }
            }
            (0, _) | (_, 0) if is_grouped(number, sign) => Mark::Proven(other(sign)),
            (0, _) | (_, 0) => Mark::Nonsense,
            (_, _) if !before.contains(sign) && is_grouped(before, other(sign)) => Mark::Proven(sign),
            (_, _) => Mark::Nonsense,
        }
    }
}

fn other(sign: char) -> char {
    if sign == ',' { '.' } else { ',' }
}

/// Tells whether a sign divides digits into groups.
fn is_grouped(number: &str, sign: char) -> bool {
    let mut groups = number.split(sign);
    let is_begun = groups.next().is_some_and(|first| !first.is_empty() && first.len() <= 3);
    is_begun && groups.all(|group| GROUP.contains(&group.len()))
}
