# Le rapport. D’abord la première page : des mots simples, aucun jargon.
report-title = Vos données chez { $company }
report-title-unknown = Ce que cette réponse contient sur vous
report-eyebrow = Votre rapport, le { $date }
report-lead = { $company } vous a envoyé { $files }. On y trouve { $records } sur vous.
report-lead-nothing = { $company } vous a envoyé { $files }. Rien n’a pu y être lu sur vous.
report-lead-beside = { $count ->
    [one] Un autre est une copie de l’un d’eux, ou un fichier d’un système d’exploitation.
   *[other] { $number } autres sont des copies de ceux-ci, ou des fichiers d’un système d’exploitation.
}
report-lead-orders = Des commandes figurent dans plusieurs des fichiers. Ce que vous avez payé n’est compté qu’une fois ; mais une commande qui figure dans quatre fichiers fait ici quatre informations.
report-they = L’entreprise
report-controller = En droit, c’est { $controller } qui répond de ces données.
report-files = { $count ->
    [one] { $number } fichier
   *[other] { $number } fichiers
}
report-records = { $count ->
    [one] { $number } information
   *[other] { $number } informations
}
report-span = La plus ancienne : { $since } ; la plus récente : { $until }.
report-span-one = Date : { $since }.
report-figure-records = { $count ->
    [one] information
   *[other] informations
}
report-figure-categories = { $count ->
    [one] type de données
   *[other] types de données
}
report-figure-since = l’année de la plus ancienne
report-figure-files = { $count ->
    [one] fichier reçu
   *[other] fichiers reçus
}
report-facts-title = Ce qui ressort
report-at-least = { $number }+
report-see = Voir le détail
report-examples = Par exemple { $examples }.
report-segment-about = Un segment est un groupe de personnes où une entreprise vous range ; ces étiquettes sont les siennes, non expliquées.
report-quote = « { $text } »
list-next = { $list } ; { $next }
report-more = { $count ->
    [one] et { $number } autre
   *[other] et { $number } autres
}
report-fact-inferences = { $count ->
    [one] conclusion tirée sur vous : un groupe où l’on vous range, une note ou une prédiction.
   *[other] conclusions tirées sur vous : groupes où l’on vous range, notes ou prédictions.
}
report-fact-recipients = { $count ->
    [one] entreprise ou application a reçu vos données, ou s’en sert pour vous atteindre.
   *[other] entreprises ou applications ont reçu vos données, ou s’en servent pour vous atteindre.
}
report-fact-special = { $count ->
    [one] information sur un sujet que la loi protège plus que tout : santé, convictions, origine, vie intime.
   *[other] informations sur des sujets que la loi protège plus que tout : santé, convictions, origine, vie intime.
}
report-fact-others = { $count ->
    [one] information concerne aussi quelqu’un d’autre.
   *[other] informations concernent aussi d’autres personnes.
}
report-fact-profiles = { $count ->
    [one] profil dans ce compte.
   *[other] profils dans ce compte : regardez lequel est le vôtre ; les autres sont sans doute ceux d’autres personnes, de votre foyer par exemple.
}
report-fact-oldest = marque le début de ce qu’ils gardent sur vous : { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] recherche conservée mot pour mot.
   *[other] recherches conservées mot pour mot.
}
report-fact-places = { $count ->
    [one] lieu relié à vous.
   *[other] lieux reliés à vous.
}
report-fact-obtained = { $count ->
    [one] information provient de quelqu’un d’autre que vous.
   *[other] informations proviennent de quelqu’un d’autre que vous.
}
report-fact-ip-addresses = { $count ->
    [one] adresse internet d’où l’on vous a vu.
   *[other] adresses internet d’où l’on vous a vu.
}
report-fact-identifiers = { $count ->
    [one] numéro ou code permet de vous reconnaître.
   *[other] numéros ou codes permettent de vous reconnaître.
}
report-fact-devices = { $count ->
    [one] appareil ou logiciel que vous avez utilisé.
   *[other] appareils ou logiciels que vous avez utilisés.
}
report-fact-spending = { $count ->
    [one] est le montant noté pour { $number } achat.
   *[other] est la somme des { $number } montants notés dans vos achats.
}
report-missing-title = Ce qui manque
report-missing-points = { $count ->
    [one] Sur les { $all } choses qu’une réponse doit vous dire selon la loi, { $number } n’y a pas été trouvée.
   *[other] Sur les { $all } choses qu’une réponse doit vous dire selon la loi, { $number } n’y ont pas été trouvées.
}
report-missing-categories = Annoncé par l’entreprise, et pas trouvé : { $categories }.
report-missing-empty = { $count ->
    [one] { $number } fichier est arrivé vide : il ne contient aucune donnée.
   *[other] { $number } fichiers sont arrivés vides : ils ne contiennent aucune donnée.
}
report-missing-refused = { $count ->
    [one] { $number } fichier n’a pas pu être ouvert.
   *[other] { $number } fichiers n’ont pas pu être ouverts.
}
report-missing-files = { $count ->
    [one] { $number } fichier habituel dans les réponses de cette entreprise n’y est pas.
   *[other] { $number } fichiers habituels dans les réponses de cette entreprise n’y sont pas.
}
report-missing-nothing = Rien de ce que cette page recherche.
report-next-title = Que faire maintenant
report-step-command = Poursuivez votre demande. Tapez :
report-step-whole-case = Voyez tout ce qu’ils ont envoyé, sur une page. Tapez :
report-step-ask-missing = { $count ->
    [one] Écrivez à nouveau et demandez le point qui n’a pas été trouvé.
   *[other] Écrivez à nouveau et demandez les { $number } points qui n’ont pas été trouvés.
}
report-step-read-documents = { $count ->
    [one] Lisez le document joint : cette page ne juge pas les courriers, et ce qui manque s’y trouve peut-être.
   *[other] Lisez les { $number } documents joints : cette page ne juge pas les courriers, et ce qui manque s’y trouve peut-être.
}
report-step-unpack = { $count ->
    [one] Décompressez le fichier qui n’est pas lu ici, puis importez le dossier.
   *[other] Décompressez les { $number } fichiers qui ne sont pas lus ici, puis importez le dossier.
}
report-step-ask-readable = { $count ->
    [one] Demandez, sous une forme lisible, le fichier qui n’a pas pu être ouvert.
   *[other] Demandez, sous une forme lisible, les { $number } fichiers qui n’ont pas pu être ouverts.
}
report-step-keep-originals = Gardez les fichiers tels que vous les avez reçus : ce sont vos preuves.
report-case = Dossier { $reference } : { $right } ({ $article })
report-case-sent = envoyé le { $date }
report-case-received = réponse reçue le { $date }
report-case-due = attendue le { $date }
report-imports-all = La réponse est venue en plusieurs parties, additionnées ici : { $imports }. Ce qui figure dans deux d’entre elles compte deux fois.
report-imports-one = Cette page montre une partie de ce qu’ils ont envoyé : { $imports }. Autre partie : { $others }. Ce qui manque est jugé sur l’ensemble.
report-imports-left-out = Laissé de côté, car une autre partie le contient en entier : { $imports }.
report-case-overdue = { $count ->
    [one] { $number } jour de retard
   *[other] { $number } jours de retard
}

