/** Words of one page of the case as PDF: asked for, made, looked at, saved. Nothing is sent to a printer. */
export const casePrint = {
  title: 'Pages of your case',
  intro: 'Single pages put together from what you wrote, each with its list of sources. Your solicitor can read and check them without this program.',
  print: 'Save this page as PDF', printNamed: (page: string) => `Save “${page}” as PDF`,
  heading: (page: string) => `Save as PDF: ${page}`,
  before: 'The page says what stands in your record now, with a list of sources at its end. Drafts and your notes to your solicitor are left out. Nothing leaves this computer until you have looked at it and saved it.',
  nothing: 'There is nothing to put on this page yet.',
  pagesName: (page: string) => `the page “${page}”`,
  sealHint: 'It stands on the first page too. It binds this PDF to your record as it is now.',
};
