import type { Office } from '../../api/office';
import { valueOf } from '../../api/base/kernel/result';
import type { Solicitud } from '../../api/base/kernel/solicitud';
import { inParallel, latencies, row, type Row } from './row';

const solicitud = (i: number): Solicitud => ({
  clave: `banco-${process.pid}-${performance.now()}-${i}`,
  canal: 'API',
  texto: `La lámpara de la esquina número ${i} lleva una semana apagada y de noche no se ve nada.`,
  tipo: 'RECLAMO',
  identidad: { modo: 'IDENTIFICADO', nombre: `Persona ${i}`, correo: `persona${i}@ejemplo.co` },
  anexos: [],
  recibidoEn: new Date(),
});

/** Filings through the use case: 64 at once, then one at a time. */
export async function filingBench({ filePqrsd }: Office, total: number): Promise<Row[]> {
  const file = async (i: number) => valueOf(await filePqrsd(solicitud(i)));
  await inParallel(64, 256, file);
  const many = await inParallel(64, total, file);
  const one = await inParallel(1, 200, file);
  return [
    row('radicar, 64 a la vez', many.perSecond, '/s'),
    ...latencies('radicar, 64 a la vez', many.samples),
    row('radicar, de a uno', one.perSecond, '/s'),
    ...latencies('radicar, de a uno', one.samples),
  ];
}

/** Filing and tracking once the book holds `size` cases; fills it up to there first. */
export async function atSize(office: Office, size: number): Promise<Row[]> {
  const filed: { recepcion: string; codigo: string }[] = [];
  const present = await office.model.estimatedDocumentCount();
  const file = async (i: number) => filed.push(valueOf(await office.filePqrsd(solicitud(i))));
  await inParallel(64, Math.max(64, size - present), file);
  const filing = await inParallel(1, 100, file);
  const tracking = await inParallel(1, 300, async (i) => {
    const { recepcion, codigo } = filed[(i * 7919) % filed.length] ?? { recepcion: '', codigo: '' };
    valueOf(await office.track(recepcion, codigo));
  });
  return [
    ...latencies(`radicar con ${size} casos`, filing.samples),
    ...latencies(`consultar con ${size} casos`, tracking.samples),
  ];
}
