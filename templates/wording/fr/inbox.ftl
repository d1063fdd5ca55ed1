# D’où vient un message.
origin-bounced = un serveur de messagerie dit : non remis
origin-delayed = un serveur de messagerie dit : pas encore remis, il continue d’essayer
origin-delivered = un serveur de messagerie dit : remis
origin-automatic = une réponse automatique
origin-person = ce qu’il dit n’a pas été reconnu : lisez-le vous-même
# Ce que dit un message.
says-acknowledged = dit que la demande est arrivée
says-asks-identity = demande qui vous êtes
says-asks-clarification = demande ce que vous voulez exactement
says-use-form = vous renvoie à un formulaire ou à votre compte
says-wants-fee = demande un paiement
says-extends = dit que la réponse prendra plus de temps
says-refuses = refuse, en tout ou en partie
says-nothing-held = dit ne rien détenir sur vous
says-delivers = apporte vos données
says-erased = dit que des données ont été effacées
says-wrong-address = dit que personne ne lit les demandes à cette adresse
says-unrelated = parle d’autre chose
detail-document = une copie d’une pièce d’identité
detail-confirmation = en confirmant depuis le compte ou l’adresse connus
detail-particulars = par des renseignements qui permettent de vous retrouver
detail-form = un formulaire
detail-account = la page de votre compte
detail-excessive = infondée ou excessive, selon elle
detail-unidentified = elle ne peut pas vous identifier
detail-others-rights = des secrets ou les droits d’autrui
detail-legal-duty = une obligation légale de conserver
detail-not-controller = un autre est responsable, selon elle
detail-not-covered = le droit ne s’applique pas, selon elle
detail-attached = en pièce jointe
detail-link = derrière un lien
# Ce qui fait douter de l’expéditeur.
doubt-other-domain = le domaine { $domain } n’est pas de l’entreprise : c’est peut-être un prestataire, ou un faux
doubt-looks-like = le domaine { $domain } ressemble à { $like } et n’est pas le même
doubt-mixed-scripts = le domaine { $domain } a des lettres qui peuvent en imiter d’autres
doubt-name-imitates = le nom de l’expéditeur imite une autre adresse, ou cache des lettres
doubt-reply-elsewhere = une réponse irait à { $domain }, qui n’est ni à l’expéditeur ni à l’entreprise
doubt-no-one-sender = il ne nomme aucun expéditeur, ou plusieurs
doubt-not-authenticated = un serveur de messagerie a noté que le domaine de l’expéditeur n’en répond pas
# Ce qui empêche un événement d’être certain.
open-case = le dossier auquel il appartient n’est pas certain
open-sender = l’expéditeur est douteux
open-several = il dit plusieurs choses à la fois
open-judgement = le noter peut arrêter le délai : à vous d’en juger
open-other-right = il répond à une autre demande que la vôtre
open-nothing-attached = il parle de données, et il n’y a ni fichier ni lien
open-hedged = il ne le dit pas nettement : lisez la phrase
open-automatic = un programme l’a envoyé, qui ne décide de rien
open-refused-with-file = il refuse, et un fichier est joint : c’est peut-être la réponse, en partie
open-to-fetch = les données sont à récupérer dans votre compte
open-rest-follows = il annonce que le reste suivra
open-no-reason = il annonce une prolongation sans en donner le motif
open-other-recipient = un serveur de messagerie parle d’une autre adresse que celle à laquelle vous avez écrit

hedge-negation = une négation l’accompagne
hedge-condition = sous condition seulement, ou comme une possibilité
hedge-question = sous forme de question
hedge-report = cité, ou rapporté de ce que quelqu’un a dit
hedge-retraction = par erreur, retiré, ou à propos d’autre chose
# Les messages.
inbox-written = de { $from }, { $date }
inbox-written-undated = de { $from }, sans date
inbox-match-given = { $case } (c’est vous qui le dites)
inbox-until = jusqu’au { $date }
inbox-quote = ligne { $line } : « { $text } »
inbox-quote-subject = objet : « { $text } »
inbox-file = fichier : { $name } ({ $bytes } octets)
inbox-more-files = { $count ->
    [one] et { $number } autre fichier
   *[other] et { $number } autres fichiers
}
inbox-link = lien, non ouvert : { $address } ({ $host })
inbox-expires = disponible jusqu’au { $date }
inbox-would-be = serait noté comme : { $event }
inbox-which = À quel dossier appartient-il ? [1–{ $last }, ou Entrée pour aucun]
inbox-ask = Le noter dans { $case } comme « { $event } » ? [o/N]
inbox-kept = déjà conservé, événement n° { $number } : { $event }
inbox-recorded = noté : { $event }, { $date } (conservés : { $files })
inbox-not-recorded = non noté : { $why }
inbox-certain = { $count ->
    [one] { $number } est certain : avec --yes il est noté.
   *[other] { $number } sont certains : avec --yes ils sont notés.
}
# Pourquoi un message appartient à un dossier.
match-thread = il répond à un message de ce dossier
match-reference = il porte la référence de ce dossier
match-reference-and-sender = il porte la référence de ce dossier et vient de l’entreprise
match-sender = il vient de l’entreprise, et c’est le seul dossier avec elle
match-reference-and-authority = il porte la référence de ce dossier et vient d’une autorité de contrôle
match-authority = il vient d’une autorité de contrôle, et c’est le seul dossier où une réclamation a été introduite
