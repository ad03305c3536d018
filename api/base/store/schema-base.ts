import type { SchemaOptions } from 'mongoose';

/** Fields of every document: the town it belongs to, and the version of its shape. Readers accept n and n-1. */
export const schemaBase = {
  entidad: { type: String, required: true },
  esquema: { type: Number, required: true },
} as const;

/** Options of every schema: nothing unknown, nothing by itself, and what is given is kept even when it is empty. */
export const schemaOptions = {
  strict: 'throw',
  versionKey: false,
  timestamps: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies SchemaOptions;
