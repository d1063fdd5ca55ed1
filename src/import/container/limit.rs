//! Limit: how much a stranger's archive may ask of this machine, enforced on bytes produced, never on declared sizes.
//!
//! In: a reader and the budget of the whole import. Out: a reader that ends in an error when a limit is
//! reached and remembers which. What was read before stays.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::finding::{Code, Finding, Place};

pub(super) const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

/// Members of one archive, unless large ones are allowed.
pub const MEMBERS_MAX: usize = 100_000;
/// Members of one archive in any case; the list of them is held in memory.
pub const MEMBERS_MAX_LARGE: usize = 2_000_000;
/// Bytes of a member's name.
pub const NAME_BYTES_MAX: usize = 1_024;
/// Archives inside archives.
pub const DEPTH_MAX: usize = 3;
/// Bytes one member may produce.
pub const MEMBER_BYTES_MAX: u64 = 4 * GIB;
/// Bytes the whole import may produce.
pub const IMPORT_BYTES_MAX: u64 = 32 * GIB;
/// Bytes of nested archives that are unpacked to be read, all of them together (those that are stored without compression
/// need no unpacking).
pub const NESTED_BYTES_MAX: u64 = 192 * MIB;
/// Bytes produced per byte read, once [`RATIO_FROM_BYTES`] are out.
pub const RATIO_MAX: u64 = 200;
/// Bytes from which the ratio counts.
pub const RATIO_FROM_BYTES: u64 = 64 * MIB;

/// What was too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Too many members.
    Members,
    /// A name too long.
    NameBytes,
    /// Archives nested too deep.
    Depth,
    /// A member that produces too much.
    MemberBytes,
    /// An import that produces too much.
    ImportBytes,
    /// Nested archives that take too much memory.
    NestedBytes,
    /// A member that expands too much for its size.
    Ratio,
}

impl Limit {
    /// Makes the finding that names the limit and the flag that raises it.
    pub(crate) fn finding(self, place: Place) -> Finding {
        // Bytes by the million are said in MiB, which people can weigh.
        let (id, max, raised) = match self {
            Self::Members => ("members", MEMBERS_MAX as u64, true),
            Self::NameBytes => ("name-bytes", NAME_BYTES_MAX as u64, false),
            Self::Depth => ("depth", DEPTH_MAX as u64, false),
            Self::MemberBytes => ("member-bytes", MEMBER_BYTES_MAX / MIB, true),
            Self::ImportBytes => ("import-bytes", IMPORT_BYTES_MAX / MIB, true),
            Self::NestedBytes => ("nested-bytes", NESTED_BYTES_MAX / MIB, true),
            Self::Ratio => ("ratio", RATIO_MAX, true),
        };
        limit_finding(place, id, max, raised)
    }
}

/// Makes the finding about a limit, of this room's containers or of a format.
pub(crate) fn limit_finding(place: Place, id: &str, max: u64, raised_by_flag: bool) -> Finding {
    let flag = if raised_by_flag { "--allow-large" } else { "none" };
    Finding::new(Code::LimitReached, place).with("limit", id).with("max", max).with("flag", flag)
}

/// What is left of the bytes the whole import may produce.
pub(crate) struct Budget {
    left: AtomicU64,
    allow_large: bool,
}

impl Budget {
    /// Starts full; without bounds where large archives are allowed.
    pub(crate) fn new(allow_large: bool) -> Self {
        Self { left: AtomicU64::new(if allow_large { u64::MAX } else { IMPORT_BYTES_MAX }), allow_large }
    }

    /// Returns the bytes produced so far.
    pub(crate) fn spent(&self) -> u64 {
        let full = if self.allow_large { u64::MAX } else { IMPORT_BYTES_MAX };
        full.saturating_sub(self.left.load(Ordering::Relaxed))
    }

    fn spend(&self, bytes: u64) -> bool {
        let take = |left: u64| left.checked_sub(bytes);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
    }
}

/// A reader that stops at the limits.
pub(crate) struct Bounded<'a, R> {
    inner: R,
    budget: &'a Budget,
    stored_bytes: Option<u64>,
    produced: u64,
    outcome: Outcome,
}

/// How reading a member ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Without fault, as far as it was read.
    Fine,
    /// At a limit.
    Limit(Limit),
    /// The container or the disk failed.
    Failed,
}

