import { reportUpdated } from '@academy/contracts';
import { Fault } from '@academy/kernel';
import { z } from 'zod';
import type { Feed } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import type { LogQuery } from './island-log.ts';
import { watchState } from './watch-state.ts';

const answer = z.object({ version: z.number().int().min(0), changedAt: z.iso.datetime().nullable() });
const VERSION: LogQuery<z.infer<typeof answer>> = {
  island: 'analytics',
  operationName: 'LiveReportVersion',
  variables: { report: 'LiveReport!' },
  field: 'reportVersion(report: $report) { version changedAt }',
  answer,
};

/** Reports, and the field under which an event shows each. */
const FIELDS: Readonly<Record<string, string>> = { COMPLETION: 'completionReport' };

/** Versions of a report of the viewer's tenant; changes that follow one another are told as one. */
export function createReportFeed({ readers, logs }: FeedParts): Feed {
  return {
    field: 'reportUpdated',
    whenHidden: 'end',
    async *watch(request) {
      const { viewer } = request;
      const report = String(request.args['report']);
      const field = FIELDS[report];
      if (field === undefined)
        throw new Fault('BAD_USER_INPUT', `Expected one of ${Object.keys(FIELDS).join(', ')}, got ${report}.`);
      yield* watchState(
        {
          topic: 'report',
          subject: report,
          async read() {
            const { version, changedAt } = await logs.read(VERSION, viewer, { report });
            return { number: version, epoch: changedAt === null ? 0 : Date.parse(changedAt) };
          },
          isNews: (event) => event.type === reportUpdated.type,
          tell: ({ number, epoch }) => ({
            typename: 'ReportUpdated',
            values: { report, version: number, occurredAt: epoch === 0 ? null : new Date(epoch).toISOString() },
            objects: { [field]: { kind: 'query' } },
          }),
        },
        request,
        { readers },
      );
    },
  };
}
