//! Hands messages to the mail server of the person's own account, by SMTP (RFC 5321) over TLS.
//!
//! In: an [`Account`], its password, a [`Message`]. Out: a [`Receipt`], or an [`Error`] whose kind says
//! whether something may have left: only [`Error::Unknown`] leaves that open, every other error means "not
//! sent".
//!
//! TLS comes before anything personal, or nothing is said; there is no fallback. What a server writes may name
//! the person, so only its numbers are kept. Not here: the network itself (`wire`), where the password is
//! (`secret`), and the question whether to send at all (`cli`).

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};

use super::Error;
use super::account::{Account, Login, Security};
use super::message::Message;
use super::wire::{STEP_TIME_MAX, Wire};

/// The most lines of one reply: a greeting that never ends is none.
const REPLY_LINES_MAX: usize = 100;

/// The computer's own name is nobody's business, and servers ask for no more than a well-formed one.
const OWN_NAME: &str = "[127.0.0.1]";

/// The numbers of a server's reply. Its text is not kept: it often repeats addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The reply code (RFC 5321), such as 250.
    pub code: u16,
    /// The enhanced status code (RFC 3463), such as `5.1.1`, if the server gives one.
    pub status: Option<String>,
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.status {
            None => write!(f, "{}", self.code),
            Some(status) => write!(f, "{} {status}", self.code),
        }
    }
}

/// What the server answered when it took a message over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its reply.
    pub reply: Reply,
}

/// A step of the conversation with a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The greeting and what the server says of itself.
    Greeting,
    /// User name and password.
    Login,
    /// The sender.
    Sender,
    /// The recipient.
    Recipient,
    /// The message itself.
    Content,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Greeting => "greeting",
            Self::Login => "login",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Content => "message",
        })
    }
}

/// Sends one message: connects, logs in, hands it over, says goodbye.
///
/// # Errors
/// See [`Error`]; only [`Error::Unknown`] means that it may have been sent.
pub fn send(account: &Account, password: &SecretString, message: &Message) -> Result<Receipt, Error> {
    let mut session = Session::open(account, password)?;
    let receipt = session.send(message)?;
    session.close();
    Ok(receipt)
}

/// A conversation with a mail server, logged in: for several messages in a row.
pub struct Session {
    wire: Wire,
    offers: Offers,
    from: String,
    /// Whether question and answer may no longer belong together.
    lost: bool,
}

impl Session {
    /// Connects with TLS, verifies the certificate and logs in.
    ///
    /// # Errors
    /// Every kind up to [`Error::WrongPassword`]; nothing has left.
    pub fn open(account: &Account, password: &SecretString) -> Result<Self, Error> {
        Self::open_within(account, password, STEP_TIME_MAX)
    }

