import type { Texts } from '../../../content/texts';
import type { AvisoPublicado } from '../../base/kernel/seguimiento';

interface CaseAvisosProps {
  readonly t: Texts;
  readonly avisos: readonly AvisoPublicado[];
}

/** The public notices about a case; nothing when there is none. */
export const CaseAvisos = ({ t, avisos }: CaseAvisosProps) =>
  avisos.length === 0 ? null : (
    <section aria-labelledby="avisos-del-caso">
      <h2 id="avisos-del-caso">{t('seguimiento.aviso.titulo')}</h2>
      <ul>
        {avisos.map(({ aviso, desfijado }, at) => (
          <li key={aviso}>
            <a href={`/avisos/${aviso}`}>
              {t(desfijado ? 'seguimiento.aviso.retirado' : 'seguimiento.aviso.publicado', {
                numero: at + 1,
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
