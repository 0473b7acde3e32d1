/**
 * Done with one press: nothing is asked that the press does not say already. Kept apart from the schemas, which lists do
 * not need; a test compares the two.
 */
export const DIRECT_ACTIONS: readonly string[] = [
  'tickets.take', 'tickets.acceptOffer', 'tickets.start', 'tickets.resume', 'tickets.close', 'tickets.clearPriority', 'tickets.resubmit', 'tickets.watch', 'tickets.unwatch', 'tickets.startTask',
  'changes.submit', 'changes.schedule', 'changes.start', 'changes.close', 'changes.resume', 'changes.withdrawVote', 'changes.unlink',
];
