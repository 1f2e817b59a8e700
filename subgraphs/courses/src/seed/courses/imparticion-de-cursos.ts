import type { CourseSeed } from '../course-seed.ts';

export const IMPARTICION_DE_CURSOS: CourseSeed = {
  slug: 'imparticion-de-cursos',
  title: 'Impartición de cursos presenciales',
  summary:
    'Prepara, conduce y cierra un curso presencial para personas adultas: un encuadre claro, técnicas que hacen participar y una evaluación que ayuda a aprender.',
  level: 'INTERMEDIATE',
  price: { amountMxn: 520 },
  language: 'es-MX',
  standardCode: 'EC0217.01',
  modules: [
    {
      key: 'preparar',
      title: 'Preparar la sesión',
      lessons: [
        {
          key: 'plan-de-sesion',
          title: 'El plan de sesión',
          minutes: 30,
          isRequired: true,
          body: 'El plan de sesión dice qué se aprenderá, con qué actividades, en cuánto tiempo y con qué materiales. Cada actividad responde a un objetivo; si no responde a ninguno, sobra. Prever un plan alterno para la falta de luz o de equipo evita improvisar frente al grupo.',
        },
        {
          key: 'espacio-y-accesibilidad',
          title: 'Espacio, materiales y accesibilidad',
          minutes: 30,
          isRequired: true,
          body: 'Antes de que llegue el grupo se revisan sillas, iluminación, ventilación, salidas y equipo. Pregunta con tiempo si alguien necesita rampa, intérprete, letra grande o un lugar cercano. Un material que no todas las personas pueden leer o escuchar deja a alguien fuera del curso.',
        },
      ],
    },
    {
      key: 'conducir',
      title: 'Conducir al grupo',
      lessons: [
        {
          key: 'encuadre',
          title: 'El encuadre',
          minutes: 35,
          isRequired: true,
          body: 'El encuadre presenta objetivos, temario, forma de evaluar y reglas acordadas con el grupo. También recoge expectativas y explora lo que cada quien ya sabe con una evaluación diagnóstica. Quien comprende a dónde va el curso participa con más confianza.',
        },
        {
          key: 'tecnicas-instruccionales',
          title: 'Técnicas expositiva, demostrativa y de diálogo',
          minutes: 45,
          isRequired: true,
          body: 'La técnica expositiva transmite información y se acompaña de preguntas. La demostrativa sigue un orden: explicar, mostrar, dejar practicar y corregir. El diálogo y la discusión sirven para contrastar experiencias; quien conduce cuida el tiempo, reparte la palabra y resume los acuerdos.',
        },
        {
          key: 'grupos-diversos',
          title: 'Conducir grupos diversos',
          minutes: 30,
          isRequired: true,
          body: 'En todo grupo hay quien habla mucho, quien calla y quien llega con otras prioridades. Se interviene sobre la conducta, con respeto y sin exhibir a nadie. Las dinámicas se eligen para que puedan participar personas de distinta edad, lengua y condición física.',
        },
      ],
    },
    {
      key: 'evaluar-y-cerrar',
      title: 'Evaluar y cerrar',
      lessons: [
        {
          key: 'evaluar-para-aprender',
          title: 'Evaluar para aprender',
          minutes: 30,
          isRequired: true,
          body: 'La evaluación diagnóstica mira el punto de partida; la formativa, el avance; la sumativa, el logro. Las instrucciones se leen en voz alta y se aclaran las dudas antes de comenzar. Los resultados se comunican en privado, con lo logrado primero y con una propuesta para mejorar.',
        },
        {
          key: 'cierre-y-compromisos',
          title: 'Cierre y compromisos',
          minutes: 25,
          isRequired: true,
          body: 'El cierre recupera lo aprendido, lo compara con las expectativas del inicio y reúne compromisos de aplicación. Una encuesta breve muestra qué conservar y qué cambiar. El informe final guarda asistencia, resultados y contingencias, sin datos personales que no hagan falta.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'sentido-de-la-actividad',
        prompt: 'Una actividad no responde a ningún objetivo del plan. ¿Qué haces?',
        weight: 20,
        reactivo: 'SAMPLE-EC0217.01-R1',
        criterion: 'SAMPLE-EC0217.01-C1',
        choices: {
          a: 'La conservo si es divertida.',
          b: 'La quito o la rediseño para que responda a un objetivo.',
          c: 'La dejo para el final por si sobra tiempo.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'revision-previa',
        prompt: '¿Qué revisas antes de que llegue el grupo? Elige todas las que correspondan.',
        weight: 15,
        reactivo: 'SAMPLE-EC0217.01-R2',
        criterion: 'SAMPLE-EC0217.01-C1',
        choices: {
          a: 'Condiciones del espacio y salidas.',
          b: 'Funcionamiento del equipo y los materiales.',
          c: 'Necesidades de accesibilidad.',
          d: 'Opiniones políticas de quienes asisten.',
        },
        rightKeys: ['a', 'b', 'c'],
      },
      {
        key: 'elementos-del-encuadre',
        prompt: '¿Qué pertenece al encuadre?',
        weight: 20,
        reactivo: 'SAMPLE-EC0217.01-R3',
        criterion: 'SAMPLE-EC0217.01-C2',
        choices: {
          a: 'Objetivos, forma de evaluar, reglas y expectativas.',
          b: 'La entrega de constancias.',
          c: 'El informe final del curso.',
        },
        rightKeys: ['a'],
      },
      {
        key: 'tecnica-demostrativa',
        prompt: '¿Cuál es el orden de la técnica demostrativa?',
        weight: 20,
        reactivo: 'SAMPLE-EC0217.01-R4',
        criterion: 'SAMPLE-EC0217.01-C2',
        choices: {
          a: 'Practicar, explicar, evaluar y mostrar.',
          b: 'Mostrar, evaluar, explicar y practicar.',
          c: 'Explicar, mostrar, dejar practicar y corregir.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'comunicar-resultados',
        prompt: '¿Cómo se comunican los resultados de una evaluación?',
        weight: 15,
        reactivo: 'SAMPLE-EC0217.01-R5',
        criterion: 'SAMPLE-EC0217.01-C3',
        choices: {
          a: 'En público, para motivar al grupo.',
          b: 'En privado, con lo logrado y una propuesta de mejora.',
          c: 'Solo a quienes no aprobaron.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'proposito-del-cierre',
        prompt: '¿Para qué sirve el cierre?',
        weight: 10,
        reactivo: 'SAMPLE-EC0217.01-R6',
        criterion: 'SAMPLE-EC0217.01-C3',
        choices: {
          a: 'Para recuperar lo aprendido y acordar compromisos.',
          b: 'Para presentar el temario.',
          c: 'Para repetir la evaluación diagnóstica.',
        },
        rightKeys: ['a'],
      },
    ],
  },
};
