import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { SyntheticEvent } from 'react';
import { useSession } from '../lib/session';
import type { Asked } from './ActionsProvider';
import { FormBody } from './FormBody';
import { useActionForm } from './use-action-form';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  foot: { display: 'flex', gap: '8px' },
});

interface Props {
  readonly asked: Asked;
  readonly label: string;
  onClose(): void;
}

/** The form of an action in the place of what it changes. */
export default function InlineForm({ asked, label, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const form = useActionForm(asked);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void form.submit().then((isDone) => isDone && onClose());
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={label} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <FormBody action={asked.action} form={form} />
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabled={form.isBusy || form.news?.isGone === true} {...(form.isBusy && { icon: <Spinner size="tiny" /> })}>
          {form.news ? t('tab.conflict.again', { action: t('tab.save') }) : t('tab.save')}
        </Button>
        <Button onClick={onClose}>{t('tab.back')}</Button>
      </div>
    </form>
  );
}
