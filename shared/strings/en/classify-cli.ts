/** What the command line says about classifiers. */
export const classifyCli = {
  'cli.help.classify': 'Train and measure what finds the category of a ticket from its text',
  'cli.help.classify.more':
    'bellhop classify train FILE [--out MODEL]        make a model of tickets whose topics are known\nbellhop classify evaluate FILE [--model MODEL]   how well a model finds the topics of the tickets in FILE, as JSON\nFILE is CSV with the columns Document and Topic_group, packed with gzip or not. How it works is in docs/classifier.md.',
  'cli.help.classify.out': 'Where the model is written; by default <name of FILE>.model.gz in the current folder',
  'cli.help.classify.model': 'The model to measure; by default the one that comes with Bellhop',
  'cli.classify.usage': 'Say what to do: bellhop classify train FILE, or bellhop classify evaluate FILE',
  'cli.classify.reading': 'Reading',
  'cli.classify.training': 'Training',
  'cli.classify.classifying': 'Classifying',
  'cli.classify.columns':
    '{count, plural, one {The column {missing} is} other {These columns are}} missing in {file}{count, plural, one {} other {: {missing}}}. The first line must name Document (the text) and Topic_group (the topic); it names: {found}',
  'cli.classify.noRows': 'There is no ticket with a topic in {file}.',
  'cli.classify.isDamaged': '{file} is damaged: it cannot be unpacked to its end. Copy or export it again.',
  'cli.classify.skipped': '{count, plural, one {# row was} other {# rows were}} left out, the first in line {line}: the quotes or the number of cells are not right, or there is no topic.',
  'cli.classify.tooFewTickets': '{count, plural, one {# ticket is} other {# tickets are}} too few to learn from. At least {limit, number} are needed, better some dozens for each topic.',
  'cli.classify.tooManyTickets': 'These are too many tickets. Use at most {limit, number}, the newest ones.',
  'cli.classify.oneLabel': 'All tickets have the same topic. At least {limit, number} are needed to tell apart.',
  'cli.classify.tooManyLabels': '{count, plural, one {# topic is} other {# topics are}} too many. At most {limit, number} can be told apart.',
  'cli.classify.trained': 'Learned {labels, plural, one {# topic} other {# topics}} from {tickets, plural, one {# ticket} other {# tickets}} in {seconds, number, ::.0} s: {file}, {kilobytes, number, ::.} KB',
  'cli.classify.heldOut': 'On {tickets, plural, one {# ticket} other {# tickets}} held back: {accuracy, number, ::percent .0} right; {coverage, number, ::percent .0} could be decided without a person, 95 % of them right.',
  'cli.classify.unknownTopics': 'The model does not know {count, plural, one {the topic} other {these topics}}: {topics}. It knows: {known}',
  'cli.classify.isTrainingData': 'The model was made from exactly these tickets: these figures say nothing about tickets that it has not seen. Those in model.heldOut do.',
  'cli.classify.model.foreign': '{file} is not a model of Bellhop. Make one with bellhop classify train FILE.',
  'cli.classify.model.otherVersion': '{file} was made by another version of Bellhop. Train it again: bellhop classify train FILE',
  'cli.classify.model.damaged': '{file} is damaged. Copy it again, or train it again: bellhop classify train FILE',
};
