import { useState } from 'react';
import type { AnnouncementView, KnownIssue as KnownIssueView } from '../../../shared/announcements/announcement-views';
import type { ApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';
import { announce } from '../parts/announce';
import { WarningBox } from './WarningBox';

/** Both as the list has it, in both languages, and as a draft has it, in the reader's. */
type Shown = KnownIssueView & Partial<Pick<AnnouncementView, 'titleDe' | 'statementDe'>>;

/** One running disturbance: what everybody should know, and "me too" instead of one more ticket. */
export function KnownIssue({ issue }: { readonly issue: Shown }) {
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

  const facts = [
    t('known.since', { at: dates.short(issue.since) }),
    issue.expectedAt && t('known.expected', { at: dates.short(issue.expectedAt) }),
    affectedCount > 0 && t('known.count', { count: affectedCount }),
  ];
  return (
    <WarningBox
      label={t('known.issue')}
      name={issue.id}
      title={(isGerman && issue.titleDe) || issue.title}
      facts={facts.filter(Boolean).join(' · ')}
      said={isAffected ? t('known.you') : undefined}
      button={t(isAffected ? 'known.leave' : 'known.join')}
      trouble={trouble}
      onPress={() => void press()}
    >
      {(isGerman && issue.statementDe) || issue.statement}
    </WarningBox>
  );
}
