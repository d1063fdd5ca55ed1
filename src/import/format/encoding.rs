//! Encoding: which one a text is in, and its characters.
//!
//! In: the first bytes of a text. Out: its [`Encoding`], and a [`Decoder`] for all of them. A byte order mark decides, else UTF-8
//! where the bytes are valid, UTF-16 where every other byte is zero; else what chardetng finds likely. It knows the
//! encodings of the web. Answers made by older programs are also in those of DOS and of the first Macintosh, which are told
//! by their letters: read as Windows wrote them, they give signs where the languages of western Europe have none.
//!
//! Not here: what to do with bytes that are no text (`text`).

use std::cell::RefCell;
use std::collections::HashSet;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Characters of code page 850 from 0x80 on, as of 1998, when the euro took the place of the dotless i (IBM CDRA, code page 858).
const CODE_PAGE_850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö',
    'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®',
    '¬', '½', '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥',
    '┐', '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë',
    'È', '€', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ',
    'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³',
    '²', '■', '\u{a0}',
];

/// How often letters beyond ASCII come in texts of western Europe: of a thousand such letters, roughly (counted in texts of
/// one's own; only their order matters, and which do not come at all).
const LETTERS: &[&[(char, u32)]] = &[
    // French
    &[
        ('é', 600),
        ('è', 110),
        ('à', 120),
        ('ê', 45),
        ('ç', 30),
        ('ô', 25),
        ('î', 12),
        ('û', 10),
        ('â', 15),
        ('ù', 12),
        ('ï', 5),
        ('ë', 5),
        ('œ', 10),
        ('ü', 1),
    ],
    // German
    &[('ü', 400), ('ä', 300), ('ö', 200), ('ß', 90), ('é', 5), ('è', 2), ('à', 2)],
    // Spanish, Catalan
    &[
        ('ó', 330),
        ('í', 240),
        ('á', 200),
        ('ñ', 90),
        ('é', 110),
        ('ú', 60),
        ('ü', 5),
        ('ç', 5),
        ('à', 5),
        ('è', 5),
        ('ò', 5),
    ],
    // Italian
    &[('à', 400), ('è', 260), ('ò', 120), ('ù', 120), ('ì', 70), ('é', 40)],
    // Portuguese
    &[
        ('ã', 250),
        ('ç', 200),
        ('á', 120),
        ('é', 120),
        ('í', 80),
        ('ó', 70),
        ('ê', 60),
        ('õ', 50),
        ('â', 30),
        ('ú', 40),
        ('à', 30),
        ('ô', 20),
    ],
    // Dutch
    &[('ë', 400), ('é', 300), ('ï', 100), ('ö', 50), ('ü', 50), ('è', 40), ('ê', 10), ('ç', 5), ('ó', 10)],
    // Swedish, Finnish, Danish, Norwegian
    &[('ä', 300), ('ö', 200), ('å', 230), ('ø', 170), ('æ', 90), ('é', 15), ('ü', 3)],
];
/// As much at least is looked at where a text goes on behind it.
const CUT_BYTES_MIN: usize = 1_024;
/// Letters that are words alone.
const WORDS: &str = "àèéåö";
/// What may stand in a text of any of these languages beside its letters.
const SIGNS: &str = "‘“„«’”»…–—€°£§©®™²³½¡¿ªº·\u{a0}";
const OF_SIGN: f64 = 0.02;
/// Of a sign that stands as it should: a quotation mark before its word, a dash between spaces.
const OF_SIGN_IN_PLACE: f64 = 0.1;
/// Of an apostrophe within a word, and of one behind a letter that is often all of a word before it: `l’`, `d’`, `n’t`.
const OF_APOSTROPHE: (f64, f64) = (0.5, 0.9);
/// Of an upper-case letter, beside its lower-case one.
const OF_UPPER: f64 = 0.2;
/// Of what comes in no text.
const OF_NOTHING: f64 = 0.0005;
/// How much likelier an encoding has to be than every other to be believed, as the logarithm of the ratio; and the one of
/// Windows, which most are in.
const MARGIN: f64 = 3.0;
const MARGIN_OF_WINDOWS: f64 = 2.2;
/// How much likelier the one of Windows is before a letter is seen.
const OF_WINDOWS: f64 = 1.3;
/// How likely each character of it has to be on average.
const LIKELY: f64 = -4.2;

