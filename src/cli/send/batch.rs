//! Sending planned messages, one after the other over one connection.
//!
//! In: plans, the account, its password, what may leave today. Out: the fate of each plan. The attempt is recorded
//! before the message leaves, what is known of it at once afterwards: a run that is cut short leaves the attempt as
//! the last event, which reads as "maybe sent". A refusal costs one message; a connection that is lost is opened
//! again; a message whose outcome is not known ends the run, because the next one would most likely share it.

use secrecy::SecretString;

use super::plan::{Envelope, Fate, Plan};
use crate::cli::config::Config;
use crate::cli::failure::Failure;
use crate::cli::output::{pause, progress};
use crate::delivery;
use crate::delivery::account::{Account, PAUSE_SECONDS, PER_DAY};
use crate::delivery::imap::Mailbox;
use crate::delivery::smtp::Session;
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;
use crate::tracker::store::together::Step;

/// So many faults in a row that are not the recipient's are the server's, and the next message would meet them too.
const FAULTS_MAX: usize = 3;

/// So many messages are recorded together where no pause is kept between them: flushing costs more than sending. A run
/// that is killed can leave so many of which it must say "maybe sent".
const TOGETHER: usize = 32;

/// What may leave today, and how fast.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    per_day: u32,
    left: usize,
    pause_seconds: u32,
}

impl Limits {
    /// Takes what is given, else what the account says; what left, or maybe left, today counts.
    pub(super) fn of(
        per_day: Option<u32>,
        pause: Option<u32>,
        account: &Account,
        store: &Store,
        config: &Config,
    ) -> Result<Self, Failure> {
        let per_day = per_day.or(account.per_day).unwrap_or(PER_DAY);
        let left = per_day.saturating_sub(store.left_on(config.today)?);
        Ok(Self {
            per_day,
            left: usize::try_from(left).unwrap_or(usize::MAX),
            pause_seconds: pause.or(account.pause_seconds).unwrap_or(PAUSE_SECONDS),
        })
    }

    fn together(self) -> usize {
        if self.pause_seconds == 0 { TOGETHER } else { 1 }
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
    let mut line = Line { account, password, session: Some(Session::open(account, password)?), faults: 0 };
    for (number, group) in now.chunks_mut(limits.together()).enumerate() {
        if line.is_over() {
            group.iter_mut().for_each(|plan| plan.fate = Fate::Stopped);
            continue;
        }
        if number > 0 {
            pause(limits.pause_seconds);
        }
        store.record_together(group.iter().map(|plan| plan.attempted(config)).collect())?;
        for plan in group.iter_mut() {
            bar.set_message(plan.reference.clone());
            plan.fate = if line.is_over() { Fate::Stopped } else { line.send(plan) };
            bar.inc(1);
        }
        store.record_together(group.iter().filter_map(|plan| plan.became(config)).collect())?;
    }
    bar.finish_and_clear();
    line.close();
    Ok(())
}

/// The connection, and how it went so far.
struct Line<'run> {
    account: &'run Account,
    password: &'run SecretString,
    session: Option<Session>,
    faults: usize,
}

impl Line<'_> {
    /// Hands one message over, over the connection there is or a new one.
    fn send(&mut self, plan: &Plan) -> Fate {
        // The lost one is let go first: some servers take one connection at a time.
        let opened = match self.session.take().filter(|session| !session.is_lost()) {
            Some(session) => Ok(session),
            None => Session::open(self.account, self.password),
        };
        let sent = match opened {
            Ok(session) => self.session.insert(session).send(&plan.message),
            Err(fault) => {
                self.faults = FAULTS_MAX;
                return Fate::NotSent(fault.into());
            }
        };
        match sent {
            Ok(_) => {
                self.faults = 0;
                Fate::Sent
            }
            Err(error @ delivery::Error::Unknown) => {
                self.faults = FAULTS_MAX;
                Fate::MaybeSent(plan.told(error))
            }
            Err(error) => {
                let is_its_own =
                    matches!(error, delivery::Error::RecipientRefused { .. } | delivery::Error::TooLarge);
                self.faults = if is_its_own { 0 } else { self.faults + 1 };
                Fate::NotSent(plan.told(error))
            }
        }
    }

    /// Tells whether the next message would most likely share what happened to the last ones.
    fn is_over(&self) -> bool {
        self.faults >= FAULTS_MAX
    }

    fn close(self) {
        if let Some(session) = self.session {
            session.close();
        }
    }
}

impl Plan {
    /// What is recorded before the message leaves. If anything happened to the case since it was looked at, another
    /// process may be sending it.
    fn attempted(&self, config: &Config) -> Step {
        Step { seen: Some(self.seen), ..self.step(EventKind::Attempted, config) }
    }

    /// What is recorded afterwards. An unknown outcome leaves the attempt as the last event.
    fn became(&self, config: &Config) -> Option<Step> {
        match &self.fate {
            Fate::Sent => {
                let mut proof = vec![("sent.eml".to_owned(), self.message.to_bytes())];
                // What is encrypted to another cannot be read again by who sent it.
                if let Envelope::Sealed { plain, .. } = &self.envelope {
                    proof.push(("sent-plain.eml".to_owned(), plain.clone()));
                }
                Some(Step { files: proof, ..self.step(self.records, config) })
            }
            Fate::NotSent(_) | Fate::Stopped => Some(self.step(EventKind::Failed, config)),
            Fate::MaybeSent(_) | Fate::Planned | Fate::OverCap(_) => None,
        }
    }

    fn step(&self, kind: EventKind, config: &Config) -> Step {
        let event = Event {
            via: Some(Via::Email),
            to: Some(self.message.to().as_str().to_owned()),
            message_id: Some(self.message.draft().message_id.as_str().to_owned()),
            ..Event::new(kind, config.today)
        };
        Step { reference: self.reference.clone(), seen: None, event, files: Vec::new() }
    }

    /// Says what happened, with the case in the command to type next.
    fn told(&self, error: delivery::Error) -> Failure {
        let mut failure = Failure::from(error);
        let record = format!("record {} {}", self.reference, self.records.id());
        let told = |hint: String| hint.replace("record CASE sent", &record).replace("CASE", &self.reference);
        failure.hint = failure.hint.map(told);
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
