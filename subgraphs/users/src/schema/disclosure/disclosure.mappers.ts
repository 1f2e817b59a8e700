import type { DisclosureRow } from '../../store/disclosures.ts';

export type DisclosureMapper = DisclosureRow;
