import type { OfferingCare, OfferingFacts } from '../../../../shared/catalog/offering-views';
import type { EntryView } from '../../registers/types';

export type OfferingEntry = EntryView & OfferingFacts & Partial<OfferingCare>;
