import type { CuentaDelPlazo } from '../../base/kernel/seguimiento';
import type { DiaPrueba, Prueba } from '../../terminos/prueba';

/** The proof of a due date as its person can follow it: from when, how many days, and which were skipped. */
export function cuentaDelPlazo({
  recibido,
  efectivo,
  termino,
  prorroga,
  dias,
  pausa,
  resultado,
}: Prueba): CuentaDelPlazo {
  const primerDia = dias.find((dia) => 'cuenta' in dia && dia.cuenta === 1)?.fecha;
  return {
    recibido,
    efectivo,
    dias: termino,
    prorroga,
    ...(primerDia && { primerDia }),
    ultimoDia: resultado,
    festivos: dias.filter(isHoliday).map(({ fecha, nombre }) => ({ fecha, nombre })),
    locales: dias.filter(isLocal).map(({ fecha, decreto }) => ({ fecha, acto: decreto })),
    ...(pausa && { pausa: { desde: pausa.requerido, hasta: pausa.reanuda } }),
  };
}

type Omitido<M> = Extract<DiaPrueba, { omitido: M }>;

const isHoliday = (dia: DiaPrueba): dia is Omitido<'FESTIVO'> =>
  'omitido' in dia && dia.omitido === 'FESTIVO';

const isLocal = (dia: DiaPrueba): dia is Omitido<'LOCAL'> => 'omitido' in dia && dia.omitido === 'LOCAL';
