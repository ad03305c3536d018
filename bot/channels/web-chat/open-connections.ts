/** Connections that stay open, by session: at most so many at once. */
export interface OpenConnections {
  /** How to give the place back, once; undefined when there is none left. */
  take(sesion: string): (() => void) | undefined;
}

export function createOpenConnections(most: number): OpenConnections {
  const open = new Map<string, number>();
  return {
    take(sesion) {
      const now = open.get(sesion) ?? 0;
      if (now >= most) return undefined;
      open.set(sesion, now + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (open.get(sesion) ?? 1) - 1;
        if (left > 0) open.set(sesion, left);
        else open.delete(sesion);
      };
    },
  };
}
