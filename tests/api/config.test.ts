// If this fails, Bellhop starts open to strangers, or refuses to start without saying what to set.
import { articleLink, pageLink, ticketLink } from '../../bot/config/links';
import { loadConfig, type Config, type ConfigError } from '../../bot/config/config';

const APP = '33333333-3333-4333-8333-333333333333';
const TENANT = '11111111-1111-4111-8111-111111111111';
const complete = {
  MicrosoftAppId: APP, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: TENANT, TEAMS_APP_ID: '44444444-4444-4444-8444-444444444444',
  PUBLIC_URL: 'https://bellhop.contoso.example/',
};

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    loadConfig(settings);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

it('without any setting it runs for this machine only', () => {
  expect(loadConfig({})).toEqual<Config>({
    port: 3978, host: '127.0.0.1', dataDirectory: '.data', storage: 'embedded', tenant: 'main', isDevelopment: true, publicUrl: 'http://localhost:3978',
    teamsAppId: '00000000-0000-0000-0000-000000000000', microsoftAppId: '', microsoftAppPassword: '', microsoftAppType: 'SingleTenant', tenantId: '',
    clientId: '', administrators: [], readsPresence: false, requestsPerSecond: 0, drainSeconds: 0, webhooks: { secrets: [], hosts: [] }, logLevel: 'info',
  });
});

it('limits requests for everybody but those who try it on their own machine', () => {
  expect(loadConfig(complete).requestsPerSecond).toBe(30);
  expect(loadConfig({ ...complete, BELLHOP_REQUESTS_PER_SECOND: '5' }).requestsPerSecond).toBe(5);
  expect(loadConfig({ ...complete, BELLHOP_REQUESTS_PER_SECOND: '0' }).requestsPerSecond).toBe(0);
});

