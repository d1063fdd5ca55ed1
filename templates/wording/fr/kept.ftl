# Ce qui est conservé : le vérifier, le copier, l’oublier.
kept-cases = { $count ->
    [one] { $number } dossier
   *[other] { $number } dossiers
}
kept-events = { $count ->
    [one] { $number } événement
   *[other] { $number } événements
}
kept-files = { $count ->
    [one] { $number } fichier
   *[other] { $number } fichiers
}
kept-imports = { $count ->
    [one] { $number } réponse importée
   *[other] { $number } réponses importées
}
verify-counted = Vérifié : { $counted }.
verify-sound = Tout est tel qu’il a été conservé.
verify-damaged = Quelque chose n’est plus tel qu’il a été conservé. Rien n’a été modifié. Restaurez une sauvegarde : copiez-en le répertoire et indiquez-le avec --home DIR.
verify-more = { $count ->
    [one] … et { $number } autre (--json les liste tous)
   *[other] … et { $number } autres (--json les liste tous)
}
verify-database = Le fichier de la base de données est abîmé :
verify-log = Le journal des dernières écritures est abîmé avant sa fin. Tant qu’il l’est, rien n’est ouvert, pour que la suite ne soit pas perdue :
verify-case = { $count ->
    [one] La fiche de { $number } dossier est illisible :
   *[other] Les fiches de { $number } dossiers sont illisibles :
}
verify-event = { $count ->
    [one] { $number } événement n’est pas celui qui a été noté :
   *[other] { $number } événements ne sont pas ceux qui ont été notés :
}
verify-head = { $count ->
    [one] Les derniers événements de { $number } dossier manquent ou ont été modifiés :
   *[other] Les derniers événements de { $number } dossiers manquent ou ont été modifiés :
}
verify-import = { $count ->
    [one] { $number } réponse importée a été modifiée depuis qu’elle est conservée :
   *[other] { $number } réponses importées ont été modifiées depuis qu’elles sont conservées :
}
verify-proof-missing = { $count ->
    [one] { $number } fichier cité par un événement est introuvable :
   *[other] { $number } fichiers cités par des événements sont introuvables :
}
verify-proof-changed = { $count ->
    [one] { $number } fichier a été modifié depuis qu’il est conservé :
   *[other] { $number } fichiers ont été modifiés depuis qu’ils sont conservés :
}
verify-proof-unreadable = { $count ->
    [one] { $number } fichier est illisible :
   *[other] { $number } fichiers sont illisibles :
}
verify-stray = Des lignes de la base de données n’appartiennent à aucun dossier, dans la table :
verify-roster = Des dossiers ou des imports entiers manquent, ou ont été ajoutés à la main (présents/attendus) :
verify-agenda = { $count ->
    [one] La liste des jours, établie d’après les événements, dit autre chose pour { $number } dossier (habeas due --anew la refait) :
   *[other] La liste des jours, établie d’après les événements, dit autre chose pour { $number } dossiers (habeas due --anew la refait) :
}
verify-unnamed = { $count ->
    [one] { $number } fichier ou répertoire n’est cité par aucun événement (sans gravité ; une commande interrompue peut en laisser un) :
   *[other] { $number } fichiers ou répertoires ne sont cités par aucun événement (sans gravité ; des commandes interrompues peuvent en laisser) :
}
verify-leftover = Ce qu’une commande interrompue écrivait, ou qu’une autre écrit en ce moment. Rien n’est endommagé ; un reste peut être supprimé :
verify-unfinished = Le journal se termine par une écriture incomplète. Une commande interrompue le laisse ainsi, sans avoir rien annoncé comme fait :
backup-done = Copié dans { $path } et vérifié.
backup-private = La copie contient vos données et n’est lisible que par vous. Elle s’utilise telle quelle : indiquez-la avec --home DIR.
forget-plan = À supprimer définitivement : { $id }
forget-done = Supprimé définitivement : { $id }
forget-import = réponse importée { $id }
forget-file = { $count ->
    [one] { $name } ({ $number } octet)
   *[other] { $name } ({ $number } octets)
}
forget-old-copy = { $name } : une copie faite avant un changement de format, qui le contient aussi et disparaît en entier
forget-elsewhere = Les sauvegardes, les copies exportées et les lettres enregistrées ailleurs ne sont pas touchées. Ce qui a été envoyé reste envoyé.
forget-not-yet = Rien n’a été supprimé. Pour le supprimer :
