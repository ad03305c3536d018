import type { Run } from './chat-state';
import type { Stage } from './stage';

/** The draft set aside last. */
export const lastParked = (stage: Stage): Run | undefined => stage.state.parked.at(-1);

/** The drafts of a dialog that are set aside, the last one at the end. */
export const parkedOf = (stage: Stage, dialog: string): readonly Run[] =>
  stage.state.parked.filter((run) => run.dialog === dialog);

const without = (parked: readonly Run[], key: string) => parked.filter((run) => run.key !== key);

/** Leaves the dialog in course; if it holds a draft, the draft is set aside and its title given back. */
export function leaveActive(stage: Stage): string | undefined {
  const { active, parked } = stage.state;
  const draft = stage.draftOf(active);
  if (active && draft) stage.change({ parked: [...without(parked, active.key), active] });
  stage.change({ active: undefined });
  return draft?.titulo;
}

/** Sets aside a draft that was not in course yet, behind the others: the last one is the one being spoken of. */
export function parkFirst(stage: Stage, run: Run): void {
  stage.change({ parked: [run, ...stage.state.parked] });
}

/** Brings a draft back; what was in course is left as always. */
export function resumeParked(stage: Stage, run: Run): void {
  leaveActive(stage);
  stage.change({ active: run, parked: without(stage.state.parked, run.key) });
}

/** Drops a draft, wherever it is. Only after the person said so twice. */
export function dropDraft(stage: Stage, key: string): void {
  const { active, parked } = stage.state;
  stage.change({ active: active?.key === key ? undefined : active, parked: without(parked, key) });
}

/** The draft with this key, in course or set aside. */
export const draftRun = (stage: Stage, key: string): Run | undefined =>
  stage.state.active?.key === key ? stage.state.active : stage.state.parked.find((run) => run.key === key);
