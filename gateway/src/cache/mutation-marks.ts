import type { Principal } from '@academy/kernel';
import { type GraphQLNamedType, getNamedType, isObjectType } from 'graphql';
import type { CacheHints } from './hints.ts';
import { changedMarks, type Mark, markOfPerson } from './marks.ts';

/**
 * What a mutation ends, whatever became of it: everything kept for the person, and every kept type that its payload shows, as house rule
 * has it that a mutation answers with what it changed. What it changed beyond that is told by events, and until they come the person is
 * shown nothing that was kept.
 */
export function marksOfMutation(hints: CacheHints, rootFields: readonly string[], principal: Principal): Mark[] {
  const fields = hints.schema.getMutationType()?.getFields() ?? {};
  const types = new Set<string>();
  for (const name of rootFields) {
    const field = fields[name];
    if (field !== undefined) for (const type of shownBy(hints, getNamedType(field.type))) types.add(type);
  }
  const { tenantId } = principal;
  const changed = [...types].filter((type) => hints.keptTypes.has(type));
  return [
    ...changed.flatMap((type) => changedMarks(tenantId, type, undefined)),
    ...(principal.kind === 'user' ? [markOfPerson(tenantId, principal.userId)] : []),
  ];
}

/** Names of the types of a payload and of its fields. */
function shownBy(hints: CacheHints, payload: GraphQLNamedType): string[] {
  const members = hints.objectTypesOf(payload);
  return members.flatMap((name) => {
    const type = hints.schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return [name, ...fields.flatMap((field) => hints.objectTypesOf(getNamedType(field.type)))];
  });
}
