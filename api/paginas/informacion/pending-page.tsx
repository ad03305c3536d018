import { renderPage, type Site } from '../../base/http/layout';

/** Everything the Alcaldía must still confirm or decide, in the open. */
export function pendingPage(site: Site): string {
  const { texts: t, porConfirmar } = site.content();
  const titulo = t('web.porConfirmar.titulo');
  const cuerpo = (
    <div class="ancho">
      <div class="lectura">
        <h1>{titulo}</h1>
        <p class="entrada">{t('web.porConfirmar.entrada')}</p>
        <p>
          {porConfirmar.length === 0
            ? t('web.porConfirmar.nada')
            : t('web.porConfirmar.cuantos', { cuantos: porConfirmar.length })}
        </p>
      </div>
      {porConfirmar.length > 0 && (
        <table class="tabla">
          <thead>
            <tr>
              <th scope="col">{t('web.porConfirmar.pregunta')}</th>
              <th scope="col">{t('web.porConfirmar.aQuien')}</th>
              <th scope="col">{t('web.porConfirmar.donde')}</th>
            </tr>
          </thead>
          <tbody>
            {porConfirmar.map(({ archivo, clave, pregunta, aQuien }) => (
              <tr key={`${archivo} ${clave} ${pregunta}`}>
                <td>{pregunta}</td>
                <td data-columna={t('web.porConfirmar.aQuien')}>{aQuien}</td>
                <td data-columna={t('web.porConfirmar.donde')}>
                  <code>{`${archivo}: ${clave}`}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}
