# What is kept: looking at it, copying it, forgetting it.
kept-cases = { $count ->
    [one] { $number } case
   *[other] { $number } cases
}
kept-events = { $count ->
    [one] { $number } event
   *[other] { $number } events
}
kept-files = { $count ->
    [one] { $number } file
   *[other] { $number } files
}
kept-imports = { $count ->
    [one] { $number } import
   *[other] { $number } imports
}
verify-counted = Looked at: { $counted }.
verify-sound = Everything is as it was kept.
verify-damaged = Something is not as it was kept. Nothing was changed. Restore it from a backup: copy the backup’s folder and name it with --home DIR.
verify-more = { $count ->
    [one] … and { $number } more (--json lists all)
   *[other] … and { $number } more (--json lists all)
}
verify-database = The database file is broken:
verify-log = The log of the last writes is broken before its end. As long as it is, nothing is opened, so that what stands behind the damage is not dropped:
verify-case = { $count ->
    [one] The record of { $number } case is not readable:
   *[other] The records of { $number } cases are not readable:
}
verify-event = { $count ->
    [one] { $number } event is not the one that was recorded:
   *[other] { $number } events are not those that were recorded:
}
verify-head = { $count ->
    [one] The last events of { $number } case are missing or changed:
   *[other] The last events of { $number } cases are missing or changed:
}
verify-import = { $count ->
    [one] { $number } import was changed since it was kept:
   *[other] { $number } imports were changed since they were kept:
}
verify-proof-missing = { $count ->
    [one] { $number } file that an event names is not there:
   *[other] { $number } files that events name are not there:
}
verify-proof-changed = { $count ->
    [one] { $number } file was changed since it was kept:
   *[other] { $number } files were changed since they were kept:
}
verify-proof-unreadable = { $count ->
    [one] { $number } file cannot be read:
   *[other] { $number } files cannot be read:
}
verify-stray = Rows of the database belong to no case, in the table:
verify-roster = Whole cases or imports are missing, or some were added by hand (found/kept):
verify-agenda = { $count ->
    [one] The list of days, which is made from events, says something else of { $number } case (habeas due --anew makes it anew):
   *[other] The list of days, which is made from events, says something else of { $number } cases (habeas due --anew makes it anew):
}
verify-unnamed = { $count ->
    [one] { $number } file or folder is named by no event (no damage; an interrupted command may leave one):
   *[other] { $number } files or folders are named by no event (no damage; interrupted commands may leave some):
}
verify-leftover = What an interrupted command was writing, or another one is writing now. This is no damage; a leftover can be deleted:
verify-unfinished = The log ends in a write that is not whole. A command that was interrupted leaves it so, and had reported nothing as done:
backup-done = Copied to { $path } and checked.
backup-private = The copy holds your data and is readable by you alone. It is a home: name it with --home DIR.
forget-plan = To be deleted for good: { $id }
forget-done = Deleted for good: { $id }
forget-import = import { $id }
forget-file = { $count ->
    [one] { $name } ({ $number } byte)
   *[other] { $name } ({ $number } bytes)
}
forget-old-copy = { $name }: a copy made before the store changed its format, which holds it too and goes whole
forget-elsewhere = Backups, exported copies and letters written elsewhere are not touched. What was sent stays sent.
forget-not-yet = Nothing was deleted. To delete it:
