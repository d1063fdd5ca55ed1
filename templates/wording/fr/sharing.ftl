# Qui partage avec qui, à travers toutes les réponses.
sharing-title = Qui partage vos données avec qui
sharing-eyebrow = D’après toutes les réponses reçues, { $date }
sharing-lead = { $count ->
    [0] Aucune réponse n’a encore été importée.
    [one] La réponse d’une entreprise, et ce qu’elle annonce, nomment { $others }.
   *[other] Les réponses de { $number } entreprises, et ce qu’elles annoncent, nomment { $others }.
}
sharing-others = { $count ->
    [0] aucune autre entreprise
    [one] 1 autre entreprise
   *[other] { $number } autres entreprises
}
sharing-figure-answered = { $count ->
    [one] entreprise a répondu
   *[other] entreprises ont répondu
}
sharing-figure-others = { $count ->
    [one] autre entreprise nommée
   *[other] autres entreprises nommées
}
sharing-figure-links = { $count ->
    [one] lien entre elles
   *[other] liens entre elles
}
sharing-fact-shared = { $count ->
    [one] entreprise est liée à plusieurs de celles qui ont répondu : elle peut recouper ce qu’elles savent de vous.
   *[other] entreprises sont liées à plusieurs de celles qui ont répondu : elles peuvent recouper ce que celles-ci savent de vous.
}
sharing-fact-answers = { $count ->
    [one] lien figure dans une réponse sans avoir été annoncé.
   *[other] liens figurent dans une réponse sans avoir été annoncés.
}
sharing-fact-notices = { $count ->
    [one] lien est annoncé dans une politique de confidentialité, et aucune réponse ne le nomme.
   *[other] liens sont annoncés dans des politiques de confidentialité, et aucune réponse ne les nomme.
}
sharing-fact-both = { $count ->
    [one] lien est annoncé, et une réponse le nomme aussi.
   *[other] liens sont annoncés, et une réponse les nomme aussi.
}
sharing-silent = Aucun destinataire n’est connu pour : { $companies }.
sharing-nothing-missing = Chacune de ces entreprises nomme ou annonce au moins un destinataire.
sharing-next-report = Voyez où une réponse le dit :
sharing-next-ask = Demandez à l’entreprise que la plupart nomment ce qu’elle détient sur vous :
sharing-next-notify = Quand des données sont rectifiées ou effacées, l’entreprise doit le dire à ceux à qui elle les a données (art. 19 du RGPD).
sharing-picture = L’image
sharing-picture-about = À gauche : les entreprises qui vous ont répondu. À droite : celles qu’elles nomment. Chaque trait figure dans le tableau plus bas, avec qui l’a dit.
sharing-picture-part = Il y en a plus qu’une image n’en contient : elle montre les { $shown } entreprises liées au plus grand nombre de celles qui ont répondu.
sharing-picture-description = { $count ->
    [one] À gauche, les entreprises qui ont répondu ({ $companies }), reliées à 1 entreprise à droite : { $most }.
   *[other] À gauche, les entreprises qui ont répondu ({ $companies }), reliées à { $number } entreprises à droite. Les premières : { $most }.
}
sharing-line-answer = reçoit vos données, une réponse le dit
sharing-line-notice = reçoit vos données, seule une politique de confidentialité le dit
sharing-line-source = a fourni des données sur vous
sharing-none = Aucune réponse et aucune politique ne nomme d’autre entreprise.
sharing-others-title = Les entreprises nommées
sharing-others-lead = { $count ->
    [0] Aucune n’est nommée par plus d’une entreprise.
    [one] 1 d’entre elles est nommée par plus d’une entreprise.
   *[other] { $number } d’entre elles sont nommées par plus d’une entreprise.
}
sharing-links-title = Qui partage avec qui, et qui l’a dit
sharing-links-about = Deux écritures sont une même entreprise si elles ne diffèrent que par les accents, les majuscules ou la forme juridique. Les groupes ne sont pas devinés.
sharing-column-receives = Entreprises dont elle reçoit
sharing-column-supplies = Entreprises qu’elle fournit
sharing-column-from = De
sharing-column-to = À
sharing-column-told = Dit par
sharing-told-answer = { $count ->
    [one] réponse de { $company }, une fois ({ $place })
   *[other] réponse de { $company }, { $number } fois ({ $place })
}
sharing-told-notice = politique de { $company } : { $role } ({ $source }, lue le { $date })
report-colophon-plain = Établi par habeas le { $date }, sur votre propre machine, à partir des fichiers que vous avez reçus. Rien n’a été envoyé nulle part. Cette page énonce des faits et ne porte aucun jugement juridique. Faits { $fingerprint }.
