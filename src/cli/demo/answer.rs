//! The invented answer of the rehearsal, in the shape of Amazon's.
//!
//! In: the files beside this one, all invented by a program with a fixed seed: a person, orders, searches,
//! segments and advertisers that do not exist. Out: a zip archive. It also holds what real archives bring
//! along: traces of an operating system, and files with a header only.

use super::super::failure::{Failure, Kind};
use crate::import::container::pack::pack;

/// Path inside the archive, and content.
const FILES: &[(&str, &[u8])] = &[
    ("__MACOSX/._Advertising.2", b"\0\x05\x16\x07"),
    (
        "Advertising.1/Advertising.3PAudiences.csv",
        include_bytes!("answer/Advertising.1/Advertising.3PAudiences.csv"),
    ),
    (
        "Advertising.1/Advertising.AdvertiserAudiences.csv",
        include_bytes!("answer/Advertising.1/Advertising.AdvertiserAudiences.csv"),
    ),
    (
        "Advertising.1/Advertising.AdvertiserClicks.csv",
        include_bytes!("answer/Advertising.1/Advertising.AdvertiserClicks.csv"),
    ),
    (
        "Advertising.1/Advertising.AmazonAudiences.csv",
        include_bytes!("answer/Advertising.1/Advertising.AmazonAudiences.csv"),
    ),
    (
        "Advertising.2/Advertising.3PAudiences.csv",
        include_bytes!("answer/Advertising.2/Advertising.3PAudiences.csv"),
    ),
    (
        "Advertising.2/Advertising.AdvertiserAudiences.csv",
        include_bytes!("answer/Advertising.2/Advertising.AdvertiserAudiences.csv"),
    ),
    (
        "Advertising.2/Advertising.AdvertiserClicks.csv",
        include_bytes!("answer/Advertising.2/Advertising.AdvertiserClicks.csv"),
    ),
    (
        "Advertising.2/Advertising.AmazonAudiences.csv",
        include_bytes!("answer/Advertising.2/Advertising.AmazonAudiences.csv"),
    ),
    ("Advertising.2/Advertising.OptOut.csv", include_bytes!("answer/Advertising.2/Advertising.OptOut.csv")),
    ("Devices.Registration/registration.csv", include_bytes!("answer/Devices.Registration/registration.csv")),
    (
        "Retail.CartItems.2/Retail.CartItems.2.csv",
        include_bytes!("answer/Retail.CartItems.2/Retail.CartItems.2.csv"),
    ),
    (
        "Retail.CustomerReturns.1.1/Retail.CustomerReturns.1.1.csv",
        include_bytes!("answer/Retail.CustomerReturns.1.1/Retail.CustomerReturns.1.1.csv"),
    ),
    (
        "Retail.OrderHistory.2/Retail.OrderHistory.2.csv",
        include_bytes!("answer/Retail.OrderHistory.2/Retail.OrderHistory.2.csv"),
    ),
    (
        "Search-Data/Search-Data.Customer-Engagement.csv",
        include_bytes!("answer/Search-Data/Search-Data.Customer-Engagement.csv"),
    ),
];

/// Returns the answer as the company would send it.
pub(super) fn archive() -> Result<Vec<u8>, Failure> {
    pack(FILES).map_err(|error| Failure::of(Kind::Bug, &error))
}
