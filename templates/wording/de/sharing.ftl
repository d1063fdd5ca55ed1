# Wer mit wem teilt, über alle Antworten.
sharing-title = Wer Ihre Daten mit wem teilt
sharing-eyebrow = Aus allen Antworten, die Sie erhalten haben, { $date }
sharing-lead = { $count ->
    [0] Noch wurde keine Antwort eingelesen.
    [one] Die Antwort von 1 Unternehmen und das, was es ankündigt, nennen { $others }.
   *[other] Die Antworten von { $number } Unternehmen und das, was sie ankündigen, nennen { $others }.
}
sharing-others = { $count ->
    [0] kein anderes Unternehmen
    [one] 1 anderes Unternehmen
   *[other] { $number } andere Unternehmen
}
sharing-figure-answered = { $count ->
    [one] Unternehmen hat geantwortet
   *[other] Unternehmen haben geantwortet
}
sharing-figure-others = { $count ->
    [one] anderes Unternehmen genannt
   *[other] andere Unternehmen genannt
}
sharing-figure-links = { $count ->
    [one] Verbindung zwischen ihnen
   *[other] Verbindungen zwischen ihnen
}
sharing-fact-shared = { $count ->
    [one] Unternehmen hat mit mehr als einem von denen zu tun, die geantwortet haben: Es kann verknüpfen, was sie von Ihnen wissen.
   *[other] Unternehmen haben mit mehr als einem von denen zu tun, die geantwortet haben: Sie können verknüpfen, was diese von Ihnen wissen.
}
sharing-fact-answers = { $count ->
    [one] Verbindung steht in einer Antwort und war nicht angekündigt.
   *[other] Verbindungen stehen in einer Antwort und waren nicht angekündigt.
}
sharing-fact-notices = { $count ->
    [one] Verbindung ist in Datenschutzhinweisen angekündigt, und keine Antwort nennt sie.
   *[other] Verbindungen sind in Datenschutzhinweisen angekündigt, und keine Antwort nennt sie.
}
sharing-fact-both = { $count ->
    [one] Verbindung ist angekündigt, und eine Antwort nennt sie auch.
   *[other] Verbindungen sind angekündigt, und eine Antwort nennt sie auch.
}
sharing-silent = Kein Empfänger bekannt bei: { $companies }.
sharing-nothing-missing = Jedes dieser Unternehmen nennt oder kündigt mindestens einen Empfänger an.
sharing-next-report = Sehen, wo eine Antwort es sagt:
sharing-next-ask = Das Unternehmen, das die meisten nennen, fragen, was es über Sie hat:
sharing-next-notify = Werden Daten berichtigt oder gelöscht, muss das Unternehmen es denen mitteilen, denen es sie gegeben hat (Art. 19 DSGVO).
sharing-picture = Das Bild
sharing-picture-about = Links: die Unternehmen, die Ihnen geantwortet haben. Rechts: die Unternehmen, die sie nennen. Jede Linie steht in der Tabelle darunter, mit dem, der davon berichtet.
sharing-picture-part = Es sind mehr, als ein Bild fasst: Es zeigt die { $shown } Unternehmen, die mit den meisten von denen zu tun haben, die geantwortet haben.
sharing-picture-description = { $count ->
    [one] Unternehmen, die geantwortet haben ({ $companies }), links, verbunden mit 1 Unternehmen rechts: { $most }.
   *[other] Unternehmen, die geantwortet haben ({ $companies }), links, verbunden mit { $number } Unternehmen rechts. Die ersten: { $most }.
}
sharing-line-answer = erhält Ihre Daten, sagt eine Antwort
sharing-line-notice = erhält Ihre Daten, sagt nur ein Datenschutzhinweis
sharing-line-source = hat Daten über Sie geliefert
sharing-none = Keine Antwort und kein Hinweis nennt ein anderes Unternehmen.
sharing-others-title = Die Unternehmen, die sie nennen
sharing-others-lead = { $count ->
    [0] Keines davon wird von mehr als einem Unternehmen genannt.
    [one] 1 davon wird von mehr als einem Unternehmen genannt.
   *[other] { $number } davon werden von mehr als einem Unternehmen genannt.
}
sharing-links-title = Wer mit wem teilt, und wer es sagt
sharing-links-about = Zwei Schreibweisen sind ein Unternehmen, wenn sie sich nur in Akzenten, Großschreibung oder Rechtsform unterscheiden. Konzerne werden nicht erraten.
sharing-column-receives = Unternehmen, von denen es erhält
sharing-column-supplies = Unternehmen, denen es liefert
sharing-column-from = Von
sharing-column-to = An
sharing-column-told = Gesagt von
sharing-told-answer = { $count ->
    [one] Antwort von { $company }, einmal ({ $place })
   *[other] Antwort von { $company }, { $number } Mal ({ $place })
}
sharing-told-notice = Hinweis von { $company }: { $role } ({ $source }, gelesen am { $date })
report-colophon-plain = Erstellt von habeas am { $date }, auf Ihrem eigenen Rechner, aus den Dateien, die Sie erhalten haben. Nichts wurde irgendwohin gesandt. Diese Seite stellt Tatsachen fest und fällt kein rechtliches Urteil. Tatsachen { $fingerprint }.
