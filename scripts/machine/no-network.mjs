import { spawnSync } from 'node:child_process';

const namespace = ['unshare', '--user', '--map-root-user', '--net', '--', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];

/**
 * The command that runs a command in a network namespace of its own, with nothing in it but the loopback that Playwright
 * talks over. The same command again where there are no such namespaces (macOS, Windows, some containers), saying so.
 * @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
export function withoutNetwork(command) {
  const [program, ...args] = namespace;
  if (process.platform === 'linux' && spawnSync(program, [...args, 'true']).status === 0) return [program, ...args, ...command];
  console.error('No network namespace can be made here: the journeys run with the network there.');
  return command;
}