impl<'a, R: Read> Bounded<'a, R> {
    /// Bounds a reader; `stored_bytes` is the compressed size for the ratio, if there is one.
    pub(crate) fn new(inner: R, budget: &'a Budget, stored_bytes: Option<u64>) -> Self {
        Self { inner, budget, stored_bytes, produced: 0, outcome: Outcome::Fine }
    }

    /// Returns the bytes produced so far.
    pub(crate) fn produced(&self) -> u64 {
        self.produced
    }

    /// Returns how reading ended.
    pub(crate) fn outcome(&self) -> Outcome {
        self.outcome
    }

    fn limit(&self) -> Option<Limit> {
        let expands = |stored: u64| {
            self.produced > RATIO_FROM_BYTES && self.produced / RATIO_MAX > stored && !self.budget.allow_large
        };
        if self.produced > MEMBER_BYTES_MAX && !self.budget.allow_large {
            Some(Limit::MemberBytes)
        } else if self.stored_bytes.is_some_and(expands) {
            Some(Limit::Ratio)
        } else {
            None
        }
    }
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.outcome != Outcome::Fine {
            return Err(io::Error::other("reading has ended"));
        }
        let count = match self.inner.read(buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                self.outcome = Outcome::Failed;
                return Err(error);
            }
        };
        self.produced += count as u64;
        let spent = self.budget.spend(count as u64);
        match self.limit().or((!spent).then_some(Limit::ImportBytes)) {
            None => Ok(count),
            Some(limit) => {
                self.outcome = Outcome::Limit(limit);
                Err(io::Error::other("a limit is reached"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Bounded, Budget, GIB, IMPORT_BYTES_MAX, Limit, MEMBER_BYTES_MAX, MIB, Outcome, RATIO_FROM_BYTES,
    };
    use std::io::{self, Read};

    /// Gives bytes without end, and writes none: gigabytes in no time.
    struct Endless;

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            Ok(buffer.len())
        }
    }

    /// Reads up to so many bytes; what was produced, and how it ended.
    fn read(budget: &Budget, stored_bytes: Option<u64>, bytes: u64) -> (u64, Outcome) {
        let mut bounded = Bounded::new(Endless.take(bytes), budget, stored_bytes);
        let mut buffer = vec![0; 1 << 20];
        while bounded.read(&mut buffer).is_ok_and(|count| count > 0) {}
        (bounded.produced(), bounded.outcome())
    }

    #[test]
    fn a_member_ends_at_four_gibibytes_unless_large_ones_are_allowed() {
        let (produced, outcome) = read(&Budget::new(false), None, 5 * GIB);
        assert_eq!(outcome, Outcome::Limit(Limit::MemberBytes));
        assert!((MEMBER_BYTES_MAX..=MEMBER_BYTES_MAX + MIB).contains(&produced), "{produced}");
        assert_eq!(read(&Budget::new(false), None, 4 * GIB), (4 * GIB, Outcome::Fine));
        assert_eq!(read(&Budget::new(true), None, 5 * GIB), (5 * GIB, Outcome::Fine));
    }

    #[test]
    fn an_import_ends_at_thirty_two_gibibytes_whatever_reads_them() {
        let budget = Budget::new(false);
        for _ in 0..8 {
            assert_eq!(read(&budget, None, 4 * GIB), (4 * GIB, Outcome::Fine));
        }
        assert_eq!(budget.spent(), IMPORT_BYTES_MAX);
        assert_eq!(read(&budget, None, 1).1, Outcome::Limit(Limit::ImportBytes));
        let large = Budget::new(true);
        for _ in 0..9 {
            assert_eq!(read(&large, None, 4 * GIB).1, Outcome::Fine);
        }
    }

    #[test]
    fn what_expands_too_much_ends_once_that_is_certain() {
        let one_mebibyte = Some(MIB);
        assert_eq!(read(&Budget::new(false), one_mebibyte, 200 * MIB), (200 * MIB, Outcome::Fine));
        assert_eq!(read(&Budget::new(false), one_mebibyte, 300 * MIB).1, Outcome::Limit(Limit::Ratio));
        assert_eq!(read(&Budget::new(false), Some(1), RATIO_FROM_BYTES).1, Outcome::Fine);
        let (produced, outcome) = read(&Budget::new(false), Some(1), GIB);
        assert_eq!((outcome, produced), (Outcome::Limit(Limit::Ratio), RATIO_FROM_BYTES + MIB));
        assert_eq!(read(&Budget::new(true), Some(1), GIB).1, Outcome::Fine);
    }
}
