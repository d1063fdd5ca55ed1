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

# Ce qu’il faut regarder dans une fiche qui a été lue.
finding-shared-mailbox = La même boîte aux lettres figure dans la fiche de { $company }, qui semble sans lien.
finding-no-usable-contact = La fiche n’a aucun contact utilisable ; une lettre peut être préparée en laissant l’adresse en blanc.
finding-record-stale = La fiche a été vérifiée pour la dernière fois il y a plus de trois ans.
finding-bad-email = Une adresse électronique de la fiche est mal formée.
finding-bad-url = Une adresse web de la fiche est mal formée ou n’est pas en https.
finding-bad-source = La fiche n’indique pas d’où vient une information, ou l’adresse indiquée n’est pas valide.
finding-bad-siren = Le numéro SIREN ne satisfait pas sa clé de contrôle.
finding-bad-fingerprint = L’empreinte d’une clé OpenPGP compte 40 ou 64 chiffres hexadécimaux sans espace, et accompagne une adresse électronique.
finding-bad-code = Un code de pays ou de langue n’est pas connu.
finding-duplicate-id = L’identifiant « { $id } » figure deux fois, comme celui d’une fiche ou comme ancien identifiant.
finding-future-date = Une date se situe dans le futur.
finding-mixed-script = Une adresse web ou électronique mêle plusieurs écritures et peut en imiter une autre.
finding-control-character = Un texte contient des caractères de contrôle ou des marques qui en inversent le sens.
finding-status-contradicts = Le statut de la fiche et ses contacts se contredisent.
finding-field-missing = Il manque le champ « { $field } » à la fiche.
finding-field-unusable = Le champ « { $field } » de la fiche est inutilisable.
finding-nothing-to-keep = La fiche ne dit rien de plus qu’une page d’accueil.
finding-record-scraped = La fiche a été recueillie par un programme et personne ne l’a relue.
finding-record-withdrawn = La fiche a été retirée par son propre répertoire et ne mène à aucune autre.
finding-record-twice = Le répertoire a une autre fiche avec cet identifiant, qui a été retenue.
finding-redirect-lost = La fiche renvoie à une autre qui est absente, ou son identifiant est encore utilisé.
finding-template-ignored = La fiche renvoie à une lettre qui lui est propre ; les lettres d’ici sont utilisées à la place.
finding-record-unreadable = Le fichier n’est pas une fiche lisible.
