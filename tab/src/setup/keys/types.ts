import type { IntegrationKeyView } from '../../../../shared/integration-keys/integration-key-views';
import type { EntryView } from '../../registers/types';

export type KeyEntry = EntryView & IntegrationKeyView;
