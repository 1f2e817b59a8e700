import { describeThrown } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Federation } from './federation/federation.ts';
import type { CheckedOperation } from './operations.ts';

/**
 * The same federation, whose answers also tell in `extensions` what was asked for: `cost` as estimated before execution, and `queryPlan`,
 * which the guard lets operators alone ask for.
 */
export function withReports(federation: Federation, logger: Logger): Federation {
  async function planOf(operation: CheckedOperation, requestId: string): Promise<string | null> {
    try {
      return await federation.planText(operation);
    } catch (thrown) {
      logger.warn({ requestId, err: describeThrown(thrown) }, 'a query plan could not be shown');
      return null;
    }
  }

  return {
    ...federation,
    async execute(operation, context, takesParts) {
      const { cost, queryPlan } = operation.reports;
      if (!cost && !queryPlan) return federation.execute(operation, context, takesParts);
      const [{ cache: _note, ...outcome }, plan] = await Promise.all([
        federation.execute(operation, context, takesParts),
        queryPlan ? planOf(operation, context.requestId) : undefined,
      ]);
      const told = {
        ...outcome.extensions,
        ...(cost ? { cost: { requested: operation.cost, maximum: operation.maxCost } } : {}),
        ...(plan === undefined ? {} : { queryPlan: plan }),
      };
      // Without the cache's note: a cache on the way tells no request that asks for reports from one that does not.
      return { ...outcome, extensions: told };
    },
  };
}
