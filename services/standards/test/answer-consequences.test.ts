import { ConsequencesReply, rpc } from '@cte-align/contracts'
import t from 'tap'
import { courseCode, type Hanging, speakingAgencies } from './agencies.ts'
import { skipped, standards } from './standards.ts'

t.test(
  'what a proposal may mean for the course codes is told over the bus, as its preview has it',
  { skip: skipped },
  async t => {
    const many = Array.from({ length: 1500 }, (_, n) => courseCode(`${7000 + n}`))
    const hanging: Hanging = {}
    const system = await standards(t, {
      agencies: bus => speakingAgencies(bus, { ctc: {}, calpads: hanging }),
    })
    const ask = async (proposal: string) => {
      const pieces: ConsequencesReply[] = []
      for await (const piece of system.bus.request(rpc.consequences, { proposal }, { correlationId: 'test' }))
        pieces.push(ConsequencesReply.parse(piece))
      return pieces
    }
    hanging.ICT = many
    const { id } = await system.propose('mcs', [{ op: 'retire', item: 'ICT', successors: 'none' }])
    const pieces = await ask(id)
    const told = pieces.flatMap(piece => (piece.piece === 'course-codes' ? piece.courseCodes : []))
    const { body } = await system.call('POST', `/proposals/${id}/preview`)
    t.equal(told.length, body.courseCodes.count)
    t.ok(told.length >= 1500)
    t.match(told[0], { courseCode: { key: '7000' }, suggested: 'Archived', rule: 'retired/no-successor' })
    t.match(pieces.at(-1), { piece: 'summary', proposal: id, digest: body.digest })
    t.ok(pieces.length > 2, `${pieces.length} pieces`)
    await t.rejects(ask('nobody'), { code: 'CTE_NO_SUCH_PROPOSAL' })
  },
)
