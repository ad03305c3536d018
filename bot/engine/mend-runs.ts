import type { Run } from './chat-state';
import type { Stage } from './stage';

type Mended = { readonly run: Run; readonly moved: boolean } | undefined;

function mend(stage: Stage, run: Run): Mended {
  const dialog = stage.turn.script.dialogs.get(run.dialog);
  if (!dialog || !dialog.schema.safeParse(run.data).success) return undefined;
  if (dialog.version === run.version && dialog.steps[run.step]) return { run, moved: false };
  return { run: { ...run, version: dialog.version, step: dialog.resumeAt, steps: [] }, moved: true };
}

const MAX_UNREADABLE = 3;

/**
 * Puts runs of an earlier version of their dialog on the step where it resumes, with the draft intact, and sets aside
 * those that cannot be read. Tells whether the question on the screen is no longer the one to be answered.
 */
export function mendRuns(stage: Stage): 'SAME' | 'MOVED' | 'LOST' {
  const { active, parked, unreadable } = stage.state;
  const runs = [...(active ? [active] : []), ...parked].map((run) => ({ run, mended: mend(stage, run) }));
  const lost = runs.filter(({ mended }) => !mended).map(({ run }) => run);
  const now = active && runs[0]?.mended;
  stage.change({
    active: now?.run,
    parked: runs.slice(active ? 1 : 0).flatMap(({ mended }) => (mended ? [mended.run] : [])),
    unreadable: [...unreadable, ...lost].slice(-MAX_UNREADABLE),
  });
  if (lost.length > 0) return 'LOST';
  return now?.moved ? 'MOVED' : 'SAME';
}
