import { Error as MongooseError, Schema, SchemaType, type AnyObject } from 'mongoose';
import { SEALED_FORMAT } from './sealing';

/**
 * Type of a field that only holds sealed values: an unsealed string is refused when it is saved, updated or queried,
 * so that forgetting to seal shows in the first test.
 */
export class Sellado extends SchemaType<string> {
  static schemaName = 'Sellado';

  constructor(path: string, options?: AnyObject) {
    super(path, options, 'Sellado');
  }

  // mongoose quotes the value in its message, and this one is a personal value that nobody sealed: a mark takes its place.
  override cast(value: unknown): string | null | undefined {
    if (value === null || value === undefined) return value;
    if (typeof value === 'string' && SEALED_FORMAT.test(value)) return value;
    throw new MongooseError.CastError('Sellado', '(oculto)', this.path);
  }
}

// mongoose finds a custom type by its name among these.
Object.assign(Schema.Types, { Sellado });

/**
 * How a schema declares such a field: `nombre: sealedField`, or `{ ...sealedField, required: true }`. Its values are
 * strings; mongoose's types only know that of `String` itself, hence the cast.
 */
export const sealedField = { type: Sellado as unknown as StringConstructor } as const;
