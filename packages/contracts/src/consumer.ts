import { z } from 'zod'

/**
 * Who asks what is in force. Each goes by a clock of its own: the State Board by its adoption, CALPADS by the school year, CTC by the
 * day of its regulation (Title 5), Perkins by its program year, the colleges by the day of theirs (TOP to CIP).
 */
export const Consumer = z.enum(['sbe', 'calpads', 'ctc', 'perkins', 'college'])
export type Consumer = z.infer<typeof Consumer>
