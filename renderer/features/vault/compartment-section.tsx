import { messages } from '../../../shared/messages/en-gb';
import { SecondCompartmentAdvice } from '../../app/second-compartment-advice';
import { Folded } from '../../ui/folded';

/** The same page in every vault: from inside nobody can tell whether there is a second compartment. */
export function CompartmentSection() {
  return <Folded level={2} title={messages.secondCompartment.title}><SecondCompartmentAdvice heading="h3" /></Folded>;
}
