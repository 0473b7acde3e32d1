import { useSession } from '../../lib/session';
import { administers } from '../access';
import { AGENTS } from '../kinds/handling';
import { SkillsWords } from '../words/SkillsWords';
import { NamedRows } from './NamedRows';

/** Those who handle tickets, with what they can do. */
export default function AgentsPage({ query }: { readonly query: URLSearchParams }) {
  const { me, config } = useSession();
  const groupsOf = (id: string): string => config.groups.filter(({ members }) => members.some((member) => member.id === id)).map(({ name }) => name).join(', ');
  return <NamedRows register={AGENTS} query={query} canAdd={administers(me)} accepts={({ id }) => groupsOf(id) !== ''} text={({ skills }) => <SkillsWords value={skills} />} end={({ id }) => groupsOf(id)} />;
}
