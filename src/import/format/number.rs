//! Number: the numbers of JSON (RFC 8259, section 6).
//!
//! In: bytes. Out: whether they are a number, or how many of the first bytes are one. Nothing is computed: numbers keep every
//! digit as written. Not here: amounts and dates (`value`).

/// Returns the bytes of a number that is nothing but digits and a sign, as most are, where what stands behind it ends it.
pub(super) fn whole_number(text: &[u8]) -> Option<usize> {
    let sign = usize::from(text.first() == Some(&b'-'));
    let digits = text.get(sign..)?.iter().position(|byte| !byte.is_ascii_digit())?;
    let end = text.get(sign + digits)?;
    let is_number = digits == 1 || digits > 1 && text.get(sign) != Some(&b'0');
    let is_ended = matches!(end, b',' | b']' | b'}') || is_space(*end);
    (is_number && is_ended).then_some(sign + digits)
}

/// Tells whether a text is a number of RFC 8259.
pub(super) fn is_number(text: &[u8]) -> bool {
    let digits = |text: &mut &[u8]| {
        let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        *text = text.get(count..).unwrap_or_default();
        count
    };
    let mut rest = text.strip_prefix(b"-").unwrap_or(text);
    let starts_with_zero = rest.starts_with(b"0");
    let whole = digits(&mut rest);
    if whole == 0 || starts_with_zero && whole > 1 {
        return false;
    }
    if let Some(mut fraction) = rest.strip_prefix(b".") {
        if digits(&mut fraction) == 0 {
            return false;
        }
        rest = fraction;
    }
    if let Some(exponent) = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E")) {
        let mut exponent =
            exponent.strip_prefix(b"-").or_else(|| exponent.strip_prefix(b"+")).unwrap_or(exponent);
        if digits(&mut exponent) == 0 {
            return false;
        }
        rest = exponent;
    }
    rest.is_empty()
}

/// Tells whether a byte is white space of JSON (RFC 8259, section 2).
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::{is_number, whole_number};

    #[test]
    fn a_whole_number_is_found_where_it_ends_and_is_a_number_of_the_rules() {
        for text in ["0,", "-0]", "7}", "-12 ", "10\n", "99999999999999999999999,"] {
            let length = text.len() - 1;
            assert_eq!(whole_number(text.as_bytes()), Some(length), "{text}");
            assert!(is_number(&text.as_bytes()[..length]), "{text}");
        }
        // What is none, goes on or has more to it is left to who looks closer.
        for text in ["", "-", "-,", "12", "012,", "-01]", "1.5,", "1e5,", "12\"", "+1,", "a,", "1\u{b},"] {
            assert_eq!(whole_number(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn numbers_follow_the_rules() {
        for text in ["0", "-0", "10", "-1.50", "1e5", "1E-05", "0.1e+9"] {
            assert!(is_number(text.as_bytes()), "{text}");
        }
        for text in ["", "-", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "1a", "0x1"] {
            assert!(!is_number(text.as_bytes()), "{text}");
        }
    }
}
