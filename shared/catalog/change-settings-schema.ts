/** How changes are judged and run here; every number is the organization's own choice (domain.md 3.4 and 3.5). */
export interface ChangeSettings {
  /** Points of each rule that counts for the risk. */
  readonly points: Readonly<Record<RiskRule, number>>;
  /** The least score of each level above low. */
  readonly thresholds: { readonly moderate: number; readonly high: number; readonly veryHigh: number };
  /** Result by likelihood, then impact, each low, medium and high. */
  readonly matrix: readonly (readonly RiskResult[])[];
  /** From this level on consent is confirmed a second time, with a reason; `never`: not at all. */
  readonly confirmFrom: RiskResult | 'never';
  /** Work may start so many minutes before its window. */
  readonly toleranceMinutes: number;
  /** Working days from the end of the work to the end of its review. */
  readonly reviewDays: number;
  /** Percent of all changes that are reviewed although nothing asks for it. */
  readonly samplePercent: number;
}

export const RISK_RULES = [
  'criticality', 'tier', 'reachAll', 'reachMany', 'reachFew', 'production', 'untestedBackout', 'outage', 'businessHours', 'similarFailed', 'neverDone', 'manyItems', 'vendor', 'security', 'emergency',
] as const;
export type RiskRule = (typeof RISK_RULES)[number];
export type RiskResult = 'low' | 'moderate' | 'high' | 'veryHigh';

export const DEFAULT_CHANGE_SETTINGS: ChangeSettings = {
  points: {
    criticality: 3, tier: 3, reachAll: 3, reachMany: 2, reachFew: 1, production: 2, untestedBackout: 3, outage: 2, businessHours: 2, similarFailed: 2, neverDone: 2,
    manyItems: 1, vendor: 1, security: 2, emergency: 2,
  },
  thresholds: { moderate: 7, high: 13, veryHigh: 19 },
  matrix: [['low', 'low', 'moderate'], ['low', 'moderate', 'high'], ['moderate', 'high', 'veryHigh']],
  confirmFrom: 'high',
  toleranceMinutes: 15,
  reviewDays: 5,
  samplePercent: 10,
};

/** The numbers that count where an organization has these of its own. */
export const withDefaults = (own: Partial<ChangeSettings> = {}): ChangeSettings => ({
  ...DEFAULT_CHANGE_SETTINGS, ...own, points: { ...DEFAULT_CHANGE_SETTINGS.points, ...own.points },
});
