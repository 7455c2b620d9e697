import { useAnswer } from '../../data/use-answer.ts'
import type { Queue } from './use-queue.ts'

/** A flag with its first hundred causes. */
export const useFlag = ({ client, key }: Queue, id: string, { keep = false } = {}) =>
  useAnswer(key('flag', id), signal => client.GET('/flags/{id}', { params: { path: { id } }, signal }), { keep })
