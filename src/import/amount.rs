//! Amount: the text of a cell to an amount of money, by the sign of decimals it proves itself.
//!
//! In: a text, what else its row says, and the sign of decimals where the text does not prove one. Out: the amount with its
//! currency, or which part of it cannot be read.
//!
//! `12,50` has decimals whoever wrote it, and so has `1.234,5`; `1,234` may be either. A sign alone before three digits divides
//! thousands where a currency stands beside that has no thousandth part; else it is what the others of the column are; and where
//! they do not say either, money rarely has three decimals. A currency stands at an end, or for the sign itself (`12€50`).

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::currency::{self, Currency, decimals};
use super::record::Amount;

/// What stands around an amount and says nothing.
const AROUND: [char; 6] = ['\'', '|', ' ', '\t', '\u{a0}', '\u{202f}'];

/// What stands before or behind an amount that is less than nothing.
const MINUS: [char; 3] = ['-', '\u{2212}', '–'];

/// Words behind an amount that say it is with tax, as all that were paid are.
const WITH_TAX: [&str; 2] = ["TTC", "TVAC"];

/// Digits a decimal holds.
const DIGITS_MAX: usize = 29;

/// Which sign divides decimals where the text of an amount leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// This one: a recipe says so, or other amounts of the column.
    Of(char),
    /// Nobody says.
    Unsaid,
}

/// What the row of an amount says about it.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'r, 'a> {
    /// The sign of decimals where the text leaves it open.
    pub(crate) sign: Sign,
    /// What a column of currencies holds.
    pub(crate) currency: Option<&'r str>,
    /// The currency where none is written.
    pub(crate) unless_written: Option<&'a str>,
    /// Whether it counts the smallest parts of its currency.
    pub(crate) is_smallest: bool,
    /// How many pieces it is of one of.
    pub(crate) pieces: Option<&'r str>,
}

impl Beside<'_, '_> {
    /// Says nothing but the sign.
    pub(crate) fn nothing(sign: Sign) -> Self {
        Self { sign, currency: None, unless_written: None, is_smallest: false, pieces: None }
    }
}

/// An amount as it was read.
pub(crate) struct Read<'a> {
    pub(crate) amount: Amount<'a>,
    /// Whether nothing told that its one sign divides thousands.
    pub(crate) is_assumed: bool,
}

/// What of an amount cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The number, or what stands beside it in one cell.
    Amount,
    /// The currency beside it, which is none.
    Currency,
    /// The number of pieces.
    Pieces,
}

/// Reads an amount with what its row says about it.
pub(crate) fn of_row<'a>(text: &str, beside: &Beside<'_, 'a>) -> Result<Read<'a>, Unread> {
    let in_column = match beside.currency {
        Some(written) => Currency::in_cell(written).ok_or(Unread::Currency)?,
        None => Currency::None,
    };
    let settled = |own: Currency| -> Option<Cow<'a, str>> {
        let (sign, shared) = match (own, in_column) {
            (Currency::Code(code), _) | (Currency::None | Currency::Shared(..), Currency::Code(code)) => {
                return Some(Cow::Borrowed(code));
            }
            (Currency::Shared(sign, all), _) | (Currency::None, Currency::Shared(sign, all)) => (sign, all),
            (Currency::None, Currency::None) => return beside.unless_written.map(Cow::Borrowed),
        };
        // Of which dollar a sum is may be unsaid; that it is none of crowns is not.
        let known = beside.unless_written.filter(|code| shared.contains(code));
        Some(Cow::Borrowed(known.unwrap_or(sign)))
    };
    let mut is_assumed = false;
    let (mut value, currency) = match plain(text, beside.sign) {
        Some(value) => (value, settled(Currency::None)),
        None => match Written::of(text) {
            Some(written) => {
                let currency = settled(written.currency);
                let decimal = match written.mark().ok_or(Unread::Amount)? {
                    Mark::None => None,
                    Mark::Proven(sign) => Some(sign),
                    Mark::Open(sign) => match (beside.sign, currency.as_deref()) {
                        (Sign::Of(known), _) => Some(known),
                        (Sign::Unsaid, Some(code)) if decimals(code) > 2 => Some(sign),
                        (Sign::Unsaid, code) => {
                            is_assumed = code.is_none();
                            Some(other(sign))
                        }
                    },
                };
                (written.value(decimal).ok_or(Unread::Amount)?, currency)
            }
            None => (scientific(text).ok_or(Unread::Amount)?, settled(Currency::None)),
        },
    };
    if beside.is_smallest {
        value = of_smallest(value, currency.as_deref());
    }
    if let Some(written) = beside.pieces {
        value = pieces(written).and_then(|pieces| value.checked_mul(pieces)).ok_or(Unread::Pieces)?;
    }
    Ok(Read { amount: Amount { value, currency }, is_assumed })
}

/// Tells whether a text is an amount.
pub(crate) fn is_amount(text: &str) -> bool {
    of_row(text, &Beside::nothing(Sign::Unsaid)).is_ok()
}

