import type { Conditions } from '../../../../shared/kernel';
import { useSession } from '../../lib/session';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { useRuleFields } from './rule-fields';

/** For which tickets a routing rule is, as a sentence. */
export function RuleWords({ value }: { readonly value: Conditions | undefined }) {
  const { t, language } = useSession();
  const fields = useRuleFields();
  return <span>{describeConditions({ t, language, fields }, value ?? [])}</span>;
}
