import { Fault } from '@academy/kernel';
import { GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, shield, rule as shieldRule } from 'graphql-shield';
import { allOf, notImpersonated, type Rule } from './rules.ts';

/** The persona table of one island: for every object type, one rule for all its fields, or one per field. */
// biome-ignore lint/suspicious/noExplicitAny: a rule knows its own parent type; the table holds rules of all types
export type AccessTable = Readonly<Record<string, Rule<any> | Readonly<Record<string, Rule<any>>>>>;

/** Root fields and types of federation itself; their objects are guarded by the reference resolvers and by the rules on their fields. */
const FEDERATION_TYPES = new Set(['_Service', '_Entity']);
const FEDERATION_ROOT_FIELDS = new Set(['_entities', '_service']);

/**
 * A schema in which every field of every object type asks its rule first; a field without a rule is denied to everybody, and a mutation whose
 * rule is not opened to impersonation to whoever acts in another's name.
 * Throws when the table and the schema disagree: a field that no rule decides, or a rule for a field that does not exist.
 */
export function guardSchema(schema: GraphQLSchema, table: AccessTable): GraphQLSchema {
  const faults = [...undecided(schema, table), ...superfluous(schema, table)];
  if (faults.length > 0) throw new Error(`The access table does not fit the schema:\n  ${faults.join('\n  ')}`);
  const tree: Record<string, Record<string, ReturnType<typeof toShield>>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields: Record<string, ReturnType<typeof toShield>> = {};
    for (const field of Object.keys(type.getFields())) {
      const rule = ruleFor(table, type.name, field);
      if (rule !== undefined) fields[field] = toShield(inPersonUnlessOpened(type.name, rule));
      else if (isFederation(type.name, field)) fields[field] = allow as unknown as ReturnType<typeof toShield>;
    }
    tree[type.name] = fields;
  }
  return applyMiddleware(
    schema,
    shield(tree, { fallbackRule: deny, allowExternalErrors: true, fallbackError: () => forbidden() as unknown as Error }),
  );
}

/** The rule that decides a field; undefined when none does. */
export function ruleFor(table: AccessTable, type: string, field: string): Rule | undefined {
  const entry = table[type];
  if (entry === undefined) return undefined;
  return isRule(entry) ? entry : entry[field];
}

function inPersonUnlessOpened(type: string, rule: Rule): Rule {
  return type === 'Mutation' && rule.isOpenToImpersonation !== true ? allOf(rule, notImpersonated) : rule;
}

function isRule(entry: AccessTable[string]): entry is Rule {
  return typeof (entry as Rule).allows === 'function' && typeof (entry as Rule).description === 'string';
}

function toShield(rule: Rule) {
  return shieldRule({ cache: 'no_cache' })((parent: unknown, _args: unknown, context: unknown) => {
    try {
      const { principal } = context as { principal: Parameters<Rule['allows']>[0]['principal'] };
      return rule.allows({ principal, parent }) ? true : forbidden();
    } catch (thrown) {
      return new Fault('UNAVAILABLE', 'Whether you may see this cannot be decided right now; try again shortly.', {
        cause: thrown,
      });
    }
  });
}

function forbidden(): GraphQLError {
  return new GraphQLError('You may not see or do this under your current persona.', { extensions: { code: 'FORBIDDEN' } });
}

function isFederation(type: string, field: string): boolean {
  return FEDERATION_TYPES.has(type) || (type === 'Query' && FEDERATION_ROOT_FIELDS.has(field));
}

function undecided(schema: GraphQLSchema, table: AccessTable): string[] {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.keys(type.getFields())) {
      if (!isFederation(type.name, field) && ruleFor(table, type.name, field) === undefined)
        missing.push(`${type.name}.${field}: no rule decides it`);
    }
  }
  return missing;
}

function superfluous(schema: GraphQLSchema, table: AccessTable): string[] {
  const extra: string[] = [];
  for (const [name, entry] of Object.entries(table)) {
    const type = schema.getType(name);
    if (type === undefined || !isObjectType(type)) {
      extra.push(`${name}: not an object type of this island`);
      continue;
    }
    if (isRule(entry)) continue;
    const fields = type.getFields();
    for (const field of Object.keys(entry)) if (fields[field] === undefined) extra.push(`${name}.${field}: no such field`);
  }
  return extra;
}
