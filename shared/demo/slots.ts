import type { StoryCast } from './cast-story';
import type { Site } from './company';
import type { Random } from './random';
import type { IncidentStory, RequestStory } from './stories';

const SLOT = /\{([a-z]+)\}/gi;
const ROOMS: Record<Site, readonly string[]> = {
  Hamburg: ['Alster', 'Elbe', 'Speicher'],
  Berlin: ['Spree', 'Havel'],
  Rotterdam: ['Maas', 'Rotte'],
  London: ['Thames', 'Fleet'],
  Gdańsk: ['Motława', 'Wisła'],
};
const SITE_CODES: Record<Site, string> = { Hamburg: 'HAM', Berlin: 'BER', Rotterdam: 'RTM', London: 'LON', Gdańsk: 'GDN' };

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** Fills `{slots}` in the texts of one ticket; the same slot has the same value throughout. */
export function slotFiller(story: IncidentStory | RequestStory, cast: StoryCast, random: Random): (text: string) => string {
  const { site } = cast.requester;
  const values: Record<string, string> = {
    me: firstName(cast.requester.name),
    agent: firstName(cast.handler.name),
    site,
    room: random.pick(ROOMS[site]),
    printer: `${SITE_CODES[site]}-P${String(random.between(1, 12)).padStart(2, '0')}`,
    asset: `NW-${random.between(20_000, 24_999)}`,
  };
  for (const [name, options] of Object.entries(story.slots ?? {})) values[name] = random.pick(options);
  const fill = (text: string): string =>
    text.replace(SLOT, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for ${whole} in "${text}"`);
      return value;
    });
  return (text) => capitalized(fill(text));
}
