"""Threatening, in English."""

from __future__ import annotations

CONDITIONS = """
(if|unless|until|should|when|where) ~ (not|no|n't|fail*|nothing|without|remain*|unpaid|outstanding|persist*
    |continue*|ignor*|refus*|don't|doesn't|isn't|haven't|hear|<pay>|still)
unless|otherwise|or else|failing (this|that|which|payment)|failure to|if not|in the absence of|in default|lest
    |until then
(pay|settle|act|respond|reply|call|transfer) ~ or
(by|before|after|until|from|within|past|as of) ~ (monday|tuesday|wednesday|thursday|friday|noon|tomorrow|today|day
    |days|hours|week|date|then|deadline|midnight|january|february|march|april|may|june|july|august|september
    |october|november|december)
non-?payment|continued (delay|silence|failure)|further delay|any (further|more) delay|your silence|every day that
after which
"""

CONSEQUENCES = """
consequence*|repercussion*|penalt*|sanction*|ramification*|implication*
(we|i) (will|shall|would|may|might|'ll|are going to|must|can only|will then|would then) (have to|need to
    |be (obliged|forced|compelled|left)|act|proceed|take|escalate|stop|suspend|cancel|close|cut|withdraw|withhold
    |refuse|reconsider|review|reassess|rethink|inform|notify|report|pass|hand|refer|publish|involve|assume|conclude
    |treat|consider (other|all|our|what|whether|the)|explore|pursue|recover|collect|visit|draw|no longer
    |not be able|be unable|look (at|for) other)
(suspend*|stop*|cancel*|withdraw*|withh(o|e)ld*|cut(ting)? off|block*|freez*|froz*|put (you )?on hold|on hold
    |on stop|terminat*|halt*|revok*) ~ (<supply>)
(<supply>|account) ~ (suspended|stopped|cancelled|canceled|withdrawn|blocked|frozen|closed|terminated|on hold
    |on stop|cut off|cease|revoked)
(no longer|not|unable to|cannot) (be able to )?(supply*|deliver*|serve|accept|extend|offer|continue|guarantee
    |honou?r|protect|hold)
(only|insist on|require|demand|nothing but) _ (cash|payment|paid) (on delivery|in advance|up front)|cash only
    |only (against|on) pro[- ]?forma
(credit (bureau|agency|agencies|register|reference|rating|score|file|report*|insurer)|default register|blacklist*
    |debtors'? (list|register))
(debt )?(collection|recovery|collectors?|collections) (agency|agencies|company|firm|agent*|department|specialist*
    |team)|debt collect*|third party
(tell|inform|notify|report|alert|let ~ know|advise|speak to|talk to|contact|ring) _ (your|other|the) (<others>)
out of (our|my) hands|(different|other|another|less) (route|ways|means|course|path|channels|measures|tone|friendly
    |pleasant|approach|direction|options|steps)
things (may|will|could|might|would) (get|become|turn|change|take)
(we|i) (will|shall) (know|remember|see|find)
the matter (will|may|would|shall) (be|go|pass|take|leave) ~ (hands|turn|course|further|elsewhere|higher|escalat*
    |people)
will (result|lead|end) in|(late|additional|extra|further) (fees?|costs?|charges?)
"""

MEASURES = """
(have|be|left|leave*|leaves us|given|giving us) (us )?(with )?no (other |real )?(choice|option|alternative)
no (other )?(choice|option|alternative) (but|left|than)|little (choice|option|alternative)
(forced|obliged|compelled|bound|constrained|driven) to|forc(e|es|ing) (us|our hand)|oblige us|(force|forcing) ~ hand
(tak(e|es|ing)|took|consider|initiat*|begin*|start*|commenc*|pursu*) _ (action|measures|steps|proceedings
    |recovery) !! (correct|fix|help|put right|resolve|any further action|no action)
(further|other|appropriate|necessary|stronger|stern*|drastic|serious|more serious|all|whatever|any|different
    |firmer) (action|measures|means|steps) !! (no|without)
act accordingly|proceed accordingly|proceed as|respond accordingly|draw our own conclusions|draw (the )?(our |
    its )?(necessary |own )?conclusion*
reserv* ~ right*|reserve our (position|right*)
(debt collect*|collection agenc*|recovery agen*|collections (agency|team|department)|credit (bureau
    |reference agenc*|blacklist))
(we|i) (will|shall|would|may|'ll) (now |then |immediately |have to |simply )?(suspend|stop|cancel|cut|withdraw
    |withhold|refuse|terminate|close|block|freeze|halt|cease)
(escalat*|hand* (it|this|the (matter|file|case|account)) over|pass* (it|this|the (matter|file|case
    |account)) (on )?to|turn* (it|this|the (matter|file|case)) over|refer* (it|this|the (matter|file|case)))
    !! colleague|manager|senior|help
"""

