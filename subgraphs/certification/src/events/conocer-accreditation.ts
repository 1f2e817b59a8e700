import { accreditationEnded, accreditationRecorded } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { keepAccreditation } from '../store/accreditations.ts';

/** Who is accredited to evaluate by what is known here, as conocer tells. */
export const accreditationReactions: readonly Reaction<unknown>[] = [
  reaction('accreditation-recorded', accreditationRecorded, (tx, { tenantId, data }) =>
    keepAccreditation(tx, tenantId, data, false),
  ),
  reaction('accreditation-ended', accreditationEnded, (tx, { tenantId, data }) => keepAccreditation(tx, tenantId, data, true)),
];
