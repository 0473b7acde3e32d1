import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { SyntheticEvent } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { useRecord } from '../lib/records';
import { useSession } from '../lib/session';
import type { Asked } from './ActionsProvider';
import { FormBody } from './FormBody';
import { formsOf } from './practice-forms';
import { practiceOf } from './types';
import { useActionForm } from './use-action-form';

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalXS },
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly asked: Asked;
  onClose(): void;
}

/** The form of any action of any practice, drawn from the schema that the server checks its input by. */
export default function ActionDialog({ asked, onClose }: Props) {
  const styles = useStyles();
  const { t, records } = useSession();
  const { action, record: given } = asked;
  const needsRecord = formsOf(action).needsRecord.has(action);
  const { record } = useRecord<RecordView>(records, practiceOf(action), needsRecord ? given?.id : undefined);
  const isReady = !needsRecord || record !== undefined;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t(`action.${action}`)}>
        {isReady ? <Form asked={record ? { ...asked, record } : asked} onClose={onClose} /> : <Spinner label={t('tab.loading')} />}
      </DialogSurface>
    </Dialog>
  );
}

function Form({ asked, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const form = useActionForm(asked);
  const { action, record } = asked;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void form.submit().then((isDone) => isDone && onClose());
  };
  const isGone = form.news?.isGone === true;
  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{t(`action.${action}`)}</DialogTitle>
        <DialogContent className={styles.content}>
          {record && (
            <div className={styles.about}>
              {record.id} · {record.title}
            </div>
          )}
          <FormBody action={action} form={form} />
        </DialogContent>
        <DialogActions>
          <Button appearance="secondary" onClick={onClose}>
            {t('tab.back')}
          </Button>
          <Button type="submit" appearance="primary" disabled={form.isBusy || isGone} {...(form.isBusy && { icon: <Spinner size="tiny" /> })}>
            {form.news ? t('tab.conflict.again', { action: t(`action.${action}`) }) : t(`action.${action}`)}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
