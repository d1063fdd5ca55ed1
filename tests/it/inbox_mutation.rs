//! Replies changed at random: a mail comes of it, what it says is said once and stands in it, and a bounce is never a
//! word of the company.
//!
//! As for the files of answers (`import::mutation`): the same few thousand changes in every plain run, on and on with
//! `HABEAS_FUZZ_SECONDS`; `fuzz/fuzz_targets/reply.rs` holds the same against cargo-fuzz.

use std::collections::BTreeSet;

use habeas::finding::Place;
use habeas::inbox::matching::{Confidence, Known, match_mail};
use habeas::inbox::message::Mail;
use habeas::inbox::proposal::propose;
use habeas::inbox::reading::{Origin, read};
use habeas::inbox::rule::built_in;
use habeas::inbox::sender::doubts;
use habeas::law::right::Right;

use super::import::mutation::{Chance, changed, in_rounds};

/// Changes of each mail in a plain run.
const ROUNDS: u64 = 60;

/// Pieces that matter to who reads mail.
const PIECES: [&str; 18] = [
    "In-Reply-To: <HB-7F3K2Q.00@example.org>\r\n",
    "References: <a@b> <HB-7F3K2Q.00@example.org>",
    "Content-Type: message/rfc822\r\n\r\n",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "Content-Type: text/html; charset=utf-7\r\n\r\n",
    "Action: failed\r\nStatus: 5.1.1\r\n",
    "Auto-Submitted: auto-replied\r\n",
    "=?utf-8?q?=C3=A9?= =?iso-8859-1?b?6Q==?=",
    "From: a@b, c@d\r\n",
    "> On Monday you wrote:\r\n",
    "<a href=\"https://user@example.org:1/x\">y",
    "https://",
    "jusqu\u{2019}au 31/02/2027",
    " 99999999999999999999 jours",
    "--b\r\n",
    "\u{202e}",
    "=\r\n",
];

fn sound() -> Vec<String> {
    let mail = |headers: &str, body: &str| {
        format!(
            "From: DPO <dpo@example.com>\r\nTo: camille@example.org\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\
             Message-ID: <1@example.com>\r\nSubject: Re: HB-7F3K2Q\r\nMIME-Version: 1.0\r\n{headers}\r\n{body}\r\n"
        )
    };
    let report = "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mail.example.org\r\n\r\nFinal-Recipient: rfc822; dpo@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\
        --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <HB-7F3K2Q.00@example.org>\r\n\r\n--b--";
    vec![
        mail(
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Bonjour,\r\n\r\nNous prolongeons le délai de deux mois, jusqu'au 25 février 2027.\r\nhttps://example.com/x",
        ),
        mail(
            "Content-Type: text/html; charset=utf-8\r\n",
            "<p>We need a copy of your identity document.</p><blockquote>Dear Sir</blockquote>",
        ),
        mail("Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n", report),
        mail(
            "Content-Type: multipart/mixed; boundary=\"b\"\r\n",
            "--b\r\nContent-Type: text/plain\r\n\r\nYour data is attached.\r\n--b\r\nContent-Disposition: attachment; \
             filename=\"data.csv\"\r\n\r\na,b\r\n1,2\r\n--b--",
        ),
    ]
}

fn with_a_piece(sound: &str, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = sound.as_bytes().to_vec();
    let piece = PIECES.get(chance.below(PIECES.len())).copied().unwrap_or_default();
    let at = chance.below(bytes.len() + 1);
    bytes.splice(at..at, piece.bytes());
    bytes
}

#[test]
fn replies_changed_at_random_are_understood_or_left_alone() {
    let sound = sound();
    in_rounds(ROUNDS, |chance| {
        for mail in &sound {
            let bytes = with_a_piece(mail, chance);
            holds(&changed(&bytes, chance));
        }
    });
}

fn holds(bytes: &[u8]) {
    let (mail, findings) = Mail::parse(bytes, &Place::file("reply.eml"));
    assert!(findings.len() <= 3, "{findings:?}");
    let reading = read(&mail, built_in());
    let statements: BTreeSet<_> = reading.says.iter().map(|said| said.statement).collect();
    assert_eq!(statements.len(), reading.says.len(), "each once: {:?}", reading.says);
    let lines = mail.text.lines().count();
    for said in &reading.says {
        assert!(said.quote.as_ref().is_none_or(|quote| quote.line <= lines), "{said:?} of {lines}");
        assert!(said.detail.is_none_or(|detail| said.statement.allows(detail)), "{said:?}");
        let mailed = mail.date.map(|date| date.date_naive());
        assert!(said.until.is_none_or(|until| mailed.is_some_and(|mailed| mailed < until)), "{said:?}");
    }
    match reading.origin {
        Origin::Bounced { .. } | Origin::Delayed | Origin::Delivered => {
            assert!(reading.says.iter().all(|said| said.quote.is_none()), "{:?}", reading.says);
        }
        Origin::Automatic | Origin::Person => {}
    }
    let known = Known::new("HB-7F3K2Q", ["dpo@example.com"]);
    match_mail(&mail, &[known]);
    let doubts = doubts(&mail, &["example.com".to_owned()]);
    let proposal = propose(&reading, Right::Access, Confidence::Likely, &doubts, mail.attachments.len());
    assert!(proposal.is_none_or(|proposal| !proposal.is_certain()), "a likely case is never certain");
}
