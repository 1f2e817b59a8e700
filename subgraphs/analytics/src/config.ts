import { islandConfig } from '@academy/platform/subgraph';
import type { z } from 'zod';

/** What this island can be told beside what every island is: nothing so far. */
export type AnalyticsSettings = Readonly<Record<never, never>>;

/** The variables of the island's processes. */
export const analyticsConfig = islandConfig;
export type AnalyticsConfig = z.infer<typeof analyticsConfig>;
