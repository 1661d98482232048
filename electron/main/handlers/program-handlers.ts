import type { ProgramState } from '../../../shared/contract/program-calls';
import type { Settings } from '../../../shared/model/settings';
import type { ClipboardKeeper } from '../lock/clipboard-keeper';
import type { Locking } from '../lock/locking';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

interface Given {
  readonly services: ShellServices;
  readonly locking: Locking;
  readonly clipboard: ClipboardKeeper;
  readonly state: () => ProgramState;
  readonly applySettings: (settings: Settings) => void;
}

export function programHandlers({ services, locking, clipboard, state, applySettings }: Given): HandlersOf<'program.state' | 'program.saveSettings' | 'program.quickExit' | 'program.cancelTask' | 'program.copyText'> {
  return {
    'program.state': async () => state(),
    'program.saveSettings': async (settings) => {
      applySettings(settings);
      return settings;
    },
    'program.quickExit': async () => {
      // The page that asked is about to be replaced: it is answered first.
      void locking.quickExit();
      return {};
    },
    'program.cancelTask': async ({ taskId }) => {
      services.tasks.cancel(taskId);
      return {};
    },
    'program.copyText': async ({ text }) => {
      await clipboard.copy(text);
      return {};
    },
  };
}
