import { Combobox, Option } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useNow } from '../lib/now';
import { useText } from '../lib/session';

const SHOWN = 60;

/** "GMT+1" of a zone now; empty where the browser does not know the zone. */
function offsetOf(zone: string, now: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(now));
    return (parts.find((part) => part.type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
  } catch {
    return '';
  }
}

interface Props {
  readonly value: string;
  onChange(zone: string): void;
}

/** A zone by its IANA name, found by city. */
export function ZonePicker({ value, onChange }: Props) {
  const t = useText();
  const now = useNow();
  const [query, setQuery] = useState<string>();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  const words = (query ?? '').toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  const found = zones.filter((zone) => words.every((word) => zone.toLowerCase().replaceAll('_', ' ').includes(word)));
  const shown = query ? found : [...new Set([value, ...found])].filter(Boolean);
  return (
    <Combobox
      value={query ?? value.replaceAll('_', ' ')}
      selectedOptions={value ? [value] : []}
      placeholder={t('register.zone.find')}
      onChange={(event) => setQuery(event.target.value)}
      onOptionSelect={(_event, data) => {
        setQuery(undefined);
        if (data.optionValue) onChange(data.optionValue);
      }}
      onBlur={() => setQuery(undefined)}
    >
      {shown.slice(0, SHOWN).map((zone) => (
        <Option key={zone} value={zone} text={zone.replaceAll('_', ' ')}>
          {`${zone.replaceAll('_', ' ')} (${offsetOf(zone, now)})`}
        </Option>
      ))}
      {shown.length === 0 && (
        <Option value="" text="" disabled>
          {t('tab.nothingFound')}
        </Option>
      )}
    </Combobox>
  );
}
