//! Currency: the codes of ISO 4217, into how many parts their unit is divided, and the signs they are written by.
//!
//! In: a word, a sign, a cell or a name of a column. Out: the code it stands for, and the decimals of its amounts. What several
//! currencies share (`$`, `kr`, `¥`) is none of them, and stays that sign; what is in no list is no currency.
//!
//! Not here: reading amounts (`amount`).

use std::sync::OnceLock;

/// Codes of currencies and funds that people pay with (ISO 4217 list one, and the kuna from list three, read on
/// 28 November 2026; beside it what the euro replaced, and units that were exchanged for one of a like name, whose codes
/// Unicode CLDR has too, in Babel 2.19.0), by the number of decimals.
const WHOLE: &str =
    "BEF BIF BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF PTE PYG ROL RWF TRL UGX UYI VND VUV XAF XOF XPF";
const OF_HUNDRED: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS \
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
    NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB \
    TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG \
    ATS CUC CYP DEM EEK FIM FRF IEP LTL LVL MRO MTL NLG PLZ RUR SIT SKK SLL STD VEF ZWL";
const OF_THOUSAND: &str = "BHD IQD JOD KWD LYD OMR TND";
const OF_TEN_THOUSAND: &str = "CLF UYW";

/// Signs and short names that one currency has, as they stand beside an amount.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("US$", "USD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("NT$", "TWD"),
    ("R$", "BRL"),
    ("MX$", "MXN"),
    ("fr", "CHF"),
    ("SFr", "CHF"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("ft", "HUF"),
    ("lei", "RON"),
    ("лв", "BGN"),
    ("руб", "RUB"),
    ("грн", "UAH"),
    ("TL", "TRY"),
    ("RMB", "CNY"),
    ("元", "CNY"),
    ("円", "JPY"),
    ("₴", "UAH"),
    ("₽", "RUB"),
    ("₹", "INR"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₫", "VND"),
];

/// Signs that several currencies share, and those they stand for.
const SHARED: &[(&str, &[&str])] = &[
    ("$", DOLLARS),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("Rs", &["INR", "PKR", "LKR", "NPR", "MUR"]),
];
const DOLLARS: &[&str] = &[
    "USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD", "TWD", "ARS", "CLP", "COP", "UYU", "JMD", "BBD", "BSD",
    "BZD", "FJD", "XCD", "TTD", "NAD",
];

/// Numbers of countries in formats of spreadsheets (Windows language codes, MS-LCID, read on 28 November 2026) whose sign of
/// money others share.
const COUNTRIES: [(&str, &str); 11] = [
    ("409", "USD"),
    ("1009", "CAD"),
    ("C0C", "CAD"),
    ("C09", "AUD"),
    ("1409", "NZD"),
    ("80A", "MXN"),
    ("411", "JPY"),
    ("804", "CNY"),
    ("41D", "SEK"),
    ("414", "NOK"),
    ("406", "DKK"),
];

/// Codes that are words too; a name in capitals that ends with one need not mean money of it.
const WORDS: [&str; 9] = ["ALL", "ANG", "COP", "CUP", "MOP", "PEN", "SOS", "TOP", "TRY"];

/// Tells whether a code is a word too.
pub(crate) fn is_word(code: &str) -> bool {
    WORDS.contains(&code)
}

/// The currency that is written beside an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Currency {
    None,
    /// One of several that share a sign: the sign, and their codes.
    Shared(&'static str, &'static [&'static str]),
    /// Its code.
    Code(&'static str),
}

impl Currency {
    /// Reads what stands beside an amount in its cell; nothing where it is no currency.
    pub(crate) fn beside(written: &str) -> Option<Self> {
        if written.is_empty() {
            return Some(Self::None);
        }
        let written = written.strip_suffix('.').unwrap_or(written);
        if let Some(code) = code(written) {
            let is_word = WORDS.contains(&code) && written != code;
            return (!is_word).then_some(Self::Code(code));
        }
        if let Some(code) = of_sign(written) {
            return Some(Self::Code(code));
        }
        let shared = SHARED.iter().find(|(sign, _)| sign.eq_ignore_ascii_case(written));
        if let Some((_, codes)) = shared {
            // Of several ways to write one sign, the first is kept.
            let sign = SHARED.iter().find(|(_, known)| known == codes).map_or("", |(sign, _)| sign);
            return Some(Self::Shared(sign, codes));
        }
        // `US $`, `$ USD`
        let (one, other) = written.split_once(char::is_whitespace)?;
        let (one, other) = (one.trim_end(), other.trim_start());
        let joined = SIGNS.iter().find(|(sign, _)| sign.strip_prefix(one) == Some(other));
        match joined {
            Some((_, code)) => Some(Self::Code(code)),
            None => Self::beside(one)?.and(Self::beside(other)?),
        }
    }

    /// Reads a cell of a column of currencies: a code in capitals or not, a sign, or words with one of them (`Euro (EUR)`).
    pub(crate) fn in_cell(written: &str) -> Option<Self> {
        if let Some(code) = code(written) {
            return Some(Self::Code(code));
        }
        if let Some(found) = Self::beside(written) {
            return Some(found);
        }
        let is_between = |c: char| !c.is_alphanumeric() && !is_sign(c);
        let words = written.split(is_between).filter(|word| !word.is_empty());
        let is_whole = |word: &&str| of_sign(word).is_some() || code(word) == Some(*word);
        let mut found = words.filter(is_whole).filter_map(Self::beside);
        found.next().and_then(|first| found.try_fold(first, Self::and))
    }

    /// Returns the one that two signs of one amount give; nothing where they are of two.
    pub(crate) fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::None, one) | (one, Self::None) => Some(one),
            (Self::Code(one), Self::Code(other)) => (one == other).then_some(self),
            (Self::Code(code), Self::Shared(_, all)) | (Self::Shared(_, all), Self::Code(code)) => {
                all.contains(&code).then_some(Self::Code(code))
            }
            (Self::Shared(_, one), Self::Shared(_, other)) => (one == other).then_some(self),
        }
    }

    /// Tells whether amounts in it have at most two decimals.
    pub(crate) fn is_of_hundred_parts(self) -> bool {
        match self {
            Self::None => false,
            Self::Shared(..) => true,
            Self::Code(code) => decimals(code) <= 2,
        }
    }
}

