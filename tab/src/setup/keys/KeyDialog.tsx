import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { asApiError, type PerformedView, type RefusedView } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import type { KeyEntry } from './types';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '14px' } });

interface Props {
  readonly verb: 'rotate' | 'revoke';
  readonly entry: KeyEntry;
  readonly title: string;
  readonly text: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** The fields, with what is wrong with them. */
  readonly fields?: (problems: Readonly<Record<string, string>>) => ReactNode;
  onDone(answer: PerformedView<KeyEntry> & { readonly record: KeyEntry }): void;
  onClose(): void;
}

/** What cannot be taken back is asked for first. */
export function KeyDialog({ verb, entry, title, text, input = {}, fields, onDone, onClose }: Props) {
  const styles = useStyles();
  const { api, records, t } = useSession();
  const [refused, setRefused] = useState<Pick<RefusedView, 'text' | 'problems'>>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      const answer = await api.perform<KeyEntry>(`integrationKeys.${verb}`, { id: entry.id, version: entry.version, ...input });
      if (answer.refused) return setRefused(answer.refused);
      records.put(answer.record);
      onClose();
      onDone(answer);
    } catch (error) {
      setRefused({ text: errorText(asApiError(error), t) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{text}</span>
              {fields?.(Object.fromEntries((refused?.problems ?? []).map((problem) => [problem.field, problem.text])))}
              {refused && !refused.problems && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{refused.text}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose} disabled={isBusy}>{t('register.form.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={isBusy}>{t(`action.integrationKeys.${verb}`)}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
