//! A message: one e-mail with its text and attached files, checked and ready to leave.
//!
//! In: a [`Draft`] (who, whom, subject, text, files, Message-ID, date). Out: a [`Message`] and its bytes by
//! RFC 5322; the same draft always gives the same bytes, so that what was shown, stored and sent can be
//! compared.
//!
//! Nothing a user or a directory wrote reaches a header with a line break, another control character or a
//! direction override: such a draft is refused, and the error names the field, never the value. Not here:
//! chance and the clock (the caller brings both), and sending (`smtp`).

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use chrono::{DateTime, Datelike, Utc};
use lettre::Address;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType};
use lettre::message::{Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Error;
use crate::directory::host::in_ascii;

/// The part of a message an error speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The sender's name.
    SenderName,
    /// The sender's address.
    SenderAddress,
    /// The recipient's address.
    RecipientAddress,
    /// The subject.
    Subject,
    /// The text.
    Text,
    /// The name of an attached file.
    FileName,
    /// The MIME type of an attached file.
    ContentType,
    /// A Message-ID, or the case reference it is made of.
    MessageId,
    /// The date.
    Date,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SenderName => "the sender's name",
            Self::SenderAddress => "the sender's address",
            Self::RecipientAddress => "the recipient's address",
            Self::Subject => "the subject",
            Self::Text => "the text",
            Self::FileName => "the name of an attached file",
            Self::ContentType => "the type of an attached file",
            Self::MessageId => "the Message-ID",
            Self::Date => "the date",
        })
    }
}

/// A well-formed e-mail address in plain ASCII; an international domain is taken into its `xn--` form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(Address);

/// Not a well-formed e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a well-formed e-mail address in plain ASCII")]
pub struct NotAnAddress;

impl EmailAddress {
    /// Returns the whole address.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    /// Returns what stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.domain()
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = in_ascii(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_graphic()));
        text.and_then(|text| text.parse().ok()).map(Self).ok_or(NotAnAddress)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.as_str().to_owned()
    }
}

/// Hides the address, so that it cannot end in a log by way of a debug print.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

/// A Message-ID with its angle brackets: how a reply finds its case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MessageId(String);

impl MessageId {
    /// The longest one accepted; a header line ends at 998 bytes (RFC 5322, 2.1.1).
    const LENGTH_MAX: usize = 250;

    /// Makes `<reference.random@domain-of-sender>`. Nothing of it names a person beyond what `From` says.
    ///
    /// # Errors
    /// Refuses a reference that is more than letters, digits and hyphens.
    pub fn compose(reference: &str, random: [u8; 12], sender: &EmailAddress) -> Result<Self, Error> {
        let plain = reference.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if reference.is_empty() || !plain {
            return Err(Error::NotValid { field: Field::MessageId });
        }
        format!("<{reference}.{}@{}>", hexadecimal(&random), sender.domain()).parse()
    }

    /// Returns it with its angle brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MessageId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or("");
        let sides = inner.split_once('@').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty());
        let plain = inner.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'));
        if sides && plain && text.len() <= Self::LENGTH_MAX {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::NotValid { field: Field::MessageId })
        }
    }
}

impl TryFrom<String> for MessageId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<MessageId> for String {
    fn from(message_id: MessageId) -> Self {
        message_id.0
    }
}

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name the recipient sees.
    pub name: String,
    /// The MIME type, `application/pdf`.
    pub content_type: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Everything a message is made of, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The sender's name as the recipient sees it; may be empty.
    pub from_name: String,
    /// The sender's address.
    pub from_address: String,
    /// The recipient's address.
    pub to_address: String,
    /// The subject.
    pub subject: String,
    /// The text, lines ended by LF or CR LF.
    pub text: String,
    /// The files that go with it.
    pub attachments: Vec<Attachment>,
    /// Its own Message-ID, stored before the first attempt to send.
    pub message_id: MessageId,
    /// The Message-IDs of the case's earlier messages, oldest first, so that a reminder stands in the same
    /// thread.
    pub earlier: Vec<MessageId>,
    /// The moment it is written; the bytes hold it in UTC, because a time zone says where somebody is.
    pub date: DateTime<Utc>,
}

/// One e-mail, checked and ready to leave.
#[derive(Debug, Clone)]
pub struct Message {
    from: EmailAddress,
    to: EmailAddress,
    draft: Draft,
    built: lettre::Message,
}

