import { useDates } from '../lib/now';
import { Hint } from './Hint';

interface Props {
  readonly at: string;
  readonly className?: string | undefined;
}

/** "2 hours ago", with the exact time on hover and for screen readers. */
export function When({ at, className }: Props) {
  const dates = useDates();
  return (
    <Hint text={dates.exact(at)}>
      <time dateTime={at} className={className}>
        {dates.relative(at)}
      </time>
    </Hint>
  );
}
