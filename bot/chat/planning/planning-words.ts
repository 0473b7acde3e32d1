/** Words of English and German that people use about changes. All lower case; matched against whole words. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What people do to a change by writing, besides deciding about it. */
export type ChangeCommand = 'show' | 'submit' | 'schedule' | 'reschedule' | 'start' | 'finish' | 'cancel' | 'comment' | 'hold' | 'resume' | 'withdrawVote';

export type DecisionVerb = 'approve' | 'reject' | 'returnForInfo';

/** The first of each is how it is said when we suggest it. */
export const CHANGE_WORDS: Readonly<Record<ChangeCommand, readonly string[]>> = {
  show: ['show', 'status', 'view', 'display', 'get', 'check', 'open', 'zeige', 'zeig', 'anzeigen', 'stand', 'öffne'],
  submit: ['submit', 'einreichen'],
  schedule: ['schedule', 'einplanen'],
  reschedule: ['reschedule', 'move', 'postpone', 'verschiebe', 'verschieben', 'verlege', 'verlegen'],
  start: ['start', 'begin', 'started', 'starte', 'starten', 'beginne', 'beginnen'],
  finish: ['finish', 'complete', 'finished', 'completed', 'beende', 'beenden', 'beendet', 'abschließen', 'abschliessen', 'fertig'],
  cancel: ['cancel', 'withdraw', 'storniere', 'stornieren', 'abbrechen', 'zurückziehen'],
  comment: ['comment', 'note', 'reply', 'answer', 'kommentiere', 'kommentieren', 'kommentar', 'notiz', 'antworte', 'antwort'],
  hold: ['hold', 'pause', 'pausiere', 'pausieren', 'zurückstellen'],
  resume: ['resume', 'unhold', 'continue', 'fortsetzen'],
  /** Understood as a whole phrase only. */
  withdrawVote: [],
};

export const DECISION_WORDS: Readonly<Record<DecisionVerb, readonly string[]>> = {
  approve: ['approve', 'approved', 'accept', 'genehmige', 'genehmigen', 'genehmigt', 'freigeben', 'freigegeben', 'zustimmen'],
  reject: ['refuse', 'refused', 'reject', 'rejected', 'decline', 'declined', 'deny', 'ablehnen', 'abgelehnt', 'verweigere'],
  returnForInfo: ['return', 'returned', 'query', 'rückfrage', 'rueckfrage', 'nachfrage', 'zurückgeben'],
};

/** German verbs that are split around the number: `lehne CHG12 ab`. */
export const SPLIT_VERBS: readonly { readonly verb: RegExp; readonly particle: RegExp; readonly means: DecisionVerb | ChangeCommand }[] = [
  { verb: /^lehne[n]?$/, particle: /^ab(?![\p{L}])/iu, means: 'reject' },
  { verb: /^(gib|gebe[n]?)$/, particle: /^frei(?![\p{L}])/iu, means: 'approve' },
  { verb: /^(gib|gebe[n]?)$/, particle: /^zurück(?![\p{L}])/iu, means: 'returnForInfo' },
  { verb: /^frage[n]?$/, particle: /^(zurück|nach)(?![\p{L}])/iu, means: 'returnForInfo' },
  { verb: /^stimme[n]?$/, particle: /^zu(?![\p{L}])/iu, means: 'approve' },
  { verb: /^ask$/, particle: /^back(?![\p{L}])/iu, means: 'returnForInfo' },
  { verb: /^(send|give)$/, particle: /^back(?![\p{L}])/iu, means: 'returnForInfo' },
  { verb: /^plane[n]?$/, particle: /^ein(?![\p{L}])/iu, means: 'schedule' },
  { verb: /^reiche[n]?$/, particle: /^ein(?![\p{L}])/iu, means: 'submit' },
  { verb: /^schlie(ß|ss)e[n]?$/, particle: /^ab(?![\p{L}])/iu, means: 'finish' },
  { verb: /^breche[n]?$/, particle: /^ab(?![\p{L}])/iu, means: 'cancel' },
  { verb: /^ziehe[n]?$/, particle: /^zurück(?![\p{L}])/iu, means: 'cancel' },
  { verb: /^halte[n]?$/, particle: /^an(?![\p{L}])/iu, means: 'hold' },
  { verb: /^(put|setze[n]?)$/, particle: /^(on hold|auf pause|zurück)(?![\p{L}])/iu, means: 'hold' },
  { verb: /^setze[n]?$/, particle: /^fort(?![\p{L}])/iu, means: 'resume' },
  { verb: /^stelle[n]?$/, particle: /^zurück(?![\p{L}])/iu, means: 'hold' },
];

