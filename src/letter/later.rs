//! Later: what the later letters of a case tell about it.
//!
//! In: the days on which things happened, whether receipt is proven, what the answer lacks, the authority and why
//! it is competent, the chronology. Out: these facts in the words of the letter's language. Only what was
//! recorded is told; what is not known is left out.
//!
//! Not here: the case itself and its gates (`tracker`).

use chrono::NaiveDate;

use super::choice::{Choices, Vague};
use super::filling::{Contested, Facts, Lacking};
use super::template::Matter;
use crate::law::article::Regime;
use crate::law::authority::Authority;
use crate::law::competence::Reason;
use crate::law::content::Point;
use crate::wording::Wording;

/// A case as a later letter needs it.
#[derive(Debug, Clone, Default)]
pub struct Later<'a> {
    /// When the request was sent.
    pub sent: Option<NaiveDate>,
    /// How it was sent: `email`, `post` or `form`.
    pub via: Option<&'static str>,
    /// When it was received.
    pub received: Option<NaiveDate>,
    /// Whether the day of receipt is proven.
    pub receipt_proven: bool,
    /// When the company first reacted to the request, and whether it confirmed receipt by that.
    pub reacted: Option<(NaiveDate, bool)>,
    /// Whether a copy of the request is enclosed.
    pub request_enclosed: bool,
    /// When the period for the answer ends.
    pub due: Option<NaiveDate>,
    /// When the company last answered.
    pub answered: Option<NaiveDate>,
    /// When it refused.
    pub refused: Option<NaiveDate>,
    /// When it asked for proof of identity.
    pub identity_asked: Option<NaiveDate>,
    /// When it announced an extension.
    pub extended: Option<NaiveDate>,
    /// The day until which it announced it, where the period counts up to a day.
    pub extended_until: Option<NaiveDate>,
    /// Whether that day lies beyond what the law allows.
    pub extended_too_far: bool,
    /// When it announced an extension too late to have any effect.
    pub extended_late: Option<NaiveDate>,
    /// The last day to agree to a fee, while it lies ahead (Switzerland).
    pub fee_until: Option<NaiveDate>,
    /// When it announced an extension that extends nothing because it gave no reasons.
    pub extended_unreasoned: Option<NaiveDate>,
    /// When it last announced an extension, whatever that is worth; in the letter about one that extends nothing, that one.
    pub announced: Option<NaiveDate>,
    /// The day until which it announced it.
    pub announced_until: Option<NaiveDate>,
    /// Whether that came after the period had ended.
    pub announced_late: bool,
    /// When the period ends without any extension.
    pub due_unextended: Option<NaiveDate>,
    /// Whether that day is past.
    pub due_unextended_past: bool,
    /// Whether the period is over.
    pub due_past: bool,
    /// When it answered in part and announced the rest, which has not come.
    pub answered_in_part: Option<NaiveDate>,
    /// Whether the answer or refusal a complaint is about came after the period.
    pub came_late: bool,
    /// When it asked to specify the request.
    pub clarification_asked: Option<NaiveDate>,
    /// Whether its last question came after the period had ended.
    pub demand_late: bool,
    /// When it asked for proof of identity, and when that was contested.
    pub identity_contested: Option<(NaiveDate, NaiveDate)>,
    /// When it asked for a fee, and when that was contested.
    pub fee_contested: Option<(NaiveDate, NaiveDate)>,
    /// When it asked to specify the request, and when that was contested.
    pub clarification_contested: Option<(NaiveDate, NaiveDate)>,
    /// When it was asked to confirm that everything was done and recipients were told.
    pub completion_asked: Option<NaiveDate>,
    /// When it was last reminded.
    pub reminded: Option<NaiveDate>,
    /// When it was last told what its answer lacks.
    pub followed_up: Option<NaiveDate>,
    /// When it was complained to itself.
    pub complained_to_controller: Option<NaiveDate>,
    /// The day until which it is given time.
    pub until: Option<NaiveDate>,
    /// The ground of a complaint, by its identifier.
    pub ground: &'static str,
    /// The authority written to.
    pub authority: Option<&'a Authority>,
    /// Why it is competent.
    pub reason: Option<Reason>,
    /// Whether it is about trackers on a device.
    pub about_trackers: bool,
    /// Whether person and controller are in two member states.
    pub cross_border: bool,
    /// The chronology, in the letter's language.
    pub events: Vec<String>,
    /// The annexes, in the letter's language.
    pub annexes: Vec<String>,
}

