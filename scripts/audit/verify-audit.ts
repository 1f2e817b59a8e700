import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { type ChainEnd, type ChainVerdict, verifyChain } from '@academy/platform/audit';
import type { Database } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { z } from 'zod';

/** What was found of one tenant's chain in one island. */
export type ChainReport = { readonly island: IslandName; readonly tenantId: string; readonly verdict: ChainVerdict };

/** An end of a chain, kept where whoever writes the databases cannot reach. */
export type NotedEnd = { readonly island: string; readonly tenantId: string } & ChainEnd;

const notedLine = z.object({
  island: z.enum(ISLANDS),
  tenantId: z.uuid(),
  number: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Every chain of every tenant in the register, and of the platform itself, in all islands: computed anew, and held against what was noted. */
export async function verifyAudit(
  databases: Readonly<Record<IslandName, Database>>,
  noted: readonly NotedEnd[] = [],
): Promise<ChainReport[]> {
  const rows = await databases.users.pool<{ id: string }[]>`select id from tenant_directory order by slug`;
  const tenants = new Set([...rows.map(({ id }) => id), PLATFORM_TENANT_ID, ...noted.map(({ tenantId }) => tenantId)]);
  const reports: ChainReport[] = [];
  for (const island of ISLANDS) {
    for (const tenantId of tenants) {
      const anchors = noted.filter((end) => end.island === island && end.tenantId === tenantId);
      reports.push({ island, tenantId, verdict: await verifyChain(databases[island], tenantId, anchors) });
    }
  }
  return reports;
}

/** The ends of the chains that are whole and not empty, a line of JSON each. */
export function writeEnds(reports: readonly ChainReport[]): string {
  return reports
    .flatMap(({ island, tenantId, verdict }) =>
      verdict.isWhole && verdict.end.number > 0
        ? [JSON.stringify({ island, tenantId, number: verdict.end.number, hash: Buffer.from(verdict.end.hash).toString('hex') })]
        : [],
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What `writeEnds` wrote. Throws with the line that is none of its. */
export function readEnds(text: string): NotedEnd[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      try {
        const { hash, ...end } = notedLine.parse(JSON.parse(line));
        return { ...end, hash: Buffer.from(hash, 'hex') };
      } catch {
        throw new Error(`Line ${index + 1} of the noted ends is none: ${line.slice(0, 80)}`);
      }
    });
}
