/** Was die Befehlszeile über Service-Level sagt. */
export const levelCli = {
  'cli.help.sla': 'Service-Level-Uhren berechnen und Vereinbarungen an den vorhandenen Tickets erproben',
  'cli.help.sla.more':
    'bellhop sla evaluate DATEI   durchgerechnete Beispiele für Uhren: je eine JSON-Zeile mit id, pass und dem berechneten Ergebnis; „-“ liest die Standardeingabe\nbellhop sla replay --definition DATEI --days N   wie die letzten N Tage unter anderen Vereinbarungen und Kalendern verlaufen wären\nGeschrieben wird nie etwas. Die Formate stehen in docs/service-levels.md.',
  'cli.sla.usage': 'Was ist zu tun? bellhop sla evaluate DATEI, oder bellhop sla replay --definition DATEI --days N',
  'cli.badJson': '{file} ist kein gültiges JSON: {reason}',

  'cli.sla.evaluate.usage': 'Welche Datei? bellhop sla evaluate DATEI; „-“ liest die Standardeingabe.',
  'cli.sla.evaluated': '{passed, number} von {count, plural, one {# Beispiel kommt} other {# Beispielen kommen}} wie erwartet heraus.',
  'cli.sla.badVectors': '{file} ist keine Datei mit Beispielen. {problem}',
  'cli.sla.badVector': '{id}, {problem}',
  'cli.sla.vector.notObject': 'Hier gehört ein Objekt in geschweiften Klammern hin.',
  'cli.sla.vector.notList': 'Hier gehört eine Liste hin.',
  'cli.sla.vector.notText': 'Hier gehört ein Text hin.',
  'cli.sla.vector.notOffered': 'Verwenden Sie eines von {offered}.',
  'cli.sla.vector.notMinutes': 'Hier gehört eine Anzahl Minuten über null hin.',
  'cli.sla.vector.notInstant': 'Hier gehört ein Zeitpunkt wie 2026-03-02T10:00:00Z hin.',
  'cli.sla.vector.notDate': 'Hier gehören Daten wie 2026-12-25 hin.',
  'cli.sla.vector.notZone': '„{value}“ ist keine Zeitzone. Verwenden Sie einen Namen wie Europe/London.',
  'cli.sla.vector.notWindows': 'Hier gehören Zeitfenster wie ["09:00", "17:00"] hin, von früher bis später, unter Tagen wie mon oder Daten wie 2026-12-24.',
  'cli.sla.vector.unknownCalendar': 'Einen Kalender „{calendar}“ gibt es in der Datei nicht.',
  'cli.sla.vector.circular': 'Der Kalender „{calendar}“ ist ein Teil von sich selbst.',
  'cli.sla.vector.notOneCreated': 'Genau ein Ereignis muss vom Typ created sein.',

  'refusal.replay.badDays': 'Der Zeitraum muss 1 bis {max, number} ganze Tage umfassen.',
  'refusal.replay.badUntil': 'Das Ende des Zeitraums muss ein Zeitpunkt wie 2026-03-02T10:00:00Z sein.',
  'error.tooManyReplays': 'Es laufen schon genug Versuche dieser Art. Versuchen Sie es gleich noch einmal.',
};
