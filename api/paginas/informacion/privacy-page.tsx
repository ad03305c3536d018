import { Pending } from '../../base/http/footer';
import type { Site } from '../../base/http/layout';
import { ListPart, Part, textPage } from './text-page';

/** The privacy notice: who, what for, rights and how to use them (Ley 1581 de 2012). It informs and asks nothing. */
export function privacyPage(site: Site): string {
  const { texts, entidad } = site.content();
  const t = (key: string): string => texts(`web.privacidad.${key}`);
  const { nombre, direccion, correo } = entidad;
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        <Part
          titulo={t('responsableTitulo')}
          parrafos={[texts('web.privacidad.responsable', { nombre, direccion, correo })]}
        />
        <Part titulo={t('paraQueTitulo')} parrafos={[t('paraQue'), t('noMas')]} />
        <Part titulo={t('autorizacionTitulo')} parrafos={[t('autorizacion')]} />
        <Part titulo={t('anonimaTitulo')} parrafos={[t('anonima')]} />
        <Part titulo={t('guardaTitulo')} parrafos={[t('guarda'), t('registro'), t('cookies')]} />
        <Part titulo={t('sensiblesTitulo')} parrafos={[t('sensibles'), t('menores')]} />
        <ListPart
          titulo={t('derechosTitulo')}
          puntos={[1, 2, 3, 4, 5, 6].map((number) => t(`derecho${number}`))}
        />
        <p>{t('limite')}</p>
        <p>
          {t('ejercer')} <a href="/formulario">{t('ejercerEnlace')}</a>
        </p>
        <p>{t('cambios')}</p>
        <p class="nota">
          {t('pendiente')} <Pending t={texts} />
        </p>
      </>
    ),
  });
}
