/** The query that a start must have answered before it calls itself up: it crosses three islands. */
export const FIRST_QUERY = `{
  tenant { name }
  courses(first: 3) {
    edges { node { title instructor { displayName } standards { code level } } }
  }
}`;

const DEADLINE_MS = 10_000;

/** Asks the first query as a visitor of a tenant; throws when the answer is not whole. Returns the response body. */
export async function askFirstQuery(url: string, tenantSlug: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tenant-id': tenantSlug },
    body: JSON.stringify({ query: FIRST_QUERY }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const text = await response.text();
  const body = JSON.parse(text) as { data?: { courses?: { edges: unknown[] } | null } | null; errors?: unknown };
  if (response.status !== 200 || body.errors !== undefined || (body.data?.courses?.edges.length ?? 0) === 0) {
    throw new Error(`The first query was not answered as it should be: ${response.status} ${text.slice(0, 500)}`);
  }
  return text;
}
