# Ce que disent les commandes.
profile-country = Pays
profile-region = Région
profile-work-country = Pays de travail
profile-place = Lettres datées de
profile-dealt-with = Comment elle vous connaît
profile-signature = Signature
profile-language = Langue
profile-mail = Serveur de courriel
profile-kept-in = Conservé dans { $path }
profile-comments-gone = Un commentaire a disparu avec ce qui a été modifié. Le fichier d’avant est conservé : { $path }
profile-lacks = Pour des lettres complètes, il manque au profil :
companies-no-address = aucune adresse vérifiée
companies-closed = L’entreprise a fermé : il n’y a plus personne à qui écrire, et aucune lettre n’est rédigée.
companies-letters = se lit : { $address }
companies-incomplete = Aucune adresse vérifiée n’est connue. Les lettres sont rédigées avec l’adresse en blanc.
companies-serves = Pays desservis : { $countries }
companies-seen = vu le { $date } sur { $source }
companies-openpgp = clé OpenPGP { $fingerprint }
companies-joint = Responsables conjoints : { $names }
companies-representative = Représentant dans l’Union : { $name }
companies-note = Note (en anglais) : { $note }
companies-tested = Une demande envoyée à ces adresses a reçu une réponse.
companies-unverified = Ces adresses ne sont pas vérifiées : elles sont anciennes ou incomplètes, ont été importées, ou les sources se contredisent.
companies-matched-name = nom
companies-matched-brand = marque « { $text } »
companies-matched-controller = responsable du traitement « { $text } »
companies-matched-joint = responsable conjoint « { $text } »
companies-matched-representative = représentant « { $text } »
companies-matched-id = identifiant
companies-matched-formerly = ancien identifiant { $text }
companies-matched-contact = contact « { $text } »
companies-matched-siren = SIREN { $text }
companies-matched-close = orthographe proche : { $matched }
companies-matched-imported = { $matched } ; importé de { $origin }, non vérifié
companies-more = { $count ->
    [one] { $number } autre ; --limit { $limit } l’affiche
   *[other] { $number } autres ; --limit { $limit } les affiche
}
companies-count = { $count ->
    [one] { $number } entreprise
   *[other] { $number } entreprises
}
companies-usable = { $count ->
    [one] { $number } utilisable
   *[other] { $number } utilisables
}
companies-verified = { $count ->
    [one] { $number } vérifiée
   *[other] { $number } vérifiées
}
companies-recent = { $count ->
    [one] { $number } vue il y a moins de trois ans
   *[other] { $number } vues il y a moins de trois ans
}
companies-records = { $count ->
    [one] { $number } fiche (sa ligne dans le fichier) :
   *[other] { $number } fiches (leurs lignes dans le fichier) :
}
companies-everywhere = Partout
companies-findings = { $count ->
    [0] aucun constat
    [one] { $number } constat
   *[other] { $number } constats
}
purpose-rights = Demandes
purpose-questions = Questions
purpose-export = Export
purpose-erasure = Effacement
purpose-opt-out = Opposition
draft-due = Si elle arrive aujourd’hui, la réponse est due au plus tard le { $date } ({ $article }).
draft-abroad = Pays desservis, d’après l’annuaire : { $countries } ; le vôtre ({ $home }) n’y figure pas. Vérifiez qu’il s’agit bien de l’entreprise que vous connaissez avant d’envoyer cette lettre.
draft-language = La lettre est en { $language } : rien n’indique ici que l’entreprise accepte la vôtre. Pour une autre langue : --letter-lang
language-en = anglais
language-de = allemand
language-es = espagnol
language-fr = français
language-it = italien
language-nl = néerlandais
language-pl = polonais
language-pt = portugais
draft-strangers = { $count ->
    [one] Rien n’indique ici que { $names } vous connaisse. Une demande adressée à une entreprise qui ne détient rien sur vous peut être jugée excessive ({ $articles }). Si elle vous connaît, notez comment ; aucune lettre ne le dit :
   *[other] Rien n’indique ici que ces entreprises vous connaissent : { $names }. Des demandes adressées à des entreprises qui ne détiennent rien sur vous peuvent être jugées excessives ({ $articles }). Si elles vous connaissent, notez comment ; aucune lettre ne le dit :
}
draft-how-known = commandes depuis 2019
draft-asked-before = Vous avez demandé la même chose le { $date }. Répétée avant douze mois, une demande doit avoir une raison, sinon elle peut être jugée excessive ({ $articles }).
draft-repeated-eu = art. 12, par. 5, du RGPD
draft-repeated-uk = art. 12, par. 5, du RGPD britannique
draft-repeated-ch = droit suisse
draft-stranger-eu = art. 12, par. 5, du RGPD, C-526/24
draft-stranger-uk = art. 12, par. 5, du RGPD britannique
draft-stranger-ch = droit suisse
draft-missing = L’entreprise retrouve les personnes par : { $identifier }. Le profil ne l’a pas.
draft-no-address = Aucune adresse vérifiée n’est connue pour l’envoyer { $via }. La lettre est rédigée avec l’adresse en blanc et ne peut pas partir avant qu’une adresse soit indiquée.
draft-by-post = À imprimer, signer et poster à : { $address }
draft-by-form = Collez letter.txt dans le formulaire : { $address }
send-from = De
send-to = À
send-why = Adresse
send-why-given = indiquée par vous
send-why-drafted = celle de la lettre
send-why-directory = vue le { $date } sur { $source }
send-letter = Lettre
send-letter-reminder = relance
send-letter-identity = réponse à une demande de justificatif
send-letter-form = réponse au renvoi à un formulaire
send-letter-fee = réponse à une demande de frais
send-letter-policy = réponse au renvoi à une politique de confidentialité
send-letter-recipients = réponse à des catégories de destinataires
send-letter-refusal = réponse à un refus
send-letter-incomplete = ce qui manque à la réponse
send-letter-completion = demande de confirmation
send-letter-complaint = réclamation à l’autorité
send-letter-controller-complaint = réclamation à l’entreprise
send-language = Langue
send-subject = Objet
send-attachments = Pièces jointes
send-done = Envoyé.
send-not-yet = Rien n’est parti.
send-size = Taille
send-envelope = Chiffré
send-sealable = non : les serveurs de messagerie en chemin peuvent la lire ; l’entreprise a une clé OpenPGP, { $fingerprint } (--encrypt)
send-sealed = avec la clé OpenPGP de l’entreprise { $fingerprint } ; l’objet et les adresses restent lisibles
send-no-account-sealed = Le profil n’a pas de compte de messagerie, sans lequel une lettre ne part pas chiffrée : habeas profile set --help
send-bytes = le message entier ({ $number } octets)
send-refused = Pas envoyé : { $reason }.
send-maybe = Peut-être envoyé : { $reason }. Regardez d’abord dans votre dossier des messages envoyés ; s’il y est :
send-over-cap = { $count ->
    [one] Pas envoyé : un seul message peut partir par jour. Continuez demain.
   *[other] Pas envoyé : { $number } messages peuvent partir par jour. Continuez demain.
}
send-stopped = Pas tenté : l’envoi s’est arrêté avant.
send-left-before = Envoyé le { $date } ; laissé de côté.
send-maybe-before = Peut-être envoyé le { $date } ; laissé de côté. Regardez dans votre dossier des messages envoyés, puis enregistrez l’envoi, ou envoyez avec --again.
send-came-back = Revenu le { $date } ; laissé de côté. Envoyez-le à une autre adresse avec --to, ou à la même avec --again.
send-outdated = Écrite avant ce qui s’est passé depuis ({ $event }, { $date }) ; laissée de côté. Relisez-la, et faites-la réécrire s’il le faut.
send-expired = Écrite le { $date }, et les jours qu’elle laisse sont passés ; laissée de côté. Faites-la réécrire.
send-summary = { $sent } sur { $all } envoyés.
send-copied = Une copie est dans le dossier { $folder } de votre boîte aux lettres.
send-not-copied = Ce qui est envoyé est envoyé, mais la copie dans votre boîte aux lettres a échoué : { $reason }.
send-mailto = Ou ouvrez ce lien, et joignez { $files } vous-même : { $link }
send-again = { $case } a peut-être été envoyé le { $date }. L’envoyer encore une fois ? [o/N]
send-password = Mot de passe pour { $server } :
import-company = Reconnue : { $company } ({ $confidence } %), d’après { $evidence }
import-company-said = Entreprise : { $company }, selon vous
import-unknown-company = L’entreprise n’a pas été reconnue ; chaque fichier est lu malgré tout. Nommez-la avec --company ID.
import-members = { $count ->
    [one] { $number } fichier
   *[other] { $number } fichiers
}
import-more-members = { $count ->
    [one] … et { $number } autre fichier (--json les liste tous)
   *[other] … et { $number } autres fichiers (--json les liste tous)
}
import-rows = { $count ->
    [one] { $number } ligne
   *[other] { $number } lignes
}
import-records = { $count ->
    [one] { $number } donnée
   *[other] { $number } données
}
import-rows-as-findings = { $count ->
    [one] { $number } ligne illisible
   *[other] { $number } lignes illisibles
}
import-password = Mot de passe de l’archive :
import-kept = Conservé sous { $id }. Pour le lire :
report-others-of-case = { $count ->
    [one] Le dossier a une autre importation, lue pour ce qui manque : { $imports } (habeas report { $imports }).
   *[other] Le dossier a { $number } autres importations, lues pour ce qui manque : { $imports }.
}
report-written = Rapport écrit dans { $path }
demo-invented = Une répétition sur des données inventées ; rien n’est parti.
demo-letters = Lettres, un dossier par demande :
demo-cases = Où en sont les dossiers aujourd’hui :
demo-calendar = Échéances pour votre agenda : { $path }
demo-answer = Une réponse inventée, { $path } : { $count ->
    [one] { $number } fichier
   *[other] { $number } fichiers
}, { $records }.
demo-report = Le rapport, à ouvrir dans un navigateur : { $path }
demo-next-look = Pour regarder dans la répétition :
demo-next-own = Pour commencer pour vous-même :
inbox-others = { $count ->
    [0] Chaque message lu se rattache à un dossier.
    [one] { $number } message ne se rattache à aucun dossier.
   *[other] { $number } messages ne se rattachent à aucun dossier.
}
match-several = se rattache peut-être à { $references } : à vous de décider
match-none = ne se rattache à aucun dossier
confidence-possible = possible
confidence-likely = probable
confidence-certain = certain
companies-contact = { $purpose } : { $value }
draft-no-limit = Aucun délai ne peut être calculé pour ce pays.
send-attachment = { $name } ({ $number } octets)
send-no-account = Le profil n’a pas de compte de courriel. Ouvrez { $path } dans votre logiciel de courriel et envoyez le message ; une fois fait :
inbox-unlisted = { $count ->
    [one] { $number } autre message se rattache à un dossier et n’est pas listé.
   *[other] { $number } autres messages se rattachent à un dossier et ne sont pas listés.
}
inbox-match = { $case } ({ $sure } : { $why })
cases-separator = ;
cases-cases = { $count ->
    [one] { $number } dossier
   *[other] { $number } dossiers
}
cases-events = { $count ->
    [one] { $number } événement
   *[other] { $number } événements
}
cases-files = { $count ->
    [one] { $number } fichier
   *[other] { $number } fichiers
}
cases-exported = { $cases } avec { $events } : écrit dans { $path }
cases-exported-files = { $files } : copié dans { $path }
cases-empty = Le fichier a un en-tête, et aucun événement au-dessous.
cases-planned = À ajouter : { $cases }, { $events }, { $files }.
cases-added = Ajouté : { $cases }, { $events }, { $files }.
cases-more = { $count ->
    [one] … et { $number } autre dossier (--json les liste tous)
   *[other] … et { $number } autres dossiers (--json les liste tous)
}
cases-skipped = { $count ->
    [one] { $number } dossier est déjà là et reste tel quel.
   *[other] { $number } dossiers sont déjà là et restent tels quels.
}
cases-dropped = { $count ->
    [one] { $number } lettre ou preuve est laissée de côté : le dossier ne la nomme plus.
   *[other] { $number } lettres et preuves sont laissées de côté : les dossiers ne les nomment plus.
}
cases-not-yet = Rien n’a été ajouté. Pour l’ajouter :
draft-separator = Lettre { $number } sur { $count }
draft-all = { $count ->
    [one] { $number } lettre
   *[other] { $number } lettres
}
draft-asked-already = { $count ->
    [one] Une entreprise a été laissée de côté, car elle a déjà cette demande (pour la lui refaire, nommez-la avec --again) :
   *[other] { $number } entreprises ont été laissées de côté, car elles ont déjà cette demande (pour la refaire à l’une d’elles, nommez-la avec --again) :
}
draft-attention = { $count ->
    [one] { $number } d’entre elles demande votre attention, voir ci-dessus.
   *[other] { $number } d’entre elles demandent votre attention, voir ci-dessus.
}
draft-access-first = Votre demande d’accès { $case } à cette entreprise est encore sans réponse. Ce qui est effacé ne peut plus vous être communiqué, ni être prouvé : mieux vaut avoir la réponse avant d’envoyer la demande d’effacement.