impl Message {
    /// Checks a draft and builds the message.
    ///
    /// # Errors
    /// [`Error::ForbiddenCharacter`] and [`Error::NotValid`], naming the field.
    pub fn compose(draft: Draft) -> Result<Self, Error> {
        check_characters(&draft)?;
        let from = address(&draft.from_address, Field::SenderAddress)?;
        let to = address(&draft.to_address, Field::RecipientAddress)?;
        let built = build(&draft, &from, &to)?;
        Ok(Self { from, to, draft, built })
    }

    /// Returns the sender's address.
    pub fn from(&self) -> &EmailAddress {
        &self.from
    }

    /// Returns the recipient's address.
    pub fn to(&self) -> &EmailAddress {
        &self.to
    }

    /// Returns what it was composed of, to be shown before sending.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Returns a link that opens a mail program with recipient and subject filled in (RFC 6068). A link cannot carry
    /// a file: the letter has to be attached by hand.
    pub fn to_mailto(&self) -> String {
        format!("mailto:{}?subject={}", in_link(self.to.as_str()), in_link(&self.draft.subject))
    }

    /// Returns what is encrypted where that is wanted: text and files with the headers that say what they are
    /// (RFC 3156, 4), and neither subject nor addresses.
    pub fn to_entity(&self) -> Vec<u8> {
        match content(&self.draft).expect("it was composed of it") {
            Content::One(part) => part.formatted(),
            Content::Several(parts) => parts.formatted(),
        }
    }

    /// Puts an OpenPGP message in the place of text and files (RFC 3156, 4). Subject and addresses stay as they are.
    ///
    /// # Errors
    /// [`Error::NotValid`] where it is not in ASCII armour.
    pub fn encrypted(self, armoured: &str) -> Result<Self, Error> {
        let not_valid = || Error::NotValid { field: Field::Text };
        let is_armoured = armoured.is_ascii() && armoured.lines().all(|line| line.len() <= 78);
        let is_armoured = is_armoured && armoured.starts_with("-----BEGIN PGP MESSAGE-----");
        let armoured = Some(armoured).filter(|_| is_armoured).ok_or_else(not_valid)?;
        let part = |kind: &str, text: String| {
            let kind = ContentType::parse(kind).map_err(|_| not_valid())?;
            let body = Body::new_with_encoding(text, ContentTransferEncoding::SevenBit);
            Ok(SinglePart::builder().header(kind).body(body.map_err(|_| not_valid())?))
        };
        let version = part("application/pgp-encrypted", "Version: 1\r\n".to_owned())?;
        let lines: String = armoured.lines().map(|line| format!("{line}\r\n")).collect();
        let message = part("application/octet-stream; name=\"encrypted.asc\"", lines)?;
        let mut hash = Sha256::new();
        hash.update(self.draft.message_id.0.as_bytes());
        hash.update(armoured.as_bytes());
        let whole = MultiPart::encrypted("application/pgp-encrypted".to_owned())
            .boundary(line_between(&hash.finalize().into()))
            .singlepart(version)
            .singlepart(message);
        let built = headers(&self.draft, &self.from, &self.to)?.multipart(whole);
        Ok(Self { built: built.expect("sender and recipient are set"), ..self })
    }

    /// Returns the message as it leaves: RFC 5322, ASCII, every line ended by CR LF.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.built.formatted()
    }
}

/// Writes a text for a link: everything but letters, digits and a few marks as its bytes in hexadecimal.
fn in_link(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte);
    text.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn check_characters(draft: &Draft) -> Result<(), Error> {
    let headers = [
        (&draft.from_name, Field::SenderName),
        (&draft.from_address, Field::SenderAddress),
        (&draft.to_address, Field::RecipientAddress),
        (&draft.subject, Field::Subject),
    ];
    let files = draft.attachments.iter().flat_map(|attachment| {
        [(&attachment.name, Field::FileName), (&attachment.content_type, Field::ContentType)]
    });
    for (text, field) in headers.into_iter().chain(files) {
        if text.chars().any(is_forbidden_in_header) {
            return Err(Error::ForbiddenCharacter { field });
        }
    }
    if draft.text.replace("\r\n", "\n").chars().any(|char| char.is_control() && !matches!(char, '\n' | '\t'))
    {
        return Err(Error::ForbiddenCharacter { field: Field::Text });
    }
    Ok(())
}

