/** What the command line says about what is stored of one person. */
export const personCli = {
  'cli.help.person': 'Export or erase what is stored about one person',
  'cli.help.person.more':
    'bellhop person export MAIL|ID --out FILE\nbellhop person erase MAIL|ID [--confirm ID]\nexport writes what is stored about somebody as JSON. erase counts first, and with --confirm takes the name, addresses and Teams ids of somebody who is retired out of everything that is stored: their number stays, by which history knows them. It cannot be taken back. Stop the server first. More in docs/personal-data.md.',
  'cli.help.person.out': 'export: the file to write; nothing is overwritten',
  'cli.help.person.confirm': 'erase: the number of the person, once more; without it, it is only counted',
  'cli.person.usage': 'Say what to do with whom: bellhop person export MAIL|ID --out FILE, or bellhop person erase MAIL|ID',
  'cli.person.unknown': 'There is nobody with the number or mail address "{person}" here.',
  'cli.person.several': '"{person}" is the address of several people: {ids}. Name one by the number.',
  'cli.person.exists': '{file} is there already, and nothing is overwritten. Choose another name.',
  'cli.person.exported': '{person}: {records, plural, one {# record} other {# records}} in which they have a part, {told, plural, one {# message} other {# messages}} of the bot, written to {file}',
  'cli.person.leftOut': 'Left out: {notes, plural, one {# internal note} other {# internal notes}} of others, {records, plural, one {# confidential record} other {# confidential records}} of others. Look at them yourself if they are asked for.',
  'cli.person.counts': '{records, plural, one {# record} other {# records}}, {events, plural, one {# event} other {# events}} and {rows, plural, one {# other row} other {# other rows}} name the person; {removed, plural, one {# row is} other {# rows are}} about nothing else and {removed, plural, one {goes} other {go}}.',
  'cli.person.files': '{files, plural, one {# file that they attached is} other {# files that they attached are}} not looked into.',
  'cli.person.unclear': 'Their name is a single word, or others have it, too: in texts it is left alone. Beside their number it is taken out.',
  'cli.person.dryRun': 'Nothing was changed. To erase them for good, stop the server and run: bellhop person erase {person} --confirm {person}',
  'cli.person.erased': '{person} is erased. Backups made before still have everything.',
  'cli.person.otherConfirmed': '--confirm names {confirmed}, and this is {person}. Nothing was changed.',
  'cli.person.notRetired': '{person} is still with the organization. Retire the entry first; nothing was changed.',
  'cli.person.serverRuns': 'A server is at work on this store, and has the name in memory. Stop it and run this again; one that was killed counts for a minute and a half. Nothing was changed.',
  'refusal.people.notRetired': 'Retire this person first.',
  'refusal.storage.inUse': 'A server is at work on this store. Stop it first.',
} as const;