/// Tells whether two amounts may be of one currency: their codes are the same, one has none, or the sign of one stands for the other.
pub(crate) fn may_be_one(one: &str, other: &str) -> bool {
    let is_of =
        |sign: &str, code: &str| SHARED.iter().any(|(known, codes)| *known == sign && codes.contains(&code));
    one.is_empty() || other.is_empty() || one == other || is_of(one, other) || is_of(other, one)
}

/// Signs of currencies that stand beside amounts.
pub(crate) fn is_sign(c: char) -> bool {
    matches!(c, '€' | '£' | '$' | '¥' | '￥' | '₴' | '₽' | '₹' | '₺' | '₪' | '₩' | '₫')
}

/// Returns how many decimals amounts in a currency have; of an unknown one two, as of nearly all.
pub fn decimals(code: &str) -> u32 {
    let is_of = |codes: &str| codes.split_ascii_whitespace().any(|known| known == code);
    if is_of(WHOLE) {
        0
    } else if is_of(OF_THOUSAND) {
        3
    } else if is_of(OF_TEN_THOUSAND) {
        4
    } else {
        2
    }
}

/// Returns the code that is written so, in capitals or not.
pub(crate) fn code(word: &str) -> Option<&'static str> {
    static CODES: OnceLock<Codes> = OnceLock::new();
    CODES.get_or_init(Codes::new).find(word.as_bytes())
}

/// All codes, each found by its letters alone: this is asked of every row that gives its currency.
struct Codes {
    codes: Vec<&'static str>,
    /// By what three letters stand for in a number of base 26: the place of the code behind nothing.
    places: Vec<u8>,
}

impl Codes {
    fn new() -> Self {
        let all = [OF_HUNDRED, WHOLE, OF_THOUSAND, OF_TEN_THOUSAND];
        let codes: Vec<_> = all.into_iter().flat_map(str::split_ascii_whitespace).collect();
        let mut places = vec![0; 26 * 26 * 26];
        for (place, code) in (1..=u8::MAX).zip(&codes) {
            if let Some(at) = Self::seat(code.as_bytes()).and_then(|seat| places.get_mut(seat)) {
                *at = place;
            }
        }
        Self { codes, places }
    }

