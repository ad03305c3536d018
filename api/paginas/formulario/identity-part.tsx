import type { Texts } from '../../../content/texts';
import { MODOS_IDENTIDAD, TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';
import { Radios, Select, TextField } from '../form-fields';
import type { PartProps } from './part-props';

const documentChoices = (t: Texts) => [
  { value: '', label: t('web.formulario.sinDocumento') },
  ...TIPOS_DOCUMENTO.map((value) => ({ value, label: t(`web.documento.${value}`) })),
];

/** Who files, how to answer them, and whether somebody files for them. */
export const IdentityPart = ({ t, field }: PartProps) => (
  <>
    <Radios
      {...field('modo')}
      choices={MODOS_IDENTIDAD.map((value) => ({
        value,
        label: t(`web.modo.${value}`),
        hint: t(`web.modo.${value}_explica`),
      }))}
    />
    <div class="con-nombre">
      <TextField {...field('nombre', 'requerido')} autocomplete="name" />
      <div class="par">
        <Select {...field('tipoDocumento', 'opcional')} choices={documentChoices(t)} />
        <TextField {...field('numeroDocumento', 'opcional')} />
      </div>
      <p class="pista">{t('web.formulario.documentoAyuda')}</p>
      <Contact t={t} field={field} />
      <Representative t={t} field={field} />
    </div>
  </>
);

const Contact = ({ t, field }: PartProps) => (
  <fieldset>
    <legend>
      <h2>{t('web.formulario.contactoLeyenda')}</h2>
    </legend>
    <p class="pista">{t('web.formulario.contactoAyuda')}</p>
    <TextField
      {...field('correo')}
      type="email"
      autocomplete="email"
      hint={t('web.formulario.correoAyuda')}
    />
    <TextField
      {...field('telefono')}
      type="tel"
      autocomplete="tel"
      hint={t('web.formulario.telefonoAyuda')}
    />
    <TextField {...field('direccion')} autocomplete="street-address" />
  </fieldset>
);

function Representative({ t, field }: PartProps) {
  const fields = [
    field('representanteNombre'),
    field('representanteTipo', 'opcional'),
    field('representanteNumero', 'opcional'),
    field('representanteCalidad', 'opcional'),
  ] as const;
  const [nombre, tipo, numero, calidad] = fields;
  return (
    <details open={fields.some(({ value, error }) => value !== '' || error !== undefined)}>
      <summary>{t('paginas.formulario.representanteLeyenda')}</summary>
      <p class="pista">{t('paginas.formulario.representanteAyuda')}</p>
      <TextField {...nombre} />
      <div class="par">
        <Select {...tipo} choices={documentChoices(t)} />
        <TextField {...numero} />
      </div>
      <TextField {...calidad} hint={t('paginas.formulario.representanteCalidadAyuda')} />
    </details>
  );
}
