import type { CourseSeed } from '../course-seed.ts';

export const CONSULTORIA_GENERAL: CourseSeed = {
  slug: 'consultoria-general',
  title: 'Consultoría para organizaciones',
  summary:
    'Acompaña a una organización de principio a fin: entiende el problema con evidencia, compara soluciones y presenta una propuesta que el cliente puede llevar a cabo.',
  level: 'ADVANCED',
  price: { amountMxn: 2400 },
  language: 'es-MX',
  standardCode: 'EC0249',
  modules: [
    {
      key: 'entender',
      title: 'Entender la situación',
      lessons: [
        {
          key: 'alcance-y-acuerdo',
          title: 'Alcance y acuerdo con el cliente',
          minutes: 40,
          isRequired: true,
          body: 'La primera conversación separa el síntoma del problema y fija qué se hará y qué no. El acuerdo escribe objetivos, entregables, fechas, costo y confidencialidad. También declara los intereses de quien asesora: no se aconseja donde se gana por otro lado.',
        },
        {
          key: 'diagnostico-con-evidencia',
          title: 'Diagnóstico con evidencia',
          minutes: 50,
          isRequired: true,
          body: 'Un diagnóstico combina documentos, entrevistas, observación y cifras. Cada afirmación del informe señala de dónde viene y qué tan segura es. Cuando dos fuentes se contradicen, se investiga; no se elige la más cómoda.',
        },
        {
          key: 'causas-raiz',
          title: 'Causas, no culpables',
          minutes: 40,
          isRequired: true,
          body: 'Preguntar varias veces por qué lleva del síntoma a la causa. Los diagramas de causa y efecto ayudan a no olvidar métodos, materiales, equipo y entorno. El informe habla de procesos y condiciones, y protege a las personas que dieron información.',
        },
      ],
    },
    {
      key: 'proponer',
      title: 'Proponer y acompañar',
      lessons: [
        {
          key: 'comparar-opciones',
          title: 'Comparar opciones',
          minutes: 45,
          isRequired: true,
          body: 'Toda propuesta compara al menos dos opciones, además de no hacer nada. Se valoran costo, tiempo, riesgo y efectos en las personas y en el ambiente. Los criterios y sus pesos se acuerdan con el cliente antes de calificar.',
        },
        {
          key: 'plan-de-trabajo',
          title: 'Plan de trabajo e indicadores',
          minutes: 45,
          isRequired: true,
          body: 'El plan dice quién hará qué, cuándo y con qué recursos. Cada objetivo tiene un indicador con punto de partida, meta y fecha de medición. Lo que nadie puede medir o nadie tiene a su cargo no ocurrirá.',
        },
        {
          key: 'presentar-la-propuesta',
          title: 'Presentar y transferir',
          minutes: 40,
          isRequired: true,
          body: 'La presentación comienza por la decisión que se pide y sigue con las razones. Se muestran los límites del estudio y los riesgos de la opción recomendada. Al final, la organización debe poder seguir sin quien la asesoró: se transfieren archivos, métodos y criterios.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'conflicto-de-interes',
        prompt: 'El mejor proveedor para tu cliente te paga una comisión. ¿Qué haces?',
        weight: 20,
        reactivo: 'SAMPLE-EC0249-R1',
        criterion: 'SAMPLE-EC0249-C1',
        choices: {
          a: 'Lo recomiendo, porque es el mejor.',
          b: 'Declaro la comisión al cliente antes de recomendar, o me abstengo.',
          c: 'Recomiendo a otro sin explicar la razón.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'fuentes-contradictorias',
        prompt: 'Las entrevistas contradicen los registros. ¿Qué procede?',
        weight: 20,
        reactivo: 'SAMPLE-EC0249-R2',
        criterion: 'SAMPLE-EC0249-C1',
        choices: {
          a: 'Usar los registros, porque están escritos.',
          b: 'Usar las entrevistas, porque son recientes.',
          c: 'Investigar la diferencia antes de concluir.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'contenido-de-la-comparacion',
        prompt: '¿Qué incluye una comparación de opciones? Elige todas las que correspondan.',
        weight: 20,
        reactivo: 'SAMPLE-EC0249-R3',
        criterion: 'SAMPLE-EC0249-C2',
        choices: {
          a: 'La opción de no hacer nada.',
          b: 'Criterios y pesos acordados con el cliente.',
          c: 'Solo la opción que quien asesora prefiere.',
          d: 'Efectos en las personas y en el ambiente.',
        },
        rightKeys: ['a', 'b', 'd'],
      },
      {
        key: 'indicador-completo',
        prompt: '¿Qué le falta al indicador «mejorar la satisfacción de clientes»?',
        weight: 20,
        reactivo: 'SAMPLE-EC0249-R4',
        criterion: 'SAMPLE-EC0249-C2',
        choices: {
          a: 'Punto de partida, meta y fecha de medición.',
          b: 'Un nombre más corto.',
          c: 'La firma de la dirección.',
        },
        rightKeys: ['a'],
      },
      {
        key: 'cierre-de-la-consultoria',
        prompt: '¿Cuándo está bien cerrada una consultoría?',
        weight: 20,
        reactivo: 'SAMPLE-EC0249-R5',
        criterion: 'SAMPLE-EC0249-C3',
        choices: {
          a: 'Cuando el cliente contrata otra.',
          b: 'Cuando se entrega el informe impreso.',
          c: 'Cuando la organización puede seguir por sí misma.',
        },
        rightKeys: ['c'],
      },
    ],
  },
};
