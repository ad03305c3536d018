import { caseBecomes, filesAnonymous, filesWithName, type Transcript } from './transcript';

const LAMP = 'la lampara de mi cuadra no prende hace un mes';

/** Where a case is, trámites, and people who want a person. */
export const trackingTranscripts: readonly Transcript[] = [
  {
    title: 'says of an overdue case that the answer is owed, and lets it be asked for there',
    lines: [
      ...filesWithName(LAMP),
      caseBecomes({
        estado: 'EN_TRAMITE',
        vencida: true,
        sigue: { que: 'RESPUESTA_VENCIDA', hasta: '2026-12-16' },
      }),
      ['ya me respondieron?', '¿Cuál es el número'],
      ['mis casos', 'debió llegar el miércoles, 16 de diciembre de 2026', 'Seguimos obligados a responderle'],
      ['llevo dos meses esperando respondanme', '¿Lo agregamos al caso 2026-E-000001?'],
      ['si', 'Lo agregamos'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ texto: 'llevo dos meses esperando respondanme' }],
  },
  {
    title: 'says of a case that waits for its person what they owe, by when, and that time does not run',
    lines: [
      ...filesWithName(LAMP),
      caseBecomes({ estado: 'REQUERIDA', sigue: { que: 'COMPLETAR', hasta: '2026-12-30' } }),
      [
        'mis casos',
        'Falta algo suyo',
        'hasta el miércoles, 30 de diciembre',
        'Mientras tanto el tiempo no corre',
      ],
      ['agregar algo', 'Escriba lo que quiere agregar'],
      ['@recibo.pdf', 'Lo agregamos'],
    ],
    files: [{ texto: LAMP }],
    adds: [{ anexos: [{ sha256: 'recibo.pdf' } as never] }],
  },
  {
    title: 'tells of a case already answered, and offers nothing to be added to it',
    lines: [
      ...filesWithName(LAMP),
      caseBecomes({ estado: 'RESPONDIDA', admiteMensajes: false, sigue: { que: 'NADA' } }),
      ['en que va mi queja', '¿Cuál es el número'],
      ['2026 e 1 K7QM-X4TP-9W', 'La Alcaldía ya envió la respuesta', '![Agregar algo]'],
      ['@foto.jpg', '¿Lo radicamos como petición', '!¿Es para su caso'],
    ],
    files: [{ texto: LAMP }],
  },
  {
    title: 'goes back from a case to the question before it, which still knows of what it asks',
    lines: [
      ...filesWithName(LAMP),
      ['consultar un radicado', '¿Cuál es el número'],
      ['2026-E-000001', 'escriba el código'],
      ['K7QM-X4TP-9W', 'Estado: Recibida'],
      ['atrás', 'Caso 2026-E-000001. Ahora escriba el código'],
      ['K7QM-X4TP-9W', 'Estado: Recibida'],
      ['atrás', 'Ahora escriba el código'],
      ['hay un arbol caido en la via y no deja pasar a nadie desde ayer', '¿Es para su caso 2026-E-000001'],
    ],
    files: [{ texto: LAMP }],
  },
  {
    title: 'goes back to no question about a case that is not looked at any more',
    lines: [
      ...filesWithName(LAMP),
      ['consultar un radicado', '¿Cuál es el número'],
      ['2026-E-000001 K7QM-X4TP-9W', 'Estado: Recibida'],
      ['cambiar el número', '¿Cuál es el número'],
      ['atrás', '¿Cuál es el número', '!Caso'],
      ['atrás', 'No hay un paso anterior'],
    ],
    files: [{ texto: LAMP }],
  },
  {
    title: 'goes back from one of the cases of a chat to the list of all of them',
    lines: [
      ...filesWithName(LAMP),
      ...filesWithName('hay un arbol caido en la via y no deja pasar'),
      ['mis casos', '[Caso 2026-E-000001]', '[Caso 2026-E-000002]'],
      ['1', 'Caso 2026-E-00000'],
      ['atrás', '[Caso 2026-E-000001]', '[Caso 2026-E-000002]'],
    ],
    files: [{ texto: LAMP }, { texto: 'hay un arbol caido en la via y no deja pasar' }],
  },
  {
    title: 'takes number and code written together in the first message',
    lines: [
      ...filesAnonymous(LAMP),
      ['2026-E-000001 K7QMX4TP9W', 'Estado: Recibida', '!Ahora escriba el código'],
      ['menu', '[Petición, queja, reclamo]'],
    ],
    files: [{ identidad: { modo: 'ANONIMO' } }],
    forgets: ['2026-E-000001', 'K7QM'],
  },
  {
    title: 'helps who lost number and code without showing any case',
    lines: [
      ['perdi el numero de mi radicado', '¿Cuál es el número'],
      ['no tengo el numero', 'Sin el número y el código', 'contacto@candelaria-valle.gov.co'],
      ['no', '[Petición, queja, reclamo]', '!¿Lo radicamos'],
    ],
  },
  {
    title: 'tells near-identical trámites apart by their whole name and goes back to the list',
    lines: [
      ['3', 'asistente automático'],
      ['tramites', '¿Qué trámite busca?'],
      ['certificado', 'Encontramos estos trámites', '[Otro trámite]'],
      ['certificado de residencia', 'Certificado de residencia', 'Aún no hemos confirmado'],
      ['si', 'Petición de información', 'Certificado de residencia'],
      ['si', '¿Cómo quiere presentarla?'],
    ],
  },
  {
    title: 'leaves the search of trámites with a no, and never makes a petition of it',
    lines: [
      ['hola', 'asistente automático'],
      ['3', '¿Qué trámite busca?'],
      ['xqwz', 'No encontramos un trámite con «xqwz»', '[Pedir por escrito]'],
      ['no', '[Petición, queja, reclamo]'],
    ],
  },
  {
    title: 'keeps what a desperate person told when they ask for a person, and files it as a message',
    lines: [
      [
        'quiero hablar con una persona por favor llevo meses yendo y viniendo y no me atienden',
        'contacto@candelaria-valle.gov.co',
        '[Dejar un mensaje]',
      ],
      ['dejar un mensaje', 'llevo meses yendo y viniendo'],
      ['si', '¿En qué lugar'],
      ['sin lugar', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['Rosa', 'documento'],
      ['no', '¿Por dónde'],
      ['3101234567', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ identidad: { telefono: '3101234567' } as never }],
  },
];
