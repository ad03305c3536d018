import type { Content } from '../../../content/load-content';
import type { Texts } from '../../../content/texts';
import { isReceived } from '../../base/anexos/recibos';
import { renderPage, type Site } from '../../base/http/layout';
import { FailureRoute } from '../../base/http/other-ways';
import { ErrorSummary } from '../form-fields';
import { Rows, type Row } from '../rows';
import type { CheckedForm } from './check-form';
import { hasPersonalData } from './check-identity';
import { fileInWords, type KeptFile } from './files-part';
import { CAMPOS, type FormValues } from './form-values';
import { summaryRows } from './summary-rows';

interface ReviewPage {
  readonly values: FormValues;
  readonly checked: CheckedForm;
  /** Why it could not be filed just now, in words; trying again is safe. */
  readonly problem?: string;
  readonly kept: readonly KeptFile[];
}

/** Everything as it will be filed, before it is filed (WCAG 3.3.4). The form travels in hidden fields. */
export function reviewPage(site: Site, { values, checked, problem, kept }: ReviewPage): string {
  const content = site.content();
  const t = content.texts;
  const titulo = t('web.revision.titulo');
  const anonymous = checked.identidad.modo === 'ANONIMO';
  const cuerpo = (
    <div class="ancho lectura">
      {problem !== undefined && <Problem content={content} problem={problem} />}
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.revision.entrada')}</p>
      <NotReceived t={t} kept={kept} />
      <Rows t={t} rows={[...summaryRows(content, checked), ...fileRows(t, kept)]} />
      {anonymous && <AnonymousNote t={t} dropped={hasPersonalData(values)} />}
      <form method="post" action="/formulario" enctype="multipart/form-data" class="acciones">
        {CAMPOS.map((campo) => (
          <input key={campo} type="hidden" name={campo} value={values[campo]} />
        ))}
        {kept.map(({ recibo }) => (
          <input key={recibo} type="hidden" name="recibo" value={recibo} />
        ))}
        <input type="hidden" name="clave" value={values.clave} />
        <input type="hidden" name="tramite" value={values.tramite} />
        <button class="boton" name="paso" value="radicar">
          {t('web.revision.radicar')}
        </button>
        <button class="boton secundario" name="paso" value="corregir">
          {t('web.revision.corregir')}
        </button>
      </form>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/formulario', cuerpo });
}

const Problem = ({ content, problem }: { readonly content: Content; readonly problem: string }) => (
  <>
    <ErrorSummary
      titulo={content.texts('web.falla.titulo')}
      nota={content.texts('web.formulario.nadaPerdido')}
      errores={[{ mensaje: problem }]}
    />
    <FailureRoute content={content} />
  </>
);

interface FilesProps {
  readonly t: Texts;
  readonly kept: readonly KeptFile[];
}

/** A file that could not be received never stops a filing; it is said at once, with why. */
function NotReceived({ t, kept }: FilesProps) {
  const refused = kept.filter(({ file }) => !isReceived(file));
  if (refused.length === 0) return null;
  return (
    <section class="nota" role="status">
      <h2>{t('paginas.revision.noRecibidos')}</h2>
      <ul>
        {refused.map(({ file, recibo }) => (
          <li key={recibo}>{fileInWords(t, file)}</li>
        ))}
      </ul>
      <p>{t('paginas.revision.noRecibidosNota')}</p>
    </section>
  );
}

function fileRows(t: Texts, kept: FilesProps['kept']): Row[] {
  const received = kept.filter(({ file }) => isReceived(file)).map(({ file }) => fileInWords(t, file));
  return received.length === 0 ? [] : [[t('paginas.revision.anexos'), received.join('\n')]];
}

const WARNINGS = ['anonimaCodigo', 'anonimaTexto', 'anonimaAnexos', 'anonimaVoz', 'anonimaRed'] as const;

/** What an anonymous person must know before filing: afterwards nobody can tell them. */
const AnonymousNote = ({ t, dropped }: { readonly t: Texts; readonly dropped: boolean }) => (
  <section class="nota">
    <h2>{t('paginas.formulario.anonimaAntes')}</h2>
    <ul>
      {dropped && <li>{t('web.revision.anonimoBorra')}</li>}
      {WARNINGS.map((warning) => (
        <li key={warning}>{t(`paginas.formulario.${warning}`)}</li>
      ))}
    </ul>
  </section>
);
