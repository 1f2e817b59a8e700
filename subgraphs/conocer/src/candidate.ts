import { z } from 'zod';
import type { Worker } from './services.ts';

/** What the authority must know of a person. Asked for when it is sent; never stored, never logged. */
export type Candidate = { readonly curp: string; readonly fullName: string };

const QUERY = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on User { curp fullName } } }';

const answer = z.object({
  _entities: z.tuple([z.object({ curp: z.string().nullish(), fullName: z.string().nullish() }).nullable()]),
});

/** The candidate as users knows her; undefined when users knows no such person, or lacks her CURP or name. Throws what asking throws. */
export async function askCandidate(graph: Worker['graph'], tenantId: string, userId: string): Promise<Candidate | undefined> {
  const data = await graph.ask<unknown>('users', tenantId, {
    query: QUERY,
    variables: { r: [{ __typename: 'User', id: userId }] },
  });
  const parsed = answer.safeParse(data);
  // The issues of a parse name what came: they must not reach a log.
  if (!parsed.success) throw new Error('Expected users to answer one entity with curp and fullName; it answered something else.');
  const [user] = parsed.data._entities;
  if (!user?.curp || !user.fullName) return undefined;
  return { curp: user.curp, fullName: user.fullName };
}
