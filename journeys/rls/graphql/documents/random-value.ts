import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';
import type { Random } from '../../../faults/random.ts';
import { type Curiosity, chooseId, chooseText, type Pools } from './pools.ts';
import type { Place, Slot } from './slot.ts';

/** A value for each variable of a document; those of optional arguments are sometimes left out. */
export function randomVariables(random: Random, slots: readonly Slot[], pools: Pools, asker: Curiosity): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const from = { random, pools, asker };
  for (const { name, type, place } of slots) {
    if (!isNonNullType(type) && random.next() < 0.1) continue;
    values[name] = valueFor(from, type, place);
  }
  return values;
}

type From = { readonly random: Random; readonly pools: Pools; readonly asker: Curiosity };

/** Where it may be null it sometimes is. */
function valueFor(from: From, type: GraphQLInputType, place: Place): unknown {
  return !isNonNullType(type) && from.random.next() < 0.02 ? null : valueThere(from, type, place);
}

function valueThere(from: From, type: GraphQLInputType, place: Place): unknown {
  const { random } = from;
  if (isNonNullType(type)) return valueThere(from, type.ofType, place);
  if (isListType(type)) return Array.from({ length: random.whole(0, 3) }, () => valueThere(from, type.ofType, place));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || random.next() < 0.4);
    return Object.fromEntries(
      given.map((field) => [field.name, valueFor(from, field.type, { ...place, of: type.name, name: field.name })]),
    );
  }
  return scalarFor(from, type.name, place);
}

function scalarFor(from: From, scalar: string, place: Place): unknown {
  const { random, pools } = from;
  switch (scalar) {
    case 'ID':
      return chooseId(random, pools, place, from.asker);
    case 'Int':
      return wholeFor(random, place);
    case 'Float':
      return random.whole(0, 100);
    case 'Boolean':
      return random.next() < 0.5;
    case 'DateTime':
      return random.pick(pools.instants);
    case 'Date':
      return random.pick(pools.instants).slice(0, 10);
    default:
      return chooseText(random, pools, place);
  }
}

function wholeFor(random: Random, { name, mostOfPage }: Place): number {
  if (name !== 'first') return name === 'level' ? random.whole(1, 5) : random.whole(0, 10);
  const chance = random.next();
  if (chance < 0.01) return random.pick([0, 101, -1]);
  return chance < 0.03 ? 100 : random.whole(1, Math.max(2, mostOfPage));
}
