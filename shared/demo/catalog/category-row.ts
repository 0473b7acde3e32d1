export interface DemoCategory {
  readonly key: string;
  readonly name: string;
  readonly nameDe: string;
  readonly parentKey?: string;
  readonly groupKey: string;
  /** English and German words an employee would write, separated by commas. */
  readonly keywords: string;
}

type Child = readonly [key: string, name: string, nameDe: string, keywords: string, groupKey?: string];

/** One top category and what is below it. A child takes its parent's group unless it names one. */
export function branch(key: string, name: string, nameDe: string, groupKey: string, keywords: string, children: readonly Child[]): readonly DemoCategory[] {
  return [
    { key, name, nameDe, groupKey, keywords },
    ...children.map(([childKey, childName, childNameDe, childKeywords, childGroupKey]) => ({
      key: `${key}.${childKey}`,
      parentKey: key,
      name: childName,
      nameDe: childNameDe,
      groupKey: childGroupKey ?? groupKey,
      keywords: childKeywords,
    })),
  ];
}
