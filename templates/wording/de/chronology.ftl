# Der Ablauf eines Falls, wie er weitergegeben wird.
via-email = per E-Mail
via-post = per Post
via-form = über das Online-Formular
annex = { $law ->
    [swiss] Beilage { $number }
   *[other] Anlage { $number }
}
annex-line = { $law ->
    [swiss] Beilage { $number }: { $file }, SHA-256 { $sha256 }
   *[other] Anlage { $number }: { $file }, SHA-256 { $sha256 }
}
annex-word = { $law ->
    [swiss] beilage
   *[other] anlage
}
chronology-title = Ablauf des Falls { $case }
chronology-request = Schreiben an { $company }: { $right } ({ $article })
chronology-happened = Was geschehen ist
chronology-number = Nr.
chronology-day = Tag
chronology-event-name = Ereignis
chronology-annexes = { $law ->
    [swiss] Beilagen
   *[other] Anlagen
}
chronology-file = Datei
chronology-drawn-up = { $law ->
    [swiss] Erstellt am { $date } aus den Aufzeichnungen zum Fall. Der SHA-256 jeder Beilage ist der der Datei, wie sie bei der Aufzeichnung des Ereignisses aufbewahrt wurde.
   *[other] Erstellt am { $date } aus den Aufzeichnungen zum Fall. Der SHA-256 jeder Anlage ist der der Datei, wie sie bei der Aufzeichnung des Ereignisses aufbewahrt wurde.
}
chronology-event = { $date }: { $event }
chronology-event-via = { $date }: { $event } ({ $via })
told-drafted = Schreiben verfasst
told-addressed = Schreiben verfasst
told-sent = Schreiben abgesandt
told-bounced = Schreiben als unzustellbar zurückgekommen
told-received = Schreiben beim Unternehmen eingegangen
told-acknowledged = Eingang vom Unternehmen bestätigt
told-identity-requested = Identitätsnachweis vom Unternehmen verlangt
told-identity-provided = Antwort auf das Verlangen eines Identitätsnachweises
told-clarification-requested = Präzisierung vom Unternehmen verlangt
told-clarification-provided = Antwort auf die Rückfrage zum Schreiben
told-fee-requested = Entgelt vom Unternehmen verlangt
told-fee-paid = Entgelt bezahlt oder angenommen
told-extended = Fristverlängerung vom Unternehmen angekündigt
told-extended-without-reasons = Fristverlängerung vom Unternehmen ohne Begründung angekündigt
told-answered = Antwort des Unternehmens
told-refused = Weigerung des Unternehmens
told-audited = Antwort an dem gemessen, was das Gesetz verlangt
told-reminded = Erinnerung an das Unternehmen
told-followed-up = Fehlendes beim Unternehmen angefordert
told-complained-to-controller = Beschwerde beim Unternehmen
told-complained = Beschwerde bei der Aufsichtsbehörde
told-authority-replied = Antwort der Aufsichtsbehörde
told-authority-replied-decision = Entscheidung der Aufsichtsbehörde über die Beschwerde
told-withdrawn = Anliegen zurückgezogen
told-closed = Fall geschlossen
chronology-period = Ende der Frist für die Antwort: { $date } ({ $article })
chronology-period-estimated = Ende der Frist für die Antwort: { $date } ({ $article }), gerechnet ab dem spätesten Tag, an dem das Schreiben oder eine Antwort auf eine Rückfrage eingegangen sein kann
chronology-complainant = Beschwerde führt: { $name }
chronology-company = Unternehmen: { $company }, { $address }
told-replied = Erwiderung an das Unternehmen
deadline-unpaused = Ohne die Rückfrage des Unternehmens: { $date }. Eine Rückfrage, die nicht nötig war, hält die Frist nicht an.
told-until = { $event }, bis zum { $date }
