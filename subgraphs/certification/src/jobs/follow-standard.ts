import { DAY_MS } from '@academy/kernel';
import { finishJob, job, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import { REACTIVO_KINDS } from '../domain/evaluation/instrument.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { keepCaseStandard } from '../store/case-standards.ts';
import { lockCase } from '../store/certification.ts';
import { findCase } from '../store/certification-facts.ts';
import type { CertificationWorker } from '../worker-context.ts';
import { followStandard } from './standard-work.ts';

/** What was told is believed for a day: a retired version, or another instrument, is known on the next. */
const AGAIN_MS = DAY_MS;

/** All versions of the standard: the case's own may be in force no longer. */
const QUERY = `query CaseStandard($major: String!) { standards(filter: { text: $major }, first: 100) { edges { node {
  code isActive instrument { origin minimumScore criteria { id statement } reactivos { id kind criterion weight statement } } } } } }`;

/** What conocer answers; read, so that what is kept is of this shape and no other. */
const answerShape = z.object({
  standards: z
    .object({
      edges: z.array(
        z.object({
          node: z.object({
            code: z.string(),
            isActive: z.boolean(),
            instrument: z
              .object({
                origin: z.enum(['SAMPLE', 'OFFICIAL']),
                minimumScore: z.number(),
                criteria: z.array(z.object({ id: z.string(), statement: z.string() })),
                reactivos: z.array(
                  z.object({
                    id: z.string(),
                    kind: z.enum(REACTIVO_KINDS),
                    criterion: z.string(),
                    weight: z.number(),
                    statement: z.string(),
                  }),
                ),
              })
              .nullable(),
          }),
        }),
      ),
    })
    .nullable(),
});
type Version = NonNullable<z.infer<typeof answerShape>['standards']>['edges'][number]['node'];

/** It is known what the case is to be evaluated by, as conocer says today; until its plan is agreed, and with the plan pinned, nothing more is asked. */
export const followStandardJob = job<CertificationWorker, { certificationId: string }>(followStandard, async (work, context) => {
  const { tenantId, key, payload } = work;
  const { certificationId } = payload;
  const { database, graph, clock } = context;
  const seen = await database.inTenant(tenantId, 'read', (tx) => findCase(tx, tenantId, certificationId));
  const version = isFollowed(seen) && seen.standardCode !== null ? await askVersion(seen.standardCode) : undefined;
  await database.inTenant(tenantId, 'write', async (tx) => {
    const row = await lockCase(tx, tenantId, certificationId);
    if (!isFollowed(row) || row.standardCode === null) return finishJob(tx, followStandard, tenantId, key);
    const now = clock.now();
    const { code, isActive, instrument } = version ?? { code: row.standardCode, isActive: false, instrument: null };
    await keepCaseStandard(tx, { tenantId, certificationId, standardCode: code, isActive, instrument, askedAt: now });
    await scheduleJob(tx, followStandard, { tenantId, key, payload, dueAt: new Date(now.getTime() + AGAIN_MS) });
  });

  /** The version that the case names, as long as it is in force; else the newest of the standard that is; else the one it names. */
  async function askVersion(standardCode: string): Promise<Version | undefined> {
    const major = standardMajorOf(standardCode);
    const answer = await graph.ask<unknown>('conocer', tenantId, { query: QUERY, variables: { major } });
    const { standards } = answerShape.parse(answer);
    const versions = (standards?.edges ?? []).map(({ node }) => node).filter(({ code }) => standardMajorOf(code) === major);
    const named = versions.find(({ code }) => code === standardCode);
    if (named?.isActive === true) return named;
    return versions.filter(({ isActive }) => isActive).toSorted((a, b) => (a.code < b.code ? 1 : -1))[0] ?? named;
  }
});

/** A case whose plan may still be proposed or signed. */
function isFollowed({ status, heldFrom }: { status: string; heldFrom: string | null }): boolean {
  const where = heldFrom ?? status;
  return where === 'REGISTERED' || where === 'DIAGNOSED';
}
