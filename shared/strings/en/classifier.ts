/** How categories are found from texts, and what those who handle tickets are told about it. */
export const classifier = {
  'found.sure': 'Category found from the text, {percent, number} % sure',
  'found.likeliest': 'Category chosen from the likeliest ones',
  'found.other': 'Category chosen by hand; the text spoke for {category}, {percent, number} % sure',
  'found.none': 'No category yet; the text speaks for {category}, {percent, number} % sure',
  'ask.category': 'Which of these is it?',
  'ask.category.help': 'One press says which team knows it best.',
  'ask.category.create': 'One press creates the ticket.',
  'ask.category.other': 'Something else',
  'ask.category.sure': 'Found from the text, {percent, number} % sure',
};
