import type { Gateway } from '@academy/gateway';
import { writeDevPeople } from '@academy/gateway/dev-issuer';
import type { Persona } from '@academy/kernel';
import { seedPeople } from '@academy/users/seed';

/** Printed tokens are good for a day. */
const LIFETIME_SECONDS = 24 * 60 * 60;

export type PrintedToken = {
  readonly label: string;
  readonly tenantSlug: string;
  readonly persona: Persona;
  readonly token: string;
};

/** A token to try for each persona of a tenant, for the first of the seeded people who may act under it. */
export async function issueTokens(gateway: Gateway, tenantSlug: string): Promise<PrintedToken[]> {
  const { devIssuer } = gateway;
  if (devIssuer === undefined) return [];
  const seen = new Set<Persona>();
  const tokens: PrintedToken[] = [];
  for (const person of seedPeople().filter((one) => one.tenantSlug === tenantSlug)) {
    for (const persona of person.personas) {
      if (seen.has(persona)) continue;
      seen.add(persona);
      const token = await devIssuer.issueToken({
        userId: person.userId,
        tenantId: person.tenantId,
        persona,
        lifetimeSeconds: LIFETIME_SECONDS,
      });
      tokens.push({ label: person.key, tenantSlug, persona, token });
    }
  }
  return tokens;
}

/** The explorer offers a token for each of the seeded people afterwards, in every gateway whose development issuer has this folder. */
export function writeSeedPeople(devIssuerDirectory: string): Promise<void> {
  return writeDevPeople(
    devIssuerDirectory,
    seedPeople().flatMap(({ key, personas, tenantSlug, tenantId, userId }) =>
      personas.map((persona) => ({ label: `${key}, ${persona}`, tenantSlug, tenantId, userId, persona })),
    ),
  );
}
