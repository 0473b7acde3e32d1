const { default: Sequencer } = require('@jest/test-sequencer');

/** These take longest, and come first: begun last, one of them would keep everybody waiting while the other processors rest. */
const LONGEST = [
  'unit/classifier/real-tickets', 'bot/card-storm', 'flows/backup', 'flows/cli', 'bot/delivery-faults', 'unit/sla/properties', 'flows/sla-cli', 'flows/replay-log',
  'unit/changes/model-check', 'api/process', 'bot/sudden-death', 'api/recompute', 'flows/automation', 'flows/approval-races', 'flows/classify-cli',
  'tab/changes', 'tab/looks', 'tab/levels', 'tab/setup', 'tab/planning',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/tests/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
};

/** The order in which test files begin; those that are not named as Jest would have them. */
module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((left, right) => placeOf(left) - placeOf(right));
  }
};
