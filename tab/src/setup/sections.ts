/** Everything below `#/setup`, in the order and groups in which people look for it. */
export const GROUPS = [
  { name: 'told', sections: ['announcements'] },
  { name: 'catalog', sections: ['offerings'] },
  { name: 'assigning', sections: ['routingRules', 'groups', 'shifts', 'people', 'categories', 'classifier', 'skills'] },
  { name: 'automatic', sections: ['automationRules', 'macros', 'cannedResponses', 'recurringTickets', 'webhooks', 'integrationKeys', 'ruleRuns'] },
  { name: 'what', sections: ['services', 'items'] },
  { name: 'when', sections: ['freezes', 'maintenanceWindows', 'freezeExceptions'] },
  { name: 'who', sections: ['approvalPolicies', 'boards'] },
  { name: 'how', sections: ['changeTemplates', 'scores', 'audit', 'undelivered'] },
  { name: 'desk', sections: ['settings'] },
] as const;

export type Section = (typeof GROUPS)[number]['sections'][number];

/** Pages that are one page: there are no entries below them. */
const PLAIN = ['scores', 'audit', 'ruleRuns', 'freezeExceptions', 'settings', 'classifier', 'undelivered'] as const satisfies readonly Section[];

export const hasEntries = (section: Section): section is Exclude<Section, (typeof PLAIN)[number]> => !(PLAIN as readonly string[]).includes(section);

const SECTIONS: readonly Section[] = GROUPS.flatMap(({ sections }) => [...sections]);

/** Numbers lead to the register they belong to, so that a link needs nothing but the number. */
const PREFIXES: Readonly<Record<string, Section>> = {
  ANN: 'announcements', SVC: 'services', CIT: 'items', FRZ: 'freezes', MWI: 'maintenanceWindows', FEX: 'freezeExceptions', POL: 'approvalPolicies', BRD: 'boards', TPL: 'changeTemplates', OFR: 'offerings',
  RTE: 'routingRules', GRP: 'groups', SHF: 'shifts', CAT: 'categories', PER: 'people', SKL: 'skills',
  RUL: 'automationRules', MAC: 'macros', CAN: 'cannedResponses', RCT: 'recurringTickets', WHK: 'webhooks', KEY: 'integrationKeys', SET: 'settings',
};

export interface Place {
  readonly section: Section;
  readonly entry?: string | undefined;
}

/** `items`, `items/CIT0000001` and `CIT0000001` as a place; what is unknown leads to the first section. */
export function placeOf(id: string | undefined, sub: string | undefined): Place {
  const section = SECTIONS.find((name) => name === id);
  if (section) return { section, entry: sub };
  const own = id && PREFIXES[id.slice(0, 3)];
  return own ? { section: own, entry: id } : { section: 'announcements' };
}
