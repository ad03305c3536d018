import type { AnyDialog } from '../dialogs/any-dialog';
import type { Facts, Input, Say, Step } from '../dialogs/dialog';
import { traitsOf } from '../channels/traits';
import { bubbleOf, joinSays } from './bubble';
import type { ChatState, Run } from './chat-state';
import type { Outcome, Turn } from './script';

/** A run with the dialog and step that play it. */
export interface Playing {
  readonly run: Run;
  readonly dialog: AnyDialog;
  readonly step: Step<unknown>;
}

/** The working copy of a conversation while one turn is played. */
export class Stage {
  state: ChatState;
  /** Something anonymous was filed in this turn. */
  forget = false;
  /** What is being answered with: the message of this turn, or one held from before a question of the engine. */
  input: Input;
  private readonly keys = new Set<string>();
  private readonly says: Say[] = [];

  constructor(
    before: ChatState,
    readonly turn: Turn,
  ) {
    this.state = before;
    this.input = turn.input;
  }

  /** What was told earlier in this same turn counts: nobody is told the notice twice. */
  get facts(): Facts {
    return { ...this.turn.facts, avisado: this.state.notice ?? this.turn.facts.avisado };
  }

  get hasSpoken(): boolean {
    return this.says.length > 0;
  }

  /** The key of a draft that starts in this turn. */
  newKey(): string {
    const key = this.turn.newKey();
    this.keys.add(key);
    return key;
  }

  /** Whether a draft started in this turn: its key is not stored yet. */
  isNew(key: string): boolean {
    return this.keys.has(key);
  }

  text(key: string, params?: Record<string, string>): Say {
    return { texto: this.facts.texts(`motor.${key}`, params) };
  }

  change(fields: Partial<ChatState>): void {
    this.state = { ...this.state, ...fields };
  }

  /** Says something; its options are from now on the ones on the screen. */
  say(say: Say, extra?: { readonly id: string; readonly titulo: string }): void {
    const bubble = bubbleOf(say, extra);
    this.says.push({ ...say, opciones: bubble.opciones });
    this.change({ shown: bubble.opciones, ...(say.aviso === undefined ? {} : { notice: say.aviso }) });
  }

  /** The dialog in course, when its step still exists. */
  playing(): Playing | undefined {
    const run = this.state.active;
    const dialog = run && this.turn.script.dialogs.get(run.dialog);
    const step = run && dialog?.steps[run.step];
    return run && dialog && step ? { run, dialog, step } : undefined;
  }

  /** The draft that would be lost with a run. */
  draftOf(run: Run | undefined): { readonly titulo: string } | undefined {
    if (!run) return undefined;
    return this.turn.script.dialogs.get(run.dialog)?.draft?.(run.data, this.facts);
  }

  outcome(): Outcome {
    const bubbles = this.said().map((say) => bubbleOf(say));
    // What was said in one bubble shows the options of that bubble.
    const [only] = this.says.length > 1 && bubbles.length === 1 ? bubbles : [];
    const state = only ? { ...this.state, shown: only.opciones } : this.state;
    return { state, bubbles, forget: this.forget || this.isBrief() };
  }

  /** All in one where each bubble is paid for. */
  private said(): readonly Say[] {
    const { says } = this;
    if (!traitsOf(this.facts.canal).paid || says.length < 2) return says;
    return [says.reduce<Say>(joinSays, { texto: '' })];
  }

  /** An anonymous case is still before the person: this turn is forgotten as the one that opened it. */
  private isBrief(): boolean {
    const playing = this.playing();
    return playing?.dialog.brief?.(playing.run.data) ?? false;
  }
}
