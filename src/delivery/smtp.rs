//! RIM: hands a message to the mail server of the person's own account.
//!
//! In: an [`Account`], its password, a [`Message`]. Out: a [`Receipt`], or an [`Error`] whose kind says
//! whether something may have left: only [`Error::Unknown`] leaves that open, every other error means "not
//! sent".
//!
//! TLS is required and the certificate verified by the platform's own trust store; there is no fallback and
//! no switch to accept less. What a server writes may name the person, so only its numbers are kept. Not
//! here: asking for a password (`cli`), and the question whether to send at all.

#![expect(clippy::disallowed_methods, reason = "this is where mail leaves, and where its password is read")]

use std::error::Error as _;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox, SecretString};
use serde::{Deserialize, Serialize};

use super::Error;
use super::message::{EmailAddress, Message};

/// How long each step of the conversation may take (reference: RFC 5321, 4.5.3.2 allows more; people wait
/// less).
const STEP_TIME_MAX: Duration = Duration::from_secs(60);

/// A password longer than this is a mistake: a wrong file, a program that prints something else.
const PASSWORD_BYTES_MAX: usize = 4096;

/// The mail account a person sends from, as their profile describes it. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The server's host name, `smtp.example.org`; its certificate must be for this name.
    pub server: String,
    /// The port: usually 465 for implicit TLS, 587 for STARTTLS.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name.
    pub user: String,
    /// The address mail leaves from; refusals come back to it.
    pub from: EmailAddress,
    /// Where the password is; absent when it is asked for each time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<PasswordSource>,
}

impl Account {
    fn place(&self) -> String {
        format!("{}:{}", self.server, self.port)
    }
}

/// How the connection is encrypted. There is no third way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte.
    Implicit,
    /// A plain greeting, then TLS, required.
    StartTls,
}

/// Where a password is. Never the password itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PasswordSource {
    /// A program and its arguments, run without a shell; the first line it prints.
    Command(Vec<String>),
    /// The first line of a file only its owner can open.
    File(PathBuf),
    /// The first line of an open file descriptor (Unix).
    Descriptor(u32),
}

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

/// Why a certificate is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFault {
    /// Nobody this computer trusts has signed it.
    UnknownIssuer,
    /// It is for another host name.
    OtherName,
    /// It has expired.
    Expired,
    /// It is not valid yet; perhaps this computer's clock is wrong.
    NotYetValid,
    /// It was revoked.
    Revoked,
    /// Something else.
    Other,
}

impl fmt::Display for CertificateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownIssuer => "its issuer is not known",
            Self::OtherName => "it is for another name",
            Self::Expired => "it has expired",
            Self::NotYetValid => "it is not valid yet",
            Self::Revoked => "it was revoked",
            Self::Other => "it is not valid",
        })
    }
}

/// Reads a password from where the account says it is.
///
/// # Errors
/// One of the password kinds of [`Error`]; none holds a part of the password or the program's arguments.
pub fn password(source: &PasswordSource) -> Result<SecretString, Error> {
    match source {
        PasswordSource::Command(words) => password_from_command(words),
        PasswordSource::File(path) => password_from_file(path),
        PasswordSource::Descriptor(number) => {
            let mut descriptor =
                File::open(format!("/dev/fd/{number}")).map_err(Error::PasswordUnreadable)?;
            first_line(&mut descriptor).map_err(Error::PasswordUnreadable)?
        }
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
    connection: SmtpConnection,
    account: Account,
}

impl Session {
    /// Connects with TLS, verifies the certificate and logs in.
    ///
    /// # Errors
    /// Every kind up to [`Error::WrongPassword`]; nothing has left.
    pub fn open(account: &Account, password: &SecretString) -> Result<Self, Error> {
        let mut connection = connect(account)?;
        let credentials = Credentials::new(account.user.clone(), password.expose_secret().to_owned());
        match connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials) {
            Ok(_) => Ok(Self { connection, account: account.clone() }),
            Err(fault) => {
                connection.abort();
                Err(login_fault(&fault, account))
            }
        }
    }

    /// Hands one message over. After an error that is a refusal, further messages may follow.
    ///
    /// # Errors
    /// See [`Error`]; only [`Error::Unknown`] means that it may have been sent.
    pub fn send(&mut self, message: &Message) -> Result<Receipt, Error> {
        if self.connection.has_broken() {
            let source = io::ErrorKind::ConnectionAborted.into();
            return Err(Error::Unreachable { server: self.account.place(), source });
        }
        let sent = self.hand_over(message);
        match &sent {
            Ok(_) => {}
            // A refusal leaves a half-made transaction behind. If clearing it fails, no later message may
            // trust the answers: they could be late ones, to other questions.
            Err(fault) if fault.is_refusal() && self.connection.command(Rset).is_ok() => {}
            Err(_) => self.connection.abort(),
        }
        sent
    }

    /// Says goodbye. The server has every message it gave a receipt for, whatever it answers now.
    pub fn close(mut self) {
        let _ = self.connection.quit();
    }

    fn hand_over(&mut self, message: &Message) -> Result<Receipt, Error> {
        let sender = Mail::new(Some(self.account.from.as_lettre().clone()), Vec::new());
        self.connection.command(sender).map_err(|fault| self.fault(&fault, Step::Sender))?;
        let recipient = Rcpt::new(message.to().as_lettre().clone(), Vec::new());
        self.connection.command(recipient).map_err(|fault| self.fault(&fault, Step::Recipient))?;
        let invited = self.connection.command(Data).map_err(|fault| self.fault(&fault, Step::Content))?;
        if !invited.has_code(354) {
            return Err(Error::NotUnderstood { server: self.account.place(), step: Step::Content });
        }
        match self.connection.command(content(&message.to_bytes())) {
            Ok(response) if response.has_code(250) => Ok(Receipt { reply: reply(&response) }),
            Err(fault) if fault.status().is_some() => Err(self.fault(&fault, Step::Content)),
            // Neither taken nor refused in numbers: nobody knows whether the server has it.
            Ok(_) | Err(_) => Err(Error::Unknown),
        }
    }

    fn fault(&self, fault: &smtp::Error, step: Step) -> Error {
        conversation_fault(fault, step, &self.account)
    }
}

