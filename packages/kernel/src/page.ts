import { fail, ok, type Result } from './result.ts';

/** The largest page that a client may ask for, and the page it gets when it does not say. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 20;

const CURSOR_VERSION = 1;

/** A keyset page: at most `size` rows after the row whose sort key is `after`. */
export type PageRequest = { readonly size: number; readonly after: readonly string[] | undefined };

export type PageRefusal = { kind: 'PageTooLarge'; message: string } | { kind: 'BadCursor'; message: string };

/**
 * An opaque, versioned cursor over a row's sort key. `scope` names the list, so that a cursor of one list is refused by another.
 */
export function encodeCursor(scope: string, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([CURSOR_VERSION, scope, ...key])).toString('base64url');
}

/** Checks `first` and `after` of a connection field whose sort key has `keyLength` parts. */
export function readPage(
  scope: string,
  keyLength: number,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Result<PageRequest, PageRefusal> {
  const size = args.first ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    return fail({ kind: 'PageTooLarge', message: `first must be 1 to ${MAX_PAGE_SIZE}, got ${size}.` });
  }
  if (args.after === undefined || args.after === null) return ok({ size, after: undefined });
  const key = decodeCursor(scope, keyLength, args.after);
  if (key === undefined) {
    return fail({
      kind: 'BadCursor',
      message: 'after must be an endCursor or cursor that this list returned; start again without it.',
    });
  }
  return ok({ size, after: key });
}

function decodeCursor(scope: string, keyLength: number, cursor: string): string[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== keyLength + 2) return undefined;
  const [version, cursorScope, ...key] = parsed as unknown[];
  if (version !== CURSOR_VERSION || cursorScope !== scope) return undefined;
  return key.every((part) => typeof part === 'string') ? key : undefined;
}

/** A Relay connection. */
export type Connection<Node> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/**
 * Shapes a page of rows as a connection. `rows` holds up to `page.size + 1` rows: the extra one only says that there is more.
 */
export function toConnection<Row>(
  scope: string,
  page: PageRequest,
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
): Connection<Row> {
  const edges = rows.slice(0, page.size).map((node) => ({ cursor: encodeCursor(scope, keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
