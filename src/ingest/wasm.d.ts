/** What the kernel's loader uses of WebAssembly; Node's types leave it to those of the browser. */
declare namespace WebAssembly {
  type Module = object
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Global {
    readonly value: number
  }
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown }
  function compile(bytes: Uint8Array): Promise<Module>
}
