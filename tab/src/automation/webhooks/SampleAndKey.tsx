import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';

interface Sample {
  readonly isTaken: boolean;
  readonly text: string;
}

interface Key {
  readonly key?: string;
  /** Why there is none. */
  readonly text?: string;
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  key: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', minWidth: 0, padding: '4px 8px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
});

/** Asks the server on a press; what it answered last, or why it did not. */
function usePressed<T>(path: string) {
  const { api, t } = useSession();
  const [answer, setAnswer] = useState<T>();
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function press(): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    setAnswer(undefined);
    try {
      setAnswer((await (await api.ask(path, {})).json()) as T);
    } catch (error) {
      setTrouble(errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t));
    }
    setBusy(false);
  }
  return { answer, trouble, isBusy, press, forget: () => setAnswer(undefined) };
}

/** Trying it out, and what the receiver verifies by. The key is shown on request and nowhere kept. */
export function SampleAndKey({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const sample = usePressed<Sample>(`/api/webhooks/${id}/sample`);
  const key = usePressed<Key>(`/api/webhooks/${id}/key`);
  const [isCopied, setCopied] = useState(false);
  const shown = key.answer?.key;
  const copy = (): void => void navigator.clipboard.writeText(shown ?? '').then(() => setCopied(true), () => setCopied(false));
  return (
    <>
      <Sheet title={t('setup.webhook.sample')} hint={t('setup.webhook.sample.help')}>
        <div className={styles.row}>
          <Button disabled={sample.isBusy} {...(sample.isBusy && { icon: <Spinner size="tiny" /> })} onClick={() => void sample.press()}>{t('setup.webhook.sample.send')}</Button>
        </div>
        <div aria-live="polite" data-testid="sample">
          {sample.answer && <Told intent={sample.answer.isTaken ? 'success' : 'warning'} text={sample.answer.text} />}
          {sample.trouble && <Told intent="error" text={sample.trouble} />}
        </div>
      </Sheet>
      <Sheet title={t('setup.webhook.key')} hint={t('setup.webhook.key.help')}>
        <div className={styles.row}>
          {shown ? (
            <>
              <code className={styles.key} data-testid="signing-key">{shown}</code>
              <Button size="small" icon={<Copy16Regular aria-hidden />} onClick={copy}>{t(isCopied ? 'setup.webhook.key.copied' : 'setup.webhook.key.copy')}</Button>
              <Button size="small" onClick={() => { key.forget(); setCopied(false); }}>{t('setup.webhook.key.hide')}</Button>
            </>
          ) : (
            <Button disabled={key.isBusy} onClick={() => void key.press()}>{t('setup.webhook.key.show')}</Button>
          )}
        </div>
        {key.answer?.text && <Told intent="warning" text={key.answer.text} />}
        {key.trouble && <Told intent="error" text={key.trouble} />}
      </Sheet>
    </>
  );
}

function Told({ intent, text }: { readonly intent: 'success' | 'warning' | 'error'; readonly text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
