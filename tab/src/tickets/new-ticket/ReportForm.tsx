import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Schema } from '../../../../shared/kernel';
import { reportSchema } from '../../../../shared/tickets/ticket-schema';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useActions } from '../../actions/ActionsProvider';
import type { SimilarView } from '../../lib/api-types';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { readStored, writeStored } from '../../lib/stored';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { CategoryQuestion } from './CategoryQuestion';
import { DraftPanel } from './DraftPanel';
import { useDraftView } from './use-draft-view';
import { useReport } from './use-report';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '24px', alignItems: 'flex-start', flexWrap: 'wrap' },
  form: {
    flexGrow: 1, flexBasis: '420px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '18px', padding: '20px', backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  side: { flexBasis: '300px', flexGrow: 0, minWidth: 0, '@media (max-width: 820px)': { flexGrow: 1 } },
  foot: { display: 'flex', gap: '8px', alignItems: 'center' },
});

const { title, description, reach, work, categoryId, groupId, requesterId, kind, isRestricted, files } = reportSchema;
// The category comes last: the question about it follows where it is not clear.
const FOR_EVERYBODY: Schema = { title, description, files, reach, work, isRestricted, categoryId };
const FOR_AGENTS: Schema = { requesterId, title, description, files, reach, work, groupId, kind, isRestricted, categoryId };

/** What was typed, until it is sent: a reload or a look at an article loses nothing. */
const draftKey = (personId: string): string => `new.${personId}`;
const KEPT_FIELDS = ['title', 'description', 'reach', 'work'] as const;

interface Props {
  readonly text: string | undefined;
  readonly followUpOfId: string | undefined;
}

/** One form for a problem; while somebody types, it says what it would become and what might help at once. */
export function ReportForm({ text: given, followUpOfId }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const key = draftKey(me.id);
  const [typed, setTyped] = useState<Values>(() => ({ ...readStored<Values>(key, {}), ...(given && { title: given }) }));
  const report = useReport(() => writeStored(key, undefined));
  const form = useRef<HTMLFormElement>(null);
  const text = [typed.title, typed.description].filter(Boolean).join('\n');
  const draft = useDraftView(text);
  const { perform } = useActions();
  const schema = me.isAgent ? FOR_AGENTS : FOR_EVERYBODY;

  // What was not chosen by hand follows the words.
  const values: Values = { categoryId: draft?.categoryId, reach: draft?.reach, work: draft?.work, ...(me.isAgent && { kind: draft?.kind ?? 'incident' }), ...typed };

  const change = (next: Values): void => {
    const chosen = Object.fromEntries(Object.entries(next).filter(([name, value]) => name in typed || value !== values[name]));
    setTyped(chosen);
    writeStored(key, Object.fromEntries(KEPT_FIELDS.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : []))));
  };
  async function addTo(ticket: SimilarView): Promise<void> {
    const { files } = typed;
    const added = await perform<TicketView>({ ...ticket, can: [] }, 'tickets.reply', { text, ...(Array.isArray(files) && files.length > 0 && { files }) });
    if (!added || added.refused) return;
    writeStored(key, undefined);
    navigate(href('tickets', ticket.id));
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void report.send({ ...values, ...(followUpOfId && { followUpOfId }) });
  };

  return (
    <div className={styles.root}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={t('tab.new.report')}>
        {followUpOfId && (
          <MessageBar>
            <MessageBarBody>{t('tab.new.followUp', { id: followUpOfId })}</MessageBarBody>
          </MessageBar>
        )}
        {report.refusal && (
          <MessageBar intent="warning" role="alert">
            <MessageBarBody>{report.refusal}</MessageBarBody>
          </MessageBar>
        )}
        <SchemaForm
          schema={schema}
          values={values}
          problems={report.problems}
          hints={{ title: { label: t('tab.new.what') }, description: { label: t('tab.new.details') }, requesterId: { names: { [me.id]: me.name }, help: t('tab.new.forMe') } }}
          isDisabled={report.isBusy}
          onChange={change}
        />
        {draft?.likeliest && (
          <CategoryQuestion
            likeliest={draft.likeliest}
            value={values['categoryId'] as string | undefined}
            isDisabled={report.isBusy}
            onChange={(chosen) => change({ ...values, categoryId: chosen })}
            onOther={() => form.current?.querySelector<HTMLElement>('[data-field="categoryId"] input')?.focus()}
          />
        )}
        <div className={styles.foot}>
          <Button type="submit" appearance="primary" disabled={report.isBusy} {...(report.isBusy && { icon: <Spinner size="tiny" /> })}>
            {t('tab.new.send')}
          </Button>
        </div>
      </form>
      <aside className={styles.side} aria-label={t('tab.new.help')}>
        <DraftPanel
          draft={draft}
          text={text}
          isBusy={report.isBusy}
          onAddTo={(ticket) => void addTo(ticket)}
          onPartOf={({ id }) => void report.send({ ...values, parentId: id })}
        />
      </aside>
    </div>
  );
}
