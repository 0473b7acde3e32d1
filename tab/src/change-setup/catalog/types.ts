import type { OfferingView } from '../../../../shared/catalog/offering-views';
import type { EntryView } from '../../registers/types';

export type OfferingEntry = EntryView & OfferingView;
