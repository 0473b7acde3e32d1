import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Spinner, tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { parseInput } from '../../../../shared/kernel/parse';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import type { RefusedView } from '../../lib/api';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { SchemaForm, visibleFields } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { ACTION_SCHEMAS } from './action-schemas';
import { useActions, type Asked } from './ActionsProvider';
import { Conflict } from './Conflict';
import { afterChange, filled, formHints, initialValues } from './form-hints';

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalXS },
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly asked: Asked;
  onClose(): void;
}

/** Some forms start from more than a list row holds. */
const NEEDS_RECORD = new Set(['tickets.edit', 'tickets.classify']);

export default function ActionDialog({ asked, onClose }: Props) {
  const session = useSession();
  const { t } = session;
  const { record } = useRecord<TicketView>(session.records, 'tickets', asked.ticket.id);
  const isReady = !NEEDS_RECORD.has(asked.action) || record !== undefined;
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t(`action.${asked.action}`)}>
        {isReady ? <ActionForm asked={record && NEEDS_RECORD.has(asked.action) ? { ...asked, ticket: record } : asked} onClose={onClose} /> : <Spinner label={t('tab.loading')} />}
      </DialogSurface>
    </Dialog>
  );
}

type Problems = Readonly<Record<string, string>>;

function ActionForm({ asked, onClose }: Props) {
  const { action, ticket: initialTicket, initial, onDone } = asked;
  const session = useSession();
  const { t } = session;
  const styles = useStyles();
  const { perform } = useActions();
  const schema = ACTION_SCHEMAS[action] ?? {};
  const [ticket, setTicket] = useState(initialTicket);
  const [values, setValues] = useState<Values>(() => ({ ...initialValues(action, initialTicket, session), ...initial }));
  const [problems, setProblems] = useState<Problems>({});
  const [refused, setRefused] = useState<RefusedView>();
  const [news, setNews] = useState<{ readonly seen: number; readonly current: TicketView }>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const hints = formHints(action, ticket, values, session);

  // The cursor goes where something must be said: to the first required field that is empty.
  useEffect(() => {
    const empty = visibleFields(schema, values, hints).find(([name, field]) => (hints[name]?.isRequired ?? field.required) && !values[name]);
    const field = empty && form.current?.querySelector(`[data-field="${empty[0]}"]`);
    // After the dialog itself has put the focus on its first element.
    queueMicrotask(() => field?.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus());
    // Only when the form opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  function check(input: Values): Problems {
    const parsed = parseInput(schema, input);
    const found: Record<string, string> = {};
    for (const problem of 'problems' in parsed ? parsed.problems : []) found[problem.field] = t(`problem.${problem.code}`, problem.params);
    for (const [name, field] of visibleFields(schema, values, hints)) {
      const isRequired = hints[name]?.isRequired ?? field.required;
      if (isRequired && input[name] === undefined) found[name] ??= t('problem.required');
    }
    return found;
  }

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const drawn = new Set(visibleFields(schema, values, hints).map(([name]) => name));
    const input = filled(Object.fromEntries(Object.entries(values).filter(([name]) => drawn.has(name) || hints[name]?.isFixed)));
    const found = check(input);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const done = await perform(ticket, action, input);
    setBusy(false);
    if (!done) return;
    if (!done.refused) {
      onClose();
      onDone?.(done.record);
      return;
    }
    setRefused(done.refused);
    setProblems(Object.fromEntries((done.refused.problems ?? []).map((problem) => [problem.field, problem.text])));
    if (done.refused.code !== 'kernel.stale' || !done.current) return;
    setNews({ seen: ticket.version, current: done.current });
    setTicket(done.current);
  }

  const isStale = refused?.code === 'kernel.stale' && news !== undefined;
  const isGone = isStale && !news.current.can.includes(action);
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <DialogBody>
        <DialogTitle>{t(`action.${action}`)}</DialogTitle>
        <DialogContent className={styles.content}>
          <div className={styles.about}>
            {ticket.id} · {ticket.title}
          </div>
          {isStale && <Conflict text={refused.text} seen={news.seen} current={news.current} isGone={isGone} />}
          {refused && !isStale && (
            <MessageBar intent="warning" role="alert">
              <MessageBarBody>
                <MessageBarTitle>{t('tab.notDone', { action: t(`action.${action}`) })}</MessageBarTitle> {refused.text}
              </MessageBarBody>
            </MessageBar>
          )}
          <SchemaForm
            schema={schema}
            values={values}
            problems={problems}
            hints={hints}
            isDisabled={isBusy}
            onChange={(next) => setValues(afterChange(action, values, next))}
          />
        </DialogContent>
        <DialogActions>
          <Button appearance="secondary" onClick={onClose}>
            {t('tab.back')}
          </Button>
          <Button type="submit" appearance="primary" disabled={isBusy || isGone} {...(isBusy && { icon: <Spinner size="tiny" /> })}>
            {isStale ? t('tab.conflict.again', { action: t(`action.${action}`) }) : t(`action.${action}`)}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