# Autour des sections.
report-skip = Aller au rapport
report-contents = Dans ce rapport
report-filter = Chercher dans ce tableau :
report-filter-matches = Lignes affichées :
report-sort = Trier selon cette colonne
report-chart-figures = Les chiffres
report-colophon = Établi par habeas le { $date }, sur votre propre machine, à partir des fichiers que vous avez reçus. Rien n’a été envoyé nulle part. Ce qui n’a « pas été trouvé dans la réponse » existe peut-être ailleurs : cette page constate des faits et ne porte aucun jugement en droit. Faits { $fingerprint }.
report-shown-of = { $shown } affichés sur { $all }.
report-percent = { $number } %
report-moment = { $date } à { $time } { $zone }
report-month = { $month } { $year }
report-article = art. { $article } du RGPD
report-article-ch = art. { $article } LPD
report-pair = { $name } : { $value }
report-file-records = { $file } : { $records }
report-table-elsewhere = { $table } : voir la page complète.
report-place = { $file }, { $position }
position-row = ligne { $row }
position-sheet = feuille { $sheet }, ligne { $row }
position-entry = entrée { $number }
position-entry-of = entrée { $number } de { $list }
position-entry-at = entrée { $number } ({ $path })
position-path = entrée { $path }
report-country = { $code } ({ $name })
position-line = ligne { $line }
report-read-from = Lu dans :
report-received-caption = Fichiers et empreintes
report-findings-caption = Remarques, des plus graves aux moins graves
report-ledger-rows-all = { $count ->
    [one] { $number } ligne de données y a été trouvée, et lue comme donnée.
   *[other] { $number } lignes de données y ont été trouvées, et toutes ont été lues comme données.
}
bytes = { $count ->
    [one] { $number } octet
   *[other] { $number } octets
}
bytes-kilo = { $number } ko
bytes-mega = { $number } Mo
bytes-giga = { $number } Go
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (monnaie non indiquée)