/// Reads a number of pieces: `2`, `2,0`, `2 pcs`, `x2`. Pieces are few, and `1.000` is one.
pub(crate) fn pieces(text: &str) -> Option<Decimal> {
    let text = text.trim_matches(AROUND);
    let is_times = |c: char| matches!(c, 'x' | 'X' | '×' | '*');
    let text = text.trim_start_matches(is_times).trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-')).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    let is_unit =
        |c: char| !c.is_ascii_digit() && !currency::is_sign(c) && !matches!(c, '.' | ',' | '-' | '+');
    let unit = unit.trim_end_matches('.');
    let value = plain(number, Sign::Of('.')).or_else(|| plain(number, Sign::Of(',')))?;
    unit.chars().all(is_unit).then_some(value)
}

/// Reads an amount that counts the smallest parts of its currency (cents, and with the yen the yen itself) as one in its unit.
/// Without a currency they are hundredths.
fn of_smallest(value: Decimal, currency: Option<&str>) -> Decimal {
    let places = currency.map_or(2, decimals);
    let mut amount = value;
    match amount.set_scale(value.scale() + places) {
        Ok(()) => amount,
        // It has more digits than any money; dividing keeps as many as fit.
        Err(_) => value * Decimal::new(1, places),
    }
}

/// Reads `1.2E3`, as programs write large and small numbers.
fn scientific(text: &str) -> Option<Decimal> {
    let text = text.trim_matches(AROUND);
    let (number, exponent) = text.split_once(['e', 'E'])?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let is_exponent = exponent.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+'));
    (is_number && is_exponent).then(|| Decimal::from_scientific(text).ok()).flatten()
}

/// What an amount says about how those of its column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Habit {
    /// It has decimals behind this sign.
    Decimals(char),
    /// This sign stands alone before three digits.
    Open(char),
    /// It has four digits or more and nothing between them.
    Ungrouped,
    /// It says nothing.
    None,
}

/// Returns what an amount says about how those of its column are written.
pub(crate) fn habit(text: &str) -> Habit {
    let Some(written) = Written::of(text) else { return Habit::None };
    match written.mark() {
        Some(Mark::Proven(sign)) => Habit::Decimals(sign),
        Some(Mark::Open(sign)) => Habit::Open(sign),
        Some(Mark::None) if is_ungrouped(written.number) => Habit::Ungrouped,
        Some(Mark::None) | None => Habit::None,
    }
}

fn is_ungrouped(number: &str) -> bool {
    number.len() > 3 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads an amount of digits and one sign only, as most are written.
fn plain(text: &str, sign: Sign) -> Option<Decimal> {
    let (minus, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    if digits.len() > 18 || !matches!(digits.as_bytes().first(), Some(b'0'..=b'9')) {
        return None;
    }
    let is_decimal = |byte: u8| match sign {
        Sign::Of(sign) => char::from(byte) == sign,
        Sign::Unsaid => matches!(byte, b'.' | b','),
    };
    let (mut value, mut places) = (0_i64, None);
    for byte in digits.bytes() {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            places = places.map(|places: u32| places + 1);
        } else if places.is_none() && is_decimal(byte) {
            places = Some(0);
        } else {
            return None;
        }
    }
    if sign == Sign::Unsaid && places == Some(3) {
        return None;
    }
    Decimal::try_new(minus * value, places.unwrap_or(0)).ok()
}

/// Which sign divides the decimals of a number.
#[derive(Debug, Clone, Copy)]
enum Mark {
    /// It has none.
    None,
    /// It can be no other.
    Proven(char),
    /// This one sign in it may divide decimals or thousands.
    Open(char),
}

/// An amount taken apart.
struct Written<'t> {
    is_negative: bool,
    /// Digits, points, commas, and what divides thousands.
    number: &'t str,
    /// Its two decimals, where the currency stands for their sign.
    hundredths: &'t str,
    currency: Currency,
}

