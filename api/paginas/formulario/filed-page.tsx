import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { dateInWords, instantInWords } from '../../base/kernel/local-date';
import type { Acuse } from '../../base/kernel/solicitud';
import { CaseButton } from '../case-button';
import { ConstanciaButtons } from '../constancia/constancia-buttons';
import { Rows, type Row } from '../rows';

/** What the citizen holds after filing: number, code, due date in words, and what to do with them. */
export function filedPage(site: Site, acuse: Acuse): string {
  const t = site.content().texts;
  const titulo = t(acuse.radicado ? 'web.radicado.titulo' : 'web.radicado.tituloRecepcion');
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      {acuse.prueba && <p class="nota">{t('web.marco.prueba')}</p>}
      {acuse.repetido && <p class="nota">{t('web.radicado.repetido')}</p>}
      <Receipt t={t} acuse={acuse} />
      <p class="nota">{t('web.radicado.guarde')}</p>
      <Rows t={t} rows={facts(t, acuse)} />
      <Actions t={t} acuse={acuse} />
      <p>
        <a href="/formulario">{t('web.radicado.otra')}</a>
      </p>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/formulario', cuerpo, scripts: ['/mejoras.js'] });
}

interface PartProps {
  readonly t: Texts;
  readonly acuse: Acuse;
}

const Receipt = ({ t, acuse }: PartProps) => (
  <div class="comprobante">
    <dl class="claves">
      <div>
        <dt>{t(acuse.radicado ? 'web.radicado.numero' : 'web.radicado.recepcion')}</dt>
        <dd class="numero">{acuse.radicado ?? acuse.recepcion}</dd>
      </div>
      <div>
        <dt>{t('web.radicado.codigo')}</dt>
        <dd class="numero">{acuse.codigo}</dd>
      </div>
    </dl>
    {!acuse.radicado && <p>{t('web.radicado.esperaRadicado')}</p>}
    <p class="plazo">
      {t(acuse.plazoPorConfirmar ? 'web.radicado.estimadaFrase' : 'web.radicado.venceFrase', {
        fecha: dateInWords(acuse.vence),
      })}
    </p>
  </div>
);

function facts(t: Texts, { radicado, recepcion, tipo, recibidoEn, radicadoEn }: Acuse): Row[] {
  const twoNumbers = radicado !== undefined && radicado !== recepcion;
  return [
    ...(twoNumbers ? [[t('web.radicado.recepcion'), recepcion] as const] : []),
    [t('web.radicado.tipo'), t(`tipo.${tipo}.nombre`)],
    [t('web.radicado.recibido'), instantInWords(recibidoEn)],
    // The time is that of our number, whoever gives the official one.
    [
      t(radicado === recepcion ? 'web.radicado.radicado' : 'web.radicado.numerado'),
      instantInWords(radicadoEn),
    ],
  ];
}

function Actions({ t, acuse }: PartProps) {
  const keys = { numero: acuse.radicado ?? acuse.recepcion, codigo: acuse.codigo };
  return (
    <div class="acciones">
      <ConstanciaButtons t={t} keys={keys} />
      <CaseButton action="/seguimiento" label={t('web.radicado.seguimiento')} {...keys} secondary />
      <button type="button" class="boton secundario" data-imprimir hidden>
        {t('web.radicado.imprimir')}
      </button>
    </div>
  );
}
