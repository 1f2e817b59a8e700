import { fail, ok, type Principal } from '@academy/kernel';
import { createCostModel } from '../../gateway/src/cost/cost-model.ts';
import { prepareDocument } from '../../gateway/src/documents/prepare-document.ts';
import type { PreparedOperation } from '../../gateway/src/documents/prepared-operation.ts';
import type { Federation } from '../../gateway/src/federation/federation.ts';
import type { ExecutionGuard } from '../../gateway/src/guard.ts';
import { NO_REPORTS } from '../../gateway/src/operation-request.ts';
import type { OperationCheck } from '../../gateway/src/operations.ts';
import type { RateLimiter } from '../../gateway/src/rate/rate-limiter.ts';
import { GENEROUS_LIMITS } from '../../gateway/src/router.ts';
import type { TenantRecord } from '../../gateway/src/tenant.ts';

type SignedIn = Exclude<Principal, { kind: 'anonymous' }>;

/** Believes everybody: whoever sends an `authorization` of the table is who it says there, anybody else is a visitor of the one tenant. */
export function admitFromTable(tenant: TenantRecord, callers: ReadonlyMap<string, SignedIn>): ExecutionGuard['admit'] {
  const visitor: Principal = { kind: 'anonymous', tenantId: tenant.id };
  return async ({ authorization }) => {
    const principal = callers.get(authorization ?? '');
    const session = principal === undefined ? undefined : { principal, issuedAtSeconds: 0, expiresAtSeconds: 4_102_444_800 };
    return ok({ tenant, session, principal: principal ?? visitor, payer: '' });
  };
}

/** What `operations` finds, without what the guard does around it. Throws for what is not valid. */
export function examineFreely(operations: OperationCheck): ExecutionGuard['examine'] {
  const nobody = { tenantId: '', isAnonymous: false, maxCost: Number.MAX_SAFE_INTEGER, isTrustedOnly: false, isApqOn: false };
  return async (_admission, request) => {
    const found = await operations.check(request, nobody);
    if (!found.ok) throw new Error(`A valid operation was expected, got ${found.error.code}.`);
    return found;
  };
}

/** Counts nothing, allows everything. */
export const NO_RATES: RateLimiter = {
  payerOf: () => '',
  recall: () => undefined,
  spend: () => ({ headers: {}, refusal: undefined }),
  mostOf: () => Number.MAX_SAFE_INTEGER,
  stop() {},
};

/** Parses and validates each document once, as any GraphQL server does, checks variables against their types, and weighs nothing. */
export function unlimitedOperations(federation: Federation): OperationCheck {
  const { schema, id } = federation.schema();
  const priced = { schema, id, costs: createCostModel(federation.supergraphSdl(), schema) };
  const prepared = new Map<string, PreparedOperation>();
  return {
    check({ query, variables }) {
      const source = String(query);
      let operation = prepared.get(source);
      if (operation === undefined) {
        const document = prepareDocument(source, priced, { limits: GENEROUS_LIMITS, isIntrospectionOn: false });
        if (!document.ok) return document;
        operation = document.value.operations[0];
        if (operation === undefined) throw new Error('The document has no operation.');
        prepared.set(source, operation);
      }
      const given = (variables ?? {}) as Record<string, unknown>;
      const mistakes = operation.checkVariables(given);
      if (mistakes.length > 0) return fail({ status: 400, code: 'BAD_USER_INPUT', mistakes: [{ message: 'variables' }] });
      const { hash, document, kind, operationName, rootFields } = operation;
      return ok({
        source,
        hash,
        document,
        operation: operation.operation,
        kind,
        operationName,
        variables: given,
        cost: 1,
        maxCost: 1,
        rootFields,
        reports: NO_REPORTS,
        schemaId: id,
        prepared: operation,
      });
    },
    async *prepareRegistered() {},
  };
}
