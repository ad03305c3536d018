/**
 * Port for personal values at rest. It protects stolen disks and backups, not a live intruder.
 * The implementation is `api/base/sealing/`.
 */
export interface Sealing {
  /** Encrypts and authenticates a value; it opens only in the same context (for example `pqrsd.nombre`). */
  seal(value: string, context: string): string;
  /** The value sealed in that context; throws when it was altered or belongs to another context. */
  open(sealed: string, context: string): string;
  /** A keyed hash to look a value up without storing it; other purposes give unrelated hashes. */
  blind(value: string, purpose: string): string;
}