# Colonnes.
report-column-entry = Mention
report-column-mentions = Nombre de fois
report-column-first = Première
report-column-last = Dernière
report-column-among = Nommée parmi
report-column-place = Trouvé dans
report-column-origin = Origine
report-column-company = Entreprise
report-column-role = Pour quoi
report-column-in-answer = Dans la réponse
report-column-announced-in = Annoncé dans
report-column-period = Période
report-column-records = Données
report-column-state = État
report-column-meaning = Ce que cela veut dire
report-column-files = Fichiers
report-column-share = Part
report-column-file = Fichier
report-column-format = Type de fichier
report-column-category = Type de données
report-column-rows = Lignes de données
report-column-size = Taille
report-column-sha256 = Empreinte
report-column-remark = Remarque
report-column-severity = Gravité
report-column-count = Fois

# Ce qu’ils ont conclu.
report-conclusions = Ce qu’ils ont conclu sur vous
report-conclusions-lead = { $count ->
    [one] La réponse contient { $number } conclusion sur vous.
   *[other] La réponse contient { $number } conclusions différentes sur vous.
}
report-conclusions-none = Aucun segment, aucune note, aucune prédiction n’a été trouvé dans la réponse.
report-conclusions-about = Segments, notes, prédictions. En général, vous ne leur avez jamais dit cela : on l’a déduit de ce que vous avez fait, ou repris à d’autres.
report-list-in-rows = Voyez les lignes de la rubrique « { $category } » : leur contenu n’a pas pu être énuméré ici.
report-list-beyond = { $count ->
    [one] La liste était pleine : { $number } mention de plus a été comptée sans être listée.
   *[other] La liste était pleine : { $number } mentions de plus ont été comptées sans être listées.
}

# Qui d’autre les détient.
report-sharing = Qui d’autre a vos données
report-recipients-lead = { $count ->
    [one] La réponse nomme { $number } entreprise ou application qui a reçu vos données ou s’en sert pour vous atteindre.
   *[other] La réponse nomme { $number } entreprises ou applications qui ont reçu vos données ou s’en servent pour vous atteindre.
}
report-recipients-none = Aucun destinataire n’est nommé dans la réponse.
report-list-in-letter = Les fichiers n’en nomment aucun ; ce qu’en dit le courrier se lit sous « { $section } ».
report-announced = Face à ce qui est annoncé
report-announced-lead = { $count ->
    [one] L’entreprise annonce { $number } destinataire ; la réponse en nomme { $named }.
   *[other] L’entreprise annonce { $number } destinataires ; la réponse en nomme { $named }.
}
report-announced-others = { $count ->
    [one] { $number } entreprise de la réponse ne figure pas parmi ceux qui sont annoncés.
   *[other] { $number } entreprises de la réponse ne figurent pas parmi ceux qui sont annoncés.
}
report-announced-caption = Destinataires annoncés
report-announced-not-found = pas trouvé dans la réponse
report-announced-source = { $source } (lu le { $date })
report-sources = D’où viennent des données sur vous
report-sources-lead = { $count ->
    [one] La réponse nomme { $number } source.
   *[other] La réponse nomme { $number } sources.
}
report-sources-none = Aucune source n’est nommée dans la réponse.
recipient-role-advertising = publicité
recipient-role-affiliate = société du même groupe
recipient-role-delivery = livraison
recipient-role-measurement = mesure d’audience
recipient-role-payment = paiement et crédit
recipient-role-seller = vendeur de la place de marché
recipient-role-support = service client
recipient-role-technical = hébergement et autres services techniques

