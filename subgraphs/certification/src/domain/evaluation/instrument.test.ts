import { expect, test } from 'vitest';
import { type Instrument, instrumentFault } from './instrument.ts';

const SOUND: Instrument = {
  origin: 'SAMPLE',
  minimumScore: 100,
  criteria: [{ id: 'C1', statement: 'Conecta.' }],
  reactivos: [
    { id: 'R1', kind: 'DESEMPENO', criterion: 'C1', weight: 33.34, statement: 'a' },
    { id: 'R2', kind: 'AHV', criterion: 'C1', weight: 33.33, statement: 'b' },
    { id: 'R3', kind: 'CONOCIMIENTO', criterion: 'C1', weight: 33.33, statement: 'c' },
  ],
};
const [first, ...others] = SOUND.reactivos;
if (first === undefined) throw new Error('The instrument has reactivos.');

test('a sound instrument has no fault, also where its weights sum to the minimum but for binary fractions', () => {
  expect(instrumentFault(SOUND)).toBeUndefined();
});

test.each([
  ['no reactivos', { reactivos: [] }],
  ['R2 comes twice', { reactivos: [...SOUND.reactivos, { ...first, id: 'R2' }] }],
  ['R1 is of no criterio', { reactivos: [{ ...first, criterion: 'C9' }, ...others] }],
  ['no weight above 0', { reactivos: [{ ...first, weight: Number.NaN }, ...others] }],
  ['no weight above 0', { reactivos: [{ ...first, weight: -1 }, ...others] }],
  ['below its minimum', { minimumScore: 100.01 }],
])('one is refused: %s', (fault, change) => {
  expect(instrumentFault({ ...SOUND, ...change })).toContain(fault);
});
