import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, MessageBar, MessageBarBody, Spinner, tokens,
} from '@fluentui/react-components';
import { CalendarSearch20Regular } from '@fluentui/react-icons/svg/calendar-search';
import { useState, type SyntheticEvent } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { fromWallTime, toWallTime } from '../../lib/zone';
import { Collisions } from '../Collisions';
import SlotFinder from '../SlotFinder';
import type { Stretch } from './days';
import type { Entry } from './entry';
import { useWindowCheck } from './use-window-check';
import { votersOf } from './voters';

const MINUTE_MS = 60_000;

const useStyles = makeStyles({
  surface: { maxWidth: '620px' },
  content: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '4px' },
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  times: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: '12px' },
  check: { display: 'flex', flexDirection: 'column', gap: '6px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly entry: Entry;
  /** The window it begins with. */
  readonly to: Stretch;
  perform(to: Stretch): Promise<boolean>;
  onClose(): void;
}

/** Moves a change by a form: says before it happens what it would collide with, and whose votes would be void. */
export default function MoveDialog({ entry, to, perform, onClose }: Props) {
  const styles = useStyles();
  const { t, zone, records } = useSession();
  const { row } = entry;
  const { record } = useRecord<ChangeView>(records, 'changes', row.id);
  const [from, setFrom] = useState<string | undefined>(to.from);
  const [until, setUntil] = useState<string | undefined>(to.to);
  const [isSearching, setSearching] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isValid = from !== undefined && until !== undefined && from < until;
  const window = isValid ? { from, to: until } : undefined;
  const isSame = from === entry.from && until === entry.to;
  const check = useWindowCheck(row, isSame ? undefined : window);
  const voters = votersOf(record);

  /** The length stays when the start is moved. */
  const startAt = (instant: string | undefined): void => {
    if (instant && from && until) setUntil(new Date(Date.parse(instant) + Date.parse(until) - Date.parse(from)).toISOString());
    setFrom(instant);
  };

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (!window || isSame) return;
    setBusy(true);
    const isDone = await perform(window);
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t('planning.moveOf', { id: row.id })}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{t('planning.moveOf', { id: row.id })}</DialogTitle>
            <DialogContent className={styles.content}>
              <div className={styles.about}>{row.title}</div>
              <div className={styles.times}>
                <Field label={t('planning.start')} required>
                  <Input type="datetime-local" value={from ? toWallTime(from, zone) : ''} onChange={(_event, { value }) => startAt(fromWallTime(value, zone))} />
                </Field>
                <Field label={t('planning.end')} required validationState={isValid ? 'none' : 'error'} validationMessage={isValid ? null : t('planning.endAfterStart')}>
                  <Input type="datetime-local" value={until ? toWallTime(until, zone) : ''} onChange={(_event, { value }) => setUntil(fromWallTime(value, zone))} />
                </Field>
              </div>
              <div className={styles.quiet}>{t('planning.timesIn', { zone })}</div>
              {voters.length > 0 && !isSame && (
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody data-testid="void-votes">{t('planning.voidsVotes', { count: voters.length, names: voters.join(', ') })}</MessageBarBody>
                </MessageBar>
              )}
              {!isSame && window && (
                <section className={styles.check} aria-live="polite" aria-busy={check.isLoading}>
                  <h3 className={styles.heading}>{t('planning.wouldCollide')}</h3>
                  {check.isLoading && <Spinner size="tiny" labelPosition="after" label={t('planning.checking')} />}
                  {check.error && errorText(check.error, t)}
                  {check.collisions.length > 0 && <Collisions collisions={check.collisions} label={t('planning.wouldCollide')} />}
                  {!check.isLoading && !check.error && check.collisions.length === 0 && <span className={styles.quiet}>{t('planning.noCollision')}</span>}
                </section>
              )}
              {isSearching ? (
                <SlotFinder
                  work={{ changeId: row.id, type: row.type, serviceIds: row.serviceIds, itemIds: row.itemIds, ...(row.templateId && { templateId: row.templateId }), ...(row.implementerId && { implementerId: row.implementerId }) }}
                  minutes={isValid ? (Date.parse(until) - Date.parse(from)) / MINUTE_MS : 60}
                  onPick={(slot) => {
                    setFrom(slot.from);
                    setUntil(slot.to);
                  }}
                />
              ) : (
                <div>
                  <Button icon={<CalendarSearch20Regular aria-hidden />} onClick={() => setSearching(true)}>
                    {t('planning.findSlot')}
                  </Button>
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('tab.back')}</Button>
              <Button type="submit" appearance="primary" disabled={!isValid || isSame || isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })}>
                {t(voters.length > 0 && !isSame ? 'planning.moveAnyway' : 'planning.move')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
