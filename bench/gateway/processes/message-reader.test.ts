import { expect, test } from 'vitest';
import { bodyOf, MessageReader } from './message-reader.ts';

const PLAIN = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n';
const EMPTY = 'HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n';

function bodiesOf(pieces: readonly Buffer[]): string[] {
  const bodies: string[] = [];
  const reader = new MessageReader((message) => bodies.push(bodyOf(message).toString()));
  for (const piece of pieces) reader.push(piece);
  return bodies;
}

test('messages that come at once are told apart, with content-length, chunked and without a body', () => {
  expect(bodiesOf([Buffer.from(PLAIN + CHUNKED + EMPTY + PLAIN)])).toEqual(['hello', 'hello', '', 'hello']);
});

test('a message that comes byte by byte is the same message', () => {
  for (const message of [PLAIN, CHUNKED, EMPTY]) {
    const bytes = [...Buffer.from(message + message)].map((byte) => Buffer.of(byte));
    expect(bodiesOf(bytes)).toEqual(bodiesOf([Buffer.from(message + message)]));
  }
});

test('a message of which the last byte is missing is not told', () => {
  for (const message of [PLAIN, CHUNKED]) expect(bodiesOf([Buffer.from(message.slice(0, -1))])).toEqual([]);
});
