"""Reproaching, and pressing on the feelings, in Portuguese."""

from __future__ import annotations

REPROACHES = """
(ignorou|ignoraram|tem ignorado|incumpriu|incumprido|faltou|falharam?|falhou|desrespeit*|defraudou|desiludiu
    |desapontou|abusou|quebrou|optou|preferiu|escolheu nao|decidiu nao|traiu|enganou|desprezou|menosprez*
    |nao se dignou|fez orelhas|fez tabua|esqueceu-se de (nos|quem))
(o seu|este|reiterado|grave|claro) incumprimento|incumpridor*|incumprindo
orelhas moucas|ouvidos moucos|tabua rasa|fazer-se (de )?(surdo|desentendido|esquecido)|nem sequer|olhar para o lado
    |assobiar para o lado
(o seu|a sua|este|esta|tal|o vosso|a vossa) _ (silencio|atitude|conduta|comportamento|desleixo|negligencia
    |irresponsabilidade|passividade|desinteresse|ma-fe|ma fe|indiferenca|postura|descaso|desprezo|inercia
    |incumprimento|displicencia)
(falta|ausencia|carencia|nenhum*|pouc*) (total |absoluta )?(de )?(seriedade|respeito|interesse|compromisso
    |profissionalismo|responsabilidade|consideracao|palavra|vontade|etica|vergonha|educacao|escrupulos|colaboracao
    |honestidade|boa-fe|boa fe|cortesia)
inaceitav*|inadmissiv*|intolerav*|imperdoav*|injustificav*|injustificad*|incompreensiv*|vergonhos*|lamentav*
    |indign*|desrespeitos*|desonest*|irresponsav*|desleal|abusiv*|deploravel|indesculpav*|pouco (seri*
    |profissiona*)|escandalos*
caloteir*|calote|mau(s)? pagador*|ma paga|vigaris*|ladra*|ladro*|burl(a|ar|ao|oes)|roub*|aldrab*|trafulh*
    |aproveitador*|devedor (relapso|cronico)
ma-fe|ma fe|ma vontade|ma intencao|de proposito|propositad*|deliberad*|intenciona(l|is|lmente)|conscientemente
    |voluntariamente
desculpas (esfarrapadas|de|repetid*|e mais|nao)|mais desculpas|pretexto*|evasiv*|empatar|a empatar|protel*
    |manobras? dilatoria*|dilatori*|mentir*|mentiu|escond*|fugir|esquiv*|promessas vas
(nao|nem|nunca|jamais|tampouco) (nos )?(teve|mostrou|cumpriu|respondeu|respondeu-nos|contestou|deu|soube|quis
    |respeitou|atendeu|se dignou|se deu|devolveu|fez|honrou|tem (cumprido|respondido|mostrado|atendido)|cumpre
    |responde|respeita) !! (pode)|efeito
(falt*|quebr*|romp*|incumpr*|esquec*) (a |ao |os |as |o |com )?(sua |seus |sua propria )?(palavra|promess*
    |compromisso*|acordo|obrigac*)
prometeu ~ (e|mas) (nao|sem|continu*|ate)
(como sempre|como de costume|como e (ja )?(habitual|costume)|outra vez|mais uma vez|uma vez mais|de novo|novamente
    |sempre|sistematic*|habitualmente|por costume|constantemente|cronic*) ~ (tarde|atras*|demor*|mesmo|sem pagar
    |fora de prazo|incumpr*)
(tarde|atras*|demor*) ~ (como sempre|de costume|outra vez|mais uma vez|costume|habito)
habituad*|ja e habito|mau habito
(surpreende-nos|estranhamos|desilude-nos|doi-nos|indigna-nos|ofende-nos|espanta-nos|entristece-nos|magoa-nos
    |custa-nos|choca-nos|e (dificil|incompreensivel|surpreendente|estranho|de estranhar|de lamentar))
nos (surpreende|espanta|desilude|doi|indigna|ofende|entristece|magoa|choca|deixa perplex*)
(surpreendid*|estranheza|surpresa|desilu*|desapont*|dececion*|decepcion*|defraud*|indignad*|trai(cao|dos)|engan(ou
    |ar)|magoad*|fart*|cansad*|ofendid*|perplex*|desagrad*)
goz*|rir-se|brincar connosco|a brincar|abus* d*|aproveit* (-se )?d* (nossa|nossos|nos)|fazer pouco
vergonha|envergonh*|deixar-nos (pendurad*|ficar mal)
(esperavamos|esperariamos|teriamos esperado|nao esperavamos|contavamos) ~ (mais|outr*|isto|assim|de si|de uma
    |empresa|com)
(confiavamos|confiamos|acreditamos|acreditavamos|depositamos|demos-lhe) ~ (e|mas|contudo|agora)
nao (entendemos|compreendemos|percebemos|conseguimos|podemos) (a )?(entender |compreender |perceber |aceitar |
    explicar )*(como|porque|por que|que|o seu|est*|tal|a razao|o motivo)
(custa|dificil|impossivel) (de |a )?(entender|acreditar|crer|compreender|perceber|explicar|aceitar)
(depois de|apos|com|perante) (tudo|tantos|tantas|o que|anos|a confianca) ~ (por si|fizemos|confianca|anos|ajud*
    |cumpr*|demos)
(a nossa empresa|nossa parte|da nossa parte|pela nossa parte|do nosso lado) ~ (cumpr*|pontua*|a tempo|entreg*
    |fizemos) & (seu|sua|esper*|mesmo|pag*|igual|senhor|lado)
(o senhor|a senhora|vossa empresa|a sua empresa|ja) (ja )?(desfrut*|utiliz*|us(a|ou)|aproveit*|benefici*) ~ (noss*
    |material*|mercadoria*|produto*|trabalho|servico*)
desfrut* & (pag*|fatura*|sem|gratis|enquanto|ja)
(intencao|vontade|animo|desejo) de (pag*|nao pag*|cumprir*|liquid*|engan*|honrar)
(sabemos|consta-nos|vemos|vimos|observamos|dizem-nos|chegou-nos|reparamos|e sabido|toda a gente sabe) (bem |
    muito bem |perfeitamente |aos ouvidos )?que _ (dispoe*|tem|pode*|cobr*|outr*|vai|compr*|viaj*|invest*|vend*
    |esta*|continu*|pag*|abri*)
(paga*|cumpre*) (a|aos|com) (outros|os outros)|aos outros _ (paga*|ja)
(dinheiro|verba*) para (outras coisas|viag*|ferias|carro*|feiras|caprichos|abrir|compra*)
(comecamos|chegamos|faz-nos|leva-nos|leva a|tentados|somos levados) (a )?(duvid*|pens*|acredit*|crer|suspeit*
    |pergunt*|desconfi*|questionar*)
duvidar* d*|duvidamos|(por|poe*|coloc*) _ (em duvida|em causa a sua)|suspeit*|desconfi*
(queremos|quereriamos|gostariamos|gostavamos|preferimos|recusamo-nos a|esperamos
    |supomos) (de )?(continuar a )?(pens*|acredit*|crer|que) ~ (nao )?(seja|e|se trat*|tenha*|tem|aja*|queira*
    |pretend*|esteja*) ~ (fe|proposito|intenc*|seri*|brincadeira|estrategia|tatica|cumpr*|palavra|aproveit*|engan*
    |escond*|irrespons*)
(financ*|banco) ~ (gratis|a nossa custa|gratuit*|nao somos)|nao somos (um |o seu )?(banco|instituicao|financeir*
    |caixa|associacao)|a nossa custa|as nossas custas
(por )?culpa|culpad*|culpa sua
(devia|deveria|podia|poderia) (ter |pelo menos |ao menos |no minimo )*(pag*|cumpr*|respond*|vergonha|envergonh*
    |dado|tido|a (cortesia|decencia)|avisad*)
(ao menos|pelo menos|no minimo) ~ (respond*|atend*|telefon*|ligar|cortesia|decencia|explic*|avis*|satisfac*)
(um|uma|qualquer|toda) _ (empresa|pessoa|empresario|cliente|profissional) (seri*|responsave*|honrad*|honest*
    |decente|de (bem|palavra))|pessoas? de bem|gente seria
(demonstr*|mostr*|revel*|evidenci*|diz (muito|pouco)) ~ (que|seu|sua|d*)
(esquec*) _ (d*) (nos|obrigac*|compromiss*|quem)
(recus*|neg*) (-se )?(a )?(pagar|responder|atender|falar|cumprir)
(sem|nenhuma|nem uma) (explicacao|dar sinais|justificacao|motivo|razao|dar a cara|satisfacao|uma palavra)
ninguem (atende|responde|da a cara|diz)|(sempre|cada vez) que (ligamos|telefonamos|perguntamos)
(garantiu|prometeu|assegurou|disse)(-nos)? ~ (mas|e no entanto|e ate)
(ja )?(esperamos|estamos a espera|aguardamos) (ha|desde)
(mais do que tempo|na hora|mais que tempo|altura|tempo) de (pagar|cumprir|regularizar|liquidar)|ja (e|sao) horas
ate quando|fazer(-nos)? esperar
(maneira|forma) de (tratar|fazer negocios|se comportar)
pedir (muito|demais|demasiado)|(bastava|bastaria|teria bastado) _ (telefonema|e-mail|mensagem|chamada)
(nao nos|nao) (passou|passaram|escapou|escaparam) (despercebid*)?|despercebid*
(concorrencia|concorrentes) ~ pag(a|am|a-nos)
tome* (-nos )?por|por (parvos|tolos|idiotas)
arrependa*|arrepender*|arrepend*
(aguentamos|aguentado|suportado|esperamos|esperado) (ja )?(bastante|demasiado|o suficiente|demais)
"""

