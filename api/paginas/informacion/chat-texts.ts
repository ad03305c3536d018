import type { Content } from '../../../content/load-content';
import { whyNotReceived } from '../../base/kernel/why-not-received';
import { MOTIVOS_NO_RECIBIDO } from '../../base/kernel/vocabulary';

// Their parameters are filled in the browser, so they travel as they are.
const AS_THEY_ARE = Object.fromEntries(
  ['opciones', 'segundos', 'archivo', 'archivos', 'motivo', 'porcentaje', 'correo'].map((name) => [
    name,
    `{${name}}`,
  ]),
);

const TALK = [
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
] as const;

const FILES = [
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
  'formulario',
  'sinSesion',
  'abrirAparte',
] as const;

/** The words of the chat in the browser, as its element takes them. */
export function chatTexts({ texts: t, entidad }: Content, prueba: boolean): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(TALK.map((key) => [key, t(`web.chat.${key}`, AS_THEY_ARE)])),
    ...Object.fromEntries(FILES.map((key) => [key, t(`chatWeb.${key}`, AS_THEY_ARE)])),
    ...Object.fromEntries(
      MOTIVOS_NO_RECIBIDO.map((motivo) => [`motivo_${motivo}`, whyNotReceived(t, motivo)]),
    ),
    archivoTitulo: t('web.chat.archivoTitulo', { nombre: entidad.nombre }),
    correo: entidad.correo,
    prueba: prueba ? t('web.marco.prueba') : '',
  };
}
