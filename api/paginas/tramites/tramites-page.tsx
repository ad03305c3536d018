import type { ComponentChildren } from 'preact';
import { TEMAS, type Tramite } from '../../../content/schemas/tramite';
import type { Texts } from '../../../content/texts';
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
      {search === '' ? <BySubject t={t} tramites={found} /> : <List tramites={found} />}
    </div>
  );
  return renderPage(site, { titulo, seccion: '/tramites', cuerpo });
}

/** Every trámite, under its subject. */
const BySubject = ({ t, tramites }: { readonly t: Texts; readonly tramites: readonly Tramite[] }) => (
  <>
    {TEMAS.filter((tema) => tramites.some((one) => one.tema === tema)).map((tema) => (
      <section key={tema} aria-labelledby={`tema-${tema}`}>
        <h2 id={`tema-${tema}`}>{t(`comparar.tema.${tema}`)}</h2>
        <List tramites={tramites.filter((one) => one.tema === tema)} sub />
      </section>
    ))}
  </>
);

interface ListProps {
  readonly tramites: readonly Tramite[];
  /** Under a subject, whose heading goes before. */
  readonly sub?: boolean;
}

const List = ({ tramites, sub = false }: ListProps) => (
  <ul class="tarjetas">
    {tramites.map(({ id, nombre, paraQue }) => (
      <li class="tarjeta" key={id}>
        <Title sub={sub}>
          <a href={`/tramites/${id}`}>{nombre}</a>
        </Title>
        <p>{paraQue}</p>
      </li>
    ))}
  </ul>
);

const Title = ({ sub, children }: { readonly sub: boolean; readonly children: ComponentChildren }) =>
  sub ? <h3>{children}</h3> : <h2>{children}</h2>;
