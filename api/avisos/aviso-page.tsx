import { renderPage, type Site } from '../base/http/layout';
import type { LocalDate } from '../base/kernel/local-date';
import { Rows } from '../paginas/rows';
import { type Aviso, estaALaVista } from './aviso';
import { datesOf } from './avisos-page';

/** One notice at its own address; of a removed one, everything but its text. */
export function avisoPage(site: Site, aviso: Aviso, hoy: LocalDate): string {
  const t = site.content().texts;
  const aLaVista = estaALaVista(aviso, hoy);
  const cuerpo = (
    <article class="ancho lectura">
      <p class="volver">
        <a href="/avisos">{t('avisos.volver')}</a>
      </p>
      <h1>{aviso.titulo}</h1>
      {aviso.libro === 'PRUEBA' && (
        <p class="nota">
          <strong>{t('avisos.prueba')}</strong>
        </p>
      )}
      {aLaVista ? <p class="tal-cual">{aviso.texto}</p> : <p class="nota">{t('avisos.yaRetirado')}</p>}
      <Rows
        t={t}
        rows={[
          [t('avisos.claseNombre'), t(`avisos.clase.${aviso.clase}`)],
          ...(aviso.radicado === undefined ? [] : [[t('avisos.radicado'), aviso.radicado] as const]),
          ...datesOf(t, aviso),
          [t('avisos.huella'), aviso.huella],
        ]}
      />
      <p class="pista">{t('avisos.huellaExplica')}</p>
    </article>
  );
  return renderPage(site, { titulo: aviso.titulo, seccion: '/avisos', cuerpo });
}
