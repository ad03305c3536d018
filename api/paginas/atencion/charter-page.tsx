import { Pending } from '../../base/http/footer';
import { OtherWays } from '../../base/http/other-ways';
import type { Site } from '../../base/http/layout';
import { dateInWords } from '../../base/kernel/local-date';
import { textPage } from '../informacion/text-page';

/**
 * The carta de trato digno (CPACA 7): what the law demands, and whether the town adopted it this year.
 * @param anio the year in course: the charter is to be updated each year.
 */
export function charterPage(site: Site, anio: number): string {
  const content = site.content();
  const { texts, atencion } = content;
  const t = (key: string): string => texts(`paginas.tratoDigno.${key}`);
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        <Adoption site={site} anio={anio} />
        <h2>{t('deberesTitulo')}</h2>
        <ul>
          {atencion.carta.deberes
            .filter(({ confirmado }) => confirmado)
            .map(({ texto, norma }) => (
              <li key={texto}>
                {texto} <span class="tenue">({norma})</span>
              </li>
            ))}
        </ul>
        <h2>{t('canalesTitulo')}</h2>
        <ul class="enlaces">
          <li>
            <a href="/formulario">{t('canalWeb')}</a>
          </li>
          <li>
            <a href="/formulario?asunto=queja">{t('canalQueja')}</a>
          </li>
        </ul>
        <OtherWays content={content} />
      </>
    ),
  });
}

function Adoption({ site, anio }: { readonly site: Site; readonly anio: number }) {
  const { texts, atencion } = site.content();
  const { adopcion } = atencion.carta;
  if (adopcion === null) {
    return (
      <p class="nota">
        {texts('paginas.tratoDigno.sinAdoptar')} <Pending t={texts} />
      </p>
    );
  }
  const { acto, fecha } = adopcion;
  const adopted = Number(fecha.slice(0, 4));
  return (
    <>
      <p>{texts('paginas.tratoDigno.adoptada', { acto, fecha: dateInWords(fecha) })}</p>
      {adopted < anio && <p class="nota">{texts('paginas.tratoDigno.atrasada', { anio: adopted })}</p>}
    </>
  );
}
