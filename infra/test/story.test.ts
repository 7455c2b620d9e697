// The project's story, literally: each change previewed, published, assessed and compared, on one system after another change.
import t from 'tap'
import { clusters } from './story/clusters.ts'
import { split } from './story/split.ts'
import { startStory } from './story/story.ts'
import { titles } from './story/titles.ts'

const story = await startStory(t)
await titles(t, story)
await split(t, story)
await clusters(t, story)
