import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import type { Schema } from '../../../../shared/kernel';
import { isEqual } from '../../../../shared/kernel/equal';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useActions } from '../../actions/ActionsProvider';
import { filled } from '../../actions/types';
import { useSession } from '../../lib/session';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { answerProblems } from '../new-ticket/answer-problems';

const useStyles = makeStyles({
  root: {
    display: 'flex', flexDirection: 'column', gap: '14px', padding: '14px 16px', marginBottom: '12px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  send: { alignSelf: 'flex-start' },
});

const PREFIX = 'answers.';

/** What was ordered has come back with a question: the answers as they were given, to be changed before it is submitted again. */
export function AnswersCard({ ticket }: { readonly ticket: TicketView }) {
  const { form, given, can } = ticket;
  if (!form || Object.keys(form).length === 0 || !can.includes('tickets.resubmit')) return null;
  return <Answers ticket={ticket} form={form} given={given ?? {}} />;
}

function Answers({ ticket, form, given }: { readonly ticket: TicketView; readonly form: Schema; readonly given: Values }) {
  const styles = useStyles();
  const { t, zone } = useSession();
  const { perform } = useActions();
  const [values, setValues] = useState<Values>(given);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // Files that are there already stay; more come with a message.
  const asked: Schema = Object.fromEntries(Object.entries(form).filter(([, { kind }]) => kind !== 'files'));
  const hasFiles = Object.keys(asked).length < Object.keys(form).length;
  const question = ticket.timeline.findLast(({ type, text }) => type === 'ApprovalVoted' && text)?.text;

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const found = answerProblems(form, values, { now: new Date().toISOString(), zone }, t);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const isChanged = !isEqual(filled(values), filled(given));
    const done = await perform(ticket, 'tickets.resubmit', isChanged ? { answers: filled(values) } : {});
    setBusy(false);
    if (!done?.refused) return;
    setRefusal(done.refused.text);
    setProblems(Object.fromEntries((done.refused.problems ?? []).map(({ field, text }) => [field.startsWith(PREFIX) ? field.slice(PREFIX.length) : field, text])));
  }

  return (
    <form className={styles.root} onSubmit={(event) => void submit(event)} noValidate aria-label={t('tab.answers.title')} data-testid="answers">
      <h2 className={styles.title}>{t('tab.answers.title')}</h2>
      {question && (
        <MessageBar layout="multiline">
          <MessageBarBody>{question}</MessageBarBody>
        </MessageBar>
      )}
      {refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <SchemaForm schema={asked} values={values} problems={problems} isDisabled={isBusy} onChange={setValues} />
      {hasFiles && <span className={styles.quiet}>{t('tab.answers.files')}</span>}
      <Button type="submit" appearance="primary" className={styles.send} disabled={isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })}>
        {t('tab.answers.send')}
      </Button>
    </form>
  );
}
