import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
} from 'graphql';
import { type Amount, sum } from './amount.ts';
import type { CostModel } from './cost-model.ts';

/**
 * What one argument costs: an input object its weight and its fields, a list its items, anything else its weight; null nothing.
 * `coordinate` is that of the argument or the input field.
 */
export function compileArgumentCost(node: ValueNode, type: GraphQLInputType, coordinate: string, model: CostModel): Amount {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return isFree(type, coordinate, model) ? 0 : ({ given }) => costOfValue(given[name], type, coordinate, model);
  }
  if (node.kind === Kind.NULL) return 0;
  const nullable = getNullableType(type);
  if (node.kind === Kind.LIST && isListType(nullable)) {
    return sum(node.values.map((item) => compileArgumentCost(item, nullable.ofType, coordinate, model)));
  }
  const named = getNamedType(type);
  const weight = model.weightOfInput(coordinate, named);
  if (node.kind !== Kind.OBJECT || !isInputObjectType(named)) return weight;
  const fields = named.getFields();
  const inner = node.fields.map(({ name, value }): Amount => {
    const field = fields[name.value];
    return field === undefined ? 0 : compileArgumentCost(value, field.type, `${named.name}.${name.value}`, model);
  });
  return sum([weight, ...inner]);
}

/** The same of a value that came in a variable. It nests as deeply as the guard lets values nest. */
function costOfValue(value: unknown, type: GraphQLInputType, coordinate: string, model: CostModel): number {
  if (value === null || value === undefined) return 0;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce<number>((total, item) => total + costOfValue(item, nullable.ofType, coordinate, model), 0);
  }
  const named = getNamedType(type);
  const weight = model.weightOfInput(coordinate, named);
  if (!isInputObjectType(named) || typeof value !== 'object') return weight;
  const fields = named.getFields();
  return Object.entries(value).reduce((total, [name, item]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field === undefined ? total : total + costOfValue(item, field.type, `${named.name}.${name}`, model);
  }, weight);
}

function isFree(type: GraphQLInputType, coordinate: string, model: CostModel): boolean {
  const named = getNamedType(type);
  return !isInputObjectType(named) && model.weightOfInput(coordinate, named) === 0;
}
