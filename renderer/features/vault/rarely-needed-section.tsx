import { messages } from '../../../shared/messages/en-gb';
import { useCopyWork } from '../../app/copy-work';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import { JoinReportsSection } from './join-reports-section';
import { MoveTask } from './move-task';
import { RareTask } from './rare-task';
import { RebuildSearch } from './rebuild-search';
import type { VaultFacts } from './vault-facts';

/** What is done once in years: moving, renewing, making the search anew; and the reports of a joining. */
export function RarelyNeededSection({ known, isRenewing, onRenew }: { readonly known: VaultFacts; readonly isRenewing: boolean; readonly onRenew: () => void }) {
  const { renew } = messages.waysIn;
  const { running } = useCopyWork();
  return (
    <Section title={messages.vault.rarely}>
      {!known.readOnly && (
        <ul className="rare-tasks">
          <RareTask title={renew.title} words={renew.when} action={<Button onPress={onRenew} isDisabled={isRenewing || running !== null}>{renew.action}</Button>} />
          <MoveTask isRenewing={isRenewing} />
          <RebuildSearch />
        </ul>
      )}
      <JoinReportsSection />
    </Section>
  );
}
