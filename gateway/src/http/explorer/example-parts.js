/** In the name of a seeded learner without a history. */
export const ALICE = { tenant: 'raices', person: 'alice, learner' };

/** Without a login. */
export const VISITOR = { tenant: 'raices' };

/** What every refusal of a mutation has. */
export const REFUSAL = '... on UserError { code message }';

/** A key that no request has borne. */
export function idempotencyKey() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first thing of a connection, if it has one. */
export function firstNode(connection) {
  return connection?.edges[0]?.node;
}
