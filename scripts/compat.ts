/**
 * Apollo's tests of subgraph compatibility, all 23, with a products subgraph on our kit and our gateway as the router. Their package is
 * fetched into .cache/compat the first time; their launcher wants Rover, so the servers are started here, on free ports.
 *
 *   npm run compat
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeIslands } from '@academy/schema/compose';
import { startRouter } from './compat/router.ts';
import { describe, startSubgraphs } from './compat/subgraphs.ts';
import { fetchSuite, runSuite } from './compat/suite.ts';

/** What their subgraphs disagree about on purpose. */
const INTENDED_HINTS = {
  INCONSISTENT_OBJECT_VALUE_TYPE_FIELD: 'ProductDimension.unit is inaccessible, and only products knows it',
  OVERRIDDEN_FIELD_CAN_BE_REMOVED: 'User.name moved from users to products',
};

const folder = join(import.meta.dirname, '../.cache/compat');
await fetchSuite(folder);
const running: { stop(): Promise<void> }[] = [];
try {
  const subgraphs = await startSubgraphs(join(folder, 'suite'));
  running.push(...subgraphs);
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeIslands(await describe(subgraphs), INTENDED_HINTS).supergraphSdl);
  const router = await startRouter(supergraphFile);
  running.push(router);
  const products = subgraphs[0]?.url ?? '';
  const { passed, total, failures } = await runSuite(folder, { products, router: router.url });
  for (const failure of failures) console.error(`\n${failure}`);
  console.log(`federation subgraph compatibility: ${passed}/${total}`);
  process.exitCode = failures.length === 0 && total > 0 ? 0 : 1;
} finally {
  await Promise.all(running.map((one) => one.stop()));
}
