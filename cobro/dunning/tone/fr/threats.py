"""Threatening, in French."""

from __future__ import annotations

CONDITIONS = """
(si|s'il|sauf|a moins|tant que|faute|a defaut|sans|sinon|autrement|dans le cas contraire|en l'absence|en cas)
    ~ (<pay>|reglement|reponse|paiement|virement|non|pas|ne|n'*|nouvelle*|retour|quoi|cela|suite|part|reaction
    |defaut|manifest*)
(faute|a defaut|sinon|sans quoi|autrement|dans le cas contraire|a moins que|a moins d*|faute de quoi|en cas de (non
    |defaut|silence|persist*))
(avant|apres|d'ici|passe|passee|jusqu'au|a compter|a partir|au-dela|sous|delai|dans les|d'ici la|echeance|ce delai
    |cette date)
(payez|reglez|agissez|repondez|contactez-nous) ~ ou
votre silence|le non-paiement|tout retard|chaque jour|l'absence de
"""

CONSEQUENCES = """
consequence*|repercussion*|represaille*|penalis*
mesures|agir|agirons|passer* a|passerons|engag*|entreprendr*|procederons|procederions
suites (facheuse*|regrettable*|desagreable*|judiciaire*|qu'*)
(suspend*|interromp*|coup*|arret*|annul*|bloqu*|stopp*|gel*|resili*|cess*|retir*|reten*|ferm*) ~ (<supply>)
(<supply>) ~ (suspend*|interromp*|coup*|arret*|annul*|bloqu*|stopp*|gel*|resili*|cess*|retir*|ferm*)
(ne|n'*) ~ (pourrons|pourrions|serons|seront|sera|livrer*|assurer*|accepter*|honorer*|garantir*|travailler*
    |fournir*|voulons) ~ plus
(qu'au|que contre|uniquement|exclusivement|seulement|exig*) _ (comptant|d'avance|a la commande|prepaiement
    |paiement prealable)
(fiche*|fichier*|liste*|registre*|inscri*) ~ (mauvais|impay*|banque de france|incident*|debiteur*)
(societe|cabinet|agence|service|organisme|specialiste*) de recouvrement|recouvrement|affacturage
(inform*|avis*|signal*|prevenir|preven*|alert*|faire savoir|parler*|contacter*|tourner* vers) ~ (<others>)
(perdrez|perdriez)
(autre|autres|differente*|tout autre|moins) (tournure|voie|voies|ton|moyen|moyens|methode*|maniere|mains|chemin
    |visage|cordial*|amiable*|agreable*|facon|solution*)
(devrons|devrions|serons|serions|allons devoir|faudra|faudrait|aurons) ~ (a|de|obliges|contraints|prendre|agir
    |passer|revoir|recourir|suspendre|reconsiderer|tourner|defendre|changer|chercher)
(conclur*|considerer*|comprendr*|deduir*|tirer*|interpreter*) ~ (que|comme|conclusions)
(dossier|affaire|cela|situation) ~ (echapp*|autres mains|ailleurs|plus haut|prendr*|tourn*|transmi*|suivr*)
transmettr*|transmettrons|transmis|confier*|confierons !! collegue*|responsable*|service compt*
(viendr*|passer*|present*) ~ (chez vous|sur place|votre (porte|siege|bureau*|etablissement|magasin|domicile))
(frais|couts) (supplementaires|additionnels|importants)
"""

