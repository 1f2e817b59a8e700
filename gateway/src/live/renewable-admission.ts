import type { Principal } from '@academy/kernel';
import type { Admission } from '../guard.ts';

/** An admission whose session a fresh token may prolong: what it says of session and principal is so now, and is to be asked each time. */
export type RenewableAdmission = Admission & {
  /** Goes on under a fresh admission. False, and nothing is changed, when it is of another tenant, person, service or persona. */
  renew(fresh: Admission): boolean;
};

/** The admission, to be renewed. */
export function createRenewableAdmission(first: Admission): RenewableAdmission {
  let now = first;
  return {
    get tenant() {
      return now.tenant;
    },
    get principal() {
      return now.principal;
    },
    get session() {
      return now.session;
    },
    get payer() {
      return now.payer;
    },
    renew(fresh) {
      if (rightsOf(fresh.principal) !== rightsOf(now.principal)) return false;
      now = fresh;
      return true;
    },
  };
}

/** The same for two sessions that may do the same in the same name. */
function rightsOf(principal: Principal): string {
  const { kind, tenantId } = principal;
  switch (kind) {
    case 'anonymous':
      return JSON.stringify([kind, tenantId]);
    case 'user':
      return JSON.stringify([kind, tenantId, principal.userId, principal.persona]);
    case 'service':
      return JSON.stringify([kind, tenantId, principal.service, principal.scopes.toSorted()]);
  }
}
