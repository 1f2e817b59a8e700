import { instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import { LEAF_KINDS } from '../domain/portfolio/leaves.ts';

/** Sealed portfolios: the root of a Merkle tree over the leaves. */
export const portfolios = tenantTable(
  'portfolios',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    root: text('root').notNull(),
    /** Null once the candidate was erased: digests tell nothing without it. */
    salt: text('salt'),
    leafCount: integer('leaf_count').notNull(),
    sealedBy: uuid('sealed_by').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId] })],
);

/** What was sealed, in the order of the tree. */
export const portfolioLeaves = tenantTable(
  'portfolio_leaves',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: LEAF_KINDS }).notNull(),
    /** What was hashed; null once the candidate was erased. */
    content: text('content'),
    digest: text('digest').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId, self.position] })],
);
