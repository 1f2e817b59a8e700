import { boolean, instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import { DICTAMEN_OUTCOMES } from '../domain/lot-dictamen.ts';
import { RULERS } from '../domain/lot-visibility.ts';

/** Who verified a case, and the root of the portfolio that she had before her. Once per case. */
export const verifications = tenantTable(
  'verifications',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    verifierId: uuid('verifier_id').notNull(),
    portfolioRoot: text('portfolio_root'),
    verifiedAt: instant('verified_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId] })],
);

/** Cases of one centre and one standard that a Grupo de Dictamen rules on together. */
export const lots = tenantTable(
  'lots',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Null: the academy itself. */
    centreId: uuid('centre_id'),
    standardMajor: text('standard_major').notNull(),
    status: text('status', { enum: ['OPEN', 'CLOSED'] }).notNull(),
    size: integer('size').notNull().default(0),
    /** 32 random bytes in hex, drawn when it is closed: with the members it gives the sample again. */
    sampleSeed: text('sample_seed'),
    sampleSize: integer('sample_size'),
    openedBy: uuid('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** What is in a lot. A case is in one at a time. */
export const lotMembers = tenantTable(
  'lot_members',
  {
    tenantId: tenantId(),
    lotId: uuid('lot_id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    isSampled: boolean('is_sampled').notNull().default(false),
    /** What the Grupo de Dictamen decided; null until two of it agree. */
    outcome: text('outcome', { enum: DICTAMEN_OUTCOMES }),
    decidedAt: instant('decided_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.lotId, self.certificationId] })],
);

/** What each of the Grupo de Dictamen said of a member, once. */
export const dictamenOpinions = tenantTable(
  'dictamen_opinions',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    lotId: uuid('lot_id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    rulerId: uuid('ruler_id').notNull(),
    /** Under which persona she said it. */
    rulerPersona: text('ruler_persona', { enum: RULERS }).notNull(),
    outcome: text('outcome', { enum: DICTAMEN_OUTCOMES }).notNull(),
    reason: text('reason'),
    /** She looked at the member itself, or what she said of the sample holds for it. */
    basis: text('basis', { enum: ['EXAMINED', 'SAMPLE'] }).notNull(),
    ruledAt: instant('ruled_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
