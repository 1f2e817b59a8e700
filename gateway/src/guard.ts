import { type Clock, Fault, fail, ok, type Principal, personaOf, type Result, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { ApiKeys } from './api-keys/api-keys.ts';
import type { TenantSource } from './config.ts';
import type { OperationRefusal } from './documents/operation-refusal.ts';
import { type ClientError, clientError, maskError } from './errors.ts';
import type { Peer } from './http/client-address.ts';
import type { KnownRevocations } from './identity/known-revocations.ts';
import type { TenantTokens } from './identity/tenant-tokens.ts';
import type { OperationRequest } from './operation-request.ts';
import type { CheckedOperation, OperationCheck } from './operations.ts';
import { BAD_TOKEN_MESSAGE, bearerToken, type Session } from './principal.ts';
import type { RateDecision, RateLimiter } from './rate/rate-limiter.ts';
import type { Revocations } from './revocations.ts';
import type { ClientSignatures } from './signatures/client-signatures.ts';
import type { SignedMessage } from './signatures/signed-message.ts';
import { resolveTenant, type TenantClues, type TenantDirectory, type TenantRecord } from './tenant.ts';

/** What a request or a connection says about itself, whatever the transport. */
export type Approach = {
  readonly requestId: string;
  readonly tenant: TenantClues;
  /** The whole value of `authorization`, from a header or a connection's first message. */
  readonly authorization: string | undefined;
  /** Value of `x-api-key`, from a header or a connection's first message. */
  readonly apiKey?: string | undefined;
  /** Value of `x-impersonation`: the session in which an operator acts in somebody's name. */
  readonly impersonation?: string | undefined;
  readonly peer?: Peer | undefined;
  /** The request, or that which opened the connection, where it says that it is signed. */
  readonly message?: SignedMessage | undefined;
};

/** Who asks, in which tenant. `session` is undefined for an anonymous caller. */
export type Admission = {
  readonly tenant: TenantRecord;
  readonly principal: Principal;
  readonly session: Session | undefined;
  /** Under what its operations are counted within the tenant. */
  readonly payer: string;
};

/** An operation that may be planned, and what its answer tells of the rate limits that it was counted against. */
export type ExaminedOperation = CheckedOperation & { readonly rateHeaders?: Readonly<Record<string, string>> };

/** The guard's no: the same on every transport. `status` and `headers` are for those that have them. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 413 | 429 | 500 | 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly ClientError[];
};

/**
 * The one guard of every transport: nothing reaches the planner but through `admit` and then `examine`, and an open stream goes on only
 * while `isStillAdmitted`.
 */
export type ExecutionGuard = {
  /** Tenant and principal of an approach. */
  admit(approach: Approach): Promise<Result<Admission, Refusal>>;
  /**
   * An operation that the admitted caller may have planned, counted against the rate limits. One that is refused for another reason is counted
   * too, as the cheapest there is: to find that out is work. `whileCounting` runs for one that may be planned, before it is known whether the limits
   * allow it.
   */
  examine(
    admission: Admission,
    request: OperationRequest,
    requestId: string,
    whileCounting?: (operation: CheckedOperation) => void,
  ): Result<ExaminedOperation, Refusal> | Promise<Result<ExaminedOperation, Refusal>>;
  /** False once the token or the key has expired or was revoked, or the tenant was suspended. Cheap: ask before each event, and at least every 2 s. */
  isStillAdmitted(admission: Admission): boolean;
};

export type GuardOptions = {
  readonly directory: TenantDirectory;
  readonly tokens: TenantTokens;
  readonly apiKeys: Pick<ApiKeys, 'verify'>;
  readonly signatures: ClientSignatures;
  readonly revocations: Revocations;
  readonly known: Pick<KnownRevocations, 'ensure'>;
  readonly operations: OperationCheck;
  readonly limiter: RateLimiter;
  /** Only documents that were registered beforehand are answered, in every tenant; otherwise in those that want it. */
  readonly isTrustedOnly: boolean;
  /** Clients of every tenant may register documents with their first request; otherwise those of tenants that want it. */
  readonly isApqOn: boolean;
  /** Whether everybody may see how an operation is planned, and not super_admin alone. */
  readonly isQueryPlanOpen: boolean;
  readonly tenantSources: readonly TenantSource[];
  readonly baseDomain: string;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** The answer to everything that is wrong about a tenant: unknown, suspended, contradictory, or not the token's. */
const TENANT_MESSAGE = 'This address, or this token, does not belong to a tenant that may be used here.';

const TWO_CREDENTIALS_MESSAGE = 'Send a token or an API key, not both.';

/** Names no tenant. */
const NO_TENANT = '';

/** A guard over these parts. */
export function createGuard(options: GuardOptions): ExecutionGuard {
  const { directory, revocations, clock, limiter } = options;

  async function authenticate(approach: Approach, tenant: TenantRecord | undefined): Promise<Session | undefined> {
    if (approach.apiKey !== undefined) {
      // Whichever of the two was ignored, the caller might be taken for somebody else.
      if (approach.authorization !== undefined) throw new Fault('UNAUTHENTICATED', TWO_CREDENTIALS_MESSAGE);
      return options.apiKeys.verify(approach.apiKey);
    }
    const token = bearerToken(approach.authorization);
    if (token === undefined) return undefined;
    const session = await options.tokens.verify(token, tenant);
    if (session.principal.kind === 'user') {
      const reading = options.known.ensure(session.principal.tenantId);
      if (reading !== undefined) await reading;
    }
    if (revocations.isRevoked(session.principal, session.issuedAtSeconds)) {
      throw new Fault('UNAUTHENTICATED', BAD_TOKEN_MESSAGE, { cause: new Error('the token was revoked') });
    }
    return session;
  }
  const isSessionOf = (session: Session, tenant: TenantRecord) =>
    session.principal.tenantId === tenant.id && options.tokens.accepts(tenant, session);
  const isUsable = (tenant: TenantRecord) => tenant.status === 'ACTIVE' && !revocations.isSuspended(tenant.id);

  function count(
    admission: Admission,
    checked: Result<CheckedOperation, OperationRefusal>,
    requestId: string,
    whileCounting: ((operation: CheckedOperation) => void) | undefined,
  ) {
    const tell = ({ refusal, headers }: RateDecision): Result<ExaminedOperation, Refusal> => {
      if (refusal !== undefined) return fail(tellRateRefusal(refusal, headers, requestId));
      if (checked.ok) return ok({ ...checked.value, rateHeaders: headers });
      const told = tellRefusal(checked.error, requestId);
      return fail({ ...told, headers: { ...headers, ...told.headers } });
    };
    const counted = limiter.spend(admission, checked.ok ? checked.value.cost : COST_OF_A_REFUSAL);
    if (!(counted instanceof Promise)) return tell(counted);
    if (checked.ok) whileCounting?.(checked.value);
    return counted.then(tell);
  }

  return {
    async admit(approach) {
      const { requestId } = approach;
      try {
        const tenant = await resolveTenant(approach.tenant, options.tenantSources, options.baseDomain, directory);
        // Verified also where it cannot help: neither the answer nor the time that it takes tells whether there is such a tenant.
        const session = await authenticate(approach, tenant);
        const isOfTenant = tenant !== undefined && session !== undefined && isSessionOf(session, tenant);
        if (tenant === undefined || !isUsable(tenant) || (session !== undefined && !isOfTenant)) {
          // Whoever asks for an unknown tenant has the directory read again; so has everybody who gets the same answer.
          await directory.find(NO_TENANT);
          return fail(tellTenantRefusal(isOfTenant, requestId));
        }
        if (tenant.settings.clientSignatures.isRequired) await options.signatures.check(approach.message, tenant);
        const principal: Principal = session?.principal ?? { kind: 'anonymous', tenantId: tenant.id };
        return ok({ tenant, session, principal, payer: limiter.payerOf(principal, approach.peer) });
      } catch (thrown) {
        return fail(refusalOf(thrown, requestId, options.logger));
      }
    },
    examine(admitted, request, requestId, whileCounting) {
      // A connection outlives settings: each of its operations is held to those of now.
      const now = directory.peek(admitted.tenant.id);
      const admission = now === undefined || now === admitted.tenant ? admitted : { ...admitted, tenant: now };
      const { tenant, session, principal } = admission;
      if (request.reports?.queryPlan === true && !options.isQueryPlanOpen && personaOf(principal) !== 'super_admin') {
        const message = 'The query plan is shown to super_admin only; ask without it.';
        return fail({ status: 403, headers: {}, errors: [clientError('FORBIDDEN', message, requestId)] });
      }
      const known = limiter.recall(admission);
      if (known?.refusal !== undefined) return fail(tellRateRefusal(known.refusal, known.headers, requestId));
      const checked = options.operations.check(request, {
        tenantId: tenant.id,
        isAnonymous: session === undefined,
        maxCost: Math.min(tenant.settings.limits.maxCost, limiter.mostOf(tenant)),
        isTrustedOnly: options.isTrustedOnly || tenant.settings.isTrustedOnly,
        isApqOn: options.isApqOn || tenant.settings.features.includes('AUTOMATIC_DOCUMENTS'),
      });
      return checked instanceof Promise
        ? checked.then((one) => count(admission, one, requestId, whileCounting))
        : count(admission, checked, requestId, whileCounting);
    },
    isStillAdmitted({ session, tenant }) {
      const known = directory.peek(tenant.id);
      if (known === undefined || !isUsable(known)) return false;
      if (session === undefined) return true;
      if (!isSessionOf(session, known)) return false;
      const hasExpired = clock.now().getTime() >= session.expiresAtSeconds * SECOND_MS;
      if (hasExpired || session.stillHolds?.() === false) return false;
      return !revocations.isRevoked(session.principal, session.issuedAtSeconds);
    },
  };
}

/** An operation that is refused spends what the cheapest one does. */
const COST_OF_A_REFUSAL = 1;

const CHALLENGE = { 'www-authenticate': 'Bearer' };

/** One answer, whatever is wrong; only a good session of the very tenant is told that it is suspended. */
function tellTenantRefusal(isOfTenant: boolean, requestId: string): Refusal {
  const { extensions, ...error } = clientError('TENANT_MISMATCH', TENANT_MESSAGE, requestId);
  const told = isOfTenant ? { ...extensions, reason: 'TENANT_SUSPENDED' as const } : extensions;
  return { status: 403, headers: {}, errors: [{ ...error, extensions: told }] };
}

function tellRefusal({ status, code, mistakes }: OperationRefusal, requestId: string): Refusal {
  return {
    status,
    headers: status === 401 ? CHALLENGE : {},
    errors: mistakes.map(({ message, locations }) =>
      clientError(code, message, requestId, locations === undefined ? {} : { locations }),
    ),
  };
}

function tellRateRefusal(
  { message, retryAfterSeconds }: NonNullable<RateDecision['refusal']>,
  headers: RateDecision['headers'],
  requestId: string,
): Refusal {
  const { extensions, ...error } = clientError('RATE_LIMITED', message, requestId);
  return {
    status: 429,
    headers: { ...headers, 'retry-after': String(retryAfterSeconds) },
    errors: [{ ...error, extensions: { ...extensions, retryAfterSeconds } }],
  };
}

function refusalOf(thrown: unknown, requestId: string, logger: Logger): Refusal {
  if (thrown instanceof Fault && thrown.code === 'UNAUTHENTICATED') {
    return { status: 401, headers: CHALLENGE, errors: [clientError('UNAUTHENTICATED', thrown.message, requestId)] };
  }
  const error = maskError(thrown, requestId, logger);
  return error.extensions.code === 'UNAVAILABLE'
    ? { status: 503, headers: { 'retry-after': '1' }, errors: [error] }
    : { status: 500, headers: {}, errors: [error] };
}
