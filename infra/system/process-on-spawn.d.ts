declare module 'process-on-spawn' {
  interface Child {
    env: Record<string, string>
  }
  /** Calls the listener before each child process of this one starts; it may set another `env`. */
  const onSpawn: { addListener(listener: (child: Child) => void): void }
  export default onSpawn
}
