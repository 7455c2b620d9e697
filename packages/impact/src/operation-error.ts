export type OperationErrorCode =
  | 'CTE_NO_SUCH_ITEM'
  | 'CTE_ITEM_RETIRED'
  | 'CTE_ITEM_ACTIVE'
  | 'CTE_MOVE_INTO_ITSELF'
  | 'CTE_CODE_TAKEN'
  | 'CTE_KIND_NOT_ALLOWED'
  | 'CTE_KINDS_DIFFER'
  | 'CTE_MERGE_TOO_FEW'
  | 'CTE_MERGE_INTO_ITSELF'
  | 'CTE_SPLIT_TOO_FEW'
  | 'CTE_NO_SUCH_SUCCESSOR'
  | 'CTE_ASSIGNED_TWICE'
  | 'CTE_USE_RETITLE'
  | 'CTE_USE_REVISE'
  | 'CTE_NOTHING_CHANGES'

/** Why an operation of a proposal cannot be done. `index` counts from 0; the message, for people, from 1. */
export class OperationError extends Error {
  override readonly name = 'OperationError'
  readonly code: OperationErrorCode
  readonly index: number

  constructor(code: OperationErrorCode, index: number, reason: string) {
    super(`Operation ${index + 1}: ${reason}`)
    this.code = code
    this.index = index
  }
}
