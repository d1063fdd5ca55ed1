//! Name: how a member's name is written, compared and judged.
//!
//! In: raw bytes of a name. Out: the text to show; whether it is noise an operating system left; whether it
//! tries to leave the archive. A name is only ever shown and compared, never used as a path.

/// Characters of code page 437 from 0x80 on (ZIP's original encoding; APPNOTE 6.3.10, appendix D).
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Reads the raw bytes of a name.
pub(crate) fn decode(raw: &[u8], says_utf8: bool) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) if says_utf8 => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => decode_old(raw),
    }
}

/// Chooses between code pages 437 and 1252 by which gives more letters of western languages.
fn decode_old(raw: &[u8]) -> String {
    let dos: String = raw.iter().map(|byte| code_page_437(*byte)).collect();
    let windows = encoding_rs::WINDOWS_1252.decode_without_bom_handling(raw).0.into_owned();
    let letters = |text: &str| text.chars().filter(|c| ('À'..='ÿ').contains(c) || c.is_ascii()).count();
    if letters(&windows) > letters(&dos) { windows } else { dos }
}

fn code_page_437(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(high) => CODE_PAGE_437.chars().nth(usize::from(high)).unwrap_or('\u{fffd}'),
    }
}

/// Writes a name with `/` between its parts, for display; characters that steer a terminal or turn the direction of
/// writing show as a mark.
pub(crate) fn shown(name: &str) -> String {
    if name.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'\\') {
        return name.to_owned();
    }
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.chars()
        .map(|c| match c {
            '\\' => '/',
            c if steers(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// Tells whether an operating system left the file behind.
pub(crate) fn is_noise(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == "__MACOSX")
        || name.starts_with("._")
        || [".ds_store", "thumbs.db", "desktop.ini"].into_iter().any(|noise| name.eq_ignore_ascii_case(noise))
}

/// Tells whether a name has an ending, in whatever case its ASCII letters are.
pub(crate) fn ends_with(name: impl AsRef<[u8]>, end: &str) -> bool {
    let name = name.as_ref();
    let tail = name.len().checked_sub(end.len()).and_then(|start| name.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
}

/// Tells whether a name tries to leave the archive: `..`, an absolute path, a drive letter.
pub(crate) fn is_unsafe(path: &str) -> bool {
    let drive = matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    drive || path.starts_with('/') || path.split('/').any(|part| part == "..")
}
