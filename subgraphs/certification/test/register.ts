import { Fault, type Principal } from '@academy/kernel';
import type { IslandResponse } from '@academy/platform/topology';
import type { Instrument } from '../src/domain/evaluation/instrument.ts';

/** Two criterios: one shown by R1 and R2, one by R3. From 80 on competent; of each criterio one at least. */
export const INSTRUMENT: Instrument = {
  origin: 'SAMPLE',
  minimumScore: 80,
  criteria: [
    { id: 'C1', statement: 'Conecta los módulos.' },
    { id: 'C2', statement: 'Entrega el registro.' },
  ],
  reactivos: [
    { id: 'R1', kind: 'DESEMPENO', criterion: 'C1', weight: 60, statement: 'Los conecta según el diagrama.' },
    { id: 'R2', kind: 'AHV', criterion: 'C1', weight: 25, statement: 'Lo hace con orden.' },
    { id: 'R3', kind: 'PRODUCTO', criterion: 'C2', weight: 15, statement: 'Lo entrega completo.' },
  ],
};

type Version = { code: string; isActive: boolean; instrument: Instrument | null };

/** What conocer answers when it is asked for standards; tests change it. */
export function openRegister() {
  const register = {
    versions: [{ code: 'EC0586.01', isActive: true, instrument: INSTRUMENT }] as Version[],
    isAway: false,
    asked: [] as Principal[],
    answer(principal: Principal): IslandResponse {
      if (register.isAway) throw new Fault('UNAVAILABLE', 'Conocer is away.');
      register.asked.push(principal);
      // As graphql makes objects: without a prototype.
      const bare = (_key: string, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
      const edges = register.versions.map((node) => ({ node }));
      return { data: JSON.parse(JSON.stringify({ standards: { edges } }), bare) };
    },
    /** As it was in the beginning. */
    resets(): void {
      register.versions = [{ code: 'EC0586.01', isActive: true, instrument: INSTRUMENT }];
      register.isAway = false;
    },
  };
  return register;
}
