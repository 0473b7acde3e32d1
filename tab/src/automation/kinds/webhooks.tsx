import { Badge } from '@fluentui/react-components';
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
import { webhookSchema } from '../../../../shared/webhooks/webhook-schema';
import type { SetupRegister } from '../../setup/register';
import { useSession, useText } from '../../lib/session';
import { keepsRules } from '../access';
import type { WebhookView } from '../types';
import { Calls } from '../webhooks/Calls';
import { SampleAndKey } from '../webhooks/SampleAndKey';

export const WEBHOOKS: SetupRegister<WebhookView> = {
  practice: 'webhooks',
  icon: <PlugConnectedRegular />,
  schema: webhookSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'address', 'description', 'isEnabled'] },
    { title: 'setup.webhook.key', hint: 'setup.webhook.key.rotate', fields: ['keyVersion', 'keepsFormerKey'] },
  ],
  initial: () => ({}),
  facts: ['address', 'description', 'isEnabled', 'keyVersion', 'keepsFormerKey'],
  seesHistory: keepsRules,
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <Badge appearance="tint" color={entry.isEnabled ? 'success' : 'subtle'}>
        {t(entry.isEnabled ? 'rules.on' : 'rules.off')}
      </Badge>
    );
  },
  More: ({ entry }) => {
    const { me } = useSession();
    if (!keepsRules(me)) return null;
    return (
      <>
        {!entry.retired && <SampleAndKey key={entry.version} id={entry.id} />}
        <Calls id={entry.id} />
      </>
    );
  },
};
