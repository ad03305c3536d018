import type { PorConfirmar } from '../../../content/schemas/por-confirmar';
import { renderPage, type Site } from '../../base/http/layout';

/** Everything the Alcaldía must still confirm or decide, in the open, by who can answer it. */
export function pendingPage(site: Site): string {
  const { texts: t, porConfirmar } = site.content();
  const titulo = t('web.porConfirmar.titulo');
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.porConfirmar.entrada')}</p>
      <p>
        {porConfirmar.length === 0
          ? t('web.porConfirmar.nada')
          : t('web.porConfirmar.cuantos', { cuantos: porConfirmar.length })}
      </p>
      {[...byOffice(porConfirmar)].map(([aQuien, dudas]) => (
        <details class="pendientes" key={aQuien}>
          <summary>{`${aQuien} (${dudas.length})`}</summary>
          <ul>
            {dudas.map(({ archivo, clave, pregunta }) => (
              <li key={`${archivo} ${clave} ${pregunta}`}>
                {pregunta} <code>{`${archivo}: ${clave}`}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}

function byOffice(dudas: readonly PorConfirmar[]): Map<string, PorConfirmar[]> {
  const groups = new Map<string, PorConfirmar[]>();
  for (const duda of dudas) groups.set(duda.aQuien, [...(groups.get(duda.aQuien) ?? []), duda]);
  return groups;
}
