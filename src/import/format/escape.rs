//! Escape: the escapes of a JSON string to the characters they stand for.
//!
//! In: what stands between two quotes. Out: the text, and how many halves of characters stood alone in it. Not here: where a
//! string ends (`token`).

use memchr::memchr;

use super::text::Changes;

/// Resolves the escapes of a string and counts the halves of characters that stand alone; nothing where an escape is
/// none.
pub(super) fn resolve(mut text: &str, resolved: &mut String, changes: &Changes) -> Option<u64> {
    let mut lone = 0;
    while let Some(at) = memchr(b'\\', text.as_bytes()) {
        resolved.push_str(text.get(..at)?);
        let escape = *text.as_bytes().get(at + 1)?;
        // Behind an escape that is none the text may be cut inside a character, and then it is none all the same.
        text = text.get(at + 2..)?;
        let plain = match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = unit(text)?;
                text = text.get(4..)?;
                let second = text.strip_prefix("\\u").and_then(unit);
                let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
                let is_high = (0xd800..0xdc00).contains(&first);
                if let Some(pair) = pair.filter(|_| is_high) {
                    text = text.get(6..)?;
                    pair
                } else {
                    let alone = char::from_u32(u32::from(first));
                    lone += u64::from(alone.is_none());
                    alone.unwrap_or(char::REPLACEMENT_CHARACTER)
                }
            }
            // Behind a sign that needs no escape the backslash is one of the text, but for the quote of other languages.
            b' '..=b'~' => {
                changes.count_lapse();
                if escape != b'\'' {
                    resolved.push('\\');
                }
                char::from(escape)
            }
            _ => return None,
        };
        resolved.push(plain);
    }
    resolved.push_str(text);
    Some(lone)
}

/// Reads the four digits of a code unit.
fn unit(text: &str) -> Option<u16> {
    let digit = |unit: u16, byte: &u8| {
        let value = char::from(*byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(unit << 4 | value)
    };
    text.as_bytes().get(..4)?.iter().try_fold(0, digit)
}
