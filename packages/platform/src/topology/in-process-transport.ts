import { Fault } from '@academy/kernel';
import type { CallContext, IslandName, IslandRequest, IslandResponse, IslandTransport } from './transport.ts';

/** An island that lives in this process. */
export type LocalIsland = { execute(request: IslandRequest, context: CallContext): Promise<IslandResponse> };

/** Calls islands of this process directly: no HTTP and no signature, the same principal and the same access rules. */
export function createInProcessTransport(islands: Readonly<Record<IslandName, LocalIsland>>): IslandTransport {
  return {
    async call(island, request, context) {
      if (context.signal.aborted) throw aborted(island);
      const { promise, reject } = Promise.withResolvers<never>();
      const onAbort = () => reject(aborted(island));
      context.signal.addEventListener('abort', onAbort, { once: true });
      try {
        return await Promise.race([islands[island].execute(request, context), promise]);
      } catch (thrown) {
        if (thrown instanceof Fault) throw thrown;
        throw new Fault('UNAVAILABLE', 'A part of the system does not answer; try again shortly.', { cause: thrown });
      } finally {
        context.signal.removeEventListener('abort', onAbort);
      }
    },
    async close() {},
  };
}

function aborted(island: IslandName): Fault {
  return new Fault('TIMEOUT', 'A part of the system took too long; try again shortly.', {
    cause: new Error(`${island}: aborted`),
  });
}
