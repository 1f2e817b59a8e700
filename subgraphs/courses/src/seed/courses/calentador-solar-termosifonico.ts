import type { CourseSeed } from '../course-seed.ts';

export const CALENTADOR_SOLAR: CourseSeed = {
  slug: 'calentador-solar-termosifonico',
  title: 'Calentamiento solar de agua por termosifón',
  summary:
    'Instala un calentador solar termosifónico en una vivienda: revisa el sitio, conecta el equipo con la red hidráulica y entrégalo funcionando, sin fugas y con las explicaciones que la familia necesita.',
  level: 'BASIC',
  price: { amountMxn: 420 },
  language: 'es-MX',
  standardCode: 'EC0325',
  modules: [
    {
      key: 'sitio-y-equipo',
      title: 'El sitio y el equipo',
      lessons: [
        {
          key: 'principio-del-termosifon',
          title: 'El principio del termosifón',
          minutes: 25,
          isRequired: true,
          body: 'El agua caliente pesa menos que la fría y sube por sí sola. Por eso el termotanque se coloca más arriba que el colector: el agua circula sin bomba mientras haya sol. Si el tanque queda abajo, la circulación se detiene o, de noche, se invierte y enfría el agua.',
        },
        {
          key: 'revision-del-sitio',
          title: 'Revisar la azotea y la instalación existente',
          minutes: 30,
          isRequired: true,
          body: 'Un termotanque lleno pesa varios cientos de kilos: se apoya sobre muros o trabes, no en el centro de una losa ligera. El colector necesita sol libre de sombras durante las horas centrales del día. También se mide la altura del tinaco, porque de ella depende la presión de entrada.',
        },
        {
          key: 'seguridad-en-azotea',
          title: 'Seguridad en la azotea',
          minutes: 20,
          isRequired: true,
          body: 'Revisa escaleras, bordes y líneas eléctricas antes de subir el equipo. Los tubos evacuados se mantienen cubiertos hasta el final: al sol alcanzan temperaturas que queman y, si reciben agua fría, pueden romperse. Trabaja acompañado cuando haya que levantar el tanque.',
        },
      ],
    },
    {
      key: 'instalacion',
      title: 'Instalar y conectar',
      lessons: [
        {
          key: 'montaje-del-equipo',
          title: 'Montaje y orientación',
          minutes: 30,
          isRequired: true,
          body: 'El colector mira al sur y su inclinación se acerca a la latitud del lugar. La base se nivela y se fija para resistir el viento. Al terminar, el tanque debe quedar horizontal: un desnivel deja aire atrapado y reduce la circulación.',
        },
        {
          key: 'conexion-hidraulica',
          title: 'Conexión hidráulica',
          minutes: 40,
          isRequired: true,
          body: 'La entrada de agua fría lleva válvula de paso; la salida de agua caliente, tubería para alta temperatura y aislamiento. El jarro de aire o la válvula de alivio deja salir vapor y aire, y nunca se tapa. El calentador de respaldo se conecta de modo que la familia pueda usarlo o aislarlo con válvulas.',
        },
        {
          key: 'ahorro-y-mantenimiento',
          title: 'Ahorro, agua y mantenimiento',
          minutes: 20,
          isRequired: true,
          body: 'Un equipo bien dimensionado reduce de manera notable el gas que consume una familia. El agua que sale fría antes de la caliente puede recogerse para otros usos. Una o dos veces al año se limpian los tubos, se purga el sedimento y se revisa el ánodo del tanque.',
        },
      ],
    },
    {
      key: 'entrega',
      title: 'Probar y entregar',
      lessons: [
        {
          key: 'prueba-de-fugas',
          title: 'Prueba de fugas y arranque',
          minutes: 25,
          isRequired: true,
          body: 'El tanque se llena despacio, con el colector cubierto y temprano por la mañana, para que salga todo el aire. Después se revisa cada unión durante al menos media hora. Solo cuando no hay fugas se descubren los tubos y se aísla la tubería.',
        },
        {
          key: 'explicacion-a-la-familia',
          title: 'Explicar el equipo a la familia',
          minutes: 20,
          isRequired: true,
          body: 'La entrega incluye mostrar las válvulas, explicar cómo mezclar el agua para no quemarse y qué hacer si se van de vacaciones. Se dejan por escrito las fechas de mantenimiento y el teléfono de contacto. La persona que recibe repite con sus palabras lo que entendió y firma de conformidad.',
        },
      ],
    },
  ],
  assessment: {
    passingScorePercent: 80,
    minimumScorePercent: 80,
    items: [
      {
        key: 'altura-del-tanque',
        prompt: '¿Por qué el termotanque se coloca más arriba que el colector?',
        weight: 20,
        reactivo: 'SAMPLE-EC0325-R1',
        criterion: 'SAMPLE-EC0325-C1',
        choices: {
          a: 'Para que el agua caliente suba por sí sola y circule sin bomba.',
          b: 'Para que el tanque reciba más sol que el colector.',
          c: 'Para que la presión de la red sea menor.',
        },
        rightKeys: ['a'],
      },
      {
        key: 'apoyo-del-tanque',
        prompt: '¿Dónde se apoya un termotanque lleno?',
        weight: 20,
        reactivo: 'SAMPLE-EC0325-R2',
        criterion: 'SAMPLE-EC0325-C1',
        choices: {
          a: 'En el centro de la losa, lejos de los muros.',
          b: 'Sobre muros o trabes que soporten su peso.',
          c: 'Sobre tabiques sueltos, para poder moverlo.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'jarro-de-aire',
        prompt: '¿Qué ocurre si se tapa el jarro de aire o la válvula de alivio?',
        weight: 20,
        reactivo: 'SAMPLE-EC0325-R3',
        criterion: 'SAMPLE-EC0325-C2',
        choices: {
          a: 'El agua se conserva caliente por más tiempo.',
          b: 'Se ahorra agua.',
          c: 'El vapor no puede salir y el equipo puede dañarse.',
        },
        rightKeys: ['c'],
      },
      {
        key: 'tuberia-caliente',
        prompt: '¿Qué necesita la tubería de salida de agua caliente? Elige todas las que correspondan.',
        weight: 15,
        reactivo: 'SAMPLE-EC0325-R4',
        criterion: 'SAMPLE-EC0325-C2',
        choices: {
          a: 'Material para alta temperatura.',
          b: 'Aislamiento térmico.',
          c: 'Un diámetro menor en cada unión.',
          d: 'Pintura negra para que absorba calor.',
        },
        rightKeys: ['a', 'b'],
      },
      {
        key: 'llenado',
        prompt: '¿Cómo se llena el equipo por primera vez?',
        weight: 15,
        reactivo: 'SAMPLE-EC0325-R5',
        criterion: 'SAMPLE-EC0325-C3',
        choices: {
          a: 'Al mediodía, con los tubos ya calientes.',
          b: 'Despacio, temprano y con el colector cubierto.',
          c: 'Rápido, para que el aire no alcance a entrar.',
        },
        rightKeys: ['b'],
      },
      {
        key: 'entrega-a-la-familia',
        prompt: '¿Cómo sabes que la familia comprendió el uso del equipo?',
        weight: 10,
        reactivo: 'SAMPLE-EC0325-R6',
        criterion: 'SAMPLE-EC0325-C3',
        choices: {
          a: 'Porque recibió el manual.',
          b: 'Porque no hizo preguntas.',
          c: 'Porque lo explica con sus palabras y muestra las válvulas.',
        },
        rightKeys: ['c'],
      },
    ],
  },
};
