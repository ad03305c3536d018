import type { JSX } from 'preact';
import type { Content } from '../../../content/load-content';
import { renderFrame, renderPage, type Site } from '../../base/http/layout';
import { chatTexts } from './chat-texts';

/** The chat itself; `/chat.js` is what pages of others load. */
export const WIDGET = '/conversacion.js';

interface ChatElementProps {
  readonly site: Site;
  /** `panel` stands over a page and closes; `pagina` fills its own; `marco` fills a frame in another's. */
  readonly mode: 'panel' | 'pagina' | 'marco';
}

/** The element of the chat, inert until its script comes. */
export function ChatElement({ site, mode }: ChatElementProps): JSX.Element {
  const textos = JSON.stringify(chatTexts(site.content(), site.prueba));
  return <candelaria-chat id="chat" modo={mode} textos={textos} />;
}

/** The open chat in a page of its own; without JavaScript, the other ways to do the same. */
export function chatPage(site: Site): string {
  const content = site.content();
  const { texts: t } = content;
  const titulo = t('web.chatPagina.titulo');
  const cuerpo = (
    <div class="ancho chat-pagina">
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.chatPagina.entrada')}</p>
      <OtherWays content={content} />
      <ChatElement site={site} mode="pagina" />
    </div>
  );
  return renderPage(site, { titulo, seccion: '/chat', cuerpo, scripts: [WIDGET], llena: true });
}

/** The chat for a frame in a page of another site. */
export function chatFrame(site: Site): string {
  const content = site.content();
  const titulo = content.texts('web.chatPagina.titulo');
  const cuerpo = (
    <>
      <OtherWays content={content} />
      <ChatElement site={site} mode="marco" />
    </>
  );
  return renderFrame(site, { titulo, cuerpo, scripts: [WIDGET] });
}

/** Without JavaScript, the other ways to do the same. */
const OtherWays = ({ content: { texts: t, entidad } }: { readonly content: Content }): JSX.Element => (
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
);
