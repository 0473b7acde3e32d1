import { ask, type Answered } from '../load';
import type { Account } from './request-tracker';
import { must, type TicketSystem } from './system';

/** Redmine 5 over its REST API, by the API key of one agent: `password` of the account. A queue is a project. */
export async function connectRedmine(base: string, { password, queue }: Account): Promise<TicketSystem> {
  const send = (method: string, path: string, body?: object): Promise<Answered> =>
    ask(base, method, path, { headers: { 'x-redmine-api-key': password, accept: 'application/json', connection: 'close' }, body: body && JSON.stringify(body) });
  async function done(answered: Promise<Answered>, wanted: number): Promise<string> {
    const { status, text } = await answered;
    must(status === wanted, `${status} ${text.slice(0, 300)}`);
    return text;
  }
  const { project } = JSON.parse(await done(send('GET', `/projects/${queue}.json`), 200)) as { project: { id: number } };
  const { issue_statuses: states } = JSON.parse(await done(send('GET', '/issue_statuses.json'), 200)) as { issue_statuses: { id: number; is_closed?: boolean }[] };
  const begun = states.filter(({ is_closed: isClosed }) => !isClosed)[1]?.id;
  must(begun, 'Redmine has no second open status');

  return {
    name: 'Redmine',
    async create({ title, text }) {
      const { issue } = JSON.parse(await done(send('POST', '/issues.json', { issue: { project_id: project.id, subject: title, description: text } }), 201)) as { issue: { id: number } };
      return String(issue.id);
    },
    async queuePage() {
      const answer = await done(send('GET', `/issues.json?project_id=${project.id}&status_id=open&sort=priority:desc,due_date:asc&limit=50`), 200);
      const { issues } = JSON.parse(answer) as { issues: { id: number }[] };
      must(issues.length === 50, 'no full page');
      return issues.map(({ id }) => String(id));
    },
    async open(id) {
      const { issue } = JSON.parse(await done(send('GET', `/issues/${id}.json?include=journals`), 200)) as { issue: { journals: unknown[] } };
      must(Array.isArray(issue.journals), 'no history');
    },
    async reply(id, text) {
      await done(send('PUT', `/issues/${id}.json`, { issue: { notes: text } }), 204);
    },
    async changeStatus(id) {
      await done(send('PUT', `/issues/${id}.json`, { issue: { status_id: begun } }), 204);
    },
    async search(word) {
      const { results } = JSON.parse(await done(send('GET', `/search.json?q=${word}&issues=1&limit=50`), 200)) as { results: unknown[] };
      must(results.length > 0, `nothing found for ${word}`);
    },
    close: () => Promise.resolve(),
  };
}