it('counts and traces nothing unless it is asked to, and counts for this machine only', () => {
  expect(loadConfig(complete)).not.toHaveProperty('metrics');
  expect(loadConfig(complete)).not.toHaveProperty('tracing');
  expect(loadConfig({ ...complete, BELLHOP_METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(loadConfig({ ...complete, BELLHOP_METRICS_PORT: '9464', BELLHOP_METRICS_HOST: '10.0.0.5' }).metrics).toEqual({ host: '10.0.0.5', port: 9464 });
});

it('traces as the variables of OpenTelemetry say', () => {
  const endpoint = { ...complete, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
  expect(loadConfig(endpoint).tracing).toEqual({ serviceName: 'bellhop', ratio: 1, followsCaller: true });
  expect(loadConfig({ ...complete, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example/v1/traces', OTEL_SERVICE_NAME: 'desk' }).tracing?.serviceName).toBe('desk');
  for (const off of [{ OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_EXPORTER: 'none' }]) expect(loadConfig({ ...endpoint, ...off })).not.toHaveProperty('tracing');
  const sampled = (sampler: string, ratio?: string) => loadConfig({ ...endpoint, OTEL_TRACES_SAMPLER: sampler, ...(ratio && { OTEL_TRACES_SAMPLER_ARG: ratio }) }).tracing;
  expect(sampled('parentbased_traceidratio', '0.1')).toMatchObject({ ratio: 0.1, followsCaller: true });
  expect(sampled('traceidratio', '0.25')).toMatchObject({ ratio: 0.25, followsCaller: false });
  expect(sampled('always_off')).toMatchObject({ ratio: 0, followsCaller: false });
});

it('gives balancers time before it stops, everywhere but in development', () => {
  expect([loadConfig(complete).drainSeconds, loadConfig({}).drainSeconds, loadConfig({ ...complete, BELLHOP_DRAIN_SECONDS: '20' }).drainSeconds]).toEqual([5, 0, 20]);
});

it('asks Microsoft Graph who is out of office where that is wanted, and never in development', () => {
  expect(loadConfig({ ...complete, BELLHOP_PRESENCE: 'graph' }).readsPresence).toBe(true);
  expect(loadConfig(complete).readsPresence).toBe(false);
  expect(loadConfig({ BELLHOP_PRESENCE: 'graph' }).readsPresence).toBe(false);
  expect(problemsOf({ BELLHOP_PRESENCE: 'on' })).toEqual([expect.stringContaining('BELLHOP_PRESENCE')]);
});

it.each([{ HOST: '0.0.0.0' }, { HOST: '::' }, { HOST: '192.168.1.20' }, { HOST: 'bellhop.local' }, { HOST: '127.evil.example' }, { NODE_ENV: 'production' }])(
  'without an app id it refuses to start with %j',
  (settings) => {
    expect(problemsOf(settings as Record<string, string>).join('\n')).toMatch(/Set MicrosoftAppId \(or BOT_ID\).*anybody could act as anybody/);
  },
);

it.each([{ HOST: 'localhost' }, { HOST: '::1' }, { HOST: '127.0.0.2' }, { NODE_ENV: 'development' }, { BOT_ID: '', MicrosoftAppId: ' ' }])('%j is development', (settings) => {
  expect(loadConfig(settings as Record<string, string>).isDevelopment).toBe(true);
});

it('with everything set it is never development, also on loopback', () => {
  for (const more of [{}, { HOST: '127.0.0.1' }, { NODE_ENV: 'development' }]) {
    expect(loadConfig({ ...complete, ...more })).toMatchObject({
      isDevelopment: false, microsoftAppId: APP, clientId: APP, tenantId: TENANT, publicUrl: 'https://bellhop.contoso.example', microsoftAppType: 'SingleTenant',
    });
  }
  expect(loadConfig(complete).host).toBe('0.0.0.0');
});

it('names everything that is missing at once', () => {
  const problems = problemsOf({ BOT_ID: APP });
  for (const name of ['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'TEAMS_APP_ID', 'PUBLIC_URL']) {
    expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
  }
});

it.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ BELLHOP_TENANT: 'A:B' }, 'BELLHOP_TENANT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ BELLHOP_REQUESTS_PER_SECOND: 'many' }, 'BELLHOP_REQUESTS_PER_SECOND'],
  [{ BELLHOP_REQUESTS_PER_SECOND: '-1' }, 'BELLHOP_REQUESTS_PER_SECOND'],
  [{ BELLHOP_DRAIN_SECONDS: '301' }, 'BELLHOP_DRAIN_SECONDS'],
  [{ BELLHOP_METRICS_PORT: 'yes' }, 'BELLHOP_METRICS_PORT'],
  [{ BELLHOP_METRICS_PORT: '3978', PORT: '3978' }, 'BELLHOP_METRICS_PORT'],
  [{ BELLHOP_METRICS_HOST: '0.0.0.0' }, 'BELLHOP_METRICS_HOST'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_TRACES_SAMPLER: 'often' }, 'OTEL_TRACES_SAMPLER'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG'],
  [{ BELLHOP_WEBHOOK_KEY: 'short' }, 'BELLHOP_WEBHOOK_KEY must have at least 32'],
  [{ BELLHOP_WEBHOOK_KEY_FORMER: 'a secret that is long enough for it' }, 'set that, too'],
  [{ BELLHOP_WEBHOOK_HOSTS: 'https://stock.example' }, 'BELLHOP_WEBHOOK_HOSTS'],
  [{ ...complete, MicrosoftAppType: 'Anything' }, 'MicrosoftAppType'],
  [{ ...complete, MicrosoftAppId: 'my-bot' }, 'MicrosoftAppId'],
  [{ ...complete, PUBLIC_URL: 'http://bellhop.contoso.example' }, 'PUBLIC_URL'],
  [{ ...complete, AAD_APP_CLIENT_ID: 'tab' }, 'AAD_APP_CLIENT_ID'],
])('%j is refused, naming %s', (settings, name) => {
  expect(problemsOf(settings as unknown as Record<string, string>)).toEqual([expect.stringContaining(name)]);
});

it('a managed identity needs no password', () => {
  const { MicrosoftAppPassword: _password, ...rest } = complete;
  expect(loadConfig({ ...rest, MicrosoftAppType: 'userassignedmsi' }).microsoftAppType).toBe('UserAssignedMSI');
});

it('never tells a secret', () => {
  const error = (() => {
    try {
      return loadConfig({ ...complete, MicrosoftAppPassword: 'very-secret', PORT: 'x' });
    } catch (thrown) {
      return thrown as Error;
    }
  })();
  expect(String((error as Error).message)).not.toContain('very-secret');
});

it('administrators are read in any notation', () => {
  expect(loadConfig({ BELLHOP_ADMINS: 'Erik@Contoso.example; AAAAAAAA-0000-4000-8000-000000000001,x@y.example' }).administrators).toEqual([
    'erik@contoso.example', 'aaaaaaaa-0000-4000-8000-000000000001', 'x@y.example',
  ]);
});

it('links lead into Teams, and into the browser in development', () => {
  const config = loadConfig(complete);
  const link = new URL(ticketLink(config, 'INC0000123'));
  expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${complete.TEAMS_APP_ID}/bellhop`);
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'INC0000123' });
  expect(link.searchParams.get('webUrl')).toBe('https://bellhop.contoso.example/tab/#/tickets/INC0000123');
  const local = loadConfig({});
  expect(ticketLink(local, 'INC0000123')).toBe('http://localhost:3978/tab/#/tickets/INC0000123');
  expect(articleLink(local, 'ART0000001')).toBe('http://localhost:3978/tab/#/knowledge/ART0000001');
  expect(pageLink(local, 'queue')).toBe('http://localhost:3978/tab/#/queue');
});
