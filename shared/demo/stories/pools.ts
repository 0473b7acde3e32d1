import type { Language } from '../../kernel';

type PerLanguage<T> = Readonly<Record<Language, T>>;

/** The first words of an agent where the story has none of its own. */
export const GREETINGS: PerLanguage<readonly string[]> = {
  en: [
    'Hello {me}, thank you for your message. I am looking into it now.',
    'Hi {me}, I have taken your ticket and will get back to you today.',
    'Hello {me}, thanks for the clear description. I am on it.',
    'Hi {me}, {agent} here. I am checking this now and will let you know.',
  ],
  de: [
    'Hallo {me}, danke für deine Nachricht. Ich sehe es mir gerade an.',
    'Hallo {me}, ich habe dein Ticket übernommen und melde mich heute noch.',
    'Hallo {me}, danke für die gute Beschreibung. Ich bin dran.',
    'Hallo {me}, hier ist {agent}. Ich prüfe das und gebe dir Bescheid.',
  ],
};

export const GOOD_COMMENTS: PerLanguage<readonly string[]> = {
  en: [
    'Quick and friendly, thank you.',
    'Solved on the same day. Great.',
    'I understood what was wrong and how to avoid it.',
    'Really patient with me, thanks {agent}!',
    'Worked at once.',
    'Could not be better.',
    'Nice that I could see who was working on it.',
    'Solved before my next meeting.',
  ],
  de: [
    'Schnell und freundlich, danke.',
    'Noch am selben Tag gelöst, super.',
    'Ich habe verstanden, woran es lag.',
    'Sehr geduldig, danke {agent}!',
    'Hat sofort geklappt.',
    'Besser geht es nicht.',
  ],
};

export const FAIR_COMMENTS: PerLanguage<readonly string[]> = {
  en: ['Good in the end, but it took a while.', 'Fine, although I had to explain it twice.', 'Solved, but I would have liked some news in between.'],
  de: ['Am Ende gut, hat aber gedauert.', 'In Ordnung, ich musste es nur zweimal erklären.', 'Gelöst, ein Zwischenstand wäre schön gewesen.'],
};

export const BAD_COMMENTS: PerLanguage<readonly string[]> = {
  en: ['Far too slow. I could not work for days.', 'Closed although it was not solved.', 'Nobody told me what was going on.'],
  de: ['Viel zu langsam, ich konnte tagelang nicht arbeiten.', 'Wurde geschlossen, obwohl es nicht ging.', 'Niemand hat mir gesagt, was los ist.'],
};

export const WITHDRAWALS: PerLanguage<readonly string[]> = {
  en: ['Works again after a restart, sorry for the trouble.', 'My colleague could help me. Thanks anyway!', 'I found the article, that was enough.'],
  de: ['Nach einem Neustart geht es wieder, danke.', 'Mein Kollege konnte mir helfen, trotzdem danke!', 'Der Artikel hat gereicht.'],
};

export const APPROVAL_COMMENTS: PerLanguage<readonly string[]> = {
  en: ['Approved.', 'Yes, makes sense.', 'Fine with me, it is in the budget.', 'Needed for the project, please go ahead.'],
  de: ['Genehmigt.', 'Ja, ist sinnvoll.', 'Einverstanden, ist eingeplant.', 'Wird gebraucht, bitte umsetzen.'],
};

export const ASSIGN_REASONS: PerLanguage<string> = {
  en: 'Handed over to the group that looks after it',
  de: 'An die zuständige Gruppe übergeben',
};