/// The euro in Latin-9 (ISO/IEC 8859-15:1999).
const EURO_OF_LATIN_9: u8 = 0xa4;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// One of the web.
    Known(&'static encoding_rs::Encoding),
    /// Of DOS in western Europe.
    CodePage850,
}

impl Encoding {
    const UTF_8: Self = Self::Known(UTF_8);

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Known(encoding) => encoding.name(),
            Self::CodePage850 => "IBM850",
        }
    }

    pub(super) fn is_utf_8(self) -> bool {
        self == Self::UTF_8
    }

    /// Decodes bytes as a whole.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Known(encoding) => encoding.decode(bytes).0.into_owned(),
            Self::CodePage850 => bytes.iter().map(|byte| code_page_850(*byte)).collect(),
        }
    }

    /// Starts decoding.
    pub(super) fn decoder(self) -> Decoder {
        match self {
            Self::Known(encoding) => Decoder::Known(encoding.new_decoder_with_bom_removal()),
            Self::CodePage850 => Decoder::CodePage850,
        }
    }
}

fn code_page_850(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|high| CODE_PAGE_850.get(usize::from(high)));
    high.copied().unwrap_or(char::from(byte))
}

/// Decodes bytes that come in pieces.
pub(super) enum Decoder {
    Known(encoding_rs::Decoder),
    CodePage850,
}

impl Decoder {
    /// Appends what bytes say to a text: as far as it has room for (see [`Self::room`]), or up to a character that is none,
    /// whose bytes are counted.
    pub(super) fn decode(&mut self, raw: &[u8], text: &mut String, at_end: bool) -> (DecoderResult, usize) {
        match self {
            Self::Known(decoder) => decoder.decode_to_string_without_replacement(raw, text, at_end),
            Self::CodePage850 => {
                text.extend(raw.iter().map(|byte| code_page_850(*byte)));
                (DecoderResult::InputEmpty, raw.len())
            }
        }
    }

    /// Returns the bytes of text that bytes may give, if they can be told.
    pub(super) fn room(&self, bytes: usize) -> Option<usize> {
        match self {
            Self::Known(decoder) => decoder.max_utf8_buffer_length_without_replacement(bytes),
            Self::CodePage850 => bytes.checked_mul(3),
        }
    }
}

thread_local! {
    /// The beginning that was looked at last and has the marks of no Unicode encoding, and what it was found to be: that is
    /// costly, and asked several times of the same file.
    static GUESSED: RefCell<(Vec<u8>, Guess)> =
        const { RefCell::new((Vec::new(), Guess { encoding: Encoding::UTF_8, other: None })) };
}

/// What bytes are likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) encoding: Encoding,
    /// What they may be as well.
    pub(super) other: Option<Encoding>,
}

impl Guess {
    fn sure(encoding: &'static encoding_rs::Encoding) -> Self {
        Self { encoding: Encoding::Known(encoding), other: None }
    }
}

/// Tells whether bytes say that they are Unicode: by a byte order mark, or by zeros as UTF-16 has them.
pub(super) fn says_unicode(beginning: &[u8]) -> bool {
    encoding_rs::Encoding::for_bom(beginning).is_some() || is_utf_16(beginning)
}

/// Tells what the first bytes of a text are in.
pub(super) fn of(beginning: &[u8]) -> Guess {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(beginning) {
        return Guess::sure(encoding);
    }
    if is_utf_16(beginning) {
        return Guess::sure(if beginning.first() == Some(&0) { UTF_16BE } else { UTF_16LE });
    }
    match std::str::from_utf8(beginning) {
        Ok(_) => Guess::sure(UTF_8),
        // The last character may be cut by the end of what we look at. A short text that is ASCII until there ends in a
        // letter of an older encoding.
        Err(error)
            if error.error_len().is_none()
                && beginning
                    .get(..error.valid_up_to())
                    .is_some_and(|before| before.len() >= CUT_BYTES_MIN || !before.is_ascii()) =>
        {
            Guess::sure(UTF_8)
        }
        Err(_) => GUESSED.with_borrow_mut(|(known, guess)| {
            if known != beginning {
                known.clear();
                known.extend_from_slice(beginning);
                *guess = guessed(beginning);
            }
            *guess
        }),
    }
}

