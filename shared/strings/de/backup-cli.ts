/** Was die Befehlszeile über Sicherungen sagt. */
export const backupCli = {
  'cli.help.backup': 'Alles, was ein Mandant hat, in eine Datei schreiben',
  'cli.help.backup.more':
    'bellhop backup DATEI\nAlle Zeilen und alle Anhänge, gepackt, auch Vertrauliches: Bewahre die Datei auf wie den Speicher. Geht auch, während der Server läuft. Nichts wird überschrieben. Geheimnisse aus den Einstellungen sind nicht darin. Mehr in docs/backup.md.',
  'cli.help.restore': 'Eine Sicherung in einen leeren Speicher schreiben',
  'cli.help.restore.more':
    'bellhop restore DATEI\nHalte vorher den Server an. Die ganze Datei wird geprüft, bevor etwas geschrieben wird. Nach einer Unterbrechung gib denselben Befehl noch einmal: Er macht weiter, wo er war. Am Ende wird der Speicher geprüft.',
  'cli.backup.usage': 'Sag, in welche Datei: bellhop backup DATEI, z. B. bellhop backup bellhop.backup.gz',
  'cli.backup.exists': '{file} gibt es schon, und eine Sicherung überschreibt nichts. Nimm einen anderen Namen.',
  'cli.backup.writing': 'Schreibe Zeilen',
  'cli.backup.stopped': 'Angehalten. {file} wurde nicht geschrieben.',
  'cli.backup.done': '{rows, plural, one {# Zeile} other {# Zeilen}}, {blobs, plural, one {# Anhang oder Modell} other {# Anhänge und Modelle}}, {bytes, plural, one {# Byte} other {# Bytes}} in {file}',
  'cli.backup.missing': 'Der Inhalt von {key} fehlt im Speicher und damit auch in der Sicherung. „bellhop verify --files“ nennt den Datensatz.',
  'cli.restore.usage': 'Sag, welche Datei: bellhop restore DATEI',
  'cli.restore.checking': 'Prüfe die Sicherung',
  'cli.restore.writing': 'Schreibe den Speicher',
  'cli.restore.stopped': 'Vor dem Ende angehalten: Der Speicher ist nicht vollständig, und Bellhop startet nicht damit. Um weiterzumachen, gib denselben Befehl noch einmal: bellhop restore {file}',
  'cli.restore.done': 'Wiederhergestellt aus {file}, begonnen um {at}: {rows, plural, one {# Zeile} other {# Zeilen}}, {blobs, plural, one {# Anhang oder Modell} other {# Anhänge und Modelle}}.',
  'cli.doctor.storage.restoring': 'Eine Wiederherstellung ist nicht zu Ende gekommen. Gib dasselbe „bellhop restore“ noch einmal; es macht weiter, wo es war.',

  'error.backup.foreign': '{file} ist keine Sicherung von Bellhop. Es wurde nichts geschrieben. Nenne eine Datei, die „bellhop backup“ geschrieben hat; ein Export lässt sich nicht wiederherstellen.',
  'error.backup.version': '{file} stammt von einer anderen Version von Bellhop (Format {detail}). Es wurde nichts geschrieben. Stelle sie mit der Version wieder her, die sie geschrieben hat, oder mit einer neueren.',
  'error.backup.damaged': '{file} ist beschädigt: Die Datei ist abgeschnitten oder wurde verändert. Weiteres wurde nicht geschrieben. Kopiere sie noch einmal von da, wo du sie aufbewahrst, oder nimm eine ältere Sicherung.',
  'error.backup.otherTenant': '{file} ist eine Sicherung des Mandanten „{detail}“. Es wurde nichts geschrieben. Setze BELLHOP_TENANT={detail}, oder nimm eine andere Datei.',
  'error.backup.neverStill': 'In den Speicher wird ohne Pause geschrieben, sodass sich kein Augenblick festhalten ließ. Es wurde nichts geschrieben. Versuche es noch einmal, wenn weniger los ist, und nicht während eines Imports.',
  'error.restore.notEmpty': 'Der Speicher ist nicht leer, und eine Wiederherstellung ändert nichts, was da ist. Nimm einen leeren: einen anderen Ordner mit DATA_DIR, ein anderes BELLHOP_STORAGE, oder bewege den jetzigen weg.',
  'error.restore.otherFile': 'In diesem Speicher steht die unterbrochene Wiederherstellung einer anderen Sicherung. Gib jene noch einmal, oder nimm einen leeren Speicher: einen anderen Ordner mit DATA_DIR oder ein anderes BELLHOP_STORAGE.',
  'error.restore.elsewhere': 'Eine andere Wiederherstellung schreibt zur selben Zeit in diesen Speicher. Lass eine von beiden zu Ende kommen; sind beide zu Ende, gib diesen Befehl noch einmal.',
  'error.restore.unfinished': 'Eine Wiederherstellung in diesen Speicher ist nicht zu Ende gekommen. Gib dasselbe „bellhop restore“ noch einmal; es macht weiter, wo es war.',
} as const;
