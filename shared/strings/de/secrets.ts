/** Passwörter und Ähnliches in dem, was jemand schreibt. */
export const secrets = {
  'secret.password': 'ein Passwort',
  'secret.token': 'einen Zugangsschlüssel',
  'secret.cardNumber': 'eine Kartennummer',
  'secret.privateKey': 'einen privaten Schlüssel',
  'secret.title': 'In deinem Text stand etwas Geheimes',
  'secret.takenOut': '{count, plural, one {Ich habe {what} vor dem Speichern entfernt. Andere können das gesehen haben: Bitte ändere oder sperre es, und lösche es, wo du es sonst noch geschrieben hast.} other {Ich habe {what} vor dem Speichern entfernt. Andere können das gesehen haben: Bitte ändere oder sperre alles, und lösche es, wo du es sonst noch geschrieben hast.}}',
};
