//! The servers of common mail providers.
//!
//! In: `providers.csv`, whose head describes it, and the address a person writes from. Out: the account that goes
//! with the address, without a password. Nothing is asked of any server. Not here: what a person says of an
//! account of their own, which wins (`cli`).

use super::account::{Account, Login, MailboxServer, Security};
use super::message::EmailAddress;

const PROVIDERS: &str = include_str!("providers.csv");

/// The servers of a mail provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provider {
    /// Its name on the command line.
    pub id: &'static str,
    domains: &'static str,
    smtp: Server,
    imap: Server,
    user: User,
    login: Login,
    /// The page the servers were seen on.
    pub source: &'static str,
    /// The day they were seen there.
    pub checked: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Server {
    host: &'static str,
    port: u16,
    security: Security,
}

/// What the user name is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum User {
    Address,
    Name,
    NameImap,
}

/// Returns the providers there are.
pub fn providers() -> impl Iterator<Item = Provider> {
    let rows = PROVIDERS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|row| parse(row).expect("a test reads every row"))
}

impl Provider {
    /// Finds the provider of an address.
    pub fn of(address: &EmailAddress) -> Option<Self> {
        let domain = address.domain().to_ascii_lowercase();
        providers().find(|provider| provider.domains().any(|known| known == domain))
    }

    /// Returns what stands after the `@` of its addresses.
    pub fn domains(&self) -> impl Iterator<Item = &'static str> {
        self.domains.split(' ')
    }

    /// Returns the account that goes with an address.
    pub fn account(&self, from: EmailAddress) -> Account {
        let whole = from.as_str().to_owned();
        let name = whole.split('@').next().unwrap_or_default().to_owned();
        let (user, mailbox_user) = match self.user {
            User::Address => (whole, None),
            User::Name => (name, None),
            User::NameImap => (whole, Some(name)),
        };
        Account {
            server: self.smtp.host.to_owned(),
            port: self.smtp.port,
            security: self.smtp.security,
            user,
            from,
            login: self.login,
            password: None,
            mailbox: Some(MailboxServer {
                server: self.imap.host.to_owned(),
                port: self.imap.port,
                security: self.imap.security,
                user: mailbox_user,
                copy_sent_to: None,
            }),
            per_day: None,
            pause_seconds: None,
        }
    }
}

fn parse(row: &'static str) -> Option<Provider> {
    let columns: Vec<&'static str> = row.split(',').collect();
    let [id, domains, smtp, imap, user, login, source, checked] = columns.as_slice() else { return None };
    let user = match *user {
        "address" => User::Address,
        "name" => User::Name,
        "name-imap" => User::NameImap,
        _ => return None,
    };
    let login = match *login {
        "password" => Login::Password,
        "xoauth2" => Login::XOAuth2,
        _ => return None,
    };
    Some(Provider { id, domains, smtp: server(smtp)?, imap: server(imap)?, user, login, source, checked })
}

fn server(text: &'static str) -> Option<Server> {
    let (host, rest) = text.split_once(':')?;
    let (port, security) = rest.split_once(':')?;
    let security = match security {
        "implicit" => Security::Implicit,
        "starttls" => Security::StartTls,
        _ => return None,
    };
    Some(Server { host, port: port.parse().ok()?, security })
}
