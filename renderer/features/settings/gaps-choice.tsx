import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Checkbox } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';

/** The way back to what she turned off under "Your case". It is kept in the vault, not among the program's settings. */
export function GapsChoice() {
  const texts = messages.gaps;
  const { readOnly } = useProgram();
  const [refused, setRefused] = useState<string | null>(null);
  const { value, again } = useAsk('case.gapsHidden', {});
  if (!value) return null;
  const set = async (isShown: boolean): Promise<void> => {
    const done = await ask('case.hideGaps', { isHidden: !isShown });
    setRefused(done.ok ? null : messages.errors.say(done.error));
    again();
  };
  return (
    <Section title={texts.setting}>
      <Checkbox isSelected={!value.isHidden} isDisabled={readOnly} onChange={(isShown) => void set(isShown)} hint={texts.settingHint}>{texts.settingChoice}</Checkbox>
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
    </Section>
  );
}
