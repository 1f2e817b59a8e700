import { type Clock, SECOND_MS } from '@academy/kernel';
import type { Telemetry } from '@academy/platform/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { VersionPolicy } from '../config.ts';
import { chooseResponseFormat, PLAIN_JSON } from './graphql-over-http.ts';
import { refuse, send } from './graphql-route.ts';

/** Where in a path a version is named: `/api/v1/graphql`, `/t/{tenant}/api/v1/graphql`. */
const VERSIONED = /^(\/t\/[^/]+)?\/api\/v1\//;

/** What holds of requests to the versioned paths. */
export type ApiVersion = {
  /** The headers that tell of an end to come; none while there is no plan, and none for a path without version. */
  headersFor(path: string): Readonly<Record<string, string>>;
  /** Why the path is no more, in a sentence; undefined while it is. */
  endOf(path: string): string | undefined;
};

/**
 * The policy of the versioned paths. `Deprecation` is a date of structured fields (RFC 9745), `Sunset` an HTTP date (RFC 8594); `Link` says
 * where to read on and what comes after.
 */
export function createApiVersion({ deprecatedAt, sunsetAt, moreAt }: VersionPolicy, clock: Clock): ApiVersion {
  const links = [
    ...(moreAt === undefined || deprecatedAt === undefined ? [] : [`<${moreAt}>; rel="deprecation"; type="text/html"`]),
    ...(moreAt === undefined || sunsetAt === undefined ? [] : [`<${moreAt}>; rel="sunset"; type="text/html"`]),
    '</graphql>; rel="successor-version"',
  ];
  const headers: Readonly<Record<string, string>> =
    deprecatedAt === undefined && sunsetAt === undefined
      ? {}
      : {
          ...(deprecatedAt === undefined ? {} : { deprecation: `@${Math.floor(deprecatedAt.getTime() / SECOND_MS)}` }),
          ...(sunsetAt === undefined ? {} : { sunset: sunsetAt.toUTCString() }),
          link: links.join(', '),
        };
  return {
    headersFor: (path) => (VERSIONED.test(path) ? headers : {}),
    endOf(path) {
      if (sunsetAt === undefined || clock.now() < sunsetAt || !VERSIONED.test(path)) return undefined;
      const where = moreAt === undefined ? '' : ` More: ${moreAt}`;
      return `This version of the API ended on ${sunsetAt.toISOString().slice(0, 10)}; send your requests to /graphql, or to /t/{tenant}/graphql.${where}`;
    },
  };
}

/** Applies the policy to every versioned path that is added after this, and to no other; counts the requests there. */
export function addApiVersion(app: FastifyInstance, version: ApiVersion, telemetry: Telemetry): void {
  const requests = telemetry.counter(
    'academy_gateway_api_v1_requests_total',
    'Requests to the paths with /api/v1: what still uses them before they end.',
  );
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!VERSIONED.test(route.url)) return;
    const others = route.onRequest === undefined ? [] : [route.onRequest].flat();
    route.onRequest = [apply, ...others];
  });

  function apply(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    requests.inc();
    void reply.headers(version.headersFor(request.url));
    const end = version.endOf(request.url);
    if (end === undefined) {
      next();
      return;
    }
    const type = chooseResponseFormat(request.headers.accept)?.type ?? PLAIN_JSON;
    void send(reply, type, refuse(410, 'GONE', end, request.id));
  }
}
