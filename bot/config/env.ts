/** The settings as text, under the names that administrators and the Microsoft 365 toolkit use. Nothing is decided here. */
export interface Env {
  readonly port: string | undefined;
  readonly host: string | undefined;
  readonly dataDirectory: string | undefined;
  readonly storage: string | undefined;
  readonly tenant: string | undefined;
  readonly publicUrl: string | undefined;
  readonly microsoftAppId: string | undefined;
  readonly microsoftAppPassword: string | undefined;
  readonly microsoftAppType: string | undefined;
  readonly microsoftAppTenantId: string | undefined;
  readonly teamsAppId: string | undefined;
  readonly clientId: string | undefined;
  readonly administrators: string | undefined;
  readonly playgroundUrl: string | undefined;
  readonly webhookKey: string | undefined;
  readonly formerWebhookKey: string | undefined;
  readonly webhookHosts: string | undefined;
  readonly presence: string | undefined;
  readonly requestsPerSecond: string | undefined;
  readonly drainSeconds: string | undefined;
  readonly metricsPort: string | undefined;
  readonly metricsHost: string | undefined;
  readonly otlpEndpoint: string | undefined;
  readonly otlpTracesEndpoint: string | undefined;
  readonly otlpProtocol: string | undefined;
  readonly otelDisabled: string | undefined;
  readonly tracesExporter: string | undefined;
  readonly sampler: string | undefined;
  readonly samplerRatio: string | undefined;
  readonly serviceName: string | undefined;
  readonly logLevel: string | undefined;
  readonly nodeEnv: string | undefined;
}

/** Reads the environment; an empty value counts as absent. Where two names are given, the first one wins. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const read = (...names: string[]): string | undefined => names.map((name) => source[name]?.trim()).find((value) => value);
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDirectory: read('DATA_DIR'),
    storage: read('BELLHOP_STORAGE'),
    tenant: read('BELLHOP_TENANT'),
    publicUrl: read('PUBLIC_URL'),
    microsoftAppId: read('MicrosoftAppId', 'BOT_ID'),
    microsoftAppPassword: read('MicrosoftAppPassword', 'SECRET_BOT_PASSWORD'),
    microsoftAppType: read('MicrosoftAppType'),
    microsoftAppTenantId: read('MicrosoftAppTenantId'),
    teamsAppId: read('TEAMS_APP_ID'),
    clientId: read('AAD_APP_CLIENT_ID'),
    administrators: read('BELLHOP_ADMINS'),
    playgroundUrl: read('BELLHOP_PLAYGROUND_URL'),
    webhookKey: read('BELLHOP_WEBHOOK_KEY'),
    formerWebhookKey: read('BELLHOP_WEBHOOK_KEY_FORMER'),
    webhookHosts: read('BELLHOP_WEBHOOK_HOSTS'),
    presence: read('BELLHOP_PRESENCE'),
    requestsPerSecond: read('BELLHOP_REQUESTS_PER_SECOND'),
    drainSeconds: read('BELLHOP_DRAIN_SECONDS'),
    metricsPort: read('BELLHOP_METRICS_PORT'),
    metricsHost: read('BELLHOP_METRICS_HOST'),
    otlpEndpoint: read('OTEL_EXPORTER_OTLP_ENDPOINT'),
    otlpTracesEndpoint: read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'),
    otlpProtocol: read('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'),
    otelDisabled: read('OTEL_SDK_DISABLED'),
    tracesExporter: read('OTEL_TRACES_EXPORTER'),
    sampler: read('OTEL_TRACES_SAMPLER'),
    samplerRatio: read('OTEL_TRACES_SAMPLER_ARG'),
    serviceName: read('OTEL_SERVICE_NAME'),
    logLevel: read('LOG_LEVEL'),
    nodeEnv: read('NODE_ENV'),
  };
}
