import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { METRICS } from '../../../../shared/sla/agreement-schema';
import { useNow } from '../../lib/now';
import { useRecord } from '../../lib/records';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { dayOf } from '../format';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { addsLevels, AGREEMENTS } from '../access';
import type { AgreementView } from '../types';
import { calendarShort, priorityText, TARGET_PRIORITIES, timeText } from './describe-agreement';
import { useAgreementWords } from './use-words';

const useStyles = makeStyles({
  list: { margin: '0 -8px', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(200px, 1.3fr) minmax(240px, 2fr) minmax(160px, 1fr)', gap: '4px 20px', padding: '10px 8px', alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 839px)': { gridTemplateColumns: '1fr', gap: '6px' },
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minWidth: 0 },
  link: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  targets: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', margin: 0, padding: 0, listStyle: 'none' },
  target: { display: 'inline-flex', gap: '6px', padding: '1px 8px', borderRadius: tokens.borderRadiusCircular, border: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  priority: { fontWeight: tokens.fontWeightSemibold },
});

/** What is promised, by what is promised. */
export default function AgreementsPage({ query }: { readonly query: URLSearchParams }) {
  const { me } = useSession();
  return (
    <RegisterPage<AgreementView> place={AGREEMENTS} icon={<HandshakeRegular />} query={query} canAdd={addsLevels(me)}>
      {(shown) => <ByMetric shown={shown} />}
    </RegisterPage>
  );
}

function ByMetric({ shown }: { readonly shown: readonly AgreementView[] }) {
  const styles = useStyles();
  const { t } = useSession();
  const { words } = useAgreementWords();
  return (
    <>
      {METRICS.map((metric) => {
        const own = shown.filter((entry) => entry.metric === metric).sort((a, b) => a.type.localeCompare(b.type) * -1 || a.order - b.order);
        return (
          own.length > 0 && (
            <Sheet key={metric} title={t(`metric.${metric}`)} hint={t(`help.metric.${metric}`)}>
              <ul className={styles.list}>
                {own.map((entry) => (
                  <li key={entry.id} className={styles.item} data-agreement={entry.id}>
                    <span className={styles.name}>
                      <Link href={href('levels/agreements', entry.id)} className={styles.link}>
                        {entry.name}
                      </Link>
                      <Badge appearance="tint" color={entry.type === 'sla' ? 'brand' : 'informative'}>
                        {t(`levels.type.${entry.type}`)}
                      </Badge>
                      <ValidityMark entry={entry} />
                    </span>
                    <ul className={styles.targets} aria-label={t('field.agreement.targets')}>
                      {TARGET_PRIORITIES.map((priority) => {
                        const target = entry.targets[priority];
                        return (
                          target && (
                            <li key={priority} className={styles.target}>
                              <span className={styles.priority}>{priorityText(t, priority)}</span> {timeText(t, target)}
                            </li>
                          )
                        );
                      })}
                    </ul>
                    <span className={styles.quiet}>
                      {calendarShort(words, entry)}
                      {entry.ownerId && <OwnerName id={entry.ownerId} />}
                    </span>
                  </li>
                ))}
              </ul>
            </Sheet>
          )
        );
      })}
    </>
  );
}

function OwnerName({ id }: { readonly id: string }) {
  const { records } = useSession();
  const { record } = useRecord(records, 'people', id);
  return record && ` · ${String(record['name'])}`;
}

/** Retired, not yet valid, or no longer valid. */
export function ValidityMark({ entry }: { readonly entry: Pick<AgreementView, 'retired' | 'validFrom' | 'validTo'> }) {
  const { t, language, zone } = useSession();
  const now = useNow();
  const { retired, validFrom, validTo } = entry;
  if (retired) return <Badge appearance="outline">{t('register.retired')}</Badge>;
  if (validFrom && validFrom > now) return <Badge appearance="outline">{t('levels.validFrom', { at: dayOf(validFrom, language, zone) })}</Badge>;
  if (validTo) return <Badge appearance="outline">{t(validTo <= now ? 'levels.ended' : 'levels.validTo', { at: dayOf(validTo, language, zone) })}</Badge>;
  return null;
}
