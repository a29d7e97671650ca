"""How French threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "relances?|rappels?|lettres?|courriers?|courriels?|messages?|appels?|avis|e-?mails?|mails?|demandes?"
    "|sms|sollicitations?|tentatives?|avertissements?|reclamations?|notifications?|correspondances?|mises? en demeure"
    "|communications?|requetes?",
    "ordinal": "deuxieme|second|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|enieme|n ?ieme|\\d+ ?(e|eme|de|nd)",
    "many": "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|nombreux|nombreuses|multiples|differents"
    "|differentes|repete(e)?s|successifs|successives|innombrables|maints|maintes|diverses|divers|tous nos|toutes nos"
    "|tant de|autant de|combien de|incessantes?|continuelles?",
    "write": "rappel*|relanc*|ecri*|demand*|contact*|sollicit*|reclam*|insist*|averti*|signal*|adress*",
    "pay": "pa(ie|y)*|regl*|solde*|vers*|vir*|regularis*|acquitt*|recu|recevons|honor*",
    "relation": "(relation|relations|collaboration|partenariat|confiance|entente|cooperation|rapports) (commerciale*|d'affaires)?",
    "others": "fournisseurs?|clients?|banques?|banquiers?|collegues?|partenaires?|salaries?|confreres?|concurrents?"
    "|tiers|assureurs?|assureur-credit|direction|actionnaires?|chambre|federation|profession|reseau|entourage"
    "|associes?|voisins?|investisseurs?|patrons?|superieurs?",
    "supply": "livraisons?|commandes?|services?|prestations?|fournitures?|comptes?|credit|expeditions?|travaux|acces"
    "|encours|lignes?|contrats?|maintenance|garantie",
    "deadline": "(avant|apres|d'ici|passe|passee|jusqu'au|a compter du|a partir du|au-dela d|des le|sous) ",
}

_FINE = """
interets? (de retard )?(au taux )?leg(al|aux)
taux (d'interet )?legal|taux (d'interet )?legaux
(nom|mentions|siege|jour|forme|representant|conge|delai|denomination|depot|horaire|heure|adresse|raison|cours) leg(al|ales|aux|ale)
jours? feries? leg(al|aux)
(fete|duree) legale
a (votre|notre|mon) (avis|jugement|appreciation)
juge(z|r) (par vous-meme|vous-meme|bon|utile)
deuxieme (facture|echeance|acompte|partie|livraison|moitie|quinzaine|semaine|etage|ligne|page|trimestre|versement)
seconde (facture|echeance|partie|livraison|moitie|ligne)
(merci|remerci*) _ patience
(pas|ni|non|plutot qu') _ (un avertissement|une mise en demeure|une menace|un reproche|une reclamation|d'un avertissement|d'une menace)
(panneau|voyant|signal|temoin)x? d'avertissement
ne pas tenir compte de (ce|cette) (message|courrier|rappel|relance|lettre|courriel|mail)
(considerer|regarder) _ (ce|cette|present) _ comme (nul*|sans objet)
derni(er|ere) (lundi|mardi|mercredi|jeudi|vendredi|semaine|mois|annee|facture|livraison|commande|trimestre)
(lundi|mardi|mercredi|jeudi|vendredi|semaine|mois|annee) derni(er|ere)
(cour|avocat) (interieure|aux crevettes)
cour d[e'] ?(recre*|la mairie|service)
sans (engagement|frais)
(erreur|faute|date) de saisie
proces-verba(l|ux) de (reception|livraison|chantier)
(indemnite|frais) (forfaitaire )?(pour frais )?de recouvrement
"""

_COUNTS = """
<ordinal> (et (derni(er|ere)) )?(<notice>)
(<ordinal>|enieme|derniere) fois
(<notice>) (de paiement )?(n|no|numero|n,? ?o) ?\\d+
(<many>) (de )?(nos )?(<notice>) !! pieces? jointe*
(plusieurs|maintes|deux|trois|quatre|cinq|de nombreuses|tant de|combien de|diverses|x) (fois|reprises)
(a )?(plusieurs|maintes|deux|trois|diverses|de nombreuses|multiples) (reprises|occasions)
(nos|mes|les|vos) (precedents|precedentes|anterieurs|anterieures|derniers|dernieres|nombreux|nombreuses|multiples|differents|differentes|divers|diverses) (<notice>)
(<notice>) (precedents|precedentes|anterieurs|anterieures|repetes|repetees|successifs|successives|restes?|restees?|demeures?|demeurees?|sans reponse|infructueu*)
(malgre|en depit de|nonobstant|suite a|apres) (nos|mes|toutes nos|tous nos|l'ensemble de nos|plusieurs|les|maintes|notre) ~ (<notice>)
(une fois de plus|une nouvelle fois|encore une fois|a nouveau|de nouveau) ~ (<write>)
(<write>) ~ (une fois de plus|une nouvelle fois|encore une fois|a nouveau|de nouveau)
nous (vous )?(avons|avions|ayons) (deja|maintes|pourtant|plusieurs|bien) ~ (<write>|ecrit|dit|prevenu*|informe*)
(deja|precedemment|anterieurement) (vous )?(ecrit|relance*|rappel*|signal*|demand*|averti*|contact*|sollicit*|adresse*|indiqu*)
comme nous vous l'avons (deja )?(rappele|indique|ecrit|signale|dit)
(nous|on) (ne )?(cess*|continu*|somm*|devons) ~ (relancer|rappeler|ecrire|reclamer|recourir)
(est|sont) rest* (sans (reponse|suite|effet)|lettre* morte*)
lettre morte|vaines? relances?|en vain
(encore|nouvelle|enieme|autre) (un |une )?(<notice>) !! par retour|autre (demande|appel) de votre part
perdu le compte|combien de fois|combien de (<notice>)
(ce n'est pas|n'est pas) (la premiere fois|le premier|notre premi*) 
depuis (notre|nos) (premi*|derni*) (<notice>)
(nous vous relancons|relancons|relancer)
"""

_WARNINGS = """
(derni(er|ere)|ultime|final|finale|supreme) (<notice>|avertissement|chance|delai|occasion|sommation|opportunite|recours|fois|mise en garde|possibilite)
(<notice>|avertissement|delai) (final|finale|ultime|derni*)
une derniere fois|pour la derniere fois
avertissement*|avertis(sons|sant)|averti(e|s|r)?|ultimatum|mise en garde|mettons en garde|mettre en garde|prevenons|(vous (voila|voici|etes|etiez|serez|aurez ete)) _ (prevenu*|averti*)|tenez-vous (le )?pour|sommons|sommation*
prenez garde|gare a|attention,
rappel a l'ordre|signal d'alarme|coup de semonce
(ne|n'*) ~ (ecrirons|relancerons|enverrons|rappellerons|avertirons|previendrons) (plus|pas)|plus (aucun|d'autre) (<notice>)|aucun (autre|nouveau) (<notice>)
"""

_DEMANDS = """
mises? en demeure|mettons en demeure|mettre en demeure|met en demeure|met*ons _ en demeure
exige(ons|r|ant|z)?|exigences?|sommons|sommes en droit d|intimons|enjoign*
(nous )?(vous )?(demandons|reclamons) instamment|injonction*
nous reclamons|vous reclamons|lettre de reclamation
nous vous (requerons|imposons)
"""

_LAW = """
avocat*|huissier*|commissaire* de justice|tribuna(l|ux)|juges?|judiciaire*|juridi(que|ques|ction)|contentieu*|proces|aller en justice|en justice|la justice|assign*|saisie*|saisir (le|la|un)|plainte|poursuites?|poursuivre en|poursuivr* ~ justice
voies? (legales?|de droit|judiciaires?)|action en|legal|legale*|legaux|legalement|la loi (nous|prevoit|permet|autorise|vous)|de par la loi|par la loi
injonction de payer|police|gendarm*|penal(e|es|ement)?|penaux|greff*|requete aupres|refere|procedures? (de recouvrement|judiciaire*|engage*|simplifie*|contentieu*)|recouvrement (force|judiciaire)|executoire|titre executoire|conseil juridique|notre conseil|citation|prud*|redressement judiciaire
"""

_CONDITIONS = """
(si|s'il|sauf|a moins|tant que|faute|a defaut|sans|sinon|autrement|dans le cas contraire|en l'absence|en cas) ~ (<pay>|reglement|reponse|paiement|virement|non|pas|ne|n'*|nouvelle*|retour|quoi|cela|suite|part|reaction|defaut|manifest*)
(faute|a defaut|sinon|sans quoi|autrement|dans le cas contraire|a moins que|a moins d*|faute de quoi|en cas de (non|defaut|silence|persist*))
(avant|apres|d'ici|passe|passee|jusqu'au|a compter|a partir|au-dela|sous|delai|dans les|d'ici la|echeance|ce delai|cette date)
(payez|reglez|agissez|repondez|contactez-nous) ~ ou
votre silence|le non-paiement|tout retard|chaque jour|l'absence de
"""

_CONSEQUENCES = """
consequence*|repercussion*|represaille*|penalis*
mesures|agir|agirons|passer* a|passerons|engag*|entreprendr*|proceder*|procederons
suites (facheuse*|regrettable*|desagreable*|judiciaire*|qu'*)
(suspend*|interromp*|coup*|arret*|annul*|bloqu*|stopp*|gel*|resili*|cess*|retir*|reten*|ferm*) ~ (<supply>)
(<supply>) ~ (suspend*|interromp*|coup*|arret*|annul*|bloqu*|stopp*|gel*|resili*|cess*|retir*|ferm*)
(ne|n'*) ~ (pourrons|pourrions|serons|seront|sera|livrer*|assurer*|accepter*|honorer*|garantir*|travailler*|fournir*|voulons) ~ plus
(comptant|paiement d'avance|a la commande|prepaiement|paiement prealable)
(fiche*|fichier*|liste*|registre*|inscri*) ~ (mauvais|impay*|banque de france|incident*|debiteur*)
(societe|cabinet|agence|service|organisme|specialiste*) de recouvrement|recouvrement|affacturage
(inform*|avis*|signal*|prevenir|preven*|alert*|faire savoir|parler*|contacter*|tourner* vers) ~ (<others>)
(perdrez|perdriez)
(autre|autres|differente*|tout autre|moins) (tournure|voie|voies|ton|moyen|moyens|methode*|maniere|mains|chemin|visage|cordial*|amiable*|agreable*|facon|solution*)
(devrons|devrions|serons|serions|allons devoir|faudra|faudrait|aurons) ~ (a|de|obliges|contraints|prendre|agir|passer|revoir|recourir|suspendre|reconsiderer|tourner|defendre|changer|chercher)
(conclur*|considerer*|comprendr*|deduir*|tirer*|interpreter*) ~ (que|comme|conclusions)
(dossier|affaire|cela|situation) ~ (echapp*|autres mains|ailleurs|plus haut|prendr*|tourn*|transmi*|suivr*)
transmettr*|transmettrons|transmis|confier*|confierons !! collegue*|responsable*|service compt*
(viendr*|passer*|present*) ~ (chez vous|sur place|votre (porte|siege|bureau*|etablissement|magasin|domicile))
"""

_MEASURES = """
(contraint*|oblige*|force*|accule*|reduit*|amene*|tenus?) (a|d|de|d'*|par)? _ (a|de|d'*|prendre|agir|recourir|cesser)
(nous )?(contraindre|contraindrait|contraint|forcer*|obliger*|obligerait|obligeait|obligez|forcez|contraignez|oblige a (prendre|agir|suspendre|revoir|recourir))
(pas|plus|aucun|aucune|guere|sans) (d'|de )?(autre|autres)? _ (choix|solution|alternative|option|issue|recours) !! trouver
d'autre (choix|solution|alternative|option|issue) (que|qu'*)
(prendr*|prendrons|prendre|pren*|adopt*|engag*|envisag*|mett*) ~ (mesures|dispositions|demarches|actions) !! corriger|resoudre|aider
(mesures|dispositions) (necessaires|qui s'imposent|appropriees|adequates|utiles|plus|qu'*|drastiques)
(agir|agirons|agirions|reagirons) (en consequence|autrement|comme|par)|en tirer* (toutes )?les (conclusions|consequences)|tirer* ~ (conclusions|consequences)|aviserons
(nous )?reserv(ons|er|ant|erons) ~ (droit*|possibilite|faculte|suite*)|tous droits reserves de|toute reserve
(recourir|recourrons|recours|faire appel|tourner) ~ (autre* (moyen*|voie*|methode*|solution*)|tiers|professionnel*|societe|specialiste*)
(societe|cabinet|agence|organisme) de recouvrement|recouvrement (force|contentieux|externe)
(suspendrons|interromprons|couperons|cesserons|arreterons|annulerons|bloquerons|stopperons|gelerons|resilierons|retiendrons|suspendrions|fermerons)
(allons|irons jusqu'a) (suspendre|interrompre|couper|cesser|arreter|annuler|bloquer|geler|resilier)
"""

_THREATS = """
(subir|assumer|supporter|encourir|eviter*|exposer*|exposez|endosser|affronter|payer|mesurer*|mesurez) ~ (consequence*|suite*)
consequences? (grave*|facheuse*|desagreable*|lourde*|serieuse*|negative*|regrettable*|importante*|prejudiciable*|que|qui|qu'*|de (votre|cette|ce)|pour)
(notre|la|ma|toute) patience|patience ~ (limite*|bout|epuis*|fin)|bout de patience|patienter (plus|davantage|indefiniment)
avant qu'il (ne )?soit trop tard|trop tard|tant qu'il est (encore )?temps|(encore|il est) temps|pendant qu'il est
dans votre (propre )?(interet|bien)|pour votre (propre )?bien|(vous )?(auriez|avez|aurez) (tout )?(interet|avantage)|feriez (bien|mieux)|serait (prudent|sage|judicieux|preferable|bien inspire)|seriez bien (avise*|inspire*)|il vaudrait mieux|mieux vaut|mieux vaudrait|nous vous conseillons (vivement|fortement)
(evit*|epargn*) ~ (desagrement*|probleme*|ennui*|deconvenue*|complication*|frais|gene|embarras|situation*|surprise*|facheu*|desagreable*|difficulte*|d'en arriver|en arriver|pire|scandale|conflit*|que (cela|cette|l'affaire|la situation|nous|les choses)|mesure*|d'avoir) !! erreur|double
desagrement*|facheu*|embarrass*|deplaisant*|ennuis
(votre|vos) _ (reputation|image|renom|renommee|credibilite|notoriete|solvabilite|honorabilite|credit|nom) 
(secteur|milieu|branche|metier|profession|monde|marche|ville|place|region|village|branche) ~ (petit*|parle*|sait|savent|connai*|se dit|circul*|restreint|apprend*)
(tout|les choses|ces choses|les nouvelles|l'information|le bruit|les bruits|cela|les rumeurs) (finit*|se sait|se savent|circul*|court|courent|vont vite|vite)|de bouche a oreille|bouche a oreille|se repandr*|tout se sait|s'ebruit*
(autres|vos|d'autres|votre|certains) _ (<others>) ~ (sach*|savoir|saura*|appren*|decouvr*|pens*|interess*|dir*|connai*|verr*|voi*|question*|demand*|reagir*|apprecier*|entend*|au courant|informe*)
(que|qu'en) ~ (penser*|diraient|dirait|diront) ~ (<others>)
rendre public*|publi(er|que|erons|quement)|divulgu*|sur la place publique|etal*|ebruit*
(<relation>) ~ (souffr*|affect*|compromis*|compromett*|peril|jeu|ternir*|fragilis*|remis*|remett*|termin*|fin|revoi*|reconsider*|rompu*|romp*|pati*|deterior*|degrad*|entach*|danger|question|menac*|cesser*|atteint*|interrompr*)
(compromett*|nuir*|nuise*|affect*|altere*|peril|remettr*|reconsider*|revoir|romp*|ternir*|entach*|deterior*|degrad*|perdr*|question|fin a|menac*|entam*|doute*|fragilis*|detruir*|gach*|assombri*|risque*|interroger* sur) ~ (<relation>) !! perdre de vue|difficult*
(revoir|reconsiderer|reexaminer|repenser|reevaluer) ~ (conditions|facon|maniere|position|votre|nos|notre|l'opportunite|la)
(ne|n'*) ~ (pouvons|pourrons|saurions|voulons|allons|tolererons|accepterons|attendrons|comptons|sommes|souhaitons) ~ (plus (attendre|longtemps|tolerer|accepter|continuer|patienter|vous|supporter|financer|admettre|cautionner|fermer)|attendre (plus|davantage|indefiniment|eternellement)|continuer|tolerer|accepter (cette|ce|que|plus|davantage|une telle)|indefiniment|eternellement|rester (sans|les bras|inactif*)|davantage)
(viendrons|passerons|nous presenterons|rendrons visite|nous rendrons|enverrons|viendra|passera|se presentera) ~ (visite|vous voir|chez vous|quelqu'un|sur place|votre (porte|domicile|siege|bureau*|entreprise|magasin|accueil)|en personne|sans prevenir)
savons (ou|bien ou)|nous saurons (ou|vous|comment|nous)|face a face
(entendr* parler|aurez (de )?nos nouvelles|nouvelles de)
(il )?(serait|sera) (bien )?(dommage|regrettable|triste|malheureux|desolant|deplorable|navrant|facheux|domm*)|quel dommage
(regretter(ons|ions)|serions (desoles|navres|au regret|peines)|serons (au regret|desoles)|deplorerions|au regret d|detesterions|nous en voudrions|desolerait|peinerait|navrerait)
(ne|n'*) ~ (voudrions|souhaitons|souhaiterions|aimerions|desirons|voulons) (pas|nullement|surtout pas|guere) (avoir|devoir|en arriver|en venir|que|etre|aller|vous voir|voir|recourir|prendre|perdre|qu'*) !! derang*|importun*
(ne )?nous (obligez|forcez|contraignez|poussez|mettez|faites|laissez) (pas|plus)
(vous )?(le )?(regretter|regretteriez|regretterez|regrets|regret amer|mordre les doigts|paierez (cher|le prix)|couter* cher|coutera cher|payer cher)
(ne )?(l')?(oublier(ons|a|ont)|oublions) (pas|jamais)|(bonne|longue) memoire|nous nous (en )?souviendrons|prenons (bonne|acte|bien)|prendrons (bonne )?note|pris bonne note|bonne note|saurons nous en souvenir|garderons (en memoire|trace)|en tiendrons compte|tiendrons compte de
(vous (savez|connaissez|imaginez|comprenez|comprendrez|devinez|n'ignorez|mesurez|voyez)) (bien |certainement |surement |parfaitement |sans doute |aisement |pas )*(ce qu*|ce que|comment|ou|pourquoi|que (cela|ce|cette|les|nous|notre|tout|la|des|un)|les|la suite|l'importance) !! aider|joindre
(imaginez|pensez|songez|reflechissez|mesurez|demandez-vous) (bien |un instant |a |aux |un peu )?
(inutile|pas besoin|nul besoin|superflu|n'avons pas besoin|il va sans dire|cela va sans dire|est-il besoin)
(a vous (de (voir|jouer|choisir|decider))|c'est (a vous|vous qui)|la (balle|decision|suite) (est|depend|vous)|le choix (est|vous)|ne (tient|depend) qu'a vous|depend (de vous|desormais)|entre vos mains|libre a vous)
(au-dela|passe|apres|a partir|a compter) ~ (nous ne|ne (repondrons|pourrons|serons)|les choses (chang*|ser*|prendr*)|tout (chang*|sera)|plus rien)
(ne|n'*) ~ (repond*|garanti*|responsable*) ~ (plus|rien|de la suite|suite)
sans (autre|nouvel|nouveau|aucun autre|prealable|plus d*) (avis|preavis|delai|forme|rappel|discussion) & *rons|*ra|*ront|allons|*rions
sans preavis & *rons|*ra|*ront|allons
sans (menagement|appel)|dans les plus brefs delais sans|delai de rigueur|imperatif*|imperativement|dernier delai|sous peine|aucun (delai|report|sursis|retard) (supplementaire|ne sera|ne pourra)?|ultime
(moins|plus aussi|pas aussi|plus si|pas toujours aussi|ne serons plus|ne sera plus|ne sera pas) (aussi |si )?(aimable*|cordial*|patient*|comprehensi*|agreable*|conciliant*|amical*|amicaux|courtois*|indulgent*|bienveillant*|gentil*|poli*|souriant*)
(prochain*|suivant*) (<notice>|fois|etape|demarche|interlocuteur|courrier|contact|visite) ~ (ne sera|sera (d'un|moins|differen*|bien|tout|autre)|n'aura|viendra|viendra d*|ton|autre|sera)
(d'autres|autres|plus (efficaces?|directs?|persuasi*)) (moyens|methodes|voies|manieres|facons|personnes) !! paiement|regler|payer
(nous )?(avons|connaissons|disposons|existe) ~ (moyens|methodes|manieres|facons) (de|d'*|pour) !! paiement
la maniere forte|de gre ou de force|hausser le ton|passer a (l'action|la vitesse|l'etape|autre chose|la suite|des choses)|vitesse superieure|changer de ton|durcir|autres mains|hors de nos mains|plus entre nos mains|nous echappe*
(compte a rebours|heure tourne|jours sont comptes|le temps (presse|est compte|passe)|la coupe est pleine|goutte d'eau|trop c'est trop|point de non-retour|en resterons pas la|limites? (est|sont|a tout|ont)|il y a des limites)
menac*|represaill*|vengea*|regler* (nos|des) comptes|a vos risques|risques et perils|tant pis pour
(ceux|d'autres|les (clients|entreprises|societes)|certains) (qui|clients|avant vous|ont) ~ (pense|cru|ignor*|tent*|paye*|regrett*|essay*|pa(ie|y)*|fait)
tous (les|nos) (moyens|recours) ~ (disposition|possible*|disponible*|necessaire*|en notre)|par tous (les )?moyens
(seul|seule|entiere|entierement|exclusi*|votre) (et unique )?responsab*|responsable de (la suite|ce qui)|a vos (risques|depens)
trop tard|deja tard|tard pour
plus (vous|le temps|cela) ~ plus (ce|cela|la|il|elle|les|vous|difficile|cher)|plus (vous|le temps) ~ pire
reputation(s)? ~ (perd*|fai*|dur*|vite|tient)|mauvaise (reputation|reference)
(pourrez|pourra|direz|dites) (pas|plus) ~ (saviez|savait|prevenu*|averti*|informe*|dit)
(ne )?(soyez|vous etonnez|etonnez-vous) pas (surpris*|etonne*|si|que|de)|n'allez pas vous (plaindre|etonner)
(jusqu'ici|jusqu'a present|jusqu'a maintenant) ~ (discret*|patient*|aimable*|cordial*|bons rapports|comprehensi*|correct*)
entre nous
(ne )?savez (pas )?(a qui|encore)|ne nous connaissez
(reflechi* (bien|y|a deux)|reflechissez-y)|a deux fois|(beaucoup|gros|tout|plus) a (y )?perdre
bras croises|(n'en|ne) ~ (restera|resterons|rester|s'arretera) ~ la
tot ou tard|(le|un) jour viendra|quand vous aurez besoin|tout a (une fin|ses limites|un prix)
(devrez|aurez a) (vous )?(expliquer|justifier|rendre des comptes)|rendre des comptes
(cout*|revien*|revenir) _ (cher|chere|plus)|attend|qui vous attend
(viendrons|irons|passerons|venons|viendront) ~ (chercher|reclamer|recuperer|encaisser|prendre)
(visite|visites) ~ (courtoisie|ne sera|sera (d'|bien|autre))
(savons|pouvons) aussi (etre|agir|faire|nous montrer)|pouvons aussi
depend* (plus |desormais |maintenant )?(que )?(de )?vous|(ne )?(vous )?plaira pas|pas a votre gout
savons (a quelle heure|ou|quand|comment) !! aider
a bon entendeur
vous (savez|connaissez) ~ (risque*|exposez)|(vous )?(risquez|exposez|exposer)|risque* (gros|que vous)
pass(e|era|erons|ent) ~ (a|aux|entre) (ceux|celui|d'autres|quelqu'un|mains) !! collegue*|personne d|responsable
tout le monde se connait|(nous )?nous connaissons tous
devant (vos|tous vos|tout le)
"""

_REPROACHES = """
vous (avez|ayez|aviez|n'avez|ne|n'*|persistez|continuez|preferez|choisissez|semblez|osez|refusez|ignorez|negligez|faites|manquez|abusez|profitez|trahissez|vous moquez|fuyez) (pas |meme |pas meme |sciemment |deliberement |toujours |encore |manifestement |visiblement |jamais |a |de |donc |clairement |pourtant |preuve )*(ignor*|manqu*|failli*|neglig*|trahi*|decu*|abus*|rompu*|prefere*|choisi*|refus*|daign*|respect*|tenu*|honor*|repond*|pris la peine|fait (preuve|la sourde|semblant|fi)|trompe*|moqu*|profite*|oubli* (de nous|vos|qui|que nous)|la sourde|silence|mauvaise|de mauvaise|juge* (utile|bon)|mepris*|menti*|payer (en retard|tard)|l'intention|aucune intention)
(votre|vos|cette|ce|un tel|une telle|de tels) _ (silence|attitude|comportement|negligence|mepris|mutisme|inertie|passivite|desinvolture|legerete|mauvaise foi|mauvaise volonte|manquement*|conduite|defaillance*|irresponsabilite|indifference|desinteret|laxisme|refus|absence de (reponse|reaction)|manque|promesses non|incapacite|inconsequence|carence)
manque* (total |flagrant |evident |cruel )?(de|a) (serieux|respect|professionnalisme|consideration|parole|courtoisie|bonne foi|rigueur|loyaute|correction|volonte|vos|votre|responsabilite|reponse|tous)
manque* ~ (parole|engagement*|promesse*|devoir*|obligation*)
inacceptable*|inadmissible*|intolerable*|inexcusable*|impardonnable*|incomprehensible*|injustifi*|honteu*|scandaleu*|indigne*|irrespectueu*|irresponsable*|malhonnet*|deloya*|desinvolt*|deplorable*|lamentable*|abusi*|insupportable*|cavalie*|incorrect (de|que)|peu (serieu*|professionnel*|correct*|elegant*|scrupuleu*|loyal*)|inconcevable*|revoltant*|choquant*|insultant*|desobligeant*
mauva(is|ise|ises) (payeur*|foi|volonte|debiteur*|habitude*)|payeurs? (indelicat*|retardataire*)|debiteur* (defaillant*|indelicat*)|voleu*|voler|escro*|arnaqu*|menteu*|mensonge*|fraudeu*|frauduleu*|profiteu*|tricheu*|parasite*
(deliberement|sciemment|volontairement|expres|intentionnel*|consciemment|a dessein)
excuses? (bidon*|repet*|habituelle*|ne)|pretexte*|faux-fuyant*|manoeuvre* (dilatoire*)?|dilatoire*|atermoie*|tergivers*|faire trainer|laiss* trainer|trainer|esquiv*|derob*|fuir|fuyez|vous cachez|se cacher|sourde oreille|faire le mort|faites le mort|balader|mener en bateau|promesses en l'air|belles paroles|vaines promesses
(tenir|tenu|respecte*|honore*) _ (parole|promesse*|engagement*) !! merci|confirm*|modalites|convenu*
(promis*|engage*) ~ (pourtant|mais|rien|toujours rien|en vain)
(comme|a) (toujours|d'habitude|a l'accoutumee|votre habitude|chaque fois)|systematique*|chronique*|regulierement (en retard|tard)|toujours (en retard|la meme|les memes|tard)|encore (une fois )?(en retard|impaye*|du retard)|une fois de plus|une nouvelle fois|habitude*
(nous|je) (sommes|suis|restons|demeurons) (tres |fort |vraiment |profondement |extremement |plus que |particulierement |desagreablement |bien |assez |un peu )*(etonne*|surpris*|decu*|choque*|consterne*|indigne*|offusque*|stupefait*|perplexe*|las|lasses|fatigues|desole* de (constater|voir|votre)|peine*|blesse*|attriste*|scandalise*|outre*|excede*|desabuse*)
(nous )?(surprend*|etonne|decoi*|choque|attriste|peine|blesse|indigne|deconcerte|interpelle|laisse perplexe|desole|stupefie|consterne|navre)
(etonnement|surprise|deception|stupefaction|indignation|consternation|lassitude|incomprehension)|decevant*|etonnant*|decu*|trahi*|trahison|moqu*|se moquer|prendre pour|prenez pour|abus* de|profit* de (notre|nous|la|cette)|exploit*
(nous )?(attendions|esperions|aurions espere|aurions attendu|aurions cru|pensions|croyions|avions confiance|faisions confiance|comptions|etions en droit) ~ (mieux|autre*|plus|vous|mais|avoir|pouvoir|d'une|de votre|serieu*|different*) !! plaisir|retrouver|parler
(ne|n'*) _ (comprenons|comprends|concevons|expliquons|voyons|parvenons) (pas|plus|guere|mal|toujours pas) (pourquoi|comment|que|ce qui|votre|cette|un tel|l'|les raisons|a)
(mal|difficile|difficilement) (a |de )?(compren*|croire|expliquer|admettre|accepter|concevoir)
(apres|malgre|avec|vu) (tout|toutes|tant|les annees|la confiance|tous) ~ (fait pour vous|annees|confiance|efforts|accord*|facilites|aide*|consenti*|patience|souplesse)
nous (avons|sommes|livrons|respectons|tenons) (toujours |pour notre part |de notre cote |bien |, quant a nous, )*(tenu|respecte*|honore*|livre* (a temps|en temps|dans les delais)|rempli|fait notre part|nos engagements|ete (a l'heure|ponctuel*)|execute*) & (vous|votre|vos|reciproque|retour|attend*)
(notre|de notre) (part|cote|partie) ~ (engagement*|contrat|parole|rempli*|tenu*) & vous|votre|vos
vous (profitez|jouissez|utilisez|beneficiez|exploitez|disposez|vendez|avez profite|avez beneficie|etiez|avez bien su|avez su) ~ (marchandise*|produit*|nos|notre|service*|travail|materiel|depuis|bien|sans|ravi*|content*|heureu*|moyens|fonds|argent)
(intention|envie|volonte|souhait) de (payer|regler|ne pas|honorer|tenir|solder|vous soustraire)
(nous )?(savons|voyons|constatons|remarquons|avons vu|avons appris|avons constate|avons remarque|apprenons|observons|n'ignorons pas|il est notoire|il parait) (bien |pertinemment |tous |aussi |par ailleurs |pourtant |avec )*(que|qu'*|votre) (vous |votre |vos |chez )*~ (avez|payez|reglez|disposez|investi*|ouvr*|achet*|moyens|fonds|argent|tresorerie|va|tourne*|autres|embauch*|recrut*|nouveau*|nouvelle*|vacances|plein*|prosper*|florissant*)
(trouve*|avez) ~ (argent|moyens|fonds|temps) pour|payez (bien )?(les|vos|d'autres) (autres|fournisseurs|salaires)|regl* (les|vos) autres
(commen(c|ç)ons|commencons|amene* a|finir* par|finissons par|forces? de|tente* de|tentes|venons a|en droit de|porte* a|incite* a|laisse*) (a |de )?(dout*|cro*|pens*|soup*|demand*|interrog*|croire|se demander|nous demander|penser)
dout(ons|er|e) de|soupcon*|mefi*|en doute|bonne foi
(voulons|voudrions|aimerions|preferons|osons|souhaitons|esperons|refusons) (encore |ne pas |pas |toujours |de |bien )*(croire|penser|esperer|imaginer)? ?(que|qu'*) ~ (n'*|ne|pas) ~ (intention*|volontaire*|foi|delibere*|habitude|strategie|tactique|moqu*|fuy*|serieu*|cach*|cherch*|expres|profit*|votre (maniere|facon|genre))
(nous )?(ne sommes|n'etes|sommes) (pas|ni) (une |votre |un |des )(banque|banquier*|organisme|etablissement|etablissement de credit|association|oeuvre|philanthrop*)|a nos (frais|depens)|financ(er|ons|ement) (gratuit*|votre|vos)|credit gratuit|banque gratuite|finance* votre
(votre|la|par) faute|coupable*|culpab*|blam*
(devriez|auriez (du|pu)|pourriez|pouviez|auriez) (au moins |au minimum |avoir |quand meme |tout de meme )*(honte|avoir honte|au moins|la (decence|courtoisie|correction|politesse|moindre)|nous (prevenir|repondre|avertir|informer)|paye*|regle*|repond*|prev*|daign*|savoir|eu|du)
la (moindre|plus elementaire|simple) (courtoisie|politesse|des choses|explication|reponse|correction|decence|nouvelle)|(pas|sans) (meme|une seule|la moindre|un seul) ~ (explication|reponse|mot|nouvelle|excuse|signe|repondre|prevenir)|ne serait-ce que|(honte|honteux)
(entreprise|client*|partenaire*|personne*|gens|societe|commercant*|dirigeant*|chef d'entreprise) (serieu*|honnete*|correct*|responsable*|digne*|respectable*|de confiance|de parole|loya*)|(digne*|honnete*|serieu*) ~ (entreprise|client|partenaire|maison|societe)|homme de parole|parole donnee
(en dit long|temoigne* (de|d'*)|demontre*|prouve*|revel*|montre* (bien|votre|que vous|peu)|trahit)
(refus*|rechign*) (de|a) (payer|regler|repondre|parler|dialoguer|collaborer|nous)|laver* les mains|fermer les yeux|tourn* le dos|autruche|dedain*|dedaign*
comment (osez|pouvez|expliqu*)|croyez-vous|faut-il vraiment|est-ce (ainsi|comme|de cette|la (facon|maniere)|que vous)|trouvez-vous (normal|correct|juste)|jusqu'a quand|jusqu'ou
meme pas|pas meme|pas une seule fois|la politesse
personne ne (repond|decroche|rappelle)|chaque fois que nous
(assure|promis|garanti|affirme) ~ (et pourtant|mais|cependant|rien)
"""

_PRESSURE = """
famill*|enfants|nourrir !! familial* depuis|entreprise familiale
conscience|coeur|ame|sommeil|dormir|larme*|pleur*|desespe*|angoiss*|souffr*|supplier|supplions|implor*|pitie|compassion|a genoux|de grace|par pitie|cauchemar*|detresse|gorge|etrangl*|asphyxi*|etouff*|noy*|calvaire !! relation*
ruin*|faillite|couler|coule|depot de bilan|deposer le bilan|mettre la cle|fermer (boutique|nos|l'entreprise|notre)|survie|survivre|licenci*|emplois?|perdre (leur|son|notre) (emploi|travail)|chomage|mise en peril|peril ~ (entreprise|emploi*)|gouffre
(mettez|mettre)-? ?vous a (notre|leur) place|a notre place|comment (reagiriez|vous sentiriez|le prendriez)|que (feriez|diriez|penseriez)-vous|aimeriez-vous|que ressentiriez
egois*|solidar*|humanite|moral|morale|morales|moralement|ethique*|decence|dignite|honneur|honnetete|probite|loyaute|appel a (votre|vos)|sens (moral|de l'honneur|des responsabilites|civique|du devoir|de l'ethique)
(ne nous )(abandonnez|laissez|decevez|trahissez) pas|laisser tomber|laissez tomber|laches|lacher
urgen(t|te|ce|ts|tes) !! livraison*|commande*
(payez|reglez|paiement|reglement|virement|regler|payer|verser) (cette facture |la facture |le solde |cette somme |la somme |ce montant |votre dette )?(immediat*|sur-le-champ|sans delai|sans attendre|sans tarder|aujourd'hui meme|sans plus|des aujourd'hui|toute affaire|maintenant|tout de suite)|sans faute|toute affaire cessante|dans l'heure|dans l'immediat|des reception de
(salarie*|employe*|equipe*|ouvrier*|collaborateur*|personne*) ~ (depend*|compt*|attend* (leur|son)|salaire*|paye*) & (vous|votre|cause|faute)
a cause de vous|depend* de (vous|votre)
(petite|modeste) (entreprise|structure|societe|maison) ~ (ne (peut|peuvent)|souffr*|depend*|surviv*)
dette (morale|d'honneur)|devoir moral
ami|amis|amitie|amicalement rendu|fins? de mois|joindre les deux bouts
(entreprise|maison|societe|client) (comme la votre|de votre (taille|rang|standing|envergure|reputation|niveau))
"""

_HARM = """
(retard|non-paiement|impaye|attente|delai|defaut de paiement|situation) ~ (complique*|difficil*|gen*|pes*|affect*|empech*|pertub*|perturb*|desequilibr*|oblig*|retard*|cout*|frein*|fragilis*|penalis*|mobilis*)
(nous|notre|nos) ~ (complique*|difficil*|tresorerie|fournisseurs|salaires)
"""

_HELP = """
aider*|aide|aiderons|cherch*|ensemble|solutions?|trouv* (ensemble )?(une|la) solution|a votre disposition|disposition|volontiers|question*|convenir|resoudre|examin*|verifier*|repondr*|parler*|parlons-en|arrang*|en discuter
"""

_REMINDER = """
rappel|rappels|rappelons|rappelle|rappeler|rappelle-t-elle
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
