/** Words of printing one page of the case: asked, made, looked at, saved. */
export const casePrint = {
  title: 'Pages of your case',
  intro: 'Single pages put together from what you wrote, each with its list of sources. Your solicitor can read and check them without this program.',
  print: 'Print this page', printNamed: (page: string) => `Print “${page}”`,
  heading: (page: string) => `Print: ${page}`,
  before: 'The page says what stands in your record now, with a list of sources at its end. Drafts and your notes to your solicitor are left out. Nothing leaves this computer until you have looked at it and saved it.',
  nothing: 'There is nothing to put on this page yet.',
  pagesName: (page: string) => `the page “${page}”`,
  sealHint: 'It stands on the first page too. It binds this PDF to your record as it is now.',
};
