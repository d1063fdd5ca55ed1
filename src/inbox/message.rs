//! A mail that came back, parsed.
//!
//! In: the bytes of one mail and where they stand. Out: a [`Mail`] and findings. Any bytes give a mail: what cannot
//! be understood is absent in it and said in a finding.
//!
//! Not here: which case it belongs to (`matching`) and what it says (`reading`).

use chrono::{DateTime, FixedOffset};
use mail_parser::{
    Address, ContentType, HeaderName, HeaderValue, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::html::to_text;
use super::own_words::TEXT_BYTES_MAX;
use crate::finding::{Code, Finding, Place};

/// Words of a plain text that only says that there is an HTML one.
const STUB_WORDS_MAX: usize = 25;

/// HTML read of one text of a mail; what a shop's newsletter has is a tenth of it.
const HTML_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Attachments read of one mail.
const ATTACHMENTS_MAX: usize = 1_000;

/// One mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// Its Message-ID, without angle brackets.
    pub message_id: Option<String>,
    /// The messages it answers, without angle brackets.
    pub in_reply_to: Vec<String>,
    /// The messages of its thread, oldest first, without angle brackets.
    pub references: Vec<String>,
    /// The address it says it comes from.
    pub from: Option<String>,
    /// The name beside that address.
    pub from_name: Option<String>,
    /// How many addresses it says it comes from.
    pub from_count: usize,
    /// The addresses to which answers shall go, where they are named.
    pub reply_to: Vec<String>,
    /// The addresses it is written to.
    pub to: Vec<String>,
    /// The subject, decoded.
    pub subject: String,
    /// The date it says it was written.
    pub date: Option<DateTime<FixedOffset>>,
    /// When it came in: the time the last server on its way notes, or the date it says it was written where that is
    /// later or none notes one. A date can be set back; what a person's own server notes cannot.
    pub arrived: Option<DateTime<FixedOffset>>,
    /// The text, decoded; of an HTML mail the text in it.
    pub text: String,
    /// The attached files, in their order.
    pub attachments: Vec<Attachment>,
    /// The first word of `Auto-Submitted` (RFC 3834) in lower case, or `auto-replied` where an older header says so.
    pub auto_submitted: Option<String>,
    /// It was sent to many at once, says its header (RFC 2369, RFC 2919).
    pub is_bulk: bool,
    /// A server on its way says that its sender's domain does not vouch for it (RFC 8601).
    pub fails_authentication: bool,
    /// What a mail server reports, if this is a delivery status notification (RFC 3464), or one for people that is known.
    pub report: Option<DeliveryReport>,
}

/// A file attached to a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name as the sender gives it; never to be used as a path. May be absent.
    pub name: Option<String>,
    /// Its MIME type as the sender gives it, in lower case.
    pub content_type: String,
    /// Its content, decoded.
    pub bytes: Vec<u8>,
}

/// What a mail server reports about a message of ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeliveryReport {
    /// What became of each recipient.
    pub actions: Vec<Action>,
    /// The first status code (RFC 3463), such as `5.1.1`.
    pub status: Option<String>,
    /// The Message-ID of the message it is about, without angle brackets.
    pub original_message_id: Option<String>,
    /// The addresses it names as recipients, in lower case: those we wrote to, and those it was passed on to.
    pub recipients: Vec<String>,
}

/// What became of a message for one recipient (RFC 3464, 2.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It could not be delivered.
    Failed,
    /// It is not delivered yet; the server goes on trying.
    Delayed,
    /// It was delivered, passed on or forwarded.
    Delivered,
}

impl Mail {
    /// Parses one mail.
    pub fn parse(bytes: &[u8], place: &Place) -> (Self, Vec<Finding>) {
        let parsed = MessageParser::default().parse(bytes).filter(has_a_mail_header);
        let Some(message) = parsed else {
            return (Self::default(), vec![Finding::new(Code::NotTheFormat, place.clone())]);
        };
        let damaged = message.parts.iter().filter(|part| part.is_encoding_problem).count();
        let mut findings = Vec::new();
        if damaged > 0 {
            findings.push(Finding::new(Code::BadEncoding, place.clone()).with("parts", damaged));
        }
        if message.attachment_count() > ATTACHMENTS_MAX {
            let limit = Finding::new(Code::LimitReached, place.clone()).with("limit", "mail-attachments");
            findings.push(limit.with("max", ATTACHMENTS_MAX).with("flag", "none"));
        }
        if is_cut(&message) {
            let limit = Finding::new(Code::LimitReached, place.clone()).with("limit", "mail-text");
            findings.push(limit.with("max", TEXT_BYTES_MAX >> 10).with("flag", "none"));
        }
        (mail(&message, bytes), findings)
    }

    /// Returns the domain of the sender in lower case.
    pub fn sender_domain(&self) -> Option<String> {
        let (_, domain) = self.from.as_deref()?.rsplit_once('@')?;
        Some(domain.trim_end_matches('.').to_lowercase()).filter(|domain| !domain.is_empty())
    }
}

