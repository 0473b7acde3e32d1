import { Badge } from '@fluentui/react-components';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import { useDates } from '../../lib/now';
import { useText } from '../../lib/session';

type Marked = Pick<TemplateRow, 'state' | 'isUsable' | 'expiresAt'>;

const SOON_MS = 30 * 86_400_000;

/** May it be used now, and until when? */
export function TemplateMarks({ template: { state, isUsable, expiresAt } }: { readonly template: Marked }) {
  const t = useText();
  const dates = useDates();
  const isApproved = state === 'approved' || state === 'renewing';
  const isOver = expiresAt !== undefined && expiresAt <= dates.now;
  const isSoon = !isOver && expiresAt !== undefined && Date.parse(expiresAt) - Date.parse(dates.now) < SOON_MS;
  return (
    <>
      {isUsable ? (
        <Badge appearance="tint" color="success" data-usable="true">
          {t('setup.templates.usable')}
        </Badge>
      ) : (
        isApproved && (
          <Badge appearance="tint" color="warning">
            {t('setup.templates.notUsable')}
          </Badge>
        )
      )}
      {expiresAt && isApproved && (
        <Badge appearance={isSoon || isOver ? 'tint' : 'outline'} color={isOver ? 'danger' : isSoon ? 'warning' : 'informative'}>
          {t(isOver ? 'setup.templates.expired' : 'setup.templates.until', { at: dates.relative(expiresAt) })}
        </Badge>
      )}
    </>
  );
}
