"""How Portuguese threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "avisos?|lembretes?|cartas?|correios?|mensage(m|ns)|chamadas?|telefonemas?|interpelac(ao|oes)|pedidos? de pagamento"
    "|e-?mails?|sms|comunicac(ao|oes)|notificac(ao|oes)|insistencias?|contactos?|tentativas?|oficios?|missivas?|alertas?",
    "ordinal": "segundo|segunda|terceiro|terceira|quarto|quarta|quinto|quinta|sexto|sexta|enesim*|setim*",
    "many": "dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|varios|varias|numeros*|muitos|muitas|repetid*|reiterad*"
    "|sucessiv*|divers*|multiplos|multiplas|inumer*|incontaveis|tantos|tantas|quantos|quantas|demasiad*|continu*"
    "|constantes|sistematic*",
    "write": "relembr*|lembr*|record*|reclam*|insist*|escrev*|pedi*|solicit*|dirig*|contact*|avis(ar|amos|ado)|interpel*",
    "pay": "pag*|liquid*|sald*|transfer*|regulariz*|cumpr*|receb*",
    "relation": "relac(ao|oes)|relacionamento|colaboracao|confianca|parceria|cooperacao|ligacao",
    "others": "fornecedores|clientes|bancos?|colegas|parceiros|socios|empregados|vizinhos|concorrentes|concorrencia"
    "|empresas do (setor|sector)|entidades?|terceiros|associacao|camara|investidores|acionistas|seguradoras?|chefias?"
    "|administracao|direcao|mercado",
    "supply": "fornecimentos?|servicos?|encomendas?|entregas?|credito|envios?|trabalhos?|acesso|linhas?|manutencao|garantia",
    "deadline": "antes d*|apos|depois d*|a partir d*|ate (ao|a|dia)|no prazo|prazo|nessa data|essa data|esse dia"
    "|(em|dentro de|nos proximos) _ (dias|horas|semana)|amanha|passad*|decorrid*|findo",
}

_FINE = """
juros? (de mora )?(a taxa )?lega(l|is)
taxas? (de juro )?(supletiva )?lega(l|is)
(taxa|prazo|sede|representante|aviso|nome|denominacao|texto|moeda|dia|feriado|forma|numero|deposito|certificado|metrologia|horario) legal
feriados? lega(l|is)
(a|no) (seu|nosso|meu) (juizo|ver)
(segunda|terceira|quarta|quinta|sexta)-feira
segunda (fatura|factura|prestacao|parte|entrega|metade|quinzena|via|tranche|semana)
(obrigad*|agradec*|grat*) _ paciencia
nao (e|se trata de|constitui) (uma|um|qualquer) (advertencia|ameaca|aviso|cobranca|interpelacao)
(aviso|advertencia|sinal) de seguranca
(queira|por favor|favor) (desconsiderar|ignorar|ignore|desconsidere) est[ae] (mensagem|lembrete|aviso|carta|e-mail)
(desconsidere|ignore) est[ae] (mensagem|lembrete|aviso|carta|e-mail)
aviso de (rececao|lancamento)
"""

_COUNTS = """
<ordinal> (e (ultimo|ultima) )?(<notice>)
(segunda|terceira|quarta|quinta|sexta|enesima) vez
(<many>) (de )?(os |as )?(nossos |nossas |outros |outras )?(<notice>) !! anex*
(varias|repetidas|numerosas|muitas|tantas|diversas|multiplas|reiteradas|duas|tres|quatro|cinco|quantas|demasiadas|inumeras|incontaveis|anteriores) (vezes|ocasioes)
reiteradamente|repetidamente|insistentemente
(<notice>) (de pagamento )?(numero|n,? ?o?,?) ?\\d+
(\\d+) ?(o|a) (<notice>)
(anteriores|previos|previas) (<notice>)
(<notice>) _ (anteriores|previos|previas|enviados|enviadas|ja feitos|sem resposta)
(<notice>) que (ja )?(lhe|vos)? ?(enviamos|remetemos|fizemos|dirigimos|temos)
(mais uma vez|uma vez mais|de novo|novamente|outra vez) ~ (<write>)
(<write>) ~ (mais uma vez|uma vez mais|de novo|novamente|outra vez)
(voltamos|temos de voltar|voltar|volto|tornamos) a (<write>)
ja (o |a |lhe |vos |os )?(tinhamos|haviamos|temos|avisamos|lembramos|recordamos|reclamamos|escrevemos|pedimos|solicitamos|alertamos|contactamos|informamos) !! tivemos em conta
(andamos|estamos|temos (vindo|andado)|vimos) _ (a )?(relembrar|lembrar|avisar|reclamar|escrever|insistir|perseguir|pedir|solicitar|telefonar|alertar)
perdemos a conta|perdid* a conta
(apesar|nao obstante|pese embora|malgrado) (d*|as|os|todos|todas) ~ (<notice>|<write>|escrito)
nao (e|sera) (a primeira vez|o primeiro|a primeira) 
(lista|serie|cadeia|historico|sucessao) de (<notice>)
quantas vezes|quantos (<notice>)
(<notice>) sem (resposta|responder)
mais (um|uma) (<notice>)
desde (o|a) (primeir*|ultim*) (<notice>)
"""

_WARNINGS = """
(ultimo|ultima|final|definitiv*|derradeir*) (<notice>|oportunidade|advertencia|ocasiao|prazo|palavra|recurso|ultimato|hipotese|chance)
(<notice>|advertencia|prazo) (final|definitiv*|ultim*|derradeir*|improrrogavel)
(pela|e a) ultima vez
advertencia*|advertimos|advertir*|advertid*|ultimato|intimac*|intimamos|admoest*
(fica|ficam|fique|fiquem|esta|estao|considere-se) _ (avisad*|notificad*|advertid*|prevenid*|alertad*)
quem avisa
intim(a|ar|amos|a-lo|ar-lhe|ando|acao)|chamada de atencao|puxao de orelhas|aviso serio
nao (lhe )?(escreveremos|voltaremos a (escrever|avisar|lembrar|telefonar)|avisaremos|insistiremos)|nao havera (mais|outro|outra) (<notice>)
"""

_DEMANDS = """
(carta|notificacao|aviso) de (cobranca|interpelacao)|interpelacao*|interpelamos
exigimos|exigir*|exigencia*|exijo|exige-se
(vimos )?(intimar|interpelar)
reclamamos (o|a|de|pagamento)
"""

_LAW = """
advogad*|solicitador*|tribuna(l|is)|juiz|juizes|juizo|judicia(l|is|lmente)|extrajudicia*|justica|agente de execucao|notari*|notario
processar*|processaremos|processo (judicial|executivo|legal|de execucao)|acao (judicial|executiva|legal|em)|acoes (judiciais|legais)|acionar* judicial*
penhora (d*|judicial|sobre)|penhorar*|penhoras|penhorad*|injunc*|litig*|queixa|queixa-crime|participacao criminal|denuncia*|custas|execucao (judicial|fiscal|forcada)
(via|vias|meio|meios|medida|medidas|procedimento|procedimentos|recurso|recursos|tramite|tramites|caminho|passos|cobranca) (legal|legais|judicial|judiciais|judiciaria*|contencios*)
legalmente|juridic*|legal|legais|contencioso|pre-contencioso
a lei (nos|lhe|permite|preve|obriga|confere|diz)|por lei|forca da lei|rigor da lei
policia*|crime|criminal|codigo (penal|civil)|arbitragem|insolvencia|balcao nacional
"""

_CONDITIONS = """
(se|caso|salvo se|a nao ser que|a menos que|enquanto|ate que|sem que) ~ (nao|sem|continu*|persist*|mantiver*|nada|<pay>)
(de contrario|caso contrario|do contrario|se nao|senao|na falta|em caso de (nao|incumprimento|falta|persist*)|a falta|na ausencia|em alternativa)
(pague|liquide|regularize|salde|contacte) _ ou
(<deadline>)
a falta de (pagamento|resposta|noticias)|o incumprimento|o seu silencio|cada dia que pass*|o nao pagamento
"""

_CONSEQUENCES = """
consequencia*|repercuss*|represalia*|penaliz*|sanc(ao|oes)|agravamento*
medidas|agir*|agiremos|atuar*|atuaremos|actuar*|procederemos|proceder a|encetar*|desencadear*|iniciar*|avancar*
(suspender*|suspens*|cortar*|corte|interromp*|paralis*|cancel*|reter*|bloque*|anular*|congel*|rescind*|retirar*) ~ (<supply>|conta|contrato|acordo)
(deixar* de|deixaremos de) (servir*|fornec*|atend*|trabalhar|contar|considerar*|confiar|ser|poder)
(nao|nem) (poderemos|poderiamos|continuaremos|voltaremos|vamos|havera|tera|recebera|contara) ~ (<supply>|serv*|fornec*|atend*|continuar|contar|esper*|garant*|margem|mais|outr*)
(a pronto|pronto pagamento|pagamento antecipado|pre-pagamento|adiantado)
(lista*|registo|base de dados|ficheiro*|central) _ (devedor*|incumprimento|risco*|responsabilidades|solvabilidade|negra)
(empresa|agencia|gabinete|departamento|escritorio|servicos?) de (cobranca*|recuperacao|contencioso)
cobrador*|cobranca* coerciva
(comunicar*|informar*|dar* conhecimento|participar*|transmitir*|fazer saber|falar*) ~ (<others>)
(perder*|perderia|perde) ~ (credito|desconto|condicoes|confianca|prioridade|cliente)
(outro|outra|diferente|distinto|menos) (rumo|tom|modo|caminho|maneira|forma|tratamento|agradavel|amavel|amigavel|cordial|contorno*|proporc*) !! de pag*|data
ter* (de|que) (tomar|adotar|agir|atuar|passar|recorrer|suspender|cancelar|reconsiderar|repensar|rever|procurar|defender)
(teremos|teriamos) (de|que) (tomar|adotar|agir|atuar|passar|recorrer|suspender|cancelar|reconsiderar|repensar|rever|procurar|defender|concluir|pensar)
(passara|passaria|ficara|ficaria|estara|saira|deixara|deixaria) _ (a|para|de|em|nas|das) (outras|nossas|suas) maos
(concluiremos|entenderemos|interpretaremos|assumiremos|consideraremos|partiremos do principio) ~ (que|nao|tem|quer|intencao|ma)
(visitar*|visitaremos|apresentar*|passar*|deslocar*) ~ ((sua|seu|suas|vossas) _ (casa|domicilio|escritorio|empresa|loja|negocio|porta|instalacoes)|pessoalmente|sem avisar)
"""

_MEASURES = """
(ver-nos-emos|ver-nos-iamos|vemo-nos|nos vejamos|nos veremos|vermo-nos|ver-se-a|sentimo-nos|seremos|seriamos|ficaremos|ficariamos|sermos|estaremos) ~ (obrigad*|forcad*|na (obrigacao|contingencia|necessidade)|coagid*|compelid*|impelid*)
(obrigar-nos|obriga-nos a (tomar|adotar|agir|suspender|cancelar|rever|repensar|recorrer)|obrigar-nos-a|forcar-nos*|obrigue|force|obrigando-nos|nos (obrigue|obrigara|obrigaria|force|forcara|obrigar|forcar|empurr*))
nao nos (deix*|rest*|fica*|sobra*) ~ (opcao|alternativa|remedio|saida|escolha|caminho|senao|hipotese)
nao (teremos|teriamos|havera|ha|haveria|restara|temos) _ (opcao|alternativa|remedio|saida|escolha|caminho|hipotese)
(tom*|adot*|adopt*|aplic*|acion*) ~ (medidas|diligencias|providencias) !! corrigir|solucionar*|resolver*|ajud*
(as|outras) (medidas|diligencias|providencias) (oportunas|necessarias|pertinentes|adequadas|que|mais|drasticas|severas|cabiveis|devidas)
(agir*|agiremos|agiriamos|atuar*|atuaremos|procederemos|proceder) (em conformidade|em consequencia|como|conforme|de acordo)|agir(emos)? de outr*
reserv* ~ (direito*|faculdade|possibilidade|opcao)
(recorrer*|recorreremos|procurar*|usar*) ~ (outr*) (vias|meios|metodos|caminhos|instancias|maos|formas|maneiras)
(nas|em) maos (de|d*) ~ (profissiona*|terceir*|especialist*|quem|cobran*)|para outras maos
(deixar*|escapar*|saira|sair) _ (de|das) nossas maos|fora das nossas maos
(lista*|registo*|ficheiro*|base) ~ (devedor*|incumprid*|caloteiro*|maus)|lista negra
(empresa|agencia|gabinete|servicos?) de (cobranca*|recuperacao de)
(suspenderemos|suspenderiamos|cortaremos|cancelaremos|interromperemos|bloquearemos|retiraremos|reteremos|congelaremos|cessaremos)
vamos (suspender|cortar|cancelar|interromper|bloquear|retirar|reter)
"""

_THREATS = """
(sofrer*|assum*|enfrent*|arcar*|suport*|arque|evit*|sujeit*) ~ consequencias
consequencias (grave*|negativ*|desagradave*|seri*|imprevisive*|que (isso|isto|tal|pode|tera|dai)|indesejav*|importantes|nefastas)
(nossa|toda a|minha|a) paciencia|paciencia
antes que seja (demasiado )?tarde|antes de ser tarde|(ainda) (esta|vai|estamos|vem) a tempo|enquanto (ainda )?(pode|ha tempo|e tempo|puder)
(para|pelo|no) (o )?(seu )?(proprio )?(bem|interesse)|no seu (proprio )?interesse|a bem d*
mais (lhe )?vale|melhor sera|(convem-lhe|interessa-lhe|convinha|conviria|seria bom que|faria bem em|faria bem|fazia bem|andaria bem)|(seria|e) (prudente|aconselhavel|sensato|avisado|inteligente)|aconselhamo-lo
(evit*|poup*) ~ (problemas|dissabores|males maiores|situac*|complicac*|surpresas|embaraco*|constrangiment*|mal-entendid*|conflit*|escandal*|vergonha|desagradave*|incomodos|transtornos|aborreciment*|que (isto|este assunto|a situacao|cheguemos|tenhamos)|ter de|chegar a) !! duplic*
(maiores|males|piores) (incomodos|problemas|maiores|prejuizos|dissabores)|males maiores|dissabor*|constrangiment*|embaraco*
(sua|seu|vossa|vosso) _ (reputacao|prestigio|bom nome|fama|imagem|solvabilidade|credibilidade|idoneidade)|bom nome
(setor|sector|ramo|oficio|meio|cidade|vila|praca|mercado|mundo|bairro) ~ (pequen*|conhec*|sab*|fal*|coment*|nome)
(as noticias|tudo|estas coisas|essas coisas|os rumores|a palavra) (se )?(correm|voam|corre|acaba* por (se )?saber*|sabem-se|sabe-se|se sabe*|comenta*|espalha*)|corre depressa|correm depressa
passar a palavra|de boca em boca|passa-palavra|constar no meio
(outros|os seus|restantes|demais) _ (<others>) ~ (saib*|saber*|soub*|ach*|interess*|conhec*|pens*|dir*|vej*|perguntar*|ouv*|opin*|gost*)
(torn* public*|publicar*|divulg*|difund*|vir* a publico|venha a publico|praca publica)
(<relation>) ~ (afet*|afect*|ressent*|perig*|romp*|dan*|deterior*|repens*|reconsider*|rever|revis*|termin*|fim|em jogo|em risco|em causa|sofr*|esfri*|question*|comprometid*|abal*|quebr*)
(repens*|reconsider*|rever|reavali*|revis*|perigo|risco|causa|duvida|romp*|perd*|prejudic*|dan*|deterior*|question*|comprometer|afet*|afect*|ensombr*|manch*|arrisc*|por fim|abal*|quebr*|termo) ~ (<relation>) !! dificult*|por causa
(continuar|seguir|repens*|ponder*) (se )?(a )?(contar|trabalhar|servir|colaborar|confiar|merec*) ~ (com|como|a|consigo)
(far-nos-a|fara com que|teremos de|sera preciso) (repensar*|reconsiderar*|pensar*|ponderar*|reavaliar*)
nao (podemos|poderemos|vamos|queremos|pretendemos|estamos dispostos a|tencionamos) (continuar )?(a )?(esper*|toler*|permit*|consent*|financ*|aguent*|continuar|aceit*|suport*|admit*)
nao (podemos|poderemos|vamos|estamos dispostos a) (continuar a )?(esperar|tolerar|permitir|financiar|aguentar|aceitar|suportar)
(visita-lo-emos|faremos uma visita|far-lhe-emos uma visita|passaremos por ai|passaremos pel*|iremos ter consigo|enviaremos alguem|mandaremos alguem|passara alguem|alguem (ira|passara)|iremos busca*|bater a porta|bater-lhe a porta)
(sabemos|sei) (bem )?onde (viv*|est*|encontrar*|trabalh*|fica*|mor*)
(tera|vai ter|tera de) (noticias nossas|de ouvir|que lament*)
(e|seria|sera) (uma )?(pena|lastima|triste|lamentavel|desagradavel)|que pena
(lamentariamos|sentiriamos|custar-nos-ia|doer-nos-ia|lamentaremos|detestariamos|teriamos (muita )?pena|odiariamos)
nao (gostariamos|gostavamos|quereriamos|queriamos|desejariamos|queremos|desejamos|gostamos) (nada )?(de )?(ter de|ter que|nos ver|chegar|que (isto|este|esta|a situacao|o assunto|as coisas|cheg*|pass*|afet*|tal)|recorrer|avancar|tomar|perder) !! (falar|conhecer|saber|incomodar)
nao nos (obrigue*|force*|faca*|ponha*|empurre*|leve*)
(vai|ira|podera|venha a) (lamentar|arrepend*)|arrepend*|(sair-lhe-a|vai sair-lhe|custar-lhe-a|sai|saira) (muito )?(car*)|pagar* caro
(tomamos|tomaremos|tomamos ja) (boa )?nota|nao (o |a )?esquec(eremos|emos)|(temos|teremos) (boa )?memoria|(tirar|tiraremos|retirar|retiraremos|tire) ~ (conclusoes|ilacoes)
lembrar-nos-emos|nao nos esquec*|teremos (isso |muito )?em conta (a sua|est*|quem|como) !! proposta|situacao|circunstanci
(ja )?(sabe|sabem|conhece|imagina|calcula|compreende) (bem |perfeitamente |certamente |muito bem )*(o que|que (acontece|signific*)|como (acab*|termin*|funcion*)|onde isto|aonde) !! (ajud*|quem)
(imagine|pense|reflita|pondere|calcule|tente imaginar) (bem |no |na |sobre |o que|em como|se|como)
(nao e (preciso|necessario)|escusado sera|escusamos de|dispensamo-nos de|nao precisamos de|sera desnecessario|desnecessario) (que lhe )?(dizer*|explic*|lembr*|record*|enumer*)
(cabe-lhe|a (decisao|escolha|bola) (e|esta)|depende (so |apenas |unicamente )?de si|so depende|esta nas suas maos|nas suas maos|a si decidir)
(a partir|apos|depois|para la) ~ (data|dia|momento|altura) ~ (nao|outr*|mud*|deix*) ~ (garant*|respons*|poder*|sera|coisas|conversa)
nao (nos responsabilizamos|nos responsabilizaremos|somos responsaveis|respondemos por|podemos garantir|poderemos garantir|garantimos)
sem (mais|qualquer|outro) (aviso|previo|demora|delongas|tolerancia) & *remos|*riamos|vamos|*(ara|era|ira)
sem aviso previo & *remos|vamos|*(ara|era|ira)
sem contemplacoes|nem mais um dia|improrrogavel|inadiavel|peremptori*|perentori*|impreteriv*|prazo (final|definitivo|fatal|ultimo)
(nao|deixaremos de|deixar de) (sera|serao|seremos|ser) (tao|igualmente) (amav*|cordia*|pacient*|compreens*|amigav*|agradav*|flexiv*|generos*|simpatic*)
(menos|nao tao) (amav*|cordia*|pacient*|compreens*|amigav*|agradav*|flexiv*|simpatic*)
(proxim*|seguinte) (<notice>|vez|passo|conversa) ~ (nao sera|sera (outr*|bem|diferent|muito)|ja nao|vira|tom)
passar (a|para) (vias de facto|outra fase|a acao|outro nivel|outro patamar)
(tempo|contagem|relogio|dias|horas) ~ (contad*|corre|esgot*|a acabar|decrescente)
(ha|existem|temos|conhecemos|dispomos de) ((outras|outros|muitas|muitos|mais|as nossas|os nossos) )?(formas|maneiras|meios|metodos|modos|recursos|vias|caminhos) !! de pagamento|data
ameac*|retali*|ajust* (de )?contas|a mal|por (bem|mal) ou por|por mal
fech* (as )?portas|portas ~ fech*
(assim|desta forma) (nao|acaba*|termin*) ~ (empres*|negoci*|cliente*)
(outros|quem|aqueles|clientes|empresas) _ (agiu|agiram|fez|fizeram|pens*|deixaram|acharam|nao pagaram|tambem) 
(sai(r|ra|u)?|sai-lhe|cust(ar*|e)|fic(ar*|a)) _ (car(o|a|os|as)|mais car(o|a)|carissim*)
todos os (meios|recursos) (ao nosso|possiveis|que|disponiveis|de que)|por (todos os meios|qualquer meio)
(unic*|exclusiv*|inteir*|total|so) responsab*|(sua|seu) (exclusiva|inteira|propria|unica|total) responsabilidade|responsavel (pelo que|sera)|por sua conta e risco
(nossas|outras|outros) maos & (deix*|pass*|estar*|estara|escap*|sai*|fic*)
(ja|demasiado|tarde) (sera|seja|e|seria)? ?(demasiado )?tarde|tarde demais
(passaremos|iremos|deslocar-nos-emos) ~ (pessoalmente|pela sua|pelo seu|ate si|a sua (porta|empresa|loja))|a frente (dos seus|de toda|dos)
quanto mais ~ (pior|mais (car*|dificil|compl*))
ma fama|mau nome|reputac* ~ perd*
nao (podera|diga|venha) ~ (dizer|que nao) ~ (sabia|avis*|foi|dito)|depois nao diga|nao diga depois
nao se (admire*|surpreenda*|espante*|queixe*)
(ate agora|ate hoje|ate aqui) ~ (discret*|prudent*|pacient*|compreens*|amav*|boas maneiras)
entre nos
nao sabe (com quem|o que)|nao nos conhece
pense (nisso |bem|duas)|pense (muito )?bem|(muito|bastante|mais) a perder
bracos cruzados|(nao|isto nao) _ (vai )?(ficar|fica|ficara|acaba|acabara) (assim|por aqui)
mais cedo ou mais tarde|chegara o dia|quando precisar de nos|tudo tem (um|o seu|limites)
tera de (dar explicacoes|explicar*|prestar contas)|prestar contas
(pior|pior ainda) (para|sera) 
(iremos|viremos|vamos|passaremos|irao|vem) (la )?(a )?(buscar*|cobrar*|receber*|reclamar*|levantar*) !! encomenda|material
(visita|visitas) ~ (cortesia|nao sera|sera (outra|diferent*))
tambem (sabemos|podemos) (ser|agir|fazer)|podemos ser
(depende|dependera) _ (de si|do senhor|da senhora)|nao (lhe )?(vai |ira )?(gostar|agradar*)
sabemos (a que horas|onde|quando|qual e)
(a|para) bom entendedor
(sabe|conhece|sabera) ~ (risco*|expoe|arrisca|em jogo)|ao que se (expoe|arrisca|sujeita)|(se )?(arrisca|sujeita|expoe)(-se)? a
pass(a|ara|aremos|arao) ~ (para|a) (quem|outr*|maos) !! colega*|pessoa d*|responsavel
(conhecemo-nos todos|todos nos conhecemos|toda a gente se conhece|as coisas sabem-se)
o que (o|lhe) (espera|vem)|o que vem a seguir
"""

_REPROACHES = """
(ignorou|ignoraram|tem ignorado|incumpriu|incumprido|faltou|falharam?|falhou|desrespeit*|defraudou|desiludiu|desapontou|abusou|quebrou|optou|preferiu|escolheu nao|decidiu nao|traiu|enganou|desprezou|menosprez*|nao se dignou|fez orelhas|fez tabua|esqueceu-se de (nos|quem))
(o seu|este|reiterado|grave|claro) incumprimento|incumpridor*|incumprindo
orelhas moucas|ouvidos moucos|tabua rasa|fazer-se (de )?(surdo|desentendido|esquecido)|nem sequer|olhar para o lado|assobiar para o lado
(o seu|a sua|este|esta|tal|o vosso|a vossa) _ (silencio|atitude|conduta|comportamento|desleixo|negligencia|irresponsabilidade|passividade|desinteresse|ma-fe|ma fe|indiferenca|postura|descaso|desprezo|inercia|incumprimento|displicencia)
(falta|ausencia|carencia|nenhum*|pouc*) (total |absoluta )?(de )?(seriedade|respeito|interesse|compromisso|profissionalismo|responsabilidade|consideracao|palavra|vontade|etica|vergonha|educacao|escrupulos|colaboracao|honestidade|boa-fe|boa fe|cortesia)
inaceitav*|inadmissiv*|intolerav*|imperdoav*|injustificav*|injustificad*|incompreensiv*|vergonhos*|lamentav*|indign*|desrespeitos*|desonest*|irresponsav*|desleal|abusiv*|deploravel|indesculpav*|pouco (seri*|profissiona*)|escandalos*
caloteir*|calote|mau(s)? pagador*|ma paga|vigaris*|ladra*|ladro*|burl(a|ar|ao|oes)|roub*|aldrab*|trafulh*|aproveitador*|devedor (relapso|cronico)
ma-fe|ma fe|ma vontade|ma intencao|de proposito|propositad*|deliberad*|intenciona(l|is|lmente)|conscientemente|voluntariamente
desculpas (esfarrapadas|de|repetid*|e mais|nao)|mais desculpas|pretexto*|evasiv*|empatar|a empatar|protel*|manobras? dilatoria*|dilatori*|mentir*|mentiu|escond*|fugir|esquiv*|promessas vas
(nao|nem|nunca|jamais|tampouco) (nos )?(teve|mostrou|cumpriu|respondeu|respondeu-nos|contestou|deu|soube|quis|respeitou|atendeu|se dignou|se deu|devolveu|fez|honrou|tem (cumprido|respondido|mostrado|atendido)|cumpre|responde|respeita) !! (pode)|efeito
(falt*|quebr*|romp*|incumpr*|esquec*) (a |ao |os |as |o |com )?(sua |seus |sua propria )?(palavra|promess*|compromisso*|acordo|obrigac*)
prometeu ~ (e|mas) (nao|sem|continu*|ate)
(como sempre|como de costume|como e (ja )?(habitual|costume)|outra vez|mais uma vez|uma vez mais|de novo|novamente|sempre|sistematic*|habitualmente|por costume|constantemente|cronic*) ~ (tarde|atras*|demor*|mesmo|sem pagar|fora de prazo|incumpr*)
(tarde|atras*|demor*) ~ (como sempre|de costume|outra vez|mais uma vez|costume|habito)
habituad*|ja e habito|mau habito
(surpreende-nos|estranhamos|desilude-nos|doi-nos|indigna-nos|ofende-nos|espanta-nos|entristece-nos|magoa-nos|custa-nos|choca-nos|e (dificil|incompreensivel|surpreendente|estranho|de estranhar|de lamentar))
nos (surpreende|espanta|desilude|doi|indigna|ofende|entristece|magoa|choca|deixa perplex*)
(surpreendid*|estranheza|surpresa|desilu*|desapont*|dececion*|decepcion*|defraud*|indignad*|trai(cao|dos)|engan(ou|ar)|magoad*|fart*|cansad*|ofendid*|perplex*|desagrad*)
goz*|rir-se|brincar connosco|a brincar|abus* d*|aproveit* (-se )?d* (nossa|nossos|nos)|fazer pouco
vergonha|envergonh*|deixar-nos (pendurad*|ficar mal)
(esperavamos|esperariamos|teriamos esperado|nao esperavamos|contavamos) ~ (mais|outr*|isto|assim|de si|de uma|empresa|com)
(confiavamos|confiamos|acreditamos|acreditavamos|depositamos|demos-lhe) ~ (e|mas|contudo|agora)
nao (entendemos|compreendemos|percebemos|conseguimos|podemos) (a )?(entender |compreender |perceber |aceitar |explicar )*(como|porque|por que|que|o seu|est*|tal|a razao|o motivo)
(custa|dificil|impossivel) (de |a )?(entender|acreditar|crer|compreender|perceber|explicar|aceitar)
(depois de|apos|com|perante) (tudo|tantos|tantas|o que|anos|a confianca) ~ (por si|fizemos|confianca|anos|ajud*|cumpr*|demos)
(a nossa empresa|nossa parte|da nossa parte|pela nossa parte|do nosso lado) ~ (cumpr*|pontua*|a tempo|entreg*|fizemos) & (seu|sua|esper*|mesmo|pag*|igual|senhor|lado)
(o senhor|a senhora|vossa empresa|a sua empresa|ja) (ja )?(desfrut*|utiliz*|us(a|ou)|aproveit*|benefici*) ~ (noss*|material*|mercadoria*|produto*|trabalho|servico*)
desfrut* & (pag*|fatura*|sem|gratis|enquanto|ja)
(intencao|vontade|animo|desejo) de (pag*|nao pag*|cumprir*|liquid*|engan*|honrar)
(sabemos|consta-nos|vemos|vimos|observamos|dizem-nos|chegou-nos|reparamos|e sabido|toda a gente sabe) (bem |muito bem |perfeitamente |aos ouvidos )?que _ (dispoe*|tem|pode*|cobr*|outr*|vai|compr*|viaj*|invest*|vend*|esta*|continu*|pag*|abri*)
(paga*|cumpre*) (a|aos|com) (outros|os outros)|aos outros _ (paga*|ja)
(dinheiro|verba*) para (outras coisas|viag*|ferias|carro*|feiras|caprichos|abrir|compra*)
(comecamos|chegamos|faz-nos|leva-nos|leva a|tentados|somos levados) (a )?(duvid*|pens*|acredit*|crer|suspeit*|pergunt*|desconfi*|questionar*)
duvidar* d*|duvidamos|(por|poe*|coloc*) _ (em duvida|em causa a sua)|suspeit*|desconfi*
(queremos|quereriamos|gostariamos|gostavamos|preferimos|recusamo-nos a|esperamos|supomos) (de )?(continuar a )?(pens*|acredit*|crer|que) ~ (nao )?(seja|e|se trat*|tenha*|tem|aja*|queira*|pretend*|esteja*) ~ (fe|proposito|intenc*|seri*|brincadeira|estrategia|tatica|cumpr*|palavra|aproveit*|engan*|escond*|irrespons*)
(financ*|banco) ~ (gratis|a nossa custa|gratuit*|nao somos)|nao somos (um |o seu )?(banco|instituicao|financeir*|caixa|associacao)|a nossa custa|as nossas custas
(por )?culpa|culpad*|culpa sua
(devia|deveria|podia|poderia) (ter |pelo menos |ao menos |no minimo )*(pag*|cumpr*|respond*|vergonha|envergonh*|dado|tido|a (cortesia|decencia)|avisad*)
(ao menos|pelo menos|no minimo) ~ (respond*|atend*|telefon*|ligar|cortesia|decencia|explic*|avis*|satisfac*)
(um|uma|qualquer|toda) _ (empresa|pessoa|empresario|cliente|profissional) (seri*|responsave*|honrad*|honest*|decente|de (bem|palavra))|pessoas? de bem|gente seria
(demonstr*|mostr*|revel*|evidenci*|diz (muito|pouco)) ~ (que|seu|sua|d*)
(esquec*) _ (d*) (nos|obrigac*|compromiss*|quem)
(recus*|neg*) (-se )?(a )?(pagar|responder|atender|falar|cumprir)
(sem|nenhuma|nem uma) (explicacao|dar sinais|justificacao|motivo|razao|dar a cara|satisfacao|uma palavra)
ninguem (atende|responde|da a cara|diz)|(sempre|cada vez) que (ligamos|telefonamos|perguntamos)
(garantiu|prometeu|assegurou|disse)(-nos)? ~ (mas|e no entanto|e ate)
"""

_PRESSURE = """
famili(a|as)|filhos|criancas|o pao|pao na mesa|sustent(o|ar)
por sua culpa|consciencia|coracao|remorso*|alma
desesper*|angusti*|afog*|asfixi*|sufoc*|sofr(er|imento|emos|e|em)|tira* o sono|dormir|noites sem|lagrim*|chor(ar|o)|pesadelo*|aflit*|aflic*
ruina|arruin*|afund*|falencia|bancarrota|(fechar|fecharmos) _ (empresa|negocio|oficina|loja|portas)|despedir (trabalhadores|pessoa*|empreg*)|despediment*|postos de trabalho|(ir|vao|mandar) para a rua|sobreviv*|em perigo ~ (empresa|negocio|emprego*)|ficar sem (trabalho|emprego|receber|salario)|sem receber|salarios em atraso
suplic*|implor*|de joelhos|por piedade|compaixao|por amor de|pelo que mais
(ponha-se|coloque-se|por-se) no nosso lugar|na nossa (pele|posicao)|como (se sentiria|reagiria|se sente)|que (faria|pensaria|sentiria) (o senhor)?|gostaria que lhe|gostava que lhe
egoist*|egoismo|solidari*|humanidade|caridade|sentido (moral|etico|de responsabilidade)
nao nos (falhe*|deixe*|desiluda*|dececione*|abandone*)
apel* (a|ao) (seu|sua) (honra|sentido|consciencia|decencia|dignidade|boa vontade|responsabilidade|moral|etica|palavra|humanidade|profissionalismo|bom senso)
moral|moralmente|etica*|eticamente|decencia|dignidade|honra|honradez|decente
urgent*|urgencia* !! encomend*|envio*|atend*|transport*|entreg*
(pag*|liquid*|transfir*|regulariz*) (-o |-a |o |a |os |as )?(de )?(imediat*|imediatamente|ja|agora mesmo|hoje mesmo|sem falta)
pagamento (imediato|urgente|sem demora)
(pag*|liquid*|transf*) ~ sem falta
sem mais (demora*|delongas|desculpas)|sem desculpas
(pequen*|modest*) (empresa|negocio|familiar) ~ (nao pode*|sofr*|depend*)
(trabalhador*|funcionario*|colaborador*|equipa|pessoas) ~ (depend*|esper*|nao receb*|sem receber|confi*|(seu|seus) (ordenado*|salario*))
depend* d* (seu|si|este|deste) (pagamento)?
(divida|obrigacao|dever) (moral|de honra|de gratidao)
por sua causa|por causa de si
amizade|amigos|como da familia|chegar ao fim do mes
(empresa|negocio|casa) como (a sua|o seu|a vossa)|da sua (dimensao|categoria|craveira)
"""

_HARM = """
(atraso|demora|falta de pagamento|nao pagamento|em aberto|por liquidar|este pagamento|esta situacao) ~ (dificult*|complic*|obriga|afet*|afect*|imped*|prejudic*|custa|desequilibr*|altera|atras*|pesa|onera*|encarec*|torna*)
(nos|noss*) ~ (dificult*|complic*|afet*|prejudic*|tesouraria|fornecedores|salarios)
"""

_HELP = """
ajud*|atend*|resolv*|soluc*|procur*|encontr*|veremos|verificar*|ao seu dispor|a sua disposicao|acordar|combinar|esclarec*|falar*|falemos|duvidas?|qualquer (questao|pergunta)|o que precisar
"""

_REMINDER = """
lembrete*|lembramos|relembra*|lembrar*|lembra*|recordamos|recordar*|recorda*
"""

LEXICON = Lexicon(
    names=_NAMES,
    fine=_FINE,
    counts=_COUNTS,
    warnings=_WARNINGS,
    demands=_DEMANDS,
    law=_LAW,
    conditions=_CONDITIONS,
    consequences=_CONSEQUENCES,
    measures=_MEASURES,
    threats=_THREATS,
    reproaches=_REPROACHES,
    pressure=_PRESSURE,
    harm=_HARM,
    help=_HELP,
    reminder=_REMINDER,
)
