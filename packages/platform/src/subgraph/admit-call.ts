import { Fault, type Principal } from '@academy/kernel';
import { type CheckedSignature, checkSignature, createNonceMemory, type SignedCall } from '../access/index.ts';
import type { BegunOperation, IslandResources, OperationContext, RunningIsland } from './island.ts';
import { readOperation } from './read-operation.ts';

/** A call whose body was read as text. */
type ReadCall = SignedCall & { readonly body: string };

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who calls by its certificate: the gateway speaks for everyone, any other service for itself alone. */
export type CallingPeer = { readonly service: string; readonly isGateway: boolean };

/** What is to be done with a call that came over HTTP. */
export type Admission =
  | {
      readonly kind: 'refused';
      readonly reason: Extract<CheckedSignature, { isValid: false }>['reason'] | 'replayed' | 'not-its-own';
    }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'admitted'; readonly operation: BegunOperation };

/**
 * Tells whether a call may be executed. Nothing is read of what is not signed, and nothing is remembered of it; what is signed is read and begun
 * while the memory of nonces answers. With a `peer`, the principal must be one that it may speak for. Rejects with Fault UNAVAILABLE while that memory is away.
 */
export function createAdmission(
  island: RunningIsland,
  { redis, signingKeys, clock }: Pick<IslandResources, 'redis' | 'signingKeys' | 'clock'>,
): (call: ReadCall, headers: Headers, about: Omit<OperationContext, 'principal'>, peer?: CallingPeer) => Promise<Admission> {
  const nonces = createNonceMemory(redis);
  return async (call, headers, about, peer) => {
    const signed = checkSignature(call, headers, signingKeys, clock);
    if (!signed.isValid) return { kind: 'refused', reason: signed.reason };
    const { principal, nonce } = signed;
    if (peer !== undefined && !maySpeakFor(peer, principal)) return { kind: 'refused', reason: 'not-its-own' };
    const lookingUp = isNew(nonce);
    const request = readOperation(call.body);
    const operation = request === undefined ? undefined : island.begin(request, { ...about, principal });
    try {
      if (await lookingUp) return operation === undefined ? { kind: 'unreadable' } : { kind: 'admitted', operation };
    } catch (thrown) {
      operation?.drop();
      throw thrown;
    }
    operation?.drop();
    return { kind: 'refused', reason: 'replayed' };
  };

  async function isNew(nonce: string): Promise<boolean> {
    try {
      return await nonces.isNew(nonce);
    } catch (thrown) {
      throw new Fault('UNAVAILABLE', 'Whether this call is new cannot be told right now; try again shortly.', { cause: thrown });
    }
  }
}

/** All of us sign with the same keys: the certificate keeps a worker from passing for the gateway, or for another worker. */
function maySpeakFor(peer: CallingPeer, principal: Principal): boolean {
  return peer.isGateway || (principal.kind === 'service' && principal.service === peer.service);
}
