import type { Entidad } from '../../../content/schemas/entidad';
import { telefonosConfirmados } from '../../../content/schemas/entidad';
import type { Texts } from '../../../content/texts';
import { Pending } from '../../base/http/footer';
import type { Site } from '../../base/http/layout';
import { Part, textPage } from '../informacion/text-page';

/** Where and when people are attended. What the town has not confirmed is said to be so. */
export function hoursPage(site: Site): string {
  const { texts, entidad, atencion } = site.content();
  const t = (key: string): string => texts(`paginas.horarios.${key}`);
  const places = atencion.lugares.filter(({ confirmado }) => confirmado);
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        <h2>{t('personaTitulo')}</h2>
        <p>{`${entidad.direccion}, ${entidad.municipio}, ${entidad.departamento}`}</p>
        <Hours t={texts} horario={entidad.horario} />
        <p>{t('minimo')}</p>
        {places.length > 0 && <h2>{t('otrosLugares')}</h2>}
        {places.map(({ nombre, direccion, horario }) => (
          <div key={nombre}>
            <p>{`${nombre}: ${direccion}`}</p>
            <Hours t={texts} horario={horario} />
          </div>
        ))}
        <h2>{t('telefonoTitulo')}</h2>
        <Phones t={texts} entidad={entidad} />
        <h2>{t('correoTitulo')}</h2>
        <p>
          <a href={`mailto:${entidad.correo}`}>{entidad.correo}</a>
        </p>
        <Part titulo={t('lineaTitulo')} parrafos={[`${t('linea')} ${t('lineaHabil')}`]} />
      </>
    ),
  });
}

const Hours = ({ t, horario }: { readonly t: Texts; readonly horario: string | null }) =>
  horario === null ? (
    <p>
      {t('paginas.horarios.sinHorario')} <Pending t={t} />
    </p>
  ) : (
    <p>{`${t('paginas.horarios.horario')}: ${horario}`}</p>
  );

function Phones({ t, entidad }: { readonly t: Texts; readonly entidad: Entidad }) {
  const phones = telefonosConfirmados(entidad);
  if (phones.length === 0) {
    return (
      <p>
        {t('paginas.horarios.sinTelefono')} <Pending t={t} />
      </p>
    );
  }
  return (
    <ul>
      {phones.map((numero) => (
        <li key={numero}>
          <a href={`tel:${numero.replaceAll(' ', '')}`}>{numero}</a>
        </li>
      ))}
    </ul>
  );
}
