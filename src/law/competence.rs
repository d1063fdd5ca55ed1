//! Competence: which supervisory authorities a person may turn to, why, and which one is proposed.
//!
//! In: where the person lives and works, where the controller sits, whether it is about trackers. Out: a list
//! of choices, each with its authorities and a reason from a closed list; exactly one is proposed if there is
//! any.
//!
//! Art. 77(1): the person chooses between home, place of work and place of the infringement, which is taken
//! to be the controller's seat. Which authority then leads (Art. 56) is a matter between authorities. Not
//! here: the records (`authority`), and sentences (`templates/wording`: `authority-reason-<id>`).

use super::authority::{Authority, authorities};
use super::country::{Jurisdiction, jurisdiction};

/// A country and, where known, a region of it (without the country).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// ISO 3166-1 code.
    pub country: &'a str,
    /// Region code without the country.
    pub region: Option<&'a str>,
}

/// What the choice of an authority depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Situation<'a> {
    /// Where the person lives.
    pub home: Option<Place<'a>>,
    /// The country the person works in, where it is another one.
    pub work: Option<&'a str>,
    /// Where the controller sits.
    pub seat: Option<Place<'a>>,
    /// Whether it is about access to the person's device: cookies and other trackers.
    pub trackers: bool,
}

closed_list! {
    /// Why an authority may be turned to.
    pub enum Reason {
        /// Trackers on a device in France: Directive 2002/58/EC Art. 5(3), law 78-17 Art. 82.
        Trackers = "trackers";
        /// The person lives there. Art. 77(1).
        Home = "home";
        /// The person works there. Art. 77(1).
        Work = "work";
        /// The controller sits there: the place of the infringement. Art. 77(1).
        Seat = "seat";
        /// The German Land in which the controller sits.
        LandOfSeat = "land-of-seat";
        /// The German Land in which the person lives.
        LandOfHome = "land-of-home";
        /// The person lives there and the controller outside the Union is bound by the Regulation, if it offers
        /// goods or services there or observes behaviour. Art. 3(2).
        Targeted = "targeted";
        /// The German Land in which the controller sits, which is not known.
        LandUnknown = "land-unknown";
        /// The controller answers under the law of the United Kingdom.
        UnitedKingdom = "united-kingdom";
        /// The person lives there and the law of the United Kingdom may bind a controller elsewhere. UK GDPR
        /// Art. 3(2).
        UnitedKingdomTargeted = "united-kingdom-targeted";
        /// The controller answers under the law of Switzerland.
        Swiss = "swiss";
        /// The person lives there and the law of Switzerland may bind a controller elsewhere. FADP Art. 3.
        SwissTargeted = "swiss-targeted";
    }
}

/// An authority that may be turned to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its country.
    pub country: String,
    /// Its record; several where the Land is not known.
    pub authorities: Vec<&'static Authority>,
    /// Why it may be turned to.
    pub reason: Reason,
    /// Whether it is the one proposed.
    pub is_proposed: bool,
}

/// Returns the authorities a person may turn to, the proposed one first.
pub fn competent(situation: &Situation<'_>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (place, reason) in candidates(situation) {
        let authorities = of_place(place);
        let is_known = choices.iter().any(|choice| choice.authorities == authorities);
        if !authorities.is_empty() && !is_known {
            let is_proposed = choices.is_empty();
            choices.push(Choice { country: place.country.to_owned(), authorities, reason, is_proposed });
        }
    }
    choices
}

/// The places in the order in which they are proposed.
fn candidates<'a>(situation: &Situation<'a>) -> Vec<(Place<'a>, Reason)> {
    let Situation { home, work, seat, trackers } = *situation;
    let law = |place: Place<'_>| jurisdiction(place.country);
    let european_home = home.filter(|home| law(*home) == Jurisdiction::European);
    let mut candidates = Vec::new();
    // The one-stop shop does not apply to trackers: the CNIL acts itself (CE 449209, 451423).
    candidates
        .extend(home.filter(|home| trackers && home.country == "FR").map(|home| (home, Reason::Trackers)));
    match seat.map(|seat| (seat, law(seat))) {
        Some((seat, Jurisdiction::European)) => {
            candidates.extend(inside_union(european_home, work, seat));
            // UK GDPR Art. 3(2), FADP Art. 3: what the controller does may be governed by the law at home as well.
            let elsewhere = home.filter(|home| law(*home) != Jurisdiction::European);
            candidates.extend(elsewhere.and_then(|home| Some((home, by_home(law(home), true)?))));
        }
        Some((seat, Jurisdiction::UnitedKingdom)) => {
            candidates.push((seat, Reason::UnitedKingdom));
            candidates.extend(european_home.map(|home| (home, Reason::Targeted)));
        }
        Some((seat, Jurisdiction::Swiss)) => {
            candidates.push((seat, Reason::Swiss));
            candidates.extend(european_home.map(|home| (home, Reason::Targeted)));
        }
        Some((_, Jurisdiction::Elsewhere)) | None => {
            candidates.extend(home.and_then(|home| Some((home, by_home(law(home), seat.is_some())?))));
        }
    }
    candidates
}

/// Home, work and seat inside the Union. Among German Länder the one of the seat comes first: that every Land
/// takes a complaint is not certain.
fn inside_union<'a>(
    home: Option<Place<'a>>,
    work: Option<&'a str>,
    seat: Place<'a>,
) -> Vec<(Place<'a>, Reason)> {
    let is_german = |place: Place<'_>| place.country == "DE";
    let why = match (is_german(seat), seat.region) {
        (true, Some(_)) => Reason::LandOfSeat,
        (true, None) => Reason::LandUnknown,
        (false, _) => Reason::Seat,
    };
    let at_seat = (seat, why);
    let both_german = |home| is_german(home) && is_german(seat);
    let at_home = home.map(|home| (home, if both_german(home) { Reason::LandOfHome } else { Reason::Home }));
    let work = work.map(|country| Place { country, region: None });
    let at_work = work.filter(|work| jurisdiction(work.country) == Jurisdiction::European);
    let seat_first = home.is_some_and(both_german) && seat.region.is_some();
    let mut places = Vec::new();
    places.extend(Some(at_seat).filter(|_| seat_first));
    places.extend(at_home);
    places.extend(at_work.map(|work| (work, Reason::Work)));
    places.extend(Some(at_seat).filter(|_| !seat_first));
    places
}

/// The reason to turn to the authority at home where the controller sits in no country of ours, or it is not
/// known where.
fn by_home(law: Jurisdiction, seat_is_known: bool) -> Option<Reason> {
    match law {
        Jurisdiction::European if seat_is_known => Some(Reason::Targeted),
        Jurisdiction::European => Some(Reason::Home),
        Jurisdiction::UnitedKingdom if seat_is_known => Some(Reason::UnitedKingdomTargeted),
        Jurisdiction::Swiss if seat_is_known => Some(Reason::SwissTargeted),
        Jurisdiction::UnitedKingdom => Some(Reason::UnitedKingdom),
        Jurisdiction::Swiss => Some(Reason::Swiss),
        Jurisdiction::Elsewhere => None,
    }
}

/// The authorities of a place: the one of the region, else all of the country.
fn of_place(place: Place<'_>) -> Vec<&'static Authority> {
    let of_region = authorities(place.country, place.region);
    if of_region.is_empty() { authorities(place.country, None) } else { of_region }
}
