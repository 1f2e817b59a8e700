import { gzipSync } from 'node:zlib';

/** Names of the schema under attack, by the placeholder that stands for each. */
export type SchemaNames = Readonly<Record<string, string>>;
type Arguments = Readonly<Record<string, number>> & { readonly field?: never };
type Generator = (given: Arguments, names: SchemaNames) => unknown;

const times = (count: number, make: (index: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(separator);
const underMe = (names: SchemaNames, selection: string): string => `{ ${names['q.me']} { ${selection} } }`;
/** A chain of fragments on the user, each of which spreads the next as `level` says. */
function chain(names: SchemaNames, depth: number, level: (next: string) => string): string {
  const user = names['t.user'];
  const links = times(depth, (at) => `fragment A${at} on ${user} { ${level(`...A${at + 1}`)} }`);
  return `${underMe(names, '...A0')} ${links} fragment A${depth} on ${user} { id }`;
}

/** Every generator of the vocabulary by name: a document, a part of a request, or a whole body as text or bytes. */
export const GENERATORS: Readonly<Record<string, Generator>> = {
  fanout: ({ depth = 1, k = 2 }, names) =>
    chain(names, depth, (next) => times(k, (at) => `a${at}: friends(first:1) { ${next} }`)),
  fanoutFields: ({ depth = 1 }, names) =>
    chain(names, depth, (next) => `friends(first:1) { ${next} } certifications(first:1) { owner { ${next} } }`),
  fanoutCross: ({ depth = 1 }, names) =>
    chain(names, depth, (next) => `certifications(first:1) { id } a:friends(first:1) { ${next} } b:friends(first:1) { ${next} }`),
  inlineFanout({ depth = 1, k = 2 }, names) {
    const level = (left: number): string =>
      left === 0
        ? 'id'
        : times(k, (at) => `a${left}${at}: friends(first:1) { ... on ${names['t.user']} { ${level(left - 1)} } }`);
    // Its size grows with k^depth.
    return underMe(names, level(Math.min(depth, 6)));
  },
  aliases: ({ n = 1 }, names) => `{ ${times(n, (at) => `a${at}: ${names['q.me']} { id }`)} }`,
  crossAliases: ({ n = 1 }, names) => `{ ${times(n, (at) => `a${at}: ${names['q.me']} { certifications(first:1) { id } }`)} }`,
  otpAliases: ({ n = 1 }, names) =>
    `mutation { ${times(n, (at) => `a${at}: ${names['m.login']}(email:"a@a.mx", otp:"${String(at).padStart(6, '0')}")`)} }`,
  dup: ({ field, n = 1 }) => `{ ${`${String(field)} `.repeat(n)}}`,
  dupInMe: ({ field, n = 1 }, names) => underMe(names, `${String(field)} `.repeat(n)),
  directives: ({ n = 1 }, names) => underMe(names, `id ${'@skip(if:false)'.repeat(n)}`),
  unknownDirectives: ({ n = 1 }, names) => underMe(names, `id ${'@aa'.repeat(n)}`),
  depth: ({ n = 1 }, names) => underMe(names, `${'friends(first:1) { '.repeat(n)}id${' }'.repeat(n)}`),
  listLiteral: ({ n = 1 }, names) => `query($x:Int=${'['.repeat(n)}${']'.repeat(n)}) ${underMe(names, 'id')}`,
  objLiteral: ({ n = 1 }, names) => `query($x:Int=${'{a:'.repeat(n)}1${'}'.repeat(n)}) ${underMe(names, 'id')}`,
  variables: ({ n = 1 }, names) => `query(${times(n, (at) => `$v${at}:Int`)}) ${underMe(names, 'id')}`,
  overlap: ({ n = 1 }, names) =>
    `${underMe(
      names,
      times(n, (at) => `...F${at}`),
    )} ${times(n, (at) => `fragment F${at} on ${names['t.user']} { friends(first:1) { friends(first:1) { id x${at}: id } } }`)}`,
  unusedFragments: ({ n = 1 }, names) =>
    `${underMe(names, 'id')} ${times(n, (at) => `fragment F${at} on ${names['t.user']} { id }`)}`,
  manyOps: ({ n = 1 }) => times(n, (at) => `query Q${at} { __typename }`),
  spaces: ({ n = 1 }) => `{ __typename }${' '.repeat(n)}`,
  comments: ({ n = 1 }) => `{ __typename }\n${`#${'a'.repeat(46)}\n`.repeat(Math.floor(n / 48))}`,
  bigString: ({ n = 1 }, names) => `{ ${names['q.search']}(q:"${'a'.repeat(n)}") { __typename } }`,
  batch: ({ n = 1 }) => Array.from({ length: n }, () => ({ query: '{ __typename }' })),
  /** A hash that nobody registered, another one each time; whoever sends it says only that. */
  apqUnique: () => {
    unique += 1;
    return { persistedQuery: { version: 1, sha256Hash: unique.toString(16).padStart(64, '0') } };
  },
  representations: ({ n = 1 }, names) => ({
    r: Array.from({ length: n }, (_, at) => ({ __typename: names['t.cert'], id: `x${at}` })),
  }),
  text: ({ n = 1 }) => 'x'.repeat(n),
  deepVariables: ({ n = 1 }, names) =>
    `{"query":"query($i:${names['i.profile']}!){ __typename }","variables":{"i":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}}`,
  coercion: ({ n = 1 }) =>
    JSON.stringify({
      query: 'query($x:[Int!]){ __typename @skip(if:false) }',
      variables: { x: Array.from({ length: n }, () => 'bad') },
    }),
  gzipBomb: ({ mib = 1 }) => gzipSync(Buffer.from(`{"query":"{__typename}${' '.repeat(mib * 2 ** 20)}"}`)),
};
let unique = 0;

/** What `{ $gen: NAME, … }` stands for. Throws for a name that is not mapped. */
export function generate(given: Readonly<Record<string, unknown>>, names: SchemaNames): unknown {
  const generator = GENERATORS[String(given['$gen'])];
  if (generator === undefined) throw new Error(`The generator ${String(given['$gen'])} is not mapped.`);
  return generator(given as Arguments, names);
}
