import { findAction } from '../../shared/app';
import type { Language, RecordView, Refusal, Schema } from '../../shared/kernel';
import { problemText, refusalText } from '../../shared/strings/refusal-text';
import type { Reply } from './http';

/** Expected refusals are values; whatever is not named here is about the input. */
const STATUS: Readonly<Record<string, number>> = {
  'kernel.notFound': 404,
  'kernel.unknownAction': 404,
  'kernel.notAllowed': 403,
  'integrationKeys.outOfScope': 403,
  'integrationKeys.peopleOnly': 403,
  'kernel.stale': 409,
  'files.tooLarge': 413,
};

interface RefusedRequest {
  readonly refusal: Refusal;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
  /** Gives field names their labels. */
  readonly schema?: Schema | undefined;
  readonly current?: RecordView | undefined;
}

/** A refusal in the reader's words, with the record as it is now where they may read it. */
export function refusalReply({ refusal, language, now, schema, current }: RefusedRequest): Reply {
  const problems = refusal.problems?.map((problem) => ({ field: problem.field, code: problem.code, text: problemText(problem, language) }));
  return {
    status: STATUS[refusal.code] ?? 422,
    body: {
      refused: { code: refusal.code, text: refusalText(refusal, language, now, schema), ...(problems && { problems }) },
      ...(current && { current }),
    },
  };
}

export const schemaOf = (action: string): Schema | undefined => findAction(action)?.action.schema as Schema | undefined;
