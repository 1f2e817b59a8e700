import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { NOTHING_SEEN, newSightings, readSightings } from './sightings.ts';

const ATTACKED = `
  import { request } from 'node:https';
  request('https://127.0.0.1:1/').on('error', () => {}).end();
  await fetch('http://127.0.0.1:2/').catch(() => {});
  JSON.parse('{"a":{"isAdmin":true}}', function (key, value) { Object.assign(Object.getPrototypeOf({}), value.a ?? {}); return value; });
  await new Promise((resolve) => setTimeout(resolve, 200));
`;

test('a process that connects somewhere, or puts a property on all objects, is seen to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'academy-watch-test-'));
  try {
    const [main, file] = [join(folder, 'main.mjs'), join(folder, 'sightings.jsonl')];
    await writeFile(main, ATTACKED);
    await promisify(execFile)(process.execPath, [`--import=${new URL('./preload.ts', import.meta.url).href}`, main], {
      env: { PATH: process.env['PATH'], WATCH_FILE: file },
    });
    const seen = await readSightings(file);
    expect([...seen.connections].sort()).toEqual(['127.0.0.1:1', '127.0.0.1:2']);
    expect(seen.everyObjectHas).toEqual(['isAdmin']);
    expect(newSightings(NOTHING_SEEN, seen)).toEqual(seen);
    expect(
      newSightings(seen, { connections: [...seen.connections, '127.0.0.1:1', '10.0.0.1:80'], everyObjectHas: ['isAdmin'] }),
    ).toEqual({
      connections: ['10.0.0.1:80'],
      everyObjectHas: [],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
