/** Words of the printed page of a narrative. They speak of her record to her solicitor. */
export const pagesNarrative = {
  title: 'The pattern of behaviour',
  intro: 'An account of the pattern in the survivor’s own words. It refers to the entries and exhibits of this record by the marks listed under Sources. What is said without such a mark rests on this account alone. It is not a statement for court and is not signed.',
};
