import { filesWithName, minutesPass, programChanges, type Transcript } from './transcript';

const SEWER = 'el alcantarillado se rebosa cada vez que llueve en mi casa';

/** People who leave and come back, change their mind, or use the words that work anywhere. */
export const leavingTranscripts: readonly Transcript[] = [
  {
    title: 'asks who comes back after a while whether to go on, and goes on where it was',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      minutesPass(30),
      ['buenas', '¿Seguimos con «el alcantarillado', '[Empezar de nuevo]'],
      ['sigamos', '¿En qué lugar'],
      ['barrio obrero', '¿Cómo quiere presentarla?'],
    ],
  },
  {
    title: 'adds to the draft what the person came back with',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      minutesPass(60),
      ['ya llevan tres meses sin hacer nada', '¿Seguimos con'],
      ['si', 'Agregamos eso', 'tres meses sin hacer nada'],
      ['si', '¿En qué lugar'],
      ['aqui', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ texto: `${SEWER}\nya llevan tres meses sin hacer nada` }],
  },
  {
    title: 'keeps the draft of who does not want to go on now',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      minutesPass(600),
      ['hola', '¿Seguimos con'],
      ['no', 'Guardamos su borrador', '[Seguir con mi borrador]', '!borramos'],
      ['no', '[Petición, queja, reclamo]', '!No quiero que se pierda'],
      ['5', 'Seguimos con', 'Parece: Reclamo'],
    ],
  },
  {
    title: 'deletes the draft of who comes back and starts again, only after a yes',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      minutesPass(30),
      ['hola', '¿Seguimos con'],
      ['empezar de nuevo', '¿Lo borramos?'],
      ['si', 'Borramos el borrador', '[Petición, queja, reclamo]', '!Seguir con mi borrador'],
    ],
  },
  {
    title: 'offers to cancel to who says that they do not want to go on, and changes their mind again',
    lines: [
      ['quiero poner una queja', 'Cuéntenos'],
      ['la secretaria me trato mal y me mando a callar', 'Parece: Queja'],
      ['ya no quiero', '¿Lo borramos?'],
      ['no', 'Conservamos su borrador', 'Parece: Queja'],
      ['cancelar', '¿Lo borramos?'],
      ['si', 'Borramos el borrador', '[Petición, queja, reclamo]'],
    ],
  },
  {
    title: 'changes the way of presenting it, the place and the tipo before sending',
    lines: [
      ['hay un hueco muy grande en la via a villagorgona', 'Parece: Reclamo'],
      ['no', '¿Qué quiere presentar?'],
      ['es un reclamo', '¿En qué lugar'],
      ['via a cavasa', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['mejor anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?', '!Nombre'],
      ['corregir', '¿Qué quiere corregir?', '[El lugar]'],
      ['el lugar', '¿En qué lugar'],
      ['atras', '¿Qué quiere corregir?'],
      ['3', '¿En qué lugar'],
      ['frente a la bomba de gasolina', '3. Lugar: frente a la bomba', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ lugar: 'frente a la bomba de gasolina', identidad: { modo: 'ANONIMO' } }],
  },
  {
    title: 'answers each word that works anywhere, also when there is nothing to do with it',
    lines: [
      ['atras', 'No hay un paso anterior', 'asistente automático'],
      ['0', '[Petición, queja, reclamo]', '!asistente automático'],
      ['9', 'contacto@candelaria-valle.gov.co', '[Petición, queja, reclamo]'],
      ['?', 'En cualquier momento puede escribir'],
      ['repita', '[Petición, queja, reclamo]'],
      ['cancelar', 'No quedó nada pendiente'],
      ['seguir', 'No tiene un borrador guardado', '!¿Lo radicamos'],
      ['salir', 'No quedó nada pendiente'],
    ],
  },
  {
    title: 'does not write SEGUIR into the petition of who types it to go on',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      ['agregar algo mas', 'Hasta ahora nos contó'],
      ['seguir', 'Hasta ahora nos contó', '!seguir»'],
      ['asi esta bien', 'Entendimos: «el alcantarillado', '!seguir»'],
    ],
  },
  {
    title: 'does not write a yes into the petition of who has nothing to add',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      ['agregar algo mas', 'Hasta ahora nos contó'],
      ['eso es todo', 'Entendimos: «el alcantarillado', '!casa eso'],
      ['atras', 'Hasta ahora nos contó'],
      ['si', 'Parece: Reclamo', '!casa si'],
    ],
  },
  {
    title: 'hears a story told right after the program changed its questions',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      programChanges,
      ['ademas los malos olores no nos dejan vivir en la casa', 'Mejoramos estas preguntas', 'Agregamos eso'],
      ['corregir', '[La solicitud]'],
      ['1', 'los malos olores'],
    ],
  },
  {
    title:
      'hears a story told right after the program changed, though it had said that it did not understand',
    lines: [
      ...filesWithName(SEWER),
      ['mis casos', '¿Quiere agregar algo'],
      ['ademas los malos olores no nos dejan vivir', '¿Lo agregamos al caso'],
      ['plin plon', '¿Lo agregamos al caso'],
      ['plin plon', '¿Lo agregamos al caso'],
      ['plin plon', 'no logramos entendernos'],
      programChanges,
      ['y la tapa de la alcantarilla se la robaron', 'se la robaron'],
      programChanges,
      ['hay un incendio en la casa de la vecina', '123', 'la casa de la vecina'],
      ['si', 'Lo agregamos al caso'],
    ],
    files: [{ texto: SEWER }],
    adds: [
      {
        texto:
          'ademas los malos olores no nos dejan vivir\nplin plon\nplin plon\nplin plon\n' +
          'y la tapa de la alcantarilla se la robaron\nhay un incendio en la casa de la vecina',
      },
    ],
  },
  {
    title: 'tells who leaves an offer without answering it that it was not kept',
    lines: [
      ['xqwz plin plon', '¿Lo radicamos'],
      ['menu', 'Esto no quedó guardado: «xqwz plin plon»', '[Petición, queja, reclamo]'],
      ['@foto.jpg', '¿Lo radicamos', '![Información de trámites]'],
      ['hablar con alguien', 'contacto@candelaria-valle.gov.co'],
      ['dejar un mensaje', 'Parece: Petición'],
      ['corregir el tipo', 'No le entendí'],
      ['agregar algo mas', 'Cuéntenos'],
      ['arreglen el parque por favor', 'arreglen el parque'],
    ],
  },
  {
    title: 'keeps a long story told where a document or a contact is asked for, also if it says no',
    lines: [
      [SEWER, 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      ['aqui', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['Ana', '¿Quiere dar su número de documento?'],
      ['es que los vecinos tampoco pueden dormir y no hay quien responda', 'Agregamos eso', 'documento'],
      ['no', '¿Por dónde'],
      ['y ademas llevamos tres meses esperando que alguien venga', 'Agregamos eso', '¿Por dónde'],
      ['ana@correo.co', '¿La enviamos?'],
      ['enviar', '2026-E-000001'],
    ],
    files: [
      {
        texto: `${SEWER}\nes que los vecinos tampoco pueden dormir y no hay quien responda\ny ademas llevamos tres meses esperando que alguien venga`,
      },
    ],
  },
  {
    title: 'keeps two petitions apart: the one begun before and the one just told',
    lines: [
      ['hay un hueco muy grande en la via a villagorgona', 'Parece: Reclamo'],
      ['menu', 'Guardamos su borrador'],
      [
        'los perros del vecino ladran toda la noche y no dejan dormir',
        'Lo que acaba de escribir quedó guardado',
        '¿Seguimos con «hay un hueco',
      ],
      ['si', 'Lo nuevo también quedó guardado: «los perros', 'Entendimos: «hay un hueco'],
      ['si', '¿En qué lugar'],
      ['sin lugar', '¿Cómo quiere presentarla?'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?'],
      ['enviar', '2026-E-000001', '[Seguir con mi borrador]'],
      ['seguir', 'Entendimos: «los perros'],
    ],
    files: [{ texto: 'hay un hueco muy grande en la via a villagorgona' }],
    forgets: ['2026-E-000001'],
  },
  {
    title: 'understands the answer to the question that was not understood three times',
    lines: [
      ['hay un hueco muy grande en la via a villagorgona', 'Parece: Reclamo'],
      ['si', '¿En qué lugar'],
      ['ahi', '¿Cómo quiere presentarla?'],
      ['con mi nombre', 'nombre completo'],
      ['pedro', 'documento'],
      ['no', '¿Por dónde'],
      ['no tengo nada', 'presentarla anónima'],
      ['por aqui mismo', 'no encontramos un correo'],
      ['whatsapp', 'no logramos entendernos', 'contacto@candelaria-valle.gov.co'],
      ['anonima', '¿La presentamos anónima?'],
      ['si', '¿La enviamos?', '!pedro'],
      ['enviar', '2026-E-000001'],
    ],
    files: [{ identidad: { modo: 'ANONIMO' } }],
    forgets: ['pedro'],
  },
];
