/** Was die Befehlszeile über Klassifikatoren sagt. */
export const classifyCli = {
  'cli.help.classify': 'Trainieren und messen, was die Kategorie eines Tickets aus seinem Text findet',
  'cli.help.classify.more':
    'bellhop classify train DATEI [--out MODELL]        aus Tickets mit bekannten Themen ein Modell machen\nbellhop classify evaluate DATEI [--model MODELL]   wie gut ein Modell die Themen der Tickets in DATEI findet, als JSON\nDATEI ist CSV mit den Spalten Document und Topic_group, mit gzip gepackt oder nicht. Wie es arbeitet, steht in docs/classifier.md.',
  'cli.help.classify.out': 'Wohin das Modell geschrieben wird; sonst <Name von DATEI>.model.gz im aktuellen Ordner',
  'cli.help.classify.model': 'Das Modell, das gemessen wird; sonst das, das mit Bellhop kommt',
  'cli.classify.usage': 'Was ist zu tun? bellhop classify train DATEI, oder bellhop classify evaluate DATEI',
  'cli.classify.reading': 'Lesen',
  'cli.classify.training': 'Lernen',
  'cli.classify.classifying': 'Einordnen',
  'cli.classify.columns':
    '{count, plural, one {Die Spalte {missing} fehlt} other {Diese Spalten fehlen}} in {file}{count, plural, one {} other {: {missing}}}. Die erste Zeile muss Document (der Text) und Topic_group (das Thema) nennen; sie nennt: {found}',
  'cli.classify.noRows': 'In {file} ist kein Ticket mit einem Thema.',
  'cli.classify.isDamaged': '{file} ist beschädigt: Die Datei lässt sich nicht bis zum Ende entpacken. Kopiere oder exportiere sie noch einmal.',
  'cli.classify.skipped': '{count, plural, one {# Zeile wurde} other {# Zeilen wurden}} ausgelassen, die erste in Zeile {line}: Anführungszeichen oder Anzahl der Zellen stimmen nicht, oder das Thema fehlt.',
  'cli.classify.tooFewTickets': '{count, plural, one {# Ticket ist} other {# Tickets sind}} zu wenig, um daraus zu lernen. Mindestens {limit, number} sind nötig, besser einige Dutzend je Thema.',
  'cli.classify.tooManyTickets': 'Das sind zu viele Tickets. Nimm höchstens {limit, number}, die neuesten.',
  'cli.classify.oneLabel': 'Alle Tickets haben dasselbe Thema. Mindestens {limit, number} sind nötig, um etwas zu unterscheiden.',
  'cli.classify.tooManyLabels': '{count, plural, one {# Thema ist} other {# Themen sind}} zu viel. Höchstens {limit, number} lassen sich unterscheiden.',
  'cli.classify.trained': '{labels, plural, one {# Thema} other {# Themen}} aus {tickets, plural, one {# Ticket} other {# Tickets}} in {seconds, number, ::.0} s gelernt: {file}, {kilobytes, number, ::.} KB',
  'cli.classify.heldOut': 'An {tickets, plural, one {# zurückgehaltenen Ticket} other {# zurückgehaltenen Tickets}}: {accuracy, number, ::percent .0} richtig; {coverage, number, ::percent .0} ließen sich ohne einen Menschen entscheiden, davon 95 % richtig.',
  'cli.classify.unknownTopics': 'Das Modell kennt {count, plural, one {dieses Thema} other {diese Themen}} nicht: {topics}. Es kennt: {known}',
  'cli.classify.isTrainingData': 'Das Modell ist aus genau diesen Tickets gemacht: Die Zahlen sagen nichts über Tickets, die es nicht kennt. Das tun die unter model.heldOut.',
  'cli.classify.model.foreign': '{file} ist kein Modell von Bellhop. Mache eines: bellhop classify train DATEI',
  'cli.classify.model.otherVersion': '{file} stammt von einer anderen Version von Bellhop. Trainiere es neu: bellhop classify train DATEI',
  'cli.classify.model.damaged': '{file} ist beschädigt. Kopiere oder trainiere es noch einmal: bellhop classify train DATEI',
};
