import type { Reach, TicketKind, WorkEffect } from './ticket-schema';

const EVERYONE = /\b(every(one|body)|whole company|all (users|staff|employees|sites)|company[- ]wide|alle (mitarbeiter\w*|kollegen|standorte)|firmenweit|niemand kann|nobody can)\b/i;
const SITE = /\b(whole (site|office|building|floor|warehouse)|entire (site|office|building|floor|warehouse)|all of us here|(ganze[rsn]?|gesamte[rsn]?) (standort|b(ü|ue)ro|lager|etage|geb(ä|ae)ude))\b/i;
const TEAM = /\b((my|our|the)( (whole|entire))? (team|department)|(mein|unser|das ganze) (team|abteilung)|(meine|unsere|ganze) abteilung|colleagues (too|also|as well)|several (people|colleagues|of us)|mehrere kollegen|wir alle|all of us)\b/i;
const STOPPED = /\b(can ?not|can'?t|cannot|unable to|won'?t|does(n'?t| not)|is(n'?t| not)) (work|start|boot|log ?(in|on)|sign in|connect|access|open|print)|\b(down|dead|blue ?screen|locked out|urgent(ly)?|nothing works|emergency)\b|\b(geht|funktioniert|startet|l(ä|ae)uft) (gar )?nicht|\b(kann (mich )?nicht|kaputt|ausgefallen|ausfall|gesperrt|dringend|nichts geht)\b/i;
const FINE = /\b(when you have time|no (hurry|rush)|not urgent|question|how (do|can) i|would like|wondering|suggestion|wenn (du|ihr|sie) zeit|nicht eilig|keine eile|frage|wie kann ich|wie (geht|mache ich)|vorschlag)\b/i;
const REQUEST = /\b(i|we) (need|want|would like|require) (a|an|new|access|another|some)\b|\b(please|can you|could you) (order|install|give|grant|set up|create|add|provide)\b|\b(request|order|apply for|new (laptop|phone|monitor|headset|keyboard|mouse|starter|employee|account))\b|\b(ich|wir) (brauche|brauchen|ben(ö|oe)tige|h(ä|ae)tte gern|m(ö|oe)chte)\b|\b(bitte) (bestellen|installieren|einrichten|anlegen|freischalten)\b|\b(neue[rnms]?) (laptop|handy|monitor|headset|tastatur|maus|mitarbeiter\w*)\b/i;
const BROKEN = /\b(broken|error|fail(s|ed|ing)?|crash(es|ed|ing)?|slow|drops?|stuck|not working|doesn'?t|can'?t|cannot|problem|issue|fehler|kaputt|langsam|geht nicht|funktioniert nicht|absturz|st(ü|ue)rzt)\b/i;

/** What free text says about reach, effect and kind; careful guesses that the draft shows and anybody can change. */
export function readText(text: string): { readonly reach: Reach; readonly work: WorkEffect; readonly kind: TicketKind } {
  const reach = EVERYONE.test(text) ? 'everyone' : SITE.test(text) ? 'site' : TEAM.test(text) ? 'team' : 'me';
  const kind = REQUEST.test(text) && !BROKEN.test(text) ? 'request' : 'incident';
  const isFine = FINE.test(text) || kind === 'request';
  const work = STOPPED.test(text) && !FINE.test(text) ? 'stopped' : isFine ? 'fine' : 'workaround';
  return { reach, work, kind };
}
