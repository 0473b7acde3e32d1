import { Link, Switch } from '@fluentui/react-components';
import { RULE_SUBJECTS } from '../../../../shared/automation/rule-schema';
import { EntryRow, useRowListStyles } from '../../setup/pages/EntryRow';
import { ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsRules } from '../access';
import { RULES } from '../kinds/rules';
import type { RuleView } from '../types';
import { triggerText } from '../words/RuleWords';

/** All rules in the order in which they are looked at, with the switch that counts. */
export default function RulesPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me } = useSession();
  return (
    <RegisterPage<RuleView> place={{ page: 'setup', practice: 'automationRules' }} icon={RULES.icon} query={query} canAdd={keepsRules(me)}>
      {(shown) =>
        RULE_SUBJECTS.map((subject) => {
          const own = shown.filter((rule) => rule.subject === subject).sort((a, b) => Number(a.retired) - Number(b.retired) || a.order - b.order);
          return own.length > 0 && <Rules key={subject} title={t(`ruleSubject.${subject}`)} rules={own} />;
        })
      }
    </RegisterPage>
  );
}

function Rules({ title, rules }: { readonly title: string; readonly rules: readonly RuleView[] }) {
  const styles = useRowListStyles();
  const session = useSession();
  const { t } = session;
  const turn = useSwitch();
  return (
    <Sheet title={title} hint={t('rules.order')}>
      <ul className={styles.list} aria-label={title}>
        {rules.map((rule) => (
          <EntryRow
            key={rule.id}
            id={rule.id}
            isRetired={rule.retired}
            name={
              <Link href={href('setup/automationRules', rule.id)} className={styles.link}>
                {rule.name}
              </Link>
            }
            end={
              <Switch
                checked={rule.isEnabled ?? false} disabled={!rule.can.includes('automationRules.change')} label={t(rule.isEnabled ? 'rules.on' : 'rules.off')} aria-label={t('rules.switch', { name: rule.name })}
                onChange={(_event, data) => void turn(rule, data.checked)}
              />
            }
          >
            {`${rule.order} · ${triggerText(rule.when, rule.subject, session)} → ${rule.actions.map(({ action }) => t(`action.${action}`)).join(', ')}`}
          </EntryRow>
        ))}
      </ul>
    </Sheet>
  );
}

function useSwitch() {
  const { api, t, records } = useSession();
  return async (rule: RuleView, isEnabled: boolean): Promise<void> => {
    try {
      const { record, refused } = await api.perform<RuleView>('automationRules.change', { id: rule.id, version: rule.version, isEnabled });
      if (refused) notify({ title: rule.name, body: [refused.text, ...(refused.problems ?? []).map(({ text }) => text)].join(' '), intent: 'error' });
      else records.put(record);
    } catch (error) {
      notify({ title: rule.name, body: errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t), intent: 'error' });
    }
  };
}
