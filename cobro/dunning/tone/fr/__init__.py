"""How French threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.fr import kindness, notices, reproaches, threats
from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "relances?|rappels?|lettres?|courriers?|courriels?|messages?|appels?|avis|e-?mails?|mails?|demandes?"
    "|sms|sollicitations?|tentatives?|avertissements?|reclamations?|notifications?|correspondances?|mises? en demeure"
    "|communications?|requetes?",
    "ordinal": "deuxieme|second|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|enieme|n ?ieme|\\d+ ?(e"
    "|eme|de|nd)",
    "many": "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|nombreux|nombreuses|multiples|differents"
    "|differentes|repete(e)?s|successifs|successives|innombrables|maints|maintes|diverses|divers|tous nos|toutes nos"
    "|tant de|autant de|combien de|incessantes?|continuelles?",
    "write": "rappel*|relanc*|ecri*|demand*|contact*|sollicit*|reclam*|insist*|averti*|signal*|adress*",
    "pay": "pa(ie|y)*|regl*|solde*|vers*|vir*|regularis*|acquitt*|recu|recevons|honor*",
    "relation": "(relation|relations|collaboration|partenariat|confiance|entente|cooperation"
    "|rapports) (commerciale*|d'affaires)?",
    "others": "fournisseurs?|clients?|banques?|banquiers?|collegues?|partenaires?|salaries?|confreres?|concurrents?"
    "|tiers|assureurs?|assureur-credit|direction|actionnaires?|chambre|federation|profession|reseau|entourage"
    "|associes?|voisins?|investisseurs?|patrons?|superieurs?",
    "supply": "livraisons?|commandes?|services?|prestations?|fournitures?|comptes?|credit|expeditions?|travaux|acces"
    "|encours|lignes?|contrats?|maintenance|garantie",
    "deadline": "(avant|apres|d'ici|passe|passee|jusqu'au|a compter du|a partir du|au-dela d|des le|sous) ",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)
