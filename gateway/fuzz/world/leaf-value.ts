import { type GraphQLEnumType, type GraphQLScalarType, isEnumType } from 'graphql';
import { hash32 } from '../random.ts';

const TEXTS = ['', 'null', '__proto__', 'quote " and \\ and \n', 'é 🙂 \u2028', '{"a":1}'];
const BLOBS = [
  '{"a":1,"b":[1,null,{"c":"d"}]}',
  '[]',
  '[[1],[]]',
  '{}',
  '"text"',
  '0',
  'false',
  '{"constructor":{"prototype":1},"toString":null}',
  '{"__typename":"Nobody","id":"x"}',
];

/** A value of a leaf type, as it is in a response: the same for the same key. */
export function leafValue(type: GraphQLScalarType | GraphQLEnumType, key: string): unknown {
  const hash = hash32(key);
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[hash % values.length]?.value;
  }
  switch (type.name) {
    case 'Int':
      return (hash % 2001) - 1000;
    case 'Float':
      return hash % 11 === 0 ? 1e21 : (hash % 20_001) / 8 - 1000;
    case 'Boolean':
      return hash % 2 === 0;
    case 'ID':
      return hash % 3 === 0 ? String(hash % 100) : `id ${hash % 1000}`;
    case 'String':
      return hash % 5 === 0 ? TEXTS[(hash >>> 8) % TEXTS.length] : `text ${hash % 10_000}`;
    default:
      return JSON.parse(BLOBS[(hash >>> 4) % BLOBS.length] ?? 'null');
  }
}
