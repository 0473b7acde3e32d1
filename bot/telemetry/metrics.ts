import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { practices, type App } from '../../shared/app';
import { readBacklog } from './backlog';
import type { Meter } from './meter';

/** Boundaries in seconds that OpenTelemetry recommends for `http.server.request.duration` and `db.client.operation.duration`. */
const HTTP_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const STORAGE_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];
/** Methods that HTTP knows; everything else a client may make up is one word. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What is looked at when somebody asks. */
export interface MetricSources {
  readonly app: App;
  /** Browsers that follow changes now. */
  readonly openStreams: () => number;
}

export interface Metrics {
  readonly meter: Meter;
  watch(sources: MetricSources): void;
  /** Everything, in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counts in memory, named by the conventions of OpenTelemetry and Prometheus. Loaded only where metrics are wanted. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const requests = new Histogram({
    name: 'http_server_request_duration_seconds', help: 'Requests by method, route and status, from their arrival to the end of the answer.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'], buckets: HTTP_SECONDS, registers,
  });
  const actions = new Counter({ name: 'bellhop_actions_total', help: 'Actions performed, by name and how they ended.', labelNames: ['action', 'outcome', 'code'], registers });
  const calls = new Histogram({
    name: 'db_client_operation_duration_seconds', help: 'Calls of the storage, by operation and what went wrong.', labelNames: ['db_operation_name', 'error_type'], buckets: STORAGE_SECONDS, registers,
  });
  const rows = new Counter({ name: 'bellhop_storage_rows_total', help: 'Rows read or written, by operation.', labelNames: ['db_operation_name'], registers });
  const deliveries = new Counter({ name: 'bellhop_deliveries_total', help: 'Attempts to tell somebody, by channel and how they ended.', labelNames: ['channel', 'outcome'], registers });

  let look = async (): Promise<void> => undefined;

  function watch({ app, openStreams }: MetricSources): void {
    const entries = new Gauge({ name: 'bellhop_backlog_entries', help: 'What waits: outbox entries, deliveries that are due, timers that are overdue. Counted up to 1000.', labelNames: ['queue'], registers });
    const oldest = new Gauge({ name: 'bellhop_backlog_oldest_seconds', help: 'How long the oldest of what waits has been waiting.', labelNames: ['queue'], registers });
    const active = new Gauge({ name: 'bellhop_active_records', help: 'Records that have not ended, in the memory of this process.', labelNames: ['practice'], registers });
    const streams = new Gauge({ name: 'bellhop_open_streams', help: 'Browsers that follow changes at this process.', registers });
    look = async () => {
      for (const { name } of practices) active.set({ practice: name }, app.desk.count(name));
      streams.set(openStreams());
      for (const backlog of await readBacklog(app)) {
        entries.set({ queue: backlog.queue }, backlog.entries ?? Number.NaN);
        oldest.set({ queue: backlog.queue }, backlog.oldestSeconds ?? Number.NaN);
      }
    };
  }

  return {
    watch,
    contentType: register.contentType,
    async text() {
      await look();
      return register.metrics();
    },
    meter: {
      request: (method, route, status, seconds) =>
        requests.observe({ http_request_method: METHODS.has(method) ? method : '_OTHER', http_route: route ?? '', http_response_status_code: status }, seconds),
      action: (action, outcome, code) => actions.inc({ action, outcome, code }),
      storage(operation, errorType, moved, seconds) {
        calls.observe({ db_operation_name: operation, error_type: errorType }, seconds);
        rows.inc({ db_operation_name: operation }, moved);
      },
      delivery: (channel, outcome) => deliveries.inc({ channel, outcome }),
    },
  };
}