    fn seat(word: &[u8]) -> Option<usize> {
        let [_, _, _] = word else { return None };
        let letter = |byte: &u8| byte.is_ascii_alphabetic().then(|| usize::from((byte | 0x20) - b'a'));
        word.iter().try_fold(0, |seat, byte| Some(seat * 26 + letter(byte)?))
    }

    fn find(&self, word: &[u8]) -> Option<&'static str> {
        let place = *self.places.get(Self::seat(word)?)?;
        self.codes.get(usize::from(place).checked_sub(1)?).copied()
    }
}

/// Returns the currency a sign or a short name stands for, if it stands for one.
pub(crate) fn of_sign(sign: &str) -> Option<&'static str> {
    let folded = sign.to_lowercase();
    SIGNS.iter().find(|(known, _)| *known == sign || *known == folded).map(|(_, code)| *code)
}

/// Returns the currency in which a spreadsheet shows numbers: `#,##0.00 "CHF"`, `[$€-407]`, `[$$-409]`.
pub(crate) fn in_format(format: &str) -> Option<&'static str> {
    let positive = format.split(';').next().unwrap_or_default();
    let of_country = positive.split_once("[$").and_then(|(_, rest)| rest.split_once(']'));
    if let Some((inside, _)) = of_country {
        let (sign, country) = inside.split_once('-').unwrap_or((inside, ""));
        let shared = || COUNTRIES.iter().find(|(number, _)| number.eq_ignore_ascii_case(country));
        let own = of_sign(sign.trim()).or_else(|| code(sign.trim()));
        return own.or_else(|| shared().filter(|_| !sign.is_empty()).map(|(_, code)| *code));
    }
    let quoted = positive.split('"').skip(1).step_by(2).find_map(|text| {
        let text = text.trim();
        of_sign(text).or_else(|| code(text).filter(|code| *code == text))
    });
    let bare = || positive.chars().filter(|c| is_sign(*c)).find_map(|c| of_sign(c.encode_utf8(&mut [0; 4])));
    quoted.or_else(bare)
}