# Ce qu’ils détiennent.
report-holdings = Ce qu’ils détiennent, type par type
report-holdings-lead = { $count ->
    [one] Ce qui a pu être lu relève de { $number } type de données.
   *[other] Ce qui a pu être lu relève de { $number } types de données.
}
report-holdings-none = Aucune donnée n’a pu être lue dans cette réponse.
report-holdings-about = Une donnée est une ligne de leurs fichiers : une commande, une recherche, une connexion. Chaque tableau nomme le fichier et la ligne, pour que vous puissiez vérifier dans ce que vous avez reçu.
report-category-lead = { $count ->
    [one] { $number } donnée.
   *[other] { $number } données.
}
report-time-title = Les données au fil du temps
report-time-description = { $count ->
    [one] { $from } – { $to }. Barre la plus haute : { $number } ({ $peak }).
   *[other] { $from } – { $to }. Barre la plus haute : { $number } ({ $peak }).
}
report-origin-title = D’où elles viennent
report-kinds = De quoi il s’agit
report-sum = Somme des montants
report-amounts = { $count ->
    [one] { $number } montant
   *[other] { $number } montants
}
report-undated = Sans date utilisable
report-rows-caption = { $count ->
    [one] La première ligne, telle qu’elle est dans { $file }
   *[other] Les { $number } premières lignes, telles qu’elles sont dans { $file }
}
report-columns-left = { $count ->
    [one] { $number } colonne de plus est dans le fichier.
   *[other] { $number } colonnes de plus sont dans le fichier.
}
report-searches = Ce que vous avez cherché
report-searches-lead = { $count ->
    [one] { $number } recherche est conservée mot pour mot.
   *[other] { $number } recherches différentes sont conservées mot pour mot.
}
report-searches-none = Aucune recherche n’a été trouvée dans la réponse.

# Ce qui vous suit.
report-traces = Numéros, appareils et lieux qui mènent à vous
report-traces-about = Ils vous suivent d’une visite à l’autre, et permettent de relier ce que savent plusieurs entreprises.
report-identifier-lead = { $count ->
    [one] { $number } numéro ou code permet de vous reconnaître.
   *[other] { $number } numéros ou codes permettent de vous reconnaître.
}
report-identifier-none = Aucun identifiant n’a été trouvé dans la réponse.
report-identifiers-many = { $count ->
    [one] { $kind } : { $number } identifiant, dans une liste à part
   *[other] { $kind } : { $number } identifiants, dans une liste à part
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind } : l’identifiant
   *[other] { $kind } : les { $number } identifiants, un par un
}
report-device-lead = { $count ->
    [one] { $number } appareil, navigateur ou logiciel.
   *[other] { $number } appareils, navigateurs ou logiciels.
}
report-device-none = Aucun appareil n’a été trouvé dans la réponse.
report-ip-address-lead = { $count ->
    [one] { $number } adresse internet d’où l’on vous a vu.
   *[other] { $number } adresses internet d’où l’on vous a vu.
}
report-ip-address-none = Aucune adresse internet n’a été trouvée dans la réponse.
report-location-lead = { $count ->
    [one] { $number } lieu.
   *[other] { $number } lieux.
}
report-location-numbers = Certains lieux sont donnés par deux nombres, en degrés : la latitude (vers le nord) et la longitude (vers l’est). Tapés dans une carte, la latitude d’abord, ils montrent l’endroit. Quand le nom d’une colonne finit par E7, divisez d’abord par 10 000 000.
report-location-none = Aucun lieu n’a été trouvé dans la réponse.

