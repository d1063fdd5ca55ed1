//! The flags of `habeas profile set` that describe the mail account, and those that say where its password is.
//!
//! In: the flags and the account there is. Out: the account as it is then; the password, for the moment it is needed. The servers of common providers are known by
//! the address (`delivery::provider`); what is given by flag wins. No flag takes a password.

use std::path::PathBuf;

use secrecy::SecretString;

use super::config::Config;
use super::failure::{Failure, Kind};
use super::output::ask_password;
use crate::delivery::account::{Account, Login, MailboxServer, PasswordSource, Security};
use crate::delivery::message::EmailAddress;
use crate::delivery::provider::{Provider, providers};
use crate::delivery::secret;

/// Where the password is this time, whatever the profile says.
#[derive(Debug, clap::Args)]
pub(super) struct PasswordFlags {
    /// File whose first line is the password; only its owner may be able to open it
    #[arg(long, value_name = "FILE", conflicts_with = "password_fd")]
    password_file: Option<PathBuf>,
    /// Open file descriptor whose first line is the password
    #[arg(long, value_name = "NUMBER")]
    password_fd: Option<u32>,
}

impl PasswordFlags {
    /// Reads the password from where the flags say it is, else the profile; else asks for it.
    pub(super) fn password(
        &self,
        account: &Account,
        server: &str,
        config: &Config,
    ) -> Result<SecretString, Failure> {
        let given = match (&self.password_file, self.password_fd) {
            (Some(file), _) => Some(PasswordSource::File(file.clone())),
            (None, Some(number)) => Some(PasswordSource::Descriptor(number)),
            (None, None) => account.password.clone(),
        };
        match given {
            Some(source) => Ok(secret::password(&source)?),
            None => ask_password(&config.wording().say_with("send-password", &[("server", server)])),
        }
    }
}

/// The mail account.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Mail account")]
pub(super) struct Flags {
    /// Address mail leaves from; the servers of common providers are known by it
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Mail provider, where the address does not tell it: gmail, orange, free, posteo, …
    #[arg(long, value_name = "NAME")]
    mail_provider: Option<String>,
    /// Mail server to send through
    #[arg(long, value_name = "HOST")]
    mail_server: Option<String>,
    /// Its port: 465 for implicit TLS, 587 for STARTTLS
    #[arg(long, value_name = "PORT")]
    mail_port: Option<u16>,
    /// How the connection is encrypted: implicit or starttls
    #[arg(long, value_name = "HOW")]
    mail_security: Option<String>,
    /// User name at the mail server
    #[arg(long, value_name = "NAME")]
    mail_user: Option<String>,
    /// What is shown at login: password, or xoauth2 for an access token in its place
    #[arg(long, value_name = "WHAT")]
    mail_login: Option<String>,
    /// Program with its arguments, in one quoted text, whose first line of output is the password; no shell
    /// runs it
    #[arg(long, value_name = "'PROGRAM ARGUMENT…'")]
    mail_password_command: Option<String>,
    /// File whose first line is the password; only its owner may be able to open it
    #[arg(long, value_name = "FILE", conflicts_with = "mail_password_command")]
    mail_password_file: Option<PathBuf>,
    /// Messages that may leave in a day
    #[arg(long, value_name = "NUMBER")]
    mail_per_day: Option<u32>,
    /// Seconds between two messages
    #[arg(long, value_name = "NUMBER")]
    mail_pause: Option<u32>,
    /// Mailbox server (IMAP), where answers come to
    #[arg(long, value_name = "HOST")]
    mailbox_server: Option<String>,
    /// Its port: 993 for implicit TLS, 143 for STARTTLS
    #[arg(long, value_name = "PORT")]
    mailbox_port: Option<u16>,
    /// User name at the mailbox server, where it is another one
    #[arg(long, value_name = "NAME")]
    mailbox_user: Option<String>,
    /// Folder of the mailbox that gets a copy of what is sent; '' for none
    #[arg(long, value_name = "FOLDER")]
    mailbox_copy_to: Option<String>,
}

impl Flags {
    fn is_given(&self) -> bool {
        let texts = [
            &self.mail_from,
            &self.mail_provider,
            &self.mail_server,
            &self.mail_security,
            &self.mail_user,
            &self.mail_login,
            &self.mail_password_command,
            &self.mailbox_server,
            &self.mailbox_user,
            &self.mailbox_copy_to,
        ];
        let ports = [self.mail_port, self.mailbox_port];
        let numbers = [self.mail_per_day, self.mail_pause];
        texts.iter().any(|text| text.is_some())
            || ports.iter().any(Option::is_some)
            || numbers.iter().any(Option::is_some)
            || self.mail_password_file.is_some()
    }

    /// Returns the account with what is given changed.
    pub(super) fn apply(self, old: Option<Account>) -> Result<Option<Account>, Failure> {
        if !self.is_given() {
            return Ok(old);
        }
        let from = self.from(old.as_ref())?;
        let mut account = match self.known(&from, old.as_ref())? {
            Some(provider) => {
                let mut account = provider.account(from);
                account.password = old.and_then(|old| old.password);
                account
            }
            None => self.described(from, old)?,
        };
        self.change(&mut account)?;
        Ok(Some(account))
    }

