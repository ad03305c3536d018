/** The closed lists that the whole product shares. The law's terms for each are data in `content/legal/`. */

/**
 * What anybody may choose, by the definitions of Ley 1755 de 2015 and practice; the last two are of personal data
 * (Ley 1581 de 2012).
 */
export const TIPOS_CIUDADANO = [
  'PETICION',
  'QUEJA',
  'RECLAMO',
  'SUGERENCIA',
  'DENUNCIA',
  'FELICITACION',
  'INFORMACION',
  'DOCUMENTOS',
  'CONSULTA',
  'HD_CONSULTA',
  'HD_RECLAMO',
] as const;

/** Every kind of petition. That an authority asks depends on who it is and is for an official to say. */
export const TIPOS_PQRSD = [...TIPOS_CIUDADANO, 'ENTRE_AUTORIDADES', 'CONGRESO', 'DEFENSORIA'] as const;
export type TipoPqrsd = (typeof TIPOS_PQRSD)[number];

/** Where a communication came in. */
export const CANALES = [
  'WEB_CHAT',
  'WHATSAPP',
  'TERMINAL',
  'FORMULARIO',
  'API',
  'VENTANILLA',
  'TELEFONO',
  'CORREO',
  'RED_SOCIAL',
] as const;
export type Canal = (typeof CANALES)[number];

/** How the petitioner is known. CONFIDENCIAL: the office knows the name and limits who sees it. */
export const MODOS_IDENTIDAD = ['IDENTIFICADO', 'CONFIDENCIAL', 'ANONIMO'] as const;
export type ModoIdentidad = (typeof MODOS_IDENTIDAD)[number];

export const PRIORIDADES = ['NORMAL', 'PREFERENTE', 'URGENTE'] as const;
export type Prioridad = (typeof PRIORIDADES)[number];

export const TIPOS_DOCUMENTO = ['CC', 'CE', 'TI', 'RC', 'PASAPORTE', 'PPT', 'NIT', 'OTRO'] as const;
export type TipoDocumento = (typeof TIPOS_DOCUMENTO)[number];

/** The life of a PQRSD. Lateness is derived from dates, never a state. */
export const ESTADOS_PQRSD = [
  'RADICADA',
  'EN_TRAMITE',
  'REQUERIDA',
  'RESPONDIDA',
  'TRASLADADA',
  'DESISTIDA',
  'ANULADA',
] as const;
export type EstadoPqrsd = (typeof ESTADOS_PQRSD)[number];

/** Why a file could not be received; the filing goes on without it and the constancia says so. */
export const MOTIVOS_NO_RECIBIDO = [
  'VACIO',
  'MUY_GRANDE',
  'TIPO_NO_ADMITIDO',
  'TIPO_NO_COINCIDE',
  'DANADO',
  'SOSPECHOSO',
  /** It cannot be told apart from who made it, and the petition is anonymous. */
  'CON_DATOS',
  'DEMASIADOS',
  'INCOMPLETO',
  'SIN_ESPACIO',
] as const;
export type MotivoNoRecibido = (typeof MOTIVOS_NO_RECIBIDO)[number];
