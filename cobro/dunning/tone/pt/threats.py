"""Threatening, in Portuguese."""

from __future__ import annotations

CONDITIONS = """
(se|caso|salvo se|a nao ser que|a menos que|enquanto|ate que|sem que) ~ (nao|sem|continu*|persist*|mantiver*|nada
    |<pay>)
(de contrario|caso contrario|do contrario|se nao|senao|na falta|em caso de (nao|incumprimento|falta|persist*)
    |a falta|na ausencia|em alternativa)
(pague|liquide|regularize|salde|contacte) _ ou
(<deadline>)
a falta de (pagamento|resposta|noticias)|o incumprimento|o seu silencio|cada dia que pass*|o nao pagamento
"""

CONSEQUENCES = """
consequencia*|repercuss*|represalia*|penaliz*|sanc(ao|oes)
medidas|agir*|agiremos|atuar*|atuaremos|actuar*|procederemos|encetar*|desencadear*|iniciar*|avancar*
(suspender*|suspens*|cortar*|corte|interromp*|paralis*|cancel*|reter*|bloque*|anular*|congel*|rescind*|retirar*)
    ~ (<supply>|conta|contrato|acordo)
(deixar* de|deixaremos de) (servir*|fornec*|atend*|trabalhar|contar|considerar*|confiar|ser|poder)
(nao|nem) (poderemos|poderiamos|continuaremos|voltaremos|vamos|havera|tera|recebera|contara) ~ (<supply>|serv*
    |fornec*|atend*|continuar|contar|esper*|garant*|margem|mais|outr*)
(so|apenas|unicamente|exclusivamente|exig*) _ (a pronto|pronto pagamento|pagamento antecipado|pre-pagamento
    |adiantado)
(lista*|registo|base de dados|ficheiro*|central) _ (devedor*|incumprimento|risco*|responsabilidades|solvabilidade
    |negra)
(empresa|agencia|gabinete|departamento|escritorio|servicos?) de (cobranca*|recuperacao|contencioso)
cobrador*|cobranca* coerciva
(comunicar*|informar*|dar* conhecimento|participar*|transmitir*|fazer saber|falar*) ~ (<others>)
(perder*|perderia|perde) ~ (credito|desconto|condicoes|confianca|prioridade|cliente)
(outro|outra|diferente|distinto|menos) (rumo|tom|modo|caminho|maneira|forma|tratamento|agradavel|amavel|amigavel
    |cordial|contorno*|proporc*) !! de pag*|data
ter* (de|que) (tomar|adotar|agir|atuar|passar|recorrer|suspender|cancelar|reconsiderar|repensar|rever|procurar
    |defender)
(teremos|teriamos) (de|que) (tomar|adotar|agir|atuar|passar|recorrer|suspender|cancelar|reconsiderar|repensar|rever
    |procurar|defender|concluir|pensar)
(passara|passaria|ficara|ficaria|estara|saira|deixara|deixaria) _ (a|para|de|em|nas|das) (outras|nossas|suas) maos
(concluiremos|entenderemos|interpretaremos|assumiremos|consideraremos|partiremos do principio) ~ (que|nao|tem|quer
    |intencao|ma)
(visitar*|visitaremos|apresentar*|passar*|deslocar*) ~ ((sua|seu|suas|vossas) _ (casa|domicilio|escritorio|empresa
    |loja|negocio|porta|instalacoes)|pessoalmente|sem avisar)
(custos|despesas|encargos) (adicionais|extra|suplementares)
"""