/// Control characters, line and paragraph separators, and the marks that turn the direction of what follows
/// (Unicode Technical Report 36, 2.5): with them a header shows other than it is.
fn is_forbidden_in_header(char: char) -> bool {
    let separator = matches!(char, '\u{2028}' | '\u{2029}');
    let direction = matches!(char, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    char.is_control() || separator || direction
}

fn address(text: &str, field: Field) -> Result<EmailAddress, Error> {
    text.parse().map_err(|NotAnAddress| Error::NotValid { field })
}

fn build(draft: &Draft, from: &EmailAddress, to: &EmailAddress) -> Result<lettre::Message, Error> {
    let headers = headers(draft, from, to)?;
    let built = match content(draft)? {
        Content::One(part) => headers.singlepart(part),
        Content::Several(parts) => headers.multipart(parts),
    };
    Ok(built.expect("sender and recipient are set"))
}

fn headers(draft: &Draft, from: &EmailAddress, to: &EmailAddress) -> Result<MessageBuilder, Error> {
    let name = Some(draft.from_name.clone()).filter(|name| !name.is_empty());
    let mut builder = lettre::Message::builder()
        .date(moment(draft.date)?)
        .from(Mailbox::new(name, from.0.clone()))
        .to(Mailbox::new(None, to.0.clone()))
        .subject(draft.subject.as_str())
        .message_id(Some(draft.message_id.0.clone()));
    if let Some(last) = draft.earlier.last() {
        let all: Vec<&str> = draft.earlier.iter().map(MessageId::as_str).collect();
        builder = builder.in_reply_to(last.0.clone()).references(all.join(" "));
    }
    Ok(builder)
}

/// What a message carries.
enum Content {
    One(SinglePart),
    Several(MultiPart),
}

fn content(draft: &Draft) -> Result<Content, Error> {
    let text = SinglePart::plain(draft.text.clone());
    if draft.attachments.is_empty() {
        return Ok(Content::One(text));
    }
    let whole = MultiPart::mixed().boundary(boundary(draft)).singlepart(text);
    let with_file = |whole: MultiPart, file| Ok(whole.singlepart(attach(file)?));
    draft.attachments.iter().try_fold(whole, with_file).map(Content::Several)
}

/// Turns the date into what the builder takes; it knows the years 1970 to 9999 only.
fn moment(date: DateTime<Utc>) -> Result<SystemTime, Error> {
    if (1970..=9999).contains(&date.year()) {
        Ok(date.into())
    } else {
        Err(Error::NotValid { field: Field::Date })
    }
}

fn attach(attachment: &Attachment) -> Result<SinglePart, Error> {
    if attachment.name.is_empty() || attachment.name.contains(['/', '\\']) {
        return Err(Error::NotValid { field: Field::FileName });
    }
    let content_type = ContentType::parse(&attachment.content_type)
        .map_err(|_| Error::NotValid { field: Field::ContentType })?;
    // Base64 always: a file that happens to be ASCII would otherwise have its line ends changed on the way.
    let body = Body::new_with_encoding(attachment.bytes.clone(), ContentTransferEncoding::Base64)
        .expect("any bytes can be written in base64");
    let part = SinglePart::builder()
        .header(ContentDisposition::attachment(&attachment.name))
        .header(content_type)
        .body(body);
    Ok(part)
}

/// Derives the line between the parts from all that goes into the message: the same draft gives the same
/// bytes, and no part can contain it.
fn boundary(draft: &Draft) -> String {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).expect("lengths fit").to_be_bytes());
        hash.update(bytes);
    };
    add(draft.message_id.0.as_bytes());
    add(draft.date.timestamp().to_string().as_bytes());
    for text in [&draft.from_name, &draft.from_address, &draft.to_address, &draft.subject, &draft.text] {
        add(text.as_bytes());
    }
    for attachment in &draft.attachments {
        add(attachment.name.as_bytes());
        add(attachment.content_type.as_bytes());
        add(&attachment.bytes);
    }
    line_between(&hash.finalize().into())
}

fn line_between(digest: &[u8; 32]) -> String {
    hexadecimal(digest.first_chunk::<20>().expect("a SHA-256 digest is longer"))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
