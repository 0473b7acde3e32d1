import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import type { ExceptionRow } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import type { RecordView } from '../../../../shared/kernel';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { Row } from '../../lists/row-list';
import type { ListKind } from '../../lists/use-row-list';
import type { PersonEntry } from '../kinds/handling';
import type { ItemView } from '../kinds/types';

function kindOf<R extends Row>(practice: string): ListKind<R> {
  return {
    practice,
    rowOf: ({ timeline: _timeline, ...row }: RecordView & { readonly timeline?: unknown }) => row as unknown as Partial<R>,
    arrivedText: ({ t }, arrived) => t('setup.arrived', { count: arrived.length }),
  };
}

export const ITEM_ROWS = kindOf<ItemView>('items');
export const PEOPLE_ROWS = kindOf<PersonEntry>('people');
export const CHANGE_ROWS = kindOf<ChangeRow>('changes');
export const TEMPLATE_ROWS = kindOf<TemplateRow>('changeTemplates');
export const EXCEPTION_ROWS = kindOf<ExceptionRow>('freezeExceptions');
