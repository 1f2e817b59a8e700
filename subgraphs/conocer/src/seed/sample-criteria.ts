/**
 * A criterio de evaluación of the academy's own, written to show how a course is judged. It is a sample, as its id says: the
 * criteria of the official standard are in its publication, and are not these.
 */
export type SampleCriterion = {
  readonly id: `SAMPLE-${string}-C${number}`;
  readonly standardCode: string;
  /** Kind of criterio: what the person demonstrates, obtains, knows, or how she behaves. */
  readonly kind: 'DESEMPENO' | 'PRODUCTO' | 'CONOCIMIENTO' | 'ACTITUD';
  readonly statement: string;
};

/** Three sample criteria for every standard that a seeded course is aligned to. */
export const SAMPLE_CRITERIA: readonly SampleCriterion[] = [
  ...criteriaOf('EC0586.01', [
    ['ACTITUD', 'Responsabilidad: interviene la instalación solo después de comprobar que es seguro hacerlo.'],
    ['DESEMPENO', 'Monta y conecta los módulos fotovoltaicos de acuerdo con el diagrama y las condiciones del sitio.'],
    ['DESEMPENO', 'Pone en marcha el sistema en el orden establecido y registra los resultados.'],
  ]),
  ...criteriaOf('EC0325', [
    ['CONOCIMIENTO', 'Explica el principio del termosifón y las condiciones que debe reunir el sitio.'],
    ['DESEMPENO', 'Conecta el calentador con la red hidráulica y sus elementos de seguridad.'],
    ['DESEMPENO', 'Entrega el sistema probado y comprendido por quienes lo usarán.'],
  ]),
  ...criteriaOf('EC1680', [
    ['PRODUCTO', 'Plan del huerto elaborado con la comunidad a partir de un diagnóstico.'],
    ['DESEMPENO', 'Prepara el suelo y siembra con prácticas que lo regeneran.'],
    ['PRODUCTO', 'Registro de aprendizajes y plan de continuidad del huerto.'],
  ]),
  ...criteriaOf('EC0597', [
    ['CONOCIMIENTO', 'Relaciona clima e higiene con la sanidad del cultivo.'],
    ['DESEMPENO', 'Maneja riego, nutrición y plagas con base en mediciones y registros.'],
    ['PRODUCTO', 'Cosecha clasificada y con registro de trazabilidad.'],
  ]),
  ...criteriaOf('EC0217.01', [
    ['PRODUCTO', 'Plan de sesión y espacio preparados para que todas las personas participen.'],
    ['DESEMPENO', 'Conduce al grupo con encuadre y técnicas acordes con los objetivos.'],
    ['DESEMPENO', 'Evalúa el aprendizaje, comunica los resultados y cierra el curso.'],
  ]),
  ...criteriaOf('EC0301', [
    ['PRODUCTO', 'Carta descriptiva con objetivos que pueden observarse.'],
    ['PRODUCTO', 'Instrumentos de evaluación claros y acordes con los objetivos.'],
    ['PRODUCTO', 'Manuales que permiten a otra persona impartir y consultar el curso.'],
  ]),
  ...criteriaOf('EC0249', [
    ['PRODUCTO', 'Diagnóstico de la situación sustentado en evidencia e independiente de intereses propios.'],
    ['PRODUCTO', 'Propuesta que compara opciones con criterios e indicadores acordados.'],
    ['DESEMPENO', 'Transfiere a la organización lo necesario para continuar por sí misma.'],
  ]),
];

function criteriaOf(
  standardCode: string,
  statements: readonly (readonly [SampleCriterion['kind'], string])[],
): SampleCriterion[] {
  return statements.map(([kind, statement], i) => ({ id: `SAMPLE-${standardCode}-C${i + 1}`, standardCode, kind, statement }));
}
