import type { Option } from '../channel';

/** Limits of WhatsApp, in UTF-16 units: never fewer than code points, whichever Meta counts. */
export const LIMITS = {
  text: 4_096,
  interactiveBody: 1_024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  rows: 10,
  rowTitle: 24,
  rowId: 200,
  caption: 1_024,
} as const;

/** Whether options are few and short enough for buttons, and there is any. */
export const fitButtons = (opciones: readonly Option[]): boolean =>
  fit(opciones, LIMITS.buttons, LIMITS.buttonTitle, LIMITS.buttonId);

export const fitRows = (opciones: readonly Option[]): boolean =>
  fit(opciones, LIMITS.rows, LIMITS.rowTitle, LIMITS.rowId);

/** Titles and ids within the limits, none of them twice. */
function fit(opciones: readonly Option[], most: number, titleLimit: number, idLimit: number): boolean {
  const isShort = opciones.every(
    ({ id, titulo }) => titulo.length > 0 && titulo.length <= titleLimit && id.length <= idLimit,
  );
  const differ = (values: readonly string[]) => new Set(values).size === values.length;
  const isSome = opciones.length > 0 && opciones.length <= most;
  return (
    isSome && isShort && differ(opciones.map(({ id }) => id)) && differ(opciones.map(({ titulo }) => titulo))
  );
}
