import { fail, isUuid, ok, type UserPrincipal } from '@academy/kernel';
import { clientError } from '../errors.ts';
import type { Admission, ExecutionGuard, Refusal } from '../guard.ts';
import type { Impersonations } from './impersonations.ts';

/** One answer to every session that may not be used: unknown, over, another operator's, another tenant's, or sent by nobody who may have one. */
const MESSAGE = 'This impersonation is not open, or not yours; start one, or ask without x-impersonation.';

/** Tells in every answer, whoever looks at it, that it was not asked by the person herself. */
const HEADER = 'x-impersonated-user';

/**
 * The same guard, which lets an operator act in a person's name where the request bears `x-impersonation` beside her own token: whatever issued it. The admission
 * is the person's, with the operator named, and ends with the session, or with the operator's own. Her operations are counted as the operator's.
 */
export function withImpersonation(guard: ExecutionGuard, impersonations: Impersonations): ExecutionGuard {
  return {
    async admit(approach) {
      const admitted = await guard.admit(approach);
      const id = approach.impersonation;
      if (!admitted.ok || id === undefined) return admitted;
      const own = admitted.value;
      const { principal, session, tenant } = own;
      if (principal.kind !== 'user' || principal.persona !== 'super_admin' || session === undefined || !isUuid(id)) {
        return fail(refused(approach.requestId));
      }
      try {
        const grant = await impersonations.find(tenant.id, id);
        if (grant === undefined || grant.impersonatorId !== principal.userId) return fail(refused(approach.requestId));
        const expiresAtSeconds = Math.min(session.expiresAtSeconds, grant.expiresAtSeconds);
        const person: UserPrincipal = {
          ...principal,
          userId: grant.userId,
          persona: grant.persona,
          expiresAtSeconds,
          impersonatorId: principal.userId,
        };
        const stillHolds = () => guard.isStillAdmitted(own) && impersonations.isOpen(tenant.id, id);
        return ok({ ...own, principal: person, session: { ...session, principal: person, expiresAtSeconds, stillHolds } });
      } catch {
        const message = 'Whether this session is open cannot be told now; try again shortly.';
        return fail({
          status: 503,
          headers: { 'retry-after': '1' },
          errors: [clientError('UNAVAILABLE', message, approach.requestId)],
        });
      }
    },
    examine(admission, request, requestId, whileCounting) {
      const examined = guard.examine(admission, request, requestId, whileCounting);
      const userId = impersonatedIn(admission);
      if (userId === undefined) return examined;
      return Promise.resolve(examined).then((one) =>
        one.ok ? ok({ ...one.value, rateHeaders: { ...one.value.rateHeaders, [HEADER]: userId } }) : one,
      );
    },
    isStillAdmitted: guard.isStillAdmitted,
  };
}

function impersonatedIn({ principal }: Admission): string | undefined {
  return principal.kind === 'user' && principal.impersonatorId !== undefined ? principal.userId : undefined;
}

function refused(requestId: string): Refusal {
  return { status: 403, headers: {}, errors: [clientError('FORBIDDEN', MESSAGE, requestId)] };
}
