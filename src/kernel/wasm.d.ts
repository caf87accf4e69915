/** What kernels and their loader use of WebAssembly; Node's types leave it to those of the browser. */
declare namespace WebAssembly {
  type Module = object
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  const Memory: new (size: { readonly initial: number; readonly maximum: number; readonly shared: true }) => Memory
  interface Global {
    readonly value: number
  }
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown }
  function compile(bytes: Uint8Array): Promise<Module>
}
