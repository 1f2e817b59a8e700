/** What security is made of in this benchmark's assembly of the graph: each part can be left out alone. */
export const PARTS = ['callers', 'limits', 'rates', 'signatures', 'nonces', 'rules', 'rows', 'audit'] as const;

export type Part = (typeof PARTS)[number];

/** What each part is, and what stands in its place where it is left out. */
export const MEANING: Readonly<Record<Part, string>> = {
  callers: 'tenant, token, revocations, impersonation, CORS; without: a table from token to principal',
  limits: "limits and cost of operations, what is public; without: documents are parsed and validated as any server's",
  rates: 'GCRA in Redis by installation, tenant and principal; without: nothing is counted',
  signatures: 'HMAC of each call to an island, and its nonce in Redis; without: the principal in a plain header',
  nonces: 'the nonces alone; without: nothing is remembered of a call',
  rules: "the islands' access tables by graphql-shield; without: the same resolvers, unguarded",
  rows: "row-level security and the transaction's tenant; without: views with the tenant as a constant predicate",
  audit: 'entries in the hash-chained log; without: they are thrown away',
};

/** An assembly by what it lacks: nothing, one part, or all. */
export type Variant = { readonly name: string; readonly off: ReadonlySet<Part> };

/** The nonce is part of the signature, so without signatures there is none. */
function without(...parts: readonly Part[]): ReadonlySet<Part> {
  return new Set(parts.includes('signatures') ? [...parts, 'nonces'] : parts);
}

/** As production runs it; the same put together by the benchmark; without anything; without each part alone. */
export const VARIANTS: readonly Variant[] = [
  { name: 'on', off: new Set() },
  { name: 'off', off: new Set(PARTS) },
  { name: 'control', off: new Set() },
  ...PARTS.map((part) => ({ name: `without ${part}`, off: without(part) })),
];
