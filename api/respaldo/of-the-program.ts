import { RESTORE_MARK } from '../base/instalacion/mongo-restore-mark';

const NAMES: ReadonlySet<string> = new Set([
  'barridos',
  'instalacion',
  'latidos',
  'revisiones',
  RESTORE_MARK,
]);

/** Collections that every program fills anew when it starts: what they hold is nobody's. */
export const isOfTheProgram = (collection: string): boolean => NAMES.has(collection);
