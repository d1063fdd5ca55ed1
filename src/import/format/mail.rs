//! Mail: messages to rows, one message or a box of many (mbox), streamed message by message.
//!
//! In: a reader. Out: a row per message with every header under its own name, the text, and name, type and size of
//! what is attached. A message that is none is a finding; the others stay. The box is that of RFC 4155 as mail
//! programs write it: `From ` at the beginning of a line behind an empty one, `>From ` for such a line of a text.
//!
//! Not here: which case a message belongs to, and what is in an attachment (`container`).

use std::io::{BufRead, BufReader, Read};

use mail_parser::{Addr, Address, HeaderName, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use super::lines::{Field, Rows, TEXT};
use super::{FormatFinding, Sink};
use crate::finding::{Code, Position};

/// Bytes of one message.
const MESSAGE_BYTES_MAX: u64 = 64 << 20;

/// What the page a message is written on is called among its members.
pub(in crate::import) const PAGE: &str = "tables.html";

/// How the name of a file ends that is a message.
const MESSAGE: &str = ".eml";

/// The table of messages.
const TABLE: &str = "messages";

/// Headers of which two make a text a message.
const HEADERS: &[&str] = &[
    "received",
    "return-path",
    "delivered-to",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "x-gm-thrid",
    "dkim-signature",
];

/// Tells whether a text begins with the headers of a message.
pub(super) fn looks_like_message(start: &str) -> bool {
    let names =
        start.lines().take_while(|line| !line.trim().is_empty()).filter_map(|line| line.split_once(':'));
    let known = names.filter(|(name, _)| HEADERS.contains(&name.to_ascii_lowercase().as_str())).count();
    let begins = start.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    begins && known >= 2
}

/// Tells whether a text begins like a box of messages.
pub(super) fn looks_like_box(start: &str) -> bool {
    let after = start.strip_prefix("From ").and_then(|rest| rest.split_once('\n'));
    after.is_some_and(|(_, rest)| looks_like_message(rest))
}

/// Reads one message.
pub(super) fn read(whole: impl Read, sink: &mut dyn Sink) {
    let mut bytes = Vec::new();
    // The container reports why its bytes ended; what came before is read.
    let _ = whole.take(MESSAGE_BYTES_MAX + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > MESSAGE_BYTES_MAX {
        return sink.lost(FormatFinding::limit("record-bytes", MESSAGE_BYTES_MAX >> 20, None));
    }
    let Some(fields) = fields(&bytes) else {
        return sink.finding(FormatFinding::new(Code::NotTheFormat, None).with("format", "eml"));
    };
    Rows::new(sink).entry(TABLE, &fields);
}

/// Reads a box of messages.
pub(super) fn read_box(whole: impl Read, sink: &mut dyn Sink) {
    let mut rows = Rows::new(sink);
    messages(whole, |number, message| {
        end_message(message, number, &mut rows);
        !rows.is_stopped()
    });
}

/// Hands on the messages of a box, each with its number, as long as more are wanted; one that is too long is none.
fn messages(whole: impl Read, mut take: impl FnMut(u64, Option<&[u8]>) -> bool) {
    let mut reader = BufReader::new(whole);
    let mut message = Vec::new();
    let mut line = Vec::new();
    let mut is_after_empty = true;
    let mut is_too_long = false;
    let mut number = 0;
    loop {
        line.clear();
        let limit = MESSAGE_BYTES_MAX.saturating_sub(message.len() as u64) + 1;
        let read = reader.by_ref().take(limit).read_until(b'\n', &mut line);
        // The container reports why its bytes ended.
        let is_end = !matches!(read, Ok(count) if count > 0);
        let begins = is_after_empty && begins_message(&line);
        let is_wanted = if (begins || is_end) && number > 0 {
            take(number, (!is_too_long).then_some(message.as_slice()))
        } else {
            true
        };
        if is_end || !is_wanted {
            return;
        }
        if begins {
            (number, is_too_long) = (number + 1, false);
            message.clear();
        } else if message.len() as u64 + line.len() as u64 > MESSAGE_BYTES_MAX {
            is_too_long = true;
            message.clear();
        } else if !is_too_long {
            let quoted = line.iter().position(|byte| *byte != b'>').unwrap_or(0);
            let is_quoted = quoted > 0 && line.get(quoted..).is_some_and(|rest| rest.starts_with(b"From "));
            message.extend_from_slice(line.get(usize::from(is_quoted)..).unwrap_or_default());
        }
        is_after_empty = line.trim_ascii().is_empty();
    }
}

/// Returns what is attached to the messages of a box: the number of the message, the name and the bytes; also whether
/// there is more than the room for it.
pub(in crate::import) fn attachments_in_box(
    whole: impl Read,
    mut bytes_left: u64,
    mut number_left: usize,
) -> (Vec<(u64, String, Vec<u8>)>, bool) {
    let mut attached = Vec::new();
    let mut has_more = false;
    messages(whole, |number, message| {
        for (name, bytes) in message.map(attachments).unwrap_or_default() {
            match (bytes_left.checked_sub(bytes.len() as u64), number_left.checked_sub(1)) {
                (Some(bytes_less), Some(number_less)) => {
                    (bytes_left, number_left) = (bytes_less, number_less);
                    attached.push((number, name, bytes));
                }
                (_, _) => has_more = true,
            }
        }
        true
    });
    (attached, has_more)
}

/// Tells whether a line stands between two messages: who, and a time with a year.
fn begins_message(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |word: &str| word.split(':').count() >= 2 && word.split(':').all(is_number);
    let is_year = |word: &str| word.len() == 4 && is_number(word);
    rest.split_whitespace().any(is_time) && rest.split_whitespace().any(is_year)
}

fn end_message(message: Option<&[u8]>, number: u64, rows: &mut Rows<'_>) {
    let at = Some(Position::Row(number));
    match message.map(fields) {
        None => rows.lost(FormatFinding::limit("record-bytes", MESSAGE_BYTES_MAX >> 20, at)),
        Some(Some(fields)) => rows.entry(TABLE, &fields),
        Some(None) => rows.lost(FormatFinding::new(Code::RowUnreadable, at)),
    }
}

fn fields(bytes: &[u8]) -> Option<Vec<Field>> {
    let message = MessageParser::default().parse(bytes)?;
    // The library takes any first line for a header; a message has at least one that mail programs know.
    if message.headers().iter().all(|header| matches!(header.name, HeaderName::Other(_))) {
        return None;
    }
    let mut fields: Vec<Field> = Vec::new();
    for header in message.headers() {
        let written = || {
            let start = usize::try_from(header.offset_start).unwrap_or(usize::MAX);
            let end = usize::try_from(header.offset_end).unwrap_or(usize::MAX);
            String::from_utf8_lossy(bytes.get(start..end).unwrap_or_default()).trim().to_owned()
        };
        fields.push((header.name.as_str().to_owned(), text_of(&header.value).unwrap_or_else(written)));
    }
    let texts: Vec<_> = (0..message.text_body_count()).filter_map(|index| message.body_text(index)).collect();
    fields.push((TEXT.to_owned(), texts.join("\n")));
    for (index, part) in message.attachments().enumerate() {
        let name = |field: &str| format!("attachments[{index}].{field}");
        fields.push((name("name"), part.attachment_name().unwrap_or_default().to_owned()));
        if let Some(kind) = part.content_type() {
            let kind = kind
                .subtype()
                .map_or_else(|| kind.ctype().to_owned(), |sub| format!("{}/{sub}", kind.ctype()));
            fields.push((name("type"), kind));
        }
        fields.push((name("bytes"), part.len().to_string()));
    }
    Some(fields)
}

/// Writes the value of a header; nothing for those that are kept as they stand.
fn text_of(value: &HeaderValue<'_>) -> Option<String> {
    match value {
        HeaderValue::Text(text) => Some(text.to_string()),
        HeaderValue::TextList(texts) => Some(texts.join(", ")),
        HeaderValue::DateTime(at) => Some(at.to_rfc3339()),
        HeaderValue::Address(address) => Some(addresses(address)),
        HeaderValue::ContentType(_) | HeaderValue::Received(_) | HeaderValue::Empty => None,
    }
}

fn addresses(address: &Address<'_>) -> String {
    let one = |address: &Addr<'_>| match (address.name(), address.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(text), None) | (None, Some(text)) => text.to_owned(),
        (None, None) => String::new(),
    };
    address.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Returns what is attached to a message: names and bytes, in their order.
pub(in crate::import) fn attachments(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    message.attachments().enumerate().map(|(index, part)| attachment(index, part, &message)).collect()
}

/// Returns the page a message is written on, where it holds a table: small companies answer in the mail itself.
pub(in crate::import) fn page(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let message = MessageParser::default().parse(bytes)?;
    let part = message.html_part(0)?;
    let PartType::Html(page) = &part.body else { return None };
    let has_table = page.to_ascii_lowercase().contains("<table");
    has_table.then(|| (PAGE.to_owned(), page.as_bytes().to_vec()))
}

fn attachment(index: usize, part: &mail_parser::MessagePart<'_>, whole: &Message<'_>) -> (String, Vec<u8>) {
    let bytes = match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.as_bytes().to_vec(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        PartType::Message(inner) => inner.raw_message().to_vec(),
        PartType::Multipart(_) => {
            let start = usize::try_from(part.offset_body).unwrap_or(usize::MAX);
            let end = usize::try_from(part.offset_end).unwrap_or(usize::MAX);
            whole.raw_message().get(start..end).unwrap_or_default().to_vec()
        }
    };
    let name = part.attachment_name().filter(|name| !name.is_empty());
    let mut name = name.map_or_else(|| format!("attachment-{}", index + 1), str::to_owned);
    // What is attached to an attached message is found by its name.
    if matches!(part.body, PartType::Message(_)) && !name.to_ascii_lowercase().ends_with(MESSAGE) {
        name.push_str(MESSAGE);
    }
    (name, bytes)
}
