import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../lib/session';
import { ReadOnlyNote } from './ReadOnlyNote';
import type { RegisterPlace } from './types';
import type { EntryForm } from './use-entry-form';

const useStyles = makeStyles({
  root: {
    position: 'sticky', bottom: '0', zIndex: 2, display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 20px', backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow16, border: `1px solid ${tokens.colorNeutralStroke3}`, '@media (max-width: 639px)': { padding: '10px 12px' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  note: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly place: RegisterPlace;
  readonly form: EntryForm;
  readonly isNew: boolean;
  /** False for those who may only try what it would mean. */
  readonly canSave: boolean;
  readonly children?: ReactNode;
  onSave(): void;
  onCancel(): void;
}

/** Save and leave, always in reach, with what stands in the way. */
export function SaveBar({ place, form, isNew, canSave, children, onSave, onCancel }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root} role="group" aria-label={t('register.form.actions')}>
      {form.trouble && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{form.trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {canSave && (
          <Button appearance="primary" disabledFocusable={form.isSaving || !form.isChanged} icon={form.isSaving ? <Spinner size="tiny" /> : null} onClick={onSave}>
            {t('tab.save')}
          </Button>
        )}
        {children}
        <Button appearance="subtle" onClick={onCancel}>
          {t('register.form.cancel')}
        </Button>
        {canSave ? !isNew && !form.isChanged && <span className={styles.note}>{t('register.form.unchanged')}</span> : <ReadOnlyNote page={place.page} />}
      </div>
    </div>
  );
}
