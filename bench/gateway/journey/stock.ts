import type { AnonymousPrincipal, UserPrincipal } from '@academy/kernel';
import type { IslandName, IslandTransport } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Who asks the stock gateway, taken from its token without a check. */
export type StockCaller = UserPrincipal | AnonymousPrincipal;

type Context = { readonly principal: StockCaller };

const CALL_MS = 5_000;

/**
 * Stock Apollo Server and Gateway over the academy's islands: no tenants, no token checks, no limits, no logs. Its data sources call the
 * islands as the transport does, with the principal that the token stands for.
 */
export async function startStock(options: {
  transport: IslandTransport;
  callerOf: (token: string) => StockCaller | undefined;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const sourceOf = (island: IslandName): GraphQLDataSource<Context> => ({
    async process({ request: { query = '', variables, operationName }, context }) {
      const { data, errors } = await options.transport.call(
        island,
        { query, operationName, variables },
        { principal: (context as Context).principal, requestId: 'stock', signal: AbortSignal.timeout(CALL_MS) },
      );
      return { data: data ?? null, ...(errors === undefined ? {} : { errors }) };
    },
  });
  const server = new ApolloServer<Context>({
    gateway: new ApolloGateway({
      supergraphSdl: composeSupergraph().supergraphSdl,
      buildService: ({ name }) => sourceOf(name as IslandName),
    }),
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    async context({ req }) {
      const principal = options.callerOf((req.headers.authorization ?? '').replace(/^Bearer\s*/, ''));
      if (principal === undefined) throw new Error('The stock gateway was not told of this token.');
      return { principal };
    },
  });
  return { port: Number(new URL(url).port), stop: () => server.stop() };
}
