import type { Texts } from '../../content/texts';
import { dateInWords, instantInWords } from '../base/kernel/local-date';
import type { AnexoNoRecibido } from '../base/kernel/solicitud';
import type { Sealing } from '../base/kernel/sealing';
import { whyNotReceived } from '../base/kernel/why-not-received';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openContenido, openMensaje, openPeticionario } from '../pqrsd/seal-case';
import { lastEscuchada } from '../constancia/escuchada';

interface Deps {
  readonly texts: Texts;
  readonly sealing: Sealing;
  /** Whether who files a confidential case is shown: who asks said why, and it is recorded. */
  readonly identidad: boolean;
  /** Reception numbers of the alike that who asks may see. */
  readonly relacionadas: readonly string[];
}

type Line = string | undefined | false;

const lines = (...found: readonly (Line | readonly Line[])[]): string[] =>
  found.flat().filter((line): line is string => typeof line === 'string' && line !== '');

/** Everything of one case, as who answers for it reads it; with an empty line between its parts. */
export function casoInWords(caso: Pqrsd, deps: Deps): string {
  return [
    heading(caso, deps),
    asked(caso, deps),
    who(caso, deps),
    files(caso, deps),
    said(caso, deps),
    history(caso, deps),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function heading(caso: Pqrsd, { texts: t }: Deps): string[] {
  const { pqrsd, recepcion, radicado, libro, recibidoEn, radicadoEn, canal } = caso;
  const { vencimiento, venceImpreso, venceEstricto } = pqrsd;
  return lines(
    libro === 'PRUEBA' && t('dialogo.prueba'),
    t('caso.titulo', { numero: radicado ?? recepcion, tipo: t(`tipo.${pqrsd.tipo}.nombre`) }),
    radicado !== recepcion && t('caso.recepcion', { numero: recepcion }),
    t('caso.estado', { estado: t(`estado.${pqrsd.estado}.nombre`), prioridad: pqrsd.prioridad }),
    t('caso.recibida', { instante: instantInWords(recibidoEn), canal: t(`constancia.canal.${canal}`) }),
    recibidoEn.getTime() !== radicadoEn.getTime() &&
      t('caso.radicada', { instante: instantInWords(radicadoEn) }),
    t('caso.vence', {
      fecha: dateInWords(vencimiento.fecha),
      impresa: dateInWords(venceImpreso),
      estricta: dateInWords(venceEstricto),
    }),
    t('caso.cuenta', {
      dias: vencimiento.diasTermino,
      efectivo: dateInWords(vencimiento.prueba.efectivo),
      norma: vencimiento.prueba.norma,
    }),
    t('caso.dependencia', { codigo: pqrsd.dependencia }),
    pqrsd.sugerida && t('bandeja.sugerida', { codigo: pqrsd.sugerida }),
    pqrsd.excluidas && t('caso.excluidas', { codigos: pqrsd.excluidas.join(', ') }),
  );
}

function asked(caso: Pqrsd, { texts: t, sealing }: Deps): string[] {
  const { texto, asunto, lugar, puntos = [], contra } = openContenido(caso, sealing);
  const { tramite } = caso.pqrsd;
  const blamed = [contra?.servidor, contra?.dependencia].filter(Boolean).join(', ');
  return lines(
    asunto && t('caso.asunto', { asunto }),
    lugar && t('caso.lugar', { lugar }),
    tramite && t('caso.tramite', { tramite }),
    told(caso, { texts: t, sealing }),
    blamed && t('caso.contra', { contra: blamed }),
    texto.trim() !== '' && [t('caso.texto'), texto],
    puntos.length > 0 && [t('caso.puntos'), ...puntos.map((punto, i) => `${i + 1}. ${punto}`)],
  );
}

/** How it was presented when its person did not type it, and what who listened wrote. */
function told(caso: Pqrsd, { texts: t, sealing }: Pick<Deps, 'texts' | 'sealing'>): string[] {
  const { origen, idioma, falta, ...received } = openContenido(caso, sealing).presentacion ?? {};
  const { objeto, razones, recibe } = { ...received, ...lastEscuchada(caso, sealing) };
  const { verbal } = caso.pqrsd;
  return lines(
    verbal && t('caso.verbal', { recibe: recibe?.nombre ?? t('constancia.porConfirmar') }),
    verbal && objeto === undefined && t('caso.sinEscuchar'),
    objeto && t('caso.objeto', { objeto }),
    razones && t('caso.razones', { razones }),
    origen && t('caso.origen', { origen }),
    idioma && t('caso.idioma', { idioma }),
    falta && t('caso.falta', { falta }),
  );
}

function who(caso: Pqrsd, { texts: t, sealing, identidad }: Deps): string[] {
  const { modo } = caso.pqrsd;
  if (modo === 'ANONIMO') return [t('caso.anonima')];
  if (modo === 'CONFIDENCIAL' && !identidad) return [t('caso.confidencial')];
  const person = openPeticionario(caso, sealing);
  if (!person) return [];
  const { nombre, documento, correo, telefono, direccion, representante } = person;
  return lines(
    t('caso.quien'),
    nombre && t('caso.nombre', { nombre }),
    documento && t('caso.documento', { documento: `${documento.tipo} ${documento.numero}` }),
    correo && t('caso.correo', { correo }),
    telefono && t('caso.telefono', { telefono }),
    direccion && t('caso.direccion', { direccion }),
    representante && t('caso.representante', { nombre: representante.nombre }),
  );
}

function files(caso: Pqrsd, { texts: t, sealing }: Deps): string[] {
  const { nombresAnexos, noRecibidos = [] } = openContenido(caso, sealing);
  const { anexos } = caso.pqrsd;
  return lines(
    anexos.length > 0 && t('caso.archivos', { cuantos: anexos.length }),
    anexos.map(({ sha256, tipo, bytes }, i) =>
      t('caso.archivo', { n: i + 1, nombre: nombresAnexos[i] ?? '', tipo, bytes, sha256 }),
    ),
    refused(noRecibidos, t),
  );
}

const refused = (noRecibidos: readonly AnexoNoRecibido[], t: Texts): string[] =>
  noRecibidos.map(({ nombre, motivo }) =>
    t('caso.noRecibido', { nombre, motivo: whyNotReceived(t, motivo) }),
  );

function said(caso: Pqrsd, { texts: t, sealing, relacionadas }: Deps): string[] {
  const { mensajes = [] } = caso.pqrsd;
  return lines(
    relacionadas.length > 0 && t('caso.relacionadas', { numeros: relacionadas.join(', ') }),
    mensajes.length > 0 && t('caso.mensajes'),
    mensajes.flatMap(({ n, de, sellado }) => {
      const { texto, nombresAnexos, noRecibidos = [] } = openMensaje(sellado, sealing);
      const en = caso.eventos[n - 1]?.en;
      const instante = en ? instantInWords(en) : '';
      return [
        t('caso.mensaje', { instante, de: t(`caso.de${de}`), texto }),
        ...nombresAnexos.map((nombre) => `  - ${nombre}`),
        ...refused(noRecibidos, t),
      ];
    }),
  );
}

const history = ({ eventos }: Pqrsd, { texts: t }: Deps): string[] => [
  t('caso.historia'),
  ...eventos.map(({ n, tipo, en }) => t('caso.evento', { n, instante: instantInWords(en), tipo })),
];
