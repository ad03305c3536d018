import { lineasVisibles } from '../../../content/schemas/emergencias';
import type { Content } from '../../../content/load-content';
import { renderPage, type Site } from '../../base/http/layout';
import { ChatElement, WIDGET } from './chat-page';

/** What a citizen can do here. The chat opens in place with JavaScript and in its own page without it. */
export function homePage(site: Site): string {
  const content = site.content();
  const t = content.texts;
  const titulo = t('web.inicio.titulo');
  const cuerpo = (
    <>
      <div class="portada">
        <div class="ancho">
          <h1>{titulo}</h1>
          <p class="entrada">{t('web.inicio.entrada')}</p>
          <p class="acciones">
            <a class="boton" href="/chat" data-abrir-chat={site.asset(WIDGET)}>
              {t('web.inicio.chatAbrir')}
            </a>
            <a class="boton secundario" href="/formulario">
              {t('web.inicio.formularioAbrir')}
            </a>
          </p>
        </div>
      </div>
      <div class="ancho">
        <Ways content={content} />
        <HowItWorks content={content} />
        <Emergency content={content} />
      </div>
      <ChatElement site={site} mode="panel" />
    </>
  );
  return renderPage(site, { titulo, seccion: '/', cuerpo, scripts: ['/mejoras.js'] });
}

interface PartProps {
  readonly content: Content;
}

const WAYS = [
  ['chat', '/chat'],
  ['formulario', '/formulario'],
  ['seguimiento', '/seguimiento'],
  ['tramites', '/tramites'],
] as const;

/** Reporting corruption has its own place on the main page (Ley 1474 de 2011, art. 76). */
const ATTENTION = [
  ['corrupcion', '/denuncie-corrupcion'],
  ['atencion', '/horarios'],
] as const;

const Ways = ({ content: { texts: t, entidad } }: PartProps) => (
  <ul class="tarjetas">
    {WAYS.map(([name, path]) => (
      <li class="tarjeta" key={name}>
        <h2>
          <a href={path}>{t(`web.inicio.${name}Titulo`)}</a>
        </h2>
        <p>{t(`web.inicio.${name}Texto`)}</p>
      </li>
    ))}
    {ATTENTION.map(([name, path]) => (
      <li class="tarjeta" key={name}>
        <h2>
          <a href={path}>{t(`paginas.inicio.${name}Titulo`)}</a>
        </h2>
        <p>{t(`paginas.inicio.${name}Texto`, { correo: entidad.correo })}</p>
      </li>
    ))}
  </ul>
);

const HowItWorks = ({ content: { texts: t } }: PartProps) => (
  <section aria-labelledby="como-funciona">
    <h2 id="como-funciona">{t('web.inicio.pasosTitulo')}</h2>
    <ol class="como">
      {['paso1', 'paso2', 'paso3'].map((paso) => (
        <li key={paso}>{t(`web.inicio.${paso}`)}</li>
      ))}
    </ol>
  </section>
);

const Emergency = ({ content: { texts: t, emergencias } }: PartProps) => (
  <section class="emergencia" aria-labelledby="emergencia">
    <h2 id="emergencia">{t('web.inicio.emergenciaTitulo')}</h2>
    <p>{t('web.inicio.emergenciaTexto')}</p>
    <ul>
      {lineasVisibles(emergencias).map(({ numero, nombre }) => (
        <li key={numero}>
          <a class="boton" href={`tel:${numero.replaceAll(' ', '')}`}>
            {numero} <span>{nombre}</span>
          </a>
        </li>
      ))}
    </ul>
    <p>
      <a href="/emergencias">{t('paginas.menu.emergencias')}</a>
    </p>
  </section>
);
