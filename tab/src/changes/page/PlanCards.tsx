import { makeStyles } from '@fluentui/react-components';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useSession } from '../../lib/session';
import { EditableCard } from './Card';
import { TextPart } from './TextPart';

interface Props {
  readonly change: ChangeView;
}

const useStyles = makeStyles({
  plans: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', columnGap: '28px', rowGap: '16px' },
  wide: { gridColumn: '1 / -1' },
});

/** What it is about, and why. */
export function AboutCard({ change }: Props) {
  const { t } = useSession();
  const isLocked = (field: string): boolean => change.lockedFields.includes(field);
  return (
    <EditableCard title={t('changePage.part.about')} change={change} fields={['title', 'description', 'reason', 'impact', 'reach', 'isOutage', 'outageMinutes', 'isVendorInvolved']} testId="about">
      <TextPart label={t('field.change.reason')} text={change.reason} />
      {change.emergencyReason && <TextPart label={t('field.change.emergencyReason')} text={t(`emergencyReason.${change.emergencyReason}`)} />}
      {change.description && <TextPart label={t('field.change.description')} text={change.description} />}
      <TextPart label={t('field.change.impact')} text={change.impact} isLocked={isLocked('impact')} />
    </EditableCard>
  );
}

/** How it is done, how one knows that it worked, how to get back. */
export function PlanCard({ change }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const isLocked = (field: string): boolean => change.lockedFields.includes(field);
  return (
    <EditableCard title={t('changePage.part.plan')} change={change} fields={['implementationPlan', 'testPlan', 'backoutPlan', 'isBackoutTested']} testId="plan">
      <div className={styles.plans}>
        <div className={styles.wide}>
          <TextPart label={t('field.change.implementationPlan')} text={change.implementationPlan} isLocked={isLocked('implementationPlan')} />
        </div>
        <TextPart label={t('field.change.testPlan')} text={change.testPlan} isLocked={isLocked('testPlan')} />
        <TextPart
          label={`${t('field.change.backoutPlan')}${change.isBackoutTested === undefined ? '' : ` · ${t(change.isBackoutTested ? 'changePage.backoutTested' : 'changePage.backoutUntested')}`}`}
          text={change.backoutPlan}
          isLocked={isLocked('backoutPlan')}
        />
      </div>
    </EditableCard>
  );
}
