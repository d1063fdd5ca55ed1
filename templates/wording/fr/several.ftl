# Ce que détiennent plusieurs entreprises, côte à côte.
several-title = { $count ->
    [one] Ce qu’une entreprise détient sur vous
   *[other] Ce que { $number } entreprises détiennent sur vous
}
several-lead = { $count ->
    [0] Aucune réponse n’a encore été importée.
    [one] La réponse d’une entreprise contient { $records } sur vous.
   *[other] Les réponses de { $number } entreprises contiennent { $records } sur vous.
}
several-figure-companies = { $count ->
    [one] entreprise a répondu
   *[other] entreprises ont répondu
}
several-missing-points = { $count ->
    [one] Dans 1 réponse manquent des points que la loi demande.
   *[other] Dans { $number } réponses manquent des points que la loi demande.
}
several-missing-recipients = Aucun destinataire n’est nommé dans la réponse de : { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusion sur vous chez { $company }, plus que chez toute autre.
   *[other] conclusions sur vous chez { $company }, plus que chez toute autre.
}
several-fact-recipients = { $count ->
    [one] entreprise tient vos données de { $company } ou vous atteint par elle, plus que pour toute autre.
   *[other] entreprises tiennent vos données de { $company } ou vous atteignent par elle, plus que pour toute autre.
}
several-fact-special = { $count ->
    [one] information chez { $company } touche à un sujet que la loi protège le plus.
   *[other] informations chez { $company } touchent à des sujets que la loi protège le plus.
}
several-fact-others = { $count ->
    [one] information chez { $company } concerne aussi quelqu’un d’autre.
   *[other] informations chez { $company } concernent aussi d’autres personnes.
}
several-fact-records = { $count ->
    [one] information chez { $company }, qui en détient le plus.
   *[other] informations chez { $company }, qui en détient le plus.
}
several-next-report = Lisez ce que détient { $company } :
several-next-sharing = Voyez qui partage avec qui :
several-companies = Entreprise par entreprise
several-companies-lead = { $count ->
    [0] Aucune réponse n’a encore été importée.
    [one] 1 entreprise, avec sa dernière réponse.
   *[other] { $number } entreprises, chacune avec sa dernière réponse.
}
several-earlier = { $count ->
    [one] 1 réponse antérieure des mêmes entreprises est laissée de côté.
   *[other] { $number } réponses antérieures des mêmes entreprises sont laissées de côté.
}
several-categories = Type par type
several-categories-lead = { $count ->
    [0] Aucune donnée n’a pu être lue dans les réponses.
    [one] 1 type de données est détenu ; voici par qui.
   *[other] { $number } types de données sont détenus ; voici par qui.
}
several-purchases = Les achats, par année et par boutique
several-purchases-none = Aucune réponse ne contient d’achat avec un montant.
several-reports = Le rapport de chacune
several-reports-about = Chaque chiffre ci-dessus est celui d’un de ces rapports, qui montre les fichiers et les lignes d’où il vient.
several-report = { $company }, lue le { $date } :
several-report-unknown = { $company } (entreprise non reconnue), lue le { $date } :
several-points-of = { $missing } sur { $all }
several-holder = { $company } ({ $records })
several-column-since = Depuis
several-column-kinds = Types de données
several-column-conclusions = Conclusions
several-column-recipients = Destinataires
several-column-identifiers = Identifiants
several-column-special = Données sensibles
several-column-others = Autres personnes
several-column-missing = Points manquants
several-column-companies = Entreprises
several-column-holders = Détenu par
several-column-shop = Boutique
report-years-about = Le total des montants, chaque monnaie pour elle-même : rien n’est converti, et ce qui a été repris est déduit là où la réponse le donne avec un moins.
