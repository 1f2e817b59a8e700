import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FAULT_CODES } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { clientError, maskError } from '../errors.ts';
import { ERROR_MEANINGS } from './error-meanings.ts';
import { addErrorPage } from './error-page.ts';

const GUIDE = fileURLToPath(new URL('../../../docs/errors.md', import.meta.url));

test('every error says where its code is explained, and there it is', async () => {
  await using app = fastify();
  addErrorPage(app);
  const logger = createLogger({ process: 'test', level: 'silent' });
  const errors = [...FAULT_CODES.map((code) => clientError(code, 'No.', 'r')), maskError(new Error('secret'), 'r', logger)];
  for (const { extensions } of errors) {
    const url = new URL(extensions.docs, 'http://academy.example/graphql');
    const answer = await app.inject(url.pathname);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(url.hash).toBe(`#${extensions.code}`);
    expect(answer.body).toContain(`<tr id="${extensions.code}">`);
  }
});

test('the guide and the page say the same', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const rows = FAULT_CODES.map((code) => {
    const { status, meaning, whatToDo } = ERROR_MEANINGS[code];
    return `| \`${code}\` | ${status} | ${meaning} | ${whatToDo} |`;
  });
  expect(guide.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line) && line.split('|').length === 6)).toEqual(rows);
});
