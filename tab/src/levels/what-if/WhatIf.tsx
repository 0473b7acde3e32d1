import { Button, Dropdown, Field, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Option, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReplayView } from '../../../../shared/sla/replay-views';
import { asApiError, type ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { announce } from '../../parts/announce';
import { Sheet } from '../../parts/Sheet';
import { replay, type Progress, type WhatIfDraft } from './replay-stream';
import { WhatIfResult } from './WhatIfResult';

const DAYS = [30, 90, 365] as const;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '10px' },
  days: { minWidth: '170px' },
  progress: { display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '460px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly progress: Progress | undefined }
  | { readonly step: 'done'; readonly view: ReplayView; readonly draft: WhatIfDraft; readonly asked: string }
  | { readonly step: 'failed'; readonly error: ApiError };

interface Props {
  readonly draft: WhatIfDraft;
  readonly isChanged: boolean;
  onClose(): void;
}

/** What a draft would change, before it is saved: open tickets that move, and how the past would have gone. */
export function WhatIf({ draft, isChanged, onClose }: Props) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [days, setDays] = useState<number>(DAYS[0]);
  const [state, setState] = useState<State>({ step: 'idle' });
  const control = useRef<AbortController>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const asked = JSON.stringify({ ...draft, days });

  useEffect(() => {
    root.current?.scrollIntoView({ block: 'nearest' });
    root.current?.focus({ preventScroll: true });
    return () => control.current?.abort();
  }, []);

  function cancel(): void {
    control.current?.abort();
    setState({ step: 'idle' });
  }

  async function run(): Promise<void> {
    control.current?.abort();
    const own = (control.current = new AbortController());
    setState({ step: 'running', progress: undefined });
    try {
      const view = await replay(api, { ...draft, days }, own.signal, (progress) => !own.signal.aborted && setState({ step: 'running', progress }));
      if (own.signal.aborted) return;
      setState({ step: 'done', view, draft, asked });
      announce(t('levels.whatIf.ready'));
    } catch (error) {
      if (own.signal.aborted) return;
      setState({ step: 'failed', error: asApiError(error) });
    }
  }

  const { progress } = state.step === 'running' ? state : {};
  return (
    <div ref={root} tabIndex={-1} style={{ outlineStyle: 'none' }} data-testid="what-if">
      <Sheet
        title={t('levels.whatIf.ask')}
        hint={t('levels.whatIf.help')}
        end={
          <Button size="small" appearance="subtle" onClick={onClose}>
            {t('tab.close')}
          </Button>
        }
      >
        <div className={styles.bar}>
          <Field label={t('levels.whatIf.period')}>
            <Dropdown className={styles.days} value={t('levels.lastDays', { days })} selectedOptions={[String(days)]} onOptionSelect={(_event, data) => setDays(Number(data.optionValue))}>
              {DAYS.map((value) => (
                <Option key={value} value={String(value)}>
                  {t('levels.lastDays', { days: value })}
                </Option>
              ))}
            </Dropdown>
          </Field>
          {state.step === 'running' ? (
            <Button onClick={cancel}>{t('levels.whatIf.cancel')}</Button>
          ) : (
            <Button appearance="primary" onClick={() => void run()}>
              {t('levels.whatIf.run')}
            </Button>
          )}
        </div>
        {!isChanged && state.step === 'idle' && <p className={styles.quiet}>{t('levels.whatIf.unchanged')}</p>}
        {state.step === 'running' && (
          <div className={styles.progress}>
            <ProgressBar {...(progress && { value: progress.done, max: Math.max(1, progress.total) })} aria-label={t('levels.whatIf.running')} />
            <span>{progress ? t('levels.whatIf.progress', { done: progress.done, total: progress.total }) : t('levels.whatIf.running')}</span>
          </div>
        )}
        {state.step === 'failed' && (
          <MessageBar intent="error" role="alert">
            <MessageBarBody>
              <MessageBarTitle>{t('levels.whatIf.failed')}</MessageBarTitle> {errorText(state.error, t)}
            </MessageBarBody>
          </MessageBar>
        )}
        {state.step === 'done' && state.asked !== asked && (
          <MessageBar intent="info">
            <MessageBarBody>{t('levels.whatIf.old')}</MessageBarBody>
          </MessageBar>
        )}
        {state.step === 'done' && <WhatIfResult view={state.view} draft={state.draft} />}
      </Sheet>
    </div>
  );
}
