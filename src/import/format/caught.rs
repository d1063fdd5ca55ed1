//! Caught: a library that reads a stranger's bytes, kept from ending the import.
//!
//! In: a call into a library. Out: what it gave, or nothing where it gave up (panicked). What it would have printed
//! could hold a piece of the file, so nothing is printed. Not here: our own readers, whose faults are to be seen.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Calls a library; nothing when it cannot bear what it was given.
pub(super) fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let others = take_hook();
        set_hook(Box::new(move |about| {
            if !IS_GUARDED.get() {
                others(about);
            }
        }));
    });
    IS_GUARDED.set(true);
    let given = catch_unwind(AssertUnwindSafe(call));
    IS_GUARDED.set(false);
    given.ok()
}
