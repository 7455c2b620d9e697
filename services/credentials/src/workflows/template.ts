import {
  Provenance,
  Slug,
  StepAnchor,
  StepDuration,
  StepKey,
  TextToReissue,
  WorkflowActor,
  writtenText,
} from '@cte-align/contracts'
import { type Database, ImportProvenance, modelOn, type StoredRow } from '@cte-align/service'
import mongoose from 'mongoose'
import { z } from 'zod'

export const TEMPLATE_FORMAT = 'cte-align/workflow-template@1'

const Sourced = { provenance: Provenance }
const StepFields = {
  key: StepKey,
  title: writtenText(1, 300),
  action: writtenText(0, 2000),
  actors: z.array(WorkflowActor).min(1).max(8),
  after: z.array(StepKey).max(50).meta({ description: 'The steps it waits for' }),
  anchor: StepAnchor.nullable().meta({ description: 'The day of the change that it hangs on' }),
  texts: z.array(TextToReissue).max(20).meta({ description: 'Texts that it reissues' }),
  leaflets: z.boolean().meta({ description: 'It reissues the leaflets of the documents that the change touches' }),
}
const DayOfYear = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/, 'must be a day of the year, MM-DD')
const usualDays = { days: z.array(DayOfYear).min(1).max(12) }
const precedent = { title: writtenText(1, 300), months: z.int().min(0).max(600) }

/** A template as a file has it: each row names its source by a key of `sources`. */
export const TemplateFile = z.strictObject({
  format: z.literal(TEMPLATE_FORMAT),
  sources: z.record(z.string().min(1).max(100), z.string().min(1).max(2000)),
  template: z.strictObject({
    key: Slug,
    title: writtenText(1, 300),
    description: writtenText(0, 2000),
    usualDays: z.strictObject({ ...usualDays, ...ImportProvenance }).nullable(),
    precedent: z.strictObject({ ...precedent, ...ImportProvenance }).nullable(),
  }),
  steps: z
    .array(
      z.strictObject({
        ...StepFields,
        duration: z.strictObject({ ...StepDuration.shape, ...ImportProvenance }).nullable(),
        ...ImportProvenance,
      }),
    )
    .min(1)
    .max(200),
})
export type TemplateFile = z.infer<typeof TemplateFile>

/** A template as it is kept: each row with the text of its source. */
export const TemplateStep = z.strictObject({
  ...StepFields,
  duration: z.strictObject({ ...StepDuration.shape, ...Sourced }).nullable(),
  ...Sourced,
})
export type TemplateStep = z.infer<typeof TemplateStep>
export const TemplateContent = z.strictObject({
  key: Slug,
  title: z.string(),
  description: z.string(),
  usualDays: z.strictObject({ ...usualDays, ...Sourced }).nullable(),
  precedent: z.strictObject({ ...precedent, ...Sourced }).nullable(),
  steps: z.array(TemplateStep),
})
export type TemplateContent = z.infer<typeof TemplateContent>
export type StoredTemplate = StoredRow<TemplateContent>

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    key: String,
    title: String,
    description: String,
    usualDays: Mixed,
    precedent: Mixed,
    steps: [Mixed],
    imported: Mixed,
  },
  { collection: 'workflow_templates', versionKey: false, minimize: false },
)

export const workflowTemplateModel = ({ connection }: Database) =>
  modelOn<StoredTemplate>(connection, 'WorkflowTemplate', schema)