/// The library takes any first line for a header; a mail has at least one that mail programs know.
fn has_a_mail_header(message: &mail_parser::Message<'_>) -> bool {
    message.headers().iter().any(|header| !matches!(header.name, HeaderName::Other(_)))
}

fn mail(message: &mail_parser::Message<'_>, bytes: &[u8]) -> Mail {
    let from = message.from().or(message.sender());
    Mail {
        message_id: message.message_id().map(str::to_owned),
        in_reply_to: ids(message.in_reply_to()),
        references: ids(message.references()),
        from: from.and_then(|from| addresses(from).into_iter().next()),
        from_name: from.and_then(|from| from.first()?.name()).map(str::to_owned),
        from_count: from.map_or(0, |from| addresses(from).len()),
        reply_to: message.reply_to().map(addresses).unwrap_or_default(),
        to: message.to().map(addresses).unwrap_or_default(),
        subject: message.subject().unwrap_or_default().to_owned(),
        date: message.date().and_then(time),
        arrived: arrived(message),
        text: text(message),
        attachments: message
            .attachments()
            .take(ATTACHMENTS_MAX)
            .map(|part| attachment(part, bytes))
            .collect(),
        is_bulk: is_bulk(message),
        fails_authentication: fails_authentication(message),
        auto_submitted: auto_submitted(message),
        report: delivery_report(message),
    }
}

/// The text a person would read. A plain text that only points to the HTML beside it is passed over.
fn text(message: &mail_parser::Message<'_>) -> String {
    let plain = joined(message.text_bodies());
    let html = joined(message.html_bodies());
    let words = |text: &str| text.split_whitespace().count();
    let is_stub = words(&plain) <= STUB_WORDS_MAX && words(&html) > 2 * words(&plain);
    if is_stub { html } else { plain }
}

