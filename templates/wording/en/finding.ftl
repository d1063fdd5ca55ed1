# What a finding means, one sentence per code of src/finding.rs. Facts are arguments; none is ever a value of the data.
finding-archive-damaged = The archive is damaged; what could still be reached was read. Download it again or ask for it again.
finding-member-encrypted = The file is encrypted and no password given opens it. Give its password with --password-file.
finding-member-unreadable = The file's bytes could not be read, or not to their end: they are damaged or packed by an unknown method.
finding-archive-unread = The file is an archive of a kind that is not read here ({ $kind }): nothing in it was looked at. Unpack it first, then import the folder.
finding-mailbox-unread = The file is a mailbox of a kind that is not read here ({ $kind }): nothing in it was looked at. Save its mails as .eml or .mbox, then import those.
finding-page-for-archive = The file is called an archive and is a web page, such as one that asks to sign in or says that a link has expired. Download the archive again.
finding-duplicate-name = Files in the archive that share this name: { $count }; all of them were read.
finding-duplicate-content = The same bytes as { $original }; counted once.
finding-unsafe-path = The file's path tries to leave the archive; it is only shown, never used.
finding-link-not-followed = This is a link to somewhere else; it was not followed.
finding-not-a-file = This is a pipe, a socket or a device, not a file; it was not read.
finding-member-overlap = The file shares its bytes with another, as in an archive built to overwhelm a reader; it was not read.
finding-folder-with-data = The archive calls this a folder, yet it holds data; it was taken as a file.
finding-limit-reached = { $limit ->
    [members] The archive holds more than { $max } files; the rest was not read.
    [name-bytes] The file's name is longer than { $max } bytes; the file was not read.
    [depth] Archives are nested more than { $max } deep; this one was not opened.
    [folder-depth] Folders are nested more than { $max } deep; this one was not opened.
    [member-bytes] The file unpacks to more than { $max } MiB; reading stopped there.
    [import-bytes] The whole answer unpacks to more than { $max } MiB; reading stopped there.
    [nested-bytes] Archives inside the archive need more than { $max } MiB of memory; this one was not opened.
    [ratio] The file unpacks to more than { $max } times its size, as an archive bomb does; reading stopped there.
    [record-bytes] A row is larger than { $max } MiB; it was left out.
    [row-fields] A row has more than { $max } fields; those beyond were left out.
    [string-bytes] A text is longer than { $max } MiB; reading stopped there.
    [json-depth] Values are nested more than { $max } deep; reading stopped there.
    [workbook-bytes] The workbook is larger than { $max } MiB; it was not read.
    [workbook-parts] A part of the workbook unpacks to more than { $max } MiB; it was not read.
    [workbook-texts] The workbook lists more than { $max } texts, or says so; it was not read.
    [workbook-cell] A cell of the workbook is longer than { $max } MiB; the workbook was not read.
    [workbook-cells] The workbook's cells, with those it repeats, are more than { $max }; it was not read.
    [workbook-rows] The workbook has more than { $max } cells, empty ones between them included; rows left out: { $left }.
    [workbook-columns] A row of the workbook reaches beyond { $max } columns; the workbook was not read.
    [workbook-repeated] The texts of the workbook, with those it repeats, need more than { $max } MiB; it was not read.
    [workbook-ratio] A part of the workbook unpacks to more than { $max } times its size, as an archive bomb does; it was not read.
    [pdf-bytes] The document is larger than { $max } MiB; it was not read.
    [pdf-pages] The document has more than { $max } pages; the rest was not read.
    [pdf-text] The pages hold more than { $max } MiB of text; the rest was not read.
    [pdf-filters] A part of the document is packed several times over, as an archive bomb is; it was not read.
    [pdf-unpacked] The document unpacks to more than { $max } MiB; it was not read.
    [pdf-old-packing] The document has more than { $max } KiB in an old packing whose size cannot be told beforehand; it was not read.
    [pdf-stream] A part of the document unpacks to more than { $max } MiB; it was not read.
    [pdf-ratio] A part of the document unpacks to more than { $max } times its size, as an archive bomb does; it was not read.
    [xml-depth] Elements are nested more than { $max } deep; reading stopped there.
    [mails] The mailbox holds more than { $max } mails; the rest was not read.
    [mail-bytes] The mail is larger than { $max } MiB; it was not read.
    [mail-files] The folder holds more than { $max } mails; the rest was not read.
    [mail-text] The mail's text is longer than { $max } KiB; the rest was not read.
    [mail-attachments] The mail has more than { $max } files; the rest was not read.
    [record-text] A text of the record is longer than { $max } characters or lines; the record was left out.
    [record-names] The record has more than { $max } names; the rest was left out.
    [directory-records] The directory has more than { $max } records; the rest was left out.
   *[other] A limit was reached ({ $limit }: { $max }); reading stopped there.
} { $flag ->
    [none] This limit cannot be raised.
   *[other] The flag { $flag } raises it.
}
finding-not-the-format = The file is called { $format } but is not, or is too damaged to be read as such.
finding-cut-short = The file ends in the middle; what stood before was read. Download it again or ask for it again.
finding-malformed = The file breaks the rules of its format here; what stood before was read.
finding-sheet-unreadable = The sheet “{ $sheet }” could not be read to its end; what stood before was read.
finding-bad-encoding = Places in the file that are no valid text: { $count }; each was replaced by a mark.
finding-encoding-unsure = The file does not say how its letters are encoded, and too few of them tell: read as { $encoding }, possibly { $other }. If names look wrong, ask for the file in UTF-8.
finding-ragged-row = Cells in the row: { $found }, in the header: { $expected }; all of them were kept.
finding-quote-unclosed = A quotation mark opens here and is never closed, so the rows after it may be cut wrongly; each line was read as a row of its own and none was left out. Ask for the file again if something is missing.
finding-row-unreadable = The row could not be read and is not counted as a record.
finding-part-unreadable = The row could not be read and is not counted as a record; { $bytes } bytes were passed over up to the next row that can be read.
finding-rest-unread = The last { $bytes } bytes of the file could not be read.
finding-not-strict = The file does not keep all rules of its format (places: { $count }); it was read all the same, nothing was left out.
finding-duplicate-key = The same key is given twice; both values were kept.
finding-header-repeated = The header stands again between the rows: { $count } times, not counted as rows.
finding-no-text = The pages hold no text that can be read, such as scanned letters: look at them yourself.
finding-nul-bytes = Zero bytes left out of the text: { $count }.
finding-date-unreadable = The date in “{ $column }” is in no known form; its text was kept.
finding-amount-unreadable = The amount in “{ $column }” is in no known form; its text was kept.
finding-amount-ambiguous = Amounts in “{ $column }” may mean thousands or three decimals (amounts: { $count }); they were read as thousands, as money rarely has three decimals.
finding-order-undone = “{ $column }” says that orders were cancelled, paid back or never paid (rows: { $count }); their amounts are not in the sums.
finding-refund-taken-off = “{ $column }” says that money was paid back (rows: { $count }); it is taken off what the orders cost.
finding-refund-not-taken-off = “{ $column }” says that a part of what orders cost was paid back (rows: { $count }); the sums do not take it off, as the amounts may have it off already.
finding-total-may-repeat = Rows of the same order have the same amount in “{ $column }” (rows: { $count }); each is counted, though it may be what the whole order cost.
finding-total-of-list = A total and the amounts that it adds up stand in one file; they are counted once.
finding-order-undone-elsewhere = Orders of this table were cancelled or paid back, as another table of the answer says (orders: { $count }); their amounts are not in the sums.
finding-order-counted-once = Orders stand in several tables of the answer (orders: { $count }); their money is counted once.
finding-date-ambiguous = Nothing in “{ $column }” tells day from month (dates: { $count }); their text was kept, no date was guessed.
finding-column-changes = Further down, “{ $column }” holds other values than in the first rows; their text was kept as it is, nothing was read into it.
finding-layout-drift = The file's columns have changed. Missing: { $missing ->
    [none] none
   *[other] { $missing }
}. New: { $added ->
    [none] none
   *[other] { $added }
}.
finding-layout-unknown = A file of a known name has a layout we do not know; it was read without the recipe. Missing: { $missing }
finding-total-row = A row that only adds up others, or says a balance or the tax within; it is not counted again.
finding-says-nothing-held = A sentence in place of data: they say that there is none.
finding-announced-absent = Their privacy notice announces data of this kind, and none came: { $category }
finding-file-absent = A file this company's answers usually contain is absent.
finding-received-empty = Received, and empty: this file holds no data.
finding-imported-before = The same file was imported before, as { $import }.
finding-several-companies = This upload holds answers of several companies: { $companies }. Each part was read as its own company’s; import each alone for a report of its own.
finding-other-company = This looks like the answer of another company than { $company }, which the case is about.
