import { useRef } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { SecretField, type SecretFieldHandle } from '../../ui/secret-field';

/** Asks for the password of a locked PDF. */
export function PdfPassword({ isWrong, onGiven }: { isWrong: boolean; onGiven: (password: string) => void }) {
  const field = useRef<SecretFieldHandle>(null);
  const words = messages.papers.locked;
  return (
    <form
      className="viewer-note stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new TextDecoder().decode(field.current?.bytes() ?? new Uint8Array());
        if (typed !== '') onGiven(typed);
      }}
    >
      <p>{messages.viewer.pages.wantsPassword}</p>
      <SecretField ref={field} label={words.label} hint={words.hint} error={isWrong ? words.wrong : null} />
      <div className="row"><Button type="submit" tone="primary">{words.open}</Button></div>
    </form>
  );
}
