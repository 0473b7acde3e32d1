import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useRecord } from '../../lib/records';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { dayOf } from '../format';
import { History } from '../../registers/History';
import { EntryButtons } from '../../registers/EntryButtons';
import { EntryHead, Sheet } from '../../parts/Sheet';
import { AGREEMENTS } from '../access';
import { TryButton } from '../TryButton';
import type { AgreementView } from '../types';
import { ValidityMark } from './AgreementsPage';
import { describeAgreementField } from './describe-field';
import { agreementSentences, priorityText, TARGET_PRIORITIES, timeText } from './describe-agreement';
import { useAgreementWords } from './use-words';

const useStyles = makeStyles({
  targets: { display: 'flex', flexWrap: 'wrap', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  target: { display: 'flex', flexDirection: 'column', minWidth: '108px', padding: '8px 14px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke3}` },
  priority: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  time: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  none: { color: tokens.colorNeutralForeground3 },
  sentences: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '78ch' },
  text: { margin: 0, maxWidth: '78ch', whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground2 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 20px', margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0 },
});

interface Props {
  readonly agreement: AgreementView;
  readonly back: { readonly href: string; readonly label: string };
  onEdit(): void;
}

/** An agreement in sentences, for people who want to know what it says. */
export function AgreementSummary({ agreement, back, onEdit }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { words } = useAgreementWords();
  const { description, targets, name } = agreement;
  return (
    <>
      <EntryHead
        back={back}
        title={name}
        marks={
          <>
            <Badge appearance="tint">{t(`metric.${agreement.metric}`)}</Badge>
            <Badge appearance="tint" color={agreement.type === 'sla' ? 'brand' : 'informative'}>
              {t(`levels.type.${agreement.type}`)}
            </Badge>
            <ValidityMark entry={agreement} />
          </>
        }
      >
        <EntryButtons place={AGREEMENTS} entry={agreement} name={name} readOnly={<TryButton onEdit={onEdit} />} onEdit={onEdit} />
      </EntryHead>
      <Sheet title={t('levels.agreement.says')}>
        {description && <p className={styles.text}>{description}</p>}
        <ul className={styles.targets} aria-label={t('field.agreement.targets')}>
          {TARGET_PRIORITIES.map((priority) => {
            const target = targets[priority];
            if (!target && priority === 'any') return null;
            return (
              <li key={priority} className={styles.target}>
                <span className={styles.priority}>{priorityText(t, priority)}</span>
                {target ? <span className={styles.time}>{timeText(t, target)}</span> : <span className={styles.none}>{t('levels.noTarget')}</span>}
              </li>
            );
          })}
        </ul>
        <ul className={styles.sentences} data-testid="sentences">
          {agreementSentences(words, agreement).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={t('levels.agreement.details')}>
        <Facts agreement={agreement} calendarName={words.calendarName(agreement.calendarId)} />
      </Sheet>
      <History record={agreement} hint={t('levels.history.help')} describe={(field, value) => describeAgreementField(words, field, value)} labelOf={(field) => t(field === 'calendarId' ? 'field.agreement.calendar' : `field.agreement.${field.replace(/Id$/, '')}`)} />
    </>
  );
}

function Facts({ agreement, calendarName }: { readonly agreement: AgreementView; readonly calendarName: string }) {
  const styles = useStyles();
  const { t, records, language, zone } = useSession();
  const owner = useRecord(records, 'people', agreement.ownerId).record;
  const { calendarId, order, validFrom, validTo } = agreement;
  return (
    <dl className={styles.facts}>
      <dt className={styles.term}>{t('field.agreement.calendar')}</dt>
      <dd className={styles.value}>
        <Link href={href('levels/calendars', calendarId)}>{calendarName}</Link>
      </dd>
      <dt className={styles.term}>{t('field.agreement.owner')}</dt>
      <dd className={styles.value}>{owner ? <PersonName name={String(owner['name'])} /> : t('tab.none')}</dd>
      <dt className={styles.term}>{t('levels.agreement.validity')}</dt>
      <dd className={styles.value}>
        {!validFrom && !validTo && t('levels.valid.always')}
        {validFrom && t('levels.validFrom', { at: dayOf(validFrom, language, zone) })} {validTo && t('levels.validTo', { at: dayOf(validTo, language, zone) })}
      </dd>
      <dt className={styles.term}>{t('field.agreement.order')}</dt>
      <dd className={styles.value}>{order}</dd>
    </dl>
  );
}
