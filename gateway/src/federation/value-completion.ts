import type { GraphQLFormattedError } from 'graphql';

/**
 * The places where the schema promised a value and the islands brought none. The plan executor nulls them, and their parents, without an
 * error, and notes them in `extensions.valueCompletion`; an answer must not lose data in silence.
 */
export function brokenPromises(extensions: Readonly<Record<string, unknown>> | undefined): GraphQLFormattedError[] {
  const noted = extensions?.['valueCompletion'];
  if (!Array.isArray(noted)) return [];
  return noted.map((entry: unknown) => ({
    message: `A value that the schema promises is missing: ${textOf(entry)}`,
    ...pathOf(entry),
    extensions: { code: 'INTERNAL' },
  }));
}

function textOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'message' in entry ? String(entry.message) : 'no reason given';
}

function pathOf(entry: unknown): { path?: (string | number)[] } {
  if (typeof entry !== 'object' || entry === null || !('path' in entry) || !Array.isArray(entry.path)) return {};
  return { path: entry.path.filter((step): step is string | number => typeof step === 'string' || typeof step === 'number') };
}
