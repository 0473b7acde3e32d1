/** What the command line says about service levels. */
export const levelCli = {
  'cli.help.sla': 'Compute service-level clocks, and try agreements against the tickets that are there',
  'cli.help.sla.more':
    'bellhop sla evaluate FILE   worked examples of clocks: one JSON line each with id, pass and the computed result; "-" reads the standard input\nbellhop sla replay --definition FILE --days N   how the last N days would have gone under other agreements and calendars\nNothing is ever written. The formats are in docs/service-levels.md.',
  'cli.sla.usage': 'Say what to do: bellhop sla evaluate FILE, or bellhop sla replay --definition FILE --days N',
  'cli.badJson': '{file} is not valid JSON: {reason}',

  'cli.sla.evaluate.usage': 'Say which file: bellhop sla evaluate FILE; "-" reads the standard input.',
  'cli.sla.evaluated': '{passed, number} of {count, plural, one {# example comes} other {# examples come}} out as expected.',
  'cli.sla.badVectors': '{file} is not a file of examples. {problem}',
  'cli.sla.badVector': '{id}, {problem}',
  'cli.sla.vector.notObject': 'Write an object in braces here.',
  'cli.sla.vector.notList': 'Write a list here.',
  'cli.sla.vector.notText': 'Write a text here.',
  'cli.sla.vector.notOffered': 'Use one of {offered}.',
  'cli.sla.vector.notMinutes': 'Write a number of minutes above zero.',
  'cli.sla.vector.notInstant': 'Write an instant like 2026-03-02T10:00:00Z.',
  'cli.sla.vector.notDate': 'Write dates like 2026-12-25.',
  'cli.sla.vector.notZone': '"{value}" is not a time zone. Use a name like Europe/London.',
  'cli.sla.vector.notWindows': 'Write windows like ["09:00", "17:00"], from earlier to later, under days like mon or dates like 2026-12-24.',
  'cli.sla.vector.unknownCalendar': 'There is no calendar "{calendar}" in the file.',
  'cli.sla.vector.circular': 'The calendar "{calendar}" is a part of itself.',
  'cli.sla.vector.notOneCreated': 'Exactly one event must be of the type created.',

  'refusal.replay.badDays': 'The period must be 1 to {max, number} whole days.',
  'refusal.replay.badUntil': 'The end of the period must be a point in time like 2026-03-02T10:00:00Z.',
  'error.tooManyReplays': 'Enough attempts of this kind are running. Try again in a moment.',
};
