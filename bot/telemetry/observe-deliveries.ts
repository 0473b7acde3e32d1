import type { ClaimedDelivery, Deliveries } from '../../shared/app';
import type { DeliveryOutcome, Meter } from './meter';

/** The same deliveries; how each attempt ended is counted. */
export function observeDeliveries(deliveries: Deliveries, meter: Meter): Deliveries {
  const count = ({ delivery }: ClaimedDelivery, outcome: DeliveryOutcome): void => meter.delivery(delivery.target.to, outcome);
  return {
    ...deliveries,
    async finish(claimed, state, ...more) {
      await deliveries.finish(claimed, state, ...more);
      count(claimed, state);
    },
    async divert(claimed, ...more) {
      await deliveries.divert(claimed, ...more);
      count(claimed, 'diverted');
    },
    async postpone(claimed, ...more) {
      await deliveries.postpone(claimed, ...more);
      count(claimed, 'postponed');
    },
    async wait(claimed, ...more) {
      await deliveries.wait(claimed, ...more);
      count(claimed, 'waiting');
    },
  };
}
