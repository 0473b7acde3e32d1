import { useState } from 'react';
import type { Schema } from '../../../../shared/kernel';
import { reportSchema } from '../../../../shared/tickets/ticket-schema';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { asApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';
import { filled } from '../../actions/types';
import { answerProblems } from './answer-problems';
import type { Values } from '../../parts/schema-form/types';

type Problems = Readonly<Record<string, string>>;

export interface Report {
  readonly problems: Problems;
  readonly refusal: string | undefined;
  readonly isBusy: boolean;
  /** Shows what is wrong with a form that is not sent yet; true when nothing is. */
  check(values: Values, answers?: { readonly schema: Schema; readonly values: Values }): boolean;
  send(values: Values, answers?: { readonly schema: Schema; readonly values: Values }): Promise<void>;
}

/** Sends a new ticket and opens it; whatever is wrong is shown at its field, and nothing typed is lost. */
export function useReport(onSent: () => void): Report {
  const { api, t, records, zone } = useSession();
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  type Answers = { readonly schema: Schema; readonly values: Values };

  /** Shows what is wrong; true when nothing is. */
  function check(values: Values, answers?: Answers): boolean {
    const { answers: _answers, title, ...others } = reportSchema;
    // An order is named after what is ordered.
    const schema: Schema = answers ? others : { ...others, title };
    const moment = { now: new Date().toISOString(), zone };
    const asked = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(schema, name)));
    const found = { ...answerProblems(schema, asked, moment, t), ...(answers && answerProblems(answers.schema, answers.values, moment, t, 'answers.')) };
    setProblems(found);
    setRefusal(undefined);
    return Object.keys(found).length === 0;
  }

  return {
    problems, refusal, isBusy, check,
    async send(values, answers) {
      const input = filled(values);
      if (!check(input, answers)) return;
      setBusy(true);
      try {
        const done = await api.perform<TicketView>('tickets.report', input);
        if (done.refused) {
          setRefusal(done.refused.text);
          setProblems(Object.fromEntries((done.refused.problems ?? []).map((problem) => [problem.field, problem.text])));
          return;
        }
        records.put(done.record);
        onSent();
        notify({ title: t('tab.done.report', { id: done.record.id }), body: done.record.waitsFor });
        navigate(href('tickets', done.record.id));
      } catch (error) {
        setRefusal(errorText(asApiError(error), t));
      } finally {
        setBusy(false);
      }
    },
  };
}
