import { Badge } from '@fluentui/react-components';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { itemSchema } from '../../../../shared/configuration/configuration-schema';
import { useText } from '../../lib/session';
import { ItemRelations } from '../lists/ItemRelations';
import { ItemWindows } from '../lists/ItemWindows';
import { UpcomingChanges } from '../lists/UpcomingChanges';
import type { SetupRegister } from '../register';
import type { ItemView } from './types';

export const ITEMS: SetupRegister<ItemView> = {
  practice: 'items',
  icon: <ServerRegular />,
  schema: itemSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'class', 'environment', 'criticality', 'region'] },
    { title: 'setup.form.people', fields: ['ownerId', 'groupId', 'isSecurityRelevant'] },
    { title: 'setup.form.relations', hint: 'setup.form.relations.help', fields: ['serviceIds', 'parentIds'] },
  ],
  initial: () => ({ class: 'server', environment: 'production', criticality: 'medium' }),
  facts: ['class', 'environment', 'criticality', 'region', 'ownerId', 'groupId', 'isSecurityRelevant'],
  Marks: ({ entry }) => <ItemMarks item={entry} />,
  Lead: ({ entry }) => <ItemRelations item={entry} />,
  More: ({ entry }) => (
    <>
      <UpcomingChanges filter="itemId" id={entry.id} />
      <ItemWindows item={entry} />
    </>
  ),
};

/** Class, environment and what is special about an item. */
export function ItemMarks({ item }: { readonly item: ItemView }) {
  const t = useText();
  const isHeavy = item.criticality === 'high' || item.criticality === 'missionCritical';
  return (
    <>
      <Badge appearance="tint" color="informative">
        {t(`itemClass.${item.class}`)}
      </Badge>
      <Badge appearance="tint" color={item.environment === 'production' ? 'brand' : 'informative'}>
        {t(`environment.${item.environment}`)}
      </Badge>
      {isHeavy && (
        <Badge appearance="tint" color="danger">
          {t(`setup.criticality.${item.criticality}`)}
        </Badge>
      )}
      {item.isSecurityRelevant && (
        <Badge appearance="tint" color="warning">
          {t('setup.securityRelevant')}
        </Badge>
      )}
    </>
  );
}
