//! Text: bytes in whatever encoding to UTF-8, streamed.
//!
//! In: a reader and its first bytes. Out: a reader of valid UTF-8 without byte order mark and NUL, which counts
//! what it had to replace or leave out. The encoding comes from the byte order mark, else from the first bytes:
//! UTF-8 if they are valid, UTF-16 if every other byte is zero, else what chardetng finds likely.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::io::{self, Read};
use std::rc::Rc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr;

use super::{FormatFinding, Sink};
use crate::finding::Code;

const CHUNK_BYTES: usize = 32 * 1024;
const FIRST_BYTES: usize = 4 * 1024;

/// Tells whether bytes look like text in some encoding.
pub(super) fn is_text(beginning: &[u8]) -> bool {
    if encoding_of(beginning) != UTF_8 && Encoding::for_bom(beginning).is_none() && !is_utf_16(beginning) {
        // A single-byte encoding accepts anything; control characters tell binary data from text.
        let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0);
        return beginning.iter().filter(is_control).count() * 100 < beginning.len();
    }
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    is_utf_16(beginning) || Encoding::for_bom(beginning).is_some() || zeros * 10 < beginning.len().max(1)
}

/// Decodes the first bytes, for looking at them.
pub(super) fn decode_beginning(beginning: &[u8]) -> String {
    encoding_of(beginning).decode(beginning).0.into_owned()
}

thread_local! {
    /// The beginning that was looked at last and has the marks of no Unicode encoding, and the encoding it was found to be
    /// in: that is costly, and asked several times of the same file.
    static GUESSED: RefCell<(Vec<u8>, &'static Encoding)> = const { RefCell::new((Vec::new(), UTF_8)) };
}

fn encoding_of(beginning: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return encoding;
    }
    if is_utf_16(beginning) {
        return if beginning.first() == Some(&0) { UTF_16BE } else { UTF_16LE };
    }
    match std::str::from_utf8(beginning) {
        Ok(_) => UTF_8,
        // The last character may be cut by the end of what we look at.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => UTF_8,
        Err(_) => GUESSED.with_borrow_mut(|(known, encoding)| {
            if known != beginning {
                known.clear();
                known.extend_from_slice(beginning);
                *encoding = guessed(beginning);
            }
            *encoding
        }),
    }
}

/// Finds the likeliest encoding. Words of ASCII say nothing about it, and a word says no more when it comes again, so each
/// is looked at once, whatever its digits: that is costly, and the same words come all over again in most files.
fn guessed(beginning: &[u8]) -> &'static Encoding {
    if is_mostly_utf_8(beginning) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut seen: HashSet<Vec<u8>> = HashSet::new();
    for word in beginning.split(is_between_words).filter(|word| !word.is_ascii()) {
        let word: Vec<u8> =
            word.iter().map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte }).collect();
        if !seen.contains(&word) {
            detector.feed(b" ", false);
            detector.feed(&word, false);
            seen.insert(word);
        }
    }
    detector.feed(b" ", true);
    detector.guess(None, Utf8Detection::Deny)
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

