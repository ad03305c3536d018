import type { Transcript } from './transcript';

const LETTER =
  'Buenas tardes señores alcaldia por medio de la presente me permito dirigirme a ustedes porque la via del barrio ' +
  'esta en muy mal estado hace seis meses y mi mamá se cayó. ' +
  'Hemos ido varias veces y nos dicen que volvamos mañana porque no está el ingeniero. '.repeat(12);

/** How people write: in pieces, angry, with emoji, as children, in another language, at length. */
export const peopleTranscripts: readonly Transcript[] = [
  {
    title: 'takes a story told one word at a time, insisting once and never more',
    lines: [
      ['hola', 'asistente automático'],
      ['1', 'Cuéntenos'],
      ['hueco', '¿Nos cuenta un poco más?', 'Ya guardamos'],
      ['grande', 'Entendimos: «hueco grande»'],
      ['agregar algo mas', 'Hasta ahora nos contó'],
      ['calle quinta', 'hueco grande calle quinta'],
      ['dale', '¿En qué lugar'],
      ['ahi', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['sip', '¿La enviamos?'],
      ['ok', '!2026-E', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: 'hueco\ngrande\ncalle quinta', lugar: 'ahi' }],
  },
  {
    title: 'does not take a word told at the menu for a trámite that does not speak of it',
    lines: [
      ['hola', 'asistente automático'],
      ['hueco', 'Usted escribió: «hueco»', '¿Lo radicamos como petición', '!Sirve para'],
      ['en la calle 5', 'hueco'],
    ],
  },
  {
    title: 'answers emoji alone with the menu, and after three offers a person',
    lines: [
      ['😀', 'asistente automático'],
      ['😭😭', 'No le entendí', '[Petición, queja, reclamo]'],
      ['🕳️🚗', 'No le entendí'],
      ['🙏', 'no logramos entendernos', 'contacto@candelaria-valle.gov.co'],
      ['1', '[Petición, queja, reclamo]'],
    ],
  },
  {
    title: 'does not take a lone number for a petition when nobody asked for one',
    lines: [
      ['5', 'asistente automático', '!No quiero que se pierda'],
      ['77', 'No le entendí', '[Petición, queja, reclamo]'],
      ['3101234567', 'No le entendí', '[Petición, queja, reclamo]', '!No quiero que se pierda'],
      ['opcion 2', '¿Cuál es el número de su radicado?'],
    ],
  },
  {
    title: 'loses no story of who then sends a sign where a person is asked for',
    lines: [
      ['hijueputas ladrones', 'Usted escribió'],
      ['hablar con alguien', 'use uno de estos medios'],
      [':', 'No le entendí', '[Dejar un mensaje]'],
      ['1', 'hijueputas ladrones'],
    ],
  },
  {
    title: 'offers to file an insult alone without judging it',
    lines: [
      ['hijueputas ladrones', 'Usted escribió: «hijueputas ladrones».', '¿Lo radicamos como petición'],
      ['no', 'no lo radicamos', '[Petición, queja, reclamo]'],
    ],
  },
  {
    title: 'lets a child file in their own words, without age, document or e-mail',
    lines: [
      ['hola soy sofia tengo 9 años y los columpios del parque estan rotos', 'Parece', '!edad'],
      ['si', '¿En qué lugar'],
      ['en el parque de mi barrio', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['sofia', 'No es obligatorio'],
      ['no tengo', '¿Por dónde le respondemos?'],
      ['no tengo', 'presentarla anónima', '[Anónima, sin nombre]'],
      ['el celular de mi mama es 310 123 4567', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [
      { senales: { menorDeEdad: true, riesgoDeVida: false }, identidad: { telefono: '3101234567' } as never },
    ],
  },
  {
    title: 'keeps a text in a language that it does not know, as it was written',
    lines: [
      ["kwe'sx yat ãtxaa ju'gusa we'wenxi", "Usted escribió: «kwe'sx yat", '¿Lo radicamos como petición'],
      ['si', 'Parece: Petición'],
      ['si', '¿En qué lugar'],
      ['resguardo', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: "kwe'sx yat ãtxaa ju'gusa we'wenxi", tipo: 'PETICION' }],
  },
  {
    title: 'takes a very long letter whole and shows only its beginning',
    lines: [
      ['hola', 'asistente automático'],
      [LETTER, 'Entendimos: «Buenas tardes', '…»'],
      ['si', '¿En qué lugar'],
      ['barrio obrero', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', 'Solicitud: Buenas tardes', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: LETTER.trim() }],
  },
  {
    title: 'understands buttons, numbers in letters and words alike',
    lines: [
      ['ola', 'asistente automático'],
      ['=Petición, queja, reclamo', 'Cuéntenos'],
      ['en la vereda no ay agua ase 3 dias', 'Parece: Reclamo'],
      ['la primera', '¿En qué lugar'],
      ['=Seguir sin lugar', '¿Cómo quiere presentarla?'],
      ['opción dos', '¿La presentamos anónima?'],
      ['=Seguir sin lugar', 'Esa opción era de una pregunta anterior', '¿La presentamos anónima?'],
      ['=Sí, anónima', '¿La enviamos?'],
      ['uno', '2026-E-000001'],
    ],
    files: [{ texto: 'en la vereda no ay agua ase 3 dias' }],
  },
  {
    title: 'answers whoever asks why a datum is wanted, and does not take the question for the datum',
    lines: [
      ['el alcantarillado se rebosa cada vez que llueve en mi casa', 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      ['barrio obrero', '¿Cómo quiere presentarla?'],
      ['para que quieren mi nombre', 'Usamos sus datos solo', '¿Cómo quiere presentarla?', '!Agregamos'],
      ['con mi nombre', 'nombre completo'],
      ['y quien va a ver mi nombre', 'Usamos sus datos solo', 'nombre completo', '!documento?'],
      ['Ana Paz', '¿Quiere dar su número de documento?'],
      ['para que necesitan mi cedula', 'El documento no es obligatorio', '¿Quiere dar su número'],
      ['no', '¿Por dónde'],
      ['eso es obligatorio?', 'puede presentarla anónima', '¿Por dónde'],
      ['ana@correo.co', '5. Nombre: Ana Paz'],
      ['enviar', '2026-E-000001'],
    ],
    files: [
      {
        texto: 'el alcantarillado se rebosa cada vez que llueve en mi casa',
        identidad: { nombre: 'Ana Paz' } as never,
      },
    ],
  },
  {
    title: 'tells once what is done with personal data to who starts by asking it',
    lines: [
      ['que hacen con mis datos', 'asistente automático', 'Usamos sus datos', '[Consultar un radicado]'],
      ['quien ve lo que escribo', 'Usamos sus datos', '!asistente automático'],
    ],
  },
  {
    title: 'files a demand to know what data the Alcaldía holds (Ley 1581 de 2012)',
    lines: [
      ['quiero saber que datos mios tiene la alcaldia', 'Parece: Consulta de datos personales'],
      ['si', '¿Cómo quiere presentarla?', '!¿En qué lugar'],
      ['con mi nombre', 'nombre completo'],
      ['Luis Paz', 'documento'],
      ['cc 12345678', '¿Por dónde'],
      ['luis@correo.co', 'Cédula de ciudadanía 12345678'],
      ['enviar', '2026-E-000001', 'Consulta de datos personales'],
    ],
    files: [{ tipo: 'HD_CONSULTA' }],
  },
  {
    title: 'reaches the correction of personal data by its own choice in the list',
    lines: [
      ['hola', 'asistente automático'],
      ['1', 'Cuéntenos'],
      ['mi direccion esta mal en las bases de la alcaldia corrijanla por favor', 'Parece'],
      ['cambiar el tipo', '[Mis datos personales]'],
      ['10', '¿Qué quiere sobre sus datos personales?'],
      ['corregir o borrar', '¿Cómo quiere presentarla?'],
      ['que sea confidencial', 'limita quién lo ve', 'nombre completo'],
      ['Luis Paz', 'documento'],
      ['no', '¿Por dónde'],
      ['vereda La Regina, finca El Porvenir', 'Tipo: Reclamo por datos personales', 'confidencial'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ tipo: 'HD_RECLAMO', identidad: { modo: 'CONFIDENCIAL' } as never }],
  },
];
