import { Badge, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { POLICY_SUBJECTS } from '../../../../shared/approvals/approval-policy-schema';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsSetup } from '../access';
import { POLICIES } from '../kinds/policies';
import type { PolicyView } from '../kinds/types';
import { usePolicyFields } from '../words/policy-fields';
import { StepsWords } from '../words/StepsWords';
import { TryOut } from './TryOut';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', '@media (max-width: 719px)': { display: 'block' } },
  headRow: { '@media (max-width: 719px)': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { '@media (max-width: 719px)': { display: 'block' } },
  head: { textAlign: 'left', padding: '6px 8px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  order: { width: '56px' },
  row: { '@media (max-width: 719px)': { display: 'block', padding: '8px 10px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  cell: {
    padding: '10px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, verticalAlign: 'top', overflowWrap: 'anywhere',
    '@media (max-width: 719px)': { display: 'block', borderTopStyle: 'none', padding: '3px 0' },
  },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  link: { fontWeight: tokens.fontWeightSemibold },
  holds: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorNeutralBackground2 },
  description: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const NOTHING_HOLDS: ReadonlySet<string> = new Set();

/** Who has to decide about what, as the decision tables they are. */
export default function PoliciesPage({ query }: { readonly query: URLSearchParams }) {
  const { me } = useSession();
  return (
    <RegisterPage<PolicyView> place={{ page: 'setup', practice: 'approvalPolicies' }} icon={POLICIES.icon} query={query} canAdd={keepsSetup(me)}>
      {(shown, all) => <Policies shown={shown} all={all} />}
    </RegisterPage>
  );
}

function Policies({ shown, all }: { readonly shown: readonly PolicyView[]; readonly all: readonly PolicyView[] }) {
  const [holding, setHolding] = useState<ReadonlySet<string>>(NOTHING_HOLDS);
  return (
    <>
      {all.some(({ subject, retired }) => subject === 'changes' && !retired) && <TryOut policies={all} onHolding={setHolding} />}
      {POLICY_SUBJECTS.map((subject) => {
        const own = shown.filter((policy) => policy.subject === subject);
        const tables = [...new Set(own.map(({ table }) => table))].sort();
        return tables.map((table) => (
          <DecisionTable key={`${subject} ${table}`} subject={subject} table={table} rows={own.filter((policy) => policy.table === table)} holding={holding} />
        ));
      })}
    </>
  );
}

interface TableProps {
  readonly subject: string;
  readonly table: string;
  readonly rows: readonly PolicyView[];
  /** Rows that hold for what is being tried. */
  readonly holding: ReadonlySet<string>;
}

function DecisionTable({ subject, table, rows, holding }: TableProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const fields = usePolicyFields(...rows.map(({ conditions }) => conditions));
  const inOrder = [...rows].sort((left, right) => Number(left.retired) - Number(right.retired) || left.order - right.order);
  return (
    <Sheet title={t('setup.policies.table', { subject: t(`policySubject.${subject}`), table })} hint={t('setup.policies.first')}>
      <table className={styles.table} aria-label={t('setup.policies.table', { subject: t(`policySubject.${subject}`), table })} data-table={table}>
        <thead className={styles.headRow}>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.order)}>
              {t('setup.policies.order')}
            </th>
            {(['row', 'when', 'who'] as const).map((name) => (
              <th key={name} scope="col" className={styles.head}>
                {t(`setup.policies.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {inOrder.map((policy) => (
            <tr key={policy.id} className={mergeClasses(styles.row, holding.has(policy.id) && styles.holds)} data-policy={policy.id}>
              <td className={mergeClasses(styles.cell, styles.number)}>{policy.order}</td>
              <td className={styles.cell}>
                <Link href={href('setup/approvalPolicies', policy.id)} className={styles.link}>
                  {policy.name}
                </Link>{' '}
                {policy.retired && <Badge appearance="outline">{t('register.retired')}</Badge>}
                {holding.has(policy.id) && <Badge appearance="tint">{t('setup.try.holds')}</Badge>}
                {policy.description && <span className={styles.description}>{policy.description}</span>}
              </td>
              <td className={styles.cell}>{policy.conditions ? describeConditions({ t, language, fields }, policy.conditions) : t('setup.conditions.always')}</td>
              <td className={styles.cell}>
                <StepsWords steps={policy.steps} isShort />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
