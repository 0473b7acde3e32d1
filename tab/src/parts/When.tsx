import { Tooltip } from '@fluentui/react-components';
import { useDates } from '../lib/now';

interface Props {
  readonly at: string;
  readonly className?: string | undefined;
}

/** "2 hours ago", with the exact time on hover and for screen readers. */
export function When({ at, className }: Props) {
  const dates = useDates();
  return (
    <Tooltip content={dates.exact(at)} relationship="description" withArrow>
      <time dateTime={at} className={className}>
        {dates.relative(at)}
      </time>
    </Tooltip>
  );
}
