import { DecoderQuestionReply, type DecoderQuestionRequest, type PreviewRequest, rpc } from '@cte-align/contracts'
import t from 'tap'
import { quietAgencies, skipped, standards } from './standards.ts'

t.test(
  'what a proposal moves is told as its preview asks it, and as its release has done it',
  { skip: skipped },
  async t => {
    const asked: unknown[] = []
    const system = await standards(t, { agencies: bus => quietAgencies(bus, asked) })
    const ask = async (kind: DecoderQuestionRequest['kind'], id: string) => {
      for await (const piece of system.bus.request(rpc.decoderQuestion, { kind, id }, { correlationId: 'test' }))
        return DecoderQuestionReply.parse(piece)
      throw new Error('No answer')
    }
    const proposed = await system.propose('mcs', [{ op: 'move', item: 'EEU.B', parent: 'ICT' }])
    const answer = await ask('proposal', proposed.id)
    t.match(answer, {
      answer: 'question',
      title: 'A change',
      release: null,
      question: { owners: [{ key: 'EEU' }, { key: 'ICT' }], moves: [{ manner: 'moved', from: 0, to: 1 }] },
    })
    await system.call('POST', `/proposals/${proposed.id}/preview`)
    const previewed = asked.map(each => (each as PreviewRequest).decoder).find(decoder => decoder !== undefined)
    t.strictSame(answer.answer === 'question' && answer.question, previewed)

    t.equal((await proposed.publish()).status, 200)
    const released = { ...answer, release: 'mcs@2' }
    t.strictSame(await ask('release', 'mcs@2'), { ...released, title: 'A change' })
    t.strictSame(await ask('proposal', proposed.id), released, 'a proposal that is out is asked for as its release')
    t.match(await ask('release', 'mcs@1'), { answer: 'question', question: { owners: [], moves: [] } })
    t.strictSame(await ask('release', 'mcs@9'), { answer: 'unknown' })
    t.strictSame(await ask('proposal', 'none'), { answer: 'unknown' })
  },
)