impl<'t> Written<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let text = text.trim_matches(AROUND);
        let (is_in_brackets, text) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (before, number, behind) = parted(text)?;
        // `12,-` and `12:-` are twelve, and `12,50-` is less than nothing.
        let whole = behind.strip_prefix([',', '.', ':']);
        let behind = match whole {
            Some("") => "",
            Some(dash) if dash.starts_with(['-', '–', '—']) => dash.trim_start_matches(['-', '–', '—']),
            Some(_) | None => behind,
        };
        let (is_minus, before) = signed(before);
        let (is_minus_behind, behind) = signed(behind);
        let around = Currency::beside(without_tax(before))?.and(Currency::beside(without_tax(behind))?)?;
        let (number, between, hundredths) = divided(number)?;
        let currency = around.and(between)?;
        let is_negative = is_in_brackets || is_minus || is_minus_behind;
        Some(Self { is_negative, number, hundredths, currency })
    }

    /// Returns the sign of its decimals; nothing where its signs stand as in no number.
    fn mark(&self) -> Option<Mark> {
        let number = self.number;
        let is_blank = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',');
        let sign = number.chars().rev().find(|c| matches!(c, '.' | ','));
        let split = sign.and_then(|sign| Some((sign, number.rsplit_once(sign)?)));
        if let Some(blank) = number.chars().find(|c| is_blank(*c)) {
            let (whole, after) = split.map_or((number, ""), |(_, parts)| parts);
            let is_sound = is_grouped_by_threes(whole, blank) && is_digits(after);
            return is_sound.then(|| sign.map_or(Mark::None, Mark::Proven));
        }
        let Some((sign, (before, after))) = split else { return Some(Mark::None) };
        let (points, commas) = (number.matches('.').count(), number.matches(',').count());
        match (points, commas) {
            (0 | 1, 0 | 1) if points + commas == 1 => {
                let is_group =
                    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
                Some(if !is_group {
                    Mark::Proven(sign)
                } else if self.currency.is_of_hundred_parts() {
                    Mark::Proven(other(sign))
                } else {
                    Mark::Open(sign)
                })
            }
            (0, _) | (_, 0) => is_grouped(number, sign).then(|| Mark::Proven(other(sign))),
            (_, _) => {
                let is_sound = !before.contains(sign) && is_grouped(before, other(sign));
                is_sound.then_some(Mark::Proven(sign))
            }
        }
    }

    /// Returns its value, its decimals standing behind a sign.
    fn value(&self, decimal: Option<char>) -> Option<Decimal> {
        let (whole, decimals) =
            decimal.and_then(|sign| self.number.rsplit_once(sign)).unwrap_or((self.number, ""));
        let mut value = 0_i128;
        let mut count = 0;
        let all = whole.bytes().chain(decimals.bytes()).chain(self.hundredths.bytes());
        for byte in all.filter(u8::is_ascii_digit) {
            value = value * 10 + i128::from(byte - b'0');
            count += 1;
            if count > DIGITS_MAX {
                return None;
            }
        }
        let places = u32::try_from(decimals.len() + self.hundredths.len()).ok()?;
        Decimal::try_from_i128_with_scale(if self.is_negative { -value } else { value }, places).ok()
    }
}

/// Returns the number in a text from its first digit to its last, and what stands on both sides of it.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (mut first, last) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
    let mut before = text.get(..first)?.chars().rev();
    // `.50` has no whole; the point of `Fr.50` is none of the number.
    let is_point = before.next().is_some_and(|c| matches!(c, '.' | ','));
    if is_point && !before.next().is_some_and(char::is_alphabetic) {
        first -= 1;
    }
    Some((text.get(..first)?, text.get(first..last)?, text.get(last..)?))
}

/// Takes the sign of less or more than nothing away from what stands beside a number.
fn signed(text: &str) -> (bool, &str) {
    let text = text.trim_matches(AROUND);
    let minus = text.strip_prefix(MINUS).or_else(|| text.strip_suffix(MINUS));
    let plus = || text.strip_prefix('+').or_else(|| text.strip_suffix('+')).unwrap_or(text);
    let (is_minus, text) = minus.map_or_else(|| (false, plus()), |text| (true, text));
    (is_minus, text.trim_matches(AROUND))
}

fn without_tax(text: &str) -> &str {
    let known = WITH_TAX.iter().find_map(|word| text.strip_suffix(word));
    let known = known.filter(|rest| !rest.ends_with(char::is_alphabetic));
    known.unwrap_or(text).trim_end_matches(AROUND)
}

/// Takes a number apart at a currency within it, which stands for the sign of decimals.
fn divided(number: &str) -> Option<(&str, Currency, &str)> {
    let is_of_number =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’');
    let Some(start) = number.find(|c: char| !is_of_number(c)) else {
        return Some((number, Currency::None, ""));
    };
    let (whole, rest) = number.split_at_checked(start)?;
    let (between, hundredths) = rest.split_at_checked(rest.find(is_of_number)?)?;
    let whole = whole.trim_end_matches(AROUND);
    let currency = Currency::beside(between)?;
    let hundredths = hundredths.trim_matches(AROUND);
    let is_divided = hundredths.len() == 2 && is_digits(hundredths) && is_digits(whole) && !whole.is_empty();
    is_divided.then_some((whole, currency, hundredths))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn other(sign: char) -> char {
    if sign == ',' { '.' } else { ',' }
}

/// Tells whether a sign divides digits into groups: of three, or as in India of two before the last three.
fn is_grouped(number: &str, sign: char) -> bool {
    let Some((begun, last)) = number.rsplit_once(sign) else {
        return (1..=3).contains(&number.len());
    };
    let of_two = || {
        let mut groups = begun.split(sign);
        groups.next().is_some_and(|first| (1..=2).contains(&first.len()))
            && groups.all(|group| group.len() == 2)
    };
    is_grouped_by_threes(number, sign) || last.len() == 3 && of_two()
}

fn is_grouped_by_threes(number: &str, sign: char) -> bool {
    let mut groups = number.split(sign);
    let is_begun = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
    is_begun && groups.all(|group| group.len() == 3 && is_digits(group))
}
