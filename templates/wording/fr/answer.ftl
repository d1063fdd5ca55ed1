# Commandes qui relisent une réponse, et celles des recettes.
# habeas recipe
recipe-confidence = Lu d’après ses noms et ses valeurs : catégorie sûre à { $category } %, origine sûre à { $origin } %
recipe-sound = { $count ->
    [one] { $file } : correcte ; { $company }, une table
   *[other] { $file } : correcte ; { $company }, { $number } tables
}
recipe-faulty = { $file } : illisible
recipe-note-nothing-to-recognise = rien ne dit de qui vient la réponse : seule l’option --company l’applique
recipe-note-no-files = elle ne décrit aucun fichier
recipe-note-column = la table { $table } ({ $glob }) emploie une colonne absente de sa liste : { $column }
recipe-note-never = la table { $table } ({ $glob }) ne reçoit jamais de ligne : la table { $behind } les prend toutes
recipe-drafted = Une première version est écrite dans { $path }. Relisez-la, puis essayez-la :
recipe-tables = { $count ->
    [0] aucune table
    [one] une table
   *[other] { $number } tables
}
recipe-lacks = d’habitude absent :
certainty-observed = une réponse a été vue
certainty-documented = d’après l’entreprise ou un programme
certainty-expected = aucune réponse n’est connue

# habeas search, habeas export
search-undated = sans date
search-total = { $count ->
    [0] Aucune ligne ne contient tout cela.
    [one] Une ligne.
   *[other] { $number } lignes.
}
search-limited = Les { $limit } premières sont affichées ; --limit en montre plus, --category, --file, --since et --until moins.
search-no-imports = Rien n’a encore été importé : habeas import FICHIER
search-skipped = { $id } n’a pas été parcouru :
export-done = { $count ->
    [one] Un enregistrement est écrit dans { $path }
   *[other] { $number } enregistrements sont écrits dans { $path }
}

# habeas import
import-lacks = Les réponses de cette entreprise omettent d’habitude :