MEASURES = """
(contraint*|oblige*|force*|accule*|reduit*|amene*|tenus?) (a|d|de|d'*|par)? _ (a|de|d'*|prendre|agir|recourir
    |cesser)
(nous )?(contraindre|contraindrait|contraint|forcer*|obliger*|obligerait|obligeait|obligez|forcez|contraignez
    |oblige a (prendre|agir|suspendre|revoir|recourir))
(pas|plus|aucun|aucune|guere|sans) (d'|de )?(autre|autres)? _ (choix|solution|alternative|option|issue|recours)
    !! trouver
d'autre (choix|solution|alternative|option|issue) (que|qu'*)
(prendr*|prendrons|prendre|pren*|adopt*|engag*|envisag*|mett*) ~ (mesures|dispositions|demarches|actions)
    !! corriger|resoudre|aider
(mesures|dispositions) (necessaires|qui s'imposent|appropriees|adequates|utiles|plus|qu'*|drastiques)
(agir|agirons|agirions|reagirons) (en consequence|autrement|comme|par)|en tirer* (toutes )?les (conclusions
    |consequences)|tirer* ~ (conclusions|consequences)|aviserons
(nous )?reserv(ons|er|ant|erons) ~ (droit*|possibilite|faculte|suite*)|tous droits reserves de|toute reserve
(recourir|recourrons|recours|faire appel|tourner) ~ (autre* (moyen*|voie*|methode*|solution*)|tiers|professionnel*
    |societe|specialiste*)
(societe|cabinet|agence|organisme) de recouvrement|recouvrement (force|contentieux|externe)
(suspendrons|interromprons|couperons|cesserons|arreterons|annulerons|bloquerons|stopperons|gelerons|resilierons
    |retiendrons|suspendrions|fermerons)
(allons|irons jusqu'a) (suspendre|interrompre|couper|cesser|arreter|annuler|bloquer|geler|resilier)
"""

