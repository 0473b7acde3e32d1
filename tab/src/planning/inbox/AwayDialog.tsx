import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, MessageBar, MessageBarBody, Spinner, tokens,
} from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { delegationSchema } from '../../../../shared/approvals/delegation-schema';
import type { RecordView } from '../../../../shared/kernel';
import { parseInput } from '../../../../shared/kernel/parse';
import { asApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { FieldHints, Values } from '../../parts/schema-form/types';
import { notify } from '../../parts/notices';
import { useFollowed } from '../use-followed';
import { useNames } from '../use-names';
import { usePlanningWords } from '../words';

interface DelegationView extends RecordView {
  readonly fromId: string;
  readonly toId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason?: string;
}

const useStyles = makeStyles({
  surface: { maxWidth: '600px' },
  content: { display: 'flex', flexDirection: 'column', gap: '16px', paddingBottom: '4px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  entry: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const HINTS: Readonly<Record<string, FieldHints>> = { fromId: { isHidden: true }, startsAt: { asMoment: true }, endsAt: { asMoment: true } };

/** "While I am away": who decides instead, from when to when; and whom the reader stands in for. */
export default function AwayDialog({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const { api, t, me } = useSession();
  const words = usePlanningWords();
  const { value, error, reload } = useFollowed<{ readonly items: readonly DelegationView[] }>('/api/lists/delegations?limit=200', ['delegations']);
  const entries = (value?.items ?? []).filter((entry) => (entry.fromId === me.id || entry.toId === me.id) && entry.endsAt > words.now);
  const nameOf = useNames(entries.flatMap(({ fromId, toId }) => [fromId, toId]));
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function run(action: string, body: Readonly<Record<string, unknown>>, done: string): Promise<boolean> {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { refused } = await api.perform(action, body);
      if (refused) {
        setProblems(Object.fromEntries((refused.problems ?? []).map(({ field, text }) => [field, text])));
        setTrouble(refused.problems?.length ? undefined : refused.text);
        return false;
      }
      notify({ title: done });
      reload();
      return true;
    } catch (failed) {
      setTrouble(errorText(asApiError(failed), t));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function add(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const input = Object.fromEntries(Object.entries(values).filter(([, entry]) => entry !== undefined && entry !== ''));
    const parsed = parseInput(delegationSchema, input);
    const found = 'problems' in parsed ? parsed.problems : [];
    setProblems(Object.fromEntries(found.map(({ field, code, params }) => [field, t(`problem.${code}`, params)])));
    if (found.length > 0) return;
    if (await run('delegations.add', input, t('planning.away.added'))) setValues({});
  }

  const own = entries.filter(({ fromId }) => fromId === me.id);
  const others = entries.filter(({ fromId }) => fromId !== me.id);
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t('planning.away')}>
        <form onSubmit={(event) => void add(event)} noValidate>
          <DialogBody>
            <DialogTitle>{t('planning.away')}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.text}>{t('planning.away.text')}</p>
              {(trouble ?? error) && (
                <MessageBar intent="warning" layout="multiline" role="alert">
                  <MessageBarBody>{trouble ?? (error && errorText(error, t))}</MessageBarBody>
                </MessageBar>
              )}
              {own.length > 0 && (
                <ul className={styles.list} aria-label={t('planning.away.own')} data-testid="delegations">
                  {own.map((entry) => (
                    <li key={entry.id} className={styles.entry}>
                      <span className={styles.words}>
                        <span>{t('planning.away.decides', { name: nameOf(entry.toId) })}</span>
                        <span className={styles.quiet}>
                          {words.range(entry.startsAt, entry.endsAt)}
                          {entry.reason && ` · ${entry.reason}`}
                        </span>
                      </span>
                      {entry.can.includes('delegations.retire') && (
                        <Button size="small" disabled={isBusy} onClick={() => void run('delegations.retire', { id: entry.id, version: entry.version }, t('planning.away.ended'))}>
                          {t(entry.startsAt <= words.now ? 'planning.away.end' : 'planning.away.drop')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {others.length > 0 && (
                <ul className={styles.list} aria-label={t('planning.away.others')}>
                  {others.map((entry) => (
                    <li key={entry.id} className={styles.entry}>
                      <span className={styles.words}>
                        <span>{t('planning.away.youDecide', { name: nameOf(entry.fromId) })}</span>
                        <span className={styles.quiet}>{words.range(entry.startsAt, entry.endsAt)}</span>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              <h3 className={styles.heading}>{t('planning.away.new')}</h3>
              <SchemaForm schema={delegationSchema} values={values} problems={problems} hints={HINTS} isDisabled={isBusy} onChange={setValues} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('tab.back')}</Button>
              <Button type="submit" appearance="primary" disabled={isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })}>
                {t('planning.away.add')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
