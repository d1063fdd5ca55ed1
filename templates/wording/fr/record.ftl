# Ce qui empêche de lire une fiche d’un fichier d’annuaire, pour qui n’a jamais vu de YAML.
finding-no-list = Ce n’est pas une liste d’entreprises. Chaque entreprise commence par « - id: » en début de ligne.
finding-field-lacking = { $part ->
    [controller] Le responsable du traitement n’a pas de `{ $field }`
    [entity] Cette société n’a pas de `{ $field }`
    [contact] Le contact n’a pas de `{ $field }`
    [announced] L’entrée de `holds` n’a pas de `{ $field }`
    [recipient] L’entrée de `shares_with` n’a pas de `{ $field }`
   *[company] La fiche n’a pas de `{ $field }`
} : { $field ->
    [id] un nom court, propre à elle, en a-z, 0-9 et traits d’union, comme exemple-boutique.
    [name] { $part ->
        [company] le nom que les gens donnent à l’entreprise.
       *[other] son nom au registre, ou dans sa politique de confidentialité.
    }
    [category] { $part ->
        [announced] de quelles données il s’agit, comme purchases.
       *[other] le secteur, comme fashion ou marketplace.
    }
    [countries] où elle sert des clients, comme [FR, BE], ou [ALL] pour partout.
    [status] usable si une demande peut partir à l’un de ses contacts, incomplete sinon, closed si elle n’existe plus.
    [country] les deux lettres du pays de son siège, comme FR.
    [purpose] à quoi sert l’adresse : rights, questions, export, erasure ou opt-out.
    [kind] email, post ou form.
    [value] l’adresse elle-même.
    [source] la page où vous l’avez vue, commençant par https://.
    [checked] le jour où vous l’y avez vue, écrit 2026-09-10.
    [role] pour quoi faire, comme advertising, payment ou delivery.
   *[other] il est indispensable.
}
finding-field-unknown = Ce champ n’existe pas dans { $part ->
    [controller] un responsable du traitement
    [entity] cet endroit
    [contact] un contact
    [announced] `holds`
    [recipient] `shares_with`
   *[company] une fiche
}. { $meant ->
    [none] Les champs sont { $keys }. Ce qui n’entre dans aucun peut figurer dans `note` de la fiche.
   *[other] Vouliez-vous dire `{ $meant }` ?
}
finding-field-empty = Rien ne suit `{ $field }`. Complétez la ligne, ou supprimez-la.
finding-not-a-choice = `{ $field }` est l’un de ces mots : { $choices }.
finding-value-unusable = { $wanted ->
    [company] Ce n’est pas une fiche : une entreprise commence par « - id: » et ses autres champs suivent, en retrait de deux espaces.
    [controller] `{ $field }` a ses propres champs : name et country, et s’ils sont connus region et siren.
    [entity] `{ $field }` a ses propres champs : name, et s’ils sont connus country et siren.
    [contact] Un contact a ses propres champs : purpose, kind, value, source, checked.
    [announced] Une entrée de `{ $field }` a ses propres champs : category, source, checked.
    [recipient] Une entrée de `{ $field }` a ses propres champs : name, role, source, checked.
    [list] `{ $field }` est une liste : mettez-la entre crochets, ou un tiret devant chaque entrée.
    [date] `{ $field }` est un jour, écrit 2026-09-10.
    [id] `{ $field }` ne contient que a-z, 0-9 et des traits d’union à l’intérieur, comme exemple-boutique.
   *[text] `{ $field }` est un simple texte.
}
finding-bad-record = { $kind ->
    [tab] La ligne est en retrait par une tabulation. Utilisez des espaces.
    [twice] Un champ figure ici une deuxième fois. Gardez l’un des deux.
    [anchor] Une étoile répète ce qu’un & a marqué plus haut dans la même fiche ; cette marque n’existe pas, ou elle se contient elle-même.
    [excess] C’est plus, ou plus profondément imbriqué, que ce qu’un fichier d’annuaire peut contenir : { $reason }
    [syntax] Ce n’est pas écrit comme le fichier le demande. Regardez cette ligne et la précédente : un guillemet ou un crochet non refermé, un deux-points sans espace après lui, ou un retrait différent des lignes voisines.
   *[shape] La fiche est illisible : { $reason }
}