# Données sensibles et autres personnes.
report-sensitive = Données sensibles et autres personnes
report-special = Données spécialement protégées
report-special-lead = { $count ->
    [one] { $number } donnée est marquée comme touchant un sujet spécialement protégé.
   *[other] { $number } données sont marquées comme touchant un sujet spécialement protégé.
}
report-special-none = Aucune donnée n’est marquée comme touchant un sujet spécialement protégé.
report-special-about = Santé, vie sexuelle, religion, opinions politiques, appartenance syndicale, origine, gènes, mesures du corps qui vous identifient (art. 9 du RGPD) ; condamnations pénales (art. 10). La marque repose sur le nom des fichiers et des colonnes ; regardez par vous-même.
report-others = Autres personnes
report-others-lead = { $count ->
    [one] { $number } donnée concerne aussi quelqu’un d’autre.
   *[other] { $number } données concernent aussi d’autres personnes.
}
report-others-none = Aucune donnée n’est marquée comme concernant d’autres personnes.
report-others-about = Destinataires de cadeaux, foyer, contacts, vendeurs. Pensez à eux avant de montrer ce rapport à quelqu’un.
report-profile-lead = { $count ->
    [one] Le compte a un seul profil.
   *[other] Le compte a { $number } profils.
}
report-profile-others = { $count ->
    [one] { $number } information est rangée sous un autre profil que le plus utilisé. Regardez lequel est le vôtre : ce qui est sous les autres concerne sans doute d’autres personnes, de votre foyer par exemple.
   *[other] { $number } informations sont rangées sous d’autres profils que le plus utilisé. Regardez lequel est le vôtre : ce qui est sous les autres concerne sans doute d’autres personnes, de votre foyer par exemple.
}

# Ce qui manque.
report-points = Ce qu’une réponse doit vous dire
report-points-lead = { $count ->
    [0] Des traces des { $all } points ont été trouvées dans la réponse.
    [one] { $number } point sur { $all } n’a pas été trouvé dans la réponse.
   *[other] { $number } points sur { $all } n’ont pas été trouvés dans la réponse.
}
report-points-about = « Pas trouvé » vaut pour les données et les courriers qui ont été lus. Un document listé plus bas le dit peut-être. C’est un programme qui lit les phrases : à vous de juger si l’une suffit (habeas audit).
presence-found = trouvé
report-point-judged = selon vous
report-point-contradicted = { $quote } – les données disent le contraire
report-letters-read = Courriers lus pour ces points
presence-partly = trouvé en partie
presence-vague = en termes généraux seulement
presence-not-found = pas trouvé dans la réponse
report-absent = Annoncé, et pas trouvé
report-absent-about = La politique de confidentialité de l’entreprise dit qu’elle détient ces types de données. La réponse n’en contient aucune.
report-empty = Reçus vides
report-empty-about = Ces fichiers ne contiennent aucune donnée : ils sont vides, ou disent qu’il n’y en a pas. C’est aussi une réponse.
report-refused = Impossibles à ouvrir
report-refused-about = Ces fichiers peuvent contenir n’importe quoi. Les remarques, à la fin, disent pourquoi ils n’ont pas pu être lus.
report-absent-files = Habituels, et absents ici
report-absent-files-about = D’autres réponses de cette entreprise contiennent ces fichiers.
report-documents = Documents à lire vous-même
report-documents-about = Ils sont écrits pour être lus par quelqu’un. Ce qui n’a pas été trouvé plus haut s’y trouve peut-être.

