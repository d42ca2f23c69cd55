import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back the buffers that nobody holds any more. They lie outside V8's heap, which sees no need to collect, while the system
 * counts them: a program that draws page after page within bounds asks for it. It stops the process for a while: never in a server.
 */
export function liberaMemoria(): void {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
}
