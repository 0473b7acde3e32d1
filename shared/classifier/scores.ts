import { linearScores } from './linear';
import type { ClassifierModel } from './model';
import { phraseScores, rowsOf, type PhraseModel } from './phrases';
import type { Scores } from './pool';
import { readerScores } from './reader';
import { countTerms, vectorOf } from './terms';

/** What of a classifier looks at tickets; the rest says what its scores mean. */
export type Scorer = Pick<ClassifierModel, 'vocabulary' | 'linear' | 'phrases' | 'reader'>;

/** What each kind of model says of a ticket. */
export function scoresOf({ vocabulary, linear, phrases, reader }: Scorer, words: readonly string[]): Scores {
  const rows = rowsOf(words, (phrases[0] as PhraseModel).rowOf);
  return { linear: linearScores(linear, vectorOf(countTerms(words), vocabulary)), phrases: phraseScores(phrases, rows), reader: readerScores(reader, rows) };
}
