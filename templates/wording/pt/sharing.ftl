# Quem partilha com quem, em todas as respostas.
sharing-title = Quem partilha os seus dados com quem
sharing-eyebrow = De todas as respostas que recebeu, { $date }
sharing-lead = { $count ->
    [0] Ainda não foi importada nenhuma resposta.
    [one] A resposta de 1 empresa, e o que anuncia, nomeiam { $others }.
   *[other] As respostas de { $number } empresas, e o que anunciam, nomeiam { $others }.
}
sharing-others = { $count ->
    [0] nenhuma outra empresa
    [one] 1 outra empresa
   *[other] { $number } outras empresas
}
sharing-figure-answered = { $count ->
    [one] empresa respondeu
   *[other] empresas responderam
}
sharing-figure-others = { $count ->
    [one] outra empresa nomeada
   *[other] outras empresas nomeadas
}
sharing-figure-links = { $count ->
    [one] ligação entre elas
   *[other] ligações entre elas
}
sharing-fact-shared = { $count ->
    [one] empresa tem que ver com mais de uma das que responderam: pode juntar o que sabem de si.
   *[other] empresas têm que ver com mais de uma das que responderam: podem juntar o que sabem de si.
}
sharing-fact-answers = { $count ->
    [one] ligação consta de uma resposta e não estava anunciada.
   *[other] ligações constam de uma resposta e não estavam anunciadas.
}
sharing-fact-notices = { $count ->
    [one] ligação está anunciada num aviso de privacidade, e nenhuma resposta a nomeia.
   *[other] ligações estão anunciadas em avisos de privacidade, e nenhuma resposta as nomeia.
}
sharing-fact-both = { $count ->
    [one] ligação está anunciada, e uma resposta também a nomeia.
   *[other] ligações estão anunciadas, e uma resposta também as nomeia.
}
sharing-silent = Não se conhece nenhum destinatário de: { $companies }.
sharing-nothing-missing = Cada uma destas empresas nomeia ou anuncia pelo menos um destinatário.
sharing-next-report = Ver onde uma resposta o diz:
sharing-next-ask = Perguntar à empresa que mais nomeiam o que tem sobre si:
sharing-next-notify = Quando dados são retificados ou apagados, a empresa tem de o dizer a quem os deu (art. 19 do RGPD).
sharing-picture = A imagem
sharing-picture-about = À esquerda, as empresas que lhe responderam. À direita, as empresas que nomeiam. Cada linha está na tabela abaixo, com quem o disse.
sharing-picture-part = São mais do que cabem numa imagem: mostra as { $shown } empresas que têm que ver com o maior número das que responderam.
sharing-picture-description = { $count ->
    [one] Empresas que responderam ({ $companies }), à esquerda, ligadas a 1 empresa à direita: { $most }.
   *[other] Empresas que responderam ({ $companies }), à esquerda, ligadas a { $number } empresas à direita. As primeiras: { $most }.
}
sharing-line-answer = recebe os seus dados, diz uma resposta
sharing-line-notice = recebe os seus dados, só o diz um aviso de privacidade
sharing-line-source = forneceu dados sobre si
sharing-none = Nenhuma resposta e nenhum aviso nomeia outra empresa.
sharing-others-title = As empresas que nomeiam
sharing-others-lead = { $count ->
    [0] Nenhuma delas é nomeada por mais de uma empresa.
    [one] 1 delas é nomeada por mais de uma empresa.
   *[other] { $number } delas são nomeadas por mais de uma empresa.
}
sharing-links-title = Quem partilha com quem, e quem o disse
sharing-links-about = Duas grafias são uma empresa se só diferem em acentos, maiúsculas ou forma jurídica. Os grupos não se adivinham.
sharing-column-receives = Empresas de que recebe
sharing-column-supplies = Empresas a que fornece
sharing-column-from = De
sharing-column-to = Para
sharing-column-told = Dito por
sharing-told-answer = { $count ->
    [one] resposta de { $company }, uma vez ({ $place })
   *[other] resposta de { $company }, { $number } vezes ({ $place })
}
sharing-told-notice = aviso de { $company }: { $role } ({ $source }, lido em { $date })
report-colophon-plain = Feito por habeas em { $date }, no seu próprio computador, a partir dos ficheiros que recebeu. Nada foi enviado para lado nenhum. Esta página constata factos e não faz nenhum juízo jurídico. Factos { $fingerprint }.
