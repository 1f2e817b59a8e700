import { Kind, parse, visit } from 'graphql';
import { z } from 'zod';

/** Which overrides hold for one request. */
export type OverrideDecision = {
  /** Every label of the supergraph: for `QueryPlanner.buildQueryPlan(operation, { overrideConditions })`. Shared: do not change it. */
  readonly conditions: Map<string, boolean>;
  /** Tells this decision from the others of the same supergraph; empty for a supergraph without labels. Part of a plan's cache key. */
  readonly cacheKey: string;
};

/** The labels of one supergraph's `@override(label:)`. */
export type OverrideLabels = {
  /** All that it names, sorted. */
  readonly labels: readonly string[];
  /** Labels of the configuration that it does not name: a finished migration, or a typing error. Worth a line in the log. */
  readonly unknown: readonly string[];
  /** The decision for one request, made once per request. A supergraph with n shares has at most n + 1 decisions. */
  decide(): OverrideDecision;
};

/** A share of requests: `percent(n)`, 0 to 100 with at most eight decimals. The pattern is that of Federation 2.7. */
const PERCENT = /^percent\((\d{1,2}(?:\.\d{1,8})?|100)\)$/;
/** A label that the operator switches. */
const SWITCH = /^[a-zA-Z][a-zA-Z0-9_\-:./]*$/;

/** `OVERRIDE_LABELS`: labels that are on, separated by commas; empty for none. */
export const overrideLabelList = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(',')
        .map((label) => label.trim())
        .filter((label) => label !== ''),
    ),
  ])
  .refine((labels) => labels.every((label) => SWITCH.test(label)), {
    message:
      'expected labels of @override separated by commas, each a letter and then letters, digits or _-:./ ; percent(n) decides itself',
  });

/**
 * The override labels of a supergraph. `active`: labels that are on for every request. `random`: a number from 0 to below 1.
 * Throws GraphQLError when the SDL cannot be parsed.
 */
export function readOverrideLabels(
  supergraphSdl: string,
  { active, random }: { active: readonly string[]; random: () => number },
): OverrideLabels {
  const labels = labelsOf(supergraphSdl);
  const unknown = active.filter((label) => !labels.includes(label));
  const shares = labels
    .map((label) => ({ label, percent: percentOf(label) }))
    .filter((share): share is { label: string; percent: number } => share.percent !== undefined)
    .sort((one, other) => other.percent - one.percent);
  // One draw for all shares: who is in percent(10) is also in percent(50), so n shares make n + 1 plans of an operation and not 2^n.
  const decisions = Array.from({ length: shares.length + 1 }, (_, count) =>
    decisionOf(labels, new Set([...active, ...shares.slice(0, count).map(({ label }) => label)])),
  );
  return {
    labels,
    unknown,
    decide() {
      const drawn = shares.length === 0 ? 0 : random() * 100;
      const included = shares.findIndex(({ percent }) => drawn >= percent);
      return decisions[included === -1 ? shares.length : included] as OverrideDecision;
    },
  };
}

function decisionOf(labels: readonly string[], on: ReadonlySet<string>): OverrideDecision {
  return {
    conditions: new Map(labels.map((label) => [label, on.has(label)])),
    cacheKey: labels.filter((label) => on.has(label)).join(','),
  };
}

function percentOf(label: string): number | undefined {
  const percent = PERCENT.exec(label)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

function labelsOf(supergraphSdl: string): string[] {
  const labels = new Set<string>();
  visit(parse(supergraphSdl, { noLocation: true }), {
    Directive({ name, arguments: given }) {
      if (name.value !== 'join__field') return;
      const label = given?.find((argument) => argument.name.value === 'overrideLabel')?.value;
      if (label?.kind === Kind.STRING) labels.add(label.value);
    },
  });
  return [...labels].sort();
}
