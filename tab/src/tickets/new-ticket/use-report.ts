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
  send(values: Values, answers?: { readonly schema: Schema; readonly values: Values }): Promise<void>;
}

/** Sends a new ticket and opens it; whatever is wrong is shown at its field, and nothing typed is lost. */
export function useReport(onSent: () => void): Report {
  const { api, t, records, zone } = useSession();
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  return {
    problems, refusal, isBusy,
    async send(values, answers) {
      const given = answers && filled(answers.values);
      // The files of an order are named twice: whoever sends it must have uploaded them, and each belongs to a field.
      const ofAnswers = Object.entries(answers?.schema ?? {}).flatMap(([name, { kind }]) => (kind === 'files' ? ((given?.[name] ?? []) as readonly string[]) : []));
      const files = [...((values['files'] ?? []) as readonly string[]), ...ofAnswers];
      const input = { ...filled({ ...values, files }), ...(given && { answers: given }) };
      const { answers: _answers, ...withoutAnswers } = reportSchema;
      const moment = { now: new Date().toISOString(), zone };
      const found = { ...answerProblems(withoutAnswers, values, moment, t), ...(answers && answerProblems(answers.schema, answers.values, moment, t, 'answers.')) };
      setProblems(found);
      setRefusal(undefined);
      if (Object.keys(found).length > 0) return;
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
