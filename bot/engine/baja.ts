import type { Say } from '../dialogs/dialog';
import type { ChatState } from './chat-state';
import type { Stage } from './stage';
import { foldWord, wordsOf } from './word-table';

/** Since when the person wants no notices by this chat; undefined while they may be sent. */
export const bajaOf = ({ baja }: Pick<ChatState, 'baja'>): Date | undefined =>
  baja === undefined ? undefined : new Date(baja);

/** At once; what the person asks is still answered. */
export function stopNotices(stage: Stage): Say {
  const { now, texts } = stage.facts;
  stage.change({ baja: stage.state.baja ?? now.toISOString() });
  const enlaces = [{ titulo: texts('dialogo.enlace.seguimiento'), url: '/seguimiento' }];
  return { ...stage.text('baja'), enlaces };
}

export function resumeNotices(stage: Stage): Say {
  stage.change({ baja: undefined });
  return stage.text('alta');
}

/** «No más», to who was asked whether there is anything else to tell, answers that. */
export function mayBeAnswer(stage: Stage): boolean {
  const { turn, facts } = stage;
  const playing = stage.playing();
  const isTelling = playing?.step.freeText === true && playing.dialog.name !== turn.script.home;
  return (
    isTelling &&
    !stage.state.pending &&
    wordsOf(facts.texts, 'motor.palabras.tambien_responden')
      .map(foldWord)
      .includes(foldWord(turn.input.texto))
  );
}
