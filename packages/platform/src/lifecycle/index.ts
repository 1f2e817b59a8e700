import type { Logger } from '../logger/index.ts';

/** Something that runs until it is stopped. `stop` resolves when nothing of it is left; calling it twice is harmless. */
export type Service = { stop(): Promise<void> };

/** A process gives up its drain after this long and exits with 1. */
export const DRAIN_DEADLINE_MS = 10_000;

/** What a process entry hands over of `process`, so that nothing else touches it. */
export type ProcessSignals = {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): void;
};

/** Stops services in the given order on SIGTERM or SIGINT, then exits: 0 when all stopped within the drain deadline, else 1. */
export function stopOnSignal(signals: ProcessSignals, services: readonly Service[], logger: Logger): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    const deadline = setTimeout(() => {
      logger.error('the drain took too long; exiting');
      signals.exit(1);
    }, DRAIN_DEADLINE_MS);
    void stopAll(services).then(
      () => {
        clearTimeout(deadline);
        signals.exit(0);
      },
      (thrown: unknown) => {
        logger.error({ err: thrown }, 'a service did not stop');
        signals.exit(1);
      },
    );
  };
  signals.on('SIGTERM', stop);
  signals.on('SIGINT', stop);
}

/** Stops services one after the other, in the given order. */
export async function stopAll(services: readonly Service[]): Promise<void> {
  for (const service of services) await service.stop();
}