/// Finds the likeliest encoding. Words of ASCII say nothing about it, and a word says no more when it comes again, so each
/// is looked at once, whatever its digits: that is costly, and the same words come all over again in most files.
fn guessed(beginning: &[u8]) -> Guess {
    if is_mostly_utf_8(beginning) {
        return Guess::sure(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut seen: HashSet<Vec<u8>> = HashSet::new();
    let mut words = Vec::new();
    for word in beginning.split(is_between_words).filter(|word| !word.is_ascii()) {
        let word: Vec<u8> =
            word.iter().map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte }).collect();
        if !seen.contains(&word) {
            detector.feed(b" ", false);
            detector.feed(&word, false);
            words.extend_from_slice(b" ");
            words.extend_from_slice(&word);
            seen.insert(word);
        }
    }
    detector.feed(b" ", true);
    let guess = western(&words, detector.guess(None, Utf8Detection::Deny));
    let is_latin = guess.encoding == Encoding::Known(WINDOWS_1252);
    if is_latin && has_euro_of_latin_9(beginning) { Guess::sure(ISO_8859_15) } else { guess }
}

/// Tells whether the sign that Latin-9 has for the euro, and Windows for any currency, stands beside numbers only, and no sign is
/// there that Windows alone has.
fn has_euro_of_latin_9(beginning: &[u8]) -> bool {
    let is_of_number = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let is_space = |byte: &u8| matches!(byte, b' ' | 0xa0);
    let is_beside_number = |at: usize| {
        let (before, behind) = beginning.split_at(at);
        let behind = behind.iter().skip(1).find(|byte| !is_space(byte));
        is_of_number(before.iter().rfind(|byte| !is_space(byte))) || is_of_number(behind)
    };
    let mut signs = memchr::memchr_iter(EURO_OF_LATIN_9, beginning).peekable();
    signs.peek().is_some()
        && !beginning.iter().any(|byte| (0x80..0xa0).contains(byte))
        && signs.all(is_beside_number)
}

/// Sets what the web knows against the encodings of older machines, by how likely their letters are.
fn western(words: &[u8], of_web: &'static encoding_rs::Encoding) -> Guess {
    let old = [Encoding::Known(MACINTOSH), Encoding::CodePage850];
    let all = [Encoding::Known(WINDOWS_1252)].into_iter().chain(old);
    let before = |encoding| if old.contains(&encoding) { 0.0 } else { OF_WINDOWS };
    let likely = all.map(|encoding| (encoding, likelihood(encoding, words) + before(encoding)));
    let mut likely: Vec<(Encoding, f64)> = likely.collect();
    let count = words.iter().filter(|byte| !byte.is_ascii()).count();
    likely.sort_by(|a, b| b.1.total_cmp(&a.1));
    let web = Encoding::Known(of_web);
    let [(first, of_first), (second, of_second), ..] = likely.as_slice() else { return Guess::sure(of_web) };
    let is_likely = *of_first > LIKELY * count_of(count);
    let ahead = of_first - of_second;
    // One letter, however often it comes, may be a sign in another encoding.
    let is_of_several = words.iter().filter(|byte| !byte.is_ascii()).collect::<HashSet<_>>().len() > 1;
    match (old.contains(first), is_likely) {
        // Letters of other alphabets are what the web's detector knows best.
        (_, false) => Guess::sure(of_web),
        (true, true) if ahead >= MARGIN && is_of_several => Guess { encoding: *first, other: None },
        (true, true) => Guess { encoding: web, other: Some(*first) },
        (false, true) if ahead >= MARGIN_OF_WINDOWS => Guess::sure(of_web),
        (false, true) => Guess { encoding: web, other: Some(*second) },
    }
}

#[expect(clippy::cast_precision_loss, reason = "a beginning has few bytes")]
fn count_of(count: usize) -> f64 {
    count as f64
}

/// Returns how likely a text is in the language it fits best, as a logarithm.
fn likelihood(encoding: Encoding, words: &[u8]) -> f64 {
    let text: Vec<char> = encoding.decode(words).chars().collect();
    let of = |letters: &[(char, u32)]| -> f64 {
        let beyond = text.iter().enumerate().filter(|(_, c)| !c.is_ascii());
        beyond.map(|(at, c)| chance(*c, around(&text, at), letters).ln()).sum()
    };
    LETTERS.iter().map(|letters| of(letters)).fold(f64::NEG_INFINITY, f64::max)
}

/// Returns what stands before and behind a character.
fn around(text: &[char], at: usize) -> (char, char) {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    (before.copied().unwrap_or(' '), text.get(at + 1).copied().unwrap_or(' '))
}

