import { BSONRegExp, Binary, Decimal128, Double, Int32, Long, type ObjectId, Timestamp } from 'bson';
import { TYPE, isObject, typeName, typeOf } from './types';

function numberText(value: unknown): string | undefined {
  if (value instanceof Double)
    return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  if (value instanceof Int32 || value instanceof Long || value instanceof Decimal128) return value.toString();
  return typeof value === 'number' ? String(value) : undefined;
}

function listText(open: string, items: readonly string[], close: string): string {
  return items.length > 0 ? `${open} ${items.join(', ')} ${close}` : `${open}${close}`;
}

function classText(value: unknown): string | undefined {
  if (typeOf(value) === TYPE.objectId) return `ObjectId('${(value as ObjectId).toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (value instanceof Binary)
    return `BinData(${value.sub_type}, ${Buffer.from(value.value()).toString('hex').toUpperCase()})`;
  return undefined;
}

/** A value as MongoDB's messages write it: `"text"`, `1.0`, `ObjectId('…')`, `{ a: 1 }`. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return listText('[', value.map(valueText), ']');
  const own = classText(value) ?? numberText(value);
  if (own !== undefined) return own;
  if (typeof value === 'boolean') return String(value);
  if (!isObject(value)) return value === null || value === undefined ? 'null' : typeName(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${valueText(inner)}`);
  return listText('{', fields, '}');
}
