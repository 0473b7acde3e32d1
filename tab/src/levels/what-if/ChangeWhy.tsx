import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TicketExplanation } from '../../../../shared/sla/explain-views';
import { asApiError, type Api, type ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { Placeholder } from '../../parts/Placeholder';
import { ClockPanel } from '../../tickets/ticket/why/ClockPanel';
import type { WhatIfDraft } from './replay-stream';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 14px', marginTop: '6px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  tabs: { margin: '0 -10px' },
});

const SIDES = ['asProposed', 'asItIs'] as const;
type Side = (typeof SIDES)[number];

async function explain(api: Api, id: string, draft: WhatIfDraft, side: Side, signal: AbortSignal): Promise<TicketExplanation> {
  if (side === 'asItIs') return (await api.get<{ explanation: TicketExplanation }>(`/api/tickets/${id}/clocks`, signal)).explanation;
  const response = await api.ask('/api/service-levels/replay/explain', { id, ...draft }, signal);
  return ((await response.json()) as { explanation: TicketExplanation }).explanation;
}

interface Props {
  readonly id: string;
  readonly clockKey: string;
  readonly draft: WhatIfDraft;
}

/** A ticket's clock minute by minute, under the proposed terms and as it is. */
export function ChangeWhy({ id, clockKey, draft }: Props) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [side, setSide] = useState<Side>('asProposed');
  const [state, setState] = useState<{ readonly of?: Side; readonly explanation?: TicketExplanation; readonly error?: ApiError }>({});
  useEffect(() => {
    const control = new AbortController();
    explain(api, id, draft, side, control.signal).then(
      (explanation) => setState({ of: side, explanation }),
      (error: unknown) => !control.signal.aborted && setState({ of: side, error: asApiError(error) }),
    );
    return () => control.abort();
  }, [api, id, draft, side]);
  const { explanation, error } = state.of === side ? state : {};
  const clock = explanation?.clocks.find(({ key }) => key === clockKey);
  return (
    <div className={styles.root} data-testid="change-why">
      <TabList size="small" className={styles.tabs} selectedValue={side} onTabSelect={(_event, { value }) => setSide(value as Side)}>
        {SIDES.map((name) => (
          <Tab key={name} value={name}>
            {t(`levels.whatIf.${name}`)}
          </Tab>
        ))}
      </TabList>
      {error && <span role="alert">{errorText(error, t)}</span>}
      {!explanation && !error && <Placeholder label={t('tab.loading')} widths={[80, 92, 70]} />}
      {explanation && (clock ? <ClockPanel clock={clock} now={explanation.now} isTab={false} /> : <span>{t('levels.whatIf.noPromise')}</span>)}
    </div>
  );
}
