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
