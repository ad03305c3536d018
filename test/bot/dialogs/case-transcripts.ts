import {
  filesAnonymous,
  filesWithName,
  officeAsks,
  storingFails,
  storingWorks,
  type Transcript,
} from './transcript';

const LAMP = 'la lampara de mi cuadra no prende hace un mes';
const KEY = '2026-E-000001 k7qm x4tp 9w';

/** What people write after filing: more of the same, answers to the office, or the same again. */
export const caseTranscripts: readonly Transcript[] = [
  {
    title: 'offers to add to the open case what is told later, though it could be another petition',
    lines: [
      ...filesWithName(LAMP),
      ['gracias', 'Con mucho gusto'],
      ['se me olvido decir que tambien la de la esquina', '¿Es para su caso 2026-E-000001 (Reclamo)'],
      [
        'no',
        'Entonces, ¿es otra solicitud',
        '¿Es para su caso',
        '!«se me olvido decir que tambien la de la esquina no',
      ],
      ['si es para ese', 'Lo agregamos al caso 2026-E-000001', 'La fecha de respuesta no cambia'],
      ['ok', '[Petición, queja, reclamo]', '!No quiero que se pierda'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ texto: 'se me olvido decir que tambien la de la esquina' }],
  },
  {
    title: 'asks once whether it is another thing, and does not ask again before filing it',
    lines: [
      ...filesWithName(LAMP),
      ['la lampara de mi cuadra sigue sin prender hace un mes', '¿Es para su caso 2026-E-000001'],
      ['es otra solicitud', 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      ['calle 8', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['Ana Paz', 'documento'],
      ['no', '¿Por dónde'],
      ['ana@correo.co', '¿La enviamos?'],
      ['enviar', '2026-E-000002', '!Se parece'],
    ],
    files: [{ texto: LAMP }, { relacionadas: ['2026-E-000001'] }],
  },
  {
    title: 'asks before filing the same again, and adds it to the first case when told so',
    lines: [
      ...filesWithName(LAMP),
      ...filesWithName(LAMP).slice(0, -1),
      ['enviar', 'Se parece a su caso 2026-E-000001', '[Agregar a ese]', '!2026-E-000002'],
      ['no se', 'No le entendí', '[Radicar otra]'],
      ['agregar a ese', 'Lo agregamos al caso 2026-E-000001'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ texto: `${LAMP}\nLugar: barrio obrero` }],
  },
  {
    title: 'files the same again for who says so, and tells the office that they are related',
    lines: [
      ...filesWithName(LAMP),
      ...filesWithName(LAMP).slice(0, -1),
      ['enviar', 'Se parece a su caso 2026-E-000001'],
      ['radicar otra', '2026-E-000002'],
    ],
    files: [{ texto: LAMP }, { texto: LAMP, relacionadas: ['2026-E-000001'] }],
  },
  {
    title: 'takes a lone number as the answer when the office asked for one',
    lines: [
      ...filesWithName(LAMP),
      ['4471', 'No le entendí', '[Petición, queja, reclamo]'],
      officeAsks('¿Cuál es el número del poste?'),
      ['4471', '¿Cuál es el número del poste?', '¿Es para su caso 2026-E-000001'],
      ['si', 'Lo agregamos al caso 2026-E-000001'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ texto: '4471' }],
  },
  {
    title: 'takes what is written under the question of the office as its answer, after a yes',
    lines: [
      ...filesWithName(LAMP),
      officeAsks('¿Cuál es el número del poste?'),
      ['quiero ver mis casos', 'espera que usted conteste: «¿Cuál es el número del poste?»'],
      ['es el 4471', 'Usted escribió: «es el 4471»', '¿Lo agregamos al caso 2026-E-000001?'],
      ['y queda en la esquina', 'También guardamos eso'],
      ['si', 'Lo agregamos al caso'],
      ['mis casos', 'Caso 2026-E-000001', '!espera que usted conteste'],
      ['si', 'Escriba lo que quiere agregar'],
      ['@poste.jpg mire la foto', 'Lo agregamos al caso'],
    ],
    files: [{ texto: LAMP }],
    adds: [
      { texto: 'es el 4471\ny queda en la esquina' },
      { texto: 'mire la foto', anexos: [{ sha256: 'poste.jpg' } as never] },
    ],
  },
  {
    title: 'asks which of two cases a photo is for',
    lines: [
      ...filesWithName(LAMP),
      ...filesWithName('los buses pasan muy rapido frente a la escuela y no hay reductor'),
      ['@foto.jpg', '¿Para cuál de sus casos es', '[Caso 2026-E-000002]', '[Caso 2026-E-000001]'],
      ['si', 'No le entendí', '!«si»'],
      ['2', 'Lo agregamos al caso 2026-E-000001'],
      ['mis casos', '¿Cuál quiere ver?', '[Caso 2026-E-000002]'],
      ['1', 'Caso 2026-E-000002', '¿Quiere agregar algo a este caso?'],
    ],
    files: [{ texto: LAMP }, {}],
    adds: [{ anexos: [{ sha256: 'foto.jpg' } as never] }],
  },
  {
    title: 'answers the office in an anonymous case, which leaves nothing in the chat',
    lines: [
      ...filesAnonymous(LAMP),
      officeAsks('¿Hace cuánto?'),
      [KEY, 'espera que usted conteste: «¿Hace cuánto?»'],
      ['hace dos semanas', 'Si escribe quién es', '¿Lo agregamos al caso 2026-E-000001?'],
      ['si', 'Lo agregamos'],
    ],
    files: [{ identidad: { modo: 'ANONIMO' } }],
    adds: [{ texto: 'hace dos semanas', caso: { numero: '2026-E-000001', codigo: 'K7QMX4TP9W' } }],
    forgets: ['2026-E-000001', 'K7QM', 'dos semanas'],
  },
  {
    title: 'warns that a voice is known before adding one to an anonymous case, and lets it be dropped',
    lines: [
      ...filesAnonymous(LAMP),
      [KEY, 'Estado: Recibida'],
      ['@nota.ogg', 'envía su voz', '¿Lo agregamos'],
      ['no', 'no agregamos nada'],
    ],
    files: [{ identidad: { modo: 'ANONIMO' } }],
    forgets: ['2026-E-000001', 'K7QM', 'nota.ogg'],
  },
  {
    title: 'does not tell of an anonymous case to who asks for theirs, even in the same chat',
    lines: [
      ...filesAnonymous(LAMP),
      ['mis casos', 'no hay casos abiertos con su nombre', 'se ven con su código', '!2026-E-000001\n'],
      ['@foto.jpg', '¿Lo radicamos como petición', '!2026-E-000001'],
    ],
    files: [{ identidad: { modo: 'ANONIMO' } }],
    forgets: ['2026-E-000001'],
  },
  {
    title: 'adds once what could not be added at the first try',
    lines: [
      ...filesWithName(LAMP),
      ['@foto.jpg', '¿Es para su caso'],
      storingFails('STORE_UNAVAILABLE'),
      ['si', 'En este momento no podemos guardar', 'sigue aquí'],
      storingWorks,
      ['si', 'Lo agregamos al caso 2026-E-000001'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ anexos: [{ sha256: 'foto.jpg' } as never] }],
  },
  {
    title: 'offers another petition, and no useless retry, when the case was closed meanwhile',
    lines: [
      ...filesWithName(LAMP),
      ['se volvio a dañar la misma lampara de la cuadra', '¿Es para su caso'],
      storingFails('CASE_CLOSED'),
      ['1', 'ya está cerrado', 'Puede presentarlo como otra solicitud', '![Intentar otra vez]'],
      storingWorks,
      ['es otra solicitud', 'se volvio a dañar la misma lampara'],
    ],
    files: [{ texto: LAMP }],
  },
];
