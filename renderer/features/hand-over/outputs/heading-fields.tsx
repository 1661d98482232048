import { messages } from '../../../../shared/messages/en-gb';
import { TextField } from '../../../ui/text-field';
import type { WishesProps } from './wishes';

const longest = 200;

/** What stands above papers for a court. */
export function HeadingFields({ wishes, onWishes }: WishesProps) {
  const words = messages.outputs.heading;
  return (
    <>
      {(['court', 'caseNumber', 'applicant', 'respondent'] as const).map((key) => (
        <TextField key={key} label={words[key]} hint={key === 'court' ? words.courtHint : undefined} value={wishes.heading[key]} onChange={(value) => onWishes({ ...wishes, heading: { ...wishes.heading, [key]: value } })} maxLength={longest} />
      ))}
    </>
  );
}
