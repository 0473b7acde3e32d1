import { useState } from 'react';
import type { RecordView } from '../../../../shared/kernel';
import { parseInput } from '../../../../shared/kernel/parse';
import { isAsked } from '../../../../shared/kernel/schema';
import { useActions } from '../../actions/ActionsProvider';
import { filled } from '../../actions/types';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';
import type { FieldHints, Values } from '../../parts/schema-form/types';
import { schemaOf, type Kind } from './sections';

type Problems = Readonly<Record<string, string>>;

export interface Proposal {
  readonly problems: Problems;
  readonly refusal: string | undefined;
  readonly isBusy: boolean;
  /** Sends it, and submits it too if asked; whatever is wrong is shown at its field, and nothing typed is lost. */
  send(values: Values, hints: Readonly<Record<string, FieldHints>>, isSubmitted: boolean): Promise<void>;
}

/** Makes a new change of what was written. */
export function useProposal(kind: Kind, templateId: string | undefined, onSent: () => void): Proposal {
  const { t } = useSession();
  const { perform } = useActions();
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(change: RecordView): Promise<void> {
    const done = await perform(change, 'changes.submit');
    if (done?.refused) notify({ title: t('tab.notDone', { action: t('action.changes.submit') }), body: done.refused.text, intent: 'warning' });
  }

  return {
    problems, refusal, isBusy,
    async send(values, hints, isSubmitted) {
      const schema = schemaOf(kind);
      const isRecord = kind === 'record';
      const about = isRecord ? {} : { type: kind, ...(templateId && { templateId }) };
      // What a template fixes comes from the template; what is not asked for is not sent.
      const asked = Object.fromEntries(Object.entries(values).filter(([name]) => schema[name] && !hints[name]?.isLocked && isAsked(schema, name, { ...values, ...about })));
      const input = { ...filled(asked), ...about };
      const parsed = parseInput(schema, input);
      const found = 'problems' in parsed ? parsed.problems : [];
      setProblems(Object.fromEntries(found.map((problem) => [problem.field, t(`problem.${problem.code}`, problem.params)])));
      setRefusal(undefined);
      if (found.length > 0) return;
      setBusy(true);
      const done = await perform(undefined, isRecord ? 'changes.recordDone' : 'changes.propose', input);
      if (done?.record) {
        onSent();
        if (isSubmitted && done.record.can.includes('changes.submit')) await submit(done.record);
        navigate(href('changes', done.record.id));
        return;
      }
      setBusy(false);
      if (!done) return;
      setRefusal(done.refused.text);
      setProblems(Object.fromEntries((done.refused.problems ?? []).map((problem) => [problem.field, problem.text])));
    },
  };
}
