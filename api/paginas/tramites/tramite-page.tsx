import type { Tramite } from '../../../content/schemas/tramite';
import { tramiteCard } from '../../../content/tramite-card';
import { renderPage, type Site } from '../../base/http/layout';
import { dateInWords } from '../../base/kernel/local-date';

/** One trámite: what its card may tell, and how to ask for the rest. */
export function tramitePage(site: Site, tramite: Tramite): string {
  const content = site.content();
  const t = content.texts;
  const card = tramiteCard(tramite, content);
  const cuerpo = (
    <div class="ancho lectura">
      <p class="volver">
        <a href="/tramites">{t('web.tramites.volver')}</a>
      </p>
      <h1>{card.titulo}</h1>
      {!tramite.confirmado && <p class="nota">{t('web.tramites.fichaSinConfirmar')}</p>}
      {card.parrafos.map((parrafo) => (
        <p class="tal-cual" key={parrafo}>
          {parrafo}
        </p>
      ))}
      {tramite.suit !== null && (
        <p>
          {t('web.tramites.suit')}: {tramite.suit}
        </p>
      )}
      <div class="acciones">
        <a class="boton" href={`/formulario?tramite=${tramite.id}`}>
          {t('web.tramites.preguntar')}
        </a>
        {card.enlace !== null && (
          <a class="boton secundario" href={card.enlace}>
            {t('web.tramites.enlace')}
          </a>
        )}
      </div>
      {tramite.revisadoEl !== null && (
        <p class="pista">{t('web.tramites.revisado', { fecha: dateInWords(tramite.revisadoEl) })}</p>
      )}
    </div>
  );
  return renderPage(site, { titulo: card.titulo, seccion: '/tramites', cuerpo });
}
