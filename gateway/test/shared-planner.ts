import { Fault } from '@academy/kernel';
import { type OpenPlanner, type Planner, startPlanner } from '../src/federation/planning/planner.ts';

/** By supergraph. A plan follows from supergraph and question alone, so that gateways lend each other nothing but time. */
const started = new Map<string, Planner>();

/**
 * A planner whose thread serves every gateway of this process with that supergraph: starting one costs half a second of a core, more than most
 * tests that open a gateway. The thread outlives the gateways, and keeps no process alive.
 */
export const openSharedPlanner: OpenPlanner = ({ sdl, logger }) => {
  const planner = started.get(sdl) ?? startPlanner({ sdl, logger });
  started.set(sdl, planner);
  // Which cannot be read stays ended; the next is told so by a thread of its own.
  planner.ready.catch(() => started.delete(sdl));
  let isStopped = false;
  return {
    ready: planner.ready,
    plan: (question) =>
      isStopped ? Promise.reject(new Fault('UNAVAILABLE', 'This gateway was closed.')) : planner.plan(question),
    async stop() {
      isStopped = true;
    },
  };
};
