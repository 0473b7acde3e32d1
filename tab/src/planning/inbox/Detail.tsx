import { Button, makeStyles } from '@fluentui/react-components';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import type { ChangeView } from '../../../../shared/changes/change-views';
import type { ExceptionView } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import type { RecordView } from '../../../../shared/kernel';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Preview } from '../../tickets/queue/Preview';
import { ChangeBrief } from './ChangeBrief';
import { DecideBox } from './DecideBox';
import { ExceptionBrief } from './ExceptionBrief';
import { practiceOfId } from './groups';
import { TemplateBrief } from './TemplateBrief';

const useStyles = makeStyles({
  ticket: { display: 'flex', flexDirection: 'column', gap: '14px', '& aside': { width: '100%', boxShadow: 'none' } },
});

/** The record that waits, with everything that is needed to decide, and the decision. */
export function Detail({ id }: { readonly id: string }) {
  const { t, records } = useSession();
  const practice = practiceOfId(id);
  const { record, error, isLoading } = useRecord<RecordView>(records, practice, id);
  if (!record && error && !isLoading) {
    return (
      <EmptyState icon={<ErrorCircle48Regular />} title={t('planning.inbox.missing', { id })} text={error.status === 404 ? t('planning.inbox.missing.text') : errorText(error, t)}>
        {error.status !== 404 && <Button onClick={() => records.load(practice, id, true)}>{t('tab.retry')}</Button>}
      </EmptyState>
    );
  }
  if (!record) return <Placeholder label={t('tab.loading')} widths={[60, 96, 88, 92, 70]} />;
  return <Brief record={record} />;
}

function Brief({ record }: { readonly record: RecordView }) {
  const styles = useStyles();
  switch (record.practice) {
    case 'changes':
      return <ChangeBrief change={record as ChangeView} />;
    case 'freezeExceptions':
      return <ExceptionBrief exception={record as ExceptionView} />;
    case 'changeTemplates':
      return <TemplateBrief template={record as TemplateView} />;
    default:
      return (
        <div className={styles.ticket}>
          {record.can.includes('tickets.approve') && <DecideBox record={record} />}
          <Preview row={record as unknown as TicketView} />
        </div>
      );
  }
}
