import { lineasVisibles } from '../../../content/schemas/emergencias';
import { Pending } from '../../base/http/footer';
import type { Site } from '../../base/http/layout';
import { dateInWords } from '../../base/kernel/local-date';
import { textPage } from '../informacion/text-page';

/** The lines that somebody called from the municipality, with the day; and the national number always. */
export function emergencyPage(site: Site): string {
  const { texts, emergencias } = site.content();
  const t = (key: string): string => texts(`paginas.emergencias.${key}`);
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        <ul class="lineas">
          {lineasVisibles(emergencias).map(({ numero, nombre, paraQue, verificadoEl }) => (
            <li key={numero}>
              <a class="boton" href={`tel:${numero.replaceAll(' ', '')}`}>
                {numero} <span>{nombre}</span>
              </a>
              <p>
                {paraQue}.{' '}
                <span class="tenue">
                  {verificadoEl === null
                    ? t('nacional')
                    : texts('paginas.emergencias.verificada', { fecha: dateInWords(verificadoEl) })}
                </span>
              </p>
            </li>
          ))}
        </ul>
        <p>
          {t('resto')} <Pending t={texts} />
        </p>
      </>
    ),
  });
}
