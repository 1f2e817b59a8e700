import type { Principal } from '@academy/kernel';
import type { RequestDatabase } from '@academy/platform/db';
import DataLoader from 'dataloader';
import type { InstrumentRow } from '../tables/instruments.ts';
import type { StandardRow } from '../tables/standards.ts';
import { findAccreditations, type SeenAccreditation } from './accreditations.ts';
import { findCourseStandards } from './alignments.ts';
import { findInstruments } from './instruments.ts';
import { findStandards, findStandardsByCode, findVersions } from './standards.ts';
import { findLatestSubmissions, type SeenSubmission } from './submissions.ts';

/** Reads of one operation, batched: one query per kind and tick. */
export type Loaders = {
  readonly standard: DataLoader<string, StandardRow | null>;
  readonly standardByCode: DataLoader<string, StandardRow | null>;
  /** By the code that versions share: all of them, oldest first. */
  readonly standardVersions: DataLoader<string, StandardRow[]>;
  readonly courseStandards: DataLoader<string, StandardRow[]>;
  /** By certification: its newest submission. */
  readonly submission: DataLoader<string, SeenSubmission | null>;
  /** By the standard's code with its version. */
  readonly instrument: DataLoader<string, InstrumentRow | null>;
  readonly accreditation: DataLoader<string, SeenAccreditation | null>;
};

export function createLoaders({ db, principal }: { db: RequestDatabase; principal: Principal }): Loaders {
  const { tenantId } = principal;
  return {
    standard: new DataLoader(async (ids) => {
      const byId = new Map((await db.read((tx) => findStandards(tx, ids))).map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    standardByCode: new DataLoader(async (codes) => {
      const byCode = new Map((await db.read((tx) => findStandardsByCode(tx, codes))).map((row) => [row.code, row]));
      return codes.map((code) => byCode.get(code) ?? null);
    }),
    standardVersions: new DataLoader(async (majors) => {
      const byMajor = Map.groupBy(await db.read((tx) => findVersions(tx, majors)), (row) => row.major);
      return majors.map((major) => byMajor.get(major) ?? []);
    }),
    courseStandards: new DataLoader(async (courseIds) => {
      const byCourse = Map.groupBy(await db.read((tx) => findCourseStandards(tx, tenantId, courseIds)), (row) => row.courseId);
      return courseIds.map((id) => (byCourse.get(id) ?? []).map(({ standard }) => standard));
    }),
    submission: new DataLoader(async (certificationIds) => {
      const rows = await db.read((tx) => findLatestSubmissions(tx, principal, certificationIds));
      const byCase = new Map(rows.map((row) => [row.certificationId, row]));
      return certificationIds.map((id) => byCase.get(id) ?? null);
    }),
    instrument: new DataLoader(async (codes) => {
      const byCode = new Map((await db.read((tx) => findInstruments(tx, codes))).map((row) => [row.standardCode, row]));
      return codes.map((code) => byCode.get(code) ?? null);
    }),
    accreditation: new DataLoader(async (ids) => {
      const byId = new Map((await db.read((tx) => findAccreditations(tx, principal, ids))).map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  };
}
