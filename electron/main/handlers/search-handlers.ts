import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function searchHandlers({ tasks, vault }: Pick<ShellServices, 'tasks' | 'vault'>): HandlersOf<'search.rebuild'> {
  return {
    // A lock need not wait for it: the index in use stays until the new one is finished.
    'search.rebuild': async () => tasks.start('indexing', 'items', 'window', async ({ id }) => ({ kind: 'search-rebuilt', value: await vault.ask('search.rebuildIndex', { taskId: id }) })),
  };
}