    fn from(&self, old: Option<&Account>) -> Result<EmailAddress, Failure> {
        match (&self.mail_from, old) {
            (Some(from), _) => {
                from.parse().map_err(|_| Failure::new(Kind::Usage, "--mail-from is not an e-mail address"))
            }
            (None, Some(old)) => Ok(old.from.clone()),
            (None, None) => Err(needs("mail-from")),
        }
    }

    /// The provider asked for; else the one of a new address, unless a server is given.
    fn known(&self, from: &EmailAddress, old: Option<&Account>) -> Result<Option<Provider>, Failure> {
        if let Some(name) = &self.mail_provider {
            let found = providers().find(|provider| provider.id == name.to_ascii_lowercase());
            let names: Vec<&str> = providers().map(|provider| provider.id).collect();
            let unknown = Failure::new(Kind::Usage, format!("`{name}` is no mail provider known here"))
                .hint(format!("{}; or give --mail-server", names.join(", ")));
            return found.map(Some).ok_or(unknown);
        }
        let is_new = old.is_none_or(|old| old.from != *from);
        Ok(if is_new && self.mail_server.is_none() { Provider::of(from) } else { None })
    }

    /// An account of a provider that is not known: as it was, or new and then with its server given.
    fn described(&self, from: EmailAddress, old: Option<Account>) -> Result<Account, Failure> {
        if let Some(old) = old {
            return Ok(Account { from, ..old });
        }
        let server = self.mail_server.clone().ok_or_else(|| needs("mail-server"))?;
        let security = match self.mail_port {
            Some(587) => Security::StartTls,
            Some(_) | None => Security::Implicit,
        };
        let user = from.as_str().to_owned();
        Ok(Account {
            server,
            port: standard_port(security),
            security,
            user,
            from,
            login: Login::Password,
            password: None,
            mailbox: None,
            per_day: None,
            pause_seconds: None,
        })
    }

    fn change(self, account: &mut Account) -> Result<(), Failure> {
        let security = self.mail_security.as_deref().map(security).transpose()?;
        if let Some(server) = self.mail_server {
            account.server = server;
        }
        if let Some(security) = security {
            account.security = security;
            account.port = standard_port(security);
        } else if self.mail_port == Some(587) {
            account.security = Security::StartTls;
        }
        account.port = self.mail_port.unwrap_or(account.port);
        if let Some(user) = self.mail_user {
            account.user = user;
        }
        account.login = match self.mail_login.as_deref() {
            None => account.login,
            Some("password") => Login::Password,
            Some("xoauth2") => Login::XOAuth2,
            Some(_) => return Err(Failure::new(Kind::Usage, "--mail-login is password or xoauth2")),
        };
        if let Some(command) = self.mail_password_command {
            account.password = Some(password_command(&command)?);
        }
        if let Some(file) = self.mail_password_file {
            account.password = Some(PasswordSource::File(file));
        }
        account.per_day = self.mail_per_day.or(account.per_day);
        account.pause_seconds = self.mail_pause.or(account.pause_seconds);
        if let Some(server) = self.mailbox_server {
            let old = account.mailbox.take();
            let copy_sent_to = old.and_then(|old| old.copy_sent_to);
            let security = Security::Implicit;
            account.mailbox = Some(MailboxServer { server, port: 993, security, user: None, copy_sent_to });
        }
        if self.mailbox_port.is_none() && self.mailbox_user.is_none() && self.mailbox_copy_to.is_none() {
            return Ok(());
        }
        let mailbox = account.mailbox.as_mut().ok_or_else(|| {
            Failure::new(Kind::Usage, "the mail account has no mailbox yet")
                .hint("give --mailbox-server HOST")
        })?;
        if let Some(port) = self.mailbox_port {
            mailbox.port = port;
            mailbox.security = if port == 143 { Security::StartTls } else { mailbox.security };
        }
        mailbox.user = self.mailbox_user.or(mailbox.user.take());
        mailbox.copy_sent_to =
            self.mailbox_copy_to.or(mailbox.copy_sent_to.take()).filter(|folder| !folder.is_empty());
        Ok(())
    }
}

fn needs(flag: &str) -> Failure {
    let names: Vec<&str> = providers().map(|provider| provider.id).collect();
    Failure::new(Kind::Usage, format!("a mail account needs --{flag}"))
        .hint(format!("the servers of these are known: {}", names.join(", ")))
}

fn standard_port(security: Security) -> u16 {
    match security {
        Security::Implicit => 465,
        Security::StartTls => 587,
    }
}

fn security(word: &str) -> Result<Security, Failure> {
    match word {
        "implicit" => Ok(Security::Implicit),
        "starttls" => Ok(Security::StartTls),
        _ => Err(Failure::new(Kind::Usage, "--mail-security is implicit or starttls")),
    }
}

/// Cuts a command as a shell would, without running one.
fn password_command(text: &str) -> Result<PasswordSource, Failure> {
    let words = shlex::split(text).filter(|words| !words.is_empty());
    words.map(PasswordSource::Command).ok_or_else(|| {
        Failure::new(Kind::Usage, "--mail-password-command is no command")
            .hint("write program and arguments in one text: 'pass show mail'")
    })
}
