import { useEffect, useState } from 'react';
import type { DemoPerson } from '../lib/api-types';

/** Everybody one can be in development, by name. */
export function useDemoPeople(): readonly DemoPerson[] {
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    let isOver = false;
    fetch('/api/dev/people')
      .then((response) => (response.ok ? (response.json() as Promise<{ items: readonly DemoPerson[] }>) : { items: [] }))
      .then(({ items }) => !isOver && setPeople([...items].sort((left, right) => left.name.localeCompare(right.name))), () => undefined);
    return () => {
      isOver = true;
    };
  }, []);
  return people;
}
