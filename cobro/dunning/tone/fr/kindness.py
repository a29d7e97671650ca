"""What looks like a fault and is none, and what a good letter says, in French."""

from __future__ import annotations

FINE = """
interets? (de retard )?(au taux )?leg(al|aux)
taux (d'interet )?legal|taux (d'interet )?legaux
(nom|mentions|siege|jour|forme|representant|conge|delai|denomination|depot|horaire|heure|adresse|raison
    |cours) leg(al|ales|aux|ale)
jours? feries? leg(al|aux)
(fete|duree) legale
a (votre|notre|mon) (avis|jugement|appreciation)
juge(z|r) (par vous-meme|vous-meme|bon|utile)
deuxieme (facture|echeance|acompte|partie|livraison|moitie|quinzaine|semaine|etage|ligne|page|trimestre|versement)
seconde (facture|echeance|partie|livraison|moitie|ligne)
(merci|remerci*) _ patience
(pas|ni|non|plutot qu') _ (un avertissement|une mise en demeure|une menace|un reproche|une reclamation
    |d'un avertissement|d'une menace)
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
(deux|trois) fois (l'interet|le taux|le taux d'interet) (legal)?
"""

HARM = """
(complique*|difficil*|difficulte*|du mal|de mal|gen(e|ent|er)|pes(e|ent|er)|affect*|empech*|perturb*|desequilibr*
    |oblige a|coute*|frein*|fragilis*|penalis*|tend(ue)? notre) & nous|notre|nos
"""

HELP = """
aider*|aide|aiderons|cherch*|ensemble|solutions?|trouv* (ensemble )?(une|la) solution|a votre disposition
    |disposition|volontiers|question*|convenir|resoudre|examin*|verifier*|repondr*|parler*|parlons-en|arrang*
    |en discuter
"""

REMINDER = """
rappel|rappels|rappelons|rappelle|rappeler|rappelle-t-elle
"""
