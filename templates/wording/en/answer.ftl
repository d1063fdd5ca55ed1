# Commands that read an answer again, and those about recipes.
# habeas recipe
recipe-confidence = Read by the names and values in it: { $category } % sure of the category, { $origin } % sure of the origin
recipe-sound = { $count ->
    [one] { $file }: sound; { $company }, one table
   *[other] { $file }: sound; { $company }, { $number } tables
}
recipe-faulty = { $file }: cannot be read
recipe-note-nothing-to-recognise = nothing says whose answer it is: only --company applies it
recipe-note-no-files = it describes no file
recipe-note-column = table { $table } ({ $glob }) uses a column that is not in its list: { $column }
recipe-note-never = table { $table } ({ $glob }) never gets a row: table { $behind } takes all of them
recipe-drafted = A first version is written to { $path }. Look it over, then try it:
recipe-tables = { $count ->
    [0] no table
    [one] one table
   *[other] { $number } tables
}
recipe-lacks = usually left out:
certainty-observed = an answer was looked at
certainty-documented = as described by the company or a program
certainty-expected = no answer is known

# habeas search, habeas export
search-undated = undated
search-total = { $count ->
    [0] No row has all of this.
    [one] One row.
   *[other] { $number } rows.
}
search-limited = The first { $limit } are shown; --limit shows more, --category, --file, --since and --until fewer.
search-no-imports = Nothing was imported yet: habeas import FILE
search-skipped = { $id } was not searched:
export-done = { $count ->
    [one] One record is written to { $path }
   *[other] { $number } records are written to { $path }
}

# habeas import
import-lacks = Answers of this company usually leave out:
