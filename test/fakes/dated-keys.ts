import { newKeyFile, parseKeys, type Keys } from '../../api/base/sealing/keys';

/** A town that changed its key: `retired` signed until `changed`, the one in force from then on. */
export function datedTown(started: Date, changed: Date): { readonly keys: Keys; readonly retired: Keys } {
  const [old, now] = [started, changed].map((desde) => JSON.parse(newKeyFile('PROPIA', desde)));
  const retired = parseKeys(JSON.stringify(old));
  const keys = parseKeys(JSON.stringify({ ...now, firma: [...old.firma, ...now.firma] }));
  return { keys, retired };
}
