import { isPersona, type Persona, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls } from '@academy/platform/topology';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { DevIssuer } from '../dev-issuer.ts';
import { maskError } from '../errors.ts';
import type { ExecutionGuard } from '../guard.ts';
import type { TrustedProxies } from './client-address.ts';
import { PLAIN_JSON } from './graphql-over-http.ts';
import { refuse, send } from './graphql-route.ts';
import { approachOf } from './request-approach.ts';

/** The one answer to an attempt that is not accepted. */
const BAD_SIGN_IN_MESSAGE = 'The e-mail, the password or the code is not right, or this persona is not yours.';

const PATHS = ['/sign-in', '/t/:tenant/sign-in'];
const TOKEN_LIFETIME_SECONDS = 60 * 60;
/** A password is hashed meanwhile, perhaps behind others. */
const DEADLINE_MS = 5 * SECOND_MS;

const asked = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(320),
  code: z.string().max(100).optional(),
  /** Which of her personas; left out: the first that she was given. */
  persona: z.string().refine(isPersona).optional(),
});

const CHECK = `mutation GatewaySignInCheck($input: SignInCheckInput!) { signInCheck(input: $input) { userId personas retryAfterSeconds } }`;
const checked = z.object({
  signInCheck: z.object({
    userId: z.uuid().nullable(),
    personas: z.array(z.string().toLowerCase().refine(isPersona)),
    retryAfterSeconds: z.number().nullable(),
  }),
});

/**
 * Adds the door at which people get a token of the local issuer for a password and, where they have one, a code: one attempt a request. People of a tenant
 * that has identity providers of its own sign in there. Whatever is wrong with an attempt, the answer is one.
 */
export function addSignInRoutes(
  app: FastifyInstance,
  parts: { issuer: DevIssuer; guard: ExecutionGuard; transport: IslandCalls; proxies: TrustedProxies; logger: Logger },
): void {
  const { issuer, guard, transport, proxies, logger } = parts;
  for (const path of PATHS) {
    app.post(path, async (request, reply) => {
      const requestId = request.id;
      void reply.header('cache-control', 'no-store');
      const { authorization: _none, apiKey: _neither, ...approach } = approachOf(request.raw, requestId);
      const admitted = await guard.admit({ ...approach, authorization: undefined });
      if (!admitted.ok) {
        const { status, headers, errors } = admitted.error;
        return send(reply, PLAIN_JSON, { status, headers, body: { errors } });
      }
      const { tenant } = admitted.value;
      const body = asked.safeParse(request.body);
      if (!body.success) {
        const message = 'Expected email and password, and code and persona where there are any, as texts in a JSON object.';
        return send(reply, PLAIN_JSON, refuse(400, 'BAD_REQUEST', message, requestId));
      }
      const { persona: wanted, ...shown } = body.data;
      if (tenant.settings.identityProviders.length > 0) {
        const message = 'People of this academy sign in at its own identity provider.';
        return send(reply, PLAIN_JSON, refuse(404, 'NOT_FOUND', message, requestId));
      }
      try {
        const response = await transport.call(
          'users',
          {
            query: CHECK,
            operationName: 'GatewaySignInCheck',
            variables: { input: { ...shown, address: proxies.addressOf(approach.peer) } },
          },
          {
            principal: { kind: 'service', tenantId: tenant.id, service: 'gateway', scopes: ['sign-in.check'] },
            requestId,
            signal: AbortSignal.timeout(DEADLINE_MS),
          },
        );
        const [error] = response.errors ?? [];
        if (error !== undefined)
          return send(reply, PLAIN_JSON, { status: 503, body: { errors: [maskError(error, requestId, logger)] } });
        const { userId, personas, retryAfterSeconds } = checked.parse(response.data).signInCheck;
        if (retryAfterSeconds !== null) {
          const message = 'Too many attempts to sign in; wait as long as retry-after says.';
          const refusal = refuse(429, 'RATE_LIMITED', message, requestId);
          return send(reply, PLAIN_JSON, { ...refusal, headers: { 'retry-after': String(retryAfterSeconds) } });
        }
        const persona = chosen(personas, wanted);
        if (userId === null || persona === undefined) {
          return send(reply, PLAIN_JSON, refuse(401, 'UNAUTHENTICATED', BAD_SIGN_IN_MESSAGE, requestId));
        }
        const accessToken = await issuer.issueToken({
          ...{ userId, tenantId: tenant.id, persona },
          lifetimeSeconds: TOKEN_LIFETIME_SECONDS,
        });
        return reply.send({ accessToken, tokenType: 'Bearer', expiresInSeconds: TOKEN_LIFETIME_SECONDS, persona, personas });
      } catch (thrown) {
        const error = maskError(thrown, requestId, logger);
        return send(reply, PLAIN_JSON, {
          status: error.extensions.code === 'UNAVAILABLE' ? 503 : 500,
          body: { errors: [error] },
        });
      }
    });
  }
}

function chosen(personas: readonly Persona[], wanted: Persona | undefined): Persona | undefined {
  return wanted === undefined ? personas[0] : personas.find((persona) => persona === wanted);
}
