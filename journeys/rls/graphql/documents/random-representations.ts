import type { Random } from '../../../faults/random.ts';
import { OTHERS, OWN } from '../worlds/prepare-worlds.ts';
import type { Curiosity } from './pools.ts';
import { chooseId, type Pools } from './pools.ts';

const MOST = 6;

/** Fields that a resolver might believe if they came from the gateway: whose something is, what state it is in, which tenant it is of. */
const FORGED: readonly string[] = [
  'tenantId',
  'tenant_id',
  'ownerId',
  'candidateId',
  'holderId',
  'learnerId',
  'userId',
  'instructorId',
  'courseId',
  'enrollmentId',
  'status',
  'isPublic',
  'seq',
];

/** Representations as nobody but the gateway sends them: of the asker's own, of others', mixed, of nobody's, and with fields that no key has. */
export function randomRepresentations(
  random: Random,
  types: readonly string[],
  pools: Pools,
  asker: Curiosity,
): Record<string, unknown>[] {
  return Array.from({ length: random.whole(1, MOST) }, () => {
    const type = random.pick(types);
    const id = chooseId(random, pools, { of: '_Entity.id', name: 'id', target: type, mostOfPage: 0 }, asker);
    const representation: Record<string, unknown> = { __typename: type, id };
    while (random.next() < 0.3) {
      const name = random.pick(FORGED);
      representation[name] = forged(random, name, pools, asker);
    }
    return representation;
  });
}

function forged(random: Random, name: string, pools: Pools, asker: Curiosity): unknown {
  if (name === 'status') return random.pick(['ISSUED', 'REGISTERED', 'ACTIVE', 'COMPLETED']);
  if (name === 'isPublic') return true;
  if (name === 'seq') return random.whole(0, 3);
  if (/tenant/.test(name)) return random.pick([OWN.id, ...OTHERS.map(({ id }) => id)]);
  const { principal } = asker as { principal?: { userId?: string } };
  return random.next() < 0.5 && principal?.userId !== undefined
    ? principal.userId
    : chooseId(random, pools, { of: '_Entity.id', name, target: 'User', mostOfPage: 0 }, asker);
}
