import { useSession } from '../../lib/session';
import { GroupOf } from '../../registers/names';
import { administers } from '../access';
import { CATEGORIES } from '../kinds/handling';
import { SkillsWords } from '../words/SkillsWords';
import { NamedRows } from './NamedRows';

/** What tickets are about: which group takes them, and what it takes. */
export default function CategoriesPage({ query }: { readonly query: URLSearchParams }) {
  const { me, config } = useSession();
  const pathOf = (id: string): string => config.categories.find((category) => category.id === id)?.path ?? '';
  return (
    <NamedRows
      register={CATEGORIES} query={query} canAdd={administers(me)} order={(left, right) => pathOf(left.id).localeCompare(pathOf(right.id))}
      text={({ skills }) => skills && <SkillsWords value={skills} />} end={({ groupId }) => groupId && <GroupOf id={groupId} />}
    />
  );
}
