import { mongo } from 'mongoose';

const { BSON } = mongo;

const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };
const DOCUMENT = 3;
const ARRAY = 4;

/** A value alone, read from a document made for it. */
function scalar(type: number, value: Uint8Array): unknown {
  const bytes = Buffer.alloc(8 + value.length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeUInt8(type & 0xff, 4);
  bytes.write('v', 5, 'latin1');
  bytes.set(value, 7);
  return BSON.deserialize(bytes, KEEP_TYPES)['v'];
}

/** A document as a Map: its fields keep their order whatever their names are. */
function asMap(bytes: Uint8Array): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [type, nameAt, nameLength, at, length] of BSON.onDemand.parseToElements(bytes)) {
    const name = Buffer.from(bytes.subarray(nameAt, nameAt + nameLength)).toString('utf8');
    const value = bytes.subarray(at, at + length);
    if (type === DOCUMENT) fields.set(name, asMap(value));
    else if (type === ARRAY) fields.set(name, [...asMap(value).values()]);
    else fields.set(name, scalar(type, value));
  }
  return fields;
}

/**
 * A document that the driver writes exactly as these bytes. JavaScript moves fields with names like `"7"` to the front of
 * an object; the few documents with such fields, or with references, go as a Map.
 */
export function exactDocument(bytes: Buffer): mongo.Document {
  const document = BSON.deserialize(bytes, KEEP_TYPES);
  const same = bytes.equals(BSON.serialize(document, { ignoreUndefined: false }));
  return same ? document : asMap(bytes);
}
