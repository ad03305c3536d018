import { Pending } from '../../base/http/footer';
import type { Site } from '../../base/http/layout';
import { lineasVisibles } from '../../../content/schemas/emergencias';
import { ListPart, textPage } from '../informacion/text-page';

const OPTIONS = ['identificado', 'reserva', 'anonima'] as const;

/** The space to report corruption of the town's servants that Ley 1474 de 2011, art. 76, asks of its main page. */
export function corruptionPage(site: Site): string {
  const content = site.content();
  const t = (key: string): string => content.texts(`paginas.corrupcion.${key}`);
  const [line] = lineasVisibles(content.emergencias);
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        {line && <p class="nota">{content.texts('paginas.corrupcion.peligro', { numero: line.numero })}</p>}
        <p class="acciones">
          <a class="boton" href="/formulario?asunto=corrupcion">
            {t('boton')}
          </a>
        </p>
        <ListPart titulo={t('queTitulo')} puntos={[1, 2, 3, 4].map((n) => t(`que${n}`))} />
        <h2>{t('comoTitulo')}</h2>
        <dl class="definiciones">
          {OPTIONS.map((option) => (
            <div key={option}>
              <dt>{t(option)}</dt>
              <dd>{t(`${option}Texto`)}</dd>
            </div>
          ))}
        </dl>
        <ListPart titulo={t('cuidadoTitulo')} puntos={[1, 2, 3, 4, 5].map((n) => t(`cuidado${n}`))} />
        <h2>{t('contraTitulo')}</h2>
        <p>{t('contra')}</p>
        <Others site={site} />
        <p class="pista">{t('norma')}</p>
      </>
    ),
  });
}

/** Only those that the town has confirmed; without any, it says so. */
function Others({ site }: { readonly site: Site }) {
  const { texts, atencion } = site.content();
  const confirmed = atencion.otrasAutoridades.filter(({ confirmado }) => confirmado);
  return (
    <>
      <h2>{texts('paginas.corrupcion.otrasTitulo')}</h2>
      {confirmed.length === 0 ? (
        <p>
          {texts('paginas.corrupcion.otrasPendiente')} <Pending t={texts} />
        </p>
      ) : (
        <>
          <p>{texts('paginas.corrupcion.otras')}</p>
          <ul>
            {confirmed.map(({ nombre, paraQue, enlace }) => (
              <li key={nombre}>
                {enlace === null ? nombre : <a href={enlace}>{nombre}</a>}. {paraQue}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
