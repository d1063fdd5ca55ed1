# The audit of an answer against Art. 15.

audit-title = { $company }: the answer against { $article }
audit-read = { $count ->
    [0] No letter was read.
    [one] One letter read:
   *[other] { $count } letters read:
}
audit-unread = { $file }: no text that could be read
audit-unknown-language = { $file }: no sentence in a language this program reads ({ $languages })
audit-summary = { $found } found, { $vague } only in general terms, { $missing } not found.
audit-caution = A program has read these sentences. Look at each: it may have missed one, or taken it for what it is not. Nothing here says whether the answer breaks the law.
audit-record = When it is right, record it:
audit-correct = To correct a point first:
audit-recorded = Recorded in case { $case }.
audit-next = To ask for what is missing:
audit-nothing = There is nothing to ask for: every point was found.
audit-foreign = What { $file } says or leaves out is not known: it is in no language this program reads ({ $languages }). Read it, and say each point yourself:
audit-by-hand = Or name what is missing, without an audit:
