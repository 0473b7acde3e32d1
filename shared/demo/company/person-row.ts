import { createHash } from 'node:crypto';
import type { Language, Role } from '../../kernel';

export type Site = 'Hamburg' | 'Berlin' | 'Rotterdam' | 'London' | 'Gdańsk';

const ZONES: Record<Site, string> = {
  Hamburg: 'Europe/Berlin',
  Berlin: 'Europe/Berlin',
  Rotterdam: 'Europe/Amsterdam',
  London: 'Europe/London',
  Gdańsk: 'Europe/Warsaw',
};

export interface DemoPerson {
  /** First and last name without accents, also the local part of the mail address. */
  readonly key: string;
  readonly name: string;
  readonly mail: string;
  readonly aadObjectId: string;
  readonly title: string;
  readonly department: string;
  readonly site: Site;
  readonly zone: string;
  readonly language: Language;
  readonly managerKey?: string;
  readonly isVip?: boolean;
  readonly roles?: readonly Role[];
}

/** Made up, but the same on every machine, so that client settings can name it. */
function objectIdOf(key: string): string {
  const hex = createHash('sha256').update(`nordwind.example/${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One line of the staff list. `managerKey` is '' for the head of the company. */
export function row(
  key: string,
  name: string,
  title: string,
  department: string,
  site: Site,
  language: Language,
  managerKey: string,
  extra: { readonly roles?: readonly Role[]; readonly isVip?: boolean } = {},
): DemoPerson {
  return {
    key,
    name,
    title,
    department,
    site,
    language,
    mail: `${key}@nordwind.example`,
    aadObjectId: objectIdOf(key),
    zone: ZONES[site],
    ...(managerKey && { managerKey }),
    ...extra,
  };
}