PRESSURE = """
famili(a|as)|filhos|criancas|o pao|pao na mesa|sustent(o|ar)
por sua culpa|consciencia|coracao|remorso*|alma
desesper*|angusti*|afog*|asfixi*|sufoc*|sofr(er|imento|emos|e|em)|tira* o sono|dormir|noites sem|lagrim*|chor(ar|o)
    |pesadelo*|aflit*|aflic*
ruina|arruin*|afund*|falencia|bancarrota|(fechar|fecharmos) _ (empresa|negocio|oficina|loja|portas)
    |despedir (trabalhadores|pessoa*|empreg*)|despediment*|postos de trabalho|(ir|vao|mandar) para a rua|sobreviv*
    |em perigo ~ (empresa|negocio|emprego*)|ficar sem (trabalho|emprego|receber|salario)|sem receber
    |salarios em atraso
suplic*|implor*|de joelhos|por piedade|compaixao|por amor de|pelo que mais
(ponha-se|coloque-se|por-se) no nosso lugar|na nossa (pele|posicao)|como (se sentiria|reagiria|se sente)|que (faria
    |pensaria|sentiria) (o senhor)?|gostaria que lhe|gostava que lhe
egoist*|egoismo|solidari*|humanidade|caridade|sentido (moral|etico|de responsabilidade)
nao nos (falhe*|deixe*|desiluda*|dececione*|abandone*)
apel* (a|ao) (seu|sua) (honra|sentido|consciencia|decencia|dignidade|boa vontade|responsabilidade|moral|etica
    |palavra|humanidade|profissionalismo|bom senso)
moral|moralmente|etica*|eticamente|decencia|dignidade|honra|honradez|decente
urgent*|urgencia* !! encomend*|envio*|atend*|transport*|entreg*
(pag*|liquid*|transfir*|regulariz*) (-o |-a |o |a |os |as )?(de )?(imediat*|imediatamente|agora mesmo|hoje mesmo
    |sem falta)
pagamento (imediato|urgente|sem demora)
(pag*|liquid*|transf*) ~ sem falta
sem mais (demora*|delongas|desculpas)|sem desculpas
(pequen*|modest*) (empresa|negocio|familiar) ~ (nao pode*|sofr*|depend*)
(trabalhador*|funcionario*|colaborador*|equipa|pessoas) ~ (depend*|esper*|nao receb*|sem receber|confi*|(seu
    |seus) (ordenado*|salario*))
depend* d* (seu|si|este|deste) (pagamento)?
(divida|obrigacao|dever) (moral|de honra|de gratidao)
por sua causa|por causa de si
amizade|amigos|como da familia|chegar ao fim do mes
(empresa|negocio|casa) como (a sua|o seu|a vossa)|da sua (dimensao|categoria|craveira)
(pague|liquide|transfira|regularize) (lo |la |los |las |ho |o |a )?ja
"""
