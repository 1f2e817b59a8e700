import type { CourseSeed } from '../course-seed.ts';

export const HORTALIZAS: CourseSeed = {
  slug: 'hortalizas-agricultura-protegida',
  title: 'Hortalizas en agricultura protegida',
  summary:
    'Maneja un cultivo de hortalizas bajo malla sombra o invernadero: clima, riego con nutrientes, plagas con el menor daño posible y una cosecha inocua.',
  level: 'BASIC',
  price: { amountMxn: 390 },
  language: 'es-MX',
  standardCode: 'EC0597',
  modules: [
    {
      key: 'clima-y-plantula',
      title: 'Clima y plántula',
      lessons: [
        {
          key: 'abrir-y-cerrar',
          title: 'Abrir y cerrar: el clima del invernadero',
          minutes: 30,
          isRequired: true,
          body: 'La temperatura y la humedad se manejan sobre todo con las ventanas. Con humedad alta y aire quieto aparecen hongos; con calor excesivo las flores se caen. Registra la temperatura máxima y la mínima todos los días, y abre antes de que el calor se acumule.',
        },
        {
          key: 'plantula-sana',
          title: 'Una plántula sana',
          minutes: 25,
          isRequired: true,
          body: 'Una buena plántula tiene tallo grueso, hojas sin manchas y raíz blanca que sostiene el cepellón. Antes del trasplante se endurece unos días con menos riego y más luz. Se trasplanta por la tarde y se riega de inmediato.',
        },
        {
          key: 'higiene-de-entrada',
          title: 'Higiene en la entrada',
          minutes: 20,
          isRequired: true,
          body: 'Muchas enfermedades entran en las manos, los zapatos y la herramienta. Por eso hay tapete sanitario, lavado de manos y un orden de recorrido: primero las naves sanas, al final las enfermas. La herramienta de poda se desinfecta entre una planta y otra.',
        },
      ],
    },
    {
      key: 'riego-y-plagas',
      title: 'Riego, nutrición y plagas',
      lessons: [
        {
          key: 'riego-con-nutrientes',
          title: 'Riego con nutrientes',
          minutes: 40,
          isRequired: true,
          body: 'El pH y la conductividad eléctrica de la solución se miden antes de cada riego. Con un pH entre 5.5 y 6.5 la mayoría de los nutrientes está disponible. Si la conductividad del drenaje es mucho mayor que la de entrada, se acumulan sales y hay que ajustar el riego.',
        },
        {
          key: 'manejo-integrado',
          title: 'Manejo integrado de plagas',
          minutes: 40,
          isRequired: true,
          body: 'Primero se observa: trampas amarillas para mosca blanca, revisión del envés de las hojas y un registro por semana. Después se previene con mallas, higiene e insectos benéficos. El producto químico es el último recurso, con dosis de etiqueta, equipo de protección e intervalo de seguridad antes de la cosecha.',
        },
      ],
    },
    {
      key: 'cosecha',
      title: 'Cosecha inocua',
      lessons: [
        {
          key: 'punto-de-corte',
          title: 'Punto de corte y manejo',
          minutes: 25,
          isRequired: true,
          body: 'Se cosecha en las horas frescas, con manos y cajas limpias. El punto de corte depende del destino: para un mercado lejano, el jitomate se corta rosado. El fruto dañado se separa desde el surco para que no contamine al resto.',
        },
        {
          key: 'registro-y-trazabilidad',
          title: 'Registro y trazabilidad',
          minutes: 20,
          isRequired: true,
          body: 'Cada caja lleva fecha, nave y lote. Con ese dato se sabe qué se aplicó, quién cosechó y a dónde fue. Si aparece un problema, se retira un lote y no toda la producción.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'humedad-alta',
        prompt: 'Hay humedad alta y aire quieto. ¿Cuál es el riesgo principal?',
        weight: 20,
        reactivo: 'SAMPLE-EC0597-R1',
        criterion: 'SAMPLE-EC0597-C1',
        choices: { a: 'Falta de nutrientes.', b: 'Enfermedades por hongos.', c: 'Exceso de luz.' },
        rightKeys: ['b'],
      },
      {
        key: 'orden-de-recorrido',
        prompt: '¿En qué orden se recorren las naves?',
        weight: 15,
        reactivo: 'SAMPLE-EC0597-R2',
        criterion: 'SAMPLE-EC0597-C1',
        choices: {
          a: 'Primero las enfermas, para atenderlas pronto.',
          b: 'El orden no importa si hay tapete sanitario.',
          c: 'Primero las sanas y al final las enfermas.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'sales-en-el-drenaje',
        prompt: 'La conductividad del drenaje es mucho mayor que la de entrada. ¿Qué indica?',
        weight: 20,
        reactivo: 'SAMPLE-EC0597-R3',
        criterion: 'SAMPLE-EC0597-C2',
        choices: {
          a: 'Que se acumulan sales y hay que ajustar el riego.',
          b: 'Que el pH es correcto.',
          c: 'Que falta fertilizante.',
        },
        rightKeys: ['a'],
      },
      {
        key: 'antes-del-quimico',
        prompt: '¿Qué va antes de aplicar un producto químico? Elige todas las que correspondan.',
        weight: 20,
        reactivo: 'SAMPLE-EC0597-R4',
        criterion: 'SAMPLE-EC0597-C2',
        choices: {
          a: 'Monitorear con trampas y registro.',
          b: 'Prevenir con mallas, higiene e insectos benéficos.',
          c: 'Duplicar la dosis por seguridad.',
          d: 'Esperar a que toda la nave esté infestada.',
        },
        rightKeys: ['a', 'b'],
      },
      {
        key: 'trazabilidad',
        prompt: '¿Para qué sirve que cada caja lleve fecha, nave y lote?',
        weight: 25,
        reactivo: 'SAMPLE-EC0597-R5',
        criterion: 'SAMPLE-EC0597-C3',
        choices: {
          a: 'Para calcular el precio de venta.',
          b: 'Para retirar solo el lote afectado si hay un problema.',
          c: 'Para que las cajas se vean ordenadas.',
        },
        rightKeys: ['b'],
      },
    ],
  },
};
