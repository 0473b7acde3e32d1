import { useState } from 'react';
import { rememberFocus } from '../../../lib/focus';
import { latePart } from '../../../lib/late-part';
import { Opening } from '../../../parts/Opening';
import { SlaBadge, type SlaBadgeProps } from '../../SlaBadge';

const WhyDrawer = latePart(() => import('./WhyDrawer'));

/** Opens the explanation of a ticket, and gives the focus back to what opened it. */
export function useWhy(ticketId: string, clockKey?: string): { readonly open: () => void; readonly drawer: React.JSX.Element | undefined } {
  const [giveFocusBack, setOpen] = useState<() => void>();
  const close = (): void => {
    setOpen(undefined);
    // When the panel is gone, so that nothing in it takes the focus back.
    setTimeout(() => giveFocusBack?.());
  };
  return {
    open: () => setOpen(() => rememberFocus()),
    drawer: giveFocusBack && <WhyDrawer while={<Opening onClose={close} />} ticketId={ticketId} clockKey={clockKey} onClose={close} />,
  };
}

interface Props extends Omit<SlaBadgeProps, 'onWhy'> {
  readonly ticketId: string;
  /** The clock to show first; absent: the one that is due next. */
  readonly clockKey?: string | undefined;
}

/** How a promise stands; a press tells why. */
export function WhyBadge({ ticketId, clockKey, ...badge }: Props) {
  const { open, drawer } = useWhy(ticketId, clockKey);
  return (
    <>
      <SlaBadge {...badge} onWhy={open} />
      {drawer}
    </>
  );
}
