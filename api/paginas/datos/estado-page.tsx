import { renderPage, type Site } from '../../base/http/layout';
import type { EstadoEnlace } from '../../base/kernel/datos-por-enlace';

/** What a link came to, other than a form to be sent. */
export type FinEnlace = 'RECIBIDO' | Exclude<EstadoEnlace, 'VIGENTE'>;

/** What happened with a link and what to do next. */
export function estadoPage(site: Site, fin: FinEnlace): string {
  const t = site.content().texts;
  const titulo = t(`datosEnlace.estado.${fin}.titulo`);
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p class="entrada">{t(`datosEnlace.estado.${fin}.texto`)}</p>
      {fin === 'TERMINADO' && (
        <p>
          <a href="/seguimiento">{t('datosEnlace.seguimiento')}</a>
        </p>
      )}
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}
