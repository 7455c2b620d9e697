import { Page } from '../../parts/Page.tsx'

export const CourseCodesArea = () => (
  <Page title="CourseCodes">
    <p>Being built.</p>
  </Page>
)
