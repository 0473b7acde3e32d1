import { Button, Field, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useSession } from '../../lib/session';
import { PersonPicker } from '../../parts/schema-form/pickers';
import { watchSchema } from '../../../../shared/tickets/ticket-schema';

const useStyles = makeStyles({ root: { display: 'flex', gap: '6px', alignItems: 'flex-end', marginTop: '8px' }, field: { flexGrow: 1, minWidth: 0 } });

/** Picks one more person who follows the ticket. */
export function AddWatcher({ onAdd, onClose }: { onAdd(personId: string): void; onClose(): void }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <div className={styles.root}>
      <Field label={t('field.ticket.watcher')} size="small" className={styles.field}>
        <PersonPicker
          name="personId"
          field={watchSchema.personId}
          value={undefined}
          hints={{}}
          isDisabled={false}
          onChange={(id) => typeof id === 'string' && id && onAdd(id)}
        />
      </Field>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={t('tab.close')} onClick={onClose} />
    </div>
  );
}
