import type { JSX } from 'preact';
import type { Content } from '../../../content/load-content';
import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';

// Their parameters are filled in the browser, so they travel as they are.
const AS_THEY_ARE = { opciones: '{opciones}', segundos: '{segundos}', quien: '{quien}', hora: '{hora}' };

const KEYS = [
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

/** The words of the chat in the browser, as its element takes them. */
export function chatTexts(t: Texts, nombre: string): Readonly<Record<string, string>> {
  const words = KEYS.map((key) => [key, t(`web.chat.${key}`, AS_THEY_ARE)]);
  return Object.fromEntries([...words, ['archivoTitulo', t('web.chat.archivoTitulo', { nombre })]]);
}

interface ChatElementProps {
  readonly content: Content;
  /** `panel` stands over a page and closes; `pagina` fills its own. */
  readonly mode: 'panel' | 'pagina';
}

/** The element of the chat, inert until its script comes. */
export function ChatElement({ content, mode }: ChatElementProps): JSX.Element {
  const textos = JSON.stringify(chatTexts(content.texts, content.entidad.nombre));
  return <candelaria-chat id="chat" modo={mode} textos={textos} />;
}

/** The open chat in a page of its own; without JavaScript, the other ways to do the same. */
export function chatPage(site: Site): string {
  const content = site.content();
  const { texts: t, entidad } = content;
  const titulo = t('web.chatPagina.titulo');
  const cuerpo = (
    <div class="ancho chat-pagina">
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.chatPagina.entrada')}</p>
      <noscript>
        <div class="nota">
          <h2>{t('web.chatPagina.sinScriptTitulo')}</h2>
          <p>{t('web.chatPagina.sinScript')}</p>
          <ul class="enlaces">
            <li>
              <a href="/formulario">{t('web.chatPagina.sinScriptFormulario')}</a>
            </li>
            <li>
              <a href={`mailto:${entidad.correo}`}>
                {t('web.chatPagina.sinScriptPersona', { correo: entidad.correo })}
              </a>
            </li>
          </ul>
        </div>
      </noscript>
      <ChatElement content={content} mode="pagina" />
    </div>
  );
  return renderPage(site, { titulo, seccion: '/chat', cuerpo, scripts: ['/chat.js'], llena: true });
}