THREATS = """
(subir|assumer|supporter|encourir|eviter*|exposer*|exposez|endosser|affronter|payer|mesurer*|mesurez)
    ~ (consequence*|suite*)
consequences? (grave*|facheuse*|desagreable*|lourde*|serieuse*|negative*|regrettable*|importante*|prejudiciable*
    |que|qui|qu'*|de (votre|cette|ce)|pour)
(notre|la|ma|toute) patience|patience ~ (limite*|bout|epuis*|fin)|bout de patience|patienter (plus|davantage
    |indefiniment)
avant qu'il (ne )?soit trop tard|trop tard|tant qu'il est (encore )?temps|(encore|il est) temps|pendant qu'il est
dans votre (propre )?(interet|bien)|pour votre (propre )?bien|(vous )?(auriez|avez|aurez) (tout )?(interet
    |avantage)|feriez (bien|mieux)|serait (prudent|sage|judicieux|preferable|bien inspire)|seriez bien (avise*
    |inspire*)|il vaudrait mieux|mieux vaut|mieux vaudrait|nous vous conseillons (vivement|fortement)
(evit*|epargn*) ~ (desagrement*|probleme*|ennui*|deconvenue*|complication*|frais|gene|embarras|situation*|surprise*
    |facheu*|desagreable*|difficulte*|d'en arriver|en arriver|pire|scandale|conflit*|que (cela|cette|l'affaire
    |la situation|nous|les choses)|mesure*|d'avoir) !! erreur|double
desagrement*|facheu*|embarrass*|deplaisant*|ennuis
(votre|vos) _ (reputation|image|renom|renommee|credibilite|notoriete|solvabilite|honorabilite|credit|nom)
(secteur|milieu|branche|metier|profession|monde|marche|ville|place|region|village|branche) ~ (petit*|parle*|sait
    |savent|connai*|se dit|circul*|restreint|apprend*)
(tout|les choses|ces choses|les nouvelles|l'information|le bruit|les bruits|cela|les rumeurs) (finit*|se sait
    |se savent|circul*|court|courent|vont vite|vite)|de bouche a oreille|bouche a oreille|se repandr*|tout se sait
    |s'ebruit*
(autres|vos|d'autres|votre|certains) _ (<others>) ~ (sach*|savoir|saura*|appren*|decouvr*|pens*|interess*|dir*
    |connai*|verr*|voi*|question*|demand*|reagir*|apprecier*|entend*|au courant|informe*)
(que|qu'en) ~ (penser*|diraient|dirait|diront) ~ (<others>)
rendre public*|publi(er|que|erons|quement)|divulgu*|sur la place publique|etal*|ebruit*
(<relation>) ~ (souffr*|affect*|compromis*|compromett*|peril|jeu|ternir*|fragilis*|remis*|remett*|termin*|fin
    |revoi*|reconsider*|rompu*|romp*|pati*|deterior*|degrad*|entach*|danger|question|menac*|cesser*|atteint*
    |interrompr*)
(compromett*|nuir*|nuise*|affect*|altere*|peril|remettr*|reconsider*|revoir|romp*|ternir*|entach*|deterior*|degrad*
    |perdr*|question|fin a|menac*|entam*|doute*|fragilis*|detruir*|gach*|assombri*|risque*|interroger* sur)
    ~ (<relation>) !! perdre de vue|difficult*
(revoir|reconsiderer|reexaminer|repenser|reevaluer) ~ (conditions|facon|maniere|position|votre|nos|notre
    |l'opportunite|la)
(ne|n'*) ~ (pouvons|pourrons|saurions|voulons|allons|tolererons|accepterons|attendrons|comptons|sommes
    |souhaitons) ~ (plus (attendre|longtemps|tolerer|accepter|continuer|patienter|vous|supporter|financer|admettre
    |cautionner|fermer)|attendre (plus|davantage|indefiniment|eternellement)|continuer|tolerer|accepter (cette|ce
    |que|plus|davantage|une telle)|indefiniment|eternellement|rester (sans|les bras|inactif*)|davantage)
(viendrons|passerons|nous presenterons|rendrons visite|nous rendrons|enverrons|viendra|passera|se presentera)
    ~ (visite|vous voir|chez vous|quelqu'un|sur place|votre (porte|domicile|siege|bureau*|entreprise|magasin
    |accueil)|en personne|sans prevenir) !! plaisir|volontiers|examiner|defaut|si vous
savons (ou|bien ou)|nous saurons (ou|vous|comment|nous)|face a face
(entendr* parler|aurez (de )?nos nouvelles|nouvelles de)
(il )?(serait|sera) (bien )?(dommage|regrettable|triste|malheureux|desolant|deplorable|navrant|facheux|domm*)
    |quel dommage
(regretter(ons|ions)|serions (desoles|navres|au regret|peines)|serons (au regret|desoles)|deplorerions|au regret d
    |detesterions|nous en voudrions|desolerait|peinerait|navrerait)
(ne|n'*) ~ (voudrions|souhaitons|souhaiterions|aimerions|desirons|voulons) (pas|nullement|surtout pas|guere) (avoir
    |devoir|en arriver|en venir|que|etre|aller|vous voir|voir|recourir|prendre|perdre|qu'*) !! derang*|importun*
(ne )?nous (obligez|forcez|contraignez|poussez|mettez|faites|laissez) (pas|plus)
(vous )?(le )?(regretter|regretteriez|regretterez|regrets|regret amer|mordre les doigts|paierez (cher|le prix)
    |couter* cher|coutera cher|payer cher)
(ne )?(l')?(oublier(ons|a|ont)|oublions) (pas|jamais)|(bonne|longue) memoire|nous nous (en )?souviendrons
    |prenons (bonne|acte|bien)|prendrons (bonne )?note|pris bonne note|bonne note|saurons nous en souvenir
    |garderons (en memoire|trace)|en tiendrons compte|tiendrons compte de
(vous (savez|connaissez|imaginez|comprenez|comprendrez|devinez|n'ignorez|mesurez|voyez)) (bien |certainement |
    surement |parfaitement |sans doute |aisement |pas )*(ce qu*|ce que|comment|ou|pourquoi|que (cela|ce|cette|les
    |nous|notre|tout|la|des|un)|les|la suite|l'importance) !! aider|joindre
(imaginez|pensez|songez|reflechissez|mesurez|demandez-vous) (bien |un instant |a |aux |un peu )?
(inutile de (vous |rappel*|dire|precis*|soulign*|detail*)|pas besoin de|nul besoin|superflu|n'avons pas besoin
    |il va sans dire|cela va sans dire|est-il besoin)
(a vous (de (voir|jouer|choisir|decider))|c'est (a vous|vous qui)|la (balle|decision|suite) (est|depend|vous)
    |le choix (est|vous)|ne (tient|depend) qu'a vous|depend (de vous|desormais)|entre vos mains|libre a vous)
(au-dela|passe|apres|a partir|a compter) ~ (nous ne|ne (repondrons|pourrons|serons)|les choses (chang*|ser*
    |prendr*)|tout (chang*|sera)|plus rien)
(ne|n'*) ~ (repond*|garanti*|responsable*) ~ (plus|rien|de la suite|suite)
sans (autre|nouvel|nouveau|aucun autre|prealable|plus d*) (avis|preavis|delai|forme|rappel|discussion) & *rons|*ra
    |*ront|allons|*rions
sans preavis & *rons|*ra|*ront|allons
sans (menagement|appel)|dans les plus brefs delais sans|delai de rigueur|imperatif*|imperativement|dernier delai
    |sous peine|aucun (delai|report|sursis|retard) (supplementaire|ne sera|ne pourra)?|ultime
(moins|plus aussi|pas aussi|plus si|pas toujours aussi|ne serons plus|ne sera plus|ne sera pas) (aussi |
    si )?(aimable*|cordial*|patient*|comprehensi*|agreable*|conciliant*|amical*|amicaux|courtois*|indulgent*
    |bienveillant*|gentil*|poli*|souriant*)
(prochain*|suivant*) (<notice>|fois|etape|demarche|interlocuteur|courrier|contact|visite) ~ (ne sera|sera (d'un
    |moins|differen*|bien|tout|autre)|n'aura|viendra|viendra d*|ton|autre|sera)
(d'autres|autres|plus (efficaces?|directs?|persuasi*)) (moyens|methodes|voies|manieres|facons|personnes)
    !! paiement|regler|payer
(nous )?(avons|connaissons|disposons|existe) ~ (moyens|methodes|manieres|facons) (de|d'*|pour) !! paiement
la maniere forte|de gre ou de force|hausser le ton|passer a (l'action|la vitesse|l'etape|autre chose|la suite
    |des choses)|vitesse superieure|changer de ton|durcir|autres mains|hors de nos mains|plus entre nos mains
    |nous echappe*
(compte a rebours|heure tourne|jours sont comptes|le temps (presse|est compte|passe)|la coupe est pleine
    |goutte d'eau|trop c'est trop|point de non-retour|en resterons pas la|limites? (est|sont|a tout|ont)
    |il y a des limites)
menac*|represaill*|vengea*|regler* (nos|des) comptes|a vos risques|risques et perils|tant pis pour
(ceux|d'autres|les (clients|entreprises|societes)|certains) (qui|clients|avant vous|ont) ~ (pense|cru|ignor*|tent*
    |paye*|regrett*|essay*|pa(ie|y)*|fait)
tous (les|nos) (moyens|recours) ~ (disposition|possible*|disponible*|necessaire*|en notre)|par tous (les )?moyens
(seul|seule|entiere|entierement|exclusi*|votre) (et unique )?responsab*|responsable de (la suite|ce qui)
    |a vos (risques|depens)
trop tard|deja tard|tard pour
plus (vous|le temps|cela) ~ plus (ce|cela|la|il|elle|les|vous|difficile|cher)|plus (vous|le temps) ~ pire
reputation(s)? ~ (perd*|fai*|dur*|vite|tient)|mauvaise (reputation|reference)
(pourrez|pourra|direz|dites) (pas|plus) ~ (saviez|savait|prevenu*|averti*|informe*|dit)
(ne )?(soyez|vous etonnez|etonnez-vous) pas (surpris*|etonne*|si|que|de)|n'allez pas vous (plaindre|etonner)
(jusqu'ici|jusqu'a present|jusqu'a maintenant) ~ (discret*|patient*|aimable*|cordial*|bons rapports|comprehensi*
    |correct*)
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
(vous )?(donnons|laissons|accordons) _ (heures|jusqu'a (demain|vendredi|lundi|midi))|(vingt-quatre|quarante-huit
    |soixante-douze|24|48|72) heures & donnons|laissons|vous avez
delais de livraison & allong*|plus longs|vous|votre & pourraient|risquent|allong*
vous seriez (surpris*|etonne*)
(directeur*|direction|gerant|patron|president) ~ (personnellement|votre (dossier|compte|cas)|sur le bureau)
    !! plaisir|volontiers|aider|parler
(d'autres|autres) clients ~ (ravis|heureux|content*|attend*|aimeraient|apprecieraient)
(bailleur|proprietaire|comptable|expert-comptable) ~ (interess*|sach*|appren*|savoir)
mauvaise impression|se souvienne (de vous|comme)|(un|une) (scene|esclandre)|faire une scene
(cela|ca|cette situation|tout cela) (s'arrete|suffit|doit cesser|a assez)|ca suffit|n'y pensez meme
raisons? de (continuer|vous (livrer|servir|faire))|a court de raisons
vous avez signe
"""
