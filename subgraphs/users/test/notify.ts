import { notificationRequested } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import type { Services } from '../src/worker-context.ts';

/** Certification asks that the person be told that her certificate was issued under the folio; she is, unless this rejects. */
export function notify(users: TestIsland<Services>, { tenantId, userId }: UserPrincipal, officialFolio = 'D-0000451234') {
  const certificationId = newId();
  return users.deliver(notificationRequested, {
    tenantId,
    subject: certificationId,
    data: {
      certificationId,
      userId,
      topic: 'certification.issued',
      courseTitle: 'Instalación fotovoltaica',
      officialFolio,
      rejectionReason: null,
      missedCriteria: [],
      days: null,
      lastDay: null,
      occasion: 'certification.issued',
    },
  });
}