/// Returns how likely a character is where it stands.
fn chance(c: char, (before, behind): (char, char), letters: &[(char, u32)]) -> f64 {
    if SIGNS.contains(c) {
        return chance_of_sign(c, before, behind);
    }
    let of = |c: char| {
        letters.iter().find(|(letter, _)| *letter == c).map(|(_, often)| f64::from(*often) / 1000.0)
    };
    let lower = c.to_lowercase().next().unwrap_or(c);
    let is_alone = !before.is_alphabetic() && !behind.is_alphabetic();
    let is_misplaced = is_alone && !WORDS.contains(lower)
        || c.is_lowercase() && before.is_uppercase() && behind.is_uppercase()
        || c.is_uppercase() && before.is_lowercase();
    let share = if c.is_lowercase() { 1.0 } else { OF_UPPER };
    of(lower).filter(|_| !is_misplaced).map_or(OF_NOTHING, |of| of * share)
}

fn chance_of_sign(sign: char, before: char, behind: char) -> f64 {
    let (is_behind_letter, is_before_letter) = (before.is_alphabetic(), behind.is_alphabetic());
    let is_inside = is_behind_letter && is_before_letter;
    let is_in_place = match sign {
        '’' if is_inside => {
            let is_elided = "lLdDnNsScCjJmMtTuU".contains(before);
            return if is_elided { OF_APOSTROPHE.1 } else { OF_APOSTROPHE.0 };
        }
        '’' => return OF_SIGN,
        '‘' | '“' | '„' | '«' => !is_behind_letter,
        '”' | '»' | '…' => !is_before_letter,
        '–' | '—' => !is_behind_letter && !is_before_letter,
        _ => return if is_inside { OF_NOTHING } else { OF_SIGN },
    };
    if is_in_place { OF_SIGN_IN_PLACE } else { OF_NOTHING }
}

/// Tells whether a byte stands between words; in no encoding of more bytes it is a part of a character.
fn is_between_words(byte: &u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'"' | b',' | b';' | b'<' | b'=' | b'>')
}

/// Tells whether single wrong bytes stand in what is otherwise UTF-8 beyond ASCII.
fn is_mostly_utf_8(beginning: &[u8]) -> bool {
    let (mut wrong, mut beyond_ascii) = (0, 0);
    for chunk in beginning.utf8_chunks() {
        let signs = chunk.valid().matches(char::REPLACEMENT_CHARACTER).count();
        wrong += signs + usize::from(!chunk.invalid().is_empty());
        // Each character beyond ASCII has one first byte.
        beyond_ascii += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count() - signs;
    }
    beyond_ascii > 10 * wrong
}

