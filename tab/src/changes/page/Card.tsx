import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Suspense, useState, type ReactNode } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { latePart } from '../../lib/late-part';
import { useSession } from '../../lib/session';
import { Waiting } from '../../parts/Waiting';

const InlineForm = latePart(() => import('../../actions/InlineForm'));

const useStyles = makeStyles({
  root: { padding: '14px 18px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke3}`, minWidth: 0 },
  head: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '28px', marginBottom: '8px', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto', display: 'flex', gap: '4px' },
});

interface Props {
  readonly title: string;
  readonly testId?: string;
  readonly className?: string;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the page. */
export function Card({ title, testId, className, aside, children }: Props) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.root, className)} aria-label={title} data-testid={testId}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {aside && <div className={styles.push}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

interface EditableProps extends Props {
  readonly testId: string;
  readonly change: ChangeView;
  /** What is asked when it is edited, of the fields of a change. */
  readonly fields: readonly string[];
}

/** A part of the page that becomes its own form. */
export function EditableCard({ change, fields, aside, children, ...card }: EditableProps) {
  const { t } = useSession();
  const [isEditing, setEditing] = useState(false);
  const label = t('changePage.editPart', { part: card.title });
  const close = (): void => {
    setEditing(false);
    // The button is there again after the form is gone.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-edit="${card.testId}"]`)?.focus());
  };
  const edit = change.can.includes('changes.edit') && !isEditing && (
    <Tooltip content={label} relationship="label" withArrow>
      <Button data-edit={card.testId} size="small" appearance="subtle" icon={<Edit16Regular />} onClick={() => setEditing(true)} />
    </Tooltip>
  );
  return (
    <Card {...card} aside={edit || aside ? <>{aside}{edit}</> : undefined}>
      {isEditing ? (
        <Suspense fallback={<Waiting label={t('tab.loading')} />}>
          <InlineForm while={<Waiting label={t('tab.loading')} />} asked={{ record: change, action: 'changes.edit', fields }} label={label} onClose={close} />
        </Suspense>
      ) : (
        children
      )}
    </Card>
  );
}
