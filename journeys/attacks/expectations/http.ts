import type { Observed } from '../observed.ts';
import type { Sightings } from '../watch/sightings.ts';

/** What checks of the door know besides what was observed. */
export type DoorWorld = {
  readonly rssGrowthMiB: number;
  readonly aliveMs: () => Promise<number>;
  readonly otherTenantStatus: () => Promise<number>;
  /** Connections to the address that nobody may connect to. */
  readonly canaryCalls: number;
  /** What the academy's processes were seen to do meanwhile that they had not done before. */
  readonly sightings: Sightings;
  readonly jwksFetches: number;
  /** Calls to subgraphs that the case made. */
  readonly subgraphCalls: number;
  /** Acts that the case did. */
  readonly acts: number;
  /** What was logged meanwhile. */
  readonly logLines: readonly string[];
  /** The two answers of a comparison. */
  readonly compared: readonly Observed[];
  readonly medianDiffMs: number | undefined;
};
type Check = (expected: unknown, observed: Observed, world: DoorWorld) => string[] | Promise<string[]>;

const all = (expected: unknown): unknown[] => [expected].flat();
const over = (what: string, got: number, limit: unknown): string[] =>
  got <= Number(limit) ? [] : [`${what} ${got.toFixed(0)}, at most ${String(limit)} was expected`];
const isMatch = (pattern: unknown, text: string) => new RegExp(String(pattern)).test(text);
const statusesOf = ({ statuses, status }: Observed) => statuses ?? [status];
const valuesOf = (observed: Observed, name: string) => [observed.headers[name.toLowerCase()] ?? []].flat();