fn connect(account: &Account) -> Result<SmtpConnection, Error> {
    let verified =
        TlsParameters::new(account.server.clone()).map_err(|fault| tls_setup_fault(&fault, account))?;
    let address = (account.server.as_str(), account.port);
    // The computer's own name is nobody's business, and servers ask for no more than a well-formed one.
    let greeting = ClientId::Ipv4(Ipv4Addr::LOCALHOST);
    let connection = match account.security {
        Security::Implicit => {
            SmtpConnection::connect(address, Some(STEP_TIME_MAX), &greeting, Some(&verified), None)
        }
        Security::StartTls => {
            let plain = SmtpConnection::connect(address, Some(STEP_TIME_MAX), &greeting, None, None);
            let mut plain = plain.map_err(|fault| conversation_fault(&fault, Step::Greeting, account))?;
            if !plain.can_starttls() {
                plain.abort();
                return Err(Error::TlsNotOffered { server: account.place() });
            }
            plain.starttls(&verified, &greeting).map(|()| plain)
        }
    };
    let connection = connection.map_err(|fault| conversation_fault(&fault, Step::Greeting, account))?;
    // The promise of this file, checked where it matters: the password is the next thing to leave.
    if connection.is_encrypted() {
        Ok(connection)
    } else {
        Err(Error::TlsNotOffered { server: account.place() })
    }
}

/// Writes a message the way the wire wants it: a line that begins with a dot gets a second one, and a lone
/// dot ends it (RFC 5321, 4.5.2).
///
/// One text and so one write: the library's own call makes two, and the second waits 40 ms for the receiver's
/// delayed acknowledgement (seen with lettre 0.11.23, November 2026). It also adds an empty line to the
/// message.
fn content(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message).replace("\r\n.", "\r\n..");
    let end = if text.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" };
    format!("{text}{end}")
}

fn tls_setup_fault(fault: &smtp::Error, account: &Account) -> Error {
    let source = io::Error::other(fault.source().map_or_else(String::new, ToString::to_string));
    Error::TlsFailed { server: account.place(), source }
}

fn login_fault(fault: &smtp::Error, account: &Account) -> Error {
    match fault.status().map(u16::from) {
        // RFC 4954, 6: authentication credentials invalid.
        Some(535) => Error::WrongPassword { reply: refusal(fault, 535) },
        None if fault.is_client() => Error::LoginNotOffered { server: account.place() },
        Some(_) | None => conversation_fault(fault, Step::Login, account),
    }
}

fn conversation_fault(fault: &smtp::Error, step: Step, account: &Account) -> Error {
    let server = account.place();
    let Some(code) = fault.status().map(u16::from) else {
        return match system_fault(fault) {
            Some(source) => connection_fault(source, server),
            None if hung_up(fault) => {
                Error::Unreachable { server, source: io::ErrorKind::UnexpectedEof.into() }
            }
            None => Error::NotUnderstood { server, step },
        };
    };
    let reply = refusal(fault, code);
    match (code, step) {
        // RFC 3207, 4: TLS not available; the only such reply before the login is the one to STARTTLS.
        (454, Step::Greeting) => Error::TlsNotOffered { server },
        (400..500, _) => Error::Temporary { step, reply },
        (_, Step::Recipient) => Error::RecipientRefused { reply },
        (_, Step::Greeting | Step::Login | Step::Sender | Step::Content) => Error::Refused { step, reply },
    }
}

/// Finds what the system or the TLS library said; texts of the server are never in there.
fn system_fault(fault: &smtp::Error) -> Option<&io::Error> {
    fault.source()?.downcast_ref::<io::Error>()
}

