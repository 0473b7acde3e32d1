import { Button, makeStyles, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { CalendarEmpty48Regular } from '@fluentui/react-icons/svg/calendar-empty';
import { CalendarSync20Regular } from '@fluentui/react-icons/svg/calendar-sync';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { useMemo, useRef, useState } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { errorText } from '../../lib/error-text';
import { latePart } from '../../lib/late-part';
import { href, navigate } from '../../lib/router';
import { useKept, useSession } from '../../lib/session';
import { useStable } from '../../lib/use-stable';
import { useIsNarrow } from '../../lib/use-width';
import { EmptyState } from '../../parts/EmptyState';
import { Opening } from '../../parts/Opening';
import { Placeholder } from '../../parts/Placeholder';
import { usePlanningWords } from '../words';
import { AgendaView } from './AgendaView';
import { bandsOf } from './bands';
import { CalendarContext, type CalendarContextValue } from './calendar-context';
import { CalendarFilters } from './CalendarFilters';
import { ChangeCard } from './ChangeCard';
import { dateIn, isDate, overlaps } from './days';
import { entriesOf, type Entry } from './entry';
import { filtersOf, matches, namesIn, type Filters } from './filters';
import { Legend } from './Legend';
import { MonthView } from './MonthView';
import { MorePopover } from './MorePopover';
import { MoveBar } from './MoveBar';
import { PeriodBar } from './PeriodBar';
import { datesOf, keyGrid, periodTitle, stepDate, VIEWS, zoneName, type ViewName } from './periods';
import { TimelineView } from './TimelineView';
import { useCalendar } from './use-calendar';
import { useMove } from './use-move';
import { useReschedule } from './use-reschedule';
import { rangeOf } from './week-axis';
import { WeekView } from './WeekView';

const MoveDialog = latePart(() => import('./MoveDialog'));
const SubscribeDialog = latePart(() => import('./SubscribeDialog'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '10px', padding: '2px 16px 12px', '@media (max-width: 639px)': { padding: '2px 8px 8px' } },
  panel: {
    display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0, position: 'relative', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, overflow: 'hidden',
  },
  old: { opacity: 0.6 },
  empty: { padding: '10px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '6px 24px', alignItems: 'center', flexShrink: 0 },
  zone: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Arrow keys walk from change to change, in the order of time. */
const WALK: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function Calendar({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t, me, zone, language } = useSession();
  const words = usePlanningWords();
  const isNarrow = useIsNarrow();
  const panel = useRef<HTMLDivElement>(null);
  const today = dateIn(words.now, zone);
  const view: ViewName = VIEWS.find((name) => name === query.get('view')) ?? 'month';
  const wantedDate = query.get('date');
  const date = isDate(wantedDate) ? wantedDate : today;
  const filters = filtersOf(query);
  const withWindows = query.get('windows') !== 'false';

  const dates = useMemo(() => datesOf(view, date), [view, date]);
  const range = useMemo(() => rangeOf(dates, zone), [dates, zone]);
  const calendar = useCalendar(range.from, range.to, filters.itemId);
  const shown = calendar.view;
  const names = useKept('calendar names', () => ({ services: new Map<string, string>(), items: new Map<string, string>() }));
  const options = useMemo(() => {
    for (const [id, name] of namesIn(shown?.changes ?? [], 'serviceIds', 'services')) names.services.set(id, name);
    for (const [id, name] of namesIn(shown?.changes ?? [], 'itemIds', 'items')) names.items.set(id, name);
    const sorted = (map: ReadonlyMap<string, string>) => [...map].map(([id, name]) => ({ id, name })).sort((left, right) => left.name.localeCompare(right.name));
    return { services: sorted(names.services), items: sorted(names.items) };
  }, [shown, names]);

  const go = (next: Partial<Record<'view' | 'date' | 'windows', string | undefined>>, nextFilters: Filters = filters): void => {
    const all = { view, date: isDate(wantedDate) ? date : undefined, windows: withWindows ? undefined : 'false', ...next };
    const parts = { ...all, view: all.view === 'month' ? undefined : all.view, date: all.date === today ? undefined : all.date, ...nextFilters };
    navigate(href('calendar', undefined, new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string'))), true);
  };

  const entries = useMemo(
    () => entriesOf((shown?.changes ?? []).filter((row) => matches(row, filters, me))).filter((entry) => overlaps(entry, range)),
    // Filters are as the address says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shown, query, me, range],
  );
  const bands = useMemo(() => bandsOf(shown?.freezes ?? [], withWindows ? (shown?.windows ?? []) : []), [shown, withWindows]);

  const takeOver = useStable((record: ChangeView) => {
    const { id, version, can, state, plannedStart, plannedEnd, waitsFor } = record;
    calendar.patch({ id, version, can, state, waitsFor, collisionCount: record.collisions.length, ...(plannedStart && { plannedStart }), ...(plannedEnd && { plannedEnd }) });
    calendar.reload();
  });
  const reschedule = useReschedule(takeOver);
  const [card, setCard] = useState<{ readonly entry: Entry; readonly target: HTMLElement }>();
  const [crowd, setCrowd] = useState<{ readonly title: string; readonly entries: readonly Entry[]; readonly target: HTMLElement }>();
  const [isSubscribing, setSubscribing] = useState(false);
  const [currentId, setCurrentId] = useState<string>();

  const move = useMove({
    perform: (entry, to) => reschedule(entry.row, to),
    onShow: (instant) => {
      if (instant < range.from || instant >= range.to) go({ date: dateIn(instant, zone) });
    },
  });
  const { moving, question: asked } = move;
  const drawn = useMemo(() => (moving ? [...entries, { ...moving.entry, ...moving.to, key: `ghost ${moving.entry.key}`, isGhost: true }] : entries), [entries, moving]);
  const current = entries.some(({ key }) => key === currentId) ? currentId : entries[0]?.key;

  const focusChange = (id: string): void => panel.current?.querySelector<HTMLElement>(`[data-change="${id}"]`)?.focus();
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = WALK[event.key];
    const id = (event.target as HTMLElement).dataset['change'];
    if (moving || step === undefined || !id) return;
    event.preventDefault();
    // Only those on the screen: others are folded.
    const reachable = entries.filter(({ key }) => panel.current?.querySelector(`[data-change="${key}"]`));
    const next = reachable[reachable.findIndex(({ key }) => key === id) + step];
    if (next) focusChange(next.key);
  };
  const closeCard = (): void => {
    card?.target.focus();
    setCard(undefined);
  };

  const context: CalendarContextValue = {
    moving, currentId: current,
    setCurrent: setCurrentId,
    open: (entry, target) => setCard({ entry, target }),
    pickUp: move.pickUp, press: move.press, wasDragged: move.wasDragged,
    unfold: (title, hidden, target) => setCrowd({ title, entries: hidden, target }),
  };
  const isAgenda = isNarrow && view !== 'timeline';
  const agendaDates = view === 'month' ? dates.filter((day) => day.slice(0, 7) === date.slice(0, 7)) : dates;
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <CalendarContext value={context}>
      <div className={styles.root}>
        <PeriodBar
          view={view}
          date={date}
          title={periodTitle(view, date, language)}
          today={today}
          onDate={(next) => go({ date: next })}
          onStep={(direction) => go({ date: stepDate(view, date, direction) })}
          onView={(next) => go({ view: next })}
        >
          <Button icon={<CalendarSync20Regular aria-hidden />} onClick={() => setSubscribing(true)}>
            {t('planning.subscribe')}
          </Button>
        </PeriodBar>
        <CalendarFilters
          filters={filters}
          services={options.services}
          items={options.items}
          withWindows={withWindows}
          onChange={(name, value) => {
            const { [name]: _old, ...rest } = filters;
            go({}, value === undefined ? rest : { ...rest, [name]: value });
          }}
          onWindows={(isShown) => go({ windows: isShown ? undefined : 'false' })}
          onClear={() => go({}, {})}
        />
        <span id="calendar-how" className={styles.hidden}>
          {t('planning.how')}
        </span>
        <div ref={panel} id="calendar-panel" role="tabpanel" aria-labelledby={`calendar-${view}`} aria-busy={calendar.isOld} className={styles.panel} onKeyDown={onKeyDown}>
          {calendar.error && shown && (
            <MessageBar intent="warning" role="status">
              <MessageBarBody>{errorText(calendar.error, t)}</MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={calendar.reload}>
                  {t('tab.retry')}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {!shown && calendar.error && (
            <EmptyState icon={<ErrorCircle48Regular />} title={t('planning.failed')} text={errorText(calendar.error, t)}>
              <Button appearance="primary" onClick={calendar.reload}>
                {t('tab.retry')}
              </Button>
            </EmptyState>
          )}
          {!shown && !calendar.error && <Placeholder label={t('tab.loading')} widths={[96, 88, 92, 84, 90]} />}
          {shown && entries.length === 0 && !calendar.isOld && view !== 'timeline' && (
            <div className={styles.empty} role="status">
              {t(isFiltered ? 'planning.noMatch' : `planning.none.${view}`)}
              {isFiltered ? (
                <Button size="small" onClick={() => go({}, {})}>
                  {t('tab.filters.clear')}
                </Button>
              ) : (
                <Button as="a" size="small" href={href('changes', 'new')}>
                  {t('planning.propose')}
                </Button>
              )}
            </div>
          )}
          {shown && (
            <div className={mergeClasses(calendar.isOld && styles.old)} style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 }}>
              {isAgenda && <AgendaView dates={agendaDates} entries={drawn} bands={bands} />}
              {!isAgenda && view === 'month' && <MonthView date={date} entries={drawn} bands={bands} />}
              {!isAgenda && view === 'week' && <WeekView date={date} entries={drawn} bands={bands} />}
              {view === 'timeline' &&
                (entries.length === 0 && !filters.itemId ? (
                  <EmptyState icon={<CalendarEmpty48Regular />} title={t(isFiltered ? 'planning.noMatch' : 'planning.none.timeline')} text={t('planning.none.timeline.text')} />
                ) : (
                  <TimelineView dates={dates} entries={drawn} bands={bands} itemId={filters.itemId} itemName={filters.itemId && names.items.get(filters.itemId)} />
                ))}
            </div>
          )}
          {moving && <MoveBar moving={moving} onConfirm={move.confirm} onCancel={move.cancel} />}
        </div>
        <div className={styles.foot}>
          <span className={styles.zone}>{t('planning.zone', { zone, name: zoneName(zone, language) })}</span>
          {!isNarrow && <Legend />}
        </div>
      </div>
      {crowd && (
        <MorePopover
          {...crowd}
          onClose={() => {
            crowd.target.focus();
            setCrowd(undefined);
          }}
          onOpen={(entry) => {
            setCard({ entry, target: crowd.target });
            setCrowd(undefined);
          }}
        />
      )}
      {card && (
        <ChangeCard
          {...card}
          onClose={closeCard}
          onMove={() => {
            closeCard();
            move.pickUp(card.entry, keyGrid(view));
          }}
          onMoveTo={() => {
            setCard(undefined);
            move.ask(card.entry);
          }}
        />
      )}
      {asked && <MoveDialog key={asked.entry.key} while={<Opening onClose={move.closeQuestion} />} entry={asked.entry} to={asked.to} perform={(to) => reschedule(asked.entry.row, to)} onClose={move.closeQuestion} />}
      {isSubscribing && <SubscribeDialog while={<Opening onClose={() => setSubscribing(false)} />} onClose={() => setSubscribing(false)} />}
    </CalendarContext>
  );
}
