# What keeps a record of a directory file from being read, for somebody who has never seen YAML.
finding-no-list = This is no list of companies. Each company begins with “- id:” at the beginning of a line.
finding-field-lacking = { $part ->
    [controller] The controller lacks `{ $field }`
    [entity] This company lacks `{ $field }`
    [contact] The contact lacks `{ $field }`
    [announced] The entry of `holds` lacks `{ $field }`
    [recipient] The entry of `shares_with` lacks `{ $field }`
   *[company] The record lacks `{ $field }`
}: { $field ->
    [id] a short name of its own in a-z, 0-9 and hyphens, such as example-shop.
    [name] { $part ->
        [company] what people call the company.
       *[other] the name it has in the register, or in its privacy notice.
    }
    [category] { $part ->
        [announced] which data it is, such as purchases.
       *[other] the trade, such as fashion or marketplace.
    }
    [countries] where it serves people, such as [FR, BE], or [ALL] for everywhere.
    [status] usable if a request can be sent to one of its contacts, incomplete if not, closed if it no longer exists.
    [country] the two letters of the country of its seat, such as FR.
    [purpose] what the address is for: rights, questions, export, erasure or opt-out.
    [kind] email, post or form.
    [value] the address itself.
    [source] the page where you saw it, beginning with https://.
    [checked] the day you saw it there, written 2026-09-10.
    [role] what for, such as advertising, payment or delivery.
   *[other] it cannot be left out.
}
finding-field-unknown = There is no such field in { $part ->
    [controller] a controller
    [entity] this place
    [contact] a contact
    [announced] `holds`
    [recipient] `shares_with`
   *[company] a record
}. { $meant ->
    [none] The fields are { $keys }. What fits none of them can stand in `note` of the record.
   *[other] Did you mean `{ $meant }`?
}
finding-field-empty = Nothing stands behind `{ $field }`. Fill it in, or leave the line out.
finding-not-a-choice = `{ $field }` is one of { $choices }.
finding-value-unusable = { $wanted ->
    [company] This is no record: a company begins with “- id:”, and its other fields stand below, indented by two spaces.
    [controller] `{ $field }` has fields of its own: name and country, and where known region and siren.
    [entity] `{ $field }` has fields of its own: name, and where known country and siren.
    [contact] A contact has fields of its own: purpose, kind, value, source, checked.
    [announced] An entry of `{ $field }` has fields of its own: category, source, checked.
    [recipient] An entry of `{ $field }` has fields of its own: name, role, source, checked.
    [list] `{ $field }` is a list: put square brackets around it, or a hyphen before each entry.
    [date] `{ $field }` is a day, written 2026-09-10.
    [id] `{ $field }` has only a-z, 0-9 and hyphens inside, such as example-shop.
   *[text] `{ $field }` is a single text.
}
finding-bad-record = { $kind ->
    [tab] The line is indented with a tab. Use spaces.
    [twice] A field stands here a second time. Keep one of the two.
    [anchor] A star repeats what an & has marked earlier in the same record; there is no such mark, or it is inside itself.
    [excess] This is more, or more deeply nested, than a directory file may hold: { $reason }
    [syntax] This is not written as the file wants it. Look at this line and the one before: a quotation mark or bracket that is not closed, a colon without a space behind it, or another indentation than the lines around it.
   *[shape] The record cannot be read: { $reason }
}

# What is to be looked at in a record that was read.
finding-shared-mailbox = The same mailbox stands in the record of { $company }, which seems to be unrelated.
finding-no-usable-contact = The record has no usable contact; a letter can be drafted with the address left blank.
finding-record-stale = The record was last checked more than three years ago.
finding-bad-email = An e-mail address of the record is malformed.
finding-bad-url = A web address of the record is malformed or not https.
finding-bad-source = The record does not say where a fact comes from, or names no valid address.
finding-bad-siren = The SIREN number fails its check digit.
finding-bad-fingerprint = The fingerprint of an OpenPGP key is 40 or 64 hexadecimal digits without blanks, and belongs to an e-mail address.
finding-bad-code = A country or language code is not known.
finding-duplicate-id = The id “{ $id }” is there twice, as that of a record or as one it had before.
finding-future-date = A date lies in the future.
finding-mixed-script = A web or e-mail address mixes writing systems and may imitate another.
finding-control-character = A text has control characters or marks that turn its direction.
finding-status-contradicts = The record's status and its contacts contradict each other.
finding-field-missing = The record lacks “{ $field }”.
finding-field-unusable = The record’s “{ $field }” cannot be used.
finding-nothing-to-keep = The record says no more than a home page.
finding-record-scraped = The record was gathered by a program and looked at by nobody.
finding-record-withdrawn = The record was withdrawn by its own directory and leads to no other.
finding-record-twice = The directory has another record with this id, which was taken.
finding-redirect-lost = The record leads to another one that is not there, or its id is still in use.
finding-template-ignored = The record names a letter of its own; the letters here are used instead.
finding-record-unreadable = The file is no record that can be read.
