import { useSession } from '../../lib/session';
import { administers } from '../access';
import { SKILLS } from '../kinds/assigning';
import { NamedRows } from './NamedRows';

/** What people who handle tickets can be good at. */
export default function SkillsPage({ query }: { readonly query: URLSearchParams }) {
  const { me } = useSession();
  return <NamedRows register={SKILLS} query={query} canAdd={administers(me)} text={({ description }) => description} />;
}
