import { randomBytes } from 'node:crypto';
import { fail, ok } from '@academy/kernel';
import { merkleRoot } from '../../domain/portfolio/merkle.ts';
import { isHersToWorkOn } from '../../store/acting.ts';
import { digestsOf, portfolioContents } from '../../store/portfolio-contents.ts';
import { addPortfolio, findPortfolio } from '../../store/portfolios.ts';
import { sha256 } from '../../store/sha256.ts';
import { type CaseAct, guardedAct } from '../act-on-case.ts';
import { notIn } from './expect-status.ts';

const SALT_BYTES = 32;

/** The portfolio of a competent candidate is sealed, and the results are delivered. That she is told is the step's own. */
export function deliverResults(): Pick<CaseAct, 'command' | 'alongside' | 'action' | 'mayActOn'> {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return {
    action: 'certification.results-deliver',
    mayActOn: isHersToWorkOn,
    async command(tx, row, { now }) {
      const refusal = notIn(row, 'deliverResults', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED');
      if (refusal !== undefined) return fail(refusal);
      const sealed = await findPortfolio(tx, { tenantId: row.tenantId, certificationId: row.id });
      if (sealed !== undefined) return ok({ kind: 'deliverResults', portfolioRoot: sealed.root });
      if (row.path !== 'ACCREDITED_EVALUATOR')
        return guardedAct(row, 'deliverResults', { kind: 'NotOfThisPath', path: row.path });
      const leaves = await portfolioContents(tx, row, { salt, until: now });
      return ok({ kind: 'deliverResults', portfolioRoot: merkleRoot(digestsOf(leaves), sha256) });
    },
    async alongside(tx, row, { actor, now }) {
      const { tenantId, id: certificationId, portfolioRoot: root } = row;
      if (root === null) return;
      const leaves = await portfolioContents(tx, row, { salt, until: now });
      const digests = digestsOf(leaves);
      const rows = leaves.map((leaf, position) => ({
        tenantId,
        certificationId,
        position,
        ...leaf,
        digest: digests[position] ?? '',
      }));
      const portfolio = { tenantId, certificationId, root, salt, leafCount: rows.length, sealedBy: actor.userId, sealedAt: now };
      await addPortfolio(tx, portfolio, rows);
    },
  };
}
