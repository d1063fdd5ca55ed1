//! A letter's files before it leaves: its page, its text, its message, and the flags that say how it is set.
//!
//! In: a finished letter with the request it was written from, the flags. Out: `letter.pdf`, `letter.txt` and, where it
//! goes to an e-mail address, `message.eml`, as bytes; a copy to be changed in a word processor. A character that no
//! built-in font has is named with the field it stands in. Not here: what the letter says (`choices`), and writing or
//! sending the files.

use super::config::{Config, chance};
use super::failure::{Failure, Kind};
use crate::delivery::message::{Attachment, Draft, EmailAddress, Message, MessageId};
use crate::letter::choice::Choices;
use crate::letter::pdf::{document, pdf};
use crate::letter::request::Request;
use crate::letter::{self, Layout, Letter};
use crate::paper::odt::odt;
use crate::paper::{Error, Typesetter};
use crate::tracker::event::Event;

/// How a letter is set and posted.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(skip)]
#[command(next_help_heading = "How it is set and posted")]
pub(super) struct Arguments {
    /// Where things stand on the page: fr-window (French window envelope), din5008 (German window envelope), plain
    /// [default: as in your country]
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    layout: Option<Layout>,
    /// It goes by registered post, and the letter says so; its number too, where it is given as --registered=NUMBER
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    registered: Option<String>,
    /// Also write the letter into the folder of --out as a file to be changed before it leaves; pdf and txt are always
    /// written. What you change and send is best kept with: habeas record CASE sent --proof FILE
    #[arg(long = "format", value_name = "FORMAT", requires = "out")]
    formats: Vec<Format>,
}

/// A form a letter is also written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// OpenDocument text, which word processors open
    Odt,
}

impl Arguments {
    /// Adds to what a letter says how it is set and posted.
    pub(super) fn add_to(&self, choices: Choices) -> Choices {
        Choices { layout: self.layout, registered: self.registered.clone(), ..choices }
    }

    /// Returns the forms it is also written in.
    pub(super) fn formats(&self) -> &[Format] {
        &self.formats
    }

    /// Tells whether the number of one posted item is given.
    pub(super) fn is_numbered(&self) -> bool {
        self.registered.as_deref().is_some_and(|number| !number.is_empty())
    }
}

fn layout(word: &str) -> Result<Layout, String> {
    Layout::find(word).ok_or_else(|| format!("there is no such layout; there are {}", Layout::ids()))
}

/// Writes the files of a letter. The message gets its Message-ID here, and the event remembers it.
///
/// # Errors
/// Names the character that cannot be printed and the field it stands in.
pub(super) fn files(
    letter: &Letter,
    request: &Request<'_>,
    email: Option<&str>,
    (config, typesetter): (&Config, &Typesetter),
    event: &mut Event,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let page = pdf(letter, typesetter).map_err(|error| unprintable(&error, request))?;
    event.subject = Some(letter.subject.clone());
    let mut files =
        vec![("letter.pdf".to_owned(), page), ("letter.txt".to_owned(), letter.to_text().into_bytes())];
    if let Some(email) = email {
        let message_id = message_id(&letter.reference, config)?;
        event.message_id = Some(message_id.as_str().to_owned());
        let message = message(letter.subject.clone(), &files, email, message_id, config)?;
        files.push(("message.eml".to_owned(), message.to_bytes()));
    }
    Ok(files)
}

/// Writes the letter in the other forms that are wanted. These are to be changed, so that no case keeps them as proof.
///
/// # Errors
/// As [`files`].
pub(super) fn editable(
    letter: &Letter,
    request: &Request<'_>,
    formats: &[Format],
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let write = |format: &Format| match format {
        Format::Odt => {
            let bytes = odt(&document(letter)).map_err(|error| unprintable(&error, request))?;
            Ok(("letter.odt".to_owned(), bytes))
        }
    };
    let mut wanted: Vec<Format> = Vec::new();
    for format in formats {
        if !wanted.contains(format) {
            wanted.push(*format);
        }
    }
    wanted.iter().map(write).collect()
}

/// Says which character cannot be printed, which field it stands in, and how to change that.
fn unprintable(error: &Error, request: &Request<'_>) -> Failure {
    match error {
        Error::MissingCharacter(character) | Error::ControlCharacter(character) => {
            let field = request.field_with(*character);
            letter::Error::Unprintable { character: *character, field }.into()
        }
        Error::Language
        | Error::NoTitle
        | Error::HeadingSkipped
        | Error::TooManyGlyphs
        | Error::Embed
        | Error::TooManyCells
        | Error::FigureUnsaid => Failure::of(Kind::Bug, error).hint("habeas profile check"),
    }
}

/// Makes the message of a letter from its files.
pub(super) fn message(
    subject: String,
    files: &[(String, Vec<u8>)],
    email: &str,
    message_id: MessageId,
    config: &Config,
) -> Result<Message, Failure> {
    let bytes = |wanted: &str| files.iter().find(|(name, _)| name == wanted).map(|(_, bytes)| bytes.clone());
    let incomplete = || Failure::new(Kind::Bug, "a letter has no text or no page");
    let text = bytes("letter.txt").and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(incomplete)?;
    let page = bytes("letter.pdf").ok_or_else(incomplete)?;
    Ok(Message::compose(Draft {
        from_name: config.profile.person.name.clone(),
        from_address: sender(config)?.as_str().to_owned(),
        to_address: email.to_owned(),
        subject,
        text,
        attachments: vec![Attachment {
            name: "letter.pdf".to_owned(),
            content_type: "application/pdf".to_owned(),
            bytes: page,
        }],
        message_id,
        earlier: Vec::new(),
        date: config.now,
    })?)
}

/// Makes a new Message-ID for a case.
pub(super) fn message_id(reference: &str, config: &Config) -> Result<MessageId, Failure> {
    Ok(MessageId::compose(reference, chance()?, &sender(config)?)?)
}

/// Returns the address mail leaves from: that of the mail account, else the person's first.
pub(super) fn sender(config: &Config) -> Result<EmailAddress, Failure> {
    if let Some(account) = &config.profile.mail {
        return Ok(account.from.clone());
    }
    let email = config.profile.person.email().unwrap_or_default();
    email.parse().map_err(|_| {
        Failure::new(Kind::Settings, "the profile's first e-mail address cannot send mail")
            .hint("habeas profile set --email ADDRESS")
    })
}
