import { ask, type Answered } from '../load';
import { must, type TicketSystem } from './system';

const API = '/REST/2.0';

export interface Account {
  readonly user: string;
  readonly password: string;
  /** Where the tickets lie; a queue of Request Tracker, a project of Redmine. */
  readonly queue: string;
}

/**
 * Request Tracker 5 over REST 2.0, with one session for each client: sessions of its pages wait for each other, and a password
 * with every request costs more than the request.
 */
export async function connectRequestTracker(base: string, { user, password, queue }: Account, clients: number): Promise<TicketSystem> {
  const cookies: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    const { cookies: set } = await ask(base, 'POST', '/NoAuth/Login.html', { body: new URLSearchParams({ user, pass: password }).toString(), type: 'application/x-www-form-urlencoded' });
    const cookie = set.at(-1)?.split(';')[0];
    must(cookie, 'Request Tracker does not sign in');
    cookies.push(cookie);
  }
  // It takes writes from its own pages only, and knows them by the origin.
  const send = (method: string, path: string, client: number, body?: object): Promise<Answered> =>
    ask(base, method, `${API}${path}`, { headers: { cookie: cookies[client] ?? '', accept: 'application/json', origin: base }, body: body && JSON.stringify(body) });

  async function done<T>(answered: Promise<Answered>, wanted: number): Promise<T> {
    const { status, text } = await answered;
    must(status === wanted, `${status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  }
  async function page(query: string, order: string, client: number): Promise<readonly string[]> {
    const address = `/tickets?query=${encodeURIComponent(query)}&fields=Subject,Status,Priority,Due,Owner,Created,Requestor&per_page=50${order}`;
    const { items } = await done<{ items: { id: string }[] }>(send('GET', address, client), 200);
    return items.map(({ id }) => String(id));
  }

  const { Version: version } = await done<{ Version: string }>(send('GET', '/rt', 0), 200);
  return {
    name: `Request Tracker ${version}`,
    async create({ title, text }, client) {
      const { id } = await done<{ id: string }>(send('POST', '/ticket', client, { Queue: queue, Subject: title, Content: text, Requestor: 'user1@example.invalid' }), 201);
      return String(id);
    },
    async queuePage(client) {
      const ids = await page(`Queue = '${queue}' AND Status = '__Active__'`, '&orderby=Priority&order=DESC&orderby=Due&order=ASC', client);
      must(ids.length === 50, 'no full page');
      return ids;
    },
    async open(id, client) {
      const [, history, texts] = await Promise.all([
        done(send('GET', `/ticket/${id}`, client), 200),
        done<{ items: unknown[] }>(send('GET', `/ticket/${id}/history?per_page=100&fields=Type,Field,OldValue,NewValue,Creator,Created`, client), 200),
        done<{ items: unknown[] }>(send('GET', `/ticket/${id}/attachments?per_page=100&fields=TransactionId,ContentType,Content`, client), 200),
      ]);
      must(history.items.length > 0 && texts.items.length > 0, 'no history');
    },
    async reply(id, text, client) {
      await done(send('POST', `/ticket/${id}/correspond`, client, { Content: text, ContentType: 'text/plain' }), 201);
    },
    async changeStatus(id, client) {
      const said = await done(send('PUT', `/ticket/${id}`, client, { Status: 'open' }), 200);
      must(/Status changed/.test(JSON.stringify(said)), JSON.stringify(said));
    },
    async search(word, client) {
      must((await page(`Content LIKE '${word}'`, '', client)).length > 0, `nothing found for ${word}`);
    },
    close: () => Promise.resolve(),
  };
}
