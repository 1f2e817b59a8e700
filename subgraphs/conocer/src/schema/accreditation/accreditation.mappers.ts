import type { SeenAccreditation } from '../../store/accreditations.ts';

export type AccreditationMapper = SeenAccreditation;
