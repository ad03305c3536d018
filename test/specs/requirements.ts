import type { Ending } from './ending';
import type { Requirement, SpecFile, SpecTest } from './spec-file';

/** What answers. */
export interface Server {
  readonly version: string;
  readonly topology: 'single' | 'replicaset' | 'sharded';
}

/** Negative, zero or positive, by the numbers of two versions; what one lacks is zero. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const difference = (x[at] ?? 0) - (y[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Why this server is not one that the requirement asks for; undefined when it is. */
function unmet(requirement: Requirement, { version, topology }: Server): string | undefined {
  const { minServerVersion: least, maxServerVersion: most, topologies, serverless } = requirement;
  if (least !== undefined && compareVersions(version, least) < 0) return `wants a server from ${least} on`;
  if (most !== undefined && compareVersions(version, most) > 0) return 'wants an older server';
  if (topologies && !topologies.includes(topology)) return 'wants a replica set or shards';
  return serverless === 'require' ? 'wants a serverless instance' : undefined;
}

function noneMet(requirements: readonly Requirement[] | undefined, server: Server): string | undefined {
  const reasons = (requirements ?? []).map((requirement) => unmet(requirement, server));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** How a test ends that is not to be run here; undefined when it is. */
export function outOfScope(file: SpecFile, test: SpecTest, server: Server): Ending | undefined {
  const reason = noneMet(file.runOnRequirements, server) ?? noneMet(test.runOnRequirements, server);
  if (reason !== undefined) return { kind: 'does not apply', reason };
  return test.operations.some(({ name }) => name === 'failPoint') ? { kind: 'needs fail points' } : undefined;
}
