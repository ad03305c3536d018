import type { Doc } from '../values/types';
import type { Stage } from './stage';

/** Documents go through all stages, some at a time; what only the end can tell comes at the end. */
export class Pipeline {
  private readonly output: Doc[] = [];

  constructor(private readonly stages: readonly Stage[]) {}

  async take(documents: readonly Doc[]): Promise<void> {
    await this.from(0, documents);
  }

  /** True when nothing that still comes would change the result. */
  full = (): boolean => this.stages.some((stage) => stage.full?.());

  async end(): Promise<Doc[]> {
    for (const [at, stage] of this.stages.entries()) await this.from(at + 1, (await stage.end?.()) ?? []);
    return this.output;
  }

  private async from(at: number, documents: readonly Doc[]): Promise<void> {
    let passing = documents;
    for (const stage of this.stages.slice(at)) {
      if (passing.length === 0) return;
      passing = await stage.take(passing);
    }
    for (const document of passing) this.output.push(document);
  }
}
