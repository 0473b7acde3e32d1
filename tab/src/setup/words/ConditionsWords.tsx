import { makeStyles } from '@fluentui/react-components';
import type { Conditions } from '../../../../shared/kernel';
import { useSession } from '../../lib/session';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { usePolicyFields } from './policy-fields';

const useStyles = makeStyles({ root: { margin: 0, maxWidth: '78ch' } });

/** Conditions as a sentence; without any they always hold. */
export function ConditionsWords({ value }: { readonly value: Conditions | undefined }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const fields = usePolicyFields(value);
  return <p className={styles.root}>{value ? describeConditions({ t, language, fields }, value) : t('setup.conditions.always')}</p>;
}
