import { instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import type { OutcomeEntry } from '../domain/lot-outcome.ts';
import { LOT_PACKAGE_STATUSES, type PackedFile } from '../domain/lot-package.ts';

/** What people carry to the authority for a lot. Its bytes lie sealed in the object storage under a key of its own. */
export const lotPackages = tenantTable(
  'lot_packages',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Null: of cases that are in no lot. */
    lotId: uuid('lot_id'),
    status: text('status', { enum: LOT_PACKAGE_STATUSES }).notNull(),
    size: integer('size').notNull(),
    files: jsonb('files').$type<readonly PackedFile[]>().notNull().default([]),
    sha256: text('sha256'),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    readyAt: instant('ready_at'),
    expiresAt: instant('expires_at'),
    handedOverBy: uuid('handed_over_by'),
    handedOverAt: instant('handed_over_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
export type LotPackageRow = typeof lotPackages.$inferSelect;

/** Which submissions are in which package. */
export const lotPackageMembers = tenantTable(
  'lot_package_members',
  {
    tenantId: tenantId(),
    packageId: uuid('package_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    /** By which the CURP of an outcome is compared; null before it is built, and once the candidate was erased. */
    curpIndex: text('curp_index'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.packageId, self.submissionId] })],
);

/** Outcome files that were imported. */
export const lotOutcomes = tenantTable(
  'lot_outcomes',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    packageId: uuid('package_id').notNull(),
    /** Of the file. */
    sha256: text('sha256').notNull(),
    entries: jsonb('entries').$type<readonly OutcomeEntry[]>().notNull(),
    importedBy: uuid('imported_by').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
export type LotOutcomeRow = typeof lotOutcomes.$inferSelect;