MEASURES = """
(ver-nos-emos|ver-nos-iamos|vemo-nos|nos vejamos|nos veremos|vermo-nos|ver-se-a|sentimo-nos|seremos|seriamos
    |ficaremos|ficariamos|sermos|estaremos) ~ (obrigad*|forcad*|na (obrigacao|contingencia|necessidade)|coagid*
    |compelid*|impelid*)
(obrigar-nos|obriga-nos a (tomar|adotar|agir|suspender|cancelar|rever|repensar|recorrer)|obrigar-nos-a|forcar-nos*
    |obrigue|force|obrigando-nos|nos (obrigue|obrigara|obrigaria|force|forcara|obrigar|forcar|empurr*))
nao nos (deix*|rest*|fica*|sobra*) ~ (opcao|alternativa|remedio|saida|escolha|caminho|senao|hipotese)
nao (teremos|teriamos|havera|ha|haveria|restara|temos) _ (opcao|alternativa|remedio|saida|escolha|caminho|hipotese)
(tom*|adot*|adopt*|aplic*|acion*) ~ (medidas|diligencias|providencias) !! corrigir|solucionar*|resolver*|ajud*
(as|outras) (medidas|diligencias|providencias) (oportunas|necessarias|pertinentes|adequadas|que|mais|drasticas
    |severas|cabiveis|devidas)
(agir*|agiremos|agiriamos|atuar*|atuaremos|procederemos|proceder) (em conformidade|em consequencia|como|conforme
    |de acordo)|agir(emos)? de outr*
reserv* ~ (direito*|faculdade|possibilidade|opcao)
(recorrer*|recorreremos|procurar*|usar*) ~ (outr*) (vias|meios|metodos|caminhos|instancias|maos|formas|maneiras)
(nas|em) maos (de|d*) ~ (profissiona*|terceir*|especialist*|quem|cobran*)|para outras maos
(deixar*|escapar*|saira|sair) _ (de|das) nossas maos|fora das nossas maos
(lista*|registo*|ficheiro*|base) ~ (devedor*|incumprid*|caloteiro*|maus)|lista negra
(empresa|agencia|gabinete|servicos?) de (cobranca*|recuperacao de)
(suspenderemos|suspenderiamos|cortaremos|cancelaremos|interromperemos|bloquearemos|retiraremos|reteremos
    |congelaremos|cessaremos)
vamos (suspender|cortar|cancelar|interromper|bloquear|retirar|reter)
inclu(ir|iremos|ido|ida|idos|ira|ido) ~ (registo*|lista*|base|ficheiro*)
"""

