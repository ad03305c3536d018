import type { Transcript } from './transcript';

/** Tracking, trámites, a person, and drafts that are left and found again. */
export const otherTranscripts: readonly Transcript[] = [
  {
    title: 'tracks a case with number and code typed in any form',
    lines: [
      ['radicar', 'Cuéntenos'],
      ['pido que arreglen el parque del barrio', 'Parece'],
      ['si', '¿En qué lugar'],
      ['seguir sin lugar', '¿Cómo'],
      ['anonima', '¿La presentamos'],
      ['si', '¿La enviamos?'],
      ['1', '2026-E-000001', 'Consultar un radicado'],
      ['en que va mi radicado', '¿Cuál es el número'],
      ['2026 e 1', 'Caso 2026-E-000001'],
      ['k7qm x4tp 9w', 'Estado: Recibida', 'miércoles, 16 de diciembre de 2026'],
      ['2026-E-000001 K7QMX4TP9W', 'Caso 2026-E-000001'],
    ],
    files: [{ tipo: 'PETICION' }],
  },
  {
    title: 'says the same of an unknown number and of a wrong code, and after three tries offers other ways',
    lines: [
      ['2026-e-7', 'asistente automático', 'Caso 2026-E-000007'],
      ['abc', 'diez letras y números'],
      ['K7QMX4TP9O', 'no llevan cero'],
      ['AAAA-BBBB-CC', 'El número o el código no coinciden'],
      ['AAAA-BBBB-CC', 'El número o el código no coinciden'],
      ['AAAA-BBBB-CC', 'no coinciden', 'contacto@candelaria-valle.gov.co'],
      ['otra vez', '¿Cuál es el número'],
    ],
  },
  {
    title: 'tells of a trámite only what is confirmed, and files a petition of information about it',
    lines: [
      ['cuanto se demora el sisben', 'Sisbén', 'Aún no hemos confirmado', '!Documento de identidad'],
      ['pedir informacion', 'Parece: Petición de información', 'Solicito información sobre el trámite'],
      ['si', '¿Cómo quiere presentarla?', '!lugar'],
    ],
  },
  {
    title: 'lists the trámites found, looks for another and gives up in favour of writing',
    lines: [
      ['hola', 'Información de trámites'],
      ['3', '¿Qué trámite busca?'],
      ['certificado', 'Encontramos estos trámites', '1. Certificado', 'Otro trámite'],
      ['otro tramite', '¿Qué trámite busca?'],
      ['atrás', '¿Qué trámite busca?', '!Encontramos'],
      ['zzzz yyyy', 'No encontramos'],
      ['pedir por escrito', 'Petición de información', 'zzzz yyyy'],
    ],
  },
  {
    title: 'tells how to reach a person, with what is not confirmed said so, and takes the message',
    lines: [
      [
        'quiero hablar con una persona',
        'contacto@candelaria-valle.gov.co',
        'Teléfono: por confirmar',
        'Horario: por confirmar',
        '!6209',
      ],
      ['dejar un mensaje', 'Cuéntenos'],
    ],
  },
  {
    title: 'keeps the draft when the person says MENÚ, and comes back to it',
    lines: [
      ['el parque de mi barrio esta lleno de basura', 'Entendimos'],
      ['si', '¿En qué lugar'],
      ['MENÚ', 'Guardamos su borrador'],
      ['seguir', '¿En qué lugar'],
      ['atrás', 'Entendimos'],
      ['ayuda', 'En cualquier momento', 'Entendimos'],
    ],
  },
  {
    title: 'deletes nothing without a yes to it, by CANCELAR and by the option of the summary',
    lines: [
      ['el parque de mi barrio esta lleno de basura', 'Entendimos'],
      ['cancelar', '¿Lo borramos?'],
      ['no', 'Entendimos'],
      ['si', '¿En qué lugar'],
      ['1', '¿Cómo quiere'],
      ['anonima', '¿La presentamos'],
      ['si', '¿La enviamos?'],
      ['3', 'No la hemos enviado', 'parque de mi barrio'],
      ['no', '¿La enviamos?'],
      ['3', '¿La borramos?'],
      ['si', 'Borramos su solicitud', '¿En qué le ayudo?', '!Seguir con mi borrador'],
    ],
  },
  {
    title: 'keeps files sent at any step and lists them in the summary',
    canal: 'WHATSAPP',
    lines: [
      ['hola', 'asistente automático'],
      ['@poste.jpg', 'Recibimos sus archivos', '¿Lo radicamos'],
      ['si', 'Parece: Petición', '!Entendimos'],
      ['agregar algo mas', 'Cuéntenos'],
      ['el poste se esta cayendo sobre mi casa', 'el poste se esta cayendo'],
      ['si', '¿En qué lugar'],
      ['@acta.pdf', 'Lleva: 2', '¿En qué lugar'],
      ['calle 8', '¿Cómo'],
      ['con mi nombre', 'nombre completo', '!documento'],
      ['Luis Mora', 'No escriba aquí su número de cédula'],
      ['seguir sin cedula', '¿Por dónde', '!documento'],
      ['3101234567', 'Archivos: 2 (poste.jpg, acta.pdf)', 'Documento: no lo dio'],
      ['1', '2026-E-000001'],
    ],
    files: [
      {
        anexos: [
          { sha256: 'poste.jpg', nombre: 'poste.jpg', tipo: 'image/jpeg', bytes: 1 },
          { sha256: 'acta.pdf', nombre: 'acta.pdf', tipo: 'application/pdf', bytes: 1 },
        ],
      },
    ],
  },
];
