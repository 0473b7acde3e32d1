/** Wie Kategorien aus Texten gefunden werden, und was die Bearbeitenden darüber erfahren. */
export const classifier = {
  'found.sure': 'Kategorie aus dem Text gefunden, zu {percent, number} % sicher',
  'found.likeliest': 'Kategorie aus den wahrscheinlichsten ausgewählt',
  'found.other': 'Kategorie von Hand gewählt; der Text sprach für {category}, zu {percent, number} % sicher',
  'found.none': 'Noch keine Kategorie; der Text spricht für {category}, zu {percent, number} % sicher',
  'ask.category': 'Was davon ist es?',
  'ask.category.help': 'Ein Klick sagt, welches Team sich damit auskennt.',
  'ask.category.create': 'Ein Klick legt das Ticket an.',
  'ask.category.other': 'Etwas anderes',
  'ask.category.sure': 'Aus dem Text gefunden, zu {percent, number} % sicher',
};
