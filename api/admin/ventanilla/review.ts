import { instantInWords } from '../../base/kernel/local-date';
import type { Solicitud } from '../../base/kernel/solicitud';
import type { Texts } from '../../../content/texts';

type Row = readonly [clave: string, valor: string | undefined];

/** All that will be filed, a line each, to be read to the person before the yes. */
export function reviewLines(solicitud: Solicitud, texts: Texts): readonly string[] {
  const { noRecibidos = [], puntos = [] } = solicitud;
  const rows = [
    ...ofTheReceipt(solicitud, texts),
    ...ofThePerson(solicitud, texts),
    ...ofThePetition(solicitud, texts),
  ];
  return [
    ...rows.flatMap(([clave, valor]) => (valor ? [texts(`ventanilla.revise.${clave}`, { valor })] : [])),
    ...puntos.map((valor, index) => texts('ventanilla.revise.punto', { numero: index + 1, valor })),
    ...noRecibidos.map(({ nombre, motivo }) =>
      texts('ventanilla.revise.noRecibido', { nombre, motivo: texts(`constancia.anexos.motivo.${motivo}`) }),
    ),
  ];
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

const ofTheReceipt = ({ canal, recibidoEn, presentacion = {} }: Solicitud, texts: Texts): readonly Row[] => [
  ['canal', texts(`constancia.canal.${canal}`)],
  ['recibido', instantInWords(recibidoEn)],
  ['origen', presentacion.origen],
  ['recibe', joined(presentacion.recibe?.nombre, presentacion.recibe?.cargo)],
  ['verbal', presentacion.verbal && texts('ventanilla.si')],
  ['idioma', presentacion.idioma],
];

function ofThePerson({ identidad }: Solicitud, texts: Texts): readonly Row[] {
  const modo: Row = ['modo', texts(`dialogo.radicar.modo.${identidad.modo}`)];
  if (identidad.modo === 'ANONIMO') return [modo];
  const { nombre, documento, correo, telefono, direccion, representante } = identidad;
  return [
    modo,
    ['nombre', nombre],
    ['documento', documento && `${documento.tipo} ${documento.numero}`],
    ['contacto', joined(correo, telefono, direccion)],
    ['representante', joined(representante?.nombre, representante?.calidad)],
  ];
}

const ofThePetition = (solicitud: Solicitud, texts: Texts): readonly Row[] => {
  const { tipo, texto, lugar, contra, anexos, presentacion = {} } = solicitud;
  return [
    ['tipo', texts(`tipo.${tipo}.nombre`)],
    ['objeto', presentacion.objeto],
    ['razones', presentacion.razones],
    ['texto', texto],
    ['lugar', lugar],
    ['contra', contra?.servidor ?? contra?.dependencia],
    ['archivos', joined(...anexos.map(({ nombre }) => nombre))],
    ['falta', presentacion.falta],
  ];
};
