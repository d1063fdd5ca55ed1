//! Text: bytes in whatever encoding to UTF-8, streamed.
//!
//! In: a reader and its first bytes. Out: a reader of valid UTF-8 without byte order mark and NUL, which counts
//! what it had to replace or leave out. The encoding comes from the byte order mark, else from the first bytes:
//! UTF-8 if they are valid, UTF-16 if every other byte is zero, else what chardetng finds likely.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::rc::Rc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

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
        Err(_) if is_mostly_utf_8(beginning) => UTF_8,
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

fn guessed(beginning: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(beginning, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Tells whether single wrong bytes stand in what is otherwise UTF-8 beyond ASCII.
fn is_mostly_utf_8(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    let wrong = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count() - wrong;
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
    let bytes: Result<Vec<u8>, _> = text.chars().map(|c| u8::try_from(u32::from(c))).collect();
    match bytes.map(String::from_utf8) {
        Ok(Ok(repaired)) => Cow::Owned(repaired),
        Ok(Err(_)) | Err(_) => Cow::Borrowed(text),
    }
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

/// A reader of clean UTF-8.
pub(super) struct TextReader<R> {
    inner: R,
    decoder: Decoder,
    meter: Meter,
    raw: Vec<u8>,
    raw_start: usize,
    clean: Vec<u8>,
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
            clean: Vec::new(),
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

    fn refill(&mut self) -> io::Result<()> {
        self.clean.clear();
        self.clean_start = 0;
        while self.clean.is_empty() && !self.at_end {
            // Small files are many; what a large one needs is asked for once.
            let room = if self.raw.is_empty() { FIRST_BYTES } else { CHUNK_BYTES };
            self.raw.resize(room, 0);
            let count = self.inner.read(&mut self.raw)?;
            self.raw.truncate(count);
            self.raw_start = 0;
            self.at_end = count == 0;
            self.decode();
        }
        Ok(())
    }

    fn decode(&mut self) {
        let mut text = String::new();
        loop {
            let raw = self.raw.get(self.raw_start..).unwrap_or_default();
            text.reserve(
                self.decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(CHUNK_BYTES * 4),
            );
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(raw, &mut text, self.at_end);
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
        self.clean = text.into_bytes();
        if self.clean.contains(&0) {
            let before = self.clean.len();
            self.clean.retain(|byte| *byte != 0);
            self.zeros.set(self.zeros.get() + (before - self.clean.len()) as u64);
        }
    }
}

impl<R: Read> Read for TextReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.clean_start >= self.clean.len() {
            self.refill()?;
        }
        let mut rest = self.clean.get(self.clean_start..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.clean_start += count;
        self.meter.count(count as u64)?;
        Ok(count)
    }
}
