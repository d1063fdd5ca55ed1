# Ce que signifie un constat, une phrase par code de src/finding.rs. Les faits sont des arguments ; jamais une valeur des données.
finding-archive-damaged = L’archive est endommagée ; ce qui restait accessible a été lu. Téléchargez-la de nouveau ou redemandez-la.
finding-member-encrypted = Le fichier est chiffré et aucun mot de passe fourni ne l’ouvre. Indiquez le mot de passe avec --password-file.
finding-member-unreadable = Les octets du fichier n’ont pas pu être lus, ou pas jusqu’au bout : ils sont endommagés ou compressés par une méthode inconnue.
finding-archive-unread = Le fichier est une archive d’un genre qui n’est pas lu ici ({ $kind }) : rien de ce qu’elle contient n’a été regardé. Décompressez-la d’abord, puis importez le dossier.
finding-mailbox-unread = Le fichier est une boîte aux lettres d’un genre qui n’est pas lu ici ({ $kind }) : rien de ce qu’elle contient n’a été regardé. Enregistrez ses messages en .eml ou .mbox, puis importez-les.
finding-page-for-archive = Le fichier porte le nom d’une archive et c’est une page web, comme celle qui demande de se connecter ou dit qu’un lien a expiré. Téléchargez de nouveau l’archive.
finding-duplicate-name = Fichiers de l’archive portant ce nom : { $count } ; tous ont été lus.
finding-duplicate-content = Mêmes octets que { $original } ; compté une seule fois.
finding-unsafe-path = Le chemin du fichier tente de sortir de l’archive ; il est seulement affiché, jamais utilisé.
finding-link-not-followed = Ceci est un lien vers un autre endroit ; il n’a pas été suivi.
finding-not-a-file = Ceci est un tube, une socket ou un périphérique, pas un fichier ; rien n’y a été lu.
finding-member-overlap = Le fichier partage ses octets avec un autre, comme dans une archive conçue pour saturer le lecteur ; il n’a pas été lu.
finding-folder-with-data = L’archive présente ceci comme un dossier, mais il contient des données ; il a été traité comme un fichier.
finding-limit-reached = { $limit ->
    [members] L’archive contient plus de { $max } fichiers ; le reste n’a pas été lu.
    [name-bytes] Le nom du fichier dépasse { $max } octets ; le fichier n’a pas été lu.
    [depth] Des archives sont imbriquées sur plus de { $max } niveaux ; celle-ci n’a pas été ouverte.
    [folder-depth] Des dossiers sont imbriqués sur plus de { $max } niveaux ; celui-ci n’a pas été ouvert.
    [member-bytes] Le fichier décompressé dépasse { $max } Mio ; la lecture s’est arrêtée là.
    [import-bytes] La réponse entière décompressée dépasse { $max } Mio ; la lecture s’est arrêtée là.
    [nested-bytes] Les archives contenues dans l’archive demandent plus de { $max } Mio de mémoire ; celle-ci n’a pas été ouverte.
    [ratio] Le fichier décompressé dépasse { $max } fois sa taille, comme une bombe de décompression ; la lecture s’est arrêtée là.
    [record-bytes] Une ligne dépasse { $max } Mio ; elle a été laissée de côté.
    [row-fields] Une ligne compte plus de { $max } champs ; les suivants ont été laissés de côté.
    [string-bytes] Un texte dépasse { $max } Mio ; la lecture s’est arrêtée là.
    [json-depth] Des valeurs sont imbriquées sur plus de { $max } niveaux ; la lecture s’est arrêtée là.
    [workbook-bytes] Le classeur dépasse { $max } Mio ; il n’a pas été lu.
    [workbook-parts] Une partie du classeur décompressée dépasse { $max } Mio ; il n’a pas été lu.
    [workbook-texts] Le classeur recense plus de { $max } textes, ou l’annonce ; il n’a pas été lu.
    [workbook-cell] Une cellule du classeur dépasse { $max } Mio ; le classeur n’a pas été lu.
    [workbook-cells] Le classeur compte plus de { $max } cellules, répétitions comprises ; il n’a pas été lu.
    [workbook-rows] Le classeur compte plus de { $max } cellules, cellules vides intermédiaires comprises ; lignes laissées de côté : { $left }.
    [workbook-columns] Une ligne du classeur va au-delà de { $max } colonnes ; le classeur n’a pas été lu.
    [workbook-repeated] Les textes du classeur, répétitions comprises, dépassent { $max } Mio ; il n’a pas été lu.
    [workbook-ratio] Une partie du classeur décompressée dépasse { $max } fois sa taille, comme une bombe de décompression ; il n’a pas été lu.
    [pdf-bytes] Le document dépasse { $max } Mio ; il n’a pas été lu.
    [pdf-pages] Le document a plus de { $max } pages ; le reste n’a pas été lu.
    [pdf-text] Les pages contiennent plus de { $max } Mio de texte ; le reste n’a pas été lu.
    [pdf-filters] Une partie du document est compressée plusieurs fois, comme une bombe de décompression ; il n’a pas été lu.
    [pdf-unpacked] Le document décompressé dépasse { $max } Mio ; il n’a pas été lu.
    [pdf-old-packing] Le document a plus de { $max } Kio dans une ancienne compression dont on ne peut connaître la taille à l’avance ; il n’a pas été lu.
    [pdf-stream] Une partie du document décompressée dépasse { $max } Mio ; il n’a pas été lu.
    [pdf-ratio] Une partie du document décompressée dépasse { $max } fois sa taille, comme une bombe de décompression ; il n’a pas été lu.
    [xml-depth] Des éléments sont imbriqués sur plus de { $max } niveaux ; la lecture s’est arrêtée là.
    [mails] La boîte contient plus de { $max } messages ; le reste n’a pas été lu.
    [mail-bytes] Le message dépasse { $max } Mio ; il n’a pas été lu.
    [mail-files] Le dossier contient plus de { $max } messages ; le reste n’a pas été lu.
    [mail-text] Le texte du message dépasse { $max } Kio ; le reste n’a pas été lu.
    [mail-attachments] Le message contient plus de { $max } fichiers ; le reste n’a pas été lu.
    [record-text] Un texte de la fiche dépasse { $max } caractères ou lignes ; la fiche a été écartée.
    [record-names] La fiche a plus de { $max } noms ; les suivants ont été laissés de côté.
    [directory-records] Le répertoire a plus de { $max } fiches ; les suivantes ont été laissées de côté.
   *[other] Une limite a été atteinte ({ $limit } : { $max }) ; la lecture s’est arrêtée là.
} { $flag ->
    [none] Cette limite ne peut pas être relevée.
   *[other] L’option { $flag } la relève.
}
finding-not-the-format = Le fichier se dit { $format } mais ne l’est pas, ou il est trop endommagé pour être lu comme tel.
finding-cut-short = Le fichier s’interrompt au milieu ; ce qui précédait a été lu. Téléchargez-le de nouveau ou redemandez-le.
finding-malformed = Le fichier enfreint ici les règles de son format ; ce qui précédait a été lu.
finding-sheet-unreadable = La feuille « { $sheet } » n’a pas pu être lue jusqu’au bout ; ce qui précédait a été lu.
finding-bad-encoding = Passages du fichier qui ne sont pas du texte valide : { $count } ; chacun a été remplacé par un signe.
finding-encoding-unsure = Le fichier ne dit pas comment ses lettres sont codées, et trop peu d’entre elles le révèlent : lu comme { $encoding }, peut-être { $other }. Si des noms semblent faux, demandez le fichier en UTF-8.
finding-ragged-row = Cellules dans la ligne : { $found }, dans l’en-tête : { $expected } ; toutes ont été conservées.
finding-quote-unclosed = Un guillemet s’ouvre ici et n’est jamais refermé : les lignes suivantes sont peut-être mal découpées ; chacune a été lue comme une ligne à part et aucune n’a été laissée de côté. Redemandez le fichier s’il manque quelque chose.
finding-row-unreadable = La ligne n’a pas pu être lue et ne compte pas comme un enregistrement.
finding-part-unreadable = La ligne n’a pas pu être lue et ne compte pas comme un enregistrement ; { $bytes } octets ont été sautés jusqu’à la prochaine ligne lisible.
finding-rest-unread = Les { $bytes } derniers octets du fichier n’ont pas pu être lus.
finding-not-strict = Le fichier ne respecte pas toutes les règles de son format (endroits : { $count }) ; il a été lu malgré tout, rien n’a été laissé de côté.
finding-duplicate-key = La même clé est donnée deux fois ; les deux valeurs ont été conservées.
finding-header-repeated = L’en-tête revient entre les lignes : { $count } fois, sans compter comme ligne.
finding-no-text = Les pages ne contiennent aucun texte lisible, comme des lettres numérisées : regardez-les vous-même.
finding-nul-bytes = Octets nuls retirés du texte : { $count }.
finding-date-unreadable = La date de la colonne « { $column } » n’a aucune forme connue ; son texte a été conservé.
finding-amount-unreadable = Le montant de la colonne « { $column } » n’a aucune forme connue ; son texte a été conservé.
finding-amount-ambiguous = Les montants de la colonne « { $column } » peuvent être des milliers ou avoir trois décimales (montants : { $count }) ; ils ont été lus comme des milliers, car trois décimales sont rares pour de l’argent.
finding-order-undone = La colonne « { $column } » dit que des commandes ont été annulées, remboursées ou jamais payées (lignes : { $count }) ; leurs montants ne sont pas dans les totaux.
finding-refund-taken-off = La colonne « { $column } » dit que de l’argent a été remboursé (lignes : { $count }) ; il est déduit de ce que les commandes ont coûté.
finding-refund-not-taken-off = La colonne « { $column } » dit qu’une partie du prix de commandes a été remboursée (lignes : { $count }) ; les totaux ne la déduisent pas, car les montants peuvent déjà en tenir compte.
finding-total-may-repeat = Des lignes d’une même commande ont le même montant dans la colonne « { $column } » (lignes : { $count }) ; chacune est comptée, alors que ce montant peut être celui de la commande entière.
finding-total-of-list = Un total et les montants qu’il additionne figurent dans le même fichier ; ils ne sont comptés qu’une fois.
finding-order-undone-elsewhere = Des commandes de ce tableau ont été annulées ou remboursées, d’après un autre tableau de la réponse (commandes : { $count }) ; leurs montants ne sont pas dans les totaux.
finding-order-counted-once = Des commandes figurent dans plusieurs tableaux de la réponse (commandes : { $count }) ; leur montant n’est compté qu’une fois.
finding-date-ambiguous = Rien dans la colonne « { $column } » ne distingue le jour du mois (dates concernées : { $count }) ; leur texte a été conservé, aucune date n’a été devinée.
finding-column-changes = Plus bas, la colonne « { $column } » contient d’autres valeurs que dans les premières lignes ; leur texte a été conservé tel quel, sans interprétation.
finding-layout-drift = Les colonnes du fichier ont changé. Manquantes : { $missing ->
    [none] aucune
   *[other] { $missing }
}. Nouvelles : { $added ->
    [none] aucune
   *[other] { $added }
}.
finding-layout-unknown = Un fichier au nom connu a une disposition inconnue ; il a été lu sans la recette. Manquantes : { $missing }
finding-total-row = Une ligne qui ne fait qu’en additionner d’autres, ou qui dit un solde ou la taxe comprise ; elle n’est pas comptée une seconde fois.
finding-says-nothing-held = Une phrase à la place des données : ils disent n’en avoir aucune.
finding-announced-absent = Leur politique de confidentialité annonce des données de ce genre, et aucune n’est venue : { $category }
finding-file-absent = Un fichier que les réponses de cette entreprise contiennent d’habitude est absent.
finding-received-empty = Reçu, et vide : ce fichier ne contient aucune donnée.
finding-imported-before = Le même fichier a déjà été importé, sous { $import }.
finding-several-companies = Cet envoi contient les réponses de plusieurs entreprises : { $companies }. Chaque partie a été lue comme celle de son entreprise ; importez chacune seule pour avoir son rapport.
finding-other-company = Cette réponse semble être celle d’une autre entreprise que { $company }, sur laquelle porte le dossier.
