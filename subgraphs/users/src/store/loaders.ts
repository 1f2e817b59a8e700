import type { PageRequest, Principal } from '@academy/kernel';
import { createViewerCentre, markCentre } from '@academy/platform/centres';
import type { RequestDatabase, Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import DataLoader from 'dataloader';
import { type CentreRow, findCentresById } from './centres.ts';
import { type DataRequestPartRow, findParts } from './data-request-parts.ts';
import { type DataRequestRow, findDataRequests } from './data-requests.ts';
import { type DisclosureRow, findDisclosurePage } from './disclosures.ts';
import { findIdentities, type Identity } from './identity.ts';
import { findImpersonationPage, findImpersonations, type ImpersonationRow } from './impersonations.ts';
import { findNotificationPage, findNotifications, type NotificationRow } from './notifications.ts';
import { findCentreOfUser } from './person-place.ts';
import { findPortfolioPage, type PortfolioEntryRow } from './portfolio.ts';
import { findTenants, type TenantRow } from './tenants.ts';
import { findGrants, findUsers, type GrantRow, type SeenUserRow } from './users.ts';
import { type DeliveryRow, findLastDeliveries, findWebhooks, type WebhookRow } from './webhooks.ts';

/** A page of one person's list. */
export type PageOfUser = { readonly userId: string; readonly page: PageRequest };

/** One set per operation: what several fields ask for is one query. Keys must be UUIDs. */
export type Loaders = {
  readonly tenant: DataLoader<string, TenantRow | undefined>;
  readonly user: DataLoader<string, SeenUserRow | undefined>;
  readonly centre: DataLoader<string, CentreRow | undefined>;
  readonly identity: DataLoader<string, Identity | undefined>;
  readonly grants: DataLoader<string, GrantRow[]>;
  readonly portfolio: DataLoader<PageOfUser, PortfolioEntryRow[], string>;
  readonly disclosures: DataLoader<PageOfUser, DisclosureRow[], string>;
  readonly webhook: DataLoader<string, WebhookRow | undefined>;
  readonly lastDelivery: DataLoader<string, DeliveryRow | undefined>;
  readonly impersonation: DataLoader<string, ImpersonationRow | undefined>;
  readonly impersonations: DataLoader<PageOfUser, ImpersonationRow[], string>;
  readonly notification: DataLoader<string, NotificationRow | undefined>;
  readonly dataRequest: DataLoader<string, DataRequestRow | undefined>;
  readonly dataRequestParts: DataLoader<string, DataRequestPartRow[]>;
  readonly notifications: DataLoader<PageOfUser, NotificationRow[], string>;
};

/** Fresh loaders that read through the operation's shared transaction. */
export function createLoaders({
  db,
  principal,
  vault,
  tenantId,
}: {
  db: RequestDatabase;
  principal: Principal;
  vault: Vault;
  tenantId: string;
}): Loaders {
  const viewerCentre = createViewerCentre({ db, principal }, findCentreOfUser);
  return {
    tenant: oneEach(db, findTenants, (row) => row.id),
    user: new DataLoader(async (ids) => {
      const found = await db.read((tx) => findUsers(tx, principal, ids));
      const byId = new Map((await markCentre(found, viewerCentre, (row) => row.centreId)).map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    centre: oneEach(db, findCentresById, (row) => row.id),
    identity: oneEach(
      db,
      (tx, ids) => findIdentities(tx, vault, tenantId, ids),
      (row) => row.userId,
    ),
    grants: new DataLoader(async (userIds) => {
      const byUser = Map.groupBy(await db.read((tx) => findGrants(tx, userIds)), (row) => row.userId);
      return userIds.map((id) => byUser.get(id) ?? []);
    }),
    portfolio: pages(db, findPortfolioPage),
    disclosures: pages(db, findDisclosurePage),
    webhook: oneEach(db, findWebhooks, (row) => row.tenantId),
    lastDelivery: oneEach(db, findLastDeliveries, (row) => row.tenantId),
    impersonation: oneEach(db, findImpersonations, (row) => row.id),
    impersonations: pages(db, findImpersonationPage),
    dataRequest: oneEach(db, findDataRequests, (row) => row.id),
    dataRequestParts: new DataLoader(async (ids) => {
      const byRequest = Map.groupBy(await db.read((tx) => findParts(tx, ids)), (row) => row.requestId);
      return ids.map((id) => byRequest.get(id) ?? []);
    }),
    notification: oneEach(db, findNotifications, (row) => row.id),
    notifications: pages(db, findNotificationPage),
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

/** One query for all people whose same page is asked for, which is the usual case: one field selected on a list of people. */
function pages<Row extends { readonly userId: string }>(
  db: RequestDatabase,
  find: (tx: Tx, userIds: readonly string[], page: PageRequest) => Promise<Row[]>,
): DataLoader<PageOfUser, Row[], string> {
  const pageKey = ({ page }: PageOfUser) => JSON.stringify([page.size, page.after]);
  return new DataLoader<PageOfUser, Row[], string>(
    async (wanted) => {
      const found = new Map<PageOfUser, Row[]>();
      for (const group of Map.groupBy(wanted, pageKey).values()) {
        const page = group[0]?.page;
        if (page === undefined) continue;
        const rows = await db.read((tx) =>
          find(
            tx,
            group.map((one) => one.userId),
            page,
          ),
        );
        const byUser = Map.groupBy(rows, (row) => row.userId);
        for (const one of group) found.set(one, byUser.get(one.userId) ?? []);
      }
      return wanted.map((one) => found.get(one) ?? []);
    },
    { cacheKeyFn: (one) => `${one.userId} ${pageKey(one)}` },
  );
}