/** The checks of what the door answers, by key of an expectation. Each answers what is wrong, in words. */
export const DOOR_CHECKS: Readonly<Record<string, Check>> = {
  status: (expected, { status, refused }) =>
    all(expected).includes(status) ? [] : [`status ${status ?? refused}, ${all(expected).join(' or ')} was expected`],
  anyStatus(expected, observed) {
    const other = statusesOf(observed).filter((status) => !all(expected).includes(status));
    return other.length === 0 ? [] : [`${other.length} answers had status ${String(other[0] ?? observed.refused)}`];
  },
  someStatus: (expected, observed) =>
    statusesOf(observed).includes(expected as number) ? [] : [`no answer was ${String(expected)}`],
  codes(expected, { codes = [], body }) {
    const other = codes.filter((code) => !all(expected).includes(code));
    if (other.length > 0) return [`code ${other.join()}, ${all(expected).join(' or ')} was expected`];
    return codes.length === 0 ? [`an error code was expected in ${body.slice(0, 200)}`] : [];
  },
  codesIfError: (expected, { codes = [] }) => {
    const other = codes.filter((code) => !all(expected).includes(code));
    return other.length === 0 ? [] : [`code ${other.join()}, ${all(expected).join(' or ')} was expected`];
  },
  noData: (expected, { body }) => (expected === true && /"data":\s*[{[]/.test(body) ? ['it contains data'] : []),
  mustNotContain: (expected, { body }) =>
    all(expected).flatMap((pattern) => (isMatch(pattern, body) ? [`it contains ${String(pattern)}: ${body.slice(0, 300)}`] : [])),
  mustNotContainSecond: (expected, _observed, { compared }) =>
    all(expected).flatMap((pattern) =>
      isMatch(pattern, compared[1]?.body ?? '') ? [`the second contains ${String(pattern)}`] : [],
    ),
  maxMs: (expected, { ms }) => over('ms', ms, expected),
  async aliveMs(expected, _observed, { aliveMs }) {
    return over('alive only after ms', await aliveMs(), expected);
  },
  maxRssGrowthMiB: (expected, _observed, { rssGrowthMiB }) => over('MiB of growth', rssGrowthMiB, expected),
  maxErrors: (expected, { body }) => over('errors', (body.match(/"message":/g) ?? []).length, expected),
  maxItems: (expected, { body }) => over('items', (body.match(/"id":/g) ?? []).length, expected),
  maxResponses: (expected, { body }) => over('responses', (body.match(/HTTP\/1\.1 \d{3}/g) ?? []).length, expected),
  statusLine: (expected, { status, body }) =>
    all(expected).map(String).includes(String(status))
      ? []
      : [`status ${status}, ${all(expected).join(' or ')} was expected: ${body.slice(0, 80)}`],
  closedWithinMs: (expected, { closedAfterMs }) =>
    closedAfterMs === undefined ? ['it was not closed'] : over('closed after ms', closedAfterMs, expected),
  contains: (expected, { body }) =>
    all(expected).flatMap((text) => (body.includes(String(text)) ? [] : [`expected ${String(text)} in ${body.slice(0, 200)}`])),
  contentType: (expected, observed) =>
    all(expected).some((type) => valuesOf(observed, 'content-type').some((one) => one.startsWith(String(type))))
      ? []
      : [`content type ${valuesOf(observed, 'content-type').join()}`],
  mustHaveHeader: (expected, observed) =>
    (typeof expected === 'object' && expected !== null && !Array.isArray(expected)
      ? Object.entries(expected)
      : all(expected).map((one) => [one, undefined] as const)
    )
      .filter(
        ([name, pattern]) => !valuesOf(observed, String(name)).some((one) => pattern === undefined || isMatch(pattern, one)),
      )
      .map(([name]) => `header ${String(name)} was expected`),
  mustNotHaveHeaders: (expected, observed) =>
    all(expected).flatMap((name) => (valuesOf(observed, String(name)).length === 0 ? [] : [`header ${String(name)} is there`])),
  mustNotHaveHeaderValue: (expected, observed) =>
    Object.entries(expected as Record<string, unknown>).flatMap(([name, values]) =>
      valuesOf(observed, name).flatMap((one) => (all(values).includes(one) ? [`header ${name} is ${one}`] : [])),
    ),
  notPolluted: (expected, _observed, { sightings }) =>
    expected === true && sightings.everyObjectHas.length > 0
      ? [`every object of a process has ${sightings.everyObjectHas.join()}`]
      : [],
  noOutbound(expected, _observed, { canaryCalls, sightings: { connections } }) {
    if (expected !== true) return [];
    const toCanary = canaryCalls > 0 ? [`${canaryCalls} connections to the canary`] : [];
    return [...toCanary, ...connections.map((address) => `a connection to ${address} was attempted`)];
  },
  maxJwksFetches: (expected, _observed, { jwksFetches }) => over('fetches of keys', jwksFetches, expected),
  async otherTenantStatus(expected, _observed, { otherTenantStatus }) {
    const status = await otherTenantStatus();
    return all(expected).includes(status) ? [] : [`the other tenant gets ${status}`];
  },
  sameBody: (expected, _observed, { compared }) =>
    expected === true && new Set(compared.map(({ body }) => withoutIds(body))).size !== 1
      ? [`the bodies differ: ${compared.map(({ body }) => body.slice(0, 200)).join(' / ')}`]
      : [],
  same: (expected, _observed, { compared }) =>
    expected === true && new Set(compared.map(({ body, status }) => `${status} ${withoutIds(body)}`)).size !== 1
      ? ['the answers differ']
      : [],
  sameStatus: (expected, _observed, { compared }) =>
    expected === true && new Set(compared.map(({ status }) => status)).size !== 1
      ? [`statuses differ: ${compared.map(({ status }) => status).join()}`]
      : [],
  maxMedianDiffMs: (expected, _observed, { medianDiffMs }) =>
    medianDiffMs === undefined ? ['nothing was timed'] : over('ms between medians', medianDiffMs, expected),
  errorMatches: (expected, { body }) => (isMatch(expected, body) ? [] : [`expected an error like ${String(expected)}`]),
  readMs: () => [],
  sideEffect: (expected, _observed, { acts }) => (expected === 'none' && acts > 0 ? [`${acts} acts were done`] : []),
  logMustNotContainLine: (expected, _observed, { logLines }) =>
    all(expected).flatMap((pattern) => {
      const found = logLines.flatMap((text) => text.split('\n')).find((line) => isMatch(pattern, line));
      return found === undefined ? [] : [`a line of the log is ${found.slice(0, 200)}`];
    }),
  maxSubgraphCalls: (expected, _observed, { subgraphCalls }) => over('calls to subgraphs', subgraphCalls, expected),
};

/** An error's own id tells the two apart for support alone. */
function withoutIds(body: string): string {
  return body
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/"(errorId|requestId)":"[^"]*"/g, '"id":"ID"');
}
