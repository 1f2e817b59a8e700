import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';
import type { Random } from '../random.ts';

/** An argument's value: the text of a literal, and the same as JSON for a variable. */
export type InputValue = { readonly literal: string; readonly json: unknown };

const NULL: InputValue = { literal: 'null', json: null };

/** A value that a type accepts. */
export function randomInput(random: Random, type: GraphQLInputType, depth = 0): InputValue {
  if (isNonNullType(type)) return randomInputNotNull(random, type.ofType, depth);
  return random.chance(0.12) ? NULL : randomInputNotNull(random, type, depth);
}

function randomInputNotNull(random: Random, type: GraphQLInputType, depth: number): InputValue {
  if (isNonNullType(type)) return randomInputNotNull(random, type.ofType, depth);
  if (isListType(type)) {
    // A single value stands for a list of one.
    if (random.chance(0.15)) return randomInputNotNull(random, type.ofType, depth);
    const items = Array.from({ length: random.below(3) }, () => randomInput(random, type.ofType, depth));
    return { literal: `[${items.map(({ literal }) => literal).join(', ')}]`, json: items.map(({ json }) => json) };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || (depth < 3 && random.chance(0.5)),
    );
    const values = fields.map((field) => ({ name: field.name, value: randomInput(random, field.type, depth + 1) }));
    return {
      literal: `{${values.map(({ name, value }) => `${name}: ${value.literal}`).join(', ')}}`,
      json: Object.fromEntries(values.map(({ name, value }) => [name, value.json])),
    };
  }
  if (isEnumType(type)) {
    const { name } = random.pick(type.getValues());
    return { literal: name, json: name };
  }
  return randomScalar(random, type.name);
}

function randomScalar(random: Random, name: string): InputValue {
  const same = (json: unknown): InputValue => ({ literal: JSON.stringify(json), json });
  switch (name) {
    case 'Int':
      return same(random.below(100) - 50);
    case 'Float':
      return same(random.pick([0.5, 3, -2.25, 1e30]));
    case 'Boolean':
      return same(random.chance(0.5));
    case 'ID':
      return same(random.pick(['x', 7, '7', 'Product-1']));
    case 'String':
      return same(random.pick(['', 'a', 'quote " and \\ and \n', '🙂', '$v1']));
    default:
      return random.pick<InputValue>([
        same([1, [null, 'x']]),
        same('text'),
        same(0),
        { literal: '{a: {b: [1, "x", null]}, constructor: 1}', json: { a: { b: [1, 'x', null] }, constructor: 1 } },
      ]);
  }
}
