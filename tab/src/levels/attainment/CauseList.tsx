import { makeStyles, tokens } from '@fluentui/react-components';
import type { CauseCount } from '../../../../shared/sla/attainment-views';
import { useSession } from '../../lib/session';
import { FigureLink } from './FigureLink';
import type { Slice } from './use-attainment';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'grid', gridTemplateColumns: 'minmax(150px, 1fr) minmax(60px, 1fr) 48px', gap: '4px 14px', alignItems: 'center' },
  what: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  team: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bar: { height: '10px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorStatusDangerBackground3, '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  count: { textAlign: 'right' },
});

interface Merged {
  readonly reason: CauseCount['reason'];
  readonly count: number;
  readonly teams: readonly string[];
}

/** One entry per reason; the teams that had most of it beside. */
function byReason(causes: readonly CauseCount[]): readonly Merged[] {
  const reasons = [...new Set(causes.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const own = causes.filter((cause) => cause.reason === reason);
      return { reason, count: own.reduce((sum, { count }) => sum + count, 0), teams: own.flatMap(({ groupName }) => (groupName ? [groupName] : [])).slice(0, 3) };
    })
    .sort((a, b) => b.count - a.count);
}

interface Props {
  readonly causes: readonly CauseCount[];
  onOpen(slice: Slice): void;
}

/** Why promises were broken, the most frequent reason first. */
export function CauseList({ causes, onOpen }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const merged = byReason(causes);
  const most = Math.max(1, ...merged.map(({ count }) => count));
  return (
    <ul className={styles.list} data-testid="causes">
      {merged.map(({ reason, count, teams }) => {
        const name = t(`missReason.${reason}`);
        return (
          <li key={reason} className={styles.item}>
            <span className={styles.what}>
              {name}
              {teams.length > 0 && <span className={styles.team}>{new Intl.ListFormat(language, { type: 'unit' }).format(teams)}</span>}
            </span>
            <span aria-hidden="true" className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
            <span className={styles.count}>
              <FigureLink value={count} label={name} onOpen={() => onOpen({ reason, title: name })} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
