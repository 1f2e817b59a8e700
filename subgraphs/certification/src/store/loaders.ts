import type { PageRequest, Principal } from '@academy/kernel';
import type { RequestDatabase, Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import DataLoader from 'dataloader';
import { assigneeOf } from '../domain/visibility.ts';
import { type AssignmentRow, findAssignedCandidates, findAssignmentPages, findAssignments } from './case-assignments.ts';
import {
  type CertificationEventRow,
  findCertificates,
  findCertificatesOf,
  findCertifications,
  findHistory,
  findNewestOfEnrollments,
  findPagesOfCandidates,
  type SeenCertificate,
  type SeenCertification,
} from './certification-lists.ts';
import { type CredentialRow, findCredentialsOf } from './credential.ts';
import { createEvaluationLoaders, type EvaluationLoaders } from './evaluation-loaders.ts';
import { findIssuer, type IssuerRow } from './issuer.ts';
import { grouped, oneEach } from './loading.ts';
import type { LotMemberRow } from './lots.ts';
import { findOpinionPages, type OpinionRow } from './lots-opinions.ts';
import { findLots, findMemberPages, type SeenLot } from './lots-seen.ts';
import type { PublicDocuments } from './public-document.ts';
import { findRevocations, type RevocationRow } from './revocation.ts';
import { type OpenContent, openContents } from './sealed-credential.ts';

/** A page of one candidate's cases. */
export type PageOfCandidate = { readonly candidateId: string; readonly page: PageRequest };

/** A page of one case's history: the entries after a number. */
export type PageOfHistory = { readonly certificationId: string; readonly after: number; readonly size: number };

/** A page of those who are or were assigned to one case. */
export type PageOfAssignments = { readonly certificationId: string; readonly page: PageRequest };

/** A page of what is in one lot: after a case's id. */
export type PageOfMembers = { readonly lotId: string; readonly after: string | undefined; readonly size: number };

/** One set per operation: what several fields ask for is one query. Ids must be UUIDs. */
export type Loaders = EvaluationLoaders & {
  readonly certification: DataLoader<string, SeenCertification | undefined>;
  /** By enrolment: its newest case. */
  readonly certificationOfEnrollment: DataLoader<string, SeenCertification | undefined>;
  readonly certificate: DataLoader<string, SeenCertificate | undefined>;
  /** By case. */
  readonly certificateOf: DataLoader<string, SeenCertificate | undefined>;
  readonly revocation: DataLoader<string, RevocationRow | undefined>;
  /** By case. */
  readonly credentialsOf: DataLoader<string, readonly CredentialRow[]>;
  readonly content: DataLoader<CredentialRow, OpenContent | undefined, string>;
  /** The tenant as an issuer; read once. */
  readonly issuer: () => Promise<IssuerRow | undefined>;
  readonly documents: PublicDocuments;
  readonly ofCandidate: DataLoader<PageOfCandidate, SeenCertification[], string>;
  readonly history: DataLoader<PageOfHistory, CertificationEventRow[], string>;
  readonly assignment: DataLoader<string, AssignmentRow | undefined>;
  readonly assignmentsOf: DataLoader<PageOfAssignments, AssignmentRow[], string>;
  readonly lot: DataLoader<string, SeenLot | undefined>;
  readonly membersOf: DataLoader<PageOfMembers, LotMemberRow[], string>;
  readonly dictamenOf: DataLoader<PageOfAssignments, OpinionRow[], string>;
  /** By person: whether the viewer is assigned to a case of hers now. */
  readonly isAssignedTo: DataLoader<string, boolean>;
};

/** Fresh loaders that read through the operation's shared transaction. */
export function createLoaders(
  { db, principal, tenantId, vault }: { db: RequestDatabase; principal: Principal; tenantId: string; vault: Vault },
  documents: PublicDocuments,
): Loaders {
  let issuer: Promise<IssuerRow | undefined> | undefined;
  const assignee = assigneeOf(principal);
  const asViewer =
    <Row>(find: (tx: Tx, ids: readonly string[], as: typeof assignee) => Promise<Row[]>) =>
    (tx: Tx, ids: readonly string[]) =>
      find(tx, ids, assignee);
  return {
    ...createEvaluationLoaders(db),
    certification: oneEach(db, asViewer(findCertifications), (row) => row.id),
    certificationOfEnrollment: oneEach(db, asViewer(findNewestOfEnrollments), (row) => row.enrollmentId),
    certificate: oneEach(db, asViewer(findCertificates), (row) => row.id),
    certificateOf: oneEach(db, asViewer(findCertificatesOf), (row) => row.certificationId),
    revocation: oneEach(db, findRevocations, (row) => row.id),
    credentialsOf: new DataLoader(async (ids) => {
      const byCase = Map.groupBy(await db.read((tx) => findCredentialsOf(tx, ids)), (row) => row.certificationId);
      return ids.map((id) => byCase.get(id) ?? []);
    }),
    content: new DataLoader<CredentialRow, OpenContent | undefined, string>(
      async (rows) => {
        const opened = await db.read((tx) => openContents(tx, vault, tenantId, rows));
        return rows.map(({ id }) => opened.get(id));
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    issuer() {
      issuer ??= db.read((tx) => findIssuer(tx, tenantId));
      return issuer;
    },
    documents,
    ofCandidate: grouped(
      (one) => one.candidateId,
      ({ page }) => JSON.stringify([page.size, page.after]),
      (ids, { page }) => db.read((tx) => findPagesOfCandidates(tx, ids, page, assignee)),
      (row) => row.candidateId,
    ),
    history: grouped(
      (one) => one.certificationId,
      ({ after, size }) => `${after}+${size}`,
      (ids, { after, size }) => db.read((tx) => findHistory(tx, ids, { after, count: size + 1 })),
      (row) => row.certificationId,
    ),
    assignment: oneEach(db, findAssignments, (row) => row.id),
    assignmentsOf: grouped(
      (one) => one.certificationId,
      ({ page }) => JSON.stringify([page.size, page.after]),
      (ids, { page }) => db.read((tx) => findAssignmentPages(tx, ids, page)),
      (row) => row.certificationId,
    ),
    lot: oneEach(db, asViewer(findLots), (row) => row.id),
    membersOf: grouped(
      (one) => one.lotId,
      ({ after, size }) => JSON.stringify([size, after]),
      (ids, { after, size }) => db.read((tx) => findMemberPages(tx, ids, { after, size })),
      (row) => row.lotId,
    ),
    dictamenOf: grouped(
      (one) => one.certificationId,
      ({ page }) => JSON.stringify([page.size, page.after]),
      (ids, { page }) => db.read((tx) => findOpinionPages(tx, ids, page)),
      (row) => row.certificationId,
    ),
    isAssignedTo: new DataLoader(async (ids) => {
      if (assignee === undefined) return ids.map(() => false);
      const candidates = new Set((await db.read((tx) => findAssignedCandidates(tx, ids, assignee))).map((row) => row.id));
      return ids.map((id) => candidates.has(id));
    }),
  };
}
