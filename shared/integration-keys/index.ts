export { hashesNow, integrationKeyIn, KEYS_PRACTICE, limitsOf, stateOf, type IntegrationKey, type IntegrationKeyEvent, type RecordedKeyEvent } from './integration-key';
export { defineIntegrationKeys, keepsKeys, MOST_ACTIVE_KEYS } from './integration-keys-practice';
export type { KeyVocabulary } from './key-scopes';
