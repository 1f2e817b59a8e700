import { createLogger } from '@academy/platform/logger';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLFormattedError, getOperationAST, parse, validate } from 'graphql';
import { openEngine } from '../src/federation/engine.ts';
import type { LaterPart } from '../src/federation/execution/deferral.ts';
import { type FetchOperation, type FetchResult, type SubgraphFetch, variablesJson } from '../src/federation/subgraph-fetch.ts';

/** Subgraphs by name: SDL without the link to Federation, and resolvers. */
export type Subgraphs = Readonly<Record<string, { readonly sdl: string; readonly resolvers: Resolvers }>>;

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type ResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown; resolvers?: unknown }>['resolvers']
>;

/** One call that a subgraph got. */
export type Call = { readonly subgraph: string; readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** What a client got, and what it took. */
export type Answer = {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  /** In the order in which they were made. */
  readonly calls: readonly Call[];
};

/** Fields that came later. */
export type Part = Omit<LaterPart, 'dataJson'> & { readonly data: unknown };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires", "@shareable"])`;
const DEADLINE_MS = 10_000;

/** What differs from an engine without options. */
export type FederateOptions = {
  readonly overrides?: { active: readonly string[]; random(): number };
  readonly staysAlone?: (operation: FetchOperation) => boolean;
  /** Answers a call in place of its subgraph, later or at once; undefined leaves it to the subgraph. */
  readonly answer?: (fetch: SubgraphFetch) => Promise<FetchResult | undefined> | FetchResult | undefined;
};

/** The engine over a few subgraphs in this process. Throws when they do not compose. */
export function federate(subgraphs: Subgraphs, { answer, ...options }: FederateOptions = {}) {
  const services = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => {
    const typeDefs = parse(`${LINK}\n${sdl}`);
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as ResolverMap }]);
    return { name, typeDefs, url: `http://${name}/`, schema };
  });
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  let calls: Call[] = [];

  /** Like a subgraph behind HTTP: it sees JSON, and refuses what is not valid. */
  async function call(fetch: SubgraphFetch): Promise<FetchResult> {
    const { subgraph, text: query, name } = fetch.operation;
    const variables = JSON.parse(variablesJson(fetch)) as Record<string, unknown>;
    calls.push({ subgraph, query, variables });
    const given = await answer?.(fetch);
    if (given !== undefined) return given;
    const schema = services.find((service) => service.name === subgraph)?.schema;
    if (schema === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    const document = parse(query);
    const mistakes = validate(schema, document);
    if (mistakes.length > 0) return { data: null, errors: mistakes.map((mistake) => mistake.toJSON()) };
    const { data, errors } = await execute({ schema, document, variableValues: variables, operationName: name });
    return JSON.parse(JSON.stringify({ data: data ?? null, errors }));
  }

  function read(source: string) {
    const document = parse(source);
    const operation = getOperationAST(document);
    const mistakes = validate(engine.schema, document);
    if (operation === null || operation === undefined || mistakes.length > 0) throw new Error(mistakes.join('\n'));
    return { document, operation };
  }
  const newContext = () => ({
    requestId: 'test',
    principal: { kind: 'anonymous', tenantId: 'raices' } as const,
    signal: AbortSignal.timeout(DEADLINE_MS),
    dueAtMs: performance.now() + DEADLINE_MS,
  });
  const logger = createLogger({ process: 'test', level: 'silent' });
  const engine = openEngine({ supergraphSdl, call, logger, ...options });
  return {
    /** Executes a valid operation; one that cannot be planned is answered by its error. One at a time. */
    async ask(source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      const { document, operation } = read(source);
      calls = [];
      try {
        const { dataJson, errors } = await engine.execute({ source, document, operation, variables }, newContext());
        return { data: JSON.parse(dataJson), ...(errors.length === 0 ? {} : { errors }), calls };
      } catch (thrown) {
        return { data: null, errors: [{ message: String(thrown) }], calls };
      }
    },
    /** Executes a valid operation for a client that takes what is deferred later; answers everything that came, in order. */
    async askInParts(
      source: string,
      variables: Record<string, unknown> = {},
    ): Promise<{ first: Omit<Answer, 'calls'>; later: Part[][] }> {
      const { document, operation } = read(source);
      const { dataJson, errors, later } = await engine.execute({ source, document, operation, variables }, newContext(), true);
      const batches: Part[][] = [];
      for await (const batch of later ?? []) {
        batches.push(batch.map(({ dataJson: json, ...part }) => ({ ...part, data: JSON.parse(json) as unknown })));
      }
      return { first: { data: JSON.parse(dataJson), ...(errors.length === 0 ? {} : { errors }) }, later: batches };
    },
    stop: () => engine.stop(),
  };
}
