import { type Connection, type Model, Schema } from 'mongoose';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import { SEALED_FORMAT } from '../base/sealing/sealing';
import type { Libro } from '../comunicaciones/comunicacion';
import { comunicacionSchema } from '../comunicaciones/mongo-comunicacion-schema';
import type { PqrsdStore } from './apply-orden';
import { type CasesOfPerson, MAX_CASES, RASTROS } from './cases-of-person';
import type { PqrsdByNumber } from './find-pqrsd';
import { ANEXO_PATHS } from './mongo-referred';
import { OPEN_STATES, type Pqrsd } from './pqrsd';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const vista = new Schema({ sha256: text, tipo: text, bytes: number }, { _id: false });

const anexo = new Schema({ sha256: text, tipo: text, bytes: number, vista }, { _id: false });

const mensaje = new Schema(
  {
    n: number,
    de: text,
    sellado: { ...sealedField, required: true },
    anexos: { type: [anexo], required: true },
  },
  { _id: false },
);

const nota = new Schema({ n: number, sellada: { ...sealedField, required: true } }, { _id: false });

const aviso = new Schema({ aviso: text, desfijado: { type: Boolean, required: true } }, { _id: false });

const datos = new Schema(
  {
    tipo: text,
    estado: text,
    prioridad: text,
    modo: text,
    peticionario: sealedField,
    documentoCiego: String,
    correoCiego: String,
    telefonoCiego: String,
    contenido: { ...sealedField, required: true },
    anexos: { type: [anexo], required: true },
    tramite: String,
    dependencia: text,
    sugerida: String,
    verbal: Boolean,
    porEscuchar: Boolean,
    excluidas: { type: [String], default: undefined },
    contraServidor: Boolean,
    conversacionCiega: String,
    conversacion: sealedField,
    relacionadas: { type: [String], default: undefined },
    venceImpreso: text,
    vencimiento: { type: Schema.Types.Mixed, required: true },
    venceEstricto: text,
    vencePrometido: String,
    requerimiento: Schema.Types.Mixed,
    prorrogaDias: Number,
    salida: String,
    notas: { type: [nota], default: undefined },
    mensajes: { type: [mensaje], default: undefined },
    novedadEn: Date,
    avisos: { type: [aviso], default: undefined },
    porAvisar: { type: [Number], default: undefined },
  },
  { _id: false, minimize: false, strict: 'throw' },
);

/** The model of the collection of communications, with what a PQRSD adds. */
export function pqrsdModel(connection: Connection): Model<Pqrsd> {
  const schema = comunicacionSchema({ pqrsd: datos });
  schema.index(
    { entidad: 1, 'pqrsd.estado': 1, 'pqrsd.venceEstricto': 1 },
    { partialFilterExpression: { clase: 'E' } },
  );
  schema.index(
    { entidad: 1, 'pqrsd.estado': 1, 'pqrsd.vencimiento.version': 1 },
    { partialFilterExpression: { clase: 'E' } },
  );
  for (const rastro of RASTROS) {
    schema.index(
      { entidad: 1, [`pqrsd.${rastro}`]: 1, radicadoEn: 1 },
      { partialFilterExpression: { [`pqrsd.${rastro}`]: { $exists: true } } },
    );
  }
  schema.index(
    { entidad: 1, 'pqrsd.porEscuchar': 1, radicadoEn: 1 },
    { partialFilterExpression: { 'pqrsd.porEscuchar': { $exists: true } } },
  );
  schema.index(
    { entidad: 1, 'pqrsd.porAvisar': 1 },
    { partialFilterExpression: { 'pqrsd.porAvisar': { $exists: true } } },
  );
  for (const path of ANEXO_PATHS) {
    schema.index({ entidad: 1, [path]: 1 }, { partialFilterExpression: { [path]: { $exists: true } } });
  }
  return connection.model<Pqrsd>('Comunicacion', schema);
}

/** Throws on a case with a letter or a petitioner that nobody sealed, without quoting them. */
export function assertSealed({ recepcion, pqrsd }: Pqrsd): void {
  for (const value of [pqrsd.contenido, pqrsd.peticionario]) {
    if (value !== undefined && !SEALED_FORMAT.test(value)) throw new Error(`${recepcion} is not sealed`);
  }
}

/** Cases to be changed one at a time. */
export const createMongoPqrsdStore = (model: Model<Pqrsd>, entidad: string): PqrsdStore => ({
  async byId(id) {
    const found = await model.findOne({ _id: id, entidad, pqrsd: { $exists: true } }).lean<Pqrsd>();
    return found ?? undefined;
  },
  async replace(pqrsd) {
    const { pqrsd: datos, eventos, version, porSellar, radicado } = pqrsd;
    const changed = await model.updateOne(
      { _id: pqrsd._id, entidad, version: version - 1 },
      { $set: { pqrsd: datos, eventos, version, porSellar, ...(radicado && { radicado }) } },
    );
    return changed.modifiedCount === 1;
  },
});

/** Open cases told by voice that nobody has listened to, the oldest first. */
export const createMongoPorEscuchar =
  (model: Model<Pqrsd>, entidad: string) =>
  (limit: number): Promise<readonly Pqrsd[]> =>
    model
      .find({ entidad, 'pqrsd.porEscuchar': true, 'pqrsd.estado': { $in: [...OPEN_STATES] } })
      .sort({ radicadoEn: 1 })
      .limit(limit)
      .lean<Pqrsd[]>()
      .exec();

/** Cases by the numbers that people hold. */
export const createMongoPqrsdByNumber = (model: Model<Pqrsd>, entidad: string): PqrsdByNumber => ({
  byRecepcion: (recepcion) =>
    model
      .find({ entidad, libro: { $in: ['OFICIAL', 'PRUEBA'] }, recepcion, pqrsd: { $exists: true } })
      .sort({ _id: 1 })
      .lean<Pqrsd[]>()
      .exec(),
  byRadicado: (radicado) =>
    model
      .find({ entidad, radicado, pqrsd: { $exists: true } })
      .sort({ _id: 1 })
      .limit(4)
      .lean<Pqrsd[]>()
      .exec(),
});

/** Open cases by a blind trace of their person. */
export const createMongoCasesOfPerson = (
  model: Model<Pqrsd>,
  { entidad, libro }: { readonly entidad: string; readonly libro: Libro },
): CasesOfPerson => ({
  openBy: (rastro, ciego, since) =>
    model
      .find({
        entidad,
        [`pqrsd.${rastro}`]: ciego,
        ...(since && { radicadoEn: { $gte: since } }),
        libro,
        'pqrsd.estado': { $in: [...OPEN_STATES] },
      })
      .sort({ radicadoEn: -1 })
      .limit(MAX_CASES)
      .lean<Pqrsd[]>()
      .exec(),
});
