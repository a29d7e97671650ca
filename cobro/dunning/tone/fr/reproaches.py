"""Reproaching, and pressing on the feelings, in French."""

from __future__ import annotations

REPROACHES = """
vous (avez|ayez|aviez|n'avez|ne|n'*|persistez|continuez|preferez|choisissez|semblez|osez|refusez|ignorez|negligez
    |faites|manquez|abusez|profitez|trahissez|vous moquez|fuyez) (pas |meme |pas meme |sciemment |deliberement |
    toujours |encore |manifestement |visiblement |jamais |a |de |donc |clairement |pourtant |preuve )*(ignor*
    |manqu*|failli*|neglig*|trahi*|decu*|abus*|rompu*|prefere*|choisi*|refus*|daign*|respect*|tenu*|honor*|repond*
    |pris la peine|fait (preuve|la sourde|semblant|fi)|trompe*|moqu*|profite*|oubli* (de nous|vos|qui|que nous)
    |la sourde|silence|mauvaise|de mauvaise|juge* (utile|bon)|mepris*|menti*|payer (en retard|tard)|l'intention
    |aucune intention)
(votre|vos|cette|ce|un tel|une telle|de tels) _ (silence|attitude|comportement|negligence|mepris|mutisme|inertie
    |passivite|desinvolture|legerete|mauvaise foi|mauvaise volonte|manquement*|conduite|defaillance*
    |irresponsabilite|indifference|desinteret|laxisme|refus|absence de (reponse|reaction)|manque|promesses non
    |incapacite|inconsequence|carence)
manque* (total |flagrant |evident |cruel )?(de|a) (serieux|respect|professionnalisme|consideration|parole
    |courtoisie|bonne foi|rigueur|loyaute|correction|volonte|vos|votre|responsabilite|reponse|tous)
manque* ~ (parole|engagement*|promesse*|devoir*|obligation*)
inacceptable*|inadmissible*|intolerable*|inexcusable*|impardonnable*|incomprehensible*|injustifi*|honteu*
    |scandaleu*|indigne*|irrespectueu*|irresponsable*|malhonnet*|deloya*|desinvolt*|deplorable*|lamentable*|abusi*
    |insupportable*|cavalie*|incorrect (de|que)|peu (serieu*|professionnel*|correct*|elegant*|scrupuleu*|loyal*)
    |inconcevable*|revoltant*|choquant*|insultant*|desobligeant*
mauva(is|ise|ises) (payeur*|foi|volonte|debiteur*|habitude*)|payeurs? (indelicat*|retardataire*)
    |debiteur* (defaillant*|indelicat*)|voleu*|voler|escro*|arnaqu*|menteu*|mensonge*|fraudeu*|frauduleu*|profiteu*
    |tricheu*|parasite*
(deliberement|sciemment|volontairement|expres|intentionnel*|consciemment|a dessein)
excuses? (bidon*|repet*|habituelle*|ne)|pretexte*|faux-fuyant*|manoeuvre* (dilatoire*)?|dilatoire*|atermoie*
    |tergivers*|faire trainer|laiss* trainer|trainer|esquiv*|derob*|fuir|fuyez|vous cachez|se cacher|sourde oreille
    |faire le mort|faites le mort|balader|mener en bateau|promesses en l'air|belles paroles|vaines promesses
(tenir|tenu|respecte*|honore*) _ (parole|promesse*|engagement*) !! merci|confirm*|modalites|convenu*
(promis*|engage*) ~ (pourtant|mais|rien|toujours rien|en vain)
(comme|a) (toujours|d'habitude|a l'accoutumee|votre habitude|chaque fois)|systematique*|chronique*
    |regulierement (en retard|tard)|toujours (en retard|la meme|les memes|tard)|encore (une fois )?(en retard
    |impaye*|du retard)|une fois de plus|une nouvelle fois|habitude*
(nous|je) (sommes|suis|restons|demeurons) (tres |fort |vraiment |profondement |extremement |plus que |
    particulierement |desagreablement |bien |assez |un peu )*(etonne*|surpris*|decu*|choque*|consterne*|indigne*
    |offusque*|stupefait*|perplexe*|las|lasses|fatigues|desole* de (constater|voir|votre)|peine*|blesse*|attriste*
    |scandalise*|outre*|excede*|desabuse*)
(nous )?(surprend*|etonne|decoi*|choque|attriste|peine|blesse|indigne|deconcerte|interpelle|laisse perplexe|desole
    |stupefie|consterne|navre)
(etonnement|surprise|deception|stupefaction|indignation|consternation|lassitude|incomprehension)|decevant*
    |etonnant*|decu*|trahi*|trahison|moqu*|se moquer|prendre pour|prenez pour|abus* de|profit* de (notre|nous|la
    |cette)|exploit*
(nous )?(attendions|esperions|aurions espere|aurions attendu|aurions cru|pensions|croyions|avions confiance
    |faisions confiance|comptions|etions en droit) ~ (mieux|autre*|plus|vous|mais|avoir|pouvoir|d'une|de votre
    |serieu*|different*) !! plaisir|retrouver|parler
(ne|n'*) _ (comprenons|comprends|concevons|expliquons|voyons|parvenons) (pas|plus|guere|mal|toujours pas) (pourquoi
    |comment|que|ce qui|votre|cette|un tel|l'|les raisons|a)
(mal|difficile|difficilement) (a |de )?(compren*|croire|expliquer|admettre|accepter|concevoir)
(apres|malgre|avec|vu) (tout|toutes|tant|les annees|la confiance|tous) ~ (fait pour vous|annees|confiance|efforts
    |accord*|facilites|aide*|consenti*|patience|souplesse)
nous (avons|sommes|livrons|respectons|tenons) (toujours |pour notre part |de notre cote |bien |
    , quant a nous, )*(tenu|respecte*|honore*|livre* (a temps|en temps|dans les delais)|rempli|fait notre part
    |nos engagements|ete (a l'heure|ponctuel*)|execute*) & (vous|votre|vos|reciproque|retour|attend*)
(notre|de notre) (part|cote|partie) ~ (engagement*|contrat|parole|rempli*|tenu*) & vous|votre|vos
vous (profitez|jouissez|utilisez|beneficiez|exploitez|disposez|vendez|avez profite|avez beneficie|etiez
    |avez bien su|avez su) ~ (marchandise*|produit*|nos|notre|service*|travail|materiel|depuis|bien|sans|ravi*
    |content*|heureu*|moyens|fonds|argent)
(intention|envie|volonte|souhait) de (payer|regler|ne pas|honorer|tenir|solder|vous soustraire)
(nous )?(savons|voyons|constatons|remarquons|avons vu|avons appris|avons constate|avons remarque|apprenons
    |observons|n'ignorons pas|il est notoire|il parait) (bien |pertinemment |tous |aussi |par ailleurs |pourtant |
    avec )*(que|qu'*|votre) (vous |votre |vos |chez )*~ (avez|payez|reglez|disposez|investi*|ouvr*|achet*|moyens
    |fonds|argent|tresorerie|va|tourne*|autres|embauch*|recrut*|nouveau*|nouvelle*|vacances|plein*|prosper*
    |florissant*)
(trouve*|avez) ~ (argent|moyens|fonds|temps) pour|payez (bien )?(les|vos|d'autres) (autres|fournisseurs|salaires)
    |regl* (les|vos) autres
(commen(c|ç)ons|commencons|amene* a|finir* par|finissons par|forces? de|tente* de|tentes|venons a|en droit de
    |porte* a|incite* a|laisse*) (a |de )?(dout*|cro*|pens*|soup*|demand*|interrog*|croire|se demander
    |nous demander|penser)
dout(ons|er|e) de|soupcon*|mefi*|en doute|bonne foi
(voulons|voudrions|aimerions|preferons|osons|souhaitons|esperons|refusons) (encore |ne pas |pas |toujours |de |
    bien )*(croire|penser|esperer|imaginer)? ?(que|qu'*) ~ (n'*|ne|pas) ~ (intention*|volontaire*|foi|delibere*
    |habitude|strategie|tactique|moqu*|fuy*|serieu*|cach*|cherch*|expres|profit*|votre (maniere|facon|genre))
(nous )?(ne sommes|n'etes|sommes) (pas|ni) (une |votre |un |des )(banque|banquier*|organisme|etablissement
    |etablissement de credit|association|oeuvre|philanthrop*)|a nos (frais|depens)|financ(er|ons|ement) (gratuit*
    |votre|vos)|credit gratuit|banque gratuite|finance* votre
(votre|la|par) faute|coupable*|culpab*|blam*
(devriez|auriez (du|pu)|pourriez|pouviez|auriez) (au moins |au minimum |avoir |quand meme |tout de meme )*(honte
    |avoir honte|au moins|la (decence|courtoisie|correction|politesse|moindre)|nous (prevenir|repondre|avertir
    |informer)|paye*|regle*|repond*|prev*|daign*|savoir|eu|du)
la (moindre|plus elementaire|simple) (courtoisie|politesse|des choses|explication|reponse|correction|decence
    |nouvelle)|(pas|sans) (meme|une seule|la moindre|un seul) ~ (explication|reponse|mot|nouvelle|excuse|signe
    |repondre|prevenir)|ne serait-ce que|(honte|honteux)
(entreprise|client*|partenaire*|personne*|gens|societe|commercant*|dirigeant*|chef d'entreprise) (serieu*|honnete*
    |correct*|responsable*|digne*|respectable*|de confiance|de parole|loya*)|(digne*|honnete*|serieu*)
    ~ (entreprise|client|partenaire|maison|societe)|homme de parole|parole donnee
(en dit long|temoigne* (de|d'*)|demontre*|prouve*|revel*|montre* (bien|votre|que vous|peu)|trahit)
(refus*|rechign*) (de|a) (payer|regler|repondre|parler|dialoguer|collaborer|nous)|laver* les mains|fermer les yeux
    |tourn* le dos|autruche|dedain*|dedaign*
comment (osez|pouvez|expliqu*)|croyez-vous|faut-il vraiment|est-ce (ainsi|comme|de cette|la (facon|maniere)
    |que vous)|trouvez-vous (normal|correct|juste)|jusqu'a quand|jusqu'ou
meme pas|pas meme|pas une seule fois|la politesse
personne ne (repond|decroche|rappelle)|chaque fois que nous
(assure|promis|garanti|affirme) ~ (et pourtant|mais|cependant|rien)
(attendons|avons attendu|patientons) ~ (depuis|semaine*|mois|jours|longtemps)
n'avez _ (donne suite|reagi|repondu|acquitte)
(grand|plus que|il est|serait) temps (de (payer|regler|tenir|respecter|honorer)|que vous)
jusqu'a quand|combien de temps (encore|allez-vous|faudra)|faire attendre
(facon|maniere) de (traiter|faire des affaires|se comporter|proceder)
trop demander|(appel|coup de fil|message|mot) (aurait|suffisait|eut) (suffi|ete)
(nous a|n'a) pas echappe|n'est pas passe* inapercu*
concurrents ~ (paient|payent|reglent)
prenez _ pour (des|un|une)|pour des (imbeciles|idiots)
regretter notre (generosite|confiance|patience|souplesse)
(assez|trop) (attendu|patiente|longtemps (attendu|patiente))
"""

