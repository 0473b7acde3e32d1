/** Der Servicekatalog: Formulare, Einträge, Pläne. */
export const catalog = {
  'problem.isOver': 'Wähle heute oder einen späteren Tag.',
  'problem.beforeStart': 'Das darf nicht vor dem Beginn liegen.',
  'problem.notMoney': 'Das muss ein Betrag mit höchstens zwei Nachkommastellen sein.',
  'problem.notMail': 'Das muss eine E-Mail-Adresse sein, zum Beispiel name@firma.example.',
  'problem.notUrl': 'Das muss eine Webadresse sein, die mit https:// oder http:// beginnt.',
  'problem.notPhone': 'Das muss eine Telefonnummer sein: Ziffern, Leerzeichen und + ( ) / . -',
  'problem.notNetwork': 'Das muss ein Rechnername, eine Adresse oder ein Bereich wie 10.1.0.0/16 sein.',
  'problem.notRecordNumber': 'Das muss die Nummer einer Störung, einer Anfrage oder einer Änderung sein, zum Beispiel CHG0000123.',
  'problem.form.badName': '„{name}“ kann nicht der Name eines Feldes sein: Nimm Buchstaben und Ziffern, zuerst einen Kleinbuchstaben, höchstens 40. „today“ ist vergeben.',
  'problem.form.notField': '„{name}“ ist kein Feld.',
  'problem.form.unknownKind': '„{name}“: Es gibt keine Feldart namens „{kind}“.',
  'problem.form.badSetting': '„{name}“: „{setting}“ fehlt oder ist so nicht möglich.',
  'problem.form.unknownOther': '„{name}“ hängt von „{other}“ ab, und ein solches Feld, das jemand beantworten könnte, gibt es nicht.',
  'problem.form.unknownValue': '„{name}“ hängt davon ab, dass „{other}“ „{value}“ ist, und das kann niemand antworten.',
  'problem.form.cycle': '„{name}“ wird am Ende in Abhängigkeit von sich selbst gefragt.',

  'card.order.next': 'Weiter',
  'card.order.more': 'Mit diesen Antworten brauchen wir noch etwas mehr. Was du geschrieben hast, ist noch da.',
  'card.order.filesInTab': 'Eine Karte kann keine Dateien aufnehmen: Schick sie mit deiner Nachricht mit oder bestelle im Tab.',
  'card.order.filesTaken': 'Die Dateien deiner Nachricht kommen hierher.',
};
