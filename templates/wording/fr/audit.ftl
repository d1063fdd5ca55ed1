# La confrontation d’une réponse à l’article 15.

audit-title = { $company } : la réponse face à l’{ $article }
audit-read = { $count ->
    [0] Aucun courrier n’a été lu.
    [one] Un courrier lu :
   *[other] { $count } courriers lus :
}
audit-unread = { $file } : aucun texte lisible
audit-unknown-language = { $file } : aucune phrase dans une langue que ce programme lit ({ $languages })
audit-summary = { $found } trouvés, { $vague } en termes généraux seulement, { $missing } pas trouvés.
audit-caution = C’est un programme qui a lu ces phrases. Vérifiez chacune : il a pu en manquer une ou se méprendre. Rien ici ne dit si la réponse enfreint la loi.
audit-record = Si c’est exact, enregistrez-le :
audit-correct = Pour corriger d’abord un point :
audit-recorded = Enregistré dans le dossier { $case }.
audit-next = Pour demander ce qui manque :
audit-nothing = Il n’y a rien à demander : chaque point a été trouvé.
audit-foreign = Ce que { $file } dit ou tait n’est pas connu : ce programme ne lit pas sa langue ({ $languages }). Lisez-le, et indiquez vous-même chaque point :
audit-by-hand = Ou nommez ce qui manque, sans passer par la confrontation :