/// Tells whether the server closed the connection instead of answering; the library calls that a response.
fn hung_up(fault: &smtp::Error) -> bool {
    fault.is_response() && fault.source().is_some_and(|source| source.to_string() == "incomplete response")
}

fn connection_fault(fault: &io::Error, server: String) -> Error {
    let inner = fault.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let source = match fault.kind() {
        // How Unix says that a read took longer than it may.
        io::ErrorKind::WouldBlock => io::ErrorKind::TimedOut.into(),
        kind => io::Error::new(kind, fault.to_string()),
    };
    match inner {
        None => Error::Unreachable { server, source },
        Some(rustls::Error::InvalidCertificate(fault)) => {
            Error::CertificateNotTrusted { server, fault: certificate_fault(fault) }
        }
        // A server that answers the first TLS message in plain words.
        Some(rustls::Error::InvalidMessage(_)) => Error::TlsNotOffered { server },
        Some(_) => Error::TlsFailed { server, source },
    }
}

fn certificate_fault(fault: &rustls::CertificateError) -> CertificateFault {
    use rustls::CertificateError as Fault;
    match fault {
        Fault::UnknownIssuer => CertificateFault::UnknownIssuer,
        Fault::NotValidForName | Fault::NotValidForNameContext { .. } => CertificateFault::OtherName,
        Fault::Expired | Fault::ExpiredContext { .. } => CertificateFault::Expired,
        Fault::NotValidYet | Fault::NotValidYetContext { .. } => CertificateFault::NotYetValid,
        Fault::Revoked => CertificateFault::Revoked,
        _ => CertificateFault::Other,
    }
}

fn reply(response: &Response) -> Reply {
    Reply { code: response.code().into(), status: enhanced_status(response.first_word()) }
}

fn refusal(fault: &smtp::Error, code: u16) -> Reply {
    let text = fault.source().map(ToString::to_string).unwrap_or_default();
    Reply { code, status: enhanced_status(text.split_whitespace().next()) }
}

/// Takes a word for an enhanced status code if it is one (RFC 3463, 2): three numbers and nothing else.
fn enhanced_status(word: Option<&str>) -> Option<String> {
    let word = word?;
    let numbers: Vec<&str> = word.split('.').collect();
    let number =
        |text: &&str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (numbers.len() == 3 && numbers.iter().all(number)).then(|| word.to_owned())
}

fn password_from_command(words: &[String]) -> Result<SecretString, Error> {
    let [program, arguments @ ..] = words else {
        return Err(Error::PasswordCommand(io::ErrorKind::InvalidInput.into()));
    };
    let mut command = Command::new(program);
    // Its complaints go to the person; its questions belong on the terminal, which it opens itself.
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut child = command.spawn().map_err(Error::PasswordCommand)?;
    let mut output = child.stdout.take().expect("standard output is piped");
    let line = first_line(&mut output);
    // What follows is read and dropped: a program that prints more would die of a broken pipe.
    let drained = io::copy(&mut output, &mut io::sink());
    let status = child.wait().map_err(Error::PasswordCommand)?;
    if !status.success() {
        return Err(Error::PasswordCommand(io::Error::other(status.to_string())));
    }
    line.and_then(|line| drained.map(|_| line)).map_err(Error::PasswordCommand)?
}

fn password_from_file(path: &Path) -> Result<SecretString, Error> {
    let mut file = File::open(path).map_err(Error::PasswordUnreadable)?;
    let metadata = file.metadata().map_err(Error::PasswordUnreadable)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0 {
        return Err(Error::PasswordFileOpenToOthers);
    }
    if !metadata.is_file() {
        return Err(Error::PasswordUnreadable(io::ErrorKind::InvalidInput.into()));
    }
    first_line(&mut file).map_err(Error::PasswordUnreadable)?
}

/// Reads the first line into memory that is wiped afterwards.
fn first_line(source: &mut impl Read) -> io::Result<Result<SecretString, Error>> {
    let mut buffer = SecretBox::new(Box::new([0_u8; PASSWORD_BYTES_MAX]));
    let length = fill_to_line_end(source, buffer.expose_secret_mut())?;
    let bytes = buffer.expose_secret().get(..length).unwrap_or_default();
    Ok(password_in(bytes).ok_or(Error::PasswordNotUsable))
}

fn fill_to_line_end(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while let Some(rest) = buffer.get_mut(length..).filter(|rest| !rest.is_empty()) {
        let read = match source.read(rest) {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        length += read;
        if read == 0 || buffer.get(..length).is_some_and(|bytes| bytes.contains(&b'\n')) {
            break;
        }
    }
    Ok(length)
}

fn password_in(bytes: &[u8]) -> Option<SecretString> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let ended = line.len() < PASSWORD_BYTES_MAX;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line).ok()?;
    (ended && !text.is_empty() && !text.contains('\0')).then(|| SecretString::from(text))
}
