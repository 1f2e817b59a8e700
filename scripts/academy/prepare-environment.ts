import { vaultVariables } from '@academy/platform/vault';
import { z } from 'zod';

/** The variables of `scripts/prepare.ts`. */
export const prepareEnvironment = {
  /** A superuser's. */
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/)
    .default('academy'),
  /** Passwords of every island's three roles. */
  OWNER_PASSWORD: z.string().min(8),
  APP_PASSWORD: z.string().min(8),
  RELAY_PASSWORD: z.string().min(8),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  ...vaultVariables,
  /** Where the development issuer finds the seeded people; only for development. */
  DEV_ISSUER_DIR: z.string().optional(),
};
