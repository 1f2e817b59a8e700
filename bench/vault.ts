// What sealing costs: identities (three fields each) opened per millisecond, keys in the clear and not, and the query of a page of 100 people with and without
// opening them. Usage: npm run bench -- vault [--rounds N]
import { parseArgs } from 'node:util';
import { openDatabase } from '@academy/platform/db';
import { createVault } from '@academy/platform/vault';
import { dropTestDatabases, openTestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { TEST_KEYS } from '@academy/testing/vault';
import { defineUsers } from '@academy/users';
import { addIdentities, findIdentities } from '@academy/users/identity';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' } } });
const rounds = Number(values.rounds);
const { TEST_ADMIN_DATABASE_URL: adminUrl } = process.env;
if (adminUrl === undefined) throw new Error('Run it through `npm run bench -- vault`.');

const PAGE = 100;
const runId = `bench${process.pid}`;
const tenantId = tenantIdOf('raices');
const db = await openTestDatabase({ adminUrl, runId, island: 'users', migrations: defineUsers().migrations });
const database = openDatabase({ url: db.app, maxConnections: 1, name: 'bench' });
const ids = Array.from({ length: PAGE }, () => crypto.randomUUID());
const warm = createVault(TEST_KEYS);
await database.inTenant(tenantId, 'write', async (tx) => {
  await tx.execute(`insert into tenant_directory values ('${tenantId}', 'bench', 'Bench', 'ACTIVE', '{}', now())`);
  for (const id of ids) await tx.execute(`insert into users values ('${tenantId}', '${id}', 'P', null, now(), now())`);
  const people = ids.map((userId, i) => ({
    userId,
    fullName: `Persona Número ${i} de la Prueba`,
    email: `p${i}@example.mx`,
    curp: 'BOXW310820HNERXN09',
  }));
  await addIdentities(tx, warm, tenantId, people);
});

/** Milliseconds of this process's CPU for one round: what others do on the machine does not count. */
async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 20; i += 1) await work();
  const begun = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000 / rounds;
}

const page = (vault: typeof warm, read: (one: Awaited<ReturnType<typeof findIdentities>>[number]) => unknown) => () =>
  database.inTenant(tenantId, 'read', async (tx) => (await findIdentities(tx, vault, tenantId, ids)).map(read));

const sealed = await cpuMs(page(warm, () => undefined));
const named = await cpuMs(page(warm, (one) => one.fullName));
const whole = await cpuMs(page(warm, (one) => [one.fullName, one.email, one.curp]));
const cold = await cpuMs(() => page(createVault(TEST_KEYS), (one) => [one.fullName, one.email, one.curp])());
console.log(
  `a page of ${PAGE} people, ms of CPU: ${sealed.toFixed(2)} unread, ${named.toFixed(2)} names, ${whole.toFixed(2)} all three fields, ${cold.toFixed(2)} with keys to unwrap`,
);
console.log(
  `opening: ${(PAGE / (whole - sealed)).toFixed(0)} identities per ms (all three fields); ${(PAGE / (cold - whole)).toFixed(0)} data keys unwrapped per ms`,
);
await database.close();
await db.drop();
await dropTestDatabases(adminUrl, runId);
