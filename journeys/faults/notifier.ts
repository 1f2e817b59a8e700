import type { NotificationTopic } from '@academy/contracts';
import { describeThrown, systemClock } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { onNotificationRequested } from '@academy/users/notification-requested';
import type { Random } from './random.ts';

const TOPICS: readonly NotificationTopic[] = ['certification.results-delivered', 'certification.issued'];

/**
 * Someone is notified about a case again and again, as the users island does it when certification asks, until the returned function is called; that
 * resolves when nothing is under way. What fails is over: whether it was committed, the log says.
 */
export function startNotifier(options: {
  database: Database;
  to: { tenant: TenantSlug; person: string; certificationId: string };
  everyMs: number;
  random: Random;
  onTrouble: (what: string) => void;
}): () => Promise<void> {
  const { database, to, everyMs, random } = options;
  const tenantId = tenantIdOf(to.tenant);
  const userId = userIdOf(to.tenant, to.person);
  let isStopped = false;

  function notify(): Promise<void> {
    const { certificationId } = to;
    const data = {
      certificationId,
      userId,
      topic: random.pick(TOPICS),
      courseTitle: 'Instalación fotovoltaica',
      officialFolio: null,
      rejectionReason: null,
      missedCriteria: [],
      days: null,
      lastDay: null,
      occasion: null,
    };
    const event = {
      id: newId(),
      type: onNotificationRequested.contract.type,
      tenantId,
      subject: certificationId,
      occurredAt: systemClock.now().toISOString(),
      data,
    };
    const context = { clock: systemClock, services: { mailer: undefined } } as Parameters<
      typeof onNotificationRequested.react
    >[2];
    return database.inTenant(tenantId, 'write', (tx) => onNotificationRequested.react(tx, event as never, context));
  }
  async function run(): Promise<void> {
    while (!isStopped) {
      await notify().catch((thrown: unknown) => options.onTrouble(describeThrown(thrown)));
      await new Promise((resolve) => setTimeout(resolve, everyMs * (0.5 + random.next())));
    }
  }
  const running = run();
  return async () => {
    isStopped = true;
    await running;
  };
}
