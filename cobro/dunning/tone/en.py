"""How English threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "reminders?|notices?|letters?|e-?mails?|messages?|calls?|requests?|attempts?|demands?|statements?|chasers?"
    "|communications?|notes?|texts?|warnings?|approach(es)?|correspondence|prompts?|follow-ups?",
    "ordinal": "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|2nd|3rd|\\d+th",
    "many": "two|three|four|five|six|seven|eight|nine|ten|several|many|numerous|repeated|multiple|countless|various"
    "|successive|frequent|persistent|continued|all our|so many|a number of|a dozen",
    "write": "remind(ed|ing)?|writ(e|ing|ten)|wrote|ask(ed|ing)?|request(ed|ing)?|chas(e|ed|ing)|contact(ed|ing)?"
    "|warn(ed|ing)?|call(ed|ing)?|approach(ed)?|email(ed|ing)?",
    "pay": "pa(y|ys|id|ying|yment|yments)|settl(e|ed|ement|ing)|clear(ed|s)?|transfer(red)?|honou?r(ed)?|receiv(e|ed)",
    "we": "we|our company|our firm|i",
    "relation": "(business |working |trading |commercial )?(relationship|relations|partnership|cooperation|collaboration"
    "|trust|goodwill|association|dealings)",
    "others": "suppliers|customers|clients|banks?|colleagues|partners|employees|staff|competitors|trade associations?|lenders?"
    "|insurers?|third parties|people|industry|directors?|board|boss|bosses|head office|investors|shareholders|chamber"
    "|press|neighbou?rs|creditors|others",
    "supply": "deliver(y|ies|ing)|supply|supplies|supplying|orders?|services?|account|accounts|credit|shipments?|work"
    "|shipping|support|access|lines?|terms|warranty",
}

_FINE = """
statutory (interest|rate|rates|sick pay)
legal (holiday|holidays|name|entity|form|address|notice|representative|rate|interest|tender)
interest at the (legal|statutory) rate
court (road|street|lane|house|hotel|close)
(tennis|food|squash) court
(judge|see) for (yourself|yourselves)
in our judge?ment
second (invoice|invoices|instalment|installment|half|payment|delivery|quarter|floor|part|week|fortnight|line|page|copy)
(thank you|thanks|grateful|appreciate) _ patience
(not|no|than|rather than) (a|any|as a) (warning|demand|threat|reproach)
(warning|safety) (light|lights|sign|signs|label|labels|lamp|lamps|triangle*|tape|notice on)
weather warning*
on demand
in demand
high demand
demand for (our|the|this|these|your) (product*|good*|service*)
please (disregard|ignore) this (reminder|message|e-?mail|letter|note)
you need do nothing (more|else)
no action is needed
last (monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|quarter|time we spoke)
at no (extra )?(cost|charge)
(gave|give|given|had) (us |you )?(any |no |some |enough )?warning
early warning
"""

_COUNTS = """
<ordinal> (and (final|last) )?(payment )?(<notice>)
for the (<ordinal>) time
(<many>) (previous |earlier |prior |past |unanswered |of our |friendly |polite |recent |such |written |of )?(<notice>) !! attach*|instal*
(twice|three times|four times|five times|several times|many times|so many times|a number of times|numerous times|countless times|\\d+ times|on (several|many|numerous|two|three|four|various|repeated|more than one|multiple|previous|a number of) occasions?|more than once|time and (time )?again|over and over|again and again|repeatedly|once already|how many times|how many more|times already)
(previous|earlier|prior|past|preceding|unanswered|former) (payment )?(reminders|notices|letters|e-?mails|messages|calls|requests|attempts|demands|communications|correspondence)
(despite|in spite of|notwithstanding|following|after) _ (our|all|the|these) _ (<notice>) !! telephone conversation|your call|your e-?mail
reminder (number|no,?|#) ?\\d+|(notice|letter|reminder) \\d of \\d
(yet another|another) (payment )?(<notice>) !! e-?mail address
(once again|once more|yet again|again) ~ (remind*|write|writing|chase|chasing|ask|asking|request*)
(remind*|write|writing|chase|chasing|ask|asking) _ (once again|once more|yet again|again)
(we|i) (have|had|'ve) (already|previously|now|repeatedly) (<write>)
(already|previously) (reminded|written|wrote|asked|warned|chased|contacted|requested|told)
(we|i) (keep|kept|have been|'ve been|are still|have had to|'ve had to) (<write>|waiting|on at you)
(not|isn't|hardly) the first (time|<notice>)
(lost|losing) count|as (we )?(previously|already) (advised|notified|warned|reminded|stated)
(string|series|number|stack|list|pile) of (<notice>)
(<notice>) (we|i) (have|'ve) (already )?(sent|left|made)
the (<notice>) (that )?we (have )?(already )?sent
since (our|the) (first|last) (<notice>)
"""

_WARNINGS = """
(final|last|ultimate|closing|definitive) (payment )?(<notice>|warning|opportunity|chance|deadline|call|appeal|extension|word|resort)
(<notice>) ,? (final|last)
last chance|last time we|for the last time|one last (time|chance)
warnings?|warn|warned|warning you|forewarned|ultimatum|caution you|put(ting)? you on notice|on notice|be advised|take notice|consider yourself|consider this (your|a|as)
fair warning|don't say (we|you)|you have been (told|warned|informed|advised)
wake-up call|shot across|heads[- ]up that
(not|won't) (be )?(writ*|remind*|ask*|send*|contact*) (to )?(you )?(again|any more|another|further)|no (more|further|other) (<notice>)|last (one )?(you|we) (will|'ll|shall|send)
formal (warning|ultimatum)
"""

_DEMANDS = """
we (hereby |now |must |formally |therefore |do )?demand|demanding|demand (that|payment|immediate|full)|(letter of|formal|payment) demand|demand (for|letter)
we (insist|require) (that |on |you |payment|immediate*)
notice of (default|demand|intent)|formal notice
we call (up)?on you to
formal (demand|notice|claim)
"""

_LAW = """
lawyers?|solicitors?|attorneys?|barristers?|counsel|legal team|courts?|judges?|judge?ments?|judicial*|lawsuits?|litigat*|bailiffs?|sheriff
(will|to|shall|can|may) sue|sue (you|for|the|over)|to sue|sued|suing|prosecut*|proceedings|injunction|summons|writ|enforcement (action|officer*|agent*)|county court|ccj|statutory demand|winding[- ]up|insolvency petition|bankruptcy petition
legal|legally|law firm|the law|by law|in law|police|criminal|arbitrat*|tribunals?|seiz(e|ed|ure|ing)|repossess*|garnish*|attachment of|charging order
small claims|claim form|letter before (action|claim)|pre-action
"""

_CONDITIONS = """
(if|unless|until|should|when|where) ~ (not|no|n't|fail*|nothing|without|remain*|unpaid|outstanding|persist*|continue*|ignor*|refus*|don't|doesn't|isn't|haven't|hear|<pay>|still)
unless|otherwise|or else|failing (this|that|which|payment)|failure to|if not|in the absence of|in default|lest|until then
(pay|settle|act|respond|reply|call|transfer) ~ or
(by|before|after|until|from|within|past|as of) ~ (monday|tuesday|wednesday|thursday|friday|noon|tomorrow|today|day|days|hours|week|date|then|deadline|midnight|january|february|march|april|may|june|july|august|september|october|november|december)
non-?payment|continued (delay|silence|failure)|further delay|any (further|more) delay|your silence|every day that
after which
"""

_CONSEQUENCES = """
consequence*|repercussion*|penalt*|sanction*|ramification*|implication*
(we|i) (will|shall|would|may|might|'ll|are going to|must|can only|will then|would then) (have to|need to|be (obliged|forced|compelled|left)|act|proceed|take|escalate|stop|suspend|cancel|close|cut|withdraw|withhold|refuse|reconsider|review|reassess|rethink|inform|notify|report|pass|hand|refer|publish|involve|assume|conclude|treat|consider (other|all|our|what|whether|the)|explore|pursue|recover|collect|visit|draw|no longer|not be able|be unable|look (at|for) other)
(suspend*|stop*|cancel*|withdraw*|withh(o|e)ld*|cut(ting)? off|block*|freez*|froz*|put (you )?on hold|on hold|on stop|terminat*|halt*|revok*) ~ (<supply>)
(<supply>|account) ~ (suspended|stopped|cancelled|canceled|withdrawn|blocked|frozen|closed|terminated|on hold|on stop|cut off|cease|revoked)
(no longer|not|unable to|cannot) (be able to )?(supply*|deliver*|serve|accept|extend|offer|continue|guarantee|honou?r|protect|hold)
(cash|payment) (on delivery|in advance|up front)|pro[- ]?forma|cash only
(credit (bureau|agency|agencies|register|reference|rating|score|file|report*|insurer)|default register|blacklist*|debtors'? (list|register))
(debt )?(collection|recovery|collectors?|collections) (agency|agencies|company|firm|agent*|department|specialist*|team)|debt collect*|third party
(tell|inform|notify|report|alert|let ~ know|advise|speak to|talk to|contact|ring) _ (your|other|the) (<others>)
out of (our|my) hands|(different|other|another|less) (route|ways|means|course|path|channels|measures|tone|friendly|pleasant|approach|direction|options|steps)
things (may|will|could|might|would) (get|become|turn|change|take)
(we|i) (will|shall) (know|remember|see|find) 
the matter (will|may|would|shall) (be|go|pass|take|leave) ~ (hands|turn|course|further|elsewhere|higher|escalat*|people)
"""

_MEASURES = """
(have|be|left|leave*|leaves us|given|giving us) (us )?(with )?no (other |real )?(choice|option|alternative)
no (other )?(choice|option|alternative) (but|left|than)|little (choice|option|alternative)
(forced|obliged|compelled|bound|constrained|driven) to|forc(e|es|ing) (us|our hand)|oblige us|(force|forcing) ~ hand
(tak(e|es|ing)|took|consider|initiat*|begin*|start*|commenc*|pursu*) _ (action|measures|steps|proceedings|recovery) !! (correct|fix|help|put right|resolve|any further action|no action)
(further|other|appropriate|necessary|stronger|stern*|drastic|serious|more serious|all|whatever|any|different|firmer) (action|measures|means|steps) !! (no|without)
act accordingly|proceed accordingly|proceed as|respond accordingly|draw our own conclusions|draw (the )?(our |its )?(necessary |own )?conclusion*
reserv* ~ right*|reserve our (position|right*)
(debt collect*|collection agenc*|recovery agen*|collections (agency|team|department)|credit (bureau|reference agenc*|blacklist))
(we|i) (will|shall|would|may|'ll) (now |then |immediately |have to |simply )?(suspend|stop|cancel|cut|withdraw|withhold|refuse|terminate|close|block|freeze|halt|cease) 
(escalat*|hand* (it|this|the (matter|file|case|account)) over|pass* (it|this|the (matter|file|case|account)) (on )?to|turn* (it|this|the (matter|file|case)) over|refer* (it|this|the (matter|file|case))) !! colleague|manager|senior|help
"""

_THREATS = """
(face|suffer|bear|accept|live with|regret|prepare* for|avoid|mindful of|aware of) _ consequence*
(serious|severe|unpleasant|grave|unfortunate|far-reaching|negative|undesirable|costly) (consequences|repercussions|implications|results)|consequences (for|of|that|will|may)
(our|my|the|of|whose|everyone's) patience|patience (is|has|runs|wears|wearing|with|,)|(running|run|runs) out of (patience|time)|patience
before it (is|'s) too late|while (you|there) (still )?(can|is|is still|'s)|while there('s| is) still time|still (have )?time to|time (is )?running out|clock is ticking|window (is )?clos*|doors? ~ (clos*|open)
(in|for) your (own )?(best )?(interest*|good|sake|benefit)|you (would|'d) (do|be) (well|wise|better)|well advised|best advised|it (would|might|may) be (wise|better|sensible|prudent)|if (i|we) were you
(avoid|spare|save|prevent) (yourself|yourselves|you|us|any|further|all|both|the|more|having|matters|this) ~ (trouble|embarrass*|unpleasant*|inconvenience|expense|cost|costs|problem*|difficult*|distress|surprise*|escalat*|damage|steps|action|having to|headache|consequences|measures|worse|conversation*) !! invoice
unpleasant*|embarrass*|uncomfortable|nasty|ugly|awkward (position|conversation|situation|question*)|things get
your (good |company's |firm's |business's |personal |own |standing and )?(name|reputation|credit ?worthiness|credit rating|credit standing|standing|image|credibility|credit score|credit) !! (in the name|on the invoice|name and)
your (name|good name) ~ (circul*|mention*|heard|known|list*|industry|around|come up|mud)
(industry|sector|trade|town|city|market|world|circle*|community|business|village) _ (is|being|this) ~ (small|talks?|knows?|hears?|close[- ]?knit|tight)
(word|news|rumou?rs?|talk|these things|such things|this kind of thing) (gets|get|travels?|spreads?|goes|go|will|tends?|soon|has a way)
(small|close-knit|tight-knit) (industry|sector|trade|town|world|market|community|circle)|people talk|everyone knows (each other|everyone)|everybody knows
(other|your|fellow) (other )?(<others>) ~ (know|knew|hear*|learn*|find* out|think|thought|interest*|aware|ask*|told|discover*|say|see|wonder*|feel|react) !! (let us know|please)
(what|how) ~ (<others>) (would|will|might) (think|say|feel|react|make)
(mak(e|ing)|made|go|going|become) (it |this )?public|publish*|name and shame|come to light|get(s|ting)? out|gets? around
(<relation>) ~ (suffer*|affect*|damag*|harm*|jeopardi*|strain*|risk|stake|reconsider*|review*|end*|over|continu* to|doubt|question*|sour*|break*|broken|spoil*|at an end|change*|lost|cost)
(affect*|damag*|harm*|jeopardi*|risk*|strain*|reconsider*|review*|rethink*|reassess*|re-?evaluat*|end*|doubt|question*|sour*|spoil*|los(e|ing)|put* (at )?|undermin*|cloud*|cost) ~ (<relation>) !! (cash|the end|at the end of|good relationship we value|difficult)
(reconsider|rethink|review|reassess|re-?evaluate|think again about|look again at) (whether|how|if|our|the (terms|basis)|your (terms|credit|account)) 
(cannot|can't|can not|could not|will not|won't|not prepared to|not going to|not willing to|no longer (willing|prepared|able) to|unwilling to|refuse to) (continue|wait|go on|tolerate|accept|allow|keep|carry|ignore|stand by|sit|let this|be (so )?|afford to wait|much longer|hold|indefinitely)
(pay|paying) (you )?(a|us a|you a personal) visit|(visit|call (in )?(at|on)|come (by|round|over|and see|to see)|stop by|drop in|knock*|turn up|see you in person|appear at|in your reception|on your doorstep|at your door*) ~ (you|your|person|office*|premises|home|reception|unannounced|collect) !! happy|glad|look at|problem|pleased|discuss|help
(we|i) know where|find you|someone ~ (your door|your office|your premises)
(you will|you'll|you may|you can|you should) (be )?(hear* from|regret|be sorry|wish|expect (to hear|a|our|the)|find (yourself|that|it|out|us)) !! (enclosed|attached|below|the invoice|link)
(it )?(would|will|'d) be (a )?(great |real |terrible |such a )?(pity|shame|unfortunate|regrettable|sad|sorry|unwise|foolish|tragic)|what a (pity|shame)
(we|i) (would|'d|should) (hate|be sorry|regret|be loath|rather not|prefer not|not (like|want|wish)|much rather not|dislike)
(do not|don't|did not|would not|wouldn't|never|not) (want|wish|like|care|intend) (to have to|to (be|see|go|take|resort|reach|get|make|find|turn|come)|this to|it to|things to|the matter to|you to find|matters to|anyone to) !! (bother*|trouble you|disturb*|any confusion|miss)
please (do not|don't) (make|force|oblige|let it|push|test|leave us) |don't (make|force|push|test|let) (us|it|our|this|me)
(we|i) (will|shall|have|'ve|'ll) (not |never )?(forget*|remember*|make a note|made a note|taken (good |careful )?note|bear* (this|it) in mind|keep* (this|it) in mind|note) (this|it|who|how|that|of how|of who|of your|your)? ~ (conduct|behavio*|attitude|treat*|next time|who|how|future|long) 
long memor*|we (do not|don't|won't|never) forget
(you|you'll|i'm sure you|we're sure you|surely you) (already )?(know|understand|realise|realize|appreciate|can imagine|may imagine|can guess|are aware|will be aware|imagine) (very well |perfectly well |full well |only too well |well )?(what|how|where|why|the|that this|that (it|things|we|our)) ~ (happen*|mean*|lead*|next|follow*|end*|consequence*|implication*|work*|come*|do|stake|serious*|customers|companies|people|cannot|can't|hands|patience)
(imagine|picture|think about|think of|think (very )?carefully|reflect|consider (carefully|what (this|it|happens|follows)|how (this|it))|ask yourself) ~ (what|how|whether|if|position|about|happen*|lose|happens|would|reputation|next)
(we|i) (need not|needn't|do not need to|don't need to|hardly need to|need hardly|should not have to|shouldn't have to) (tell|explain|remind|say|spell|list|point)
goes without saying|needless to say|no need to (spell|say|explain)
(the )?(ball|choice|decision|next move|outcome|rest) (is|lies|rests|now) ~ (yours|you|court)|(it is|it's) (now )?(up to you|your (call|choice|decision|move)|entirely in your hands|in your hands)|you decide|what happens next (is|depends)
(after|from|beyond|past) (that|then|this|which) (date|point|day|time|moment)? ~ (no longer|cannot|can't|different|change*|not be able|out of|no guarantee*|not guarantee|responsib*)
(cannot|can't|will not|won't|not) (be (held )?)?(responsible|answer|vouch|guarantee*|liable|be held)
without (further|any further|more|prior|any more|any other) (notice|warning|ado|delay|discussion|correspondence|contact|communication|reference) & will|shall|'ll|would|may
no (further|more) (notice|warning|extension*|delay*|excuse*|reminder*|discussion|chance*|time|patience|grace|indulgence)|non-negotiable|no exceptions?
(not|no longer|far less|less|won't) (be )?(as |so |quite |nearly |quite so )?(friendly|polite|patient|understanding|pleasant|accommodating|lenient|courteous|kind|generous|nice|nicely|gentle)
(next|following) (letter|e-?mail|message|call|time|step|communication|conversation|one|person|voice|contact) ~ (not|won't|different*|someone else|less|be from|come from|tone|very|may not) !! colleague|senior|help
(other|different|more (effective|direct|persuasive)|many|plenty of) (ways|means|methods|channels|avenues|routes|people who) !! pay|paying|payment|reach you
(we|i) have (our |other |many )?(ways|means|methods) !! payment
ways (and means|of (making|getting|collecting|dealing))|hardball|play rough|the hard way|easy way|nice way|gloves
(days|time|weeks) (is|are) (numbered|up|short)|on borrowed time|countdown|last straw|line in the sand|end of the (road|line)|point of no return|enough is enough|had enough|run its course
threat*|retaliat*|pay (dearly|the price)|cost you (dear|dearly|more|a lot)|more expensive|it will not end|end badly|end well|at your (own )?(risk|peril)|your (own )?(risk|peril)
(others|companies|customers|clients|businesses|those|people|firms) (who|that|which) (ignor*|did not|didn't|thought|took|left|have tried|tried|do not|don't|delay*|made|chose) 
(not|never) (how|the way) ~ (last|survive|keep|stay)|(you|one|nobody|no one) (don't|doesn't|rarely|seldom) (last|stay|get far|keep) 
(every|all|whatever) (means|avenue|option|tool|resource)s? ~ (dispos*|available|possible|necessary|takes)|by (any|all|every) means
(sole|sole* your|entirely your|your own) responsib*|(only|sole*) ~ responsible|on your (own )?head|be it on|you alone|at your own
too late|(may|might|could|will) (well )?be late|later than you think
the longer ~ the (worse|more|harder|higher|less)
reputations? (is|are|can|take*|get*|once|suffer*)|bad name|reputation(s)? ~ lost
(never|not|nobody|no one|don't) ~ (say|claim|complain) ~ (warned|told|knew|know|asked|informed)
(don't|do not) be surprised|(should|will) come as no surprise
(so far|until now|up to now) ~ (discreet|quiet|kept|friendly|polite|patient|nice|gentle)
(between|stay between) (us|ourselves)|keep this (quiet|private|between)
(don't|do not) know (who|what) (you|we)|other side of us|what we are capable|messing with
think twice|think (very )?(hard|carefully)|(lot|much|more|everything) to lose
(sit|stand|sitting|standing) (idly|back|by|on our)|(won't|not|isn't|never) ~ (end of (it|this|the matter)|end here|end there|rest here|rest there|let it rest|go away|let (this|it) (go|drop|lie))
sooner or later|the day (will|may) come|(next time|when) you need (us|our|something|anything)|everything has (a|its) (limit|price|end)|this far and
(have to|need to|must) (explain|answer|account) (yourself|for|this to|it to|to your)
whoever|those who (won't|will not|don't)|what goes around|reap what|live to regret
come (round |over |by )?(and |to )(get|collect|fetch|claim|take)|send (somebody|someone|people|a man)
visit ~ (courtesy|social|less|won't|not be)
(we|i) can (also |just as easily )?(be|do this) (different*|otherwise|another|very|less|hard|tough|difficult|unpleasant|nasty)
depend* (only |solely |entirely |now )*on you|(won't|will not|may not|not going to) (like|enjoy|be to your)
know (what time|when|where) you
word to the wise
(you )?(know|understand) ~ (risk*|exposed|at stake)|(you )?(are|'re) (running|taking) a risk|you risk|risking
(you|you'll) (already |both |surely )?know ~ what (happens|comes|follows|is coming|awaits|'s coming|next)|what (awaits|is coming|'s coming)
passed ~ to (those|someone|people|others) !! colleague
we all know (each|one)|everyone knows
"""

_REPROACHES = """
you (have|'ve|had|clearly|obviously|simply|still|again|once again|have once again|have again|have still|have simply|have repeatedly|have consistently|chose|have chosen|keep|continue|kept|decided|have decided|prefer|seem|appear) (not |to |again |yet again |once more |once again |even |clearly |simply )*(failed|fail|ignor*|neglect*|disregard*|broken|break|breach*|let us down|disappointed|abus*|refus*|avoid*|evad*|dodg*|hiding|hide|chosen|not bothered|bothered|made no|shown no|given no|turned|taken advantage|delay*|stall*|deceiv*|misled|lied|forgotten (us|your|who)|not kept|not honou?red|not even|not had the|pay late|paying late|to pay|withh*)
you (failed|ignored|neglected|broke|promised ~ (but|and)|never|did not (even|keep|honou?r|bother|have the)|didn't (even|keep|honou?r|bother|have the)|have not (kept|honou?red|even|bothered|had|shown|given|responded|replied|answered)|haven't (kept|honou?red|even|bothered|had|shown|given|responded|replied|answered|got back)|do not (intend|care|seem|value|respect|take|bother)|don't (intend|care|seem|value|respect|take|bother))
(yet|but) you (did|have|are|still|choose|do)
your (continued |persistent |repeated |ongoing |complete |total |apparent |obvious |deliberate |prolonged |deafening )*(silence|failure|refusal|neglect|disregard|conduct|behavio*|attitude|negligence|indifference|lack|inaction|breach|default|unwillingness|excuse*|tardiness|broken promise*|dishonesty|reluctance|carelessness|empty promise*|bad habit*|delaying|evasi*|late payment habit*|unreliab*|treatment|irresponsib*)
lack of (respect|courtesy|response|seriousness|good faith|commitment|professionalism|consideration|interest|responsibility|decency|honesty|co-?operation|integrity|manners|willingness|effort)
unacceptable|inexcusable|intolerable|unforgivable|unprofessional|irresponsib*|shame(ful|less|d)?|disgrace*|deplorable|disrespect*|outrageous*|appall*|ridiculous|pathetic|insult*|dishonest*|unreasonabl*|unjustifi*|disgust*|careless|inconsiderate|unreliabl*|rude|discourte*|incomprehensib*|scandal*|unbelievabl*|beyond belief|poor form|not how (business|serious|decent|honest|professional|partners|we)
bad (payer|payers|debtor*|faith|customer)|late payer|poor payer|serial|deadbeat*|delinquent*|defaulter*|fraudulent*|fraudster*|defraud*|cheat*|liar*|lying|thief|thieves|theft|stealing|steal|crook*|scam*|con artist*|freeload*|swindl*
bad faith|ill will|deliberate*|on purpose|intentional*|wilful*|willful*|consciously|knowingly|as a tactic|tactics?
excuses|(no|any|another|your) excuse|pretext*|stalling|delaying|playing games|games with|run(ning)? around|runaround|dodging|hiding|fob* (us )?off|string* (us )?along|lip service|empty promises?|broken promises?|broken (your )?word|break(ing)? your word|go(ne)? back on|promises? (were|was|are) (not|broken|worth)
as (usual|always|ever) & late|unpaid|wait*|delay*|again|nothing
yet again|once again (late|you|your|the|we find|unpaid|this)|always (late|the same|pay late|wait)|every (single )?(time|month) ~ (late|chase|wait|same|delay|ask)|habit*|chronic*|typical of|consistently (late|pay*)|time after time|same (old )?(story|excuse*)
(we|i) (are|'re|am|were|find it|find this|find your|must say we are|remain|feel|have been) (very |deeply |extremely |rather |somewhat |quite |most |more than |a little |frankly |truly |greatly |increasingly |really |bitterly )*(disappoint*|surpris*|astonish*|shock*|dismay*|let down|frustrat*|offend*|upset|annoy*|tired|fed up|insult*|hurt|sadden*|baffl*|puzzl*|bewilder*|perplex*|betray*|appalled|disgusted|angry|sick|weary|amazed|hard to (believe|understand|see|imagine|accept)|difficult to (believe|understand|see|accept)|strange|odd|curious|troubling|exhausted|incredib*)
disappoint*|let (us|me|everyone) down|letting (us|me) down|betray*|taken? for (a ride|granted|fools)|taking (us )?for|make fools|mak(e|ing) (a )?fool*|laugh* at|take advantage|taking advantage|exploit*|abus*
(we|i) (had )?(expected|thought|believed|trusted|hoped|took you|assumed you|counted|relied) ~ (better|more from|more of|otherwise|but|and yet|you were|wrong|different|honest*|serious|different kind|would (keep|honou?r))
expect(ed)? (better|more) (of|from)
(cannot|can't|do not|don't|fail to|hard to|difficult to|struggle to|impossible to|unable to) (understand|see|believe|imagine|accept|explain|comprehend) (why|how|that|what|your|such|any)
(after|given|considering|in return for) (all|everything|the years|so many|the trust|how|what) ~ (done|years|for you|given|helped|trust*|supported|extended|flexib*|patient)
(we|our (part|side|company|team|staff)) (have |has |did |always |kept |delivered |'ve )+ ~ (on time|our (part|side|word|promise|end)|promptly|in full|full and|punctual*|as agreed) & (you|your|same|return|now)
(kept|done|fulfilled|honou?red|held up|delivered on) our (part|side|end|word|promise*)
you (are|were|have been|'re) (already |still |happily |happy to )?(enjoy*|us(e|ing)|benefit*|glad to|content to|quick to|happy to|keen to|profit*|sell*)
(happy|glad|quick|keen) enough to|were (quick|happy|glad|keen) to
(intend|intention|intending|plan|willingness|desire|wish|any thought) (to|of) (not )?(pay*|settl*|honou?r*|keep*|default*|avoid*|cheat*)
(we|i) (know|see|saw|have seen|'ve seen|notice|noticed|have noticed|hear|heard|have heard|understand|are aware|read|have read|learn*|can see|gather|note) (that |with interest |from ~ |in the )*(you|your (company|firm|business|new|other|shop|website|hotel)) ~ (money|funds|expand*|invest*|bought|buying|opening|new (car|cars|office|offices|premises|shop|store|branch)|doing (so |very )?well|afford|able to pay|holiday*|hiring|paid (others|other)|pay (others|other)|fully booked|busy)
you (have|had|found|find|can find|seem to have|clearly have|do have) (the |enough |plenty of |no trouble |time and )?(money|funds|cash|means|resources|time) (to|for)|money for (other|everything|new)|(you|your company) (manage*|seem*|always) ~ pay (others|everyone|your other|other)|pay(ing)? (others|everyone else|other suppliers)
(begin|beginning|start|starting|tempted|inclined|led|forced|have to|makes us|make us|left|cannot help|can't help) (to )?(doubt|wonder*|think|believe|suspect|question|ask ourselves|conclude|feel|fear|lose)
(we|one) (wonder|doubt|suspect)|suspicio*|call* into (question|doubt)|cast* doubt|distrust|mistrust
(we|i) (would|'d|want to|'d like to|would like to|would prefer to|prefer to|hope|trust|choose to|still|refuse to|assume|hesitate to) (like to |want to |still |to |rather )*(think|believe|hope|assume|conclude)? ?(that )?(this|it|you|there) ~ (not|n't|no) ~ (deliberate|intention*|faith|purpose|habit|tactic|way you|how you|hiding|avoid*|serious|strategy|sign|reflect*|pattern|ignor*|kind of|trying|who)
(we|i) (are|'re|am) not (a |your |an |in the )(bank|lender|charity|free|interest-free|overdraft|credit|credit institution|money)|(our|my) (own )?expense|free (credit|loan)|interest-free (loan|credit)|at (our|my) (cost|expense)|financ(e|ing) your|bankroll*|fund(ing)? your|your overdraft|free overdraft
your fault|blame|to blame|guilt*|owe (us|it) (to us|an explanation|an apology|at least|that much|the courtesy)|the least you (can|could)|at (the very )?least (an explanation|have|reply|answer|pick|call|return|tell|explain|the (courtesy|decency))|common (courtesy|decency)|(courtesy|decency|good grace) (to|of)|have the (courtesy|decency)
(honest|decent|serious|respectable|responsible|reputable|honou?rable|genuine|professional|reliable|self-respecting|real) (company|companies|business|businesses|businessm*|people|person|customer*|firm|firms|partner*|client*|payer*|payers)
says (a lot|a great deal|much|everything|something)|speaks (volumes|for itself)|shows (us|that you|little|no|a lack)|tells us (a lot|everything|what)|reveals|prove* (that you|your)
(refus|declin)(e|ed|ing) to (pay|answer|respond|reply|speak|talk|settle|engage)|wash(ed|ing)? your hands|turn(ed|ing)? a (blind|deaf)|blind eye|deaf ears|head in the sand|look* the other way|cold shoulder
(no|without|any|not one|not a single|not so much as|nor any|not even) (an |a )?(explanation|apology|reply|courtesy|word from you|justification|good reason|sign of life|shred)
you should (have paid|know better|be ashamed|be embarrassed|have the)|ought to (have|be ashamed|know)|could (at least|have at least|have had)|know better|long (since )?(been )?overdue apology
how (dare|long do you (think|expect))|do you (really|honestly|seriously|even|not care)|are we (supposed|expected|to believe|to assume|to conclude)|is (that|this) (how|the way|what) (you|we|your)|don't you think
nobody (answers|replies|picks|calls)|no one (answers|replies|picks|calls|has had)|every time we (call|ring|ask|write)
(assured|promised|told|gave) us (that|your word)? ~ (and yet|but|yet|still|only to|again)
"""

_PRESSURE = """
famil(y|ies) ~ !! family (business|firm) since
famil(y|ies)|children|kids|mouths|bread on|put food|food on|wives|mortgage*|(pay|paying) (their|the) rent
conscience|heart|soul|sleep|sleepless|tears|crying|desperat*|despair|anguish|agony|suffer*|heartbr*|begg*|beg|plead*|implor*|mercy|pity|compassion|on our knees|for god*|for heaven*|please,? please|humanity|nightmare*|stress*|distress*|anxi*|worried sick|drown*|suffocat*|chok* !! pity if
ruin*|bankrupt*|going under|go under|out of business|close (our doors|down)|closing (our doors|down)|shut (down|our)|surviv*|lay(ing)? off|laid off|redundan*|los(e|ing|t) (their|his|her|our) jobs?|jobs (at|on|are|depend|will)|livelihood*|brink|collapse|to the wall|keep (our|the) (doors|lights)|afloat
(put|imagine) yourself in (our|my)|in our (shoes|position|place)|how would you (feel|like|react)|would you (like|want|accept|be happy|work|tolerate|wait)|what would you do|how do you think (we|our|they)
selfish*|solidarity|(moral*|ethic*) (duty|obligation|responsib*|debt)?|decen(t|cy)|dignity|on your honou?r|honou?rable|integrity|sense of (honou?r|decency|fairness|duty|responsibility)|fair play|appeal to your|we appeal|your better
(do not|don't|please never) (let|abandon|fail|disappoint|betray|leave) us
urgent|urgently|urgency|immediate (payment|attention|action|settlement)|(pay|settle|transfer|act|respond) (it |this |the (amount|invoice|balance) |in full )?(immediately|at once|right now|now|today|right away|straight away|without (fail|delay|further))|with immediate effect|without fail|not a day (later|longer)|(demand|expect|require)s? ~ (immediate*|at once|today) !! urgent order|urgent delivery|urgent quer*
(staff|employees|workers|team|people|colleagues) ~ (wages|salar*|paid|unpaid|wait*|depend*|livelihood|suffer|rely|home|counting) & (because of you|your|depend*|you)
(wages|salar*) ~ (because of you|thanks to you|your (delay|late|silence))|because of you|thanks to you
(depend*|rely*|rest*|counting) on (you|your)
small (business|company|firm) ~ (cannot|can't|suffer*|surviv*|depend*)
friend(s|ship)?|like family|old times|make ends meet
(company|business|firm|house) (like yours|of your (standing|size|repute|reputation|stature|calibre))|someone (in your position|like you)
in front of (your|all)
"""

_HARM = """
(delay|late payment|this payment|non-?payment|outstanding|unpaid|payment being late|waiting|being without) ~ (harder|hard|difficult*|affect*|makes|means|costs|strain*|puts|hold*|keeps|leaves|impact*|disrupt*)
(us|our) ~ (harder|difficult*|cash flow|cash-flow|suppliers|wages)
"""

_HELP = """
help*|assist*|find a (way|solution)|way forward|look into|happy to|glad to|agree (a|on)|discuss|talk*|any (questions|quer*)|sort (it|this) out|if (something|anything)|get in touch|works for you
"""

_REMINDER = """
remind|reminds|reminder|reminders|reminding
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
