import { filesAnonymous, storingFails, storingWorks, type Transcript } from './transcript';

const HOLE = 'hay un hueco muy grande en la via a villagorgona';

/** Sendings that fail, files that are refused, and what is against somebody. */
export const failingTranscripts: readonly Transcript[] = [
  {
    title: 'keeps a petition that could not be sent, and sends it by any word that asks for it',
    lines: [
      storingFails('STORE_UNAVAILABLE'),
      ...filesAnonymous(HOLE).slice(0, -1),
      ['enviar', 'aún no tiene número de radicado', 'sigue guardada'],
      ['otros medios', 'contacto@candelaria-valle.gov.co', 'sigue guardado aquí'],
      ['enviar', 'aún no tiene número', '!No le entendí'],
      storingWorks,
      ['si', '2026-E-000001'],
    ],
    files: [{ texto: HOLE, identidad: { modo: 'ANONIMO' } }],
    forgets: [HOLE],
  },
  {
    title: 'lets who could not send leave and come back, and files it once',
    lines: [
      storingFails('NO_SPACE'),
      ...filesAnonymous(HOLE).slice(0, -1),
      ['enviar', 'el sistema se quedó sin espacio'],
      ['menu', 'Guardamos su borrador'],
      ['seguir', 'aún no tiene número de radicado'],
      storingWorks,
      ['reintentar', '2026-E-000001'],
      ['seguir', 'No tiene un borrador guardado'],
    ],
    files: [{ texto: HOLE }],
  },
  {
    title: 'receives a photo with its words, and takes the photo out when asked to',
    lines: [
      ['@hueco.jpg mire este hueco tan grande en la calle 8', 'Parece'],
      ['@hueco.jpg', 'Lleva: 1', '!Lleva: 2'],
      ['si', '¿En qué lugar'],
      ['calle 8', '¿Cómo quiere presentarla?'],
      ['anonima', 'Si su texto o sus archivos dicen quién es'],
      ['si', 'Archivos: 1 (hueco.jpg)'],
      ['corregir', '[Los archivos]'],
      ['los archivos', 'Son «hueco.jpg»'],
      ['quitarlos', '¿La enviamos?', '!hueco.jpg'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ anexos: [] }],
  },
  {
    title: 'files an anonymous petition with a photo, and forgets both in the chat',
    lines: [
      ['@poste.jpg', '¿Lo radicamos como petición'],
      ['si', 'Parece: Petición'],
      ['si', '¿En qué lugar'],
      ['la esquina', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', 'Archivos: 1 (poste.jpg)', '!Una voz se reconoce'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: '', anexos: [{ sha256: 'poste.jpg' } as never] }],
    forgets: ['poste.jpg', 'la esquina', '2026-E-000001'],
  },
  {
    title: 'receives a person whose first message is a file that cannot be received',
    lines: [
      ['#video.exe', 'No pudimos recibir «video.exe»', 'asistente automático', '!No quiero que se pierda'],
      ['1', 'Cuéntenos'],
    ],
  },
  {
    title: 'files a denuncia of corruption confidentially, against whom it names and nobody else',
    lines: [
      ['quiero denunciar que el supervisor del contrato del acueducto cobra coima', 'Parece: Denuncia'],
      ['si', '¿Contra quién es?', 'para que no le llegue a esa oficina'],
      ['el supervisor del contrato', '¿En qué lugar'],
      ['no se', '¿Cómo quiere presentarla?'],
      ['en reserva', 'limita quién lo ve', 'nombre completo'],
      ['Juana Mora', 'documento'],
      ['prefiero no', '¿Por dónde'],
      ['juana@correo.co', 'Es contra: el supervisor', 'confidencial'],
      ['enviar', '2026-E-000001', 'Denuncia'],
      ['mis casos', 'no hay casos abiertos con su nombre'],
    ],
    files: [
      {
        tipo: 'DENUNCIA',
        identidad: { modo: 'CONFIDENCIAL' } as never,
        contra: { servidor: 'el supervisor del contrato' },
      },
    ],
    forgets: ['Juana', '2026-E-000001'],
  },
  {
    title: 'shows the emergency card in the middle of a petition and keeps what was told',
    lines: [
      ['hay un poste inclinado frente a la escuela', 'Parece'],
      ['si', '¿En qué lugar'],
      ['auxilio se cayo y hay un niño atrapado', 'llame ya', '123'],
      ['no gracias ya llamamos a los bomberos', 'Agregamos eso'],
      ['menu', 'Guardamos su borrador'],
    ],
  },
  {
    title: 'files praise as such, without a place and without a date that the law does not give',
    lines: [
      ['quiero felicitar a la señorita de la ventanilla porque me atendio muy bien', 'Parece: Felicitación'],
      ['si', '¿Cómo quiere presentarla?', '!¿En qué lugar'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['enviar', '2026-E-000001', '!a más tardar'],
    ],
    files: [{ tipo: 'FELICITACION' }],
  },
];
