# Deux réponses d’une même entreprise, comparées.
compare-they = cette entreprise
compare-title = Ce qui a changé chez { $company }
compare-title-erasure = Ce que { $company } détient encore après l’effacement
compare-eyebrow = Deux réponses comparées, { $date }
compare-lead = La réponse lue le { $first } contient { $before }, celle lue le { $second } contient { $after }.
compare-erasure = Effacement demandé dans le dossier { $case }, envoyé le { $date }
compare-erasure-undated = Effacement demandé dans le dossier { $case }
compare-erasure-said = Comparées comme avant et après un effacement, comme vous l’avez dit
compare-figure-same = { $count ->
    [one] est identique
   *[other] sont identiques
}
compare-figure-changed = { $count ->
    [one] a changé
   *[other] ont changé
}
compare-figure-appeared = { $count ->
    [one] est apparue
   *[other] sont apparues
}
compare-figure-vanished = { $count ->
    [one] a disparu
   *[other] ont disparu
}
compare-fact-still-there = { $count ->
    [one] information était là avant l’effacement et l’est toujours.
   *[other] informations étaient là avant l’effacement et le sont toujours.
}
compare-fact-come-again = { $count ->
    [one] valeur qui vous identifie ou identifie une commande revient dans une autre donnée.
   *[other] valeurs qui vous identifient ou identifient une commande reviennent dans d’autres données.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusion sur vous est apparue.
   *[other] conclusions sur vous sont apparues.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusion sur vous n’est plus là.
   *[other] conclusions sur vous ne sont plus là.
}
compare-fact-recipient-appeared = { $count ->
    [one] entreprise qui a vos données est apparue.
   *[other] entreprises qui ont vos données sont apparues.
}
compare-fact-recipient-vanished = { $count ->
    [one] entreprise qui a vos données n’est plus là.
   *[other] entreprises qui ont vos données ne sont plus là.
}
compare-fact-source-appeared = { $count ->
    [one] source de données sur vous est apparue.
   *[other] sources de données sur vous sont apparues.
}
compare-fact-source-vanished = { $count ->
    [one] source de données sur vous n’est plus là.
   *[other] sources de données sur vous ne sont plus là.
}
compare-fact-identifier-appeared = { $count ->
    [one] numéro ou code qui vous reconnaît est apparu.
   *[other] numéros ou codes qui vous reconnaissent sont apparus.
}
compare-fact-identifier-vanished = { $count ->
    [one] numéro ou code qui vous reconnaît n’est plus là.
   *[other] numéros ou codes qui vous reconnaissent ne sont plus là.
}
compare-fact-device-appeared = { $count ->
    [one] appareil ou programme est apparu.
   *[other] appareils ou programmes sont apparus.
}
compare-fact-device-vanished = { $count ->
    [one] appareil ou programme n’est plus là.
   *[other] appareils ou programmes ne sont plus là.
}
compare-fact-ip-address-appeared = { $count ->
    [one] adresse internet est apparue.
   *[other] adresses internet sont apparues.
}
compare-fact-ip-address-vanished = { $count ->
    [one] adresse internet n’est plus là.
   *[other] adresses internet ne sont plus là.
}
compare-fact-location-appeared = { $count ->
    [one] lieu est apparu.
   *[other] lieux sont apparus.
}
compare-fact-location-vanished = { $count ->
    [one] lieu n’est plus là.
   *[other] lieux ne sont plus là.
}
compare-fact-query-appeared = { $count ->
    [one] recherche est apparue.
   *[other] recherches sont apparues.
}
compare-fact-query-vanished = { $count ->
    [one] recherche n’est plus là.
   *[other] recherches ne sont plus là.
}
compare-notice-title = À remarquer
compare-no-notice = Les mêmes types de données sont venus les deux fois.
compare-limited = Il y a plus de données différentes que ce qui est comparé champ par champ : certaines qui ont seulement changé peuvent être comptées comme disparues et apparues.
compare-closed = { $count ->
    [one] Un fichier de la réponse récente n’a pas pu être examiné : { $files }.
   *[other] { $number } fichiers de la réponse récente n’ont pas pu être examinés : { $files }.
}
compare-letters = { $count ->
    [one] Un courrier de la réponse récente porte des noms, adresses ou numéros de l’ancienne, comme tout courrier dit à qui et par qui il est écrit : { $files }. Lisez-le.
   *[other] { $number } courriers de la réponse récente portent des noms, adresses ou numéros de l’ancienne, comme tout courrier dit à qui et par qui il est écrit : { $files }. Lisez-les.
}
compare-come-again-notice = Des valeurs de données disparues se trouvent désormais dans d’autres : { $categories }.
compare-gone = Plus détenus, d’après la réponse : { $categories }.
compare-fresh = Détenus désormais et pas avant : { $categories }.
compare-unread = Comparées par les nombres et les listes seulement, pas donnée par donnée : { $why }
compare-next-why = Demandez pour quelle raison, selon quel texte et jusqu’à quand ces données restent :
compare-next-unread = Rien de la première réponse n’a été reconnu dans la seconde, mais toutes les données n’ont pas été comparées. Donnez les deux réponses pour les comparer donnée par donnée :
compare-next-restriction = Demandez que ce qui doit rester ne soit plus utilisé :
compare-next-erased = Rien de la première réponse n’a été trouvé dans la seconde. Gardez les deux : ce sont vos preuves.
compare-next-erasure = Vous pouvez faire effacer des données :
compare-next-report = Lisez la seconde réponse en entier :
compare-still-there = Toujours là après l’effacement
compare-still-there-lead = { $count ->
    [0] Rien de la première réponse n’a été trouvé dans la seconde.
    [one] 1 donnée de la première réponse est encore dans la seconde.
   *[other] { $number } données de la première réponse sont encore dans la seconde.
}
compare-still-there-parts = Aucune donnée de la première réponse n’a été retrouvée telle quelle dans la seconde, mais des parties l’ont été : voyez les valeurs et les listes ci-dessous.
compare-still-there-unknown = Rien de la première réponse n’a été reconnu dans la seconde ; toutes les données n’ont pas été comparées.
compare-still-there-letters = Rien de l’ancienne réponse n’a été retrouvé dans la récente, sinon ce qu’un courrier dit de son destinataire et de son auteur. Lisez les courriers nommés en première page : celui qui confirme l’effacement est, avec les deux réponses, votre preuve.
compare-still-there-closed = Rien de l’ancienne réponse n’a été reconnu dans la récente, mais tous ses fichiers n’ont pas pu être examinés. Ouvrez-les vous-même, ou demandez-les sous une forme lisible.
compare-come-again = Les valeurs qui reviennent
compare-come-again-lead = { $count ->
    [one] 1 valeur de données disparues se trouve dans d’autres données de la seconde réponse.
   *[other] { $number } valeurs de données disparues se trouvent dans d’autres données de la seconde réponse.
}
compare-come-again-about = Adresses e-mail (aussi sous forme de MD5, SHA-1, SHA-256), numéros de téléphone, de commande et de client, noms et rues de la première réponse, retrouvés dans la seconde, dans une donnée d’un autre type ou dans un autre fichier. Ce qui a été effacé à un endroit est encore détenu à un autre, ou y a été copié. Les raisons qui peuvent être invoquées dépendent de ce qu’est cette donnée.
compare-column-value = Valeur
compare-column-still = Toujours là
compare-column-reasons = Ce qui peut être invoqué
compare-no-reason = aucune raison connue ici
compare-reasons = Les raisons qui peuvent être invoquées
compare-reasons-about = La loi permet à une entreprise de garder certains documents bien que leur effacement ait été demandé (art. 17, paragraphe 3, du RGPD). Elle doit dire pour quelles données, selon quel texte et jusqu’à quand. Qu’une raison figure ici ne dit pas qu’elle s’applique à vous.
compare-reasons-limits = Ces raisons couvrent les documents qu’elles nomment : ni le profil, ni les pages vues, ni les scores, ni la publicité faits à côté. Ce qui peut rester est conservé sans autre usage.
compare-reason-read = Lu dans { $source }, { $month }.
compare-reason-unconfirmed = Non comparé au texte de la loi : vérifiez avant de vous y fier.
compare-reason-amounts = { $count ->
    [0] La réponse ne donne ici aucun montant.
    [one] Un montant est connu ici : { $sum }.
   *[other] { $number } montants sont connus ici, en tout { $sum }.
}
compare-reason-below = Même en tout, c’est moins que { $least }.
retention-legal-duty = Les données qu’une loi de l’Union ou d’un État membre oblige l’entreprise à conserver ; elle doit nommer cette loi.
retention-legal-claims = Les données nécessaires à la constatation, à l’exercice ou à la défense de droits en justice, comme un litige en cours ou une garantie.
retention-consent-proof = La preuve que vous avez consenti, que l’entreprise doit pouvoir donner.
retention-fr-online-contract = Un contrat conclu en ligne pour 120 euros ou plus : dix ans à partir de la livraison.
retention-fr-accounting = Les documents comptables et leurs pièces justificatives, comme les factures : dix ans.
compare-categories = Type par type
compare-categories-lead = { $count ->
    [0] Aucune des deux réponses ne contient de donnée.
    [one] Un type de données figure dans les deux réponses.
   *[other] { $number } types de données figurent dans les deux réponses.
}
compare-categories-about = Une donnée est la même si toutes ses valeurs le sont, où qu’elle se trouve. Elle a changé si la même chose est dans les deux réponses avec d’autres valeurs.
compare-column-before = Avant
compare-column-after = Après
compare-column-same = Identiques
compare-column-changed = Changées
compare-column-appeared = Apparues
compare-column-vanished = Disparues
compare-lists = Conclusions, entreprises et traces
compare-lists-none = Aucune des deux réponses ne nomme de conclusion, d’entreprise, d’identifiant, d’appareil ni de lieu.
compare-list-lead = { $count ->
    [one] { $number } est dans les deux réponses ; apparitions : { $appeared }, disparitions : { $vanished }.
   *[other] { $number } sont dans les deux réponses ; apparitions : { $appeared }, disparitions : { $vanished }.
}
compare-list-inexact = L’une des listes était plus longue que ce qui en est gardé : une entrée qui semble apparaître ou disparaître peut se trouver au-delà de sa fin.
compare-entries-appeared = Apparues
compare-entries-vanished = Disparues
compare-appeared = Ce qui est apparu
compare-appeared-lead = { $count ->
    [0] Aucune donnée n’est apparue.
    [one] 1 donnée n’est que dans la seconde réponse.
   *[other] { $number } données ne sont que dans la seconde réponse.
}
compare-vanished = Ce qui a disparu
compare-vanished-lead = { $count ->
    [0] Aucune donnée n’a disparu.
    [one] 1 donnée n’est que dans la première réponse.
   *[other] { $number } données ne sont que dans la première réponse.
}
compare-changed = Ce qui a changé
compare-changed-lead = { $count ->
    [0] Aucune donnée n’a changé.
    [one] 1 donnée est dans les deux réponses avec d’autres valeurs.
   *[other] { $number } données sont dans les deux réponses avec d’autres valeurs.
}
compare-changed-about = La même chose se reconnaît à son numéro de commande ou à un autre numéro qui n’est qu’à elle, à son titre et à son moment, ou parce qu’elle est la seule de sa sorte. Deux choses aux numéros différents ne sont jamais prises pour une seule.
compare-column-kind = Ce que c’est
compare-column-when = Quand
compare-column-what = Titre
compare-column-fields = Champs
compare-column-import = Import
compare-column-read-on = Lue le
compare-column-case = Dossier
compare-answers = Les deux réponses
compare-answers-about = Les deux ont été relues pour cette page, là où elles sont restées telles quelles.
