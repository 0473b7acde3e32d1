import { Button, Field, Input, makeStyles, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, SpinButton, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CollisionView } from '../../../shared/changes/change-views';
import type { SlotsView } from '../../../shared/changes/planning-views';
import type { Slot, WorkToPlace } from '../../../shared/scheduling/schedule-views';
import { asApiError, type ApiError } from '../lib/api';
import { targetDuration } from '../lib/duration';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { fromWallTime, toWallTime } from '../lib/zone';
import { announce } from '../parts/announce';
import { Collisions } from './Collisions';
import { mostBlocking } from './most-blocking';
import { PlanningTexts } from './PlanningTexts';
import { usePlanningWords } from './words';

const COUNT = 5;
const SETTLE_MS = 350;
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 20_160;
const SHOWN_REFUSED = 6;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px' },
  narrow: { width: '150px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  slot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', padding: '8px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  picked: { border: `1px solid ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  when: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  stretch: { display: 'flex', flexDirection: 'column', gap: '4px', paddingLeft: '12px', borderLeft: `3px solid ${tokens.colorNeutralStroke2}` },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface Props {
  readonly work: WorkToPlace;
  /** How long it takes. */
  readonly minutes: number;
  onPick(slot: Slot): void;
}

/** The earliest windows in which nothing stands against the work, and what blocks the time before them. */
export default function SlotFinder(props: Props) {
  return (
    <PlanningTexts>
      <Finder {...props} />
    </PlanningTexts>
  );
}

interface Found {
  readonly of: string;
  readonly view?: SlotsView;
  readonly error?: ApiError;
}

function Finder({ work, minutes: initialMinutes, onPick }: Props) {
  const styles = useStyles();
  const { api, t, zone, language } = useSession();
  const words = usePlanningWords();
  const [minutes, setMinutes] = useState<number | undefined>(Math.round(initialMinutes));
  const [earliest, setEarliest] = useState<string>();
  const [picked, setPicked] = useState<string>();
  const [turn, setTurn] = useState(0);
  const isValid = minutes !== undefined && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES;
  const asked = JSON.stringify({ ...work, minutes, ...(earliest && { earliest }), count: COUNT });
  const key = `${turn} ${asked}`;
  const [found, setFound] = useState<Found>({ of: '' });

  useEffect(() => {
    if (!isValid) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      api
        .ask('/api/slots', JSON.parse(asked) as object, control.signal)
        .then((response) => response.json() as Promise<SlotsView>)
        .then(
          (view) => {
            setFound({ of: key, view });
            announce(t('planning.slots.found', { count: view.slots.length }));
          },
          (error: unknown) => !control.signal.aborted && setFound({ of: key, error: asApiError(error) }),
        );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, t, asked, key, isValid]);

  const isLoading = isValid && found.of !== key;
  const { view, error } = found;
  return (
    <section className={styles.root} aria-label={t('planning.findSlot')} data-testid="slots">
      <div className={styles.form}>
        <Field label={t('planning.slots.minutes')} validationState={isValid ? 'none' : 'error'} validationMessage={isValid ? null : t('planning.slots.minutes.wrong')}>
          <SpinButton
            className={styles.narrow}
            value={minutes ?? null}
            min={SHORTEST_MINUTES}
            max={LONGEST_MINUTES}
            step={15}
            onChange={(_event, data) => {
              const typed = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
              setMinutes(Number.isFinite(typed) ? typed : undefined);
            }}
          />
        </Field>
        <Field label={t('planning.slots.earliest')} hint={t('planning.slots.earliest.help')}>
          <Input type="datetime-local" value={earliest ? toWallTime(earliest, zone) : ''} onChange={(_event, { value }) => setEarliest(value ? fromWallTime(value, zone) : undefined)} />
        </Field>
      </div>
      {isLoading && <Spinner size="tiny" labelPosition="after" label={t('planning.slots.searching')} />}
      {!isLoading && error && (
        <MessageBar intent="warning" role="status">
          <MessageBarBody>{errorText(error, t)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => setTurn(turn + 1)}>
              {t('tab.retry')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {!isLoading && view && view.slots.length > 0 && (
        <ol className={styles.list} aria-label={t('planning.slots')}>
          {view.slots.map((slot) => (
            <li key={slot.from} className={mergeClasses(styles.slot, picked === slot.from && styles.picked)}>
              <span className={styles.words}>
                <span className={styles.when}>{words.range(slot.from, slot.to)}</span>
                <span className={styles.quiet}>{slot.latestStart > slot.from ? t('planning.slots.latest', { at: words.short(slot.latestStart) }) : t('planning.slots.exactly')}</span>
              </span>
              <Button
                size="small"
                appearance={picked === slot.from ? 'secondary' : 'primary'}
                aria-label={t('planning.slots.takeThis', { when: words.range(slot.from, slot.to) })}
                aria-pressed={picked === slot.from}
                onClick={() => {
                  setPicked(slot.from);
                  onPick(slot);
                  announce(t('planning.slots.taken', { when: words.range(slot.from, slot.to) }));
                }}
              >
                {t(picked === slot.from ? 'planning.slots.picked' : 'planning.slots.take')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {!isLoading && view && view.slots.length === 0 && <NoSlot refused={view.refused} time={targetDuration(minutes ?? 0, language)} />}
      {!isLoading && view && view.slots.length > 0 && view.refused.length > 0 && <Refused refused={view.refused} />}
    </section>
  );
}

type Stretches = SlotsView['refused'];

function NoSlot({ refused, time }: { readonly refused: Stretches; readonly time: string }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const most = mostBlocking(refused);
  return (
    <div className={styles.section} data-testid="no-slot">
      <MessageBar intent="info" layout="multiline" role="status">
        <MessageBarBody>{t('planning.slots.none', { time })}</MessageBarBody>
      </MessageBar>
      {most.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('planning.slots.blocksMost')}</h3>
          <ul className={styles.list}>
            {most.map(({ collision, minutes }) => (
              <li key={collision.key} className={styles.stretch}>
                <Collisions collisions={[collision]} label={t('planning.slots.blocksMost')} />
                <span className={styles.quiet}>{t('planning.slots.blocksFor', { time: targetDuration(minutes, language) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** One cause once: the same one may forbid many starts of a stretch. */
function distinct(collisions: readonly CollisionView[]): readonly CollisionView[] {
  return [...new Map(collisions.map((entry) => [entry.text, entry])).values()];
}

function Refused({ refused }: { readonly refused: Stretches }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? refused : refused.slice(0, SHOWN_REFUSED);
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{t('planning.slots.whyNotEarlier')}</h3>
      <ul className={styles.list}>
        {shown.map((stretch) => (
          <li key={`${stretch.from} ${stretch.to}`} className={styles.stretch} data-refused={stretch.from}>
            <span className={styles.quiet}>{words.range(stretch.from, stretch.to)}</span>
            <Collisions collisions={distinct(stretch.collisions)} label={words.range(stretch.from, stretch.to)} />
          </li>
        ))}
      </ul>
      {refused.length > shown.length && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('planning.slots.allReasons', { count: refused.length - shown.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
