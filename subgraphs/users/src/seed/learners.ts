import { CURP_STATE_CODES, type CurpHolder } from '@academy/kernel';

/** With all of them enrolled in a course, its reports have groups of at least 10 to show. */
export const LEARNERS_PER_TENANT = 30;

// biome-ignore format: names in rows of ten.
const WOMEN = [
  'Abigail', 'Brenda', 'Citlali', 'Dulce María', 'Esperanza', 'Fernanda', 'Guadalupe', 'Itzel', 'Jimena', 'Karla',
  'Lucía', 'María Fernanda', 'Nayeli', 'Ofelia', 'Perla', 'Regina', 'Sofía', 'Tania', 'Úrsula', 'Ximena',
  'Yolanda', 'Zoé', 'Araceli', 'Beatriz', 'Consuelo', 'Daniela', 'Erandi', 'Gabriela', 'Hortensia', 'Isabel',
];

// biome-ignore format: names in rows of ten.
const MEN = [
  'Adán', 'Benito', 'Ciro', 'Damián', 'Emiliano', 'Felipe', 'Gerardo', 'Hilario', 'Iván', 'Joaquín',
  'José Luis', 'Leonel', 'Marcos', 'Nicolás', 'Octavio', 'Pablo', 'Ramiro', 'Saúl', 'Tomás', 'Ulises',
  'Vicente', 'Wenceslao', 'Yahir', 'Zenón', 'Agustín', 'Braulio', 'César', 'Domingo', 'Edgar', 'Fidel',
];

// biome-ignore format: names in rows of ten.
const SURNAMES = [
  'Acosta', 'Barrera', 'Chávez', 'De la Cruz', 'Espinosa', 'Flores', 'Guzmán', 'Huerta', 'Ibarra', 'Juárez',
  'Lezama', 'Muñoz', 'Navarrete', 'Orozco', 'Peralta', 'Quintero', 'Rosas', 'Sánchez', 'Téllez', 'Ugalde',
  'Valdés', 'Yépez', 'Zavala',
];

/**
 * Learner number `n` of the seed, the same on every machine: women and men in turn, born 1975 to 2004, from every state.
 * The strides are prime to the lengths of the lists, so that no two learners below number 60 share a full name.
 */
export function learnerHolder(n: number): CurpHolder {
  const sex = n % 2 === 0 ? 'M' : 'H';
  const month = String(1 + ((n * 5) % 12)).padStart(2, '0');
  const day = String(1 + ((n * 11) % 28)).padStart(2, '0');
  return {
    givenNames: pick(sex === 'M' ? WOMEN : MEN, Math.floor(n / 2)),
    firstSurname: pick(SURNAMES, n * 7),
    secondSurname: pick(SURNAMES, n * 5 + 3),
    birthDate: `${1975 + ((n * 7) % 30)}-${month}-${day}`,
    sex,
    stateCode: pick(CURP_STATE_CODES, n),
  };
}

function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) throw new RangeError('A list to pick from must not be empty.');
  return item;
}
