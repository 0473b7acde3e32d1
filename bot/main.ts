import path from 'node:path';
import { parseArgs } from 'node:util';
import pino, { type Logger } from 'pino';
import { createApp, type App } from '../shared/app';
import { seedDemo } from '../shared/demo';
import { openStorage } from '../shared/storage';
import { ConfigError, loadConfig, type Config } from './config/config';
import { startJobs } from './jobs';
import { createServer } from './server';
import { createBot } from './teams';

/** dist/bot -> dist/tab, where the build puts the tab. */
const TAB_DIRECTORY = path.resolve(__dirname, '../tab');

const { values: args } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, empty: { type: 'boolean', default: false } },
});

/** An empty embedded store in development becomes the demo company, so that a first start shows a running service desk. */
async function seedIfNew(app: App, config: Config): Promise<void> {
  const isWanted = config.isDevelopment && config.storage === 'embedded' && !args.empty && app.desk.count('people') === 0;
  if (!isWanted) return;
  const show = process.stderr.isTTY;
  await seedDemo(app, {
    seed: Number(args.seed),
    now: app.clock.now(),
    onProgress: (done, total) => show && process.stderr.write(`\rSeeding the demo company: ${Math.round((done / total) * 100)} %`),
  });
  process.stderr.write(`${show ? '\r' : ''}Seeded the demo company: ${app.desk.count('people')} people, ${app.desk.count('tickets')} open tickets.\n`);
}

/** Ends once, in the order that loses nothing: no new requests, running ones and notifications finished, store closed. */
function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

async function main(): Promise<void> {
  const config = loadConfig();
  const log = pino({ level: config.logLevel });
  const { storage, blobs } = await openStorage(config.storage, config.dataDirectory);
  const app = await createApp({ storage, blobs, tenant: config.tenant });
  await seedIfNew(app, config);
  const bot = createBot({ app, config, log });
  const server = createServer({ app, config, log, bot, tabDirectory: TAB_DIRECTORY });
  const jobs = startJobs({ app, bot, config, log });
  stopOnSignals(async () => {
    await server.close();
    await jobs.stop();
    await storage.close();
  }, log);
  const address = await server.listen();
  log.info({ address, isDevelopment: config.isDevelopment }, 'Bellhop is listening');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
