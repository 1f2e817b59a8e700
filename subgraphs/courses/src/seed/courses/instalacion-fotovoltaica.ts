import type { CourseSeed } from '../course-seed.ts';

export const INSTALACION_FOTOVOLTAICA: CourseSeed = {
  slug: 'instalacion-fotovoltaica',
  title: 'Instalación fotovoltaica',
  summary:
    'Aprende a instalar un sistema fotovoltaico interconectado en una vivienda o un comercio pequeño: desde la revisión del sitio y el trabajo seguro en la azotea hasta las pruebas y la entrega al cliente.',
  level: 'BASIC',
  price: { amountMxn: 480 },
  language: 'es-MX',
  standardCode: 'EC0586.01',
  modules: [
    {
      key: 'preparacion',
      title: 'Preparar el trabajo',
      lessons: [
        {
          key: 'de-la-luz-a-la-corriente',
          title: 'De la luz a la corriente',
          minutes: 25,
          isRequired: true,
          body: 'Un módulo fotovoltaico convierte la luz en corriente directa; el inversor la transforma en corriente alterna para que la use la casa. La tensión de un módulo depende sobre todo de la temperatura, y su corriente, de la irradiancia. Por eso un módulo frío y bien iluminado entrega la tensión más alta, y con ella se eligen las protecciones.',
        },
        {
          key: 'diagrama-unifilar',
          title: 'Leer un diagrama unifilar',
          minutes: 30,
          isRequired: true,
          body: 'El diagrama unifilar muestra con una sola línea cómo se enlazan módulos, protecciones, inversor y centro de carga. Antes de subir material a la azotea, compara el diagrama con la lista de partes: calibres, polaridad, número de cadenas y lugar de cada desconectador. Toda diferencia se aclara con la persona responsable del proyecto antes de comenzar.',
        },
        {
          key: 'trabajo-seguro',
          title: 'Trabajo seguro en alturas y con tensión',
          minutes: 40,
          isRequired: true,
          body: 'Mientras haya luz, un módulo tiene tensión aunque la vivienda esté desconectada de la red. A partir de 1.80 metros de altura se trabaja con arnés, línea de vida y un punto de anclaje revisado. Antes de tocar un circuito se desconecta, se bloquea, se etiqueta y se comprueba con el multímetro que no hay tensión.',
        },
      ],
    },
    {
      key: 'montaje',
      title: 'Montar y conectar',
      lessons: [
        {
          key: 'orientacion-y-sombras',
          title: 'Orientación, inclinación y sombras',
          minutes: 30,
          isRequired: true,
          body: 'En México los módulos fijos se orientan hacia el sur, con una inclinación cercana a la latitud del lugar. Una sombra pequeña sobre una celda puede reducir la producción de toda la cadena. Observa tinacos, bardas y árboles a lo largo del día, y recuerda que en invierno las sombras son más largas.',
        },
        {
          key: 'estructura-y-anclajes',
          title: 'Estructura y anclajes',
          minutes: 35,
          isRequired: true,
          body: 'La estructura debe soportar su propio peso y, sobre todo, la succión del viento. Los anclajes se fijan a elementos resistentes de la losa y se sellan para que no entre agua. No se mezclan metales que formen par galvánico sin un separador adecuado.',
        },
        {
          key: 'series-y-paralelos',
          title: 'Conexión en serie y en paralelo',
          minutes: 35,
          isRequired: true,
          body: 'En serie se suman las tensiones y la corriente es la misma; en paralelo se suman las corrientes y la tensión es la misma. Antes de cerrar una cadena se mide su tensión a circuito abierto y se comprueba la polaridad. Los conectores deben ser compatibles entre sí y quedar bien asegurados.',
        },
      ],
    },
    {
      key: 'puesta-en-marcha',
      title: 'Probar y entregar',
      lessons: [
        {
          key: 'protecciones-y-tierra',
          title: 'Inversor, protecciones y puesta a tierra',
          minutes: 35,
          isRequired: true,
          body: 'Marcos, estructura y gabinete del inversor se unen al sistema de puesta a tierra con conductores continuos. El inversor se instala en un lugar ventilado, sin sol directo y con sus desconectadores a la vista. Cada protección lleva una etiqueta que se lee sin abrir el gabinete.',
        },
        {
          key: 'pruebas-y-entrega',
          title: 'Pruebas y entrega al cliente',
          minutes: 30,
          isRequired: true,
          body: 'La puesta en marcha sigue un orden: inspección visual, continuidad de la tierra, polaridad, tensiones y, al final, energización. Los resultados se anotan en una hoja que se entrega al cliente junto con garantías y manuales. También se le explica cómo apagar el sistema en una emergencia y cómo limpiar los módulos sin riesgo.',
        },
        {
          key: 'reuso-de-modulos',
          title: 'Para saber más: segunda vida de los módulos',
          minutes: 15,
          isRequired: false,
          body: 'Un módulo retirado suele conservar buena parte de su potencia y puede servir en bombeo o iluminación comunitaria. Antes de reutilizarlo se revisan vidrio, caja de conexiones y aislamiento. Lo que ya no sirve se entrega a un centro de acopio autorizado; nunca se tira a la basura.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'tension-con-luz',
        prompt:
          'La vivienda está desconectada de la red y es mediodía. ¿Qué puedes afirmar de los conductores que bajan de los módulos?',
        weight: 20,
        reactivo: 'SAMPLE-EC0586.01-R1',
        criterion: 'SAMPLE-EC0586.01-C1',
        choices: {
          a: 'No tienen tensión, porque no hay red.',
          b: 'Pueden tener tensión, porque los módulos están iluminados.',
          c: 'Solo tienen tensión si el inversor está encendido.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'antes-de-tocar',
        prompt: '¿Qué haces antes de intervenir un circuito? Elige todas las que correspondan.',
        weight: 15,
        reactivo: 'SAMPLE-EC0586.01-R2',
        criterion: 'SAMPLE-EC0586.01-C1',
        choices: {
          a: 'Desconectarlo, bloquearlo y etiquetarlo.',
          b: 'Mojar los guantes para mejorar el agarre.',
          c: 'Comprobar con el multímetro que no hay tensión.',
          d: 'Retirar la puesta a tierra.',
        },
        rightKeys: ['a', 'c'],
      },
      {
        key: 'cadena-en-serie',
        prompt: 'Conectas en serie ocho módulos de 40 V y 10 A. ¿Qué entrega la cadena?',
        weight: 20,
        reactivo: 'SAMPLE-EC0586.01-R3',
        criterion: 'SAMPLE-EC0586.01-C2',
        choices: { a: '40 V y 80 A.', b: '320 V y 80 A.', c: '320 V y 10 A.', d: '40 V y 10 A.' },
        rightKeys: ['c'],
      },
      {
        key: 'orientacion',
        prompt: '¿Cómo se colocan, por lo general, los módulos fijos en México?',
        weight: 15,
        reactivo: 'SAMPLE-EC0586.01-R4',
        criterion: 'SAMPLE-EC0586.01-C2',
        choices: {
          a: 'Hacia el sur, con una inclinación cercana a la latitud.',
          b: 'Hacia el norte, en posición vertical.',
          c: 'Hacia el oeste, siempre horizontales.',
        },
        rightKeys: ['a'],
      },
      {
        key: 'anclajes',
        prompt: 'Al fijar la estructura en una losa, ¿qué es indispensable?',
        weight: 15,
        reactivo: 'SAMPLE-EC0586.01-R5',
        criterion: 'SAMPLE-EC0586.01-C2',
        choices: {
          a: 'Pintarla del color de la fachada.',
          b: 'Colocar los módulos antes que los anclajes.',
          c: 'Anclar a elementos resistentes y sellar las perforaciones.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'orden-de-pruebas',
        prompt: '¿Qué paso va al final de la puesta en marcha?',
        weight: 15,
        reactivo: 'SAMPLE-EC0586.01-R6',
        criterion: 'SAMPLE-EC0586.01-C3',
        choices: {
          a: 'Comprobar la polaridad.',
          b: 'Energizar el sistema.',
          c: 'Verificar la continuidad de la tierra.',
        },
        rightKeys: ['b'],
      },
    ],
  },
};
