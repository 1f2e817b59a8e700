import { islandConfig } from '@academy/platform/subgraph';
import type { z } from 'zod';

/** The variables of the island's processes: this island adds none to those of every island. */
export const certificationConfig = islandConfig;
export type CertificationConfig = z.infer<typeof certificationConfig>;
