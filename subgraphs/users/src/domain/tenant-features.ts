/** What can be switched for one tenant, and how it is where nothing was decided. */
export const FEATURE_DEFAULTS = {
  /** Clients may register documents with their first request (automatic persisted queries). */
  AUTOMATIC_DOCUMENTS: false,
  /** The tenant may be reached under a domain of its own. */
  CUSTOM_DOMAIN: true,
  /** The tenant may be told of events at an address of its own. */
  WEBHOOKS: true,
} as const satisfies Readonly<Record<string, boolean>>;

export type TenantFeature = keyof typeof FEATURE_DEFAULTS;

/** What was decided for a tenant; the rest is as by default. */
export type FeatureChoices = Partial<Record<TenantFeature, boolean>>;

/** The features that are on, in the order of their names. */
export function featuresOf(choices: FeatureChoices = {}): TenantFeature[] {
  const inForce = { ...FEATURE_DEFAULTS, ...choices };
  return (Object.keys(FEATURE_DEFAULTS) as TenantFeature[]).filter((feature) => inForce[feature]);
}
