import { FIRST_QUERY } from './first-answer.ts';
import type { PrintedToken } from './tokens.ts';

/** What a newcomer is told once the academy is up. */
export function banner(facts: { port: number; answer: string; tokens: readonly PrintedToken[] }): string {
  const base = `http://127.0.0.1:${facts.port}`;
  const widest = Math.max(...facts.tokens.map((token) => `${token.label}, ${token.persona}`.length));
  return `
  GraphQL        ${base}/graphql            (header  x-tenant-id: raices)
                 ${base}/t/raices/graphql   or  http://raices.localhost:${facts.port}/graphql
  Explorer       ${base}/explorer
  Subscriptions  ws://127.0.0.1:${facts.port}/graphql  and Server-Sent Events on the same path
  Health         ${base}/health/ready    Metrics  ${base}/metrics

  Tokens of the tenant raices for 24 h, as  authorization: Bearer <token>
${facts.tokens.map((token) => `    ${`${token.label}, ${token.persona}`.padEnd(widest)}  ${token.token}`).join('\n')}

  First query
${FIRST_QUERY.split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
  First answer
    ${facts.answer.slice(0, 600)}

  A learner's way to a certificate, with a live subscription, is in README.md. Data stays in .cache/data. Ctrl-C stops everything.
`;
}
