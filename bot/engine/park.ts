import type { Run } from './chat-state';
import type { Stage } from './stage';

/** The draft set aside last. */
export const lastParked = (stage: Stage): Run | undefined => stage.state.parked.at(-1);

export const parkedOf = (stage: Stage, dialog: string): Run | undefined =>
  stage.state.parked.find((run) => run.dialog === dialog);

/** Leaves the dialog in course; if it holds a draft, the draft is set aside and its title given back. */
export function leaveActive(stage: Stage): string | undefined {
  const { active, parked } = stage.state;
  const draft = stage.draftOf(active);
  if (active && draft) {
    stage.change({ parked: [...parked.filter(({ dialog }) => dialog !== active.dialog), active] });
  }
  stage.change({ active: undefined });
  return draft?.titulo;
}

/** Brings a draft back; what was in course is left as always. */
export function resumeParked(stage: Stage, run: Run): void {
  leaveActive(stage);
  stage.change({ active: run, parked: stage.state.parked.filter(({ dialog }) => dialog !== run.dialog) });
}

/** Drops the draft of a dialog, wherever it is. Only after the person said so twice. */
export function dropDraft(stage: Stage, dialog: string): void {
  const { active, parked } = stage.state;
  stage.change({
    active: active?.dialog === dialog ? undefined : active,
    parked: parked.filter((run) => run.dialog !== dialog),
  });
}

/** The draft of a dialog, in course or set aside. */
export const draftRun = (stage: Stage, dialog: string): Run | undefined =>
  stage.state.active?.dialog === dialog ? stage.state.active : parkedOf(stage, dialog);
