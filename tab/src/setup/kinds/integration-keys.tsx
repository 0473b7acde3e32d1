import { Badge } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { integrationKeySchema, keyVersionSchema, newIntegrationKeySchema, SUGGESTED_DAYS } from '../../../../shared/integration-keys/integration-key-schema';
import { useText } from '../../lib/session';
import { showSecret } from '../keys/fresh-secret';
import { KeyButtons } from '../keys/KeyButtons';
import { KeyLead } from '../keys/KeyLead';
import { ActionsControl, ReadsControl } from '../keys/ScopeControls';
import { ActionsWords, ReadsWords } from '../keys/ScopeWords';
import type { KeyEntry } from '../keys/types';
import type { SetupRegister } from '../register';

const COLORS = { active: 'success', expiring: 'warning', expired: 'danger', personLeft: 'danger' } as const;

const SECTIONS = [
  { title: 'setup.form.basics', fields: ['name', 'description'] },
  { title: 'setup.integrationKeys.scopes', hint: 'setup.integrationKeys.scopes.help', fields: ['reads', 'actions'] },
];

export const INTEGRATION_KEYS: SetupRegister<KeyEntry> = {
  practice: 'integrationKeys',
  icon: <KeyRegular />,
  schema: integrationKeySchema,
  sections: SECTIONS,
  adding: {
    schema: newIntegrationKeySchema,
    sections: [...SECTIONS, { title: 'setup.integrationKeys.validity', fields: ['personId', 'days'] }],
    onAdded: ({ record, secret }) => showSecret(record.id, secret),
  },
  controls: { reads: { Control: ReadsControl, isLabelled: true }, actions: { Control: ActionsControl, isLabelled: true } },
  initial: () => ({ days: SUGGESTED_DAYS }),
  facts: ['description'],
  recorded: keyVersionSchema,
  words: { reads: ReadsWords, actions: ActionsWords },
  Marks: ({ entry: { state, isExpiring } }) => {
    const t = useText();
    // That it is out of use stands there already.
    if (state === 'revoked') return null;
    const shown = state === 'active' && isExpiring ? 'expiring' : state;
    return <Badge appearance="tint" color={COLORS[shown]}>{t(`setup.integrationKeys.state.${shown}`)}</Badge>;
  },
  Lead: KeyLead,
  Buttons: KeyButtons,
};