fn is_utf_16(beginning: &[u8]) -> bool {
    let pairs = beginning.chunks_exact(2).take(512);
    let count = pairs.len();
    let zero_at = |index: usize| pairs.clone().filter(|pair| pair.get(index) == Some(&0)).count();
    let (first, second) = (zero_at(0), zero_at(1));
    count >= 2
        && (first * 10 > count * 7 && second * 10 < count || second * 10 > count * 7 && first * 10 < count)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{
        BIG5, EUC_JP, EUC_KR, GBK, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
        WINDOWS_1253, WINDOWS_1254,
    };

    use super::{CODE_PAGE_850, Encoding, of};

    /// Sentences as they stand in answers, and the encoding programs of that country wrote before Unicode.
    const SENTENCES: &[(&str, &encoding_rs::Encoding)] = &[
        ("Votre commande a été expédiée à l’adresse indiquée; 12,50 € réglés par carte", WINDOWS_1252),
        (
            "Die Bestellung wurde storniert; die Rücksendung für 19,99 € läuft über Köln, Straße 5",
            WINDOWS_1252,
        ),
        ("La dirección de envío del señor Muñoz; devolución en España", WINDOWS_1252),
        ("Zamówienie zostało wysłane; proszę śledzić przesyłkę, Łódź, ulica Żółta", WINDOWS_1250),
        ("Objednávka byla odeslána; příště prosím zvolte doručení domů, Plzeň", WINDOWS_1250),
        ("Ваш заказ отправлен; оплата картой прошла успешно", WINDOWS_1251),
        ("Η παραγγελία σας έχει αποσταλεί; ευχαριστούμε για την αγορά", WINDOWS_1253),
        ("Siparişiniz gönderildi; teşekkür ederiz, İstanbul, Kadıköy şubesi", WINDOWS_1254),
        ("ご注文の商品を発送しました; お届け先の住所をご確認ください", SHIFT_JIS),
        ("ご注文の商品を発送しました; お届け先の住所をご確認ください", EUC_JP),
        ("您的订单已经发货; 请确认收货地址和联系电话", GBK),
        ("您的訂單已經出貨; 請確認收件地址和聯絡電話", BIG5),
        ("주문하신 상품이 발송되었습니다; 배송지 주소를 확인해 주세요", EUC_KR),
    ];

    #[test]
    fn the_encoding_of_a_text_is_told_from_its_words_however_often_they_come() {
        for (sentence, expected) in SENTENCES {
            for rows in [1, 300] {
                let table: String =
                    (0..rows).map(|row| format!("{row};{sentence};{}\r\n", row * 7)).collect();
                let (bytes, _, had_errors) = expected.encode(&table);
                assert!(!had_errors, "{sentence}");
                let guess = of(&bytes);
                assert_eq!(
                    (guess.encoding, guess.other),
                    (Encoding::Known(expected), None),
                    "{rows} × {sentence}"
                );
                assert_eq!(guess.encoding.decode(&bytes), table);
            }
        }
    }

    /// What older machines of western Europe wrote.
    const WESTERN: &[&str] = &[
        "Commande expédiée à Orléans; réglée par carte; où en est la réclamation ? Noël, forêt, août",
        "Élodie; ÉTÉ; À bientôt; l\u{2019}hôtel du Château; François et Benoît; déjà reçu",
        "Die Rücksendung läuft über Köln, Straße 5; Größe; Käufer: Günther Weiß; Ärger; schön",
        "La dirección de envío del señor Muñoz; ¿Dónde está mi pedido? ¡Gracias! número de teléfono",
        "La città è lontana; perché no; più tardi; così; però; già spedito",
        "São João; coração; ação; não há; endereço; três maçãs",
        "Malmö; Göteborg; försändelsen är på väg; Åre; två påsar",
    ];

    fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
        match encoding {
            Encoding::Known(encoding) => {
                let (bytes, _, has_errors) = encoding.encode(text);
                (!has_errors).then(|| bytes.into_owned())
            }
            Encoding::CodePage850 => {
                let high = |c| CODE_PAGE_850.iter().position(|known| *known == c);
                let byte = |c: char| match u8::try_from(c).ok().filter(u8::is_ascii) {
                    Some(ascii) => Some(ascii),
                    None => high(c).and_then(|at| u8::try_from(at + 0x80).ok()),
                };
                text.chars().map(byte).collect()
            }
        }
    }

    #[test]
    fn what_dos_and_the_macintosh_wrote_is_told_from_what_windows_wrote() {
        let all = [Encoding::Known(WINDOWS_1252), Encoding::Known(MACINTOSH), Encoding::CodePage850];
        for text in WESTERN {
            for encoding in all {
                // Code page 850 has no such apostrophe; programs wrote the straight one.
                let text = text.replace('\u{2019}', "'");
                let bytes = encoded(&text, encoding).expect("the letters of a western language");
                let guess = of(&bytes);
                assert_eq!((guess.encoding, guess.other), (encoding, None), "{text}");
                assert_eq!(guess.encoding.decode(&bytes), text);
            }
        }
    }

    /// A word or two tell little: what is read wrongly is then said to be unsure.
    #[test]
    fn a_wrong_guess_of_few_letters_is_said_to_be_unsure() {
        let words = ["Köln", "señor", "città", "Müller", "Straße", "Noël", "à", "Málaga", "dirección", "Åse"];
        for word in words {
            for encoding in [Encoding::Known(MACINTOSH), Encoding::CodePage850] {
                let guess = of(&encoded(word, encoding).expect("a western letter"));
                assert!(guess.encoding == encoding || guess.other.is_some(), "{word}: {guess:?}");
            }
            // Some letters stand at the same place in other encodings of Windows.
            let bytes = encoded(word, Encoding::Known(WINDOWS_1252)).expect("a western letter");
            assert_eq!(of(&bytes).encoding.decode(&bytes), word);
        }
        // Signs that most texts of Windows have, and nothing else, are no letters of a Macintosh however often they come.
        for text in
            ["l’exemple d’une lampe", "don’t", "“one” “two”", "12,50 €", "a – b", "«oui»", "plus… suite…"]
        {
            let guess =
                of(&encoded(&text.repeat(9), Encoding::Known(WINDOWS_1252)).expect("signs of Windows"));
            assert_eq!(guess.encoding, Encoding::Known(WINDOWS_1252), "{text}: {guess:?}");
        }
    }
}
