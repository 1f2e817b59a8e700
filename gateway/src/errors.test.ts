import { FAULT_CODES, Fault } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { maskErrors, withoutSuggestion } from './errors.ts';

const requestId = 'request-1';

function mask(error: Parameters<typeof maskErrors>[0][number]) {
  const lines: string[] = [];
  const logger = createLogger({ process: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { masked: maskErrors([error], requestId, logger)[0], log: lines.join('\n') };
}

describe('what a client sees of an error', () => {
  test.each(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT'] as const)(
    '%s keeps its message, code and path, and nothing else',
    (code) => {
      const { masked } = mask(
        new GraphQLError('No.', { path: ['me', 0], extensions: { code, serviceName: 'users', query: 'select' } }),
      );
      expect(masked).toEqual({ message: 'No.', path: ['me', 0], extensions: { code, requestId, docs: `/docs/errors#${code}` } });
    },
  );

  test('an unknown code becomes INTERNAL with an id under which the log tells the rest', () => {
    const { masked, log } = mask(
      new GraphQLError('connect ECONNREFUSED postgres://users:5432', {
        path: ['me'],
        extensions: { code: 'ECONNREFUSED', serviceName: 'users' },
      }),
    );
    expect(masked).toEqual({
      message: 'Something went wrong on our side; quote the id when you report it.',
      path: ['me'],
      extensions: { code: 'INTERNAL', requestId, id: expect.stringMatching(/^[0-9a-f-]{36}$/), docs: '/docs/errors#INTERNAL' },
    });
    expect(log).toContain(masked?.extensions.id);
    expect(log).toContain('ECONNREFUSED postgres://users:5432');
  });

  test('an exception without a code is a bug: no word of it leaves', () => {
    const { masked, log } = mask(new TypeError("Cannot read properties of undefined (reading 'folio')"));
    expect(JSON.stringify(masked)).not.toContain('folio');
    expect(masked?.extensions.code).toBe('INTERNAL');
    expect(log).toContain('folio');
  });

  test.each(['UNAVAILABLE', 'TIMEOUT'] as const)('%s never names what is away', (code) => {
    const { masked, log } = mask(
      new Fault(code, 'certification at http://certification:4003 is away', { cause: new Error('socket hang up') }),
    );
    expect(masked?.extensions).toEqual({ code, requestId, docs: `/docs/errors#${code}` });
    expect(masked?.message).not.toContain('certification');
    expect(log).toContain('socket hang up');
  });

  test('a fault inside a GraphQL error keeps its code', () => {
    const { masked } = mask(
      new GraphQLError('Yours is another tenant.', { originalError: new Fault('FORBIDDEN', 'Yours is another tenant.') }),
    );
    expect(masked?.extensions.code).toBe('FORBIDDEN');
  });

  test('a message that quotes the client at length is cut', () => {
    const { masked } = mask(new Fault('BAD_USER_INPUT', `Bad: ${'x'.repeat(10_000)}`));
    expect(masked?.message).toHaveLength(300);
  });

  test('every code of the allow-list is documented for clients', async () => {
    const { readFile } = await import('node:fs/promises');
    const page = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');
    const documented = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(documented).toEqual([...FAULT_CODES]);
  });
});

test('a suggestion is taken out of a message, and nothing else is', () => {
  expect(withoutSuggestion('Cannot query field "emial" on type "User". Did you mean "email" or "emails"?')).toBe(
    'Cannot query field "emial" on type "User".',
  );
  expect(withoutSuggestion('Cannot query field "x" on type "User".')).toBe('Cannot query field "x" on type "User".');
});
