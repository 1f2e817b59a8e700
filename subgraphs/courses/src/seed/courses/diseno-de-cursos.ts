import type { CourseSeed } from '../course-seed.ts';

export const DISENO_DE_CURSOS: CourseSeed = {
  slug: 'diseno-de-cursos',
  title: 'Diseño de cursos de capacitación',
  summary:
    'Diseña un curso presencial completo: objetivos que se pueden observar, carta descriptiva, instrumentos de evaluación y manuales que otra persona podrá usar y mejorar.',
  level: 'INTERMEDIATE',
  price: { amountMxn: 560 },
  language: 'es-MX',
  standardCode: 'EC0301',
  modules: [
    {
      key: 'objetivos-y-carta',
      title: 'Objetivos y carta descriptiva',
      lessons: [
        {
          key: 'necesidad-y-poblacion',
          title: 'De la necesidad al perfil',
          minutes: 30,
          isRequired: true,
          body: 'Todo diseño nace de una diferencia entre lo que se hace y lo que se necesita hacer. Antes de escribir, averigua quiénes participarán, qué saben, en qué lengua trabajan y en qué condiciones aplicarán lo aprendido. Si el problema es de equipo o de organización, un curso no lo resolverá.',
        },
        {
          key: 'objetivos-observables',
          title: 'Objetivos que se pueden observar',
          minutes: 35,
          isRequired: true,
          body: 'Un objetivo completo dice quién, qué hará, con qué nivel y en qué condiciones. Los verbos observables, como montar, calcular o redactar, permiten evaluar; conocer o comprender, por sí solos, no. Los objetivos particulares suman lo que el objetivo general promete.',
        },
        {
          key: 'carta-descriptiva',
          title: 'La carta descriptiva',
          minutes: 40,
          isRequired: true,
          body: 'La carta descriptiva enlaza temas, actividades, técnicas, materiales, tiempos y momentos de evaluación. Leída en horizontal, cada fila debe tener sentido; leída en vertical, los tiempos deben sumar la duración del curso. Conviene prever descansos y un margen para dudas.',
        },
      ],
    },
    {
      key: 'instrumentos',
      title: 'Instrumentos de evaluación',
      lessons: [
        {
          key: 'elegir-instrumento',
          title: 'Elegir el instrumento',
          minutes: 35,
          isRequired: true,
          body: 'El desempeño se mira con una guía de observación; el producto, con una lista de cotejo; el conocimiento, con un cuestionario. Cada reactivo pregunta una sola cosa y corresponde a un objetivo. El peso de los reactivos se decide antes de aplicar y se comunica a quien será evaluado.',
        },
        {
          key: 'reactivos-claros',
          title: 'Redactar reactivos claros',
          minutes: 30,
          isRequired: true,
          body: 'Un buen reactivo se entiende a la primera lectura y tiene una respuesta que dos personas calificarían igual. Evita negaciones dobles, pistas involuntarias y datos que no hacen falta. Prueba el instrumento con alguien ajeno al diseño y corrige lo que no haya entendido.',
        },
      ],
    },
    {
      key: 'manuales',
      title: 'Manuales que sirven',
      lessons: [
        {
          key: 'manual-de-instruccion',
          title: 'Manual de quien imparte',
          minutes: 30,
          isRequired: true,
          body: 'El manual de quien imparte contiene indicaciones, respuestas, errores frecuentes y alternativas cuando algo falla. Con él, otra persona puede dar el curso sin haberlo diseñado. Se cita toda fuente y se respeta la licencia de cada imagen.',
        },
        {
          key: 'manual-del-participante',
          title: 'Manual del participante',
          minutes: 30,
          isRequired: true,
          body: 'El manual del participante acompaña el curso y queda después como consulta. Usa lenguaje sencillo, ejemplos del contexto y espacio para escribir. Publicarlo con licencia abierta permite que otras comunidades lo reutilicen, lo traduzcan y lo mejoren.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'objetivo-completo',
        prompt: '¿Cuál objetivo está mejor redactado?',
        weight: 20,
        reactivo: 'SAMPLE-EC0301-R1',
        criterion: 'SAMPLE-EC0301-C1',
        choices: {
          a: 'Conocer la importancia de la composta.',
          b: 'Que el instructor explique la composta.',
          c: 'Al terminar, cada participante preparará un metro cúbico de composta según la guía del curso.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'tiempos-de-la-carta',
        prompt: '¿Qué compruebas al leer la carta descriptiva? Elige todas las que correspondan.',
        weight: 15,
        reactivo: 'SAMPLE-EC0301-R2',
        criterion: 'SAMPLE-EC0301-C1',
        choices: {
          a: 'Que los tiempos sumen la duración del curso.',
          b: 'Que cada actividad responda a un objetivo.',
          c: 'Que todas las sesiones usen la misma técnica.',
        },
        rightKeys: ['a', 'b'],
      },
      {
        key: 'instrumento-para-producto',
        prompt: 'Vas a evaluar un manual que entregó el participante. ¿Qué instrumento eliges?',
        weight: 20,
        reactivo: 'SAMPLE-EC0301-R3',
        criterion: 'SAMPLE-EC0301-C2',
        choices: { a: 'Lista de cotejo.', b: 'Guía de observación.', c: 'Cuestionario de opinión.' },
        rightKeys: ['a'],
      },
      {
        key: 'reactivo-defectuoso',
        prompt: '«¿No es cierto que no debe omitirse el arnés y el casco?» ¿Qué defecto tiene este reactivo?',
        weight: 20,
        reactivo: 'SAMPLE-EC0301-R4',
        criterion: 'SAMPLE-EC0301-C2',
        choices: {
          a: 'Es demasiado breve.',
          b: 'Tiene doble negación y pregunta dos cosas a la vez.',
          c: 'No menciona la norma que lo respalda.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'manual-util',
        prompt: '¿Cómo sabes que el manual de quien imparte es suficiente?',
        weight: 25,
        reactivo: 'SAMPLE-EC0301-R5',
        criterion: 'SAMPLE-EC0301-C3',
        choices: {
          a: 'Porque tiene más de cien páginas.',
          b: 'Porque incluye muchas imágenes.',
          c: 'Porque otra persona puede dar el curso con él.',
        },
        rightKeys: ['c'],
      },
    ],
  },
};
