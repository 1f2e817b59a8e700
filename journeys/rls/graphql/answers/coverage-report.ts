import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Coverage } from './coverage.ts';

/** Fields that were answered less often than this are named. */
const SELDOM = 1;
const NAMED = 12;

/** How much of the schema answers spoke of, in a few lines: types and fields with a value, and those without any. */
export function coverageReport(schema: GraphQLSchema, coverage: Coverage): string[] {
  const { answers, withData, withLists, fields } = coverage;
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type !== schema.getSubscriptionType() && !type.name.startsWith('__'),
  );
  const reachable = types
    .filter(isObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const unseen = reachable.filter((field) => (fields.get(field) ?? 0) < SELDOM);
  const seenTypes = new Set([...fields.keys()].map((field) => field.split('.')[0]));
  const share = (count: number) => `${((100 * count) / Math.max(1, answers)).toFixed(0)} %`;
  const ofTypes = [...Map.groupBy(fields, ([field]) => field.split('.')[0] ?? '')]
    .map(([type, counts]) => [type, Math.max(...counts.map(([, count]) => count))] as const)
    .sort((a, b) => b[1] - a[1]);
  return [
    `${withData} answers (${share(withData)}) had data, ${withLists} (${share(withLists)}) a list with something in it`,
    `${types.filter(({ name }) => seenTypes.has(name)).length} of ${types.length} object types and ${reachable.length - unseen.length} of ${reachable.length} fields of the graph had a value`,
    `most often: ${ofTypes
      .slice(0, NAMED)
      .map(([type, count]) => `${type} ${count}`)
      .join(', ')}`,
    `never: ${unseen.length === 0 ? 'none' : `${unseen.slice(0, NAMED).join(', ')}${unseen.length > NAMED ? `, and ${unseen.length - NAMED} more` : ''}`}`,
  ];
}
