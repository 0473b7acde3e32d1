const made = new Map<string, Intl.DateTimeFormat>();

/** A format of dates for a language, made once: making one takes a thousand times as long as using it. `options` name a zone. */
export function dateFormat(language: string, options: Readonly<Intl.DateTimeFormatOptions> & { readonly timeZone: string }): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(language, options)));
  return format;
}