THREATS = """
(face|suffer|bear|accept|live with|regret|prepare* for|avoid|mindful of|aware of) _ consequence*
(serious|severe|unpleasant|grave|unfortunate|far-reaching|negative|undesirable|costly) (consequences|repercussions
    |implications|results)|consequences (for|of|that|will|may)
(our|my|the|of|whose|everyone's) patience|patience (is|has|runs|wears|wearing|with|,)|(running|run
    |runs) out of (patience|time)|patience
before it (is|'s) too late|while (you|there) (still )?(can|is|is still|'s)|while there('s| is) still time
    |still (have )?time to|time (is )?running out|clock is ticking|window (is )?clos*|doors? ~ (clos*|open)
(in|for) your (own )?(best )?(interest*|good|sake|benefit)|you (would|'d) (do|be) (well|wise|better)|well advised
    |best advised|it (would|might|may) be (wise|better|sensible|prudent)|if (i|we) were you
(avoid|spare|save|prevent) (yourself|yourselves|you|us|any|further|all|both|the|more|having|matters|this)
    ~ (trouble|embarrass*|unpleasant*|inconvenience|expense|cost|costs|problem*|difficult*|distress|surprise*
    |escalat*|damage|steps|action|having to|headache|consequences|measures|worse|conversation*) !! invoice
unpleasant*|embarrass*|uncomfortable|nasty|ugly|awkward (position|conversation|situation|question*)|things get
your (good |company's |firm's |business's |personal |own |standing and )?(name|reputation|credit ?worthiness
    |credit rating|credit standing|standing|image|credibility|credit score|credit) !! (in the name|on the invoice
    |name and)
your (name|good name) ~ (circul*|mention*|heard|known|list*|industry|around|come up|mud)
(industry|sector|trade|town|city|market|world|circle*|community|business|village) _ (is|being|this) ~ (small|talks?
    |knows?|hears?|close[- ]?knit|tight)
(word|news|rumou?rs?|talk|these things|such things|this kind of thing) (gets|get|travels?|spreads?|goes|go|will
    |tends?|soon|has a way)
(small|close-knit|tight-knit) (industry|sector|trade|town|world|market|community|circle)|people talk
    |everyone knows (each other|everyone)|everybody knows
(other|your|fellow) (other )?(<others>) ~ (know|knew|hear*|learn*|find* out|think|thought|interest*|aware|ask*|told
    |discover*|say|see|wonder*|feel|react) !! (let us know|please)
(what|how) ~ (<others>) (would|will|might) (think|say|feel|react|make)
(mak(e|ing)|made|go|going|become) (it |this )?public|publish*|name and shame|come to light|get(s|ting)? out
    |gets? around
(<relation>) ~ (suffer*|affect*|damag*|harm*|jeopardi*|strain*|risk|stake|reconsider*|review*|end*|over|continu* to
    |doubt|question*|sour*|break*|broken|spoil*|at an end|change*|lost|cost)
(affect*|damag*|harm*|jeopardi*|risk*|strain*|reconsider*|review*|rethink*|reassess*|re-?evaluat*|end*|doubt
    |question*|sour*|spoil*|los(e|ing)|put* (at )?|undermin*|cloud*|cost) ~ (<relation>) !! (cash|the end
    |at the end of|good relationship we value|difficult)
(reconsider|rethink|review|reassess|re-?evaluate|think again about|look again at) (whether|how|if|our|the (terms
    |basis)|your (terms|credit|account))
(cannot|can't|can not|could not|will not|won't|not prepared to|not going to|not willing to|no longer (willing
    |prepared|able) to|unwilling to|refuse to) (continue|wait|go on|tolerate|accept|allow|keep|carry|ignore
    |stand by|sit|let this|be (so )?|afford to wait|much longer|hold|indefinitely)
(pay|paying) (you )?(a|us a|you a personal) visit|(visit|call (in )?(at|on)|come (by|round|over|and see|to see)
    |stop by|drop in|knock*|turn up|see you in person|appear at|in your reception|on your doorstep|at your door*)
    ~ (you|your|person|office*|premises|home|reception|unannounced|collect) !! happy|glad|look at|problem|pleased
    |discuss|help
(we|i) know where|find you|someone ~ (your door|your office|your premises)
(you will|you'll|you may|you can|you should) (be )?(hear* from|regret|be sorry|wish|expect (to hear|a|our|the)
    |find (yourself|that|it|out|us)) !! (enclosed|attached|below|the invoice|link)
(it )?(would|will|'d) be (a )?(great |real |terrible |such a )?(pity|shame|unfortunate|regrettable|sad|sorry|unwise
    |foolish|tragic)|what a (pity|shame)
(we|i) (would|'d|should) (hate|be sorry|regret|be loath|rather not|prefer not|not (like|want|wish)|much rather not
    |dislike)
(do not|don't|did not|would not|wouldn't|never|not) (want|wish|like|care|intend) (to have to|to (be|see|go|take
    |resort|reach|get|make|find|turn|come)|this to|it to|things to|the matter to|you to find|matters to
    |anyone to) !! (bother*|trouble you|disturb*|any confusion|miss)
please (do not|don't) (make|force|oblige|let it|push|test|leave us) |don't (make|force|push|test|let) (us|it|our
    |this|me)
(we|i) (will|shall|have|'ve|'ll) (not |never )?(forget*|remember*|make a note|made a note|taken (good |
    careful )?note|bear* (this|it) in mind|keep* (this|it) in mind|note) (this|it|who|how|that|of how|of who
    |of your|your)? ~ (conduct|behavio*|attitude|treat*|next time|who|how|future|long)
long memor*|we (do not|don't|won't|never) forget
(you|you'll|i'm sure you|we're sure you|surely you) (already )?(know|understand|realise|realize|appreciate
    |can imagine|may imagine|can guess|are aware|will be aware|imagine) (very well |perfectly well |full well |
    only too well |well )?(what|how|where|why|the|that this|that (it|things|we|our)) ~ (happen*|mean*|lead*|next
    |follow*|end*|consequence*|implication*|work*|come*|do|stake|serious*|customers|companies|people|cannot|can't
    |hands|patience)
(imagine|picture|think about|think of|think (very )?carefully|reflect|consider (carefully|what (this|it|happens
    |follows)|how (this|it))|ask yourself) ~ (what|how|whether|if|position|about|happen*|lose|happens|would
    |reputation|next)
(we|i) (need not|needn't|do not need to|don't need to|hardly need to|need hardly|should not have to
    |shouldn't have to) (tell|explain|remind|say|spell|list|point)
goes without saying|needless to say|no need to (spell|say|explain)
(the )?(ball|choice|decision|next move|outcome|rest) (is|lies|rests|now) ~ (yours|you|court)|(it is
    |it's) (now )?(up to you|your (call|choice|decision|move)|entirely in your hands|in your hands)|you decide
    |what happens next (is|depends)
(after|from|beyond|past) (that|then|this|which) (date|point|day|time|moment)? ~ (no longer|cannot|can't|different
    |change*|not be able|out of|no guarantee*|not guarantee|responsib*)
(cannot|can't|will not|won't|not) (be (held )?)?(responsible|answer|vouch|guarantee*|liable|be held)
without (further|any further|more|prior|any more|any other) (notice|warning|ado|delay|discussion|correspondence
    |contact|communication|reference) & will|shall|'ll|would|may
no (further|more) (notice|warning|extension*|delay*|excuse*|reminder*|discussion|chance*|time|patience|grace
    |indulgence)|non-negotiable|no exceptions?
(not|no longer|far less|less|won't) (be )?(as |so |quite |nearly |quite so )?(friendly|polite|patient|understanding
    |pleasant|accommodating|lenient|courteous|kind|generous|nice|nicely|gentle)
(next|following) (letter|e-?mail|message|call|time|step|communication|conversation|one|person|voice|contact) ~ (not
    |won't|different*|someone else|less|be from|come from|tone|very|may not) !! colleague|senior|help
(other|different|more (effective|direct|persuasive)|many|plenty of) (ways|means|methods|channels|avenues|routes
    |people who) !! pay|paying|payment|reach you
(we|i) have (our |other |many )?(ways|means|methods) !! payment
ways (and means|of (making|getting|collecting|dealing))|hardball|play rough|the hard way|easy way|nice way|gloves
(days|time|weeks) (is|are) (numbered|up|short)|on borrowed time|countdown|last straw|line in the sand
    |end of the (road|line)|point of no return|enough is enough|had enough|run its course
threat*|retaliat*|pay (dearly|the price)|cost you (dear|dearly|more|a lot)|more expensive|it will not end|end badly
    |end well|at your (own )?(risk|peril)|your (own )?(risk|peril)
(others|companies|customers|clients|businesses|those|people|firms) (who|that|which) (ignor*|did not|didn't|thought
    |took|left|have tried|tried|do not|don't|delay*|made|chose)
(not|never) (how|the way) ~ (last|survive|keep|stay)|(you|one|nobody|no one) (don't|doesn't|rarely|seldom) (last
    |stay|get far|keep)
(every|all|whatever) (means|avenue|option|tool|resource)s? ~ (dispos*|available|possible|necessary|takes)|by (any
    |all|every) means
(sole|sole* your|entirely your|your own) responsib*|(only|sole*) ~ responsible|on your (own )?head|be it on
    |you alone|at your own
too late|(may|might|could|will) (well )?be late|later than you think
the longer ~ the (worse|more|harder|higher|less)
reputations? (is|are|can|take*|get*|once|suffer*)|bad name|reputation(s)? ~ lost
(never|not|nobody|no one|don't) ~ (say|claim|complain) ~ (warned|told|knew|know|asked|informed)
(don't|do not) be surprised|(should|will) come as no surprise
(so far|until now|up to now) ~ (discreet|quiet|kept|friendly|polite|patient|nice|gentle)
(between|stay between) (us|ourselves)|keep this (quiet|private|between)
(don't|do not) know (who|what) (you|we)|other side of us|what we are capable|messing with
think twice|think (very )?(hard|carefully)|(lot|much|more|everything) to lose
(sit|stand|sitting|standing) (idly|back|by|on our)|(won't|not|isn't|never) ~ (end of (it|this|the matter)|end here
    |end there|rest here|rest there|let it rest|go away|let (this|it) (go|drop|lie))
sooner or later|the day (will|may) come|(next time|when) you need (us|our|something|anything)|everything has (a
    |its) (limit|price|end)|this far and
(have to|need to|must) (explain|answer|account) (yourself|for|this to|it to|to your)
whoever|those who (won't|will not|don't)|what goes around|reap what|live to regret
come (round |over |by )?(and |to )(get|collect|fetch|claim|take)|send (somebody|someone|people|a man)
visit ~ (courtesy|social|less|won't|not be)
(we|i) can (also |just as easily )?(be|do this) (different*|otherwise|another|very|less|hard|tough|difficult
    |unpleasant|nasty)
depend* (only |solely |entirely |now )*on you|(won't|will not|may not|not going to) (like|enjoy|be to your)
know (what time|when|where) you (open|close|leave|arrive|live|are|park|work)
word to the wise
(you )?(know|understand) ~ (risk*|exposed|at stake)|(you )?(are|'re) (running|taking) a risk|you risk|risking
(you|you'll) (already |both |surely )?know ~ what (happens|comes|follows|is coming|awaits|'s coming|next)
    |what (awaits|is coming|'s coming)
passed ~ to (those|someone|people|others) !! colleague
we all know (each|one)|everyone knows
(give|giving|have) you _ (hours|until (noon|tomorrow|midnight|friday|monday))|(twenty-four|forty-eight|seventy-two
    |24|48|72) hours & you have|give you|or we
(lead|delivery) times & you|your & longer|slip|suffer
(would|might|may|'d) be surprised (how|what|at|who)
(director|board|chairman|owner|ceo|head of) ~ (personal* interest|personally|your (account|file|case))
    |highest level !! glad|happy|help|pleased|talk
other customers ~ (appreciate|glad|grateful|waiting|love|happy) !! we serve
(landlord|bank manager|accountant|auditors?|franchisor) ~ (interest*|know|hear)
(wrong|bad|poor) impression|remember(ed)? (you )?as|(make|avoid|want|needs?) ~ a scene
(this|it) (ends|stops) (here|now|on|today|this)|enough of this|(don't|do not) you dare|parting word|tick tock
    |blinks first
running out of (reasons|excuses)|reasons? to (keep|continue|go on) (supply*|serv*|deliver*|trust*)
you signed|those who pay ~ (the others|others)|follow you around
"""
