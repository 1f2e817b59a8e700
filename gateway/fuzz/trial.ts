import { type GraphQLSchema, parse, validate } from 'graphql';
import { compare, type Difference } from './compare.ts';
import { monolith } from './subjects/monolith.ts';
import type { Answer, Operation, Running, Subject } from './subjects/subject.ts';
import { type Composed, compose } from './supergraph/composed.ts';
import { monolithSchema, subgraphSchemas } from './world/executable.ts';
import { World } from './world/world.ts';

/** Everything that a counter-example consists of. */
export type Case = {
  readonly seed: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly operation: Operation;
};

/** How a subject did with one operation. */
export type Verdict = { readonly answer: Answer; readonly difference: Difference | undefined };

/** One world with its oracle and its subjects, until it is closed. */
export type Arena = {
  readonly composed: Composed;
  /** Why an operation is none here; empty for a good one. */
  mistakes(operation: Operation): readonly string[];
  /** What each subject makes of an operation; undefined when it is no good request. */
  tryOut(operation: Operation): Promise<{ expected: Answer; verdicts: Readonly<Record<string, Verdict>> } | undefined>;
  fallbacks(subject: string): number;
  jointCalls(subject: string): number;
  close(): Promise<void>;
};

/** Sets up a world over these subgraphs. Resolves to the mistakes when they do not compose; rejects when a subject does not start. */
export async function openArena(
  { seed, subgraphs }: Omit<Case, 'operation'>,
  subjects: Readonly<Record<string, Subject>>,
): Promise<Arena | { errors: readonly string[] }> {
  const composed = compose(subgraphs);
  if ('errors' in composed) return composed;
  const world = new World(composed, seed);
  const impossible = world.impossibleField();
  if (impossible !== undefined) return { errors: [`The subgraphs of ${impossible} agree on no type.`] };
  const schemas: Record<string, GraphQLSchema> = subgraphSchemas(composed, world);
  const oracle = monolith(monolithSchema(composed, world));
  const running = new Map<string, Running>();
  for (const [name, start] of Object.entries(subjects)) running.set(name, await start(composed.supergraphSdl, schemas));
  const answerOf = (one: Running, operation: Operation) => {
    world.begin();
    return one.execute(operation).catch((error: unknown) => ({
      data: undefined,
      errors: [{ message: `Thrown: ${messageOf(error)}` }],
    }));
  };
  return {
    composed,
    mistakes: ({ source }) => validate(composed.api, parse(source)).map(({ message }) => message),
    async tryOut(operation) {
      const expected = await answerOf(oracle, operation);
      if (expected.data === undefined) return undefined;
      const verdicts: Record<string, Verdict> = {};
      for (const [name, one] of running) {
        // What was compiled for other values of the conditions must not show in this answer.
        if (hasConditions(operation)) await answerOf(one, { ...operation, variables: flipped(operation.variables) });
        const answer = await answerOf(one, operation);
        verdicts[name] = { answer, difference: compare(answer, expected) };
      }
      return { expected, verdicts };
    },
    fallbacks: (subject) => running.get(subject)?.fallbacks() ?? 0,
    jointCalls: (subject) => running.get(subject)?.jointCalls() ?? 0,
    async close() {
      for (const one of running.values()) await one.stop();
    },
  };
}

function hasConditions({ variables }: Operation): boolean {
  return Object.values(variables).some((value) => typeof value === 'boolean');
}

function flipped(variables: Operation['variables']): Operation['variables'] {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'boolean' ? !value : value]),
  );
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${messageOf(error.cause)}`;
}
