# Le répertoire comparé, importé et corrigé.
origin-datenanfragen = datenanfragen.de (fiches d’entreprises)
origin-cnil = CNIL (organismes ayant désigné un délégué à la protection des données)
origin-justgetmydata = JustGetMyData (pages d’export)
origin-justdeleteme = JustDeleteMe (pages de suppression)
companies-imported = Non vérifié. Source : { $name }, importée le { $date }. Consultez la page de l’entreprise avant d’écrire.
companies-moved = Le répertoire indique désormais une autre adresse pour { $company } : { $address }
companies-unread = Le répertoire n’a pas pu être lu ; on ne sait donc pas s’il indique une autre adresse : { $reason }
companies-moved-away = Le répertoire n’indique plus cette adresse pour { $company }.
companies-imported-dated = Non vérifié. Source : { $name }, qui le date du { $dated } ; importée le { $date }. Consultez la page de l’entreprise avant d’écrire.
companies-read = lu le { $date } sur { $source }
companies-old = Dernière observation le { $date }, il y a plus de trois ans ; rien de plus récent n’est connu. Consultez la page de l’entreprise avant d’écrire.
companies-announced = L’annuaire a désormais d’autres adresses pour ces dossiers ouverts :
companies-announced-look = Comparez avec la page de l’entreprise avant de vous fier à l’une ou à l’autre :
companies-diff-none = Rien n’a changé.
companies-diff-contacts = Une demande partirait désormais ailleurs. Comparez avec la page de l’entreprise avant de vous y fier :
companies-diff-replaced = autre adresse
companies-diff-overtaken = un autre contact passe en premier
companies-diff-removed = adresse retirée
companies-diff-nothing = (aucune)
companies-diff-other-host = La nouvelle adresse se trouve sur un autre site que l’ancienne.
companies-diff-company-added = Nouvelle entreprise : { $company }
companies-diff-company-removed = Entreprise retirée : { $company }
companies-diff-company-renamed = { $company } s’appelait { $value }
companies-diff-contact-added = { $company } : contact supplémentaire { $value }
companies-diff-contact-removed = { $company } : contact supplémentaire retiré : { $value }
companies-diff-field = { $company } : { $field } a changé
companies-diff-words = { $company } : { $field } était { $old } et est maintenant { $new }
companies-import-recognised = Reconnu à son contenu : { $name }
companies-import-sum = Fiches : { $seen } = importées : { $imported } + fusionnées : { $merged } + écartées : { $rejected }
companies-import-notes = Écarté de fiches importées :
companies-import-more = { $count ->
    [one] … et { $number } autre (--json les énumère toutes)
   *[other] … et { $number } autres (--json les énumère toutes)
}
companies-import-known = { $count ->
    [one] { $number } d’entre elles figure déjà dans le répertoire, dont la fiche passe en premier.
   *[other] { $number } d’entre elles figurent déjà dans le répertoire, dont les fiches passent en premier.
}
companies-import-changes = { $count ->
    [one] { $number } adresse n’est pas celle de la dernière importation :
   *[other] { $number } adresses ne sont pas celles de la dernière importation :
}
companies-import-vanished = { $count ->
    [one] { $number } enregistrement de la dernière importation est absent de celle-ci et disparaîtrait :
   *[other] { $number } enregistrements de la dernière importation sont absents de celle-ci et disparaîtraient :
}
companies-import-staying = { $count ->
    [one] Un seul enregistrement a été donné : l’autre de cet annuaire reste en place.
   *[other] Un seul enregistrement a été donné : les { $number } autres de cet annuaire restent en place.
}
companies-import-row = { $file } (rangée { $row } sous l’en-tête)
companies-import-waits = Rien n’a été remplacé. Si vous faites confiance à ces changements :
companies-import-kept = Non vérifié, et utilisé seulement si aucune autre fiche ne nomme l’entreprise. Conservé dans { $path } ; pour revenir en arrière :
companies-import-nothing = Rien n’a été conservé.
companies-import-ignored = { $count ->
    [one] { $number } fichier n’est pas un répertoire et a été ignoré.
   *[other] { $number } fichiers ne sont pas des répertoires et ont été ignorés.
}
companies-import-removed = Import supprimé : { $name }
companies-correct-own = La fiche entière, ses contacts corrigés, pour companies.yaml, le vôtre dans le dossier de données ou celui du projet :
companies-correct-upstream = Pour un ticket du projet (en anglais) :
draft-passed-over = Écartée : { $address } ; une lettre envoyée là est revenue le { $date }.
record-next-contact = L’adresse suivante de l’entreprise : { $address }
record-no-contact = Le répertoire n’a pas d’autre adresse où adresser des demandes à cette entreprise.
