import { FieldError as AriaFieldError } from 'react-aria-components';
import './field.css';

/** What is amiss with the field it stands in; nothing when there is nothing to say. */
export function FieldError({ text }: { text: string | null | undefined }) {
  return <AriaFieldError className="field-error">{text ?? ''}</AriaFieldError>;
}
