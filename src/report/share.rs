//! Share: the parts of a whole, so that what is shown sums to 100 %.
//!
//! In: a closed list and a count for each of it. Out: the parts that are not empty, in thousandths. Not here:
//! what is counted (`build`, `ledger`), and how a part is drawn (`page/chart`).

use super::model::Share;

/// Parts of a whole in thousandths, by largest remainder, so that they sum to 1,000. Empty parts are left
/// out.
pub(super) fn shares<T: Copy>(all: &[T], count: impl Fn(T) -> u64) -> Vec<Share<T>> {
    const WHOLE: u128 = 1_000;
    let parts: Vec<(T, u64)> =
        all.iter().map(|of| (*of, count(*of))).filter(|(_, count)| *count > 0).collect();
    let sum: u128 = parts.iter().map(|(_, count)| u128::from(*count)).sum();
    let scaled = |count: u64| u128::from(count) * WHOLE;
    let mut shares: Vec<Share<T>> = parts
        .iter()
        .map(|(of, count)| Share {
            of: *of,
            count: *count,
            per_mille: u16::try_from(scaled(*count) / sum.max(1)).expect("a part is not above the whole"),
        })
        .collect();
    let given: u128 = shares.iter().map(|share| u128::from(share.per_mille)).sum();
    let mut by_remainder: Vec<&mut Share<T>> = shares.iter_mut().collect();
    by_remainder.sort_by_key(|share| std::cmp::Reverse(scaled(share.count) % sum.max(1)));
    let left = usize::try_from(WHOLE - given).expect("parts are rounded down");
    for share in by_remainder.into_iter().take(left) {
        share.per_mille += 1;
    }
    shares
}
