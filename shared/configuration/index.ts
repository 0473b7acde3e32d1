export { servicesPractice, itemsPractice, seesConfiguration, type Service, type Item } from './configuration';
export { serviceSchema, itemSchema, TIERS, ITEM_CLASSES, ENVIRONMENTS, CRITICALITIES } from './configuration-schema';
export { createItemGraph, type ItemGraph } from './item-graph';
