/** Runs a task every so many milliseconds, without keeping the process alive; gives how to stop. */
export function every(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
}
