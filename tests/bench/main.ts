import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { ROOT } from './server';
import { asMarkdown, type Table } from './table';

/** Loaded one by one: the emulator and the browser driver must not sit in the process that measures something else. */
const AREAS: Readonly<Record<string, () => Promise<readonly Table[]>>> = {
  storage: async () => (await import('./areas/storage-calls.js')).measureStorageCalls(),
  cost: async () => (await import('./areas/cost.js')).measureCost(),
  writes: async () => (await import('./areas/writes.js')).measureWrites(),
  queue: async () => (await import('./areas/queue.js')).measureQueue(),
  chat: async () => (await import('./areas/chat.js')).measureChat(),
  import: async () => (await import('./areas/import.js')).measureImport(),
  sla: async () => (await import('./areas/sla.js')).measureSla(),
  routing: async () => (await import('./areas/routing.js')).measureRouting(),
  similar: async () => (await import('./areas/similar.js')).measureSimilar(),
  changes: async () => (await import('./areas/changes.js')).measureChanges(),
  automation: async () => (await import('./areas/automation.js')).measureAutomation(),
  classifier: async () => (await import('./areas/classifier.js')).measureClassifier(),
  stream: async () => (await import('./areas/stream.js')).measureStream(),
  telemetry: async () => (await import('./areas/telemetry.js')).measureTelemetry(),
  tab: async () => (await import('./areas/tab.js')).measureTab(),
  compare: async () => (await import('./areas/compare.js')).measureComparison(),
};
/** Only when it is named: it needs another ticket system on this machine. */
const ASKED_FOR = new Set(['compare']);

function machine(): string {
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, ${new Date().toISOString().slice(0, 10)}`;
}

/** Replaces the section of one area in docs/benchmarks.md, so that figures and the command that made them stay together. */
function writeSection(area: string, text: string): void {
  const file = path.join(ROOT, 'docs/benchmarks.md');
  const [begin, end] = [`<!-- ${area} -->`, `<!-- /${area} -->`];
  const page = readFileSync(file, 'utf8');
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`docs/benchmarks.md has no section ${begin}`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${text}\n${page.slice(to)}`);
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((area) => !(area in AREAS));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`);
  for (const [area, measure] of Object.entries(AREAS)) {
    if (wanted.length > 0 ? !wanted.includes(area) : ASKED_FOR.has(area)) continue;
    process.stderr.write(`${area} …\n`);
    const text = [`Measured on ${machine()}.`, '', ...(await measure()).map(asMarkdown)].join('\n');
    process.stdout.write(`${text}\n`);
    if (args.includes('--write')) writeSection(area, text);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
