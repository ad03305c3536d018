import type { Dependencia } from '../../../content/schemas/dependencia';
import { TIPOS_CIUDADANO } from '../../base/kernel/vocabulary';
import { Checkbox, Select, TextArea, TextField } from '../form-fields';
import { FilesPart, type KeptFile } from './files-part';
import type { PartProps } from './part-props';

interface Props extends PartProps {
  /** Files that came before; undefined where files cannot be received. */
  readonly kept?: readonly KeptFile[];
  /** Those whose names citizens may be told. */
  readonly dependencias: readonly Dependencia[];
}

/** What is asked: text, files, place, kind, whom it is against, and what gives it priority. */
export const RequestPart = ({ t, field, kept, dependencias }: Props) => (
  <fieldset>
    <legend>
      <h2>{t('web.formulario.solicitudLeyenda')}</h2>
    </legend>
    <TextArea {...field('texto', 'requerido')} rows={8} hint={t('web.formulario.textoAyuda')} />
    {kept ? <FilesPart t={t} kept={kept} /> : <p class="pista">{t('web.formulario.anexos')}</p>}
    <TextField {...field('lugar', 'opcional')} hint={t('web.formulario.lugarAyuda')} />
    <TextField {...field('asunto', 'opcional')} hint={t('web.formulario.asuntoAyuda')} />
    <KindPart t={t} field={field} />
    <AgainstPart t={t} field={field} dependencias={dependencias} />
    <PriorityPart t={t} field={field} />
  </fieldset>
);

const KindPart = ({ t, field }: PartProps) => (
  <>
    <Select
      {...field('tipo')}
      hint={t('web.formulario.tipoAyuda')}
      choices={[
        { value: '', label: t('web.formulario.tipoNoSe') },
        ...TIPOS_CIUDADANO.map((value) => ({ value, label: t(`tipo.${value}.nombre`) })),
      ]}
    />
    <details>
      <summary>{t('web.formulario.tipoSignifica')}</summary>
      <dl class="definiciones">
        {TIPOS_CIUDADANO.map((tipo) => (
          <div key={tipo}>
            <dt>{t(`tipo.${tipo}.nombre`)}</dt>
            <dd>{t(`tipo.${tipo}.definicion`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  </>
);

/** Whom it is against, open when there is something in it: a complaint is never sent to them. */
function AgainstPart({ t, field, dependencias }: Omit<Props, 'kept'>) {
  const [servidor, dependencia] = [
    field('contraServidor', 'opcional'),
    field('contraDependencia', 'opcional'),
  ];
  const written = [servidor, dependencia].some(({ value, error }) => value !== '' || error !== undefined);
  return (
    <details open={written || field('corrupcion').value !== ''}>
      <summary>{t('paginas.formulario.contraLeyenda')}</summary>
      <p class="pista">{t('paginas.formulario.contraAyuda')}</p>
      <TextField {...servidor} hint={t('paginas.formulario.contraServidorAyuda')} />
      {dependencias.length > 0 && (
        <Select
          {...dependencia}
          choices={[
            { value: '', label: t('paginas.formulario.contraNinguna') },
            ...dependencias.map(({ codigo, nombre }) => ({ value: codigo, label: nombre })),
          ]}
        />
      )}
    </details>
  );
}

function PriorityPart({ t, field }: PartProps) {
  const boxes = [field('menorDeEdad'), field('riesgoDeVida')];
  return (
    <details open={boxes.some(({ value }) => value !== '')}>
      <summary>{t('paginas.formulario.prioridadLeyenda')}</summary>
      {boxes.map((box) => (
        <Checkbox key={box.name} {...box} />
      ))}
    </details>
  );
}
