import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { QUESTIONS } from '../../../../shared/changes/change-schema';
import type { ChangeView, RiskView } from '../../../../shared/changes/change-views';
import { useSession } from '../../lib/session';
import { RiskMark } from '../marks';
import { EditableCard } from './Card';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: '16px' },
  points: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2, flexShrink: 0 },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '4px', fontWeight: tokens.fontWeightSemibold },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '16px 28px' },
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  answers: { margin: 0, display: 'grid', rowGap: '6px' },
  question: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  answer: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, margin: '8px 0 0' },
  badge: { minWidth: 0, padding: '0 2px', height: 'auto' },
  surface: { maxWidth: '380px' },
});

function Reasons({ risk }: { readonly risk: RiskView }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <ul className={styles.list}>
      {risk.lines.map(({ text, points }) => (
        <li key={text} className={styles.line}>
          <span>{text}</span>
          <span className={styles.points}>+{points}</span>
        </li>
      ))}
      <li className={`${styles.line} ${styles.total}`}>
        <span>{t('changePage.risk.score')}</span>
        <span className={styles.points}>{risk.score}</span>
      </li>
    </ul>
  );
}

/** Which of the two ways of looking at it counted: the higher one. */
function Verdict({ risk }: { readonly risk: RiskView }) {
  const styles = useStyles();
  const { t } = useSession();
  const rules = t(`riskShort.${risk.byRules}`);
  const text = risk.byQuestionnaire ? t('changePage.risk.both', { rules, answers: t(`riskShort.${risk.byQuestionnaire}`) }) : t('changePage.risk.rulesOnly', { rules });
  return <p className={styles.quiet}>{text}</p>;
}

/** The risk, and on a press what it comes from. */
export function RiskBadge({ risk }: { readonly risk: RiskView }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <Popover withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small" className={styles.badge} aria-label={t('changePage.risk.why', { risk: t(`risk.${risk.level}`) })}>
          <RiskMark risk={risk.level} />
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t(`risk.${risk.level}`)}>
        <h2 className={styles.heading}>{t(`risk.${risk.level}`)}</h2>
        <Reasons risk={risk} />
        <Verdict risk={risk} />
      </PopoverSurface>
    </Popover>
  );
}

/** Everything that the risk was computed from. */
export function RiskCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { risk } = change;
  const answered = QUESTIONS.filter((question) => risk.answers[question] !== undefined);
  return (
    <EditableCard title={t('changePage.part.risk')} change={change} fields={[...QUESTIONS]} testId="risk" aside={<RiskMark risk={risk.level} />}>
      <div className={styles.columns}>
        <div>
          <h3 className={styles.heading}>{t('changePage.risk.reasons')}</h3>
          {risk.lines.length > 0 ? <Reasons risk={risk} /> : <span>{t('changePage.risk.none')}</span>}
        </div>
        <div>
          <h3 className={styles.heading}>{t('changePage.risk.answers')}</h3>
          {answered.length === 0 && <span className={styles.question}>{t('changePage.risk.unanswered')}</span>}
          <dl className={styles.answers}>
            {answered.map((question) => (
              <div key={question}>
                <dt className={styles.question}>{t(`field.change.question.${question}`)}</dt>
                <dd className={styles.answer}>{t(`answer.${question}.${risk.answers[question]}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <Verdict risk={risk} />
    </EditableCard>
  );
}
