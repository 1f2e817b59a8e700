import type { PageRequest } from '@academy/kernel';
import type { RequestDatabase, Tx } from '@academy/platform/db';
import DataLoader from 'dataloader';
import type { CertificateRow } from './certificate.ts';
import type { CertificationRow } from './certification.ts';
import {
  type CertificationEventRow,
  findCertificates,
  findCertificatesOf,
  findCertifications,
  findHistory,
  findNewestOfEnrollments,
  findPagesOfCandidates,
} from './certification-lists.ts';
import { findRevocations, type RevocationRow } from './revocation.ts';

/** A page of one candidate's cases. */
export type PageOfCandidate = { readonly candidateId: string; readonly page: PageRequest };

/** A page of one case's history: the entries after a number. */
export type PageOfHistory = { readonly certificationId: string; readonly after: number; readonly size: number };

/** One set per operation: what several fields ask for is one query. Ids must be UUIDs. */
export type Loaders = {
  readonly certification: DataLoader<string, CertificationRow | undefined>;
  /** By enrolment: its newest case. */
  readonly certificationOfEnrollment: DataLoader<string, CertificationRow | undefined>;
  readonly certificate: DataLoader<string, CertificateRow | undefined>;
  /** By case. */
  readonly certificateOf: DataLoader<string, CertificateRow | undefined>;
  readonly revocation: DataLoader<string, RevocationRow | undefined>;
  readonly ofCandidate: DataLoader<PageOfCandidate, CertificationRow[], string>;
  readonly history: DataLoader<PageOfHistory, CertificationEventRow[], string>;
};

/** Fresh loaders that read through the operation's shared transaction. */
export function createLoaders({ db }: { db: RequestDatabase }): Loaders {
  return {
    certification: oneEach(db, findCertifications, (row) => row.id),
    certificationOfEnrollment: oneEach(db, findNewestOfEnrollments, (row) => row.enrollmentId),
    certificate: oneEach(db, findCertificates, (row) => row.id),
    certificateOf: oneEach(db, findCertificatesOf, (row) => row.certificationId),
    revocation: oneEach(db, findRevocations, (row) => row.id),
    ofCandidate: grouped(
      (one) => one.candidateId,
      ({ page }) => JSON.stringify([page.size, page.after]),
      (ids, { page }) => db.read((tx) => findPagesOfCandidates(tx, ids, page)),
      (row) => row.candidateId,
    ),
    history: grouped(
      (one) => one.certificationId,
      ({ after, size }) => `${after}+${size}`,
      (ids, { after, size }) => db.read((tx) => findHistory(tx, ids, { after, count: size + 1 })),
      (row) => row.certificationId,
    ),
  };
}

function oneEach<Row>(
  db: RequestDatabase,
  find: (tx: Tx, ids: readonly string[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await db.read((tx) => find(tx, ids))).map((row) => [idOf(row), row]));
    return ids.map((id) => byId.get(id));
  });
}

/** One query for all keys that ask for the same page, which is the usual case: one field selected on a list of things. */
function grouped<Key, Row>(
  idOf: (key: Key) => string,
  pageOf: (key: Key) => string,
  find: (ids: string[], page: Key) => Promise<Row[]>,
  ownerOf: (row: Row) => string,
): DataLoader<Key, Row[], string> {
  return new DataLoader<Key, Row[], string>(
    async (keys) => {
      const found = new Map<Key, Row[]>();
      for (const group of Map.groupBy(keys, pageOf).values()) {
        const [page] = group;
        if (page === undefined) continue;
        const byOwner = Map.groupBy(await find(group.map(idOf), page), ownerOf);
        for (const key of group) found.set(key, byOwner.get(idOf(key)) ?? []);
      }
      return keys.map((key) => found.get(key) ?? []);
    },
    { cacheKeyFn: (key) => `${idOf(key)} ${pageOf(key)}` },
  );
}
