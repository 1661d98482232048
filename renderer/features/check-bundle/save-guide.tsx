import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';

/** The solicitor's guide as a PDF of its own. */
export function SaveGuide() {
  const words = messages.checkBundle;
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    setSaid('');
    const result = await ask('bundles.saveGuide', {});
    setBusy(false);
    setSaid(!result.ok ? messages.errors.say(result.error) : result.value.saved ? words.guideSaved : '');
  }
  return (
    <div className="check-guide">
      <div className="row"><Button tone="quiet" isDisabled={isBusy} onPress={() => void save()}>{words.guide}</Button><span role="status" className="small">{said}</span></div>
      <p className="small quiet measure">{words.guideHint}</p>
    </div>
  );
}
