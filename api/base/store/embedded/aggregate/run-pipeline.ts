import type { Doc } from '../values/types';
import type { Stage } from './stages';

/** Documents pushed through all stages, one after another, into a list. */
export class Pipeline {
  readonly output: Doc[] = [];

  constructor(private readonly stages: readonly Stage[]) {}

  add(document: Doc): void {
    this.into(0, document);
  }

  end(): Doc[] {
    for (const [at, stage] of this.stages.entries()) stage.end((document) => this.into(at + 1, document));
    return this.output;
  }

  private into(at: number, document: Doc): void {
    const stage = this.stages[at];
    if (stage) stage.add(document, (result) => this.into(at + 1, result));
    else this.output.push(document);
  }
}
