/** Who may write here: CTC's own staff, from editor on. */
export const CTC_EDITORS = {
  agencies: ['CTC'],
  roles: ['editor', 'approver', 'publisher', 'administrator'],
} as const

/** Who may put a rule edition in force and decide who keeps what: from approver on. */
export const CTC_APPROVERS = { agencies: ['CTC'], roles: ['approver', 'publisher', 'administrator'] } as const
