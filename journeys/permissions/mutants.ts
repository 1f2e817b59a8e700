import type { Principal } from '@academy/kernel';
import { type AccessTable, everyone, nobody, type Rule } from '@academy/platform/access';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { userIdOf } from '@academy/testing/people';
import { isScalarType } from 'graphql';
import { ASKING, HOME } from './world-objects.ts';

type Definition = IslandDefinition<unknown, unknown>;

/** An island with one thing wrong with who may see what. `type`: of which the rule or the resolver is. */
export type Mutant = { readonly name: string; readonly type: string; readonly definition: Definition };

type Resolver = (parent: unknown, args: unknown, context: { principal: Principal }, info: unknown) => unknown;

/** Each rule of the access table opened to everyone, and closed to everybody, one at a time. */
export function ruleMutants(definition: Definition): Mutant[] {
  return Object.entries(definition.access).flatMap(([type, entry]) => {
    const rules = isRule(entry) ? [[undefined, entry] as const] : Object.entries(entry);
    return rules.flatMap(([field, rule]) =>
      [everyone, nobody]
        .filter((other) => other.description !== rule.description)
        .map((other) => ({
          name: `${definition.name}: ${type}${field === undefined ? '' : `.${field}`} (${rule.description}) for ${other.description}`,
          type,
          definition: { ...definition, access: withRule(definition.access, type, field, other) },
        })),
    );
  });
}

const BLOCKED = 'subgraphs/users/test/data-requests.pg.test.ts';

/**
 * Resolvers whose guard the matrix cannot try, as it knows one object of each kind that a viewer is tied to, and the test that does. The case that a case
 * follows is hidden from who is assigned to the second alone; of a lot the cases from who is assigned to others of it; who a person is whose data are blocked, from an admin too.
 */
export const TRIED_APART: Readonly<Record<string, string>> = {
  'Certification.follows': 'subgraphs/certification/test/assignments.pg.test.ts',
  'LotMember.certification': 'subgraphs/certification/test/lots.pg.test.ts',
  'User.fullName': BLOCKED,
  'User.email': BLOCKED,
  'User.curp': BLOCKED,
  'User.curpMasked': BLOCKED,
};

/** Mutations that look for an object of the asker's. In the others who asks is only who did it, which their islands' tests hold. */
const OF_AN_OBJECT = new Set(['lessonComplete', 'assessmentSubmit', 'certificationRequest', 'certificationWithdraw']);

/**
 * Each resolver that looks at who asks, made to take everybody for one who may: an admin, and the owner of what the others ask about. `looksAtAsker` says of a
 * resolver whether it looked when all was asked before.
 */
export function guardMutants(definition: Definition, looksAtAsker: (type: string, field: string) => boolean): Mutant[] {
  return resolversOf(definition)
    .filter(({ type, field }) => looksAtAsker(type, field) && (type !== 'Mutation' || OF_AN_OBJECT.has(field)))
    .filter(({ type, field }) => TRIED_APART[`${type}.${field}`] === undefined)
    .map(({ type, field }) => ({
      name: `${definition.name}: ${type}.${field} takes everybody for the owner and an admin`,
      type,
      definition: wrapResolver(definition, type, field, (resolve, parts) => {
        const [parent, args, context, info] = parts;
        return resolve(parent, args, takenForOwner(context), info);
      }),
    }));
}

/** The island, and which of its resolvers have looked at who asks so far. */
export function watchGuards(definition: Definition): { definition: Definition; looked: ReadonlySet<string> } {
  const looked = new Set<string>();
  let watched = definition;
  for (const { type, field } of resolversOf(definition)) {
    watched = wrapResolver(watched, type, field, (resolve, [parent, args, context, info]) =>
      resolve(
        parent,
        args,
        noticing(context, () => looked.add(`${type}.${field}`)),
        info,
      ),
    );
  }
  return { definition: watched, looked };
}

type Parts = [parent: unknown, args: unknown, context: { principal: Principal }, info: unknown];

function resolversOf(definition: Definition): { type: string; field: string; resolve: Resolver }[] {
  return Object.entries(definition.resolvers as Record<string, Record<string, unknown>>).flatMap(([type, fields]) =>
    Object.entries(isScalarType(fields) ? {} : (fields ?? {})).flatMap(([field, resolve]) =>
      typeof resolve === 'function' && !['__resolveType', '__isTypeOf'].includes(field)
        ? [{ type, field, resolve: resolve as Resolver }]
        : [],
    ),
  );
}

/** The island with `around` in place of one resolver, which it is given. Reference resolvers are called without arguments: the context comes second. */
export function wrapResolver(
  definition: Definition,
  type: string,
  field: string,
  around: (resolve: Resolver, parts: Parts) => unknown,
): Definition {
  const own = (definition.resolvers[type] as Record<string, Resolver>)[field];
  if (own === undefined) throw new Error(`There is no resolver ${type}.${field}.`);
  const wrapped =
    field === '__resolveReference'
      ? (reference: unknown, context: Parts[2], info: unknown) =>
          around(
            (parent, _args, ctx, inner) => (own as unknown as (...all: unknown[]) => unknown)(parent, ctx, inner),
            [reference, undefined, context, info],
          )
      : (...parts: Parts) => around(own, parts);
  return {
    ...definition,
    resolvers: { ...definition.resolvers, [type]: { ...(definition.resolvers[type] as object), [field]: wrapped } },
  };
}

function takenForOwner<Context extends { principal: Principal }>(context: Context): Context {
  const { principal } = context;
  const key = principal.kind === 'user' && principal.userId === userIdOf(HOME, ASKING.learner) ? ASKING.mentor : ASKING.learner;
  const owner: Principal = {
    kind: 'user',
    tenantId: principal.tenantId,
    userId: userIdOf(HOME, key),
    persona: 'admin',
    sessionId: 'mutant',
    expiresAtSeconds: 4_102_444_800,
  };
  return { ...context, principal: owner };
}

/** Notices what is read of who asks, but for the tenant: that is the same for everybody here. */
function noticing<Context extends { principal: Principal }>(context: Context, notice: () => void): Context {
  const principal = new Proxy(context.principal, {
    get(target, property) {
      if (property !== 'tenantId') notice();
      return Reflect.get(target, property);
    },
  });
  return { ...context, principal };
}

function withRule(access: AccessTable, type: string, field: string | undefined, rule: Rule): AccessTable {
  if (field === undefined) return { ...access, [type]: rule };
  return { ...access, [type]: { ...(access[type] as Record<string, Rule>), [field]: rule } };
}

function isRule(entry: AccessTable[string]): entry is Rule {
  return typeof (entry as Rule).allows === 'function';
}
