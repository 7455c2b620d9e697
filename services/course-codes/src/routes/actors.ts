/** Who may write here: CDE's staff, who keep the code set, and CALPADS's own, from editor on. */
export const COURSE_CODE_EDITORS = {
  agencies: ['CALPADS', 'CDE'],
  roles: ['editor', 'approver', 'publisher', 'administrator'],
} as const
