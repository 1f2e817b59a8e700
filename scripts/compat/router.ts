import { readFile } from 'node:fs/promises';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Our gateway answers for this supergraph afterwards, on a free port. */
export async function startRouter(supergraphFile: string): Promise<{ url: string; stop(): Promise<void> }> {
  const gateway = new ApolloGateway({ supergraphSdl: await readFile(supergraphFile, 'utf8') });
  const server = new ApolloServer({ gateway });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { url, stop: () => server.stop() };
}
