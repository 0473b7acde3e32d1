import type { Config } from './config';

type LinkConfig = Pick<Config, 'isDevelopment' | 'publicUrl' | 'teamsAppId'>;

/** The personal tab, as the app manifest names it (`staticTabs[].entityId`). */
export const TAB_ENTITY_ID = 'bellhop';

/** The page of a route of the tab, e.g. `/tickets/INC0000123`, in a browser. */
export function browserLink(config: Pick<Config, 'publicUrl'>, route: string): string {
  return `${config.publicUrl}/tab/#${route}`;
}

/** Opens the tab inside Teams at a record; in development, where there is no Teams, in the browser. */
function recordLink(config: LinkConfig, id: string, route: string): string {
  if (config.isDevelopment) return browserLink(config, route);
  const link = new URL(`https://teams.microsoft.com/l/entity/${config.teamsAppId}/${TAB_ENTITY_ID}`);
  link.searchParams.set('webUrl', browserLink(config, route));
  link.searchParams.set('label', id);
  link.searchParams.set('context', JSON.stringify({ subEntityId: id }));
  return link.toString();
}

export function ticketLink(config: LinkConfig, id: string): string {
  return recordLink(config, id, `/tickets/${id}`);
}

export function articleLink(config: LinkConfig, id: string): string {
  return recordLink(config, id, `/knowledge/${id}`);
}

/** A page of the tab that is no record: `queue`, `my`, `new`. */
export function pageLink(config: LinkConfig, page: 'queue' | 'my' | 'new'): string {
  return recordLink(config, page, `/${page}`);
}
