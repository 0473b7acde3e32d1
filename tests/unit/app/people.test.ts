// If this fails, administrators lock themselves out, or cannot be replaced.
import { isRefused } from '../../../shared/kernel';
import { actorOf, type Person } from '../../../shared/people';
import { createTestApp, type TestApp } from '../../_support/test-app';

let test_: TestApp;
beforeAll(async () => (test_ = await createTestApp()));
afterAll(() => test_.close());

const change = (by: 'erik' | 'alice', of: 'erik' | 'alice', action: string, input: object) => {
  const { directory } = test_.app.desk;
  const [person, actor] = [of, by].map((key) => directory.person(test_.people[key].id)!) as [Person, Person];
  return test_.app.perform({ action, id: person.id, version: person.version, input, actor: actorOf(actor, directory.groups(), 'tab', []) });
};
const rolesOf = (key: 'erik' | 'alice') => test_.app.desk.directory.person(test_.people[key].id)?.roles;

test('an administrator gives and takes roles, but not away from themselves what makes them one', async () => {
  expect(await change('erik', 'alice', 'people.change', { roles: ['administrator', 'auditor'] })).toMatchObject({ record: { roles: ['administrator', 'auditor'] } });
  const own = rolesOf('erik')!;
  expect(own).toContain('administrator');
  for (const [action, input] of [['people.change', { roles: ['auditor'] }], ['people.change', { clear: ['roles'] }], ['people.retire', {}]] as const) {
    expect(await change('erik', 'erik', action, input)).toMatchObject({ refused: { code: 'people.ownRole' } });
  }
  expect(rolesOf('erik')).toEqual(own);
  expect(isRefused(await change('erik', 'erik', 'people.change', { roles: [...own, 'approver'], title: 'Head of everything' }))).toBe(false);
  expect(await change('alice', 'erik', 'people.change', { roles: ['approver'] })).toMatchObject({ record: { roles: ['approver'] } });
  expect(await change('erik', 'alice', 'people.change', { roles: [] })).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
});
