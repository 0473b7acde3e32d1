import type { Topic } from '../../catalog/catalog-schema';

/** Which topics of the shipped classifier categories of the demo company stand for; the other topics have no place here. */
export const TOPICS_OF: Readonly<Record<string, Topic>> = {
  hardware: 'hardware',
  identity: 'access',
  'identity.privileged-access': 'administrativeRights',
  'server.storage': 'storage',
  'business.hr': 'hrSupport',
};
