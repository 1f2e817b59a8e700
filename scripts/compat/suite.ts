import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SUITE = '@apollo/federation-subgraph-compatibility-tests@1.2.1';
/** What its tests need; its launcher (Rover, pm2, Docker) is left out, we start the servers ourselves. */
const NEEDS = ['jest@29.7.0', 'graphql@16.15.0'];
const FETCH_TIMEOUT_MS = 5 * 60_000;

/** How many tests ran, and what is wrong with those that failed. */
export type SuiteResult = { readonly passed: number; readonly total: number; readonly failures: readonly string[] };

/** `folder/suite` is Apollo's package as it was published, and `folder/node_modules` runs it afterwards. Rejects when npm cannot fetch them. */
export async function fetchSuite(folder: string): Promise<void> {
  if (existsSync(join(folder, 'suite'))) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'unpacked'), { recursive: true });
  // npm would climb to the workspace's own package.json otherwise.
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const npm = async (...args: string[]) => (await run('npm', args, { cwd: folder, timeout: FETCH_TIMEOUT_MS })).stdout.trim();
  await npm('install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--loglevel=error', ...NEEDS);
  const archive = (await npm('pack', '--ignore-scripts', '--loglevel=error', SUITE)).split('\n').at(-1) ?? '';
  await run('tar', ['-xzf', archive, '-C', 'unpacked', '--strip-components=1', '--no-same-owner'], { cwd: folder });
  await rename(join(folder, 'unpacked'), join(folder, 'suite'));
}

/** Runs every test of it against these servers. Rejects when jest does not run at all. */
export async function runSuite(folder: string, urls: { products: string; router: string }): Promise<SuiteResult> {
  const report = join(folder, 'report.json');
  await rm(report, { force: true });
  const config = {
    rootDir: join(folder, 'suite'),
    testEnvironment: 'node',
    testMatch: ['<rootDir>/dist/tests/*.test.js'],
    // The tests know the router by a fixed port; this fetch brings them to the one of this run.
    moduleNameMapper: { '^make-fetch-happen$': join(import.meta.dirname, 'addressed-fetch.cjs') },
  };
  await writeFile(join(folder, 'jest.config.json'), JSON.stringify(config));
  const jest = join(folder, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--ci', '--config', join(folder, 'jest.config.json'), '--json', `--outputFile=${report}`, '--maxWorkers=1'];
  const env = { ...process.env, PRODUCTS_URL: urls.products, COMPAT_ROUTER_URL: urls.router };
  const { stderr } = await run(process.execPath, args, { cwd: folder, env, timeout: 120_000 }).catch((thrown) => thrown);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`jest should have run the compatibility tests and wrote no report:\n${stderr}`);
  });
  return readReport(JSON.parse(text));
}

type Report = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** A file that could not be loaded has no tests, and must not look like success. */
function readReport(report: Report): SuiteResult {
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) return [`${name}\n${message}`];
    return assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status, failureMessages }) => `${fullName}: ${status}\n${failureMessages.join('\n')}`);
  });
  return { passed: report.numPassedTests, total: report.numTotalTests, failures };
}
