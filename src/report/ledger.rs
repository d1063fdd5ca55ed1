//! Ledger: every file and what became of it, and what there is to say about the files.
//!
//! In: the accounts, the coverage and the findings of an answer. Out: [`Ledger`], whose shares sum to the
//! whole, and [`Findings`], grouped so that forty times the same is one line. Not here: the sums themselves
//! (`import::coverage`).

use std::collections::BTreeMap;

use super::model::{FindingGroup, Findings, Ledger, Member, PLACES_MAX};
use super::share::shares;
use crate::finding::{Code, Finding};
use crate::import::answer::Answer;
use crate::import::coverage::{Account, Coverage, State};

/// Accounts for every file.
pub(super) fn ledger(answer: &Answer) -> Ledger {
    let coverage = answer.coverage;
    let mut members: Vec<Member> = answer.accounts.iter().map(member).collect();
    members.sort_by_key(|member| attention(member.state));
    Ledger {
        coverage,
        adds_up: coverage.adds_up() && coverage.members == answer.accounts.len() as u64,
        states: shares(&STATES, |state| files_in(&coverage, state)),
        members,
    }
}

/// Every state, those that need a look first.
const STATES: [State; 6] =
    [State::Refused, State::Empty, State::Opaque, State::Generic, State::Mapped, State::Ignored];

fn attention(state: State) -> usize {
    STATES.iter().position(|listed| *listed == state).unwrap_or(STATES.len())
}

fn files_in(coverage: &Coverage, state: State) -> u64 {
    match state {
        State::Mapped => coverage.mapped,
        State::Generic => coverage.generic,
        State::Opaque => coverage.opaque,
        State::Refused => coverage.refused,
        State::Ignored => coverage.ignored,
        State::Empty => coverage.empty,
    }
}

fn member(account: &Account) -> Member {
    Member {
        path: account.path.clone(),
        state: account.state,
        format: account.format.clone().into_owned(),
        kind: account.kind.clone(),
        category: account.category,
        bytes: account.bytes,
        rows: account.rows,
        records: account.records,
        confidence: account.confidence,
        findings: account.findings_total,
    }
}

/// What a finding says, wherever it was made: its code and its facts.
type Said<'a> = (Code, &'a [(String, String)]);

/// Groups the findings by what they say.
pub(super) fn findings(answer: &Answer) -> Findings {
    let listed = answer.findings.iter().chain(answer.accounts.iter().flat_map(|account| &account.findings));
    let mut groups: Vec<FindingGroup> = Vec::new();
    let mut known: BTreeMap<Said<'_>, usize> = BTreeMap::new();
    let mut count = 0_u64;
    for finding in listed {
        count += 1;
        let index = *known.entry((finding.code, &finding.facts)).or_insert_with(|| {
            groups.push(group(finding));
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(index) {
            group.count += 1;
            if group.places.len() < PLACES_MAX {
                group.places.push(finding.place.clone());
            }
        }
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.severity), std::cmp::Reverse(group.count)));
    let total = answer.coverage.findings.max(count);
    Findings { total, unlisted: total - count, groups }
}

fn group(finding: &Finding) -> FindingGroup {
    FindingGroup { severity: finding.severity(), finding: finding.clone(), count: 0, places: Vec::new() }
}
