import { z } from 'zod';

/** What a good key gives, as the users island keeps it. */
export const grantShape = z.object({
  id: z.uuid(),
  publicId: z.string(),
  scopes: z.array(z.string()),
  /** When this very secret is good no more. */
  expiresAt: z.iso.datetime(),
  /** Grows with every change of the key. */
  version: z.number().int(),
});

export type Grant = z.infer<typeof grantShape>;

/** Where a key is looked for: its tenant, its public id, and the SHA-256 of its text (hex). The text itself goes nowhere. */
export type KeyClaim = { readonly tenantId: string; readonly publicId: string; readonly digest: string };

/** A grant, and when the users island was asked for it: milliseconds since the epoch. */
export type DatedGrant = { readonly grant: Grant; readonly asOfMs: number };
