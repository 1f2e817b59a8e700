import { createLogger } from '@academy/platform/logger';
import { expect, test } from 'vitest';
import { createHttpServer } from './http-server.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const open = (isLeaving: boolean) => createHttpServer({ maxBodyBytes: 1_000, logger, isLeaving: () => isLeaving });

test('a client that drips its request is cut off: headers after 8 s, all of it after 10 s', async () => {
  const { server } = await open(false);
  expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([8_000, 10_000, 65_000]);
});

test('a body that is too large or no JSON is refused in the media type that the client takes', async () => {
  const app = await open(false);
  app.post('/', async (_request, reply) => reply.send('{}'));
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const tooLarge = await app.inject({ method: 'POST', url: '/', headers, payload: `"${'x'.repeat(1_000)}"` });
  expect([tooLarge.statusCode, tooLarge.json().errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const broken = await app.inject({ method: 'POST', url: '/', headers, payload: '{' });
  expect([broken.statusCode, broken.headers['content-type']]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
});

test('clients are sent to another connection only while the process leaves', async () => {
  expect((await (await open(false)).inject('/')).headers['connection']).not.toBe('close');
  expect((await (await open(true)).inject('/')).headers['connection']).toBe('close');
});