    /// As [`Self::open`], with another largest time for each step.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_within(
        account: &Account,
        password: &SecretString,
        patience: Duration,
    ) -> Result<Self, Error> {
        let wire = Wire::connect(&account.server, account.port, account.security, patience)?;
        let from = account.from.as_str().to_owned();
        let mut session = Self { wire, offers: Offers::default(), from, lost: false };
        session.greet(account.security)?;
        session.log_in(account, password)?;
        Ok(session)
    }

    /// Hands one message over. After an error that is a refusal, further messages may follow.
    ///
    /// # Errors
    /// See [`Error`]; only [`Error::Unknown`] means that it may have been sent.
    pub fn send(&mut self, message: &Message) -> Result<Receipt, Error> {
        if self.lost {
            let source = std::io::ErrorKind::ConnectionAborted.into();
            return Err(Error::Unreachable { server: self.wire.place(), source });
        }
        let sent = self.hand_over(message);
        match &sent {
            Ok(_) => {}
            // A refusal leaves a half-made transaction behind. If clearing it fails, no later message may
            // trust the answers: they could be late ones, to other questions.
            Err(fault) if fault.is_refusal() && !self.lost => {
                self.lost = !self.ask("RSET", Step::Greeting).is_ok_and(|reply| reply.code == 250);
            }
            Err(_) => self.lost = true,
        }
        sent
    }

    /// Tells whether the connection is of no more use; further messages need another.
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// Says goodbye. The server has every message it gave a receipt for, whatever it answers now.
    pub fn close(mut self) {
        if !self.lost {
            let _ = self.wire.send(b"QUIT\r\n");
        }
    }

    /// Hears the greeting, encrypts the line, hears what the server offers.
    fn greet(&mut self, security: Security) -> Result<(), Error> {
        self.wire.begin_step();
        let greeting = self.reply(Step::Greeting)?;
        self.expect(greeting, 220, Step::Greeting)?;
        self.offers = self.hello()?;
        match security {
            Security::Implicit => Ok(()),
            Security::StartTls => {
                if !self.offers.starttls {
                    let _ = self.wire.send(b"QUIT\r\n");
                    return Err(Error::TlsNotOffered { server: self.wire.place() });
                }
                let invited = self.ask("STARTTLS", Step::Greeting)?;
                if invited.code != 220 {
                    // RFC 3207, 4: TLS not available.
                    return Err(Error::TlsNotOffered { server: self.wire.place() });
                }
                self.wire.encrypt()?;
                // What was offered on the plain line may have been written by anybody.
                self.offers = self.hello()?;
                Ok(())
            }
        }
    }

    fn hello(&mut self) -> Result<Offers, Error> {
        let said = self.ask(&format!("EHLO {OWN_NAME}"), Step::Greeting)?;
        let said = self.expect(said, 250, Step::Greeting)?;
        Ok(Offers::in_lines(&said.lines))
    }

    fn log_in(&mut self, account: &Account, password: &SecretString) -> Result<(), Error> {
        let user = account.user.as_str();
        let offered = |mechanism: &str| self.offers.login.iter().any(|offered| offered == mechanism);
        let replied = match account.login {
            Login::XOAuth2 if offered("XOAUTH2") => self.show_token(user, password)?,
            Login::Password if offered("PLAIN") => {
                let words = SecretString::from(format!("\0{user}\0{}", password.expose_secret()));
                self.ask(&format!("AUTH PLAIN {}", encoded(words.expose_secret())), Step::Login)?
            }
            Login::Password if offered("LOGIN") => self.answer_twice(user, password)?,
            Login::XOAuth2 | Login::Password => {
                return Err(Error::LoginNotOffered { server: self.wire.place() });
            }
        };
        match replied.code {
            235 => Ok(()),
            // RFC 4954, 6: authentication credentials invalid.
            535 => Err(Error::WrongPassword { reply: replied.numbers() }),
            _ => Err(self.fault(&replied, Step::Login)),
        }
    }

    /// LOGIN: the server asks for the name, then for the password.
    fn answer_twice(&mut self, user: &str, password: &SecretString) -> Result<Said, Error> {
        let asked = self.ask("AUTH LOGIN", Step::Login)?;
        if asked.code != 334 {
            return Ok(asked);
        }
        let asked = self.ask(&encoded(user), Step::Login)?;
        if asked.code != 334 {
            return Ok(asked);
        }
        self.ask(&encoded(password.expose_secret()), Step::Login)
    }

    /// XOAUTH2: a refusal comes with a reason that has to be answered before the reply itself comes.
    fn show_token(&mut self, user: &str, token: &SecretString) -> Result<Said, Error> {
        let words = super::token_words(user, token);
        let replied = self.ask(&format!("AUTH XOAUTH2 {}", encoded(words.expose_secret())), Step::Login)?;
        if replied.code == 334 { self.ask("", Step::Login) } else { Ok(replied) }
    }

    fn hand_over(&mut self, message: &Message) -> Result<Receipt, Error> {
        let bytes = message.to_bytes();
        let content = content(&bytes);
        if self.offers.size_max.is_some_and(|most| most < content.len()) {
            return Err(Error::TooLarge);
        }
        self.announce(message, content.len())?;
        if !self.wire.is_quiet() {
            return Err(Error::NotUnderstood { server: self.wire.place(), step: Step::Content });
        }
        if let Err(fault) = self.wire.send_parts(&content) {
            // Without its last part a message has no end, and a server that did not see the end has none.
            return Err(if fault.last_part_begun { Error::Unknown } else { fault.cause });
        }
        match self.reply(Step::Content) {
            Ok(said) if said.code == 250 => Ok(Receipt { reply: said.numbers() }),
            Ok(said) if said.code >= 400 => Err(self.fault(&said, Step::Content)),
            // Neither taken nor refused in numbers: nobody knows whether the server has it.
            Ok(_) | Err(_) => Err(Error::Unknown),
        }
    }

    /// Names sender and recipient and asks for leave to send the content; in one go where the server takes that
    /// (RFC 2920).
    fn announce(&mut self, message: &Message, bytes: usize) -> Result<(), Error> {
        let size = if self.offers.size { format!(" SIZE={bytes}") } else { String::new() };
        let questions = [
            (Step::Sender, format!("MAIL FROM:<{}>{size}", self.from)),
            (Step::Recipient, format!("RCPT TO:<{}>", message.to().as_str())),
            (Step::Content, "DATA".to_owned()),
        ];
        if self.offers.pipelining {
            self.refuse_early()?;
            let all: String = questions.iter().map(|(_, question)| format!("{question}\r\n")).collect();
            self.wire.send(all.as_bytes())?;
            self.hear_announced(&questions)
        } else {
            for (step, question) in &questions {
                let said = self.ask(question, *step)?;
                self.check_announced(&said, *step)?;
            }
            Ok(())
        }
    }

    /// Hears all the answers to what was said in one go, and then tells the first refusal.
    fn hear_announced(&mut self, questions: &[(Step, String)]) -> Result<(), Error> {
        let mut refused = None;
        for (step, _) in questions {
            let said = self.reply(*step)?;
            let checked = self.check_announced(&said, *step);
            if checked.is_ok() && *step == Step::Content && refused.is_some() {
                // It invites the content of a message it refused. Whatever is said now is content: only hanging up
                // takes it back.
                self.lost = true;
            }
            refused = refused.or(checked.err());
        }
        refused.map_or(Ok(()), Err)
    }

    fn check_announced(&self, said: &Said, step: Step) -> Result<(), Error> {
        let is_as_asked = match step {
            Step::Content => said.code == 354,
            Step::Greeting | Step::Login | Step::Sender | Step::Recipient => (200..300).contains(&said.code),
        };
        if is_as_asked { Ok(()) } else { Err(self.fault(said, step)) }
    }

    /// Says one line and hears the reply.
    fn ask(&mut self, question: &str, step: Step) -> Result<Said, Error> {
        self.refuse_early()?;
        self.wire.send(format!("{question}\r\n").as_bytes())?;
        self.reply(step)
    }

    /// A reply that is there before its question would shift all that follow.
    fn refuse_early(&mut self) -> Result<(), Error> {
        if self.wire.is_quiet() {
            return Ok(());
        }
        self.lost = true;
        Err(Error::NotUnderstood { server: self.wire.place(), step: Step::Greeting })
    }

    fn reply(&mut self, step: Step) -> Result<Said, Error> {
        let not_understood = || Error::NotUnderstood { server: self.wire.place(), step };
        let nothing = not_understood();
        let mut said: Option<Said> = None;
        for _ in 0..REPLY_LINES_MAX {
            let line = self.wire.line()?;
            let Some((code, text, is_last)) = parse_line(&line) else { return Err(nothing) };
            let said = said.get_or_insert_with(|| Said { code, lines: Vec::new() });
            if said.code != code {
                return Err(nothing);
            }
            said.lines.push(text);
            if is_last {
                return Ok(std::mem::replace(said, Said { code, lines: Vec::new() }));
            }
        }
        Err(Error::TooMuch { server: self.wire.place() })
    }

    fn expect(&self, said: Said, code: u16, step: Step) -> Result<Said, Error> {
        if said.code == code { Ok(said) } else { Err(self.fault(&said, step)) }
    }

    fn fault(&self, said: &Said, step: Step) -> Error {
        let reply = said.numbers();
        match (said.code, step) {
            (400..500, _) => Error::Temporary { step, reply },
            // RFC 1870, 6.1 and RFC 3463, 3.4: the message exceeds the fixed maximum.
            (552, Step::Sender) => Error::TooLarge,
            (552, _) if reply.status.as_deref() == Some("5.3.4") => Error::TooLarge,
            (500..600, Step::Recipient) => Error::RecipientRefused { reply },
            (500..600, Step::Greeting | Step::Login | Step::Sender | Step::Content) => {
                Error::Refused { step, reply }
            }
            (_, _) => Error::NotUnderstood { server: self.wire.place(), step },
        }
    }
}

