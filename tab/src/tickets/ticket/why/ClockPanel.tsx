import { makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { PauseCircle20Regular } from '@fluentui/react-icons/svg/pause-circle';
import type { ClockExplanation } from '../../../../../shared/sla/explain-views';
import { useText } from '../../../lib/session';
import { Chain } from './Chain';
import { ClockBar } from './ClockBar';
import { EventList } from './EventList';
import { Part } from './Part';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  lead: { display: 'flex', flexDirection: 'column', gap: '8px' },
  headline: { display: 'flex', gap: '8px', margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, display: 'inline-flex', marginTop: '1px', color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusDangerForeground3 },
  kept: { color: tokens.colorStatusSuccessForeground1 },
  promise: { margin: 0, color: tokens.colorNeutralForeground2 },
  sums: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: '8px', margin: 0 },
  sum: { display: 'flex', flexDirection: 'column', padding: '8px 10px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorTransparentStroke}` },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  help: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, lineHeight: tokens.lineHeightBase200 },
  earlier: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  term: { display: 'flex', flexDirection: 'column', paddingLeft: '10px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

function standing({ state, isBreached }: ClockExplanation): 'late' | 'kept' | 'paused' | 'runs' {
  if (isBreached) return 'late';
  if (state === 'stopped') return 'kept';
  return state === 'paused' ? 'paused' : 'runs';
}

const ICONS = {
  late: <ErrorCircle20Filled aria-hidden />,
  kept: <CheckmarkCircle20Filled aria-hidden />,
  paused: <PauseCircle20Regular aria-hidden />,
  runs: <Clock20Regular aria-hidden />,
};

/** The tab that shows a clock; ids know no blanks. */
export const tabId = (key: string): string => `why-${key.replaceAll(' ', '-')}`;

interface Props {
  readonly clock: ClockExplanation;
  readonly now: string;
  /** One of several, chosen by a tab. */
  readonly isTab: boolean;
}

/** One clock: how it stands, what was promised, the chain of time behind it, and what happened. */
export function ClockPanel({ clock, now, isTab }: Props) {
  const styles = useStyles();
  const t = useText();
  const stands = standing(clock);
  const tone = stands === 'late' ? styles.late : stands === 'kept' ? styles.kept : undefined;
  return (
    <div className={styles.root} data-testid="why-clock" {...(isTab && { role: 'tabpanel', 'aria-labelledby': tabId(clock.key) })}>
      <div className={styles.lead}>
        <p className={styles.headline} data-testid="why-headline">
          <span className={mergeClasses(styles.icon, tone)}>{ICONS[stands]}</span>
          <span className={tone}>{clock.headline}</span>
        </p>
        <p className={styles.promise}>{clock.promise}</p>
        {clock.notes.map((note) => (
          <MessageBar key={note} intent="warning" layout="multiline">
            <MessageBarBody>{note}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      {clock.stretches.length > 0 && (
        <Part title={t('tab.why.chain')}>
          <ClockBar stretches={clock.stretches} now={now} />
          <Chain stretches={clock.stretches} />
        </Part>
      )}
      {clock.totals.length > 0 && <Sums clock={clock} />}
      {clock.earlier.length > 0 && <Earlier clock={clock} />}
      {clock.events.length > 0 && <EventList events={clock.events} note={clock.eventsNote} />}
    </div>
  );
}

function Sums({ clock }: { readonly clock: ClockExplanation }) {
  const styles = useStyles();
  return (
    <dl className={styles.sums}>
      {clock.totals.map(({ label, value, help }) => (
        <div key={label} className={styles.sum}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {value}
            {help && <span className={styles.help}>{help}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Earlier({ clock }: { readonly clock: ClockExplanation }) {
  const styles = useStyles();
  const t = useText();
  return (
    <Part title={t('tab.why.earlier')}>
      <ol className={styles.earlier}>
        {clock.earlier.map((terms, index) => (
          <li key={index} className={styles.term}>
            <span className={styles.quiet}>{terms.when}</span>
            <strong>{terms.promise}</strong>
            <span>{terms.outcome}</span>
            <span className={styles.quiet}>{terms.because}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
