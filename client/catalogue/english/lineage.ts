export const lineage = {
  compare: 'Compare',
  suggest: 'Suggest changes',
  suggestion: 'Suggestion',
  machines: 'How machines make machines',
};