/// What a server says it can do (RFC 5321, 4.1.1.1).
#[derive(Default)]
struct Offers {
    starttls: bool,
    pipelining: bool,
    size: bool,
    size_max: Option<usize>,
    login: Vec<String>,
}

impl Offers {
    fn in_lines(lines: &[String]) -> Self {
        let mut offers = Self::default();
        for line in lines.iter().skip(1).map(|line| line.to_ascii_uppercase()) {
            let mut words = line.split_ascii_whitespace();
            match words.next() {
                Some("STARTTLS") => offers.starttls = true,
                Some("PIPELINING") => offers.pipelining = true,
                Some("AUTH") => offers.login = words.map(str::to_owned).collect(),
                Some("SIZE") => {
                    offers.size = true;
                    // RFC 1870, 4: zero means that there is no fixed maximum.
                    let most = words.next().and_then(|word| word.parse().ok());
                    offers.size_max = most.filter(|most| *most > 0);
                }
                Some(_) | None => {}
            }
        }
        offers
    }
}

/// A whole reply.
struct Said {
    code: u16,
    lines: Vec<String>,
}

impl Said {
    fn numbers(&self) -> Reply {
        let first = self.lines.last().and_then(|line| line.split_whitespace().next());
        Reply { code: self.code, status: enhanced_status(first) }
    }
}