THREATS = """
(sofrer*|assum*|enfrent*|arcar*|suport*|arque|evit*|sujeit*) ~ consequencias
consequencias (grave*|negativ*|desagradave*|seri*|imprevisive*|que (isso|isto|tal|pode|tera|dai)|indesejav*
    |importantes|nefastas)
(nossa|toda a|minha|a) paciencia|paciencia
antes que seja (demasiado )?tarde|antes de ser tarde|(ainda) (esta|vai|estamos|vem) a tempo|enquanto (ainda )?(pode
    |ha tempo|e tempo|puder)
(para|pelo|no) (o )?(seu )?(proprio )?(bem|interesse)|no seu (proprio )?interesse|a bem d*
mais (lhe )?vale|melhor sera|(convem-lhe|interessa-lhe|convinha|conviria|seria bom que|faria bem em|faria bem
    |fazia bem|andaria bem)|(seria|e) (prudente|aconselhavel|sensato|avisado|inteligente)|aconselhamo-lo
(evit*|poup*) ~ (problemas|dissabores|males maiores|situac*|complicac*|surpresas|embaraco*|constrangiment*
    |mal-entendid*|conflit*|escandal*|vergonha|desagradave*|incomodos|transtornos|aborreciment*|que (isto
    |este assunto|a situacao|cheguemos|tenhamos)|ter de|chegar a) !! duplic*
(maiores|males|piores) (incomodos|problemas|maiores|prejuizos|dissabores)|males maiores|dissabor*|constrangiment*
    |embaraco*
(sua|seu|vossa|vosso) _ (reputacao|prestigio|bom nome|fama|imagem|solvabilidade|credibilidade|idoneidade)|bom nome
(setor|sector|ramo|oficio|meio|cidade|vila|praca|mercado|mundo|bairro) ~ (pequen*|conhec*|sab*|fal*|coment*|nome)
(as noticias|tudo|estas coisas|essas coisas|os rumores|a palavra) (se )?(correm|voam|corre|acaba* por (se )?saber*
    |sabem-se|sabe-se|se sabe*|comenta*|espalha*)|corre depressa|correm depressa
passar a palavra|de boca em boca|passa-palavra|constar no meio
(outros|os seus|restantes|demais) _ (<others>) ~ (saib*|saber*|soub*|ach*|interess*|conhec*|pens*|dir*|vej*
    |perguntar*|ouv*|opin*|gost*)
(torn* public*|publicar*|divulg*|difund*|vir* a publico|venha a publico|praca publica)
(<relation>) ~ (afet*|afect*|ressent*|perig*|romp*|dan*|deterior*|repens*|reconsider*|rever|revis*|termin*|fim
    |em jogo|em risco|em causa|sofr*|esfri*|question*|comprometid*|abal*|quebr*)
(repens*|reconsider*|rever|reavali*|revis*|perigo|risco|causa|duvida|romp*|perd*|prejudic*|dan*|deterior*|question*
    |comprometer|afet*|afect*|ensombr*|manch*|arrisc*|por fim|abal*|quebr*|termo) ~ (<relation>) !! dificult*
    |por causa
(continuar|seguir|repens*|ponder*) (se )?(a )?(contar|trabalhar|servir|colaborar|confiar|merec*) ~ (com|como|a
    |consigo)
(far-nos-a|fara com que|teremos de|sera preciso) (repensar*|reconsiderar*|pensar*|ponderar*|reavaliar*)
nao (podemos|poderemos|vamos|queremos|pretendemos|estamos dispostos a|tencionamos) (continuar )?(a )?(esper*|toler*
    |permit*|consent*|financ*|aguent*|continuar|aceit*|suport*|admit*)
nao (podemos|poderemos|vamos|estamos dispostos a) (continuar a )?(esperar|tolerar|permitir|financiar|aguentar
    |aceitar|suportar)
(visita-lo-emos|faremos uma visita|far-lhe-emos uma visita|passaremos por ai|passaremos pel*|iremos ter consigo
    |enviaremos alguem|mandaremos alguem|passara alguem|alguem (ira|passara)|iremos busca*|bater a porta
    |bater-lhe a porta)
(sabemos|sei) (bem )?onde (viv*|est*|encontrar*|trabalh*|fica*|mor*)
(tera|vai ter|tera de) (noticias nossas|de ouvir|que lament*)
(e|seria|sera) (uma )?(pena|lastima|triste|lamentavel|desagradavel)|que pena
(lamentariamos|sentiriamos|custar-nos-ia|doer-nos-ia|lamentaremos|detestariamos|teriamos (muita )?pena|odiariamos)
nao (gostariamos|gostavamos|quereriamos|queriamos|desejariamos|queremos|desejamos|gostamos) (nada )?(de )?(ter de
    |ter que|nos ver|chegar|que (isto|este|esta|a situacao|o assunto|as coisas|cheg*|pass*|afet*|tal)|recorrer
    |avancar|tomar|perder) !! (falar|conhecer|saber|incomodar)
nao nos (obrigue*|force*|faca*|ponha*|empurre*|leve*)
(vai|ira|podera|venha a) (lamentar|arrepend*)|arrepend*|(sair-lhe-a|vai sair-lhe|custar-lhe-a|sai
    |saira) (muito )?(car*)|pagar* caro
(tomamos|tomaremos|tomamos ja) boa nota|nao (o |a )?esquec(eremos|emos)|(temos|teremos) (boa )?memoria|(tirar
    |tiraremos|retirar|retiraremos|tire) ~ (conclusoes|ilacoes)
lembrar-nos-emos|nao nos esquec*|teremos (isso |muito )?em conta (a sua|est*|quem|como) !! proposta|situacao
    |circunstanci
(ja )?(sabe|sabem|conhece|imagina|calcula|compreende) (bem |perfeitamente |certamente |muito bem )*(o que
    |que (acontece|signific*)|como (acab*|termin*|funcion*)|onde isto|aonde) !! (ajud*|quem)
(imagine|pense|reflita|pondere|calcule|tente imaginar) (bem |no |na |sobre |o que|em como|se|como)
(nao e (preciso|necessario)|escusado sera|escusamos de|dispensamo-nos de|nao precisamos de|sera desnecessario
    |desnecessario) (que lhe )?(dizer*|explic*|lembr*|record*|enumer*)
(cabe-lhe|a (decisao|escolha|bola) (e|esta)|depende (so |apenas |unicamente )?de si|so depende|esta nas suas maos
    |nas suas maos|a si decidir)
(a partir|apos|depois|para la) ~ (data|dia|momento|altura) ~ (nao|outr*|mud*|deix*) ~ (garant*|respons*|poder*|sera
    |coisas|conversa)
nao (nos responsabilizamos|nos responsabilizaremos|somos responsaveis|respondemos por|podemos garantir
    |poderemos garantir|garantimos)
sem (mais|qualquer|outro) (aviso|previo|demora|delongas|tolerancia) & *remos|*riamos|vamos|*(ara|era|ira)
sem aviso previo & *remos|vamos|*(ara|era|ira)
sem contemplacoes|nem mais um dia|improrrogavel|inadiavel|peremptori*|perentori*|impreteriv*|prazo (final
    |definitivo|fatal|ultimo)
(nao|deixaremos de|deixar de) (sera|serao|seremos|ser) (tao|igualmente) (amav*|cordia*|pacient*|compreens*|amigav*
    |agradav*|flexiv*|generos*|simpatic*)
(menos|nao tao) (amav*|cordia*|pacient*|compreens*|amigav*|agradav*|flexiv*|simpatic*)
(proxim*|seguinte) (<notice>|vez|passo|conversa) ~ (nao sera|sera (outr*|bem|diferent|muito)|ja nao|vira|tom)
passar (a|para) (vias de facto|outra fase|a acao|outro nivel|outro patamar)
(tempo|contagem|relogio|dias|horas) ~ (contad*|corre|esgot*|a acabar|decrescente)
(ha|existem|temos|conhecemos|dispomos de) ((outras|outros|muitas|muitos|mais|as nossas|os nossos) )?(formas
    |maneiras|meios|metodos|modos|recursos|vias|caminhos) !! de pagamento|data
ameac*|retali*|ajust* (de )?contas|a mal|por (bem|mal) ou por|por mal
fech* (as )?portas|portas ~ fech*
(assim|desta forma) (nao|acaba*|termin*) ~ (empres*|negoci*|cliente*)
(outros|quem|aqueles|clientes|empresas) _ (agiu|agiram|fez|fizeram|pens*|deixaram|acharam|nao pagaram|tambem)
(sai(r|ra|u)?|sai-lhe|cust(ar*|e)|fic(ar*|a)) _ (car(o|a|os|as)|mais car(o|a)|carissim*)
todos os (meios|recursos) (ao nosso|possiveis|que|disponiveis|de que)|por (todos os meios|qualquer meio)
(unic*|exclusiv*|inteir*|total|so) responsab*|(sua|seu) (exclusiva|inteira|propria|unica|total) responsabilidade
    |responsavel (pelo que|sera)|por sua conta e risco
(nossas|outras|outros) maos & (deix*|pass*|estar*|estara|escap*|sai*|fic*)
(ja|demasiado|tarde) (sera|seja|e|seria)? ?(demasiado )?tarde|tarde demais
(passaremos|iremos|deslocar-nos-emos) ~ (pessoalmente|pela sua|pelo seu|ate si|a sua (porta|empresa|loja))
    |a frente (dos seus|de toda|dos)
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
(iremos|viremos|vamos|passaremos|irao|vem) (la )?(a )?(buscar*|cobrar*|receber*|reclamar*|levantar*) !! encomenda
    |material
(visita|visitas) ~ (cortesia|nao sera|sera (outra|diferent*))
tambem (sabemos|podemos) (ser|agir|fazer)|podemos ser
(depende|dependera) _ (de si|do senhor|da senhora)|nao (lhe )?(vai |ira )?(gostar|agradar*)
sabemos (a que horas|onde|quando|qual e)
(a|para) bom entendedor
(sabe|conhece|sabera) ~ (risco*|expoe|arrisca|em jogo)|ao que se (expoe|arrisca|sujeita)|(se )?(arrisca|sujeita
    |expoe)(-se)? a
pass(a|ara|aremos|arao) ~ (para|a) (quem|outr*|maos) !! colega*|pessoa d*|responsavel
(conhecemo-nos todos|todos nos conhecemos|toda a gente se conhece|as coisas sabem-se)
o que (o|lhe) (espera|vem)|o que vem a seguir
(damos-lhe|dou-lhe|tem|damos) _ (horas|ate (amanha|sexta|segunda|ao meio-dia))|(vinte e quatro|quarenta e oito
    |setenta e duas|24|48|72) horas & damos*|tem
prazos de entrega & along*|mais longos|poderao & nossos|lhe|seus
(ficaria|ficava) (surpreendid*|admirad*)
(diretor*|gerente|gerencia|direcao|administrador) ~ (pessoalmente|em cima da mesa|o seu (processo|caso)) !! gosto
    |prazer|ajud*|falar
outros clientes ~ (gostariam|agradeceri*|content*|a espera|encantad*)
(senhorio|proprietario|contabilista) ~ (interess*|sab*|soub*)
ma impressao|(lembrad*|recordad*) como|uma cena|um escandalo
(isto )?acaba (na|hoje|aqui|esta)|acabou-se|ja basta|ja chega|nem pense em
motivos para (continuar|seguir)
quem a faz|o senhor assinou
"""
