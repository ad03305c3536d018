import { MOTIVOS_NO_RECIBIDO, type MotivoNoRecibido } from '../../../../api/base/kernel/vocabulary';

/** Of the conversation (`web.chat` in content). */
const TALK_KEYS = [
  'nombre',
  'titulo',
  'aviso',
  'cerrar',
  'descargar',
  'conversacion',
  'usted',
  'asistente',
  'etiqueta',
  'ayuda',
  'enviar',
  'vacio',
  'respuestas',
  'opciones',
  'escribiendo',
  'conectando',
  'sinConexion',
  'sinConexionNada',
  'conectado',
  'espera',
  'pendiente',
  'enviado',
  'rechazado',
  'sesionNueva',
  'nuevos',
  'archivo',
  'archivoTitulo',
] as const;

/** Of files, of what is kept of a conversation, and of where it stands (`chatWeb` in content). */
const FILE_KEYS = [
  'recibido',
  'adjuntar',
  'grabar',
  'adjuntos',
  'subiendo',
  'subido',
  'fallo',
  'cancelar',
  'quitar',
  'reintentar',
  'avisoSubiendo',
  'avisoSubido',
  'avisoNoRecibido',
  'esperaSubida',
  'soloNoRecibidos',
  'archivos',
  'guardarTexto',
  'guardarPagina',
  'imprimir',
  'datosPersonales',
  'archivoPagina',
  'escribirCorreo',
  'correo',
  'formulario',
  'sinSesion',
  'abrirAparte',
  'prueba',
] as const;

type ReasonKey = `motivo_${MotivoNoRecibido}`;
const REASONS = MOTIVOS_NO_RECIBIDO.map((motivo): ReasonKey => `motivo_${motivo}`);
const KEYS = [...TALK_KEYS, ...FILE_KEYS, ...REASONS];

/** Every word the chat shows. They come from the page, which takes them from content. */
export type ChatWords = Readonly<Record<(typeof KEYS)[number], string>>;

/** The words in the element's attribute; one that is missing is shown by its name, which a test would see. */
export function parseWords(json: string | null): ChatWords {
  const given: unknown = JSON.parse(json ?? '{}');
  const found = new Map(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  return Object.fromEntries(KEYS.map((key) => [key, String(found.get(key) ?? key)])) as ChatWords;
}

/** Why a file was not received. */
export const reasonIn = (words: ChatWords, motivo: MotivoNoRecibido): string => words[`motivo_${motivo}`];

/** Fills the `{name}` places of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
