import * as z from 'zod';
import { chance } from './chance.ts';

/** The five groups of calls a fault can be aimed at; `poll` is both ways to ask for a status, `register` the public list. */
export const ROUTE_CLASSES = ['token', 'submit', 'poll', 'standards', 'register'] as const;

export type RouteClass = (typeof ROUTE_CLASSES)[number];

/**
 * Whether the authority does what it was asked although the caller cannot tell:
 * `never`, `always`, or as the plan's `committed` says.
 */
type Commitment = 'never' | 'always' | 'by-plan';

const fault = (commitment: Commitment, routes: readonly RouteClass[] = ROUTE_CLASSES) => ({ commitment, routes });

/** Every fault on demand, what it does to the ledger, and the calls it can hit. README.md says what a client sees. */
const MODES = {
  e500: fault('by-plan'),
  e503retry: fault('by-plan'),
  e429: fault('never'),
  timeoutBefore: fault('never'),
  timeoutAfter: fault('always'),
  resetBefore: fault('never'),
  resetAfter: fault('always'),
  dupResponse: fault('always'),
  garbage: fault('by-plan'),
  html200: fault('by-plan'),
  truncated: fault('always'),
  wrongId: fault('always', ['submit', 'poll']),
  slowDrip: fault('always'),
  redirect: fault('by-plan'),
  flap: fault('always', ['poll']),
  outOfOrder: fault('always', ['poll']),
  lateReject: fault('always', ['poll']),
  hugeBody: fault('by-plan'),
  halfList: fault('always', ['register']),
  emptyList: fault('always', ['register']),
} as const;

export type FaultMode = keyof typeof MODES;

/** Modes that change what an answer says, where there is something to change; the others change how it travels. */
const CONTENT_MODES: readonly FaultMode[] = ['wrongId', 'flap', 'outOfOrder', 'lateReject', 'halfList', 'emptyList'];

export const FAULT_MODES = Object.keys(MODES) as [FaultMode, ...FaultMode[]];

const MEBIBYTE = 2 ** 20;

export const faultPlan = z
  .strictObject({
    /** `ok` heals the routes. */
    mode: z.enum(['ok', ...FAULT_MODES]),
    /** Share of the calls that are hit, drawn from the seed. */
    probability: z.number().min(0).max(1).default(1),
    /** Calls that pass untouched first. */
    after: z.int().min(0).default(0),
    /** Hits after which the plan heals itself; without it, never. */
    count: z.int().min(1).optional(),
    /** Defaults to every class the mode can hit. A plan replaces the earlier plan of each of its classes. */
    routes: z.array(z.enum(ROUTE_CLASSES)).min(1).optional(),
    /** The authority does its work before it fails: for e500, e503retry, garbage, html200, redirect, hugeBody. */
    committed: z.boolean().default(false),
    retryAfterSeconds: z.int().min(0).max(3_600).default(1),
    /** Pause between two bytes of slowDrip. */
    dripMs: z.int().min(1).max(60_000).default(200),
    /** How long a timeout mode keeps a caller waiting before it hangs up. */
    holdMs: z.int().min(1).max(600_000).default(120_000),
    /** Size of hugeBody. */
    bodyBytes: z
      .int()
      .min(1)
      .max(256 * MEBIBYTE)
      .default(64 * MEBIBYTE),
  })
  .superRefine((plan, context) => {
    if (plan.mode === 'ok') return;
    const { commitment, routes } = MODES[plan.mode];
    if (plan.committed && commitment !== 'by-plan') {
      context.addIssue({ code: 'custom', path: ['committed'], message: `absent: ${plan.mode} commits ${commitment}` });
    }
    if (plan.routes?.some((route) => !routes.includes(route))) {
      context.addIssue({ code: 'custom', path: ['routes'], message: `only ${routes.join(', ')} for ${plan.mode}` });
    }
  });

/** What a caller may write; absent fields take the defaults above. */
export type FaultPlan = z.input<typeof faultPlan>;

/** A plan with its defaults, aimed at something. */
export type ActivePlan = z.output<typeof faultPlan> & { mode: FaultMode };

/** One call that a plan has picked. */
export type Fault = {
  readonly plan: ActivePlan;
  /** The authority does its work although the caller may never know. */
  readonly isCommitted: boolean;
  /** The fault is in what the answer says: whoever writes the answer lands it. */
  readonly changesContent: boolean;
  /** True once the fault has changed something; only then does it count as a hit. */
  readonly hasLanded: boolean;
  land(): void;
};

type Rule = { plan: ActivePlan; ordinal: number; seen: number; hits: number };

/** The plans in force, one per class of route, and the calls they have seen. Draws depend on the seed only. */
export class FaultPlans {
  readonly #seed: number;
  readonly #rules = new Map<RouteClass, Rule>();
  #plansMade = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The plan is in force for its routes, with its counters at zero. Throws a ZodError on an impossible plan. */
  plan(input: FaultPlan): void {
    const { mode, ...rest } = faultPlan.parse(input);
    if (mode === 'ok') {
      for (const route of rest.routes ?? ROUTE_CLASSES) this.#rules.delete(route);
      return;
    }
    this.#plansMade += 1;
    // One rule shared by all its routes: `after` and `count` are totals, not totals per route.
    const rule: Rule = { plan: { mode, ...rest }, ordinal: this.#plansMade, seen: 0, hits: 0 };
    for (const route of rest.routes ?? MODES[mode].routes) this.#rules.set(route, rule);
  }

  /** Says whether this call is hit, and counts it as seen. */
  strike(route: RouteClass): Fault | undefined {
    const rule = this.#rules.get(route);
    if (!rule) return undefined;
    rule.seen += 1;
    const isSpared = rule.seen <= rule.plan.after || rule.hits >= (rule.plan.count ?? Number.POSITIVE_INFINITY);
    if (isSpared || chance(this.#seed, 'fault', rule.ordinal, rule.seen) >= rule.plan.probability) return undefined;
    return faultOf(rule);
  }

  /** No plan is in force, and draws begin again as after a start. */
  reset(): void {
    this.#rules.clear();
    this.#plansMade = 0;
  }
}

function faultOf(rule: Rule): Fault {
  const { commitment } = MODES[rule.plan.mode];
  let hasLanded = false;
  return {
    plan: rule.plan,
    isCommitted: commitment === 'always' || (commitment === 'by-plan' && rule.plan.committed),
    changesContent: CONTENT_MODES.includes(rule.plan.mode),
    get hasLanded() {
      return hasLanded;
    },
    land() {
      if (!hasLanded) rule.hits += 1;
      hasLanded = true;
    },
  };
}
