import { Fault, type Principal } from '@academy/kernel';
import { createNonceMemory, type NonceMemory, type SignedCall, type Verification, verifyCall } from '../access/index.ts';
import type { IslandRequest } from '../topology/transport.ts';
import type { IslandResources, RunningIsland } from './island.ts';
import { readOperation } from './read-operation.ts';

/** A call whose body was read as text. */
type ReadCall = SignedCall & { readonly body: string };

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who calls by its certificate: the gateway speaks for everyone, any other service for itself alone. */
export type CallingPeer = { readonly service: string; readonly isGateway: boolean };

/** What is to be done with a call that came over HTTP. */
export type Admission =
  | { readonly kind: 'refused'; readonly reason: Extract<Verification, { isValid: false }>['reason'] | 'not-its-own' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'admitted'; readonly principal: Principal; readonly operation: IslandRequest };

/**
 * Tells who calls and what is asked. Nothing is read of what is not signed, and nothing is remembered of it; what is signed is read and prepared
 * while the memory of nonces answers. With a `peer`, the principal must be one that it may speak for. Rejects with Fault UNAVAILABLE while that memory is away.
 */
export function createAdmission(
  island: RunningIsland,
  { redis, signingKeys, clock }: Pick<IslandResources, 'redis' | 'signingKeys' | 'clock'>,
): (call: ReadCall, headers: Headers, peer?: CallingPeer) => Promise<Admission> {
  const nonces = createNonceMemory(redis);
  return async (call, headers, peer) => {
    let isSigned = false;
    const watched: NonceMemory = {
      isNew(nonce) {
        isSigned = true;
        return nonces.isNew(nonce);
      },
    };
    const verifying = verify(call, headers, watched);
    const [verification, readAhead] = await Promise.all([verifying, isSigned ? read(call.body) : undefined]);
    if (!verification.isValid) return { kind: 'refused', reason: verification.reason };
    if (peer !== undefined && !maySpeakFor(peer, verification.principal)) return { kind: 'refused', reason: 'not-its-own' };
    const operation = readAhead ?? (await read(call.body));
    if (operation === undefined) return { kind: 'unreadable' };
    return { kind: 'admitted', principal: verification.principal, operation };
  };

  async function verify(call: SignedCall, headers: Headers, memory: NonceMemory): Promise<Verification> {
    try {
      return await verifyCall(call, headers, signingKeys, memory, clock);
    } catch (thrown) {
      throw new Fault('UNAVAILABLE', 'Whether this call is new cannot be told right now; try again shortly.', { cause: thrown });
    }
  }

  async function read(body: string): Promise<IslandRequest | undefined> {
    const operation = readOperation(body);
    if (operation !== undefined) island.prepare(operation.query);
    return operation;
  }
}

/** All of us sign with the same keys: the certificate keeps a worker from passing for the gateway, or for another worker. */
function maySpeakFor(peer: CallingPeer, principal: Principal): boolean {
  return peer.isGateway || (principal.kind === 'service' && principal.service === peer.service);
}
