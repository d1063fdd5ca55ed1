# The directory compared, imported and corrected.
origin-datenanfragen = datenanfragen.de (company records)
origin-cnil = CNIL (organisations with a data protection officer)
origin-justgetmydata = JustGetMyData (pages for export)
origin-justdeleteme = JustDeleteMe (pages for deletion)
companies-imported = Unverified. Source: { $name }, imported on { $date }. Look at the company’s own page before you write.
companies-moved = The directory now has another address for { $company }: { $address }
companies-unread = The directory could not be read, so it is not known whether it has another address: { $reason }
companies-moved-away = The directory no longer has this address for { $company }.
companies-imported-dated = Unverified. Source: { $name }, which dates it { $dated }; imported on { $date }. Look at the company’s own page before you write.
companies-read = read { $date } at { $source }
companies-old = Last seen on { $date }, more than three years ago; nothing newer is known. Look at the company’s own page before you write.
companies-announced = The directory now has other addresses for these open cases:
companies-announced-look = Compare with the company’s own page before you trust either:
companies-diff-none = Nothing changed.
companies-diff-contacts = A request would now go elsewhere. Compare with the company’s own page before you trust it:
companies-diff-replaced = another address
companies-diff-overtaken = another contact goes first
companies-diff-removed = address removed
companies-diff-nothing = (none)
companies-diff-other-host = The new address is on another site than the old one.
companies-diff-company-added = New company: { $company }
companies-diff-company-removed = Company removed: { $company }
companies-diff-company-renamed = { $company } was { $value }
companies-diff-contact-added = { $company }: further contact { $value }
companies-diff-contact-removed = { $company }: further contact removed: { $value }
companies-diff-field = { $company }: { $field } changed
companies-diff-words = { $company }: { $field } was { $old } and is now { $new }
companies-import-recognised = Recognised by its content: { $name }
companies-import-sum = Records: { $seen } = { $imported } imported + { $merged } merged + { $rejected } left out
companies-import-notes = Left out of records that were imported:
companies-import-more = { $count ->
    [one] … and { $number } more (--json lists all)
   *[other] … and { $number } more (--json lists all)
}
companies-import-known = { $count ->
    [one] { $number } of them is in the directory already; the directory’s own record goes first.
   *[other] { $number } of them are in the directory already; the directory’s own records go first.
}
companies-import-changes = { $count ->
    [one] { $number } address is not the one of the last import:
   *[other] { $number } addresses are not those of the last import:
}
companies-import-vanished = { $count ->
    [one] { $number } record of the last import is not in this one and would go:
   *[other] { $number } records of the last import are not in this one and would go:
}
companies-import-staying = { $count ->
    [one] One record was given: the { $number } other of that directory stays.
   *[other] One record was given: the { $number } others of that directory stay.
}
companies-import-row = { $file } (row { $row } below the header)
companies-import-waits = Nothing was replaced. If you trust what it changes:
companies-import-kept = Unverified, and used only where no other record names the company. Kept in { $path }; to take it back:
companies-import-nothing = Nothing was kept.
companies-import-ignored = { $count ->
    [one] { $number } file is no directory and was ignored.
   *[other] { $number } files are no directories and were ignored.
}
companies-import-removed = Import removed: { $name }
companies-correct-own = The whole record with its contacts corrected, for companies.yaml, yours in the home or the project’s:
companies-correct-upstream = For an issue of the project (in English):
draft-passed-over = Passed over: { $address }; a letter sent there came back on { $date }.
record-next-contact = The next address of the company: { $address }
record-no-contact = The directory has no other address for requests to this company.
