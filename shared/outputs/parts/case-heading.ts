import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { CasePageBlock } from '../../model/case/case-page';
import type { CaseHeading } from '../../model/output';
import { paragraph } from './texts';

const words = pagesOutputs.heading;

/** The title of the proceedings as it stands above papers for a court (CPR PD 7A, 4.1 and 4.2: court, number, parties and their standing). What is not known is left open in brackets. */
export function caseHeading({ court, caseNumber, applicant, respondent }: CaseHeading): CasePageBlock[] {
  return [
    paragraph('centred', court.trim() === '' ? words.court : words.courtNamed(court.trim())),
    paragraph('corner', `${words.caseNumber} ${caseNumber.trim() || words.noCaseNumber}`),
    paragraph('plain', words.between),
    paragraph('centred', applicant.trim() || words.noApplicant), paragraph('corner', words.applicant),
    paragraph('centred', words.and),
    paragraph('centred', respondent.trim() || words.noRespondent), paragraph('corner', words.respondent),
  ];
}
