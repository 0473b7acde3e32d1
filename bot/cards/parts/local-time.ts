/** A time that every reader of a shared card sees in their own zone and language: the client fills it in. */
export function localTime(at: string): string {
  const seconds = at.replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${seconds}, SHORT)}} {{TIME(${seconds})}}`;
}
