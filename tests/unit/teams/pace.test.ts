// If this fails, Bellhop writes to Teams faster than Teams takes it, and is throttled for everybody.
import { createPace } from '../../../bot/teams/pace';

/** Sends as fast as the pace lets it; when each message was sent, in milliseconds. */
function sendAll(conversations: readonly string[]): readonly { readonly to: string; readonly at: number }[] {
  let now = 0;
  const pace = createPace(() => now);
  return conversations.map((to) => {
    for (let wait = pace(to); wait > 0; wait = pace(to)) now += wait;
    return { to, at: now };
  });
}

/** The most messages in any window of that length. */
function most(times: readonly number[], windowMs: number): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length));
}

test('one conversation gets at most 7 a second, 8 in two, 60 in thirty and 1,800 in an hour', () => {
  const times = sendAll(Array.from({ length: 2_000 }, () => 'a')).map(({ at }) => at);
  expect([1_000, 2_000, 30_000, 3_600_000].map((windowMs) => most(times, windowMs))).toEqual([7, 8, 60, 1_800]);
});

test('conversations do not wait for each other, until the tenant has 50 a second', () => {
  const sent = sendAll(Array.from({ length: 120 }, (_none, index) => `chat ${index}`));
  expect(sent.filter(({ at }) => at === 0)).toHaveLength(50);
  expect(most(sent.map(({ at }) => at), 1_000)).toBe(50);
});

test('who has waited long enough is not held back by what was long ago', () => {
  let now = 0;
  const pace = createPace(() => now);
  for (let sent = 0; sent < 7; sent += 1) expect(pace('a')).toBe(0);
  expect(pace('a')).toBe(1_000);
  now = 2_000;
  expect(pace('a')).toBe(0);
});
