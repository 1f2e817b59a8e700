import type { CourseSeed } from '../course-seed.ts';

export const HUERTO_EDUCATIVO: CourseSeed = {
  slug: 'huerto-educativo',
  title: 'Huerto educativo en la escuela',
  summary:
    'Planea, siembra y sostén un huerto escolar con la comunidad: un espacio donde se aprende de la tierra, del agua y de los alimentos, y que sigue vivo después del ciclo escolar.',
  level: 'INTERMEDIATE',
  price: { amountMxn: 350 },
  language: 'es-MX',
  standardCode: 'EC1680',
  modules: [
    {
      key: 'planeacion',
      title: 'Planear con la comunidad',
      lessons: [
        {
          key: 'diagnostico-participativo',
          title: 'Diagnóstico participativo',
          minutes: 35,
          isRequired: true,
          body: 'Un huerto dura cuando la comunidad lo siente suyo. Antes de elegir cultivos, reúne a estudiantes, familias y docentes para conocer qué saben, qué comen y cuánto tiempo pueden dar. El acuerdo se escribe con nombres, tareas y fechas, y se revisa cada mes.',
        },
        {
          key: 'elegir-el-sitio',
          title: 'Elegir el sitio: sol, suelo y agua',
          minutes: 30,
          isRequired: true,
          body: 'La mayoría de las hortalizas necesita al menos seis horas de sol directo. Toma un puñado de tierra húmeda: si forma una bola que se desmorona al tocarla, la textura es buena. Anota de dónde vendrá el agua en tiempo de secas; cosechar la lluvia del techo suele ser la respuesta.',
        },
        {
          key: 'objetivos-de-aprendizaje',
          title: 'Objetivos de aprendizaje',
          minutes: 25,
          isRequired: true,
          body: 'El huerto es un aula. Cada actividad se liga con un aprendizaje que puede observarse: medir, registrar, comparar, explicar. Así, sembrar calabaza es también hablar de ciclos de vida, de fracciones y de la cocina de las abuelas.',
        },
      ],
    },
    {
      key: 'siembra',
      title: 'Preparar y sembrar',
      lessons: [
        {
          key: 'composta',
          title: 'Composta: alimentar el suelo',
          minutes: 35,
          isRequired: true,
          body: 'La composta mezcla materiales secos, ricos en carbono, con materiales húmedos, ricos en nitrógeno. Debe sentirse como una esponja exprimida y voltearse para que tenga aire. Si huele mal, le falta aire o le sobra humedad: agrega hojas secas y voltea.',
        },
        {
          key: 'milpa-y-asociaciones',
          title: 'La milpa y otras asociaciones',
          minutes: 35,
          isRequired: true,
          body: 'En la milpa, el maíz da soporte al frijol, el frijol aporta nitrógeno y la calabaza cubre el suelo y guarda la humedad. Asociar y rotar cultivos reduce plagas sin venenos. Invita a quienes siembran en la comunidad a contar sus variedades y sus fechas de siembra.',
        },
        {
          key: 'riego-cuidadoso',
          title: 'Riego cuidadoso',
          minutes: 25,
          isRequired: true,
          body: 'Se riega temprano o al atardecer, cerca de la raíz y sin mojar las hojas. El acolchado de hojas o paja conserva la humedad y evita que el suelo se endurezca. Un registro sencillo de lluvia y riego ayuda a decidir cuándo hace falta agua y cuándo no.',
        },
      ],
    },
    {
      key: 'permanencia',
      title: 'Aprender y permanecer',
      lessons: [
        {
          key: 'evaluar-con-el-grupo',
          title: 'Evaluar con el grupo',
          minutes: 25,
          isRequired: true,
          body: 'Se evalúa lo que el grupo aprendió y no solo lo que cosechó. Una bitácora con dibujos, medidas y preguntas muestra el avance mejor que un examen. Al cierre, el grupo decide qué conservar, qué cambiar y qué dejar de hacer.',
        },
        {
          key: 'plan-de-continuidad',
          title: 'Plan de continuidad',
          minutes: 20,
          isRequired: true,
          body: 'Las vacaciones son la prueba del huerto. El plan de continuidad dice quién riega, quién cosecha y dónde se guardan herramientas y semillas. Guardar semilla propia hace al huerto menos dependiente y más resistente.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'primer-paso',
        prompt: '¿Con qué comienza un huerto educativo que perdura?',
        weight: 20,
        reactivo: 'SAMPLE-EC1680-R1',
        criterion: 'SAMPLE-EC1680-C1',
        choices: {
          a: 'Con la compra de herramientas.',
          b: 'Con un diagnóstico y acuerdos con la comunidad.',
          c: 'Con la siembra de lo que crezca más rápido.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'condiciones-del-sitio',
        prompt: '¿Qué revisas al elegir el sitio? Elige todas las que correspondan.',
        weight: 20,
        reactivo: 'SAMPLE-EC1680-R2',
        criterion: 'SAMPLE-EC1680-C1',
        choices: {
          a: 'Horas de sol directo.',
          b: 'Textura del suelo.',
          c: 'Color de las aulas cercanas.',
          d: 'Agua disponible en tiempo de secas.',
        },
        rightKeys: ['a', 'b', 'd'],
      },
      {
        key: 'composta-con-mal-olor',
        prompt: 'La composta huele mal. ¿Qué haces?',
        weight: 20,
        reactivo: 'SAMPLE-EC1680-R3',
        criterion: 'SAMPLE-EC1680-C2',
        choices: {
          a: 'Agregar agua y taparla.',
          b: 'Agregar más restos de fruta.',
          c: 'Agregar hojas secas y voltearla.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'papel-del-frijol',
        prompt: 'En la milpa, ¿qué aporta el frijol?',
        weight: 15,
        reactivo: 'SAMPLE-EC1680-R4',
        criterion: 'SAMPLE-EC1680-C2',
        choices: { a: 'Nitrógeno al suelo.', b: 'Sombra para el maíz.', c: 'Soporte para la calabaza.' },
        rightKeys: ['a'],
      },
      {
        key: 'que-se-evalua',
        prompt: '¿Qué muestra mejor el aprendizaje del grupo?',
        weight: 15,
        reactivo: 'SAMPLE-EC1680-R5',
        criterion: 'SAMPLE-EC1680-C3',
        choices: {
          a: 'Los kilos cosechados.',
          b: 'Una bitácora con observaciones, medidas y preguntas.',
          c: 'El número de herramientas compradas.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'vacaciones',
        prompt: '¿Qué necesita el huerto para seguir vivo en vacaciones?',
        weight: 10,
        reactivo: 'SAMPLE-EC1680-R6',
        criterion: 'SAMPLE-EC1680-C3',
        choices: {
          a: 'Un plan con responsables de riego, cosecha y semillas.',
          b: 'Un candado en la puerta.',
          c: 'Fertilizante suficiente para dos meses.',
        },
        rightKeys: ['a'],
      },
    ],
  },
};