export const CHANGE_CORE = set('changes änderungen aenderungen rfcs');
export const CHANGE_FILLERS = set('planned scheduled upcoming next geplante geplanten geplant anstehende anstehenden kommende change requests group groups team teams gruppe');

/** Words about the calendar: one that names it, and nothing else that matters. */
export const CALENDAR_CORE = set('freeze freezes blackout blackouts änderungskalender changekalender änderungssperre änderungssperren changesperre sperrzeit sperrzeiten changefreeze freezezeit');
export const CALENDAR_WORDS = set('there any a in we it now today tomorrow this week next change right currently active upcoming planned soon es gibt gerade jetzt heute morgen diese dieser nächste woche wir ein eine einen aktuell bald when wann do does have has haben');

export const DECIDE_PHRASES: readonly RegExp[] = [
  /^(?:what|anything|something|everything)(?:['’]s|\s+(?:is|that))?\s+(?:still\s+)?(?:waits?|waiting|pending|open)\s+(?:for|on)\s+(?:me|my\s+(?:decision|approval|vote))$/iu,
  /^(?:was|alles,?\s+was)\s+(?:wartet|liegt)\s+(?:noch\s+|alles\s+)?(?:auf|bei)\s+(?:mich|mir)$/iu,
  /^what\s+(?:do\s+i\s+have|have\s+i|must\s+i|should\s+i|can\s+i)\s+(?:still\s+)?(?:got\s+)?(?:to\s+)?(?:decide|approve)(?:\s+on)?$/iu,
  /^was\s+(?:muss|soll|kann|darf)\s+ich\s+(?:noch\s+|alles\s+)?(?:entscheiden|freigeben|genehmigen)$/iu,
  /^(?:my\s+|meine\s+)?(?:approval|approvals|freigabe|genehmigungs?)[\s-]?(?:inbox|eingang|postfach)$/iu,
];

export const WEEK_PHRASES: readonly RegExp[] = [
  /^what(?:['’]s|\s+is|\s+are|\s+will\s+be)?\s+(?:we\s+)?(?:changing|changed|changes|planned|scheduled)(?:\s+(?:in\s+it|this\s+week|next\s+week|today|tomorrow|in\s+the\s+next\s+(?:7|seven)\s+days|these\s+days|for\s+(?:this|next)\s+week))?$/iu,
  /^(?:which|what)\s+changes\s+(?:are\s+)?(?:there|planned|scheduled|coming|happen|happening|run|due)?\s*(?:this\s+week|next\s+week|today|tomorrow)?$/iu,
  /^was\s+(?:ändert\s+sich|wird\s+geändert)(?:\s+(?:diese|nächste)\s+woche|\s+heute|\s+morgen)?$/iu,
  /^was\s+(?:wird|ist)\s+(?:diese\s+woche|nächste\s+woche|heute|morgen)\s+(?:alles\s+)?(?:geändert|geplant)$/iu,
  /^welche\s+(?:changes|änderungen)\s+(?:gibt\s+es|sind|laufen|stehen)\s+(?:(?:diese|nächste)\s+woche|heute|morgen|an)?\s*(?:geplant|an)?$/iu,
  /^(?:the\s+|show\s+me\s+the\s+|zeig\s+mir\s+den\s+)?change[\s-]?(?:calendar|kalender|schedule)$/iu,
  /^(?:changes|änderungen)\s+(?:this|next|diese|nächste)\s+(?:week|woche)$/iu,
];

export const WHO_DECIDES: readonly RegExp[] = [
  /^who\s+(?:stands?\s+in|decides?|approves?|is\s+standing\s+in|covers|deputizes)\s+for\s+me(?:\s+.*)?$/iu,
  /^who(?:['’]s|\s+is)\s+my\s+(?:substitute|deputy|delegate|stand-?in)(?:\s+.*)?$/iu,
  /^(?:show\s+(?:me\s+)?)?(?:my\s+)?(?:delegations?|substitutes?|deput(?:y|ies))$/iu,
  /^for\s+whom\s+do\s+i\s+(?:stand\s+in|decide)$/iu,
  /^who\s+do\s+i\s+(?:stand\s+in|decide)\s+for$/iu,
  /^wer\s+(?:vertritt\s+mich|entscheidet\s+für\s+mich|ist\s+meine\s+vertretung)(?:\s+.*)?$/iu,
  /^wen\s+vertrete\s+ich$/iu,
  /^(?:zeig(?:e)?\s+(?:mir\s+)?)?(?:meine\s+)?(?:vertretung|vertretungen|vertreter)$/iu,
];

export const END_DELEGATION: readonly RegExp[] = [
  /^(?:end|stop|cancel|remove|delete|revoke)\s+(?:all\s+)?(?:of\s+)?(?:my\s+|the\s+)?(?:delegations?|substitutes?|deputy|stand-?in)$/iu,
  /^stop\s+delegating(?:\s+my\s+approvals)?$/iu,
  /^(?:beende|beenden|lösche|entferne|storniere|widerrufe)\s+(?:meine\s+|die\s+)?(?:vertretung|vertretungen|delegation)$/iu,
  /^(?:meine\s+|die\s+)?(?:vertretung|vertretungen|delegation)\s+(?:beenden|löschen|aufheben|widerrufen|entfernen)$/iu,
];

const APPROVALS = '(?:approvals?|decisions?|votes?|approval\\s+rights)';
const FREIGABEN = '(?:freigaben?|genehmigungen?|entscheidungen?|stimmen?)';

/** Says who decides for whom, even without a date. */
export const DELEGATE_SURE: readonly RegExp[] = [
  new RegExp(`^delegate\\s+(?:all\\s+)?(?:of\\s+)?my\\s+${APPROVALS}\\s.*(?<![\\p{L}])to\\s+\\S`, 'iu'),
  /^delegate\s+to\s+\S/iu,
  /^(?:my\s+)?(?:substitute|deputy|stand-?in|delegate)(?:\s+is\s+|\s*:\s*)\S/iu,
  /^(?:set|make|name|appoint)\s+.{1,60}\s+(?:as\s+)?my\s+(?:substitute|deputy|delegate|stand-?in)/iu,
  /^(?:meine\s+)?vertretung\s*:\s*\S/iu,
  /^meine\s+vertretung\s+(?:ist|wird|macht|übernimmt)\s+\S/iu,
  new RegExp(`^(?:delegiere|übertrage|gib)\\s+(?:alle\\s+)?meine\\s+${FREIGABEN}\\s.*(?<![\\p{L}])an\\s+\\S`, 'iu'),
  new RegExp(`^(?:meine\\s+)?${FREIGABEN}\\s.*(?<![\\p{L}])an\\s+.{1,80}\\s(?:delegieren|übertragen|abgeben)`, 'iu'),
];

/** The same where a time stands with it: without one it may be about anything. */
export const DELEGATE_WITH_TIME: readonly RegExp[] = [
  /(?<![\p{L}])(?:decides?|approves?|votes?|stands?\s+in|fills?\s+in|deputi[sz]es)\s+for\s+me(?![\p{L}])/iu,
  /(?<![\p{L}])(?:will|can|may|should|shall)\s+(?:decide|approve|vote|stand\s+in)\s+for\s+me(?![\p{L}])/iu,
  /(?<![\p{L}])(?:vertritt|vertreten)\s+mich(?![\p{L}])|(?<![\p{L}])mich\s+(?:vertritt|vertreten)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:entscheidet|genehmigt|stimmt)\s+(?:.{0,60}\s)?für\s+mich(?![\p{L}])/iu,
  /^vertretung\s+(?:durch\s+)?\p{Lu}/u,
];
