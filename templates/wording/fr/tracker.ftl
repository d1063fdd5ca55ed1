# Les dossiers, leurs événements, leur état et leurs échéances.
event-drafted = lettre rédigée
event-addressed = adresse indiquée
event-attempted = envoi commencé
event-failed = envoi échoué, rien n’est parti
event-sent = envoyée
event-bounced = revenue non distribuée
event-received = reçue par l’entreprise
event-acknowledged = réception confirmée par l’entreprise
event-identity-requested = l’entreprise a demandé un justificatif d’identité
event-identity-provided = identité confirmée
event-clarification-requested = l’entreprise a demandé de préciser la demande
event-clarification-provided = demande précisée
event-extended = l’entreprise a annoncé une prolongation
event-answered = réponse reçue
event-refused = refus
event-reminded = relance envoyée
event-followed-up = complément demandé
event-complained-to-controller = réclamation adressée à l’entreprise
event-authority-replied = réponse de l’autorité
event-retracted = noté par erreur
event-complained = réclamation déposée
event-withdrawn = demande retirée
event-closed = dossier clos
status-drafted = rédigée, non envoyée
status-maybe-sent = peut-être envoyée
status-open = envoyée, en attente
status-in-progress = en cours
status-need-user-verification = l’entreprise attend votre réponse
status-undelivered = non distribuée
status-overdue = en retard
status-fulfilled = réponse reçue
status-denied = refusée
status-revoked = retirée
status-closed = close
status-overdue-days = { $count ->
    [one] { $number } jour
   *[other] { $number } jours
}
status-no-cases = Aucun dossier. Pour commencer : habeas draft access ENTREPRISE
via-email = par courriel
via-post = par courrier
via-form = par le formulaire en ligne
next-give-address = Aucune adresse vérifiée pour { $company }. La lettre est rédigée avec l’adresse en blanc ; indiquez-en une pour pouvoir l’envoyer.
next-send = La lettre est prête. Regardez ce qui partirait, puis envoyez-la.
next-send-by-hand = La lettre ne part pas par courriel. Envoyez-la vous-même, puis notez le jour.
next-find-out-whether-sent = La connexion a été perdue pendant l’envoi. Regardez vos messages envoyés avant de renvoyer.
next-find-address = La lettre est revenue. Il faut une autre adresse.
next-wait = Réponse due au plus tard le { $due } ({ $article }) ; une relance est possible après le { $safe }. À l’arrivée de la réponse :
next-wait-open = L’entreprise a annoncé sa propre date ; la loi n’en fixe pas (art. 18, al. 2, OPDo). À l’arrivée de la réponse :
next-wait-unknown = Aucun délai ne peut être calculé pour ce pays. À l’arrivée de la réponse :
next-estimated = Le jour de réception est une estimation (notez « received » avec une preuve pour le rendre certain).
next-answer-question = L’entreprise vous a posé une question le { $since } ; tant qu’elle est justifiée, le délai est suspendu. Une fois votre réponse envoyée :
next-remind = Le délai a expiré le { $due } ({ $article }) et la date prudente, le { $safe }, est passée. Relancez { $company } ; une fois fait :
next-complain = Vous pouvez introduire une réclamation auprès de l’autorité de contrôle (art. 77 du RGPD) : { $authority }. Une fois déposée :
next-read-answer = La réponse est arrivée et importée. Pour la lire :
next-nothing = Il n’y a plus rien à faire.
counted-received = demande reçue ; ce jour n’est pas compté
counted-one-month = un mois, jusqu’au jour de même quantième ou, à défaut, au dernier jour du mois
counted-three-months = trois mois à compter de la réception : un mois, prolongé de deux
counted-thirty-days = trente jours
counted-restarted = le délai repart du jour où le responsable a reçu les informations d’identité
counted-paused = les jours pendant lesquels le responsable attendait une réponse s’ajoutent
counted-asked-too-late = question posée après l’expiration du délai : sans effet
counted-suspended = une question est en suspens : le délai est suspendu
counted-rolled = le dernier jour n’est pas ouvrable ; le délai expire le jour ouvrable suivant
counted-own-date = le responsable annonce lui-même une date ; la loi n’en fixe pas
counted-safe-post = trois jours ouvrables de plus pour une réponse par la poste
counted-safe-regional = plus tard encore, compte tenu des jours fériés de certaines régions
counted-safe-disputed = plus tard encore, compte tenu des jours dont le caractère férié est discuté
counted-safe = date prudente : ni relance ni réclamation avant le lendemain
deadline-rules = Règles : { $rules }
deadline-rules-european = art. 12, par. 3, du RGPD ; délai calculé selon le règlement (CEE, Euratom) n° 1182/71
deadline-rules-united-kingdom = art. 12, par. 3, du UK GDPR, pour les demandes reçues avant le 5 février 2026
deadline-rules-united-kingdom-since-2026 = art. 12A du UK GDPR, pour les demandes reçues depuis le 5 février 2026
deadline-rules-swiss = art. 18 de l’ordonnance suisse sur la protection des données (OPDo, RS 235.11)
deadline-calendar = Jours fériés : { $country } ({ $calendar })
deadline-calendar-without-region = Jours fériés : { $country } ({ $calendar }) ; aucune région indiquée
deadline-rehearsal = Simulation : le jour de réception est encore à venir.
deadline-due = Réponse due au plus tard le { $date }
deadline-safe = Date prudente : { $date }, plus tardive que l’échéance légale en raison de : { $reasons }
deadline-reason-regional-holidays = jours fériés de certaines régions
deadline-reason-disputed-days = jours dont le caractère férié est discuté
deadline-reason-post = trois jours ouvrables d’acheminement postal
deadline-open = La loi ne fixe pas de date
deadline-suspended = Le délai est suspendu jusqu’à la réponse à la question
calendar-due = Réponse due : { $company } ({ $case })
calendar-safe = Date prudente : { $company } ({ $case })
calendar-written = { $count ->
    [one] { $number } date écrite dans { $path }
   *[other] { $number } dates écrites dans { $path }
}
due-nothing = Rien n’est à faire.
due-more = { $count ->
    [one] … et { $number } autre (habeas due --limit N).
   *[other] … et { $number } autres (habeas due --limit N).
}
due-waiting = { $count ->
    [one] { $number } dossier est seulement en attente (habeas due --all).
   *[other] { $number } dossiers sont seulement en attente (habeas due --all).
}
record-done = Noté : { $event }, le { $date }.
citation-first-day = règl. 1182/71, art. 3, par. 1
citation-month = art. 12, par. 3, du RGPD ; règl. 1182/71, art. 3, par. 2, point c)
citation-last-day = règl. 1182/71, art. 3, par. 4
citation-public-holidays = règl. 1182/71, art. 2, par. 1
citation-suspension = lignes directrices 01/2022 du CEPD, § 159
citation-united-kingdom-period = art. 12A du UK GDPR
citation-united-kingdom-guidance = guide de l’ICO sur le droit d’accès
citation-swiss-period = OPDo (RS 235.11), art. 18, al. 1
citation-swiss-own-date = OPDo (RS 235.11), art. 18, al. 2
citation-swiss-identity = OPDo (RS 235.11), art. 16, al. 5
citation-swiss-clarification = aucune disposition suisse ; compté en faveur du responsable
citation-swiss-last-day = CO (RS 220), art. 78 ; RS 173.110.3
citation-margin = marge de prudence, qu’aucune disposition n’impose
next-wait-suspended = Le délai est suspendu tant qu’une question de l’entreprise reste ouverte. À l’arrivée de la réponse :
next-complain-united-kingdom = Depuis le 19 juin 2026, une réclamation s’adresse d’abord à l’entreprise (Data Protection Act 2018, s. 164A), puis à l’autorité : { $authority }. Une fois déposée :
next-complain-swiss = Vous pouvez vous adresser à l’autorité : { $authority }. Une fois fait :
citation-united-kingdom-month = art. 12, par. 3, du UK GDPR
citation-swiss-first-day = CO (RS 220), art. 77, al. 1, ch. 1, et al. 2
citation-period = art. 12, par. 3, du RGPD
counted-extended-too-late = prolongation annoncée après l’expiration du délai : sans effet
next-wait-complained = L’autorité est saisie. Si elle se tait pendant trois mois, un recours est ouvert à partir du { $court } (art. 78, par. 2, du RGPD). À l’arrivée de la réponse :
next-wait-reminded = Relance du { $since }. Une réclamation est raisonnable à partir du { $complain }. À l’arrivée de la réponse :
next-import-answer = La réponse est arrivée. Importez-la, puis lisez-la :
next-wait-undated = La demande attend sa réponse. À son arrivée :
authority-several = l’autorité de votre région ({ $country })
authority-unknown = votre autorité de contrôle
deadline-unpaused = Si le responsable n’avait rien demandé : { $date }. Une question inutile n’y change rien.
calendar-text = { $right }, dossier { $case }. Où il en est : habeas status { $case }
