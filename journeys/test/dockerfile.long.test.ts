import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ownProcesses, ROOT, readCompose } from '../src/compose.ts';

const MINUTE_MS = 60_000;

/** Folders that an image never gets; .dockerignore names them too. */
const IGNORED = new Set(['node_modules', '.cache', '.git']);

const dockerfiles = [...new Set(ownProcesses(await readCompose()).map((one) => one.dockerfile ?? ''))];

test.each(dockerfiles)(
  'the RUN lines of %s build, in an empty folder, something whose every process can be started',
  (dockerfile) => {
    const folder = mkdtempSync(join(tmpdir(), 'academy-image-'));
    try {
      for (const line of instructionsOf(dockerfile)) {
        const [instruction, ...rest] = line.split(/\s+/);
        if (instruction === 'COPY') copy(rest, folder);
        if (instruction === 'RUN') run(rest.join(' '), folder);
      }
      for (const entry of ['gateway/src/main.ts', 'subgraphs/users/src/worker.ts', 'packages/sandbox/src/main.ts']) {
        const started = spawnSync(process.execPath, [entry], {
          cwd: folder,
          env: { PATH: process.env['PATH'] },
          encoding: 'utf8',
        });
        expect(`${started.stdout}${started.stderr}`).toMatch(/The environment does not fit|could not start/);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  10 * MINUTE_MS,
);

function instructionsOf(dockerfile: string): string[] {
  return readFileSync(join(ROOT, dockerfile), 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
}

function copy(paths: readonly string[], folder: string): void {
  const target = paths.at(-1) ?? '.';
  for (const source of paths.slice(0, -1)) {
    const to = target.endsWith('/') ? join(folder, target, basename(source)) : join(folder, target);
    expect(existsSync(join(ROOT, source))).toBe(true);
    mkdirSync(join(to, '..'), { recursive: true });
    cpSync(join(ROOT, source), to, { recursive: true, filter: (path) => !IGNORED.has(basename(path)) });
  }
}

function run(command: string, folder: string): void {
  const result = spawnSync('/bin/sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', CI: 'true' },
  });
  if (result.status !== 0) throw new Error(`RUN ${command}\n${result.stdout}${result.stderr}`);
}
