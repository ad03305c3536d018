import { Schema, type Connection, type Model } from 'mongoose';
import type { Canal } from '../../api/base/kernel/vocabulary';
import type { ClaseEnvio, EstadoEnvio } from './envio';

/** A message as it is stored. */
export interface EnvioDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly canal: Canal;
  readonly clase: ClaseEnvio;
  readonly estado: EstadoEnvio;
  /** `rangoOf(estado)`: an update only goes over a lower one. */
  readonly rango: number;
  /** The process that is sending it. */
  readonly por: string;
  /** Blind, to find it by; the id of WhatsApp holds the phone. */
  readonly proveedor?: string;
  /** Sealed. */
  readonly proveedorId?: string;
  readonly codigo?: string;
  readonly facturable?: boolean;
  readonly categoria?: string;
  readonly intentos: number;
  /** Day of Colombia on which it was begun. */
  readonly dia: string;
  readonly creadoEn: Date;
  readonly estadoEn: Date;
}

export const ESQUEMA_ENVIO = 1;
const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const schema = new Schema<EnvioDocument>(
  {
    _id: text,
    entidad: text,
    esquema: count,
    canal: text,
    clase: text,
    estado: text,
    rango: count,
    por: text,
    proveedor: String,
    proveedorId: String,
    codigo: String,
    facturable: Boolean,
    categoria: String,
    intentos: count,
    dia: text,
    creadoEn: { type: Date, required: true },
    estadoEn: { type: Date, required: true },
  },
  { collection: 'envios', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, proveedor: 1 }, { partialFilterExpression: { proveedor: { $exists: true } } });
schema.index({ entidad: 1, estado: 1, estadoEn: 1 });
schema.index({ entidad: 1, canal: 1, dia: 1 });
schema.index({ entidad: 1, creadoEn: 1 });

/** The model of collection `envios`, once its indexes exist. */
export async function openEnvioModel(connection: Connection): Promise<Model<EnvioDocument>> {
  const known = connection.models['Envio'] as Model<EnvioDocument> | undefined;
  const model = known ?? connection.model<EnvioDocument>('Envio', schema);
  await model.createIndexes();
  return model;
}
