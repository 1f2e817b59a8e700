import type { CourseSeed } from './course-seed.ts';
import { CALENTADOR_SOLAR } from './courses/calentador-solar-termosifonico.ts';
import { CONSULTORIA_GENERAL } from './courses/consultoria-general.ts';
import { DISENO_DE_CURSOS } from './courses/diseno-de-cursos.ts';
import { HORTALIZAS } from './courses/hortalizas-agricultura-protegida.ts';
import { HUERTO_EDUCATIVO } from './courses/huerto-educativo.ts';
import { IMPARTICION_DE_CURSOS } from './courses/imparticion-de-cursos.ts';
import { INSTALACION_FOTOVOLTAICA } from './courses/instalacion-fotovoltaica.ts';

/** The courses that every seeded tenant offers, in the order in which they are listed. */
export const CATALOGUE: readonly CourseSeed[] = [
  INSTALACION_FOTOVOLTAICA,
  CALENTADOR_SOLAR,
  HUERTO_EDUCATIVO,
  HORTALIZAS,
  IMPARTICION_DE_CURSOS,
  DISENO_DE_CURSOS,
  CONSULTORIA_GENERAL,
];
