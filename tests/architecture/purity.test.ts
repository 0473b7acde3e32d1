// If this fails, a decision depends on the clock, on chance or on the outside world: history no longer replays to the same record.
import ts from 'typescript';
import { filesIn, importsOf, treeOf, visit } from './source-files';

/** Everything that decides, folds, derives or describes. Around it, shared/app and shared/storage hold clock and I/O. */
const PURE_ROOMS = ['kernel', 'strings', 'classifier', 'people', 'sla', 'knowledge', 'configuration', 'approvals', 'scheduling', 'catalog', 'webhooks', 'integration-keys', 'routing', 'automation', 'tickets', 'announcements', 'changes', 'change-templates', 'freeze-exceptions', 'meetings', 'handovers'];
/** The one place where "now" comes from. */
const CLOCK = 'shared/kernel/clock.ts';

const pureFiles = filesIn(...PURE_ROOMS.map((room) => `shared/${room}`)).filter((file) => file !== CLOCK);

const FORBIDDEN_CALLS = new Set([
  'Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'DateTime.now', 'DateTime.local', 'fetch', 'setTimeout', 'setInterval', 'queueMicrotask',
]);

function offense(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && FORBIDDEN_CALLS.has(node.expression.getText())) return `${node.expression.getText()}()`;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process') return node.getText();
  return undefined;
}

test('there is something to check', () => {
  expect(pureFiles.length).toBeGreaterThan(50);
});

test('the domain has no clock, no chance and no timers', () => {
  const found: string[] = [];
  for (const file of pureFiles) {
    visit(treeOf(file), (node) => {
      const what = offense(node);
      if (what) found.push(`${file}: ${what}`);
    });
  }
  expect(found).toEqual([]);
});

test('the domain imports nothing of Node', () => {
  const found = pureFiles.flatMap(importsOf).filter((entry) => entry.package?.startsWith('node:') || entry.package === 'fs' || entry.package === 'crypto');
  expect(found.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('chance comes from a seed everywhere but in the storage, whose retries spread by chance', () => {
  const found: string[] = [];
  for (const file of filesIn('shared').filter((name) => !name.startsWith('shared/storage/'))) {
    visit(treeOf(file), (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'Math.random') found.push(file);
    });
  }
  expect(found).toEqual([]);
});
