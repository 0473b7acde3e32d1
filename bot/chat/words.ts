/** Words of English and German that people use with the bot. All lower case; matched against whole words. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What people do to a ticket by writing. */
export type Command = 'show' | 'take' | 'resolve' | 'reply' | 'note' | 'assign' | 'reopen' | 'close' | 'hold' | 'resume' | 'cancel' | 'watch' | 'unwatch' | 'macro' | 'canned' | 'why';

/** The first of each is how it is said when we suggest it. */
export const COMMAND_WORDS: Readonly<Record<Command, readonly string[]>> = {
  show: ['show', 'status', 'view', 'display', 'get', 'check', 'zeige', 'zeig', 'anzeigen', 'stand'],
  take: ['take', 'claim', 'übernehme', 'übernehmen', 'übernimm', 'uebernehmen', 'nehme', 'nimm'],
  resolve: ['resolve', 'resolved', 'solve', 'solved', 'löse', 'lösen', 'gelöst', 'loesen'],
  reply: ['reply', 'answer', 'respond', 'antworte', 'antworten', 'antwort'],
  note: ['note', 'notiz', 'notiere', 'notieren'],
  assign: ['assign', 'reassign', 'transfer', 'zuweisen', 'weise'],
  reopen: ['reopen', 'wiederöffnen', 'wiedereröffnen'],
  close: ['close', 'schließe', 'schließen', 'schliesse', 'schliessen'],
  hold: ['hold', 'pause', 'pausiere', 'pausieren', 'zurückstellen'],
  resume: ['resume', 'unhold', 'fortsetzen'],
  cancel: ['cancel', 'withdraw', 'storniere', 'stornieren', 'zurückziehen', 'abbrechen'],
  watch: ['watch', 'follow', 'beobachte', 'beobachten'],
  unwatch: ['unwatch', 'unfollow'],
  macro: ['macro', 'makro'],
  canned: ['canned', 'snippet', 'textbaustein', 'baustein'],
  /** Understood as a whole question, see `WHY_WORDS`: "why INC12 fails again" is none about its due time. */
  why: [],
};

/** In German phrases that start like this, the first word is what we suggest. */
export const commandOf = (word: string): Command | undefined =>
  (Object.keys(COMMAND_WORDS) as Command[]).find((command) => COMMAND_WORDS[command].includes(word.toLowerCase()));

export const HELP = new Set([
  'help', 'help me', 'hilfe', 'hilf mir', 'what can you do', 'was kannst du', 'was kannst du tun', 'commands', 'befehle', 'menu', 'menü', 'start', 'info',
  'how does this work', 'how do you work', 'wie geht das', 'wie funktioniert das', 'who are you', 'wer bist du', 'what is this', 'was ist das', 'anleitung', 'i need help', 'ich brauche hilfe',
]);

export const KNOWN = new Set([
  'known issues', 'known issue', 'known problems', 'outages', 'outage', 'any outages', 'announcements', 'status page', 'service status', 'störungen', 'bekannte störungen', 'bekannte störung',
  'bekannte probleme', 'störungsmeldungen', 'ausfälle', 'servicestatus',
]);

export const GREETING_CORE = set('hi hello hey hallo moin servus hej hola hiya morning morgen tag abend evening afternoon grüezi gruezi huhu greetings grüß gruß mahlzeit');
export const GREETING_WORDS = set('good guten gute there all team everyone zusammen leute gott dich euch day how are you doing wie geht gehts es dir today heute dear liebes again');

export const THANKS_CORE = set('thanks thank thx ty tnx danke dank dankeschön dankeschoen merci cheers');
export const THANKS_WORDS = set(
  'you so much very a lot many ok okay super great perfect sehr vielen herzlichen besten tausend lieben schön schon nochmal nochmals again everyone all for your the fast quick help support für fuer die deine eure schnelle hilfe it works works now it is all good alles gut und and team euch dir hi hello hallo',
);

export const ACKNOWLEDGED_CORE = set(
  'ok okay k kk good great super perfect perfekt cool alright fine gut klar passt ordnung yes no ja nein yep yeah nope sure genau verstanden prima top toll understood bye goodbye got tschüss tschuess ciao nice wunderbar einverstanden',
);
export const ACKNOWLEDGED_WORDS = set('got it all alles in is das very sehr that sounds klingt see you bis dann später later und and then well done gemacht everything then');

/** Says nothing about what is meant: left out before phrases are compared. */
export const FILLERS = set(
  'please bitte show list see view get zeig zeige zeigen me mir all alle the die den der das of von von current aktuelle aktuellen open offene offenen status stand what is are was wie steht stehen es um with mit about where wo sind ist whats to an can could you kannst du i ich want möchte will pls give gib my',
);
export const MINE = set('my mine meine meinen meiner mein');
export const TICKET_WORDS = set('ticket tickets request requests incident incidents cases anfrage anfragen störung störungen meldung meldungen vorgänge bestellungen orders');
export const QUEUE_CORE = set('queue warteschlange worklist arbeitsvorrat backlog unassigned');
export const APPROVAL_CORE = set('approval approvals genehmigung genehmigungen entscheidungen decisions freigaben freigabe');
export const APPROVAL_WORDS = set('pending open offene waiting wartende my meine meinen for mine für mich');

/** "Why is INC12 due then?": one that asks, one that is about time, and nothing else that matters. */
export const WHY_CORE = set('why warum wieso weshalb explain erkläre erklär');
export const DUE_CORE = set('due overdue late deadline sla slas clock clocks fällig fälligkeit überfällig spät zugesagt frist uhr uhren');
export const WHY_WORDS = set('then so already now until by on at it this that do does when dann schon bis erst jetzt denn zu diese dieses diesem ihre seine paused angehalten pausiert time zeit date termin');

/** What a slip of the keyboard may have meant, when it was all that was written. */
export const SUGGESTABLE = ['help', 'hilfe', 'my tickets', 'meine tickets', 'queue', 'warteschlange', 'approvals', 'genehmigungen'] as const;
