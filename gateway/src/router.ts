import type { AddressInfo } from 'node:net';
import { DEFAULT_TENANT_POLICIES } from '@academy/contracts';
import { fail, ok, PLATFORM_TENANT_ID } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { createHttpTransport } from '@academy/platform/topology';
import { Kind, parse } from 'graphql';
import { NO_DOCUMENTS } from './documents/persisted-documents.ts';
import { clientError } from './errors.ts';
import { loadFederation } from './federation/federation.ts';
import { createSubgraphCaller } from './federation/subgraph-caller.ts';
import type { Admission, ExecutionGuard } from './guard.ts';
import { addErrorPage } from './http/error-page.ts';
import { addGraphqlRoutes } from './http/graphql-route.ts';
import { addHealthRoutes } from './http/health.ts';
import { createHttpServer } from './http/http-server.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { createOperationCheck, type OperationCheck } from './operations.ts';

/** What a router is made of: a supergraph of any subgraphs. */
export type RouterOptions = {
  readonly supergraphSdl: string;
  /** Where subgraphs are, by name, where the supergraph does not say it or says it wrongly. */
  readonly urls: Readonly<Record<string, string>>;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly limits: Limits;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
};

/** A router that listens. */
export type Router = {
  readonly url: string;
  /** Requests under way are answered first: they have a deadline. */
  stop(): Promise<void>;
};

/** Limits for graphs whose operations are larger than any client of the academy may send; still bounds, so that nothing stalls for ever. */
export const GENEROUS_LIMITS: Limits = {
  maxBodyBytes: 10_000_000,
  maxTokens: 100_000,
  maxDepth: 200,
  maxAliases: 5_000,
  maxSelections: 50_000,
  maxCost: 1_000_000_000,
  maxDirectives: 5_000,
  maxOperations: 100,
  maxVariables: 1_000,
  maxVariableDepth: 100,
};

export { DEFAULT_LIMITS };

/**
 * The data plane alone: any supergraph, served at `/graphql` by the same engine and HTTP route as the academy's, with introspection and
 * without tenants, tokens and signed calls. Everyone may ask for everything: for audits, benchmarks and trying out, not for the open net.
 * Throws when the supergraph is none, or tells no URL of one of its subgraphs and neither do the options.
 */
export async function startRouter(options: RouterOptions): Promise<Router> {
  const { logger, telemetry } = options;
  const transport = createHttpTransport({ urls: subgraphUrls(options.supergraphSdl, options.urls), path: '' });
  const subgraphs = createSubgraphCaller({ transport, logger, telemetry });
  const { supergraphSdl } = options;
  const federation = await loadFederation({ supergraphSdl, call: subgraphs, callAfresh: subgraphs.afresh, logger, telemetry });
  const { limits, requestDeadlineMs } = options;
  const operations = createOperationCheck({
    limits,
    isIntrospectionOn: true,
    schema: federation.schema,
    supergraphSdl: federation.supergraphSdl,
    documents: { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined },
    // Nobody weighed this supergraph: its lists count as one, so that limits speak of what is written.
    assumedListSize: 1,
  });
  let isLeaving = false;
  const app = await createHttpServer({ maxBodyBytes: limits.maxBodyBytes, logger, isLeaving: () => isLeaving });
  const guard = openGuard(operations);
  const requests = addGraphqlRoutes(app, { guard, federation, live: undefined, requestDeadlineMs, logger, telemetry });
  addHealthRoutes(app, () => Promise.resolve(true));
  addErrorPage(app);
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}/graphql`,
    async stop() {
      isLeaving = true;
      await requests.whenNone();
      await app.close();
      await federation.stop();
      subgraphs.stop();
      await transport.close();
    },
  };
}

/**
 * The URL of each subgraph of a supergraph: those given, else those that its `join__Graph` names. Throws Error that names a subgraph without
 * one, and names given that are no subgraph.
 */
export function subgraphUrls(supergraphSdl: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const definition of parse(supergraphSdl).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives } of definition.values ?? []) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      const told = Object.fromEntries(
        (graph?.arguments ?? []).map(({ name, value }) => [name.value, value.kind === Kind.STRING ? value.value : '']),
      );
      const name = told['name'];
      if (name !== undefined) urls[name] = given[name] ?? told['url'] ?? '';
    }
  }
  const names = Object.keys(urls);
  if (names.length === 0)
    throw new Error('Expected the SDL of a supergraph, with an enum join__Graph; compose the subgraphs first.');
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No subgraph is called ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  const lost = names.filter((name) => !URL.canParse(urls[name] ?? ''));
  if (lost.length > 0) throw new Error(`The supergraph tells no URL of ${lost.join(', ')}; give one as NAME=URL.`);
  return urls;
}

/** A guard that lets everyone in, and holds operations to the limits alone. */
function openGuard(operations: OperationCheck): ExecutionGuard {
  const admission: Admission = {
    tenant: {
      id: PLATFORM_TENANT_ID,
      slug: 'router',
      name: 'The router',
      status: 'ACTIVE',
      settings: {
        tier: 'ENTERPRISE',
        identityProviders: [],
        allowedOrigins: [],
        limits: {
          requestsPerMinute: Number.MAX_SAFE_INTEGER,
          costPerMinute: Number.MAX_SAFE_INTEGER,
          costPerMinutePerPrincipal: Number.MAX_SAFE_INTEGER,
          maxCost: Number.MAX_SAFE_INTEGER,
          maxSubscriptions: Number.MAX_SAFE_INTEGER,
        },
        policies: DEFAULT_TENANT_POLICIES,
        clientSignatures: { isRequired: false, keys: [] },
        features: [],
        isTrustedOnly: false,
      },
      customDomain: null,
      changedAt: new Date(0).toISOString(),
    },
    principal: { kind: 'anonymous', tenantId: PLATFORM_TENANT_ID },
    session: undefined,
    payer: '',
  };
  return {
    admit: () => Promise.resolve(ok(admission)),
    async examine(_admission, request, requestId) {
      const checked = await operations.check(request, {
        tenantId: PLATFORM_TENANT_ID,
        isAnonymous: false,
        maxCost: Number.MAX_SAFE_INTEGER,
        isTrustedOnly: false,
        isApqOn: false,
      });
      if (checked.ok) return checked;
      const { status, code, mistakes } = checked.error;
      const errors = mistakes.map(({ message, locations }) =>
        clientError(code, message, requestId, locations === undefined ? {} : { locations }),
      );
      return fail({ status, headers: {}, errors });
    },
    isStillAdmitted: () => true,
  };
}
