import { expect, test } from 'vitest';
import { chooseStreamFormat, EVENT_STREAM, MULTIPART } from './stream-format.ts';

test.each([
  [undefined, undefined],
  ['*/*', undefined],
  ['application/json', undefined],
  ['text/event-stream', EVENT_STREAM],
  ['TEXT/Event-Stream; charset=utf-8', EVENT_STREAM],
  ['text/event-stream, multipart/mixed', EVENT_STREAM],
  ['text/event-stream;q=0, application/json', undefined],
  ['multipart/mixed', undefined],
  ['multipart/mixed;deferSpec=20220824, application/json', undefined],
  ['multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json', MULTIPART],
  [
    'multipart/mixed;boundary="graphql";subscriptionSpec="1.0",application/graphql-response+json,application/json;q=0.9',
    MULTIPART,
  ],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    undefined,
  ],
])('a client that accepts %s gets the stream it asks for first, or none', (accept, expected) => {
  expect(chooseStreamFormat(accept)).toBe(expected);
});

test('a multipart answer is closed by its boundary at once, so that no client holds it back', () => {
  const text = MULTIPART.begin + MULTIPART.next({ dataJson: '{"seq":1}', extensions: { resume: 'token' } }) + MULTIPART.heartbeat;
  const parts = text.split('\r\n--graphql');
  expect(parts).toEqual([
    '',
    '\r\ncontent-type: application/json\r\n\r\n{"payload":{"data":{"seq":1},"extensions":{"resume":"token"}}}',
    '\r\ncontent-type: application/json\r\n\r\n{}',
    '',
  ]);
});

test('an event bears its token as id, and an error leaves the id of the event before it', () => {
  const resumed = EVENT_STREAM.next({ dataJson: 'null', extensions: { resume: 'token' } });
  expect(resumed).toBe('id: token\nevent: next\ndata: {"data":null,"extensions":{"resume":"token"}}\n\n');
  expect(EVENT_STREAM.next({ errors: [] })).toBe('event: next\ndata: {"errors":[]}\n\n');
});
