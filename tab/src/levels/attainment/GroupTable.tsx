import { makeStyles, tokens } from '@fluentui/react-components';
import type { Attainment, AttainmentGroup, AttainmentOutcome } from '../../../../shared/sla/attainment-views';
import { useSession } from '../../lib/session';
import { useIsNarrow } from '../../lib/use-width';
import { FigureLink } from './FigureLink';
import { percentText } from './percent';
import { ShareBar } from './ShareBar';
import type { Slice } from './use-attainment';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, padding: '4px 0 6px 16px', verticalAlign: 'bottom' },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '7px 0', minWidth: '110px', overflowWrap: 'anywhere' },
  firstHead: { textAlign: 'left', padding: '4px 0 6px', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, verticalAlign: 'bottom' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  cell: { textAlign: 'right', padding: '5px 0 5px 16px', whiteSpace: 'nowrap' },
  bar: { width: '24%', minWidth: '90px', padding: '5px 0 5px 16px' },
  share: { fontWeight: tokens.fontWeightSemibold },
  cause: { textAlign: 'left', padding: '5px 0 5px 20px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const COLUMNS = ['met', 'missed', 'nearMiss', 'downgraded'] as const satisfies readonly AttainmentOutcome[];

const valueOf = (group: AttainmentGroup, outcome: (typeof COLUMNS)[number]): number =>
  ({ met: group.met, missed: group.missed, nearMiss: group.nearMisses, downgraded: group.downgraded })[outcome];

interface Props {
  readonly figures: Attainment;
  onOpen(slice: Slice): void;
}

/** Share met per row as number and bar, with everything behind it. */
export function GroupTable({ figures, onOpen }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const isNarrow = useIsNarrow();
  const { by, groups } = figures;
  const nameOf = (group: AttainmentGroup): string => (by === 'priority' ? t(`priority.${group.key}`) : group.name || t(`levels.attainment.without.${by}`));
  const columns = isNarrow ? COLUMNS.slice(0, 2) : COLUMNS;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t(`levels.by.${by}`)}>
      <table className={styles.table} data-testid="attainment-table">
        <thead>
          <tr>
            <th scope="col" className={styles.firstHead}>
              {t(`attainmentBy.${by}`)}
            </th>
            <th scope="col" className={styles.head}>
              {t('levels.attainment.share')}
            </th>
            {!isNarrow && <td />}
            {columns.map((outcome) => (
              <th key={outcome} scope="col" className={styles.head}>
                {t(`attainmentOutcome.${outcome}`)}
              </th>
            ))}
            {!isNarrow && (
              <th scope="col" className={styles.firstHead} style={{ paddingLeft: 20 }}>
                {t('levels.attainment.topCause')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const name = nameOf(group);
            const cause = group.causes[0];
            return (
              <tr key={group.key} className={styles.row} data-key={group.key}>
                <th scope="row" className={styles.first}>
                  {name}
                </th>
                <td className={styles.cell}>
                  <span className={styles.share}>{percentText(group.share, language)}</span>
                </td>
                {!isNarrow && (
                  <td className={styles.bar}>
                    <ShareBar share={group.share} />
                  </td>
                )}
                {columns.map((outcome) => (
                  <td key={outcome} className={styles.cell}>
                    <FigureLink
                      value={valueOf(group, outcome)}
                      label={`${name}, ${t(`attainmentOutcome.${outcome}`)}`}
                      onOpen={() => onOpen({ key: group.key, outcome, title: `${name}: ${t(`attainmentOutcome.${outcome}`)}` })}
                    />
                  </td>
                ))}
                {!isNarrow && <td className={styles.cause}>{cause ? t('levels.attainment.cause', { reason: t(`missReason.${cause.reason}`), count: cause.count }) : ''}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