# Chaque fichier.
report-ledger = Chaque fichier, et ce qu’il est devenu
report-ledger-lead = { $count ->
    [0] La réponse ne contient aucun fichier.
    [one] La réponse contient { $number } fichier. Voici ce qu’il est devenu.
   *[other] La réponse contient { $number } fichiers. Voici ce que chacun est devenu.
}
report-ledger-beside = { $count ->
    [one] { $number } d’entre eux ne dit rien de vous : une trace de l’ordinateur qui a préparé l’envoi, ou une page d’explications. La première page compte les autres : { $counted }.
   *[other] { $number } d’entre eux ne disent rien de vous : des traces de l’ordinateur qui a préparé l’envoi, ou des pages d’explications. La première page compte les autres : { $counted }.
}
report-ledger-rows = { $count ->
    [0] Aucune ligne de données n’y a été trouvée.
    [one] { $number } ligne de données y a été trouvée : { $records } lue comme donnée, { $unread } laissée en remarque.
   *[other] { $number } lignes de données y ont été trouvées : { $records } lues comme données, { $unread } laissées en remarques.
}
report-ledger-broken = Les sommes de cette lecture ne concordent pas. Merci de le signaler comme un défaut du logiciel.
report-ledger-all = Tous les fichiers
report-states-caption = Ce que les fichiers sont devenus
report-files-caption = { $count ->
    [one] Le fichier
   *[other] Les { $number } fichiers, un par un
}
report-files-about = Une ligne de données est une entrée d’un fichier. Chacune a été lue comme une donnée de ce rapport, ou figure parmi les remarques de la fin.
report-received = Ce que vous avez reçu
report-received-about = Une empreinte est calculée à partir de chaque caractère d’un fichier : qu’un seul change, et l’empreinte est autre. Elle permet à chacun de vérifier, même des années plus tard, qu’un fichier est bien celui dont ce rapport est tiré. La méthode s’appelle SHA-256.
report-usual = D’habitude omis par cette entreprise
report-usual-about = Ce dont on peut craindre l’absence, d’après d’autres réponses de cette entreprise, sa politique de confidentialité ou ce qui a été publié de ses réponses. Regardez si cela est ici ; sinon, vous pouvez le demander.
report-explained-file = Ce que l’entreprise dit de ce fichier
report-recognised = Entreprise reconnue : { $company } (sûr à { $confidence }), grâce à :
report-recognised-not = Aucune entreprise n’a été reconnue à ses fichiers.
state-mapped = lu, fichier connu
state-mapped-about = Le logiciel connaît ce fichier de cette entreprise.
state-generic = lu, fichier inconnu
state-generic-about = Personne n’a encore décrit ce fichier ; dates, montants et types sont déduits des noms et des valeurs.
state-opaque = seulement listé
state-opaque-about = Une image, un film, un document : listé, sans être lu comme données.
state-refused = illisible
state-refused-about = Abîmé, fermé par un mot de passe, ou au-delà d’une limite de sécurité.
state-ignored = hors de la réponse
state-ignored-about = Traces d’un système informatique, explications, copies d’un autre fichier.
state-empty = reçu vide
state-empty-about = Rien à l’intérieur.

# Remarques.
report-findings = Remarques sur les fichiers
report-findings-lead = { $count ->
    [one] { $number } remarque a été faite pendant la lecture.
   *[other] { $number } remarques ont été faites pendant la lecture, groupées par ce qu’elles disent.
}
report-findings-none = Tout a été lu sans remarque.
report-findings-unlisted = { $count ->
    [one] { $number } remarque de plus a été comptée sans être listée.
   *[other] { $number } remarques de plus ont été comptées sans être listées.
}
severity-note = note
severity-warning = attention
severity-problem = problème

# Ce que sont les mentions des listes.
role-inference = Conclusions
role-recipient = Destinataires
role-source = Sources
role-identifier = Identifiants
role-device = Appareils et logiciels
role-ip-address = Adresses internet (IP)
role-location = Lieux
role-profile = Profils du compte
role-query = Recherches

# Copier les commandes, et quoi faire après une partie.
report-copy = Copier
report-copied = Copié
report-action-objection = Vous pouvez vous opposer à ce qu’ils ont conclu :
report-action-automated-decision = Un programme seul a décidé ? Demandez qu’une personne réexamine :
report-action-marketing-objection = Vous pouvez refuser la publicité faite avec vos données :
report-action-rectification = Quelque chose est faux ? Faites-le rectifier :
report-action-erasure = Vous pouvez faire effacer des données ; la lettre permet de choisir lesquelles :
report-action-tracking = Vous pouvez demander ce qu’ils détiennent sur votre navigateur et vos appareils :
report-action-restriction = Vous pouvez faire limiter l’usage de ces données tant qu’il est contesté :
report-action-access = Redemandez, et nommez ce qui manque :
report-action-rows = Ce sont les premières lignes ; les voici toutes :
report-action-look = La marque repose sur des noms : cherchez vous-même un mot, un prénom, une maladie :
report-action-export = Toutes les lignes, en tableaux pour d’autres programmes :
report-action-describe = Un fichier a été mal compris ? Décrivez-le :
report-action-find = Cherchez l’entreprise, pour pouvoir lui écrire :
report-action-audit = Vérifiez les points qu’un programme a lus, et corrigez-les :
report-action-follow-up = Demandez ce qui manque :

