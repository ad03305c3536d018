import { type Line, officeAsks, type Transcript } from './transcript';

/** To the question of who files, by WhatsApp. */
export const tells: readonly Line[] = [
  ['el poste de la luz de mi cuadra esta dañado', 'Parece: Reclamo'],
  ['si', '¿En qué lugar'],
  ['barrio obrero', '¿Cómo quiere presentarla?'],
];

/** To the question that takes the place of the number. */
export const gives: readonly Line[] = [
  ...tells,
  ['con mi nombre', 'nombre completo'],
  [
    'Ana Paz',
    'No escriba aquí su número de cédula',
    'Darlo no es obligatorio',
    '[Seguir sin cédula]',
    '[Por un enlace seguro]',
    '[En la ventanilla]',
    '[Sin dar mi nombre]',
  ],
];

/** What else WhatsApp changes: contact, place, voice, emergencies and how notices are stopped. */
export const whatsappTranscripts: readonly Transcript[] = [
  {
    title: 'takes this same WhatsApp for the contact, and any other that is typed',
    canal: 'WHATSAPP',
    telefono: '573101234567',
    lines: [
      ...gives,
      ['1', '[Este WhatsApp]', '[Anónima, sin nombre]'],
      ['a este whatsapp', 'Le respondemos por: +573101234567'],
      ['corregir', '[Por dónde responder]'],
      ['por dónde responder', '[Este WhatsApp]'],
      ['ana@correo.co', 'Le respondemos por: ana@correo.co', '!3101234567'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ identidad: { telefono: undefined, correo: 'ana@correo.co' } as never }],
  },
  {
    title: 'takes a location sent by WhatsApp for the place, with its coordinates',
    canal: 'WHATSAPP',
    lines: [
      ['el poste de la luz de mi cuadra esta dañado', 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      [
        'Ubicación: 3.412345, -76.345678 (Estación de Bomberos, Calle 8 # 5-23, barrio Obrero, Candelaria, Valle)',
        '¿Cómo quiere presentarla?',
      ],
      ['anonima', '¿La presentamos anónima?'],
      ['si', 'Lugar: Ubicación: 3.412345, -76.345678 (Estación'],
      ['corregir', '[El lugar]'],
      ['el lugar', '¿En qué lugar'],
      ['Ubicación: 3.4, -76.3', 'Lugar: Ubicación: 3.4, -76.3', '!Bomberos'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: 'el poste de la luz de mi cuadra esta dañado', lugar: 'Ubicación: 3.4, -76.3' }],
  },
  {
    title: 'files a voice note sent by WhatsApp, which is enough',
    canal: 'WHATSAPP',
    lines: [
      ['hola', 'asistente automático'],
      ['1', 'Cuéntenos'],
      ['@nota.ogg', 'Recibimos su nota de voz', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['Ana Paz', '¿Por dónde', '!cédula'],
      ['3101234567', 'la nota de voz que envió', '¿La enviamos?'],
      ['enviar', '2026-E-000001', 'petición verbal'],
    ],
    files: [
      {
        canal: 'WHATSAPP',
        texto: '',
        presentacion: { verbal: true },
        anexos: [{ sha256: 'nota.ogg', nombre: 'nota.ogg', tipo: 'audio/ogg', bytes: 1 }],
      },
    ],
  },
  {
    title: 'adds to a case a voice note sent by WhatsApp',
    canal: 'WHATSAPP',
    lines: [
      ...gives,
      ['1', '¿Por dónde'],
      ['3101234567', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
      officeAsks('¿Desde cuándo?'),
      ['mis casos', '¿Desde cuándo?'],
      ['@nota.ogg', '¿Lo agregamos al caso 2026-E-000001?'],
      ['si', 'Lo agregamos'],
    ],
    files: [{ canal: 'WHATSAPP' }],
    adds: [{ anexos: [{ sha256: 'nota.ogg', nombre: 'nota.ogg', tipo: 'audio/ogg', bytes: 1 }] }],
  },
  {
    title: 'says first that it attends no emergencies, with the lines, and asks in the same bubble',
    canal: 'WHATSAPP',
    lines: [
      ['hay un incendio en la casa de mi vecina', 'Este chat no atiende emergencias', '123', '¿quiere que'],
      ['si', '!---'],
    ],
  },
  {
    title: 'stops notices at once at BAJA, says how to learn of a case, and goes on with what was asked',
    canal: 'WHATSAPP',
    lines: [
      ['BAJA', 'No le enviaremos más avisos por este chat', 'número y el código', 'ALTA', '!asistente'],
      ...gives,
      ['stop', 'No le enviaremos más avisos', 'Seguir sin cédula: bastan'],
      ['1', '¿Por dónde'],
      ['alta', 'le llegarán los avisos', '¿Por dónde'],
      ['ayuda', 'BAJA o ALTA', '¿Por dónde'],
      ['3101234567', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ canal: 'WHATSAPP' }],
  },
  {
    title: 'takes for the petition a text that only holds the word, and «no más» for its end',
    canal: 'WHATSAPP',
    lines: [
      ['hola', 'asistente automático'],
      ['1', 'Cuéntenos'],
      ['la presion del agua es muy baja', 'Entendimos: «la presion del agua es muy baja»', '!avisos'],
      ['agregar algo mas', 'Hasta ahora nos contó'],
      ['No más', 'Parece', '!avisos'],
      ['si', '¿En qué lugar'],
      ['parar', 'No le enviaremos más avisos', '¿En qué lugar'],
      ['no', '¿Cómo quiere presentarla?'],
      ['menu', '[Petición, queja, reclamo]'],
      ['no mas', 'No le enviaremos más avisos', '[Petición, queja, reclamo]'],
    ],
  },
  {
    title: 'knows no BAJA where no notices are pushed',
    lines: [
      ['hola', 'asistente automático'],
      ['baja', '!avisos por este chat'],
      ['ayuda', '!BAJA'],
    ],
  },
];