fn joined<'a, 'x: 'a>(parts: impl Iterator<Item = &'a MessagePart<'x>>) -> String {
    let texts = parts.filter_map(|part| match &part.body {
        PartType::Text(text) => Some(text.to_string()),
        PartType::Html(html) => Some(to_text(clipped(html))),
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => {
            None
        }
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// The beginning of an HTML text that is longer than any mail a person wrote.
fn clipped(html: &str) -> &str {
    let end = (0..=HTML_BYTES_MAX.min(html.len())).rev().find(|end| html.is_char_boundary(*end));
    end.and_then(|end| html.get(..end)).unwrap_or_default()
}

/// Tells whether a text of the mail is longer than what is read of it.
fn is_cut(message: &mail_parser::Message<'_>) -> bool {
    message.text_bodies().chain(message.html_bodies()).any(|part| match &part.body {
        PartType::Text(text) => text.len() > TEXT_BYTES_MAX,
        PartType::Html(html) => html.len() > HTML_BYTES_MAX,
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => {
            false
        }
    })
}

fn is_bulk(message: &mail_parser::Message<'_>) -> bool {
    let has = |name: HeaderName<'static>| message.header_raw(name).is_some();
    let precedence = message.header_raw(HeaderName::Other("Precedence".into())).unwrap_or_default();
    let is_many = ["bulk", "list", "junk"].contains(&precedence.trim().to_lowercase().as_str());
    has(HeaderName::ListUnsubscribe) || has(HeaderName::ListId) || is_many
}

/// A forger gains nothing by adding a failure, so any server's word is taken for it.
fn fails_authentication(message: &mail_parser::Message<'_>) -> bool {
    let results =
        message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"));
    results.into_iter().any(|(_, value)| value.to_lowercase().contains("dmarc=fail"))
}

fn time(time: &mail_parser::DateTime) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(&time.to_rfc3339()).ok()
}

/// Each server puts its note above those of the servers before.
fn arrived(message: &mail_parser::Message<'_>) -> Option<DateTime<FixedOffset>> {
    let noted = message.received_all().next().and_then(mail_parser::Received::date);
    noted.as_ref().and_then(time).max(message.date().and_then(time))
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value.as_text_list() {
        Some(ids) => ids.iter().map(ToString::to_string).collect(),
        None => value.as_text().map(str::to_owned).into_iter().collect(),
    }
}

fn addresses(address: &Address<'_>) -> Vec<String> {
    address.iter().filter_map(|one| one.address()).map(str::to_owned).collect()
}

fn attachment(part: &MessagePart<'_>, whole: &[u8]) -> Attachment {
    let bytes = match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.as_bytes().to_vec(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        PartType::Message(inner) => inner.raw_message().to_vec(),
        PartType::Multipart(_) => raw(part, whole).to_vec(),
    };
    let content_type = part.content_type().map_or_else(|| "application/octet-stream".to_owned(), full_type);
    Attachment { name: part.attachment_name().map(str::to_owned), content_type, bytes }
}

fn raw<'a>(part: &MessagePart<'_>, whole: &'a [u8]) -> &'a [u8] {
    let start = usize::try_from(part.offset_body).unwrap_or(usize::MAX);
    let end = usize::try_from(part.offset_end).unwrap_or(usize::MAX);
    whole.get(start..end).unwrap_or_default()
}

fn full_type(content_type: &ContentType<'_>) -> String {
    let kind = content_type.ctype();
    content_type
        .subtype()
        .map_or_else(|| kind.to_owned(), |subtype| format!("{kind}/{subtype}"))
        .to_lowercase()
}

fn auto_submitted(message: &mail_parser::Message<'_>) -> Option<String> {
    let header =
        |name: HeaderName<'static>| message.header_raw(name).map(|value| value.trim().to_lowercase());
    let older = |name: &'static str| header(HeaderName::Other(name.into()));
    if let Some(value) = header(HeaderName::AutoSubmitted) {
        return value.split([';', ' ', '(']).next().map(str::to_owned).filter(|word| !word.is_empty());
    }
    let said = older("X-Autoreply").or_else(|| older("X-Autorespond")).is_some_and(|value| value != "no");
    let precedence = older("Precedence").is_some_and(|value| value == "auto_reply");
    (said || precedence).then(|| "auto-replied".to_owned())
}

fn delivery_report(message: &mail_parser::Message<'_>) -> Option<DeliveryReport> {
    let is_report = message.root_part().content_type().is_some_and(|content_type| {
        full_type(content_type) == "multipart/report"
            && content_type
                .attribute("report-type")
                .is_some_and(|kind| kind.eq_ignore_ascii_case("delivery-status"))
    });
    if !is_report {
        return plain_report(message);
    }
    let mut report = DeliveryReport::default();
    for part in &message.parts {
        match part.content_type().map(full_type).as_deref() {
            Some("message/delivery-status") => read_status(&part_text(part), &mut report),
            Some("text/rfc822-headers") => read_original(&part_text(part), &mut report),
            _ => {}
        }
        if let PartType::Message(original) = &part.body {
            report.original_message_id = original.message_id().map(str::to_owned);
        }
    }
    Some(report)
}

/// How mail servers that write their reports for people begin them: qmail (QSBMF, whose notices are all of failure) and
/// Exim; with what becomes of the message.
const PLAIN_REPORTS: [(&str, &str, Action); 3] = [
    ("hi. this is the qmail-send program", "", Action::Failed),
    ("this message was created automatically by mail delivery software", "permanent error", Action::Failed),
    (
        "this message was created automatically by mail delivery software",
        "has not yet been delivered",
        Action::Delayed,
    ),
];

/// Reads a report that a mail server wrote for people only, below which our message stands.
fn plain_report(message: &mail_parser::Message<'_>) -> Option<DeliveryReport> {
    let from = message.from().or(message.sender()).map(addresses)?;
    let mailbox = from.first()?.split('@').next()?.to_ascii_lowercase();
    if !matches!(mailbox.as_str(), "mailer-daemon" | "postmaster") {
        return None;
    }
    let text = text(message);
    let lower = text.to_lowercase();
    let lower = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_of = |(begins, says, _): &&(&str, &str, Action)| lower.starts_with(begins) && lower.contains(says);
    let (.., action) = PLAIN_REPORTS.iter().find(is_of)?;
    let line = |name: &str| {
        text.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['<', '>']).to_owned())
        })
    };
    let status = text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        status(word).filter(|_| word.starts_with(['4', '5']))
    });
    let original_message_id = line("Message-ID");
    Some(DeliveryReport { actions: vec![*action], status, original_message_id, recipients: Vec::new() })
}

fn part_text(part: &MessagePart<'_>) -> String {
    String::from_utf8_lossy(part.contents()).into_owned()
}

fn read_status(text: &str, report: &mut DeliveryReport) {
    for (name, value) in text.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "action" => report.actions.extend(action(value)),
            "status" => report.status = report.status.take().or_else(|| status(value)),
            "final-recipient" | "original-recipient" => report.recipients.extend(recipient(value)),
            _ => {}
        }
    }
}

/// The address of a recipient behind its type (RFC 3464, 2.3.1).
fn recipient(value: &str) -> Option<String> {
    let (kind, address) = value.split_once(';')?;
    let address = address.trim().trim_matches(['<', '>']).to_lowercase();
    (kind.trim().eq_ignore_ascii_case("rfc822") && address.contains('@')).then_some(address)
}

fn action(word: &str) -> Option<Action> {
    match word.to_ascii_lowercase().as_str() {
        "failed" => Some(Action::Failed),
        "delayed" => Some(Action::Delayed),
        "delivered" | "relayed" | "expanded" => Some(Action::Delivered),
        _ => None,
    }
}

fn status(value: &str) -> Option<String> {
    let word = value.split([' ', '(']).next()?;
    let plain =
        word.split('.').count() == 3 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| word.to_owned())
}

fn read_original(text: &str, report: &mut DeliveryReport) {
    let (original, _) = Mail::parse(text.as_bytes(), &Place::file(""));
    report.original_message_id = original.message_id.or(report.original_message_id.take());
}