/// Cuts a line of a reply into its code, its text and whether it is the last one.
fn parse_line(line: &[u8]) -> Option<(u16, String, bool)> {
    let (code, rest) = line.split_at_checked(3)?;
    let code =
        std::str::from_utf8(code).ok().filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))?;
    let code = code.parse().ok().filter(|code| (200..600).contains(code))?;
    let is_last = match rest.first() {
        None | Some(b' ') => true,
        Some(b'-') => false,
        Some(_) => return None,
    };
    let text = String::from_utf8_lossy(rest.get(1..).unwrap_or_default()).into_owned();
    Some((code, text, is_last))
}

/// Writes a message the way the wire wants it: a line that begins with a dot gets a second one, and a lone
/// dot ends it (RFC 5321, 4.5.2). One text and so one write: the end in a write of its own would wait for the
/// receiver's delayed acknowledgement.
fn content(message: &[u8]) -> Vec<u8> {
    let mut content = Vec::with_capacity(message.len() + message.len() / 64 + 5);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            content.push(b'.');
        }
        content.extend_from_slice(line);
    }
    let end: &[u8] = if content.ends_with(b"\r\n") { b".\r\n" } else { b"\r\n.\r\n" };
    content.extend_from_slice(end);
    content
}

fn encoded(text: &str) -> String {
    STANDARD.encode(text)
}

/// Takes a word for an enhanced status code if it is one (RFC 3463, 2): three numbers and nothing else.
fn enhanced_status(word: Option<&str>) -> Option<String> {
    let word = word?;
    let numbers: Vec<&str> = word.split('.').collect();
    let number =
        |text: &&str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (numbers.len() == 3 && numbers.iter().all(number)).then(|| word.to_owned())
}
