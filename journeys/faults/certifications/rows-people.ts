import { eraseSomeone } from './erasure.ts';
import { plantForgeries } from './forgeries.ts';
import type { Row } from './row.ts';

/** Rows of people who ask to be erased, and of whoever can write to Redis. */
export const PEOPLE_ROWS = {
  F46: {
    touches: ['people'],
    says: 'a candidate has all that is kept of her erased, at a moment of her saga',
    isQuick: true,
    strike: eraseSomeone,
  },
  F47: {
    touches: ['redis'],
    says: 'entries and jobs that are not ours, and an entry of ours that no reaction can take, in the streams and queues',
    isQuick: true,
    strike: plantForgeries,
  },
} satisfies Record<string, Row>;
