import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { dayText } from '../../../../shared/strings/dates';
import { ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';
import type { OfferingEntry } from './types';

const useStyles = makeStyles({ list: { margin: '4px 0 0', paddingLeft: '18px' } });

const VERBS = ['publish', 'discard', 'review'] as const;

/** What keeps the item from being published, and the presses that bring it on. */
export function OfferingLead({ entry }: { readonly entry: OfferingEntry }) {
  const styles = useStyles();
  const { t, api, records, language } = useSession();
  const [isBusy, setBusy] = useState(false);
  const { missing = [], draft, state, edition, isReviewOverdue, reviewOn } = entry;
  const offered = VERBS.filter((verb) => entry.can.includes(`offerings.${verb}`) && !(verb === 'publish' && missing.length > 0));

  async function press(verb: (typeof VERBS)[number]): Promise<void> {
    setBusy(true);
    try {
      const { record, refused } = await api.perform(`offerings.${verb}`, { id: entry.id, version: entry.version });
      if (refused) notify({ title: t(`action.offerings.${verb}`), body: refused.text, intent: 'error' });
      else records.put(record);
    } catch (error) {
      notify({ title: t(`action.offerings.${verb}`), body: errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t), intent: 'error' });
    } finally {
      setBusy(false);
    }
  }

  const isPending = state === 'draft' || draft !== undefined;
  const words = isPending ? t('setup.offering.pending', { edition: edition + 1 }) : t('setup.offering.standing', { edition, day: reviewOn ? dayText(reviewOn, language) : '–' });
  return (
    <MessageBar intent={missing.length > 0 || isReviewOverdue ? 'warning' : isPending ? 'info' : 'success'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`offeringState.${state}`)}</MessageBarTitle> {words} {isReviewOverdue && t('setup.offering.overdue')}
        {missing.length > 0 && (
          <ul className={styles.list} aria-label={t('setup.offering.missing')}>
            {missing.map(({ field, code, params }, index) => (
              <li key={index}>{code.startsWith('plan.') || code.startsWith('form.') ? t(`problem.${code}`, params) : `${t(`field.offering.${field.replace(/Id$/, '')}`)}: ${t(`problem.${code}`, params)}`}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {offered.map((verb) => (
          <Button key={verb} size="small" appearance={verb === 'publish' ? 'primary' : 'secondary'} disabled={isBusy} onClick={() => void press(verb)}>
            {t(`action.offerings.${verb}`)}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
