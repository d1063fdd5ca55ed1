//! The mailbox on the mail server: which of its mails are read, and how far that went.
//!
//! In: the mail account of the profile, the bookmark of the last time. Out: the mails that are new or wait, handed
//! over one by one; the bookmark as it is then, kept in `inbox.json` in the home. Where the connection breaks, what
//! was read before stays read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::recording::Wish;
use super::seen::Source;
use super::{Arguments, Round};
use crate::cli::config::{Config, read_file};
use crate::cli::failure::{Failure, Kind};
use crate::delivery;
use crate::delivery::account::{Account, MailboxServer};
use crate::delivery::imap::Mailbox;
use crate::delivery::outbox::replace_private;
use crate::inbox::folder::{Bookmark, Folder};

/// Largest file of bookmarks that is read, in bytes.
const BOOKMARKS_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// The bookmarks, by server, user and folder.
type Bookmarks = BTreeMap<String, Bookmark>;

/// Reads the folder the person named.
pub(super) fn read(round: &mut Round<'_>, wish: &Wish) -> Result<(), Failure> {
    let config = round.config;
    let (account, server) = account(config)?;
    let mut bookmarks = bookmarks(config)?;
    let name = name(account, server, round.arguments);
    let before = bookmarks.get(&name).cloned().filter(|_| !round.arguments.anew);
    let password = round.arguments.password.password(account, &server.server, config)?;
    let mut mailbox = Mailbox::open(account, server, &password).map_err(failure)?;
    let folder = Folder::open(&mut mailbox, &round.arguments.folder, before, earliest(round));
    let mut folder = folder.map_err(failure)?;
    let source = Source::Server { folder: round.arguments.folder.clone() };
    let outcome = take_each(round, &mut folder, &source, wish);
    // Who asks for one mail has not seen the others.
    if round.arguments.message.is_none() && !matches!(wish, Wish::As { .. }) {
        bookmarks.insert(name, folder.bookmark().clone());
        keep(config, &bookmarks)?;
    }
    mailbox.close();
    outcome
}

fn take_each(
    round: &mut Round<'_>,
    folder: &mut Folder<'_>,
    source: &Source,
    wish: &Wish,
) -> Result<(), Failure> {
    while let Some(mail) = folder.next() {
        let (uid, entry) = mail.map_err(failure)?;
        let waits = round.take(entry, source, wish)?;
        folder.settle(uid, waits);
    }
    Ok(())
}

/// Says what happened in the words of who reads, not of who sends.
fn failure(error: delivery::Error) -> Failure {
    use delivery::Error as E;
    let hint = matches!(error, E::TlsNotOffered { .. } | E::LoginNotOffered { .. }).then(|| {
        "use the port with TLS: 993 implicit, or 143 with STARTTLS (habeas profile set --mailbox-port …)"
            .to_owned()
    });
    let mut failure = Failure::from(error);
    let told = failure.hint.map(|hint| hint.replace("nothing was sent", "the mailbox is as it was"));
    failure.hint = hint.or(told);
    failure
}

/// The day before the first request left: nothing that came earlier answers one. Servers count days in zones of
/// their own.
fn earliest(round: &Round<'_>) -> Option<NaiveDate> {
    round.cases.values().map(|file| file.case.drafted).min()?.pred_opt()
}

fn account(config: &Config) -> Result<(&Account, &MailboxServer), Failure> {
    let account = config.profile.mail.as_ref();
    account.and_then(|account| Some((account, account.mailbox.as_ref()?))).ok_or_else(|| {
        Failure::new(Kind::Settings, "the profile has no mailbox to read")
            .hint("name its server: habeas profile set --help, or save the mails as files")
    })
}

/// Names a folder of an account.
fn name(account: &Account, server: &MailboxServer, arguments: &Arguments) -> String {
    format!("{} {} {} {}", server.server, server.port, account.user, arguments.folder)
}

fn bookmarks(config: &Config) -> Result<Bookmarks, Failure> {
    let path = config.home.join("inbox.json");
    if !crate::cli::config::exists(&path) {
        return Ok(Bookmarks::new());
    }
    serde_json::from_slice(&read_file(&path, BOOKMARKS_BYTES_MAX)?).map_err(|_| {
        Failure::new(Kind::Settings, "inbox.json in the home cannot be read")
            .hint("remove it; the mailbox is then read from its beginning")
    })
}

fn keep(config: &Config, bookmarks: &Bookmarks) -> Result<(), Failure> {
    let bytes = serde_json::to_vec_pretty(bookmarks).map_err(|error| Failure::of(Kind::Bug, &error))?;
    replace_private(&config.home.join("inbox.json"), &bytes)
        .map_err(|error| Failure::new(Kind::Settings, format!("keeping inbox.json in the home: {error}")))
}
