import type { Case, Verdict } from './trial.ts';

type Suspicion = { readonly name: string; holds(one: Case, verdict: Verdict): boolean };

const sdlOf = ({ subgraphs }: Case) => Object.values(subgraphs).join('\n');

/** Defects of the published gateway and where they can show, most telling first. Our executor has to be right in all of these places. */
const DEFECTS: readonly Suspicion[] = [
  { name: 'the planner fails', holds: (_, { difference }) => difference?.kind === 'refused' },
  { name: 'keys in another order', holds: (_, { difference }) => difference?.kind === 'order' },
  { name: 'a variable named representations', holds: ({ operation }) => operation.source.includes('$representations') },
  {
    name: 'mutations in fragments out of order',
    holds: ({ operation }) => /mutation/.test(operation.source) && /\.\.\./.test(operation.source),
  },
  {
    name: 'keys of every object (__proto__, constructor)',
    holds: ({ operation }) => /__proto__|constructor|toString|valueOf|hasOwnProperty/.test(operation.source),
  },
  {
    name: 'aliases that collide with keys or required fields (federation issue 3036)',
    holds: ({ operation }) => /\w+: \w+/.test(operation.source.replace(/\([^)]*\)/g, '')),
  },
  {
    name: '@requires with arguments, or arguments on a required field',
    holds: (one) => /@requires\(fields: "[^"]*\(/.test(sdlOf(one)) || /\w\(/.test(one.operation.source),
  },
  { name: '@requires through nested lists', holds: (one) => /\[\[[^\n]*@external/.test(sdlOf(one)) },
  { name: '__typename of an @interfaceObject', holds: (one) => /@interfaceObject\s*\{/.test(sdlOf(one)) },
  { name: 'keys that are not resolvable, named first', holds: (one) => /resolvable: false/.test(sdlOf(one)) },
  { name: 'everything excluded by literals', holds: ({ operation }) => /if: (true|false)/.test(operation.source) },
];

/** The first known defect of the published gateway that can be the cause; undefined when none can. */
export function suspectedDefect(one: Case, verdict: Verdict): string | undefined {
  return DEFECTS.find(({ holds }) => holds(one, verdict))?.name;
}
