import type { Tramite } from '../../../content/schemas/tramite';
import { renderPage, type Site } from '../../base/http/layout';
import { TextField } from '../form-fields';
import { searchTramites } from './search-tramites';

/** The catalogue, whole or by words. */
export function tramitesPage(site: Site, search: string): string {
  const { texts: t, tramites } = site.content();
  const found = searchTramites(tramites, search);
  const titulo = t('web.tramites.titulo');
  const cuerpo = (
    <div class="ancho">
      <div class="lectura">
        <h1>{titulo}</h1>
        <p class="entrada">{t('web.tramites.entrada')}</p>
        <form method="get" action="/tramites" role="search" class="busqueda">
          <TextField
            t={t}
            name="q"
            type="search"
            label={t('web.tramites.buscar')}
            hint={t('web.tramites.buscarAyuda')}
            value={search}
          />
          <button class="boton">{t('web.tramites.buscarBoton')}</button>
        </form>
        {search !== '' && (
          <p role="status">
            {t('web.tramites.resultados', { busqueda: search, cuantos: found.length })}{' '}
            <a href="/tramites">{t('web.tramites.todos')}</a>
          </p>
        )}
        {found.length === 0 && (
          <p>
            {t('web.tramites.ninguno')} {t('web.tramites.ningunoAyuda')}
          </p>
        )}
      </div>
      {found.length > 0 && <List tramites={found} />}
    </div>
  );
  return renderPage(site, { titulo, seccion: '/tramites', cuerpo });
}

const List = ({ tramites }: { readonly tramites: readonly Tramite[] }) => (
  <ul class="tarjetas">
    {tramites.map(({ id, nombre, paraQue }) => (
      <li class="tarjeta" key={id}>
        <h2>
          <a href={`/tramites/${id}`}>{nombre}</a>
        </h2>
        <p>{paraQue}</p>
      </li>
    ))}
  </ul>
);
