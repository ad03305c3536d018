import type { Texts } from '../../../content/texts';
import type { Seguimiento } from '../../base/kernel/seguimiento';
import { changesInWords, countInWords } from '../../base/kernel/seguimiento-in-words';

/** Where the date comes from, and why it moved. */
export function CaseDates({ t, caso }: { readonly t: Texts; readonly caso: Seguimiento }) {
  const changes = changesInWords(caso, t);
  return (
    <>
      {changes.length > 0 && (
        <>
          <h2>{t('seguimiento.cambio.titulo')}</h2>
          <Lines lines={changes} />
        </>
      )}
      <details>
        <summary>{t('seguimiento.cuenta.titulo')}</summary>
        <Lines lines={countInWords(caso, t)} />
      </details>
    </>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
