import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ApprovalDefinition, ApproverSource } from '../../../../shared/approvals/approval-policy-schema';
import { useSession } from '../../lib/session';
import { useRecordNames } from '../../registers/names';
import { quorumText, stepName, timesText } from './describe-steps';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  stage: { display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', gap: '2px 10px' },
  number: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  steps: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, display: 'block' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  plain: { margin: 0 },
});

interface Props {
  readonly steps: readonly ApprovalDefinition[] | undefined;
  /** In tables: what comes after how long is left out. */
  readonly isShort?: boolean;
}

/** Who has to decide, stage by stage. */
export function StepsWords({ steps = [], isShort = false }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  if (steps.length === 0) return <p className={styles.plain}>{t('setup.steps.none')}</p>;
  const stages = [...new Set(steps.map(({ stage }) => stage))].sort((left, right) => left - right);
  return (
    <ol className={styles.list}>
      {stages.map((stage, index) => (
        <li key={stage} className={mergeClasses(stages.length > 1 && styles.stage)}>
          {stages.length > 1 && <span className={styles.number}>{t('setup.steps.turn', { number: index + 1 })}</span>}
          <ul className={styles.steps}>
            {steps
              .filter((step) => step.stage === stage)
              .map((step) => (
                <li key={step.id} data-step={step.id}>
                  <Step step={step} isShort={isShort} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Step({ step, isShort }: { readonly step: ApprovalDefinition; readonly isShort: boolean }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const people = useSources(step.from);
  const parts = step.binds?.map((part) => t(`setup.part.${part}`));
  const more = [
    ...timesText(t, step),
    ...(parts ? [t('setup.steps.says.binds', { parts: new Intl.ListFormat(language).format(parts) })] : []),
  ];
  return (
    <>
      <span className={styles.name}>{stepName(t, step.id)}</span> <span>{t('setup.steps.says', { quorum: quorumText(t, step.quorum), people })}</span>
      {!isShort && more.length > 0 && <span className={styles.quiet}>{more.join(' · ')}</span>}
    </>
  );
}

/** "members of Network and the requester’s manager". */
function useSources(sources: readonly ApproverSource[]): string {
  const { t, language, config } = useSession();
  const names = useRecordNames('people', sources.flatMap((source) => (source.kind === 'person' ? [source.personId] : []))) ?? {};
  const words = sources.map((source) => {
    const who =
      source.kind === 'person' ? (names[source.personId] ?? source.personId)
      : source.kind === 'role' ? t(`approverRole.${source.role}`)
      : t(`setup.source.says.${source.part ?? 'members'}`, { group: config.groups.find(({ id }) => id === source.groupId)?.name ?? source.groupId });
    return source.isRequired ? t('setup.source.says.required', { who }) : who;
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
