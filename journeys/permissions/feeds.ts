import type { GraphQLSchema } from 'graphql';
import { until } from '../src/until.ts';
import { watchOverSse } from '../src/watch.ts';
import { isShown } from './expectation.ts';
import { decisionOf } from './fields.ts';
import { AWAY_MARK } from './fill-world.ts';
import { type Asked, differ, type Findings } from './findings.ts';
import { questionsOf } from './roots.ts';
import { printSelection, selectAll } from './selection.ts';
import type { Viewer } from './viewer.ts';

/**
 * A report on every course costs as much as an operation may, without what a course is; and so do a feed's snapshot of many cases, each with all that it leads to: what
 * a case shows is asked of the case.
 */
const AT_ONCE_TOO_DEAR = new Set(['reportUpdated', 'certificationsStatusChanged']);

/** One viewer opens each subscription of the gateway, about an object of each relation: those whom the matrix lets get a first event, the others an error. */
export async function openFeeds(
  findings: Findings,
  gateway: { url: string; schema: GraphQLSchema; entities: ReadonlySet<string>; headers: Record<string, string> },
  viewer: Viewer,
): Promise<void> {
  const { schema, entities, url, headers } = gateway;
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const opened = fields.flatMap((field) =>
    questionsOf(field, viewer).map(async ({ args, relation }) => {
      const decision = decisionOf('Subscription', field.name);
      const depth = AT_ONCE_TOO_DEAR.has(field.name) ? 0 : 1;
      const whole = selectAll(schema, 'Subscription', entities, depth).find((one) => one.field === field.name);
      if (decision === undefined || whole?.target === undefined) throw new Error(`Nothing decides Subscription.${field.name}.`);
      const query = `subscription Matrix { ${field.name}${args} ${printSelection(whole.target.fields)} }`;
      const watch = watchOverSse({ url, headers, query, variables: {} });
      const came = () => watch.events.length + watch.ends.length > 0;
      await until(`an answer to ${viewer.name}: ${query}`, async () => (came() ? true : undefined));
      watch.stop();
      const asked: Asked = { viewer, relation, door: `gateway ${field.name}`, isIsland: false };
      findings.requests += 1;
      findings.compared += 1;
      const isOpen = watch.events.length > 0 || watch.ends.some(isEventInPart);
      (isOpen ? findings.shown : findings.hidden).add(`Subscription.${field.name}`);
      if (isOpen !== isShown(decision, viewer, relation))
        differ(findings, asked, isOpen ? 'leak' : 'missing', `Subscription.${field.name}`, JSON.stringify(watch.ends));
      if (JSON.stringify(watch.events).includes(AWAY_MARK)) differ(findings, asked, 'leak', 'a text of the other tenant');
    }),
  );
  await Promise.all(opened);
}

/** An event of which a part was refused: its errors lie below the subscription's field. */
function isEventInPart(end: unknown): boolean {
  return (
    Array.isArray(end) && end.length > 0 && end.every((error: { path?: readonly unknown[] }) => (error.path?.length ?? 0) > 1)
  );
}
