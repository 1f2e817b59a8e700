import { islandConfig } from '@academy/platform/subgraph';
import { z } from 'zod';

/** What this island adds to the variables of every island: nothing. */
export const analyticsSettings = z.object({});

/** The environment of this island's processes. */
export const analyticsConfig = islandConfig.extend(analyticsSettings.shape);

export type AnalyticsConfig = z.infer<typeof analyticsConfig>;