/// Repairs a text whose UTF-8 bytes were each written as a character of their own ("ChÃ¢teau"), as large platforms
/// do in their JSON. All of it must be such bytes and form valid UTF-8; what is right already is none of that.
pub(super) fn repaired(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        let Ok(byte) = u8::try_from(u32::from(c)) else { return Cow::Borrowed(text) };
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Counts the bytes read since the format finished its last item, so that one item cannot take all memory.
#[derive(Clone)]
pub(super) struct Meter {
    since_last_item: Rc<Cell<u64>>,
    reached: Rc<Cell<bool>>,
    max: u64,
}

impl Meter {
    /// Starts at zero.
    pub(super) fn new(max: u64) -> Self {
        Self { since_last_item: Rc::default(), reached: Rc::default(), max }
    }

    /// Counts without end, for a reader that another one bounds.
    pub(super) fn unbounded() -> Self {
        Self::new(u64::MAX)
    }

    /// Notes that an item is finished.
    pub(super) fn item_done(&self) {
        self.since_last_item.set(0);
    }

    /// Counts bytes; an error once there are too many.
    pub(super) fn count(&self, bytes: u64) -> io::Result<()> {
        let since = self.since_last_item.get().saturating_add(bytes);
        self.since_last_item.set(since);
        if since > self.max {
            self.reached.set(true);
            return Err(io::Error::other("an item is larger than allowed"));
        }
        Ok(())
    }

    /// Tells whether the limit was reached.
    pub(super) fn is_reached(&self) -> bool {
        self.reached.get()
    }

    /// Returns the limit.
    pub(super) fn max(&self) -> u64 {
        self.max
    }
}

/// Clean text that comes in pieces.
pub(super) trait Text {
    /// Appends what comes next to a text and returns its bytes; none at the end.
    fn read_to(&mut self, text: &mut String) -> io::Result<usize>;
}

impl Text for &str {
    fn read_to(&mut self, text: &mut String) -> io::Result<usize> {
        let rest = std::mem::take(self);
        text.push_str(rest);
        Ok(rest.len())
    }
}

/// A reader of clean UTF-8.
pub(super) struct TextReader<R> {
    inner: R,
    decoder: Decoder,
    meter: Meter,
    raw: Vec<u8>,
    raw_start: usize,
    clean: String,
    clean_start: usize,
    at_end: bool,
    replaced: Rc<Cell<u64>>,
    zeros: Rc<Cell<u64>>,
}

/// What a [`TextReader`] had to change, readable after the reader was consumed.
#[derive(Clone, Default)]
pub(super) struct Changes {
    replaced: Rc<Cell<u64>>,
    zeros: Rc<Cell<u64>>,
}

impl Changes {
    /// Counts characters that were replaced behind the reader.
    pub(super) fn count_replaced(&self, count: u64) {
        self.replaced.set(self.replaced.get() + count);
    }

    /// Reports what was changed.
    pub(super) fn report(&self, sink: &mut dyn Sink) {
        for (code, count) in [(Code::BadEncoding, self.replaced.get()), (Code::NulBytes, self.zeros.get())] {
            if count > 0 {
                sink.finding(FormatFinding::new(code, None).with("count", count));
            }
        }
    }
}

impl<R: Read> TextReader<R> {
    /// Starts reading; `beginning` is looked at only.
    pub(super) fn new(beginning: &[u8], inner: R, meter: Meter) -> Self {
        Self {
            inner,
            decoder: encoding_of(beginning).new_decoder_with_bom_removal(),
            meter,
            raw: Vec::new(),
            raw_start: 0,
            clean: String::new(),
            clean_start: 0,
            at_end: false,
            replaced: Rc::default(),
            zeros: Rc::default(),
        }
    }

    /// Returns a view of what it changes.
    pub(super) fn changes(&self) -> Changes {
        Changes { replaced: Rc::clone(&self.replaced), zeros: Rc::clone(&self.zeros) }
    }

    /// Appends the next bytes, decoded; nothing at the end.
    fn decode_next(&mut self, text: &mut String) -> io::Result<()> {
        let start = text.len();
        while text.len() == start && !self.at_end {
            // Small files are many; what a large one needs is asked for once.
            let room = if self.raw.is_empty() { FIRST_BYTES } else { CHUNK_BYTES };
            self.raw.resize(room, 0);
            let count = self.inner.read(&mut self.raw)?;
            self.raw.truncate(count);
            self.raw_start = 0;
            self.at_end = count == 0;
            self.decode(text);
        }
        Ok(())
    }

    fn decode(&mut self, text: &mut String) {
        let start = text.len();
        loop {
            let raw = self.raw.get(self.raw_start..).unwrap_or_default();
            text.reserve(
                self.decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(CHUNK_BYTES * 4),
            );
            let (result, read) = self.decoder.decode_to_string_without_replacement(raw, text, self.at_end);
            self.raw_start += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(_, _) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    self.replaced.set(self.replaced.get() + 1);
                }
            }
        }
        let decoded = text.get(start..).unwrap_or_default();
        if memchr(0, decoded.as_bytes()).is_some() {
            let clean: String = decoded.chars().filter(|c| *c != '\0').collect();
            self.zeros.set(self.zeros.get() + (decoded.len() - clean.len()) as u64);
            text.truncate(start);
            text.push_str(&clean);
        }
    }
}

impl<R: Read> Text for TextReader<R> {
    fn read_to(&mut self, text: &mut String) -> io::Result<usize> {
        let start = text.len();
        let left = self.clean.as_bytes().get(self.clean_start..).unwrap_or_default();
        if left.is_empty() {
            self.decode_next(text)?;
        } else {
            text.push_str(&String::from_utf8_lossy(left));
            self.clean_start = self.clean.len();
        }
        let count = text.len() - start;
        if let Err(error) = self.meter.count(count as u64) {
            text.truncate(start);
            return Err(error);
        }
        Ok(count)
    }
}

impl<R: Read> Read for TextReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.clean_start >= self.clean.len() {
            let mut clean = std::mem::take(&mut self.clean);
            clean.clear();
            self.clean_start = 0;
            let decoded = self.decode_next(&mut clean);
            self.clean = clean;
            decoded?;
        }
        let mut rest = self.clean.as_bytes().get(self.clean_start..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.clean_start += count;
        self.meter.count(count as u64)?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{
        BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
        WINDOWS_1253, WINDOWS_1254,
    };

    use super::{decode_beginning, guessed};

    /// Sentences as they stand in answers, and the encoding programs of that country wrote before Unicode.
    const SENTENCES: &[(&str, &Encoding)] = &[
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
                assert_eq!(guessed(&bytes).name(), expected.name(), "{rows} × {sentence}");
                assert_eq!(decode_beginning(&bytes), table);
            }
        }
    }
}
