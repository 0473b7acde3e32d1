import { Button, Link, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { DryRunRow, DryRunView } from '../../../shared/automation/dry-run-views';
import { isEqual } from '../../../shared/kernel/equal';
import { Pick } from '../setup/editors/Pick';
import { ApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useDates } from '../lib/now';
import { recordHref } from '../lib/router';
import { useSession } from '../lib/session';
import { labelText } from '../lib/texts';
import { Sheet } from '../parts/Sheet';
import { valueText } from '../registers/conditions/condition-field';
import type { Draft } from '../registers/use-entry-form';
import { ruleFields } from './rule-fields';
import { wordsOf } from './types';
import { InputWords } from './words/RuleWords';

const DAYS = ['7', '30', '90'];
const SHOWN = 20;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 10px' },
  title: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  steps: { margin: 0, paddingLeft: '20px' },
  refused: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  /** The rule as it would be saved. */
  readonly values: Draft;
  readonly id?: string | undefined;
}

interface Answer {
  readonly of: Draft;
  readonly days: string;
  readonly view?: DryRunView;
  readonly problem?: string;
}

/** What the rule would have done before it is saved, and which other rules it gets in the way of. */
export function DryRun({ values, id }: Props) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [days, setDays] = useState('30');
  const [answer, setAnswer] = useState<Answer>();
  const [isRunning, setRunning] = useState(false);
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);

  async function run(): Promise<void> {
    control.current?.abort();
    const own = new AbortController();
    control.current = own;
    setRunning(true);
    try {
      const response = await api.ask('/api/automation/dry-run', { rule: values, days: Number(days), ...(id && { id }) }, own.signal);
      setAnswer({ of: values, days, view: (await response.json()) as DryRunView });
    } catch (error) {
      if (own.signal.aborted) return;
      const failed = error instanceof ApiError ? error : new ApiError('bug', String(error), 0);
      setAnswer({ of: values, days, problem: [errorText(failed, t), ...(failed.problems ?? []).map(({ text }) => text)].join(' ') });
    }
    setRunning(false);
  }

  const isStale = answer !== undefined && !isEqual(answer.of, values);
  return (
    <Sheet title={t('rules.dryRun')} hint={t('rules.dryRun.help')}>
      <div className={styles.bar}>
        <Pick label={t('rules.dryRun.period')} value={days} choices={DAYS.map((value) => ({ value, text: t('rules.dryRun.days', { days: Number(value) }) }))} onChange={setDays} />
        <Button disabled={isRunning} onClick={() => void run()}>
          {t('rules.dryRun.run')}
        </Button>
        {isRunning && <Spinner size="tiny" label={t('rules.dryRun.running')} />}
        {isStale && !isRunning && <span className={styles.quiet}>{t('rules.dryRun.stale')}</span>}
      </div>
      {answer?.problem && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{answer.problem}</MessageBarBody>
        </MessageBar>
      )}
      {answer?.view && <Shown view={answer.view} subject={answer.of['subject']} />}
    </Sheet>
  );
}

function Shown({ view, subject }: { readonly view: DryRunView; readonly subject: unknown }) {
  const styles = useStyles();
  const session = useSession();
  const { t, language } = session;
  const [shown, setShown] = useState(SHOWN);
  const fields = ruleFields(subject, true, session);
  const factOf = (name: string): string => {
    const fact = wordsOf(subject).facts.find((entry) => entry.name === name);
    return fact ? labelText(fact.label, language, t) : name;
  };
  return (
    <div data-testid="dry-run">
      {view.loop && (
        <MessageBar intent="error">
          <MessageBarBody>{t('problem.rule.loop', { chain: view.loop.map((name) => t('register.condition.quoted', { value: name })).join(' → ') })}</MessageBarBody>
        </MessageBar>
      )}
      {view.conflicts.map((conflict) => (
        <MessageBar key={`${conflict.otherId} ${conflict.fact}`} intent="warning" layout="multiline">
          <MessageBarBody>
            {t('rules.conflict', {
              name: conflict.otherName, fact: factOf(conflict.fact), value: valueText(fields, conflict.fact, conflict.value, t), other: valueText(fields, conflict.fact, conflict.otherValue, t),
            })}
          </MessageBarBody>
        </MessageBar>
      ))}
      <p className={styles.sum}>{t('rules.dryRun.sum', { runs: view.runs, records: view.records, looked: view.looked, refused: view.refused })}</p>
      <ul className={styles.list}>
        {view.rows.slice(0, shown).map((row) => (
          <Row key={`${row.id} ${row.at}`} row={row} />
        ))}
      </ul>
      {shown < view.rows.length && (
        <Button size="small" onClick={() => setShown(shown + SHOWN * 2)}>
          {t('tab.more', { count: view.rows.length - shown })}
        </Button>
      )}
    </div>
  );
}

function Row({ row }: { readonly row: DryRunRow }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  return (
    <li className={styles.item} data-hit={row.id}>
      <span className={styles.head}>
        <Link href={recordHref(row.id)}>{row.id}</Link>
        <span className={styles.title}>{row.title}</span>
        <span className={styles.quiet}>{dates.exact(row.at)}</span>
      </span>
      <ol className={styles.steps}>
        {row.steps.map((step, place) => (
          <li key={place}>
            {t(`action.${step.action}`)}
            {step.result !== 'done' && <span className={styles.refused}>{` – ${t(`rules.result.${step.result}`)}${step.text ? `: ${step.text}` : ''}`}</span>}
            {step.result === 'done' && <InputWords action={step.action} input={step.input} />}
          </li>
        ))}
      </ol>
    </li>
  );
}
