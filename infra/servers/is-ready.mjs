// A container's health check: 0 when the service beside it says that it is ready.
const { PORT } = process.env
const { status } = await fetch(`http://127.0.0.1:${PORT}/health/ready`, { signal: AbortSignal.timeout(3000) })
process.exitCode = status === 200 ? 0 : 1
