import type { TenantSlug } from '@academy/testing/people';

/** Who acts for a tenant in these runs, by what she does: a certifier sees every certification, an officer decides what people ask for their data. */
export const STAFF = {
  raices: { certifier: 'celia', analyst: 'ana', officer: 'pilar' },
  solaris: { certifier: 'camilo', analyst: 'andres', officer: 'paulina' },
  milpa: { certifier: 'casimira', analyst: 'abril', officer: 'petra' },
} as const satisfies Readonly<Record<TenantSlug, Readonly<Record<string, string>>>>;
