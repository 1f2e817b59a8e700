import { islandConfig } from '@academy/platform/subgraph';
import { z } from 'zod';

/** What this island can be told beside what every island is. */
export type CertificationSettings = {
  /** Under which everybody reaches the gateway: credentials and their issuers are named by it for good. No slash at the end. */
  readonly publicUrl: string;
};

/** A gateway on this machine. */
export const defaultCertificationSettings: CertificationSettings = { publicUrl: 'http://localhost:4000' };

/** The variables of the island's processes. */
export const certificationConfig = islandConfig.extend({
  /** As the gateway's own. Credentials bear it: set it before the first is issued. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default(defaultCertificationSettings.publicUrl),
});
export type CertificationConfig = z.infer<typeof certificationConfig>;

/** The settings that the variables tell. */
export function certificationSettings(config: CertificationConfig): CertificationSettings {
  return { publicUrl: config.PUBLIC_URL.replace(/\/+$/, '') };
}
