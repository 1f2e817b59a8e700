import { featuresOfOperation, featuresOfSupergraph } from './features.ts';
import { randomOperation } from './operation/random-operation.ts';
import { suspectedDefect } from './stock-defects.ts';
import { ours } from './subjects/ours.ts';
import { stock } from './subjects/stock.ts';
import type { Subject } from './subjects/subject.ts';
import { randomSubgraphs } from './supergraph/random-supergraph.ts';
import { type Arena, type Case, openArena, type Verdict } from './trial.ts';

/** What a run saw. */
export type Findings = {
  readonly supergraphs: { composed: number; dropped: number };
  readonly operations: { run: number; invalid: number; requestErrors: number };
  fallbacks: number;
  /** Calls of ours that asked for several fetches at once. */
  jointCalls: number;
  /** Operations that Apollo's planner, which is ours too, fails over, or tries to plan without end. */
  unplannable: number;
  /** How often the published gateway was wrong, by the defect that is suspected. */
  readonly stock: Map<string, number>;
  readonly features: Map<string, number>;
  readonly counterExamples: { readonly one: Case; readonly verdict: Verdict }[];
};

export type RunOptions = {
  readonly seed: string;
  readonly operationsPerSupergraph: number;
  /** Whether to begin another supergraph or operation. */
  goesOn(findings: Findings): boolean;
  /** Without it only ours is compared with the monolith. */
  readonly withStock: boolean;
};

const UNPLANNABLE = /^Thrown: (The planner failed|This operation takes too long)/;

/** Compares executors over random supergraphs until told to stop. The same seed leads through the same cases. */
export async function runFuzz(options: RunOptions): Promise<Findings> {
  const findings: Findings = {
    supergraphs: { composed: 0, dropped: 0 },
    operations: { run: 0, invalid: 0, requestErrors: 0 },
    fallbacks: 0,
    jointCalls: 0,
    unplannable: 0,
    stock: new Map(),
    features: new Map(),
    counterExamples: [],
  };
  const subjects: Record<string, Subject> = options.withStock ? { ours, stock } : { ours };
  for (let nth = 0; options.goesOn(findings); nth++) {
    const seed = `${options.seed}.${nth}`;
    const subgraphs = randomSubgraphs(seed);
    const arena = await openArena({ seed, subgraphs }, subjects);
    if ('errors' in arena) {
      findings.supergraphs.dropped += 1;
      continue;
    }
    try {
      await runOperations(arena, { seed, subgraphs }, options, findings);
    } finally {
      findings.fallbacks += arena.fallbacks('ours');
      findings.jointCalls += arena.jointCalls('ours');
      await arena.close();
    }
  }
  return findings;
}

async function runOperations(
  arena: Arena,
  { seed, subgraphs }: Omit<Case, 'operation'>,
  options: RunOptions,
  findings: Findings,
): Promise<void> {
  findings.supergraphs.composed += 1;
  count(
    findings.features,
    featuresOfSupergraph(subgraphs).map((name) => `supergraph: ${name}`),
  );
  for (let nth = 0; nth < options.operationsPerSupergraph && options.goesOn(findings); nth++) {
    const operation = randomOperation(arena.composed.api, `${seed}.${nth}`);
    if (arena.mistakes(operation).length > 0) {
      findings.operations.invalid += 1;
      continue;
    }
    const tried = await arena.tryOut(operation);
    if (tried === undefined) {
      findings.operations.requestErrors += 1;
      continue;
    }
    findings.operations.run += 1;
    count(
      findings.features,
      featuresOfOperation(operation, tried.expected).map((name) => `operation: ${name}`),
    );
    judge({ seed, subgraphs, operation }, tried.verdicts, findings);
  }
}

function judge(one: Case, verdicts: Readonly<Record<string, Verdict>>, findings: Findings): void {
  const { ours: our, stock: theirs } = verdicts;
  if (theirs?.difference !== undefined) count(findings.stock, [suspectedDefect(one, theirs) ?? 'unexplained']);
  if (our?.difference === undefined) return;
  if (our.difference.kind === 'refused' && UNPLANNABLE.test(our.difference.detail)) findings.unplannable += 1;
  else findings.counterExamples.push({ one, verdict: our });
}

function count(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}
