import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Megaphone20Regular } from '@fluentui/react-icons/svg/megaphone';
import { useState } from 'react';
import type { AnnouncementView, KnownIssue as KnownIssueView } from '../../../shared/announcements/announcement-views';
import type { ApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';
import { announce } from '../parts/announce';

const useStyles = makeStyles({
  root: {
    display: 'flex', gap: '10px', padding: '12px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1,
  },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  body: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Both as the list has it, in both languages, and as a draft has it, in the reader's. */
type Shown = KnownIssueView & Partial<Pick<AnnouncementView, 'titleDe' | 'statementDe'>>;

/** One running disturbance: what everybody should know, and "me too" instead of one more ticket. */
export function KnownIssue({ issue }: { readonly issue: Shown }) {
  const styles = useStyles();
  const { t, api, language } = useSession();
  const dates = useDates();
  const [answered, setAnswered] = useState<KnownIssueView>();
  const [trouble, setTrouble] = useState<string>();
  // The list is the truth; the answer to a press only until the list has it.
  const { isAffected, affectedCount } = answered && answered.version > issue.version ? answered : issue;
  const isGerman = language === 'de';

  async function press(): Promise<void> {
    setTrouble(undefined);
    const action = isAffected ? 'announcements.leave' : 'announcements.join';
    try {
      const answer = await api.perform<AnnouncementView>(action, { id: issue.id, version: issue.version });
      if (answer.refused) {
        setTrouble(answer.refused.text);
        return;
      }
      setAnswered(answer.record);
      announce(t(answer.record.isAffected ? 'known.joined' : 'known.left'));
    } catch (error) {
      setTrouble(errorText(error as ApiError, t));
    }
  }

  return (
    <section className={styles.root} aria-label={t('known.issue')} data-known={issue.id}>
      <span className={styles.icon} aria-hidden="true">
        <Megaphone20Regular />
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>{(isGerman && issue.titleDe) || issue.title}</h2>
        <p className={styles.text}>{(isGerman && issue.statementDe) || issue.statement}</p>
        <span className={styles.facts}>
          {[
            t('known.since', { at: dates.short(issue.since) }),
            issue.expectedAt && t('known.expected', { at: dates.short(issue.expectedAt) }),
            affectedCount > 0 && t('known.count', { count: affectedCount }),
          ].filter(Boolean).join(' · ')}
        </span>
        {isAffected && <span>{t('known.you')}</span>}
        <Button size="small" onClick={() => void press()}>
          {t(isAffected ? 'known.leave' : 'known.join')}
        </Button>
        {trouble && <span role="alert">{trouble}</span>}
      </div>
    </section>
  );
}
