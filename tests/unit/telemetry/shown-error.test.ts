// If this fails, the log repeats what somebody wrote because an error quoted it, or says too little to find a bug by.
import { SendError } from '../../../bot/teams/sender';
import { shownError } from '../../../bot/telemetry/shown-error';
import { WebhookError } from '../../../bot/webhooks';
import { AppError } from '../../../shared/kernel';

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
const shown = (error: unknown) => shownError(error) as Readonly<Record<string, unknown>>;

test('a bug keeps its kind, its place and the name of the property', () => {
  const error = thrownBy(() => (undefined as unknown as { title: string }).title);
  expect(shown(error)).toMatchObject({ type: 'TypeError', message: "Cannot read properties of undefined (reading 'title')", stack: expect.stringMatching(/^\s+at .*shown-error\.test/) });
});

test('what a parser could not read is left out, in the stack too', () => {
  const error = thrownBy(() => JSON.parse('Alice has a secret'));
  expect(error.message).toContain('Alice');
  expect(JSON.stringify(shown(error))).not.toMatch(/Alice|secret/);
  expect(shown(error).type).toBe('SyntaxError');
});

test.each([
  ['no person "Alice Adams" here', 'no person ‹…› here'],
  ["can't take 'it's a secret', sorry", "can't take ‹…›, sorry"],
  ["can't take \"Alice's secret\"", "can't take ‹…›"],
  ['cannot take `Alice` or “Bob” or "Carol', 'cannot take ‹…› or ‹…› or ‹…›'],
  ["(reading 'Alice has a secret')", '(reading ‹…›)'],
  ['lost races on INC0000001', 'lost races on INC0000001'],
])('%s', (message, expected) => {
  expect(shown(new RangeError(message)).message).toBe(expected);
  expect(shown(new AppError('bug', 'storage.failed', { detail: message })).message).toBe(`storage.failed: ${expected}`);
});

test('parts that libraries put on an error are left out, but for codes', () => {
  const error = Object.assign(new Error('failed'), { code: 'ECONNRESET', errno: -104, config: { body: 'secret' }, input: 'secret' });
  expect(shown(error)).toEqual({ type: 'Error', message: 'failed', code: 'ECONNRESET', errno: -104, stack: expect.any(String) });
});

test('of the answer of another system only status and code are kept', () => {
  const error = Object.assign(new Error('cannot take Dear Alice'), { name: 'RestError', statusCode: 400, code: 'BadSyntax' });
  expect(shown(error)).toEqual({ type: 'RestError', statusCode: 400, code: 'BadSyntax', stack: expect.any(String) });
});

test('causes are shown by the same rules, and not for ever', () => {
  const error = new AppError('busy', 'storage.busy', { cause: new Error('said "secret"') });
  expect(shown(error).cause).toMatchObject({ type: 'Error', message: 'said ‹…›' });
  const circle: Error & { cause?: unknown } = new Error('round');
  circle.cause = circle;
  expect(JSON.stringify(shown(circle)).match(/round/g)).toHaveLength(5);
});

test('errors of Teams and webhooks say what the other side calls them, not what it answered', () => {
  expect(shown(new SendError('refused', '400 cannot take Dear Alice', { status: 400, code: 'BadSyntax' }))).toEqual({ type: 'SendError', problem: 'refused', status: 400, code: 'BadSyntax', stack: expect.any(String) });
  expect(shown(new WebhookError('unavailable', '503'))).toMatchObject({ type: 'WebhookError', problem: 'unavailable', detail: '503' });
});

test('what is thrown and is no error says no more than what it is', () => {
  expect(shownError('Alice')).toEqual({ type: 'string' });
});
