/** What went wrong when it was not an expected refusal. Mapped once to HTTP and once to Teams. */
export type AppErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'busy' | 'bug';

/** The only exception the domain library throws on purpose. `code` is a text key below `error.`. */
export class AppError extends Error {
  /** What it was about, for logs and for whoever runs Bellhop. */
  readonly detail: string | undefined;

  constructor(
    readonly kind: AppErrorKind,
    readonly code: string,
    options?: { cause?: unknown; detail?: string },
  ) {
    super(options?.detail ? `${code}: ${options.detail}` : code, { cause: options?.cause });
    this.name = 'AppError';
    this.detail = options?.detail;
  }
}