impl Later<'_> {
    /// Says the facts in the language of a letter.
    pub(super) fn facts(&self, matter: Matter, choices: &Choices) -> Facts {
        let wording = Wording::of(matter.language);
        let day = |day: Option<NaiveDate>| day.map(|day| matter.language.date(day)).unwrap_or_default();
        let why = self.reason.filter(|_| matter.regime == Regime::Eu).map(Reason::id);
        let reacted = |confirms: bool| self.reacted.filter(|(_, is)| *is == confirms).map(|(on, _)| on);
        Facts {
            right: wording.say(&format!("letter-right-{}", matter.right.id())),
            right_id: matter.right.id(),
            article: matter.right.article_under(matter.regime).to_owned(),
            sent: day(self.sent),
            via: self.via.map(|via| wording.say(&format!("letter-via-{via}"))).unwrap_or_default(),
            received: day(self.received),
            receipt_proven: self.receipt_proven,
            confirmed: day(reacted(true)),
            reacted: day(reacted(false)),
            receipt_bounded: self.reacted.is_some_and(|(on, _)| self.received == Some(on)),
            request_enclosed: self.request_enclosed,
            due: day(self.due),
            answered: day(self.answered),
            refused: day(self.refused),
            identity_asked: day(self.identity_asked),
            extended: day(self.extended),
            extended_until: day(self.extended_until),
            extended_too_far: self.extended_too_far,
            extended_late: day(self.extended_late),
            extended_unreasoned: day(self.extended_unreasoned),
            announced: day(self.announced),
            announced_until: day(self.announced_until),
            announced_late: self.announced_late,
            due_unextended: day(self.due_unextended),
            due_unextended_past: self.due_unextended_past,
            due_past: self.due_past,
            answered_in_part: day(self.answered_in_part),
            came_late: self.came_late,
            clarification_asked: day(self.clarification_asked),
            demand_late: self.demand_late,
            contested: [
                ("12(6)", self.identity_contested),
                ("12(5)", self.fee_contested),
                ("12(2)", self.clarification_contested),
            ]
            .into_iter()
            .filter_map(|(article, days)| {
                let (asked, on) = days?;
                Some(Contested { article, asked: day(Some(asked)), on: day(Some(on)) })
            })
            .collect(),
            completion_asked: day(self.completion_asked),
            fee_until: day(self.fee_until),
            reminded: day(self.reminded),
            followed_up: day(self.followed_up),
            complained_to_controller: day(self.complained_to_controller),
            until: day(self.until),
            ground: self.ground,
            missing: lacking(choices, matter.regime, wording),
            missing_categories: super::compose::category_names(&choices.missing_categories, wording),
            missing_texts: choices.missing_texts.clone(),
            authority: self
                .authority
                .map(|authority| authority.name_in(matter.language.code()).to_owned())
                .unwrap_or_default(),
            authority_why: why.map(|why| wording.say(&format!("letter-authority-{why}"))).unwrap_or_default(),
            about_trackers: self.about_trackers,
            cross_border: self.cross_border,
            events: self.events.clone(),
            annexes: self.annexes.clone(),
        }
    }
}

/// The points that are missing, and those of which the answer speaks in general terms only, in the order of the law; a point
/// that the law of the case does not ask for is none.
fn lacking(choices: &Choices, regime: Regime, wording: &Wording) -> Vec<Lacking> {
    let said = |point: Point| {
        let key = format!("letter-point-{}", point.id());
        // What the Swiss act asks for less of is asked for as it does: Art. 25(2)(g), recipients or their categories.
        let swiss = format!("{key}-swiss");
        wording.say(if regime == Regime::Ch && wording.has(&swiss) { &swiss } else { &key })
    };
    let missing = choices.missing.iter().map(|point| (*point, said(*point)));
    let vague = choices.vague.iter().map(|Vague { point, quote }| {
        let text = said(*point);
        let text = match quote {
            Some(quote) => {
                wording.say_with("letter-point-vague-quoted", &[("point", &text), ("quote", quote)])
            }
            None => wording.say_with("letter-point-vague", &[("point", &text)]),
        };
        (*point, text)
    });
    let mut points: Vec<(Point, String)> = missing.chain(vague).collect();
    points.sort_by_key(|(point, _)| *point);
    let owed = points.into_iter().filter_map(|(point, text)| Some((point.article(regime)?, text)));
    owed.map(|(article, text)| Lacking { article: article.to_owned(), text }).collect()
}
