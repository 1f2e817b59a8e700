import type { Case } from './documents/random-case.ts';
import type { Tried } from './try-case.ts';

const MOST_OF_ANSWER = 1_500;

/** All that is needed to see a leak, and to make it happen again. */
export function tellLeak(one: Case, { leak, reply, without }: Tried, seed: number): string {
  return [
    `LEAK in case ${one.number} (again with: npm run fuzz:rls -- --only graphql --seed ${seed} --case ${one.number})`,
    `    ${leak}`,
    ...tellCase(one),
    `    answered  ${shortened(reply)}`,
    `    alone     ${shortened(without)}`,
  ].join('\n');
}

/** Who asks what, at which door. */
export function tellCase({ asker, rival, door, question }: Case): string[] {
  const after = rival === undefined ? '' : `, after one of ${rival.tenantSlug} asked the same`;
  return [
    `    ${asker.name} at ${door === 'gateway' ? 'the gateway' : `the island ${door}`}${after}`,
    `    document  ${question.query.replaceAll('\n', '\n              ')}`,
    `    variables ${JSON.stringify(question.variables)}`,
  ];
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_OF_ANSWER ? `${text.slice(0, MOST_OF_ANSWER)}…` : text;
}
