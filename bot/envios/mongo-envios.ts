import type { Connection, Model, mongo } from 'mongoose';
import type { Clock } from '../../api/base/kernel/clock';
import type { Sealing } from '../../api/base/kernel/sealing';
import { grouped, nextInstant } from '../stored/grouped';
import { nativeOf } from '../stored/mongo-native-of';
import { dayOf } from '../../api/base/kernel/coarse-time';
import { type Envio, type EstadoDicho, type EstadoEnvio, keepsProof, rangoOf } from './envio';
import type { Envios, Salida } from './envios';
import { beginning } from './mongo-begin-envios';
import { type EnvioDocument, openEnvioModel } from './mongo-envio-schema';

interface Deps {
  readonly connection: Connection;
  readonly entidad: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  /** Names this process: what it left half done is told apart from what it is doing. */
  readonly proceso: string;
}

type Operation = mongo.AnyBulkWriteOperation<EnvioDocument>;

const CONTEXT = 'envios.proveedorId';
const MOST_OPERATIONS = 256;

/** Messages that providers carry, in collection `envios`, once its indexes exist. */
export async function openMongoEnvios(deps: Deps): Promise<Envios> {
  const model = await openEnvioModel(deps.connection);
  const write = writer(model);
  return {
    ...sending(model, deps, write),
    ...telling(deps, write),
    ...keeping(model, deps),
    ...counting(model, deps),
  };
}

/** Id of the provider as it is looked for. */
const blindId = (sealing: Sealing, proveedorId: string): string =>
  sealing.blind(proveedorId, 'envios.proveedor');

type Write = ReturnType<typeof writer>;

/** Many small changes in one command; each guards itself, and all are done when it resolves. */
const writer = (model: Model<EnvioDocument>) =>
  grouped(
    async (groups: readonly (readonly Operation[])[]) => {
      const operations = groups.flat();
      if (operations.length > 0) await nativeOf(model).bulkWrite(operations, { ordered: true });
      return groups.map(() => undefined);
    },
    MOST_OPERATIONS,
    nextInstant,
  );

function sending(
  model: Model<EnvioDocument>,
  { entidad, sealing, clock, proceso }: Deps,
  write: Write,
): Pick<Envios, 'begin' | 'settle'> {
  const nameOperation = (id: string, proveedorId: string): Operation => {
    const proveedor = blindId(sealing, proveedorId);
    const $set = { proveedor, ...(keepsProof(id) && { proveedorId: sealing.seal(proveedorId, CONTEXT) }) };
    return { updateOne: { filter: { _id: id, entidad }, update: { $set } } };
  };
  return {
    begin: beginning(model, { entidad, proceso, clock }),
    async settle(id, salida) {
      const { estado } = salida;
      const rango = rangoOf(estado);
      const times = timesOf(id, clock.now());
      // What the provider told meanwhile wins; but its own id is kept in any case.
      const over = { _id: id, entidad, rango: { $lte: Math.max(rango, rangoOf('INCIERTO')) } };
      const told: Operation = {
        updateOne: { filter: over, update: { $set: { estado, rango, ...times, ...codigoOf(salida) } } },
      };
      const named = estado === 'ENVIADO' ? [nameOperation(id, salida.proveedorId)] : [];
      await write([told, ...named]);
    },
  };
}

/** Of a conversation no instant stays once its message is on its way. */
const timesOf = (id: string, now: Date) =>
  keepsProof(id) ? { estadoEn: now } : { estadoEn: dayOf(now), creadoEn: dayOf(now) };

const codigoOf = (salida: Salida): { codigo?: string } =>
  'codigo' in salida && salida.codigo !== undefined ? { codigo: salida.codigo } : {};

function telling({ entidad, sealing }: Deps, write: Write): Pick<Envios, 'told'> {
  const operationsOf = ({ de, estado, codigo, en, cobro }: EstadoDicho): Operation[] => {
    const one =
      'id' in de ? { _id: de.id, entidad } : { entidad, proveedor: blindId(sealing, de.proveedorId) };
    const rango = rangoOf(estado);
    const isProof = 'id' in de && keepsProof(de.id);
    const $set = {
      estado,
      rango,
      estadoEn: isProof ? en : dayOf(en),
      ...(codigo !== undefined && { codigo }),
    };
    const moved: Operation = {
      updateOne: { filter: { ...one, rango: { $lt: rango } }, update: { $set } },
    };
    return cobro
      ? [moved, { updateOne: { filter: { ...one, categoria: { $exists: false } }, update: { $set: cobro } } }]
      : [moved];
  };
  return {
    async told(dichos) {
      await write(dichos.flatMap(operationsOf));
    },
  };
}

function keeping(
  model: Model<EnvioDocument>,
  { entidad, sealing, clock }: Deps,
): Pick<Envios, 'find' | 'giveUp' | 'purge'> {
  return {
    async find(id) {
      const found = await model.findOne({ _id: id, entidad }).lean<EnvioDocument>().exec();
      return found ? envioOf(sealing, found) : undefined;
    },
    async giveUp(before) {
      const left = { entidad, estado: 'ENVIANDO', estadoEn: { $lt: before } } as const;
      const $set = {
        estado: 'INCIERTO' as EstadoEnvio,
        rango: rangoOf('INCIERTO'),
        estadoEn: dayOf(clock.now()),
      };
      return (await model.updateMany(left, { $set }).exec()).modifiedCount;
    },
    purge: async (before) =>
      (await model.deleteMany({ entidad, creadoEn: { $lt: before } }).exec()).deletedCount,
  };
}

function counting(model: Model<EnvioDocument>, { entidad }: Deps): Pick<Envios, 'avisosDesde' | 'consumo'> {
  return {
    avisosDesde: (desde) =>
      model.countDocuments({ entidad, creadoEn: { $gte: desde }, clase: 'AVISO' }).exec(),
    async consumo(canal, desde, hasta) {
      const found = await model.aggregate<{ _id: { dia: string; categoria?: string }; mensajes: number }>([
        {
          $match: {
            entidad,
            canal,
            dia: { $gte: desde, $lte: hasta },
            facturable: { $ne: false },
            estado: { $in: ['INCIERTO', 'ENVIADO', 'ENTREGADO', 'LEIDO'] },
          },
        },
        { $group: { _id: { dia: '$dia', categoria: '$categoria' }, mensajes: { $sum: 1 } } },
      ]);
      return found
        .map(({ _id, mensajes }) => ({ dia: _id.dia, categoria: _id.categoria ?? 'service', mensajes }))
        .toSorted((a, b) => `${a.dia}${a.categoria}`.localeCompare(`${b.dia}${b.categoria}`));
    },
  };
}

const envioOf = (
  sealing: Sealing,
  {
    _id,
    canal,
    clase,
    estado,
    proveedorId,
    codigo,
    facturable,
    categoria,
    intentos,
    creadoEn,
    estadoEn,
  }: EnvioDocument,
): Envio => ({
  id: _id,
  canal,
  clase,
  estado,
  ...(proveedorId !== undefined && { proveedorId: sealing.open(proveedorId, CONTEXT) }),
  ...(codigo !== undefined && { codigo }),
  ...(facturable !== undefined && { facturable }),
  ...(categoria !== undefined && { categoria }),
  intentos,
  creadoEn,
  estadoEn,
});
