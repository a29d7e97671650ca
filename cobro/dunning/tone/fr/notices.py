"""Counting, warning, demanding, and speaking of the law, in French."""

from __future__ import annotations

COUNTS = """
<ordinal> (et (derni(er|ere)) )?(<notice>)
(<ordinal>|enieme|derniere) fois
(<notice>) (de paiement )?(n|no|numero|n,? ?o) ?\\d+
(<many>) (de )?(nos )?(<notice>) !! pieces? jointe*
(plusieurs|maintes|de nombreuses|tant de|combien de|diverses|x) (fois|reprises)
(a )?(plusieurs|maintes|deux|trois|diverses|de nombreuses|multiples) (reprises|occasions)
(nos|mes|les|vos) (precedents|precedentes|anterieurs|anterieures|derniers|dernieres|nombreux|nombreuses|multiples
    |differents|differentes|divers|diverses) (<notice>)
(<notice>) (precedents|precedentes|anterieurs|anterieures|repetes|repetees|successifs|successives|restes?|restees?
    |demeures?|demeurees?|sans reponse|infructueu*)
(malgre|en depit de|nonobstant|suite a|apres) (nos|mes|toutes nos|tous nos|l'ensemble de nos|plusieurs|les|maintes
    |notre) ~ (<notice>)
(une fois de plus|une nouvelle fois|encore une fois|a nouveau|de nouveau) ~ (<write>)
(<write>) ~ (une fois de plus|une nouvelle fois|encore une fois|a nouveau|de nouveau)
nous (vous )?(avons|avions|ayons) (deja|maintes|pourtant|plusieurs|bien) ~ (<write>|ecrit|dit|prevenu*|informe*)
(deja|precedemment|anterieurement) (vous )?(ecrit|relance*|rappel*|signal*|demand*|averti*|contact*|sollicit*
    |adresse*|indiqu*)
comme nous vous l'avons (deja )?(rappele|indique|ecrit|signale|dit)
(nous|on) (ne )?(cess*|continu*|somm*|devons) ~ (relancer|rappeler|ecrire|reclamer|recourir)
(est|sont) rest* (sans (reponse|suite|effet)|lettre* morte*)
lettre morte|vaines? relances?|en vain
(encore|nouvelle|enieme|autre) (un |une )?(<notice>) !! par retour|autre (demande|appel) de votre part
perdu le compte|combien de fois|combien de (<notice>)
(ce n'est pas|n'est pas) (la premiere fois|le premier|notre premi*)
depuis (notre|nos) (premi*|derni*) (<notice>)
(nous vous relancons|relancons|relancer)
(deux|trois|quatre|cinq) (fois|reprises) & <write>|<notice>|avons
"""

WARNINGS = """
(derni(er|ere)|ultime|final|finale|supreme) (<notice>|avertissement|chance|delai|occasion|sommation|opportunite
    |recours|fois|mise en garde|possibilite)
(<notice>|avertissement|delai) (final|finale|ultime|derni*)
une derniere fois|pour la derniere fois
avertissement*|avertis(sons|sant)|averti(e|s|r)?|ultimatum|mise en garde|mettons en garde|mettre en garde|prevenons
    |(vous (voila|voici|etes|etiez|serez|aurez ete)) _ (prevenu*|averti*)|tenez-vous (le )?pour|sommons|sommation*
prenez garde|gare a|attention,
rappel a l'ordre|signal d'alarme|coup de semonce
(ne|n'*) ~ (ecrirons|relancerons|enverrons|rappellerons|avertirons|previendrons) (plus|pas)|plus (aucun
    |d'autre) (<notice>)|aucun (autre|nouveau) (<notice>)
"""

DEMANDS = """
mises? en demeure|mettons en demeure|mettre en demeure|met en demeure|met*ons _ en demeure
exige(ons|r|ant|z)?|exigences?|sommons|sommes en droit d|intimons|enjoign*
(nous )?(vous )?(demandons|reclamons) instamment|injonction*
nous reclamons|vous reclamons|lettre de reclamation
nous vous (requerons|imposons)
"""

LAW = """
avocat*|huissier*|commissaire* de justice|tribuna(l|ux)|juges?|judiciaire*|juridi(que|ques|ction)|contentieu*
    |proces|aller en justice|en justice|la justice|assign*|saisie*|saisir (le|la|un)|plainte|poursuites?
    |poursuivre en|poursuivr* ~ justice
voies? (legales?|de droit|judiciaires?)|action en|legal|legale*|legaux|legalement|la loi (nous|prevoit|permet
    |autorise|vous)|de par la loi|par la loi
injonction de payer|police|gendarm*|penal(e|es|ement)?|penaux|greff*|requete aupres|refere
    |procedures? (de recouvrement|judiciaire*|engage*|simplifie*|contentieu*)|recouvrement (force|judiciaire)
    |executoire|titre executoire|conseil juridique|notre conseil|citation|prud*|redressement judiciaire
"""