/// Returns the currency the name of a column gives: `Prix TTC (€)`, `Betrag CHF`, `total_eur`, `priceUSD`.
pub(crate) fn in_name(name: &str) -> Option<&'static str> {
    let is_between = |c: char| !c.is_alphanumeric() && !is_sign(c);
    let mut words: Vec<&str> = name.split(is_between).filter(|word| !word.is_empty()).collect();
    // `priceUSD`: a code in capitals behind a small letter.
    let joined = words.last().and_then(|last| {
        let start = last.len().checked_sub(3)?;
        let before = last.get(..start)?.chars().next_back()?;
        before.is_lowercase().then(|| last.get(start..)).flatten()
    });
    words.extend(joined.filter(|code| code.bytes().all(|byte| byte.is_ascii_uppercase())));
    let is_shouted = !name.chars().any(char::is_lowercase);
    let is_enclosed = |word: &str| {
        ["(", "["].iter().any(|open| name.contains(&format!("{open}{word}")))
            && [")", "]"].iter().any(|close| name.contains(&format!("{word}{close}")))
    };
    let last = words.len().saturating_sub(1);
    words.iter().enumerate().find_map(|(at, word)| {
        if let Some(code) = of_sign(word).filter(|_| word.chars().any(is_sign) || *word == "zł") {
            return Some(code);
        }
        // `Total (all)`, `TOP-up amount`: what is a word too needs its capitals, and `all` never means the lek.
        let is_word = |code: &str| WORDS.contains(&code) && (*word != code || code == "ALL");
        let code = code(word).filter(|code| !is_word(code))?;
        let is_code = *word == code && !is_shouted && (at == last || !WORDS.contains(&code));
        let stands_out = is_code || at == last && !WORDS.contains(&code) && last > 0;
        (is_enclosed(word) || stands_out).then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::{Currency, decimals, in_format, in_name};

    #[test]
    fn the_name_of_a_column_gives_its_currency_and_no_word_is_taken_for_one() {
        let cases = [
            ("Betrag CHF", Some("CHF")),
            ("Amount (INR)", Some("INR")),
            ("Total USD", Some("USD")),
            ("Total (CAD)", Some("CAD")),
            ("TOTAL_SEK", Some("SEK")),
            ("total_eur", Some("EUR")),
            ("priceUSD", Some("USD")),
            ("Prix TTC (€)", Some("EUR")),
            ("Kwota [zł]", Some("PLN")),
            ("EUR amount", Some("EUR")),
            ("Amount in EUR incl. VAT", Some("EUR")),
            ("TOTAL ALL", None),
            ("total of all", None),
            ("Total ($)", None),
            ("try total", None),
            ("montant", None),
            ("Total", None),
            ("Total (all)", None),
            ("Total (ALL)", None),
            ("TOP-up amount", None),
            ("Total [try]", None),
            ("Total [TRY]", Some("TRY")),
            ("Fiyat TRY", Some("TRY")),
        ];
        for (name, code) in cases {
            assert_eq!(in_name(name), code, "{name}");
        }
    }

    #[test]
    fn every_code_is_found_and_every_other_word_is_none() {
        let all = [super::OF_HUNDRED, super::WHOLE, super::OF_THOUSAND, super::OF_TEN_THOUSAND];
        let codes: Vec<&str> = all.into_iter().flat_map(str::split_ascii_whitespace).collect();
        assert!(codes.len() < 256);
        for known in &codes {
            assert_eq!(super::code(known), Some(*known));
            assert_eq!(super::code(&known.to_lowercase()), Some(*known));
        }
        for word in ["", "EU", "EURO", "E1R", "ÉUR", "PTS", "ZZZ", "AAA"] {
            assert_eq!(super::code(word), None, "{word}");
        }
    }

    #[test]
    fn a_cell_of_a_column_of_currencies_gives_a_code_that_exists_or_none() {
        let codes = [
            ("EUR", "EUR"),
            ("eur", "EUR"),
            ("ALL", "ALL"),
            ("€", "EUR"),
            ("zł", "PLN"),
            ("ZŁ", "PLN"),
            ("kč", "CZK"),
            ("Kč", "CZK"),
            ("₹", "INR"),
            ("US$", "USD"),
            ("US $", "USD"),
            ("FT.", "HUF"),
            ("LEI", "RON"),
            ("Euro (EUR)", "EUR"),
            ("€ EUR", "EUR"),
            ("USD - US Dollar", "USD"),
            ("DEM", "DEM"),
        ];
        for (written, code) in codes {
            assert_eq!(Currency::in_cell(written), Some(Currency::Code(code)), "{written}");
        }
        for written in ["$", "kr", "KR", "kr.", "¥"] {
            assert!(matches!(Currency::in_cell(written), Some(Currency::Shared(..))), "{written}");
        }
        for written in ["PTS", "KWH", "XYZ", "points", "EUR USD", "17"] {
            assert_eq!(Currency::in_cell(written), None, "{written}");
        }
    }

    #[test]
    fn the_format_of_a_cell_gives_its_currency() {
        let cases = [
            ("#,##0.00 \"CHF\"", Some("CHF")),
            ("[$$-409]#,##0.00", Some("USD")),
            ("#,##0.00 [$€-407]", Some("EUR")),
            ("[$CHF-807] #,##0.00;-0", Some("CHF")),
            ("#,##0.00\\ \"€\"", Some("EUR")),
            ("#,##0.00 €", Some("EUR")),
            ("\"$\"#,##0.00", None),
            ("[$-409]d mmm yyyy", None),
            ("0.00 \"all\" ", None),
            ("0.00", None),
            ("General", None),
        ];
        for (format, code) in cases {
            assert_eq!(in_format(format), code, "{format}");
        }
    }

    #[test]
    fn a_unit_has_as_many_decimals_as_the_standard_says() {
        let cases = [("EUR", 2), ("JPY", 0), ("KRW", 0), ("TND", 3), ("KWD", 3), ("CLF", 4), ("XYZ", 2)];
        assert!(cases.iter().all(|(code, places)| decimals(code) == *places));
    }
}
