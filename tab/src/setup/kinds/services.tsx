import { Badge } from '@fluentui/react-components';
import { AppsListDetailRegular } from '@fluentui/react-icons/svg/apps-list-detail';
import { serviceSchema } from '../../../../shared/configuration/configuration-schema';
import { useText } from '../../lib/session';
import type { SetupRegister } from '../register';
import { ServiceItems } from '../lists/ServiceItems';
import { UpcomingChanges } from '../lists/UpcomingChanges';
import type { ServiceView } from './types';

export const SERVICES: SetupRegister<ServiceView> = {
  practice: 'services',
  icon: <AppsListDetailRegular />,
  schema: serviceSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'nameDe', 'description'] },
    { title: 'setup.form.weight', hint: 'setup.form.weight.help', fields: ['tier', 'users', 'isRegulated'] },
    { title: 'setup.form.people', fields: ['ownerId', 'groupId'] },
  ],
  initial: () => ({ tier: 'tier2' }),
  facts: ['nameDe', 'description', 'tier', 'users', 'isRegulated', 'ownerId', 'groupId'],
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <>
        <Badge appearance="tint" color={entry.tier === 'tier1' ? 'brand' : 'informative'}>
          {t(`tier.${entry.tier}`)}
        </Badge>
        {entry.isRegulated && (
          <Badge appearance="tint" color="warning">
            {t('setup.regulated')}
          </Badge>
        )}
      </>
    );
  },
  More: ({ entry }) => (
    <>
      <ServiceItems serviceId={entry.id} />
      <UpcomingChanges filter="serviceId" id={entry.id} />
    </>
  ),
};