PRESSURE = """
famill*|enfants|nourrir !! familial* depuis|entreprise familiale
conscience|coeur|ame|sommeil|dormir|larme*|pleur*|desespe*|angoiss*|souffr*|supplier|supplions|implor*|pitie
    |compassion|a genoux|de grace|par pitie|cauchemar*|detresse|gorge|etrangl*|asphyxi*|etouff*|noy*|calvaire
    !! relation*
ruin*|faillite|couler|coule|depot de bilan|deposer le bilan|mettre la cle|fermer (boutique|nos|l'entreprise|notre)
    |survie|survivre|licenci*|emplois?|perdre (leur|son|notre) (emploi|travail)|chomage|mise en peril|peril
    ~ (entreprise|emploi*)|gouffre
(mettez|mettre)-? ?vous a (notre|leur) place|a notre place|comment (reagiriez|vous sentiriez|le prendriez)
    |que (feriez|diriez|penseriez)-vous|aimeriez-vous|que ressentiriez
egois*|solidar*|humanite|moral|morale|morales|moralement|ethique*|decence|dignite|honneur|honnetete|probite|loyaute
    |appel a (votre|vos)|sens (moral|de l'honneur|des responsabilites|civique|du devoir|de l'ethique)
(ne nous )(abandonnez|laissez|decevez|trahissez) pas|laisser tomber|laissez tomber|laches|lacher
urgen(t|te|ce|ts|tes) !! livraison*|commande*
(payez|reglez|paiement|reglement|virement|regler|payer|verser) (cette facture |la facture |le solde |cette somme |
    la somme |ce montant |votre dette )?(immediat*|sur-le-champ|sans delai|sans attendre|sans tarder
    |aujourd'hui meme|sans plus|des aujourd'hui|toute affaire|maintenant|tout de suite)|sans faute
    |toute affaire cessante|dans l'heure|dans l'immediat|des reception de
(salarie*|employe*|equipe*|ouvrier*|collaborateur*|personne*) ~ (depend*|compt*|attend* (leur|son)|salaire*
    |paye*) & (vous|votre|cause|faute)
a cause de vous|depend* de (vous|votre)
(petite|modeste) (entreprise|structure|societe|maison) ~ (ne (peut|peuvent)|souffr*|depend*|surviv*)
dette (morale|d'honneur)|devoir moral
ami|amis|amitie|amicalement rendu|fins? de mois|joindre les deux bouts
(entreprise|maison|societe|client) (comme la votre|de votre (taille|rang|standing|envergure|reputation|niveau))
"""
