import { expect, test } from 'vitest';
import { summarise } from './findings.mjs';
import { isNpmCommand } from './launchers.mjs';
import { progressLine } from './progress.mjs';
import { packagesIn } from './redis-debian.mjs';

test('a progress line begins with seconds, in a column', () => {
  expect(progressLine(3.21, 'PostgreSQL ready')).toBe('  3.2s  PostgreSQL ready');
  expect(progressLine(123.45, 'done')).toBe('123.5s  done');
});

test('the doctor is content while everything is there or will be fetched', () => {
  const { text, works } = summarise([
    { subject: 'Node', state: 'ok', found: '26.10.0' },
    { subject: 'dependencies', state: 'later', found: 'not installed; they will be installed' },
    { subject: 'ports', state: 'note', found: 'busy: 4000' },
  ]);
  expect(works).toBe(true);
  expect(text).toContain('✓ Node          26.10.0\n  → dependencies  not installed');
});

test('the doctor names what is missing and what to do', () => {
  const { text, works } = summarise([
    { subject: 'Node', state: 'ok', found: '26.10.0' },
    { subject: 'Redis', state: 'missing', found: 'none', advice: 'set REDIS_URL\nor install it' },
  ]);
  expect(works).toBe(false);
  expect(text).toContain('✗ Redis  none\n           set REDIS_URL\n           or install it');
  expect(text).toMatch(/npm start will not work yet\. Missing: Redis\.$/);
});

test('what apt would install is read from its simulation', () => {
  const plan = `The following NEW packages will be installed:
  liblzf1 redis-server redis-tools
Inst liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])
Inst redis-tools (5:7.0.15-1~deb12u7 Debian:12.15/oldstable [amd64])
Inst redis-server (5:7.0.15-1~deb12u7 Debian:12.15/oldstable [amd64])
Conf liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])`;
  expect(packagesIn(plan)).toEqual(['liblzf1', 'redis-tools', 'redis-server']);
  expect(packagesIn('redis-server is already the newest version')).toEqual([]);
});

test('npm is told from a shell that only mentions it', () => {
  expect(isNpmCommand(['npm start'])).toBe(true);
  expect(isNpmCommand(['npm', 'test'])).toBe(true);
  expect(isNpmCommand(['/usr/bin/node', '/usr/lib/node_modules/npm/bin/npm-cli.js', 'start'])).toBe(true);
  expect(isNpmCommand(['bash', '-c', 'npm start'])).toBe(false);
  expect(isNpmCommand(['npmx'])).toBe(false);
  expect(isNpmCommand([])).toBe(false);
});
