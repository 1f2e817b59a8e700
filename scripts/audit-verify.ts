// npm run audit:verify -- [--data FOLDER] [--note FILE] [--against FILE]
// Computes every hash of the audit logs anew. Exit code 1 when a chain is not whole. See docs/audit.md.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeThrown, PLATFORM_TENANT_ID } from '@academy/kernel';
import { type Database, openDatabase } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { readDatabaseUrls } from './academy/database-urls.ts';
import { readEnds, verifyAudit, writeEnds } from './audit/verify-audit.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '.cache/data' }, note: { type: 'string' }, against: { type: 'string' } },
});

const urls = await readDatabaseUrls(process.env, values.data).catch(giveUp);
const databases = Object.fromEntries(
  ISLANDS.map((island) => [island, openDatabase({ url: urls[island], maxConnections: 1, name: 'audit-verify' })]),
) as Record<IslandName, Database>;
try {
  const noted = values.against === undefined ? [] : readEnds(await readFile(values.against, 'utf8'));
  const reports = await verifyAudit(databases, noted);
  let entries = 0;
  for (const { island, tenantId, verdict } of reports) {
    const chain = `${island.padEnd(14)}${tenantId === PLATFORM_TENANT_ID ? 'the platform itself' : tenantId}`;
    if (!verdict.isWhole) console.log(`${chain}  BROKEN: entry ${verdict.flaw.number} is ${verdict.flaw.flaw}`);
    else if (verdict.end.number > 0) console.log(`${chain}  whole, ${verdict.end.number} entries`);
    entries += verdict.isWhole ? verdict.end.number : 0;
  }
  const broken = reports.filter(({ verdict }) => !verdict.isWhole).length;
  console.log(
    `${entries} entries checked; ${broken === 0 ? 'every chain is whole' : `${broken} chains are broken`}; ${noted.length} noted ends held against them`,
  );
  if (values.note !== undefined) await writeFile(values.note, writeEnds(reports), { flag: 'a', mode: 0o600 });
  process.exitCode = broken === 0 ? 0 : 1;
} catch (thrown) {
  await giveUp(thrown);
} finally {
  for (const database of Object.values(databases)) await database.close();
}

function giveUp(thrown: unknown): never {
  console.error(describeThrown(thrown));
  process.exit(2);
}
