# Duas respostas de uma empresa, uma ao lado da outra.
compare-they = esta empresa
compare-title = O que mudou em { $company }
compare-title-erasure = O que { $company } ainda tem depois do apagamento
compare-eyebrow = Duas respostas comparadas, { $date }
compare-lead = A resposta lida em { $first } contém { $before }; a lida em { $second } contém { $after }.
compare-erasure = Apagamento pedido no processo { $case }, enviado em { $date }
compare-erasure-undated = Apagamento pedido no processo { $case }
compare-erasure-said = Comparadas como antes e depois de um apagamento, como indicou
compare-figure-same = { $count ->
    [one] é igual
   *[other] são iguais
}
compare-figure-changed = alterados
compare-figure-appeared = novos
compare-figure-vanished = desaparecidos
compare-fact-still-there = { $count ->
    [one] informação existia antes do apagamento e ainda existe.
   *[other] informações existiam antes do apagamento e ainda existem.
}
compare-fact-come-again = { $count ->
    [one] valor que o identifica ou identifica uma encomenda volta noutro registo.
   *[other] valores que o identificam ou identificam uma encomenda voltam noutros registos.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusão sobre si é nova.
   *[other] conclusões sobre si são novas.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusão sobre si já não está lá.
   *[other] conclusões sobre si já não estão lá.
}
compare-fact-recipient-appeared = { $count ->
    [one] empresa que tem os seus dados é nova.
   *[other] empresas que têm os seus dados são novas.
}
compare-fact-recipient-vanished = { $count ->
    [one] empresa que tem os seus dados já não está lá.
   *[other] empresas que têm os seus dados já não estão lá.
}
compare-fact-source-appeared = { $count ->
    [one] fonte de dados sobre si é nova.
   *[other] fontes de dados sobre si são novas.
}
compare-fact-source-vanished = { $count ->
    [one] fonte de dados sobre si já não está lá.
   *[other] fontes de dados sobre si já não estão lá.
}
compare-fact-identifier-appeared = { $count ->
    [one] número ou código por que é reconhecido é novo.
   *[other] números ou códigos por que é reconhecido são novos.
}
compare-fact-identifier-vanished = { $count ->
    [one] número ou código por que é reconhecido já não está lá.
   *[other] números ou códigos por que é reconhecido já não estão lá.
}
compare-fact-device-appeared = { $count ->
    [one] dispositivo ou programa é novo.
   *[other] dispositivos ou programas são novos.
}
compare-fact-device-vanished = { $count ->
    [one] dispositivo ou programa já não está lá.
   *[other] dispositivos ou programas já não estão lá.
}
compare-fact-ip-address-appeared = { $count ->
    [one] endereço de internet é novo.
   *[other] endereços de internet são novos.
}
compare-fact-ip-address-vanished = { $count ->
    [one] endereço de internet já não está lá.
   *[other] endereços de internet já não estão lá.
}
compare-fact-location-appeared = { $count ->
    [one] lugar é novo.
   *[other] lugares são novos.
}
compare-fact-location-vanished = { $count ->
    [one] lugar já não está lá.
   *[other] lugares já não estão lá.
}
compare-fact-query-appeared = { $count ->
    [one] pesquisa é nova.
   *[other] pesquisas são novas.
}
compare-fact-query-vanished = { $count ->
    [one] pesquisa já não está lá.
   *[other] pesquisas já não estão lá.
}
compare-notice-title = O que reparar
compare-no-notice = Das duas vezes vieram os mesmos tipos de dados.
compare-limited = Diferem mais registos do que os que são comparados campo a campo: alguns que apenas mudaram podem ser contados como desaparecidos e aparecidos.
compare-closed = { $count ->
    [one] Um ficheiro da resposta posterior não pôde ser examinado: { $files }.
   *[other] { $number } ficheiros da resposta posterior não puderam ser examinados: { $files }.
}
compare-letters = { $count ->
    [one] Uma carta da resposta posterior tem nomes, endereços ou números da anterior, como qualquer carta diz a quem e por quem é escrita: { $files }. Leia-a.
   *[other] { $number } cartas da resposta posterior têm nomes, endereços ou números da anterior, como qualquer carta diz a quem e por quem é escrita: { $files }. Leia-as.
}
compare-come-again-notice = Valores de registos desaparecidos estão agora noutros: { $categories }.
compare-gone = Já não existem, pelo que a resposta mostra: { $categories }.
compare-fresh = Existem agora e antes não: { $categories }.
compare-unread = Comparadas só por números e listas, não dado a dado: { $why }
compare-next-why = Pergunte por que motivo, segundo que norma e até quando ficam estes dados:
compare-next-unread = Nada da resposta anterior foi reconhecido na posterior, mas nem todos os registos foram comparados. Indique ambas as respostas para as comparar registo a registo:
compare-next-restriction = Peça que deixe de ser usado o que tiver de ficar:
compare-next-erased = Nada da resposta anterior foi encontrado na posterior. Guarde as duas: são a sua prova.
compare-next-erasure = Pode mandar apagar dados:
compare-next-report = Ler toda a resposta posterior:
compare-still-there = Ainda lá depois do apagamento
compare-still-there-lead = { $count ->
    [0] Nada da resposta anterior foi encontrado na posterior.
    [one] 1 dado da resposta anterior ainda está na posterior.
   *[other] { $number } dados da resposta anterior ainda estão na posterior.
}
compare-still-there-parts = Nenhum registo da resposta anterior foi encontrado como tal na posterior, mas partes dele foram: veja os valores e as listas abaixo.
compare-still-there-unknown = Nada da resposta anterior foi reconhecido na posterior; nem todos os registos foram comparados.
compare-still-there-letters = Nada da resposta anterior foi encontrado na posterior, salvo o que uma carta diz de a quem e por quem é escrita. Leia as cartas indicadas na primeira página: a que confirma o apagamento é, com as duas respostas, a sua prova.
compare-still-there-closed = Nada da resposta anterior foi reconhecido na posterior, mas nem todos os seus ficheiros puderam ser examinados. Abra-os você mesmo ou peça-os numa forma legível.
compare-come-again = Valores que voltam
compare-come-again-lead = { $count ->
    [one] 1 valor de registos desaparecidos está noutros registos da resposta posterior.
   *[other] { $number } valores de registos desaparecidos estão noutros registos da resposta posterior.
}
compare-come-again-about = Endereços de e-mail (também como MD5, SHA-1, SHA-256), números de telefone, de encomenda e de cliente, nomes e ruas da resposta anterior, encontrados na posterior num registo de outro tipo ou noutro ficheiro. O que foi apagado num lugar continua noutro, ou foi para lá copiado. Que motivos podem ser invocados depende do que é esse registo.
compare-column-value = Valor
compare-column-still = Ainda lá
compare-column-reasons = O que pode ser invocado
compare-no-reason = aqui não se conhece nenhum motivo
compare-reasons = Motivos que podem ser invocados
compare-reasons-about = A lei permite a uma empresa conservar alguns documentos apesar de o seu apagamento ter sido pedido (art. 17(3) do RGPD). Tem de dizer para que dados, segundo que norma e até quando. Um motivo constar aqui não quer dizer que se aplique a si.
compare-reasons-limits = Estes motivos abrangem os documentos que nomeiam: não o perfil, as páginas vistas, as pontuações nem a publicidade feita ao lado. O que pode ficar é guardado e não é usado para outra coisa.
compare-reason-read = Lido em { $source }, { $month }.
compare-reason-unconfirmed = Não comparado com o texto da lei: verifique antes de se apoiar nele.
compare-reason-amounts = { $count ->
    [0] A resposta não indica aqui nenhum montante.
    [one] Conhece-se aqui um montante: { $sum }.
   *[other] Conhecem-se aqui { $number } montantes, ao todo { $sum }.
}
compare-reason-below = Mesmo juntos, são menos de { $least }.
retention-legal-duty = Dados que uma lei da União ou de um Estado-Membro obriga a empresa a conservar; tem de nomear essa lei.
retention-legal-claims = Dados necessários para declarar, exercer ou defender um direito num processo, como um litígio em curso ou uma garantia.
retention-consent-proof = A prova do seu consentimento, que uma empresa tem de poder apresentar.
retention-fr-online-contract = Um contrato celebrado em linha por 120 euros ou mais: dez anos desde a entrega.
retention-fr-accounting = Documentos contabilísticos e os seus comprovativos, como as faturas: dez anos.
compare-categories = Tipo a tipo
compare-categories-lead = { $count ->
    [0] Nenhuma das respostas contém um dado.
    [one] Um tipo de dados está nas duas respostas.
   *[other] { $number } tipos de dados estão nas duas respostas.
}
compare-categories-about = Um dado é igual se todos os seus valores o forem, esteja onde estiver. Mudou se a mesma coisa está nas duas respostas com outros valores.
compare-column-before = Antes
compare-column-after = Depois
compare-column-same = Igual
compare-column-changed = Alterado
compare-column-appeared = Novo
compare-column-vanished = Desaparecido
compare-lists = Conclusões, empresas e vestígios
compare-lists-none = Nenhuma das respostas nomeia uma conclusão, uma empresa, um identificador, um dispositivo ou um lugar.
compare-list-lead = { $count ->
    [one] 1 está nas duas respostas; novos: { $appeared }, desaparecidos: { $vanished }.
   *[other] { $number } estão nas duas respostas; novos: { $appeared }, desaparecidos: { $vanished }.
}
compare-list-inexact = Uma das listas era mais longa do que aquilo que dela se guarda: uma entrada que parece nova ou desaparecida pode estar para lá do seu fim.
compare-entries-appeared = Novo
compare-entries-vanished = Desaparecido
compare-appeared = O que é novo
compare-appeared-lead = { $count ->
    [0] Nenhum dado é novo.
    [one] 1 dado está só na resposta posterior.
   *[other] { $number } dados estão só na resposta posterior.
}
compare-vanished = O que desapareceu
compare-vanished-lead = { $count ->
    [0] Nenhum dado desapareceu.
    [one] 1 dado está só na resposta anterior.
   *[other] { $number } dados estão só na resposta anterior.
}
compare-changed = O que mudou
compare-changed-lead = { $count ->
    [0] Nenhum dado mudou.
    [one] 1 dado está nas duas respostas com outros valores.
   *[other] { $number } dados estão nas duas respostas com outros valores.
}
compare-changed-about = A mesma coisa reconhece-se pelo número da encomenda ou por outro número próprio, pelo título e momento, ou por ser a única do seu tipo. Duas coisas com números diferentes nunca são tomadas por uma.
compare-column-kind = O que é
compare-column-when = Quando
compare-column-what = Título
compare-column-fields = Campos
compare-column-import = Importação
compare-column-read-on = Lida em
compare-column-case = Processo
compare-answers = As duas respostas
compare-answers-about = As duas foram lidas de novo para esta página, se ainda estão como estavam.
