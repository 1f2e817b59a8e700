import { FIRST_QUERY } from './first-answer.ts';
import { queryCommand, subscriptionCommands } from './first-commands.ts';
import type { TokenToTry } from './tokens.ts';

/** What is up, and where. */
export type BannerFacts = {
  readonly port: number;
  readonly tenantSlug: string;
  readonly tokens: readonly TokenToTry[];
  /** A file with the tokens. */
  readonly tokensFile: string;
  readonly dataDir: string;
  /** The body of the first answer. */
  readonly answer: string;
};

const ANSWER_SHOWN = 300;

/** What a newcomer is told once the academy is up. The long lines come first, so that the addresses stay in sight. */
export function banner(facts: BannerFacts): string {
  const { port, tenantSlug, tokens, answer } = facts;
  const base = `http://127.0.0.1:${port}`;
  const graphql = `${base}/graphql`;
  return `
TOKENS of the tenant ${tenantSlug}, one for each persona, for 24 h; to be sent as  authorization: Bearer TOKEN

${tokens.map(({ label, token }) => `  ${label}\n${token}\n`).join('\n')}
FIRST QUERY, for anybody; it has been answered already:
${answer.length > ANSWER_SHOWN ? `${answer.slice(0, ANSWER_SHOWN)}…` : answer}

${queryCommand(graphql, tenantSlug, FIRST_QUERY)}

FIRST SUBSCRIPTION: alice completes a course and watches her certification become official. In a second terminal, in this folder
(the first line makes all the tokens variables: ${tokens
    .slice(0, 3)
    .map(({ variable }) => `$${variable}`)
    .join(', ')}, …):

. '${facts.tokensFile}'
${subscriptionCommands(graphql, tenantSlug)}

  Explorer       ${base}/explorer   (examples, people to be, schema)
  GraphQL        ${graphql}   with the header  x-tenant-id: ${tenantSlug}
                 or  ${base}/t/${tenantSlug}/graphql  or  http://${tenantSlug}.localhost:${port}/graphql
  Subscriptions  the same addresses, as ws://… (graphql-ws) or with  accept: text/event-stream
  Also           ${base}/health/ready   ${base}/metrics
  Data           ${facts.dataDir}
  To stop        Ctrl-C
`;
}
