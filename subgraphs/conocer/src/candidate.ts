import { z } from 'zod';
import type { Worker } from './services.ts';

/** What the authority must know of a person. Asked for when it is sent; never stored, never logged. */
export type Candidate = { readonly curp: string; readonly fullName: string };

const QUERY = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on User { curp fullName } } }';

const person = z.object({ curp: z.string().nullish(), fullName: z.string().nullish() }).nullable();
const answer = z.object({ _entities: z.array(person) });

/** The candidate as users knows her; undefined when users knows no such person, or lacks her CURP or name. Throws what asking throws. */
export async function askCandidate(graph: Worker['graph'], tenantId: string, userId: string): Promise<Candidate | undefined> {
  const [candidate] = await askCandidates(graph, tenantId, [userId]);
  return candidate;
}

/** As `askCandidate`, for several at once, in their order. */
export async function askCandidates(
  graph: Worker['graph'],
  tenantId: string,
  userIds: readonly string[],
): Promise<(Candidate | undefined)[]> {
  const data = await graph.ask<unknown>('users', tenantId, {
    query: QUERY,
    variables: { r: userIds.map((id) => ({ __typename: 'User', id })) },
  });
  const parsed = answer.safeParse(data);
  // The issues of a parse name what came: they must not reach a log.
  if (!parsed.success || parsed.data._entities.length !== userIds.length)
    throw new Error('Expected users to answer an entity each with curp and fullName; it answered something else.');
  return parsed.data._entities.map((user) =>
    user?.curp && user.fullName ? { curp: user.curp, fullName: user.fullName } : undefined,
  );
}
