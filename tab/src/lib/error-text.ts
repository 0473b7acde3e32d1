import type { ApiError } from './api';
import type { Translate } from './texts';

/** What went wrong and what to do, in words. The server's own words where it has some. */
export function errorText(error: ApiError, t: Translate): string {
  if (error.code === 'offline') return t('tab.error.offline');
  if (error.text) return error.text;
  if (error.status === 401) return t('error.unauthenticated');
  if (error.status === 503) return t('error.storage.busy');
  return t('tab.error.unknown');
}
