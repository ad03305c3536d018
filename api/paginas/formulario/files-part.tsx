import type { Texts } from '../../../content/texts';
import { isReceived } from '../../base/anexos/recibos';
import { MAX_ANEXO_BYTES, MAX_ANEXOS } from '../../base/kernel/receive-file';
import { sizeInWords } from '../../constancia/seccion-anexos';
import { fieldId } from '../form-fields';
import type { FormFile } from './read-form';

/** A file that came before, with the receipt that brings it back. */
export interface KeptFile {
  readonly file: FormFile;
  readonly recibo: string;
}

const MIB = 1024 * 1024;

/** A file in words: its size, or why it was not received. */
export const fileInWords = (t: Texts, file: FormFile): string =>
  isReceived(file)
    ? t('paginas.anexo.recibido', { nombre: file.nombre, tamano: sizeInWords(t, file.bytes) })
    : t('paginas.anexo.noRecibido', {
        nombre: file.nombre,
        motivo: t(`constancia.anexos.motivo.${file.motivo}`),
      });

interface Props {
  readonly t: Texts;
  readonly kept: readonly KeptFile[];
}

/** Files to send, and those already received, each of which may be left out. */
export const FilesPart = ({ t, kept }: Props) => (
  <div class="campo">
    {kept.length > 0 && <Received t={t} kept={kept} />}
    <label for={fieldId('archivos')}>
      {t('paginas.formulario.anexos')} <span class="necesidad">({t('web.formulario.opcional')})</span>
    </label>
    <p class="pista" id={`${fieldId('archivos')}-ayuda`}>
      {t('paginas.formulario.anexosAyuda', { maximo: MAX_ANEXOS, megas: MAX_ANEXO_BYTES / MIB })}{' '}
      {t('paginas.formulario.anexosAnonima')}
    </p>
    <input
      type="file"
      multiple
      id={fieldId('archivos')}
      name="archivos"
      aria-describedby={`${fieldId('archivos')}-ayuda`}
    />
  </div>
);

const Received = ({ t, kept }: Props) => (
  <fieldset class="grupo" aria-describedby="recibidos-ayuda">
    <legend>{t('paginas.anexo.yaRecibidos')}</legend>
    <p class="pista" id="recibidos-ayuda">
      {t('paginas.anexo.conservar')}
    </p>
    {kept.map(({ file, recibo }, index) => (
      <div class="opcion" key={recibo}>
        <input type="checkbox" id={`recibo-${index}`} name="recibo" value={recibo} checked />
        <label for={`recibo-${index}`}>{fileInWords(t, file)}</label>
      </div>
    ))}
  </fieldset>
);
