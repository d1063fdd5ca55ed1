# Ce qu’un message semble être.
reading-bounced = non remis
reading-delayed = pas encore remis
reading-delivered = remis, selon le serveur de messagerie
reading-automatic-reply = réponse automatique
reading-unclear = à lire
# Pourquoi un message appartient à un dossier.
match-thread = il répond à un message de ce dossier
match-reference = il porte la référence de ce dossier
match-reference-and-sender = il porte la référence de ce dossier et vient de l’entreprise
match-sender = il vient de l’entreprise, et c’est le seul dossier avec elle
