import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { createApp, type App } from '../shared/app';
import { systemActor } from '../shared/kernel';
import { seedDemo } from '../shared/demo';
import { AppError } from '../shared/kernel';
import { openStorage } from '../shared/storage';
import { ConfigError, loadConfig, type Config } from './config/config';
import { startJobs } from './jobs';
import { createGraphPresence, graphToken } from './presence';
import { createServer } from './server';
import { createBot } from './teams';
import { createLog, startTelemetry } from './telemetry';

/** dist/bot -> dist/tab, where the build puts the tab. */
const TAB_DIRECTORY = path.resolve(__dirname, '../tab');

interface Arguments {
  /** Another number makes another history of the demo company. */
  readonly seed: number;
  readonly isEmpty: boolean;
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, empty: { type: 'boolean', default: false } } });
    if (!/^\d{1,9}$/.test(values.seed)) throw new Error(`--seed takes a whole number, not "${values.seed}".`);
    return { seed: Number(values.seed), isEmpty: values.empty };
  } catch (error) {
    throw new ConfigError([(error as Error).message]);
  }
}

/** An empty embedded store in development becomes the demo company, so that a first start shows a running service desk. */
async function seedIfNew(app: App, config: Config, { seed, isEmpty }: Arguments): Promise<void> {
  const isWanted = config.isDevelopment && config.storage === 'embedded' && !isEmpty && app.desk.count('people') === 0;
  if (!isWanted) return;
  const show = process.stderr.isTTY;
  await seedDemo(app, {
    seed,
    now: app.clock.now(),
    onProgress: (done, total) => show && process.stderr.write(`\rSeeding the demo company: ${Math.round((done / total) * 100)} %`),
  });
  process.stderr.write(`${show ? '\r' : ''}Seeded the demo company: ${app.desk.count('people')} people, ${app.desk.count('tickets')} open tickets.\n`);
}

/**
 * In development nobody signs in with an account, so an empty store would have nobody who may set it up. In production the
 * first sign-in of somebody named in BELLHOP_ADMINS does this.
 */
async function addFirstAdministrator(app: App, config: Config, log: Logger): Promise<void> {
  if (!config.isDevelopment || app.desk.count('people') > 0) return;
  const input = { name: 'Administrator', mail: 'administrator@localhost', roles: ['administrator'] };
  const added = await app.perform({ action: 'people.add', input, actor: systemActor('seed'), idempotencyKey: 'first-administrator' });
  if ('record' in added) log.info({ id: added.record.id }, 'an administrator was added to the empty store');
}

/** Ends once, in the order that loses nothing: not ready, then no new requests, running ones and notifications finished, store closed. */
function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

async function main(): Promise<void> {
  const args = readArguments();
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const telemetry = startTelemetry(config, log);
  const { storage, blobs } = await openStorage(config.storage, config.dataDirectory);
  const app = await createApp({ storage: telemetry.observed(storage), blobs, tenant: config.tenant, onPerform: telemetry.onPerform });
  await seedIfNew(app, config, args);
  await addFirstAdministrator(app, config, log);
  const bot = createBot({ app, config, log });
  const server = createServer({ app, config, log, bot, meter: telemetry.meter, tabDirectory: TAB_DIRECTORY });
  const presence = config.readsPresence ? createGraphPresence({ token: await graphToken(config) }) : undefined;
  const jobs = startJobs({ app, bot, config, log, presence, meter: telemetry.meter });
  stopOnSignals(async () => {
    await server.close();
    await jobs.stop();
    await storage.close();
    await telemetry.stop();
  }, log);
  const metrics = await telemetry.serve({ app, openStreams: server.openStreams });
  const address = await server.listen();
  log.info({ address, isDevelopment: config.isDevelopment, ...(metrics && { metrics }), isTraced: config.tracing !== undefined }, 'Bellhop is listening');
}

/** What whoever started it can do something about, in words; everything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof AppError && error.kind !== 'bug') return `Bellhop cannot open its storage. ${error.message}`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} needs more rights than this user has. Set PORT to a number above 1024.`;
  return String(error instanceof Error ? error.stack : error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