# Ce qui remplace ce qui identifie quelqu’un.
pseudonym-inference = conclusion { $number }
pseudonym-recipient = entreprise { $number }
pseudonym-source = source { $number }
pseudonym-profile = profil { $number }
pseudonym-identifier = identifiant { $number }
pseudonym-device = appareil { $number }
pseudonym-ip-address = adresse { $number }
pseudonym-location = lieu { $number }
pseudonym-query = recherche { $number }
pseudonym-value = valeur { $number }
pseudonym-field = champ { $number }
pseudonym-file = fichier { $number }

# Les codes que personne n’explique, et ce qui est plus ancien qu’annoncé.
report-unexplained = non expliqué par l’entreprise
report-unexplained-kind = Ni les noms ni les valeurs ne disent ce que c’est, et l’entreprise ne l’explique pas. Vous pouvez le demander.
report-unexplained-columns = { $count ->
    [one] 1 colonne contient des codes que l’entreprise n’explique pas ; elle est signalée dans le tableau. Vous pouvez demander ce qu’ils veulent dire.
   *[other] { $number } colonnes contiennent des codes que l’entreprise n’explique pas ; elles sont signalées dans les tableaux. Vous pouvez demander ce qu’ils veulent dire.
}
report-conclusions-codes = { $count ->
    [one] 1 d’entre elles est un code ou une étiquette que l’entreprise n’explique pas. Vous pouvez demander ce que cela veut dire.
   *[other] { $number } d’entre elles sont des codes ou des étiquettes que l’entreprise n’explique pas. Vous pouvez demander ce qu’ils signifient.
}
report-log-ins = Connexions et sécurité
report-log-ins-lead = { $count ->
    [one] 1 connexion ou autre trace gardée pour la sécurité.
   *[other] { $number } connexions et autres traces gardées pour la sécurité.
}
report-unannounced = Détenus, et absents des types de données que leur politique annonce : { $categories }.
report-missing-foreign = { $count ->
    [one] 1 lettre est dans une langue qui n’est pas lue ici : ce qui semble manquer peut s’y trouver.
   *[other] { $number } lettres sont dans une langue qui n’est pas lue ici : ce qui semble manquer peut s’y trouver.
}
report-missing-older = { $count ->
    [one] 1 information est plus ancienne que la durée de conservation annoncée.
   *[other] { $number } informations sont plus anciennes que la durée de conservation annoncée.
}
report-retention = Combien de temps ils disent garder
report-retention-lead = { $count ->
    [0] Rien de ce qui est venu n’est plus ancien que la plus longue durée que nomme cette phrase (avant le { $since }).
    [one] 1 donnée date d’avant le { $since } : elle est plus ancienne que la plus longue durée que nomme cette phrase.
   *[other] { $number } données datent d’avant le { $since } : elles sont plus anciennes que la plus longue durée que nomme cette phrase.
}
report-retention-older = { $records }, la plus ancienne du { $first }
report-retention-about = Une durée peut commencer plus tard que la donnée, à la fin du compte par exemple. Demandez à partir de quand elle est comptée.

# Par année, et ce que vaut la lecture.
report-column-year = Année
report-column-amounts = Montants
report-years = Par année
report-year-unknown = sans date utilisable
import-certainty-documented = La disposition n’est connue que par des descriptions ; son auteur n’a vu aucune réponse.
import-certainty-expected = Aucune réponse de cette entreprise n’est connue ; ses fichiers sont lus d’après leurs colonnes.
