import type { ComponentChildren } from 'preact';
import type { Content } from '../../../content/load-content';
import { telefonosConfirmados } from '../../../content/schemas/entidad';
import type { Texts } from '../../../content/texts';

const LINKS = [
  ['/avisos', 'web.menu.avisos'],
  ['/denuncie-corrupcion', 'paginas.menu.corrupcion'],
  ['/horarios', 'paginas.menu.horarios'],
  ['/trato-digno', 'paginas.menu.tratoDigno'],
  ['/emergencias', 'paginas.menu.emergencias'],
  ['/verificar', 'web.menu.verificar'],
  ['/privacidad', 'web.menu.privacidad'],
  ['/accesibilidad', 'web.menu.accesibilidad'],
  ['/disponibilidad', 'paginas.menu.disponibilidad'],
  ['/por-confirmar', 'web.menu.porConfirmar'],
] as const;

/** The end of every page, always the same and in the same place: how to reach a person (WCAG 3.2.6). */
export function Footer({ content }: { readonly content: Content }) {
  const { texts: t, entidad } = content;
  const site = new URL(entidad.sitioWeb);
  return (
    <footer class="pie">
      <div class="ancho pie-columnas">
        <section aria-labelledby="ayuda-titulo">
          <h2 id="ayuda-titulo">{t('web.marco.ayuda')}</h2>
          <p>{t('web.marco.ayudaTexto')}</p>
          <dl class="datos">
            <Contact name={t('web.marco.correo')}>
              <a href={`mailto:${entidad.correo}`}>{entidad.correo}</a>
            </Contact>
            <Contact name={t('web.marco.telefono')}>
              <Phones content={content} />
            </Contact>
            <Contact name={t('web.marco.direccion')}>
              {`${entidad.direccion}, ${entidad.municipio}, ${entidad.departamento}`}
            </Contact>
            <Contact name={t('web.marco.horario')}>{entidad.horario ?? <Pending t={t} />}</Contact>
            <Contact name={t('web.marco.sitio')}>
              <a href={site.href}>{site.host}</a>
            </Contact>
          </dl>
        </section>
        <section aria-labelledby="enlaces-titulo">
          <h2 id="enlaces-titulo">{t('web.marco.enlaces')}</h2>
          <ul class="enlaces">
            {LINKS.map(([path, key]) => (
              <li key={path}>
                <a href={path}>{t(key)}</a>
              </li>
            ))}
          </ul>
          <p>{t('web.marco.gratis')}</p>
        </section>
      </div>
    </footer>
  );
}

interface ContactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

const Contact = ({ name, children }: ContactProps) => (
  <div>
    <dt>{name}</dt> <dd>{children}</dd>
  </div>
);

function Phones({ content }: { readonly content: Content }) {
  const phones = telefonosConfirmados(content.entidad);
  if (phones.length === 0) return <Pending t={content.texts} />;
  return (
    <>
      {phones.map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
        </span>
      ))}
    </>
  );
}

/** The mark of a fact that the Alcaldía has not confirmed and so is not told. */
export const Pending = ({ t }: { readonly t: Texts }) => (
  <a class="pendiente" href="/por-confirmar">
    {t('web.marco.porConfirmar')}
  </a>
);
