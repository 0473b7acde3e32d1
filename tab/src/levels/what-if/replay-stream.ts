import type { ReplayView } from '../../../../shared/sla/replay-views';
import { ApiError, type Api, type RefusedView } from '../../lib/api';

/** What would be asked: an agreement or a calendar as it might become. */
export interface WhatIfDraft {
  readonly agreement?: Readonly<Record<string, unknown>>;
  readonly calendar?: Readonly<Record<string, unknown>>;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Line {
  readonly progress?: Progress;
  readonly result?: ReplayView;
  readonly refused?: RefusedView;
  readonly error?: { readonly code: string; readonly text?: string };
}

/** Runs the past under the draft; the answer comes in lines, so that progress is seen and leaving ends the work. */
export async function replay(api: Api, body: WhatIfDraft & { readonly days: number }, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<ReplayView> {
  const response = await api.ask('/api/service-levels/replay', body, signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let result: ReplayView | undefined;
  const take = (text: string): void => {
    if (!text.trim()) return;
    const line = JSON.parse(text) as Line;
    if (line.progress) onProgress(line.progress);
    if (line.result) result = line.result;
    const failed = line.refused ?? line.error;
    if (failed) throw new ApiError(failed.code, failed.text ?? '', 422, undefined, line.refused?.problems);
  };
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    const lines = (rest + next.value).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  }
  take(rest);
  if (!result) throw new ApiError('offline', '', 0);
  return result;
}
