// Loaded before the product by a bench (`node --require`): counts the commands that write, whatever asks for them, and
// leaves the count in the file that COUNT_WRITES names when it ends.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const WRITES = ['insert', 'update', 'delete', 'findAndModify'];

if (isMainThread && process.argv[1]?.endsWith('main.cjs')) {
  const { Connection } = require('mongodb/lib/cmap/connection');
  const { command } = Connection.prototype;
  let count = 0;
  Connection.prototype.command = function counted(namespace, order, ...rest) {
    if (WRITES.some((name) => name in order)) count += 1;
    return command.call(this, namespace, order, ...rest);
  };
  process.on('exit', () => writeFileSync(process.env.COUNT_WRITES, String(count)));
}
