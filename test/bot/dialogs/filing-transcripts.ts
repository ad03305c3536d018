import type { Transcript } from './transcript';

/** Petitions from the first word to the number. */
export const filingTranscripts: readonly Transcript[] = [
  {
    title:
      'takes a broken street lamp told without accents in the first message, and gives number, date and code',
    lines: [
      [
        'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
        'asistente automático',
        'gratis',
        'Usamos sus datos',
        'Parece: Reclamo',
        '«buenas el poste',
      ],
      ['si', '¿En qué lugar'],
      ['barrio san jorge, calle 5 con 4', '¿Cómo quiere presentarla?'],
      ['1', 'nombre completo'],
      ['me llamo maria lopez', 'número de documento', 'No es obligatorio'],
      ['seguir sin documento', '¿Por dónde le respondemos?'],
      ['maria@correo.com o al 310 123 4567', '1. Solicitud', '5. Nombre: maria lopez', '¿La enviamos?'],
      [
        'enviar',
        '2026-E-000001',
        'miércoles, 16 de diciembre de 2026',
        'K7QM-X4TP-9W',
        'Consultar un radicado',
        '!PRUEBA',
      ],
    ],
    files: [
      {
        texto: 'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
        tipo: 'RECLAMO',
        lugar: 'barrio san jorge, calle 5 con 4',
        identidad: {
          modo: 'IDENTIFICADO',
          nombre: 'maria lopez',
          documento: undefined,
          correo: 'maria@correo.com',
          telefono: '3101234567',
          direccion: undefined,
        },
      },
    ],
  },
  {
    title: 'files an anonymous denuncia by WhatsApp after telling what WhatsApp reveals, and asks no name',
    canal: 'WHATSAPP',
    lines: [
      ['un funcionario de transito me pidio plata para no ponerme el comparendo', 'Parece: Denuncia'],
      ['1', 'Entendimos que es contra «funcionario de transito»'],
      ['si', '¿En qué lugar'],
      ['sin lugar', '¿Cómo quiere presentarla?'],
      [
        'quiero que sea anonimo',
        'conoce su número',
        'Meta',
        'El caso no guarda ese número',
        'no se recupera',
        'ya no será anónima',
      ],
      ['si', 'Se presenta: anónima', '!Nombre', '!Le respondemos por'],
      ['1', '2026-E-000001', 'K7QM-X4TP-9W', 'nadie podrá recuperarlos'],
    ],
    files: [
      {
        canal: 'WHATSAPP',
        tipo: 'DENUNCIA',
        identidad: { modo: 'ANONIMO' },
        contra: { servidor: 'funcionario de transito' },
      },
    ],
  },
  {
    title: 'lets a mother who asks for a school place file what she wrote, from the card of the trámite',
    lines: [
      ['buenos dias', 'asistente automático', '!Entendimos'],
      [
        'necesito un cupo en el colegio para mi hijo de 7 años',
        'Matrícula en colegio público',
        'Aún no hemos confirmado',
      ],
      ['radicar lo que escribi', 'Parece: Petición', 'cupo en el colegio'],
      ['si', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['Rosa Elvira Díaz', 'documento'],
      ['no', '¿Por dónde'],
      ['vereda La Regina finca El Porvenir', 'Le respondemos por: vereda La Regina'],
      ['1', '2026-E-000001'],
    ],
    files: [
      {
        texto: 'necesito un cupo en el colegio para mi hijo de 7 años',
        tramite: 'matricula-escolar',
        tipo: 'PETICION',
      },
    ],
  },
  {
    title: 'corrects one field and comes back to the summary',
    lines: [
      ['radicar', 'Cuéntenos'],
      ['hay un hueco muy grande en la via a villagorgona', 'Parece: Reclamo'],
      ['1', '¿En qué lugar'],
      ['via a villagorgona', '¿Cómo quiere presentarla?'],
      ['confidencial', 'limita quién lo ve', 'nombre completo'],
      ['Pedro Ruiz', 'documento'],
      ['cc 1.113.456.789', '¿Por dónde'],
      ['3101234567', 'confidencial', 'Cédula de ciudadanía 1113456789'],
      ['corregir', '¿Qué quiere corregir?'],
      ['el nombre', 'nombre completo'],
      ['Pedro Antonio Ruiz', '5. Nombre: Pedro Antonio Ruiz', '3. Lugar: via a villagorgona'],
      ['1', '2026-E-000001'],
    ],
    files: [
      {
        identidad: {
          modo: 'CONFIDENCIAL',
          nombre: 'Pedro Antonio Ruiz',
          documento: { tipo: 'CC', numero: '1113456789' },
          correo: undefined,
          telefono: '3101234567',
          direccion: undefined,
        },
      },
    ],
  },
  {
    title: 'takes several messages, a change of tipo and a story told where an option was expected',
    lines: [
      ['quiero poner una queja', 'Cuéntenos', '!Entendimos'],
      ['la señora de la ventanilla me grito delante de todos', 'Parece: Queja'],
      ['eso fue el martes pasado por la mañana', 'Agregamos eso', 'martes pasado'],
      ['cambiar el tipo', 'Pedir algo'],
      ['denunciar algo irregular', '¿Contra quién es?', 'No es obligatorio'],
      ['seguir sin decirlo', '¿En qué lugar'],
      ['alcaldia', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['mejor con mi nombre', 'nombre completo'],
      ['Ana', 'documento'],
      ['1113456789', '¿De qué documento'],
      ['pasaporte', '¿Por dónde'],
      ['ana@correo', 'Revise el correo'],
      ['123', 'Revise el teléfono'],
      ['ana@correo.co', 'Pasaporte 1113456789'],
      ['enviar', '2026-E-000001'],
    ],
    files: [
      {
        texto: 'la señora de la ventanilla me grito delante de todos\neso fue el martes pasado por la mañana',
        tipo: 'DENUNCIA',
      },
    ],
  },
  {
    title: 'asks once for more when the text is one word, and then takes it (CPACA 16, par. 1)',
    lines: [
      ['hola', 'asistente automático'],
      ['1', 'Cuéntenos'],
      ['???', '¿Nos cuenta un poco más?', 'Ya guardamos'],
      ['???', 'Parece: Petición'],
    ],
  },
  {
    title: 'takes a petition with insults like any other (CPACA 19: a person decides, never the bot)',
    lines: [
      ['el señor de la ventanilla es un hijueputa y me trató mal', 'Parece: Queja'],
      ['si', '¿Contra quién es?'],
      ['no', '¿En qué lugar'],
    ],
  },
  {
    title: 'never ends a petition with not having understood it: it offers to file the text',
    lines: [
      ['xqwz plin plon', 'Usted escribió: «xqwz plin plon»', '¿Lo radicamos como petición'],
      ['si', 'Entendimos: «xqwz plin plon»'],
    ],
  },
  {
    title: 'goes back to the menu when the person does not want to file what was not understood',
    lines: [
      ['xqwz plin plon', '¿Lo radicamos'],
      ['no', 'no lo radicamos', '¿En qué le ayudo?'],
    ],
  },
  {
    title: 'shows the emergency card first and keeps the text of a danger to life',
    lines: [
      ['hay un incendio en la casa de mi vecina', 'llame ya', '123', 'además lo radiquemos'],
      ['si', 'Entendimos: «hay un incendio'],
      ['si', '¿En qué lugar'],
      ['calle 8', '¿Cómo quiere presentarla?'],
      ['2', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['1', '2026-E-000001'],
    ],
    files: [{ senales: { menorDeEdad: false, riesgoDeVida: true } }],
  },
  {
    title: 'lets a minor file without asking the age, and signals it',
    lines: [
      ['1', 'asistente automático', '!edad', '!Usted escribió'],
      ['1', 'Cuéntenos'],
      ['tengo 15 años y en mi colegio no hay agua hace un mes', 'Parece'],
      ['si', '¿En qué lugar'],
      ['colegio central', '¿Cómo quiere presentarla?', '!edad'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['1', '2026-E-000001'],
    ],
    files: [{ senales: { menorDeEdad: true, riesgoDeVida: false } }],
  },
];
