/** Was die Kommandozeile zu dem sagt, was über eine Person gespeichert ist. */
export const personCli = {
  'cli.help.person': 'Ausgeben oder löschen, was über eine Person gespeichert ist',
  'cli.help.person.more':
    'bellhop person export MAIL|ID --out DATEI\nbellhop person erase MAIL|ID [--confirm ID]\nexport schreibt als JSON, was über jemanden gespeichert ist. erase zählt zuerst; mit --confirm nimmt es Namen, Adressen und Teams-Kennungen von jemandem, der stillgelegt ist, aus allem, was gespeichert ist: Die Nummer bleibt, unter der die Geschichte ihn kennt. Das lässt sich nicht zurücknehmen. Halte den Server vorher an. Mehr in docs/personal-data.md.',
  'cli.help.person.out': 'export: die Datei, die geschrieben wird; nichts wird überschrieben',
  'cli.help.person.confirm': 'erase: die Nummer der Person, noch einmal; ohne sie wird nur gezählt',
  'cli.person.usage': 'Sag, was mit wem geschehen soll: bellhop person export MAIL|ID --out DATEI, oder bellhop person erase MAIL|ID',
  'cli.person.unknown': 'Unter der Nummer oder Mailadresse „{person}“ gibt es hier niemanden.',
  'cli.person.several': '„{person}“ ist die Adresse mehrerer Personen: {ids}. Nenne eine mit ihrer Nummer.',
  'cli.person.exists': '{file} gibt es schon, und nichts wird überschrieben. Wähle einen anderen Namen.',
  'cli.person.exported': '{person}: {records, plural, one {# Datensatz} other {# Datensätze}} mit Beteiligung, {told, plural, one {# Nachricht} other {# Nachrichten}} des Bots, geschrieben nach {file}',
  'cli.person.leftOut': 'Ausgelassen: {notes, plural, one {# interne Notiz} other {# interne Notizen}} anderer, {records, plural, one {# vertraulicher Datensatz} other {# vertrauliche Datensätze}} anderer. Sieh sie selbst an, wenn danach gefragt wird.',
  'cli.person.counts': '{records, plural, one {# Datensatz nennt} other {# Datensätze nennen}} die Person, dazu {events, plural, one {# Ereignis} other {# Ereignisse}} und {rows, plural, one {# andere Zeile} other {# andere Zeilen}}; {removed, plural, one {# Zeile handelt} other {# Zeilen handeln}} nur von ihr und {removed, plural, one {fällt} other {fallen}} weg.',
  'cli.person.files': 'In {files, plural, one {# Datei, die sie angehängt hat, wird} other {# Dateien, die sie angehängt hat, wird}} nicht hineingesehen.',
  'cli.person.unclear': 'Ihr Name ist ein einzelnes Wort, oder andere haben ihn auch: In Texten bleibt er stehen. Neben ihrer Nummer wird er herausgenommen.',
  'cli.person.dryRun': 'Nichts wurde geändert. Um sie endgültig zu löschen, halte den Server an und führe aus: bellhop person erase {person} --confirm {person}',
  'cli.person.erased': '{person} ist gelöscht. Sicherungen von vorher enthalten noch alles.',
  'cli.person.otherConfirmed': '--confirm nennt {confirmed}, und dies ist {person}. Nichts wurde geändert.',
  'cli.person.notRetired': '{person} gehört noch zur Organisation. Lege den Eintrag zuerst still; nichts wurde geändert.',
  'cli.person.serverRuns': 'Auf diesem Speicher arbeitet ein Server, der den Namen im Gedächtnis hat. Halte ihn an und führe dies noch einmal aus; ein gewaltsam beendeter zählt noch anderthalb Minuten. Nichts wurde geändert.',
  'refusal.people.notRetired': 'Lege diese Person zuerst still.',
  'refusal.storage.inUse': 'Auf diesem Speicher arbeitet ein Server. Halte ihn zuerst an.',
} as const;
