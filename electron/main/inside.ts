import { app, clipboard, type BrowserWindow } from 'electron';
import type { CallName } from '../../shared/contract';
import type { EventName, EventPayload } from '../../shared/contract/events';
import type { ProgramState } from '../../shared/contract/program-calls';
import type { Id } from '../../shared/model/identity';
import type { Settings } from '../../shared/model/settings';
import { copyHandlers } from './copies/copy-handlers';
import { exportHandlers } from './export/export-handlers';
import { Dialogs } from './files/dialogs';
import { Grants } from './files/grants';
import { takeUpFiles } from './flows/add-document';
import { takeUpSource } from './flows/take-up-source';
import { backupHandlers } from './handlers/backup-handlers';
import { bundleHandlers } from './handlers/bundle-handlers';
import { documentHandlers } from './handlers/document-handlers';
import { waysInHandlers } from './handlers/ways-in-handlers';
import { filesHandlers } from './handlers/files-handlers';
import { messageHandlers } from './handlers/message-handlers';
import { programHandlers } from './handlers/program-handlers';
import { readingHandlers } from './handlers/reading-handlers';
import { shareHandlers } from './handlers/share-handlers';
import { searchHandlers } from './handlers/search-handlers';
import { vaultHandlers } from './handlers/vault-handlers';
import { VaultHost } from './hosts/vault-host';
import { ClipboardKeeper } from './lock/clipboard-keeper';
import { Locking } from './lock/locking';
import type { ServedBytesShelves } from './protocol/served-bytes';
import { OcrStep } from './readings/ocr-step';
import { factsStep } from './readings/facts-step';
import { Readings } from './readings/readings';
import { wordsStep } from './readings/words-step';
import { answerCall, answerDropped, answerDroppedSource, type Answering } from './router/answer-call';
import type { Answer } from './router/route-calls';
import type { Again, SettingsFile } from './settings/settings-file';
import type { ShellServices } from './shell-services';
import { startAgain as startProgramAgain } from './start/start-again';
import type { TestHooks } from './start/test-hooks';
import { VaultSession } from './vault-session';
import { Tasks, withoutContent } from './work/tasks';

/** What the shell has before anything is opened. */
export interface Outside {
  readonly settings: SettingsFile;
  readonly shelves: ServedBytesShelves;
  readonly hooks: TestHooks;
  /** The settings name a vault, and it is there. */
  readonly isVaultKnown: boolean;
  /** The door begins with joining. */
  readonly joinNext: boolean;
  readonly window: () => BrowserWindow | null;
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  readonly state: () => ProgramState;
  readonly applySettings: (settings: Settings) => void;
}

/** An acknowledged save is remembered outside the vault at most so much later, when the program is killed before it locks. */
const rememberEveryMs = 3000;

/**
 * All of the shell that a vault needs: its process, locking, running work, files picked, and what answers the calls. Loaded when it is first
 * needed, so that the locked door stands sooner (docs/decisions/0041). Made once.
 */
export class Inside {
  readonly vault: VaultHost;
  readonly session: VaultSession;
  readonly locking: Locking;
  readonly #answering: Answering;
  readonly #tasks: Tasks;

  constructor({ settings, shelves, hooks, isVaultKnown, joinNext, window, tell, state, applySettings }: Outside) {
    const grants = new Grants();
    const keeper = new ClipboardKeeper(clipboard);
    const planLetGo: ((planId: Id) => void)[] = [];
    this.vault = new VaultHost((notice) => {
      if (notice.notice === 'plan-let-go') for (const letGo of planLetGo) letGo(notice.planId);
      else tasks.note(notice.taskId, notice.done, notice.total, notice.unit);
    }, () => void this.locking.vaultGone());
    const tasks = new Tasks((event) => {
      tell('task', this.locking.isShut ? withoutContent(event) : event);
      // It may have brought in what is to be read, and it kept reading waiting.
      if (event.state !== 'running') readings.wake();
    }, (taskId) => this.vault.cancel(taskId));
    this.#tasks = tasks;
    this.session = new VaultSession({ vault: this.vault, settings, ownFolder: app.getPath('userData'), quickKdf: hooks.quickKdf, known: isVaultKnown });
    const readings = new Readings({
      vault: this.vault, pause: { read: () => settings.readingPaused, save: (isPaused) => settings.saveReadingPaused(isPaused) }, steps: [factsStep, wordsStep, new OcrStep()],
      mayRead: () => this.session.phase === 'open' && !this.session.readOnly && !this.locking.isLeaving && !this.locking.isShut && !tasks.isBringingIn,
      tell: (told) => {
        if (!this.locking.isShut) tell('readings', told);
      },
    });
    const tellState = (): void => {
      tell('program-state', state());
      readings.wake();
    };
    const startAgain = hooks.atLock === 'stay' ? null : (again: Again): void => {
      settings.saveAgain(again);
      startProgramAgain(hooks);
    };
    this.locking = new Locking({ vault: this.vault, session: this.session, tasks, grants, shelves, clipboard: keeper, window, tellState, tell, startAgain, joinNext });
    const services: ShellServices = {
      vault: this.vault, tasks, shelves, dialogs: new Dialogs(window, hooks.dialogAnswersFile), grants, settings, hooks, window, readings, onLock: (letGo) => this.locking.onLock(letGo), onPlanLetGo: (letGo) => planLetGo.push(letGo),
    };
    this.locking.onLeave(() => readings.stop());
    this.#answering = {
      handlers: {
        ...programHandlers({ services, locking: this.locking, clipboard: keeper, state, applySettings }),
        ...vaultHandlers({ services, session: this.session, locking: this.locking, tellState }),
        ...waysInHandlers(services),
        ...shareHandlers(services),
        ...backupHandlers({ services, session: this.session, tellState }),
        ...documentHandlers(services),
        ...filesHandlers(services),
        ...messageHandlers(services),
        ...readingHandlers(readings),
        ...searchHandlers(services),
        ...bundleHandlers(services),
        ...exportHandlers(services),
        ...copyHandlers(services),
      },
      // A file more of those she chose before she left is let in; nothing else is answered behind the cover.
      isOpen: (name) => this.session.phase === 'open' && (!this.locking.isShut || name === 'documents.add'),
      forward: (name, input) => this.vault.forward(name, input),
      grantDropped: (paths) => takeUpFiles(services, paths),
      grantDroppedSource: ([path]) => takeUpSource(grants, path),
    };
    setInterval(() => void this.session.rememberMark(), rememberEveryMs).unref();
  }

  /** Something that she began is on its way into the vault. */
  get isBringingIn(): boolean {
    return this.#tasks.isBringingIn;
  }

  answerCall(name: CallName, input: unknown): Answer {
    return answerCall(name, input, this.#answering);
  }

  answerDropped(input: unknown): Answer {
    return answerDropped(input, this.#answering);
  }

  answerDroppedSource(input: unknown): Answer {
    return answerDroppedSource(input, this.#answering);
  }
}
