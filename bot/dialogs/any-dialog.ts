import type { Dialog, Step } from './dialog';

/** A dialog whose data only itself knows: what the engine plays. */
export type AnyDialog = Dialog<unknown>;

/** Hides the type of a dialog's data behind its schema, so that dialogs of different data stand in one list. */
export function anyDialog<D>(dialog: Dialog<D>): AnyDialog {
  const { draft, unsaved, documento, anonymous, brief, schema } = dialog;
  const read = (data: unknown): D => schema.parse(data);
  const steps = Object.entries(dialog.steps).map(([name, step]) => [name, anyStep(step, read)] as const);
  return {
    ...dialog,
    schema,
    steps: Object.fromEntries(steps),
    draft: draft && ((data, facts) => draft(read(data), facts)),
    unsaved: unsaved && ((data, facts) => unsaved(read(data), facts)),
    documento: documento && ((data, given, step, facts) => documento(read(data), given, step, facts)),
    anonymous: anonymous && ((data) => anonymous(read(data))),
    brief: brief && ((data) => brief(read(data))),
  };
}

function anyStep<D>(
  { ask, answer, got, freeText, keepsFiles, stands }: Step<D>,
  read: (data: unknown) => D,
): Step<unknown> {
  return {
    ask: ask && ((data, facts) => ask(read(data), facts)),
    answer: answer && ((data, input, facts) => answer(read(data), input, facts)),
    got: got && ((data, result, facts) => got(read(data), result, facts)),
    freeText,
    keepsFiles,
    stands: stands && ((data) => stands(read(data))),
  };
}
