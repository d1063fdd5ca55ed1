//! Sending planned messages, one after the other over one connection.
//!
//! In: plans, the account, its password, what may leave today. Out: the fate of each plan. The attempt is recorded
//! before the message leaves, what is known of it at once afterwards: a run that is cut short leaves the attempt as
//! the last event, which reads as "maybe sent". A refusal costs one message; a connection that is lost is opened
//! again; a message whose outcome is not known ends the run, because the next one would most likely share it.

use secrecy::SecretString;

use super::plan::{Fate, Plan};
use crate::cli::config::Config;
use crate::cli::failure::Failure;
use crate::cli::output::{pause, progress};
use crate::delivery;
use crate::delivery::account::{Account, PAUSE_SECONDS, PER_DAY};
use crate::delivery::imap::Mailbox;
use crate::delivery::smtp::Session;
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;

/// So many faults in a row that are not the recipient's are the server's, and the next message would meet them too.
const FAULTS_MAX: usize = 3;

/// What may leave today, and how fast.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    per_day: u32,
    left: usize,
    pause_seconds: u32,
}

impl Limits {
    /// Takes what is given, else what the account says; what was tried today counts.
    pub(super) fn of(
        per_day: Option<u32>,
        pause: Option<u32>,
        account: &Account,
        store: &Store,
        config: &Config,
    ) -> Result<Self, Failure> {
        let per_day = per_day.or(account.per_day).unwrap_or(PER_DAY);
        let left = per_day.saturating_sub(store.attempts_on(config.today)?);
        Ok(Self {
            per_day,
            left: usize::try_from(left).unwrap_or(usize::MAX),
            pause_seconds: pause.or(account.pause_seconds).unwrap_or(PAUSE_SECONDS),
        })
    }
}

/// Sends the plans in their order.
pub(super) fn send(
    plans: &mut [Plan],
    account: &Account,
    password: &SecretString,
    limits: Limits,
    config: &Config,
    store: &mut Store,
) -> Result<(), Failure> {
    let (now, later) = plans.split_at_mut(limits.left.min(plans.len()));
    for plan in later {
        plan.fate = Fate::OverCap(limits.per_day);
    }
    if now.is_empty() {
        return Ok(());
    }
    let bar = progress();
    bar.set_length(now.len() as u64);
    let mut session = Some(Session::open(account, password)?);
    let mut faults = 0;
    let mut is_over = false;
    for (number, plan) in now.iter_mut().enumerate() {
        if is_over {
            plan.fate = Fate::Stopped;
            continue;
        }
        bar.set_message(plan.reference.clone());
        if number > 0 {
            pause(limits.pause_seconds);
        }
        // The lost one is let go first: some servers take one connection at a time.
        let opened = match session.take().filter(|session| !session.is_lost()) {
            Some(session) => Ok(session),
            None => Session::open(account, password),
        };
        match opened {
            Ok(opened) => plan.send(session.insert(opened), config, store, &mut faults)?,
            Err(fault) => {
                plan.fate = Fate::NotSent(fault.into());
                is_over = true;
                continue;
            }
        }
        is_over = matches!(plan.fate, Fate::MaybeSent(_)) || faults >= FAULTS_MAX;
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(session) = session {
        session.close();
    }
    Ok(())
}

impl Plan {
    /// Sends one message. What is known is recorded at once; an unknown outcome leaves the attempt as the
    /// last event.
    fn send(
        &mut self,
        session: &mut Session,
        config: &Config,
        store: &mut Store,
        faults: &mut usize,
    ) -> Result<(), Failure> {
        let message_id = Some(self.message.draft().message_id.as_str().to_owned());
        let event = |kind| Event {
            via: Some(Via::Email),
            to: Some(self.message.to().as_str().to_owned()),
            message_id: message_id.clone(),
            ..Event::new(kind, config.today)
        };
        // If anything happened to the case since it was looked at, another process may be sending it.
        store.record_after(&self.reference, self.seen, &event(EventKind::Attempted))?;
        self.fate = match session.send(&self.message) {
            Ok(_) => {
                let proof = vec![("sent.eml".to_owned(), self.message.to_bytes())];
                store.record(&self.reference, event(EventKind::Sent), &proof)?;
                *faults = 0;
                Fate::Sent
            }
            Err(error @ delivery::Error::Unknown) => Fate::MaybeSent(self.told(error)),
            Err(error) => {
                store.record(&self.reference, event(EventKind::Failed), &[])?;
                let is_its_own =
                    matches!(error, delivery::Error::RecipientRefused { .. } | delivery::Error::TooLarge);
                *faults = if is_its_own { 0 } else { *faults + 1 };
                Fate::NotSent(self.told(error))
            }
        };
        Ok(())
    }

    /// Says what happened, with the case in the command to type next.
    fn told(&self, error: delivery::Error) -> Failure {
        let mut failure = Failure::from(error);
        failure.hint = failure.hint.map(|hint| hint.replace("CASE", &self.reference));
        failure
    }
}

/// What became of the copies in the mailbox.
pub(super) enum Copies {
    /// None is wanted, or nothing was sent.
    None,
    /// They are in this folder.
    Kept(String),
    /// Some are not there.
    Failed(Failure),
}

/// Puts copies of what was sent into the folder of the mailbox that the account names. What was sent is sent,
/// whatever becomes of them.
pub(super) fn copy(plans: &[Plan], account: &Account, password: &SecretString) -> Copies {
    let sent: Vec<&Plan> = plans.iter().filter(|plan| matches!(plan.fate, Fate::Sent)).collect();
    let server = account.mailbox.as_ref().and_then(|mailbox| Some((mailbox, mailbox.copy_sent_to.clone()?)));
    let Some((server, folder)) = server.filter(|_| !sent.is_empty()) else { return Copies::None };
    let kept = Mailbox::open(account, server, password).and_then(|mut mailbox| {
        for plan in sent {
            mailbox.append(&folder, &plan.message.to_bytes(), plan.message.draft().date)?;
        }
        mailbox.close();
        Ok(())
    });
    kept.map_or_else(|fault| Copies::Failed(fault.into()), |()| Copies::Kept(folder))
}
